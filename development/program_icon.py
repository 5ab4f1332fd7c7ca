"""Draws the program's icon for packages: a picture for Linux, and the containers that Windows and macOS want, made of the same pictures.

Followed: Microsoft's ICO with PNG entries (since Windows Vista), and Apple's icns with PNG entries.
"""

import os
import struct
import sys
from pathlib import Path

WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
APPLE_SIZES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}
LINUX_SIZE = 256


def png(px: int) -> bytes:
    """The mark in px × px pixels. A QGuiApplication has to be there."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: PLC0415 - the containers need no Qt

    from desktop_client.ui.look.mark import app_mark  # noqa: PLC0415 - the same

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    app_mark(px).save(buffer, "PNG")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file for Windows out of PNG pictures by their size in pixels (at most 256)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries, body = b"", b""
    for px, picture in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", px % 256, px % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + entries + body


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """An icon file for macOS out of PNG pictures by their type."""
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main(folder: Path) -> int:
    """Writes sigap.png, sigap.ico and sigap.icns into the folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - after the platform is chosen

    drawing = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sigap.png").write_bytes(png(LINUX_SIZE))
    (folder / "sigap.ico").write_bytes(ico({px: png(px) for px in WINDOWS_SIZES}))
    (folder / "sigap.icns").write_bytes(icns({kind: png(px) for kind, px in APPLE_SIZES.items()}))
    drawing.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
