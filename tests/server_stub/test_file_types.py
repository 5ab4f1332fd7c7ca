import pytest

from server_stub.file_types import picture_type


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg/>", ""),
        (b"", ""),
        (b"RIFF\0\0\0\0WAVE", ""),
    ],
)
def test_the_kind_of_a_picture_is_what_its_bytes_say(data: bytes, kind: str) -> None:
    assert picture_type(data) == kind
