import io

import pytest
from django.test import RequestFactory

from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.files.responses import download
from convoca.journal.actors import ANONYMOUS
from files import made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_file_is_given_out_to_be_saved_and_can_do_nothing() -> None:
    stored = store(by=ANONYMOUS, stream=io.BytesIO(made.docx()), name='Phụ lục "1"; a=b.docx')
    answer = download(stored, inline=True)
    assert (answer.getvalue(), answer.close()) == (stored.read(), None)
    assert answer["Content-Type"] == stored.media_type
    assert answer["Content-Disposition"] == (
        f'attachment; filename="{stored.uid.hex[:12]}.docx"; '
        "filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20%221%22%3B%20a%3Db.docx"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


@pytest.mark.parametrize(
    ("name", "content", "how"),
    [
        ("a.png", made.PNG, "inline"),
        ("a.pdf", made.pdf(), "inline"),
        ("a.eml", made.MAIL, "attachment"),
    ],
)
def test_only_pictures_and_pdf_are_shown(name: str, content: bytes, how: str) -> None:
    kinds = frozenset(Kind)
    stored = store(by=ANONYMOUS, stream=io.BytesIO(content), name=name, kinds=kinds)
    answer = download(stored, inline=True)
    assert (answer.getvalue(), answer.close()) == (content, None)
    assert answer["Content-Disposition"].partition(";")[0] == how


def test_the_sites_own_policy_does_not_replace_the_files(rf: RequestFactory, settings) -> None:
    from csp.middleware import CSPMiddleware

    stored = store(by=ANONYMOUS, stream=io.BytesIO(made.PNG), name="a.png")
    answer = CSPMiddleware(lambda request: download(stored))(rf.get("/"))
    answer.close()
    assert answer["Content-Security-Policy"].startswith("sandbox")
