"""The year's visual of an observance, drawn by us: SVG for the web, a page of PDF, and PNG."""

from dataclasses import dataclass, fields
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from convoca.typesetting.artwork import Artwork, draw
from convoca.typesetting.engine import Json, one_line, pdf, png
from convoca.typesetting.errors import BadDocument
from convoca.typesetting.widths import broken_lines, line_width

_LEFT_MM = 22.0
_ROOM_MM = 166.0
_PT_PER_MM = 72 / 25.4
_FONTS = "'Times New Roman','Liberation Serif',Tinos,'Noto Serif',serif"
_MOST_LINES = 10
_THEME_SIZES_MM = (16.0, 14.0, 12.5, 11.0, 9.5, 8.0)


@dataclass(frozen=True, slots=True)
class Visual:
    """The words of a year's visual in one language.

    `day_name` is the observance's name, `theme` the year's theme, `date_text` the day as it is
    written in `language`. The drawing depends on `seed` and `year` alone, so that the visuals of
    one year look alike in every language.
    """

    day_name: str
    theme: str
    date_text: str
    year: int
    language: str = "vi"
    seed: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, one_line(value, part=field.name))
        if not self.day_name or not self.date_text:
            raise BadDocument(
                "A visual needs the day's name and its date.",
                "Hình ảnh phải có tên ngày và thời gian.",
            )


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the poster: baseline start in millimetres from the top left, size in mm."""

    text: str
    x: float
    y: float
    size: float
    weight: str
    colour: str


def _fitted(text: str, sizes: tuple[float, ...], most: int) -> tuple[float, tuple[str, ...]]:
    """The largest size at which the text takes at most so many lines."""
    for size in sizes:
        lines = broken_lines(text, size * _PT_PER_MM, _ROOM_MM, bold=True)
        if len(lines) <= most and _fits(lines, size):
            return size, lines
    return sizes[-1], lines


def _fits(lines: tuple[str, ...], size: float) -> bool:
    return all(line_width(line, size * _PT_PER_MM, bold=True) <= _ROOM_MM for line in lines)


def _poster_lines(visual: Visual, art: Artwork) -> tuple[Line, ...]:
    """Set from the foot upwards: date, name of the day, theme."""
    lines = [Line(visual.date_text, _LEFT_MM, 275, 7.5, "bold", art.accent)]
    name_size, names = _fitted(visual.day_name, (7.5, 6.5, 5.5), 3)
    y = 275 - 13.0
    for text in reversed(names):
        lines.append(Line(text, _LEFT_MM, y, name_size, "regular", art.paper))
        y -= name_size * 1.25
    theme_size, themes = _fitted(visual.theme, _THEME_SIZES_MM, 4)
    if len(themes) > _MOST_LINES or len(names) > _MOST_LINES:
        raise BadDocument(
            "The theme or the day's name is too long for a poster.",
            "Chủ đề hoặc tên ngày quá dài so với khổ hình.",
        )
    y -= theme_size * 0.45
    for text in reversed(themes):
        lines.append(Line(text, _LEFT_MM, y, theme_size, "bold", art.paper))
        y -= theme_size * 1.12
    return tuple(reversed(lines))


def visual_lines(visual: Visual) -> tuple[str, ...]:
    """The words as they stand on the poster, line by line."""
    return tuple(line.text for line in _poster_lines(visual, draw(visual.seed, visual.year)))


def poster_facts(visual: Visual) -> dict[str, Json]:
    """What the poster template reads."""
    art = draw(visual.seed, visual.year)
    lines: list[Json] = [
        {
            "text": line.text,
            "x": line.x,
            "y": line.y,
            "size": line.size,
            "weight": line.weight,
            "colour": line.colour,
        }
        for line in _poster_lines(visual, art)
    ]
    return {"art": art.svg, "alt": visual.day_name, "language": visual.language, "lines": lines}


def visual_svg(visual: Visual) -> str:
    """The visual as SVG with its words as text; deterministic, about 10 kB."""
    art = draw(visual.seed, visual.year)
    texts = "".join(
        f'<text x="{line.x:g}" y="{line.y:g}" font-size="{line.size:g}" '
        f'font-weight="{"700" if line.weight == "bold" else "400"}" fill="{line.colour}">'
        f"{escape(line.text)}</text>"
        for line in _poster_lines(visual, art)
    )
    title = escape(f"{visual.day_name} – {visual.theme}" if visual.theme else visual.day_name)
    opening, _, rest = art.svg.partition(">")
    drawing = rest.removesuffix("</svg>")
    return (
        f'{opening} role="img" lang={quoteattr(visual.language)}>'
        f"<title>{title}</title>{drawing}"
        f'<g font-family="{_FONTS}">{texts}</g></svg>'
    )


def visual_pdf(visual: Visual) -> bytes:
    """The visual as one A4 page of PDF/A."""
    return pdf("visual.typ", _page_facts(visual), dated=date(visual.year, 1, 1))


def visual_png(visual: Visual, *, pixels_per_inch: float = 96) -> bytes:
    """The visual as PNG; 96 pixels per inch give 794 by 1123 pixels."""
    facts = _page_facts(visual)
    return png("visual.typ", facts, dated=date(visual.year, 1, 1), pixels_per_inch=pixels_per_inch)


def _page_facts(visual: Visual) -> dict[str, Json]:
    title = f"{visual.day_name} – {visual.theme}" if visual.theme else visual.day_name
    margins: Json = {"top": 0, "bottom": 0, "left": 0, "right": 0}
    return {"title": title, "margins": margins, "poster": poster_facts(visual)}
