import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

from development.program_icon import APPLE_SIZES, WINDOWS_SIZES

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, "-m", "development.program_icon", str(folder)], cwd=ROOT, check=True)
    return folder


def test_windows_gets_every_size_drawn(icons: Path) -> None:
    reader = QImageReader(str(icons / "sigap.ico"))
    sizes = set()
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        picture = reader.read()
        assert not picture.isNull()
        sizes.add((picture.width(), picture.height()))
    assert sizes == {(px, px) for px in WINDOWS_SIZES}


def test_apple_gets_every_size_drawn(icons: Path) -> None:
    whole = (icons / "sigap.icns").read_bytes()
    assert whole[:4] == b"icns"
    assert struct.unpack(">I", whole[4:8]) == (len(whole),)
    seen, place = {}, 8
    while place < len(whole):
        kind, length = whole[place : place + 4], struct.unpack(">I", whole[place + 4 : place + 8])[0]
        seen[kind] = QImage.fromData(whole[place + 8 : place + length]).width()
        place += length
    assert seen == APPLE_SIZES


def test_the_picture_is_the_mark_on_nothing(icons: Path) -> None:
    picture = QImage(str(icons / "sigap.png"))
    assert picture.size().toTuple() == (256, 256)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(128, 20).alpha() == 255
