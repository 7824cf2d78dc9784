import struct
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from convoca.typesetting.artwork import PALETTES, draw
from convoca.typesetting.documents import visual_pdf, visual_png, visual_svg
from convoca.typesetting.engine import page_count, pdf_text
from convoca.typesetting.errors import BadDocument

from .made import HOSTILE, visual

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_the_svg_holds_theme_day_and_date_as_text():
    assert texts(visual_svg(visual())) == [
        "Sáng tạo số vì mục tiêu",
        "phát triển bền vững",
        "Ngày Viễn thông và Xã hội thông tin Thế giới",
        "17/5/2024",
    ]


def test_the_pdf_is_one_page_with_the_same_words():
    made = visual_pdf(visual())

    assert page_count(made) == 1
    assert pdf_text(made).splitlines() == texts(visual_svg(visual()))


def test_the_png_is_a4_at_96_pixels_per_inch():
    made = visual_png(visual())

    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", made[16:24]) == (794, 1123)


def test_a_year_always_looks_the_same_and_years_differ():
    assert visual_svg(visual()) == visual_svg(visual())
    assert visual_pdf(visual()) == visual_pdf(visual())
    assert len({draw("wtisd", year).svg for year in range(1969, 2030)}) == 61


def test_the_languages_of_a_year_share_the_drawing():
    vi, en = visual_svg(visual()), visual_svg(visual(language="en", theme="Digital innovation"))

    assert (
        vi.partition("<rect")[2].partition("<g font")[0]
        == (en.partition("<rect")[2].partition("<g font")[0])
    )


def test_no_year_uses_the_palette_of_the_year_before_twice_over():
    tops = [draw("wtisd", year).svg.partition('stop-color="')[2][:7] for year in range(2000, 2030)]

    assert max(sum(1 for _ in run) for run in _runs(tops)) <= 2


def _runs(values):
    run = [values[0]]
    for before, value in pairwise(values):
        if value == before:
            run.append(value)
        else:
            yield run
            run = [value]
    yield run


def test_it_is_light():
    assert len(visual_svg(visual()).encode()) < 8000


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", PALETTES)
def test_words_have_a_contrast_of_seven_to_one(palette):
    ground = luminance(palette.foot)

    assert (luminance(palette.paper) + 0.05) / (ground + 0.05) >= 7
    assert (luminance(palette.accent) + 0.05) / (ground + 0.05) >= 7


def test_words_are_never_markup():
    svg = visual_svg(visual(theme=f'</text><script>alert(1)</script> {HOSTILE} "'))

    assert ET.fromstring(svg).find(f".//{SVG}script") is None  # noqa: S314
    assert "".join(texts(svg)).startswith("</text><script>alert(1)</script>")


def test_an_observance_needs_name_and_date():
    with pytest.raises(BadDocument, match="day's name and its date"):
        visual(day_name=" ")


def test_a_theme_too_long_for_a_poster_is_refused():
    with pytest.raises(BadDocument, match="too long for a poster"):
        visual_svg(visual(theme="rất dài " * 120))
