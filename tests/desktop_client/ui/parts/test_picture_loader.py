import threading
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_client.ui.background import Background
from desktop_client.ui.parts import picture_loader
from desktop_client.ui.parts.picture_loader import KEPT, PictureLoader, png, read_picture


def picture(folder: Path, width: int, height: int, name: str = "a.png") -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    (folder / name).write_bytes(png(image))
    return folder / name


def test_pictures_come_small_and_in_their_proportions(qapp: object, tmp_path: Path) -> None:
    file = picture(tmp_path, 1920, 1080)
    assert read_picture(file, QSize(364, 280)).size().toTuple() == (364, 204)
    assert read_picture(picture(tmp_path, 20, 10), QSize(364, 280)).size().toTuple() == (20, 10)


def test_what_is_no_picture_is_null(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"not a picture")
    assert read_picture(tmp_path / "no.png", QSize(10, 10)).isNull()
    assert read_picture(tmp_path / "missing.png", QSize(10, 10)).isNull()


def test_reading_happens_beside_qts_thread_and_once(qtbot: QtBot, tmp_path: Path, monkeypatch: object) -> None:
    file = picture(tmp_path, 400, 300)
    readers: list[threading.Thread] = []

    def read(path: Path, fit: QSize) -> QImage:
        readers.append(threading.current_thread())
        return read_picture(path, fit)

    monkeypatch.setattr(picture_loader, "read_picture", read)
    background = Background()
    loader = PictureLoader(background)
    seen: list[QImage] = []
    loader.load(file, QSize(100, 100), seen.append)
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 1)
    loader.load(file, QSize(100, 100), seen.append)
    assert len(seen) == 2
    assert len(readers) == 1
    assert readers[0] is not threading.main_thread()
    background.close()


def test_only_the_last_few_stay_in_memory(qtbot: QtBot, tmp_path: Path) -> None:
    background = Background()
    loader = PictureLoader(background)
    seen: list[QImage] = []
    for number in range(KEPT + 5):
        loader.load(picture(tmp_path, 20, 20, f"{number}.png"), QSize(10, 10), seen.append)
    qtbot.waitUntil(lambda: len(seen) == KEPT + 5)
    assert len(loader._kept) == KEPT
    loader.forget()
    assert len(loader._kept) == 0
    background.close()
