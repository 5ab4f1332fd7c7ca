"""Small pictures for the sample tickets: a window with a message box, drawn here, so that no picture is anybody's."""

import struct
import zlib

WIDTH, HEIGHT = 640, 400
Colour = tuple[int, int, int]

DESKTOP: Colour = (58, 74, 92)
WINDOW: Colour = (244, 246, 248)
TITLE: Colour = (33, 97, 140)
TEXT: Colour = (150, 158, 168)
BOX: Colour = (255, 255, 255)
EDGE: Colour = (120, 130, 142)


def picture(mark: Colour, lines: tuple[int, ...]) -> bytes:
    """A PNG of 640 × 400: grey lines of the given lengths in a window, and a message box with a mark of that colour."""
    rows = [bytearray(bytes(DESKTOP) * WIDTH) for _ in range(HEIGHT)]

    def fill(left: int, top: int, width: int, height: int, colour: Colour) -> None:
        for row in rows[top : top + height]:
            row[left * 3 : (left + width) * 3] = bytes(colour) * width

    fill(40, 30, 560, 340, WINDOW)
    fill(40, 30, 560, 26, TITLE)
    for place, length in enumerate(lines):
        fill(64, 80 + place * 22, length, 9, TEXT)
    fill(179, 149, 282, 142, EDGE)
    fill(180, 150, 280, 140, BOX)
    fill(200, 172, 40, 40, mark)
    fill(256, 176, 180, 9, TEXT)
    fill(256, 198, 130, 9, TEXT)
    fill(360, 250, 80, 24, TITLE)
    return png(rows)


def png(rows: list[bytearray]) -> bytes:
    """Rows of 8-bit RGB as a PNG file."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))

    head = struct.pack("!2I5B", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
