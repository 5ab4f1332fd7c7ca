"""What a file is, is read from its bytes."""

import struct
import zlib
from pathlib import Path

import pytest

from server_stub.pictures import Picture, picture_in, picture_of


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\0" * 9
    return b"\xff\xd8" + before + frame + b"\xff\xda\0\x0c" + b"\0" * 20


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + struct.pack("<I", len(body)) + body.ljust(20, b"\0")


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (png(1920, 1080), Picture("image/png", 1920, 1080)),
        (b"GIF89a" + struct.pack("<HH", 30, 20) + b"\0\0\0", Picture("image/gif", 30, 20)),
        (jpeg(640, 480), Picture("image/jpeg", 640, 480)),
        (jpeg(640, 480, b"\xff\xe1\xff\xff" + b"E" * 65_533 + b"\xff\xff\xff\xc4\0\x04\0\0"), Picture("image/jpeg", 640, 480)),
        (webp(b"VP8X", b"\0\0\0\0" + (99).to_bytes(3, "little") + (49).to_bytes(3, "little")), Picture("image/webp", 100, 50)),
        (webp(b"VP8L", b"\x2f" + ((99) | (49 << 14)).to_bytes(4, "little")), Picture("image/webp", 100, 50)),
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 100, 50)), Picture("image/webp", 100, 50)),
        (png(60_000, 60_000), None),
        (png(8_000, 8_000), None),
        (png(0, 10), None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", None),
        (b"<!doctype html><script>1</script>", None),
        (b"%PDF-1.7", None),
        (b"BM" + b"\0" * 50, None),
        (b"\xff\xd8\xff\xe0\0\0", None),
        (jpeg(640, 480, b"\xff\xe0\0\0" * 3), None),
        (b"", None),
        (png(10, 10)[:20], None),
    ],
)
def test_pictures_by_their_first_bytes(head: bytes, found: Picture | None) -> None:
    assert picture_of(head) == found


def test_a_file_is_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(png(3, 4) + b"<script>" * 100_000)
    assert picture_in(path) == Picture("image/png", 3, 4)
