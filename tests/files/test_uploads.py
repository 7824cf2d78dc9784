from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from convoca.files.keeping import incoming


@pytest.mark.parametrize(("size", "lies_there"), [(1000, False), (3_000_000, True)])
def test_a_large_upload_lies_where_it_will_stay(
    rf: RequestFactory, settings, tmp_path: Path, size: int, lies_there: bool
) -> None:
    settings.MEDIA_ROOT = tmp_path
    content = bytes(size)
    request = rf.post("/", {"file": SimpleUploadedFile("thư.pdf", content)})
    upload = request.FILES["file"]
    assert (upload.name, upload.size, upload.read()) == ("thư.pdf", size, content)
    assert [path.stat().st_size for path in incoming().iterdir()] == [size] * lies_there
    upload.close()
    assert list(incoming().iterdir()) == []
