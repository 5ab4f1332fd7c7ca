"""An article's pictures: decoded with a bound, from their content."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from desktop_client.ui.article.article_picture import decoded


def picture(form: str = "PNG", width: int = 300, height: int = 100) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6E6E"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(buffer.data())


def bomb(side: int) -> bytes:
    """A PNG of one bit a pixel with that many on each side, nearly nothing packed."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    data = b"".join(packer.compress(row) for _number in range(64)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("form", ["PNG", "JPG", "BMP"])
def test_no_wider_than_asked_with_its_own_proportions(form: str) -> None:
    image = decoded(picture(form), 150)
    assert (image.width(), image.height()) == (150, 50)
    assert decoded(picture(form), 1000).width() == 300


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        picture()[:60],
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
        b"GIF89a<script>",
        bomb(60_000),
        bomb(8_000),
    ],
    ids=["empty", "text", "cut off", "svg", "polyglot", "60,000 × 60,000", "64 million pixels"],
)
def test_what_is_no_picture_or_too_large_is_null(data: bytes) -> None:
    assert decoded(data, 500).isNull()
