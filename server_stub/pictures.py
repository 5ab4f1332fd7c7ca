"""Which files may be shown as pictures: PNG, JPEG, GIF and WebP by their first bytes, never by what the sender calls them, and only of a
size that a browser can unfold. SVG is none of them: it can hold scripts.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MOST_PIXELS = 40_000_000
HEAD_BYTES = 256 * 1024
"""A JPEG's size may stand behind a long preview and colour profile."""


class Picture(NamedTuple):
    """A picture's real media type, and its size in pixels as it is stored."""

    type: str
    width: int
    height: int


def picture_in(path: Path) -> Picture | None:
    """What a file is, if it may be shown: None for all else, also for a picture of more than 40 megapixels. Raises `OSError`."""
    with path.open("rb") as file:
        return picture_of(file.read(HEAD_BYTES))


def picture_of(head: bytes) -> Picture | None:
    """What the first bytes of a file say it is; see `picture_in`."""
    for kind, size in (("image/png", png(head)), ("image/gif", gif(head)), ("image/webp", webp(head)), ("image/jpeg", jpeg(head))):
        if size:
            width, height = size
            return Picture(kind, width, height) if 0 < width * height <= MOST_PIXELS else None
    return None


def png(head: bytes) -> tuple[int, int] | None:
    """Its size (PNG, section 11.2.2: IHDR comes first)."""
    if len(head) < 33 or head[:16] != b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR":
        return None
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def gif(head: bytes) -> tuple[int, int] | None:
    """Its size (GIF89a, section 18: the logical screen)."""
    if len(head) < 13 or head[:6] not in {b"GIF87a", b"GIF89a"}:
        return None
    return int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")


def webp(head: bytes) -> tuple[int, int] | None:
    """Its size (RFC 9649, sections 2.5 to 2.7: simple lossy, simple lossless, extended)."""
    if len(head) < 30 or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    if head[12:16] == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if head[12:16] == b"VP8L" and head[20] == 0x2F:
        packed = int.from_bytes(head[21:25], "little")
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if head[12:16] == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    return None


def jpeg(head: bytes) -> tuple[int, int] | None:
    """Its size (ITU T.81, B.2.2: the frame header)."""
    if head[:3] != b"\xff\xd8\xff":
        return None
    return next((size for marker, size in segments(head) if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}), None)


def segments(head: bytes) -> Iterator[tuple[int, tuple[int, int]]]:
    """A JPEG's markers with what would be the size if it is a frame header (ITU T.81, B.1.1)."""
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        if head[at + 1] == 0xFF:
            at += 1  # fill bytes
            continue
        marker = head[at + 1]
        yield marker, (int.from_bytes(head[at + 7 : at + 9], "big"), int.from_bytes(head[at + 5 : at + 7], "big"))
        if (length := int.from_bytes(head[at + 2 : at + 4], "big")) < 2:
            return
        at += 2 + length
