import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from convoca.typesetting import engine
from convoca.typesetting.documents import letter_pdf
from convoca.typesetting.engine import pdf_text
from convoca.typesetting.errors import SettingFailed
from convoca.typesetting.fonts import font_set

from .made import letter


def test_a_warning_of_the_typesetter_is_an_error(monkeypatch, tmp_path):
    (tmp_path / "odd.typ").write_text('#set text(font: "No Such Family", fallback: false)\nabc')
    monkeypatch.setattr(engine, "TEMPLATES", tmp_path)

    with pytest.raises(SettingFailed, match="unknown font family"):
        engine._set("odd.typ", {}, dated=letter().dated, format="pdf")


def test_an_error_of_the_typesetter_names_the_template(monkeypatch, tmp_path):
    (tmp_path / "broken.typ").write_text("#nothing-of-that-name")
    monkeypatch.setattr(engine, "TEMPLATES", tmp_path)

    with pytest.raises(SettingFailed, match=r"broken\.typ"):
        engine._set("broken.typ", {}, dated=letter().dated, format="pdf")


def test_the_letters_are_read_back_from_a_pdf():
    engine._read_back_once.cache_clear()
    engine._read_back_once(font_set().folder)

    assert engine._read_back_once.cache_info().misses == 1


def test_what_cannot_be_drawn_is_spelled_out():
    assert engine.unprintable("aữ\U0001f600b\U0001f600") == "\U0001f600"
    assert engine.spelled_out("a\U0001f600\tb") == "a[U+1F600]\tb"


def test_documents_load_without_django():
    code = (
        "import sys, convoca.typesetting.documents, convoca.standards.decree30;"
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_pdfs_are_read_by_several_threads_at_once():
    made = letter_pdf(letter(addressees=("Bộ Y tế",)))
    expected = pdf_text(made)
    with ThreadPoolExecutor(max_workers=8) as pool:
        read = list(pool.map(pdf_text, [made] * 400))

    assert read == [expected] * 400
