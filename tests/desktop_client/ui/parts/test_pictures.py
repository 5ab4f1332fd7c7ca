from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import load_at_once, png
from desktop_client.ui.parts.pictures import Shot, Thumbnail

BLUE = "#1d5fa8"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    image = QImage(192, 108, QImage.Format.Format_RGB32)
    image.fill(QColor(BLUE))
    (tmp_path / "a.png").write_bytes(png(image))
    return tmp_path / "a.png"


def test_a_picture_keeps_its_proportions_and_stays_low_enough(qtbot: QtBot, theme: Theme) -> None:
    shot = Shot(theme, lambda *_: None, widest=364, highest=280)
    qtbot.addWidget(shot)
    shot.show_picture(Path("a"), QSize(1920, 1080), included=True, name="Screen 1")
    assert [shot.heightForWidth(width) for width in (364, 182, 900)] == [205, 102, 205]
    shot.show_picture(Path("b"), QSize(1080, 1920), included=True, name="Screen 2")
    assert shot.heightForWidth(364) == 280
    shot.show_picture(Path("c"), QSize(0, 0), included=True, name="Screen 3")
    assert shot.heightForWidth(320) == 180


def test_what_stays_here_is_faint(qtbot: QtBot, theme: Theme, file: Path) -> None:
    shot = Shot(theme, load_at_once)
    qtbot.addWidget(shot)
    shot.resize(364, 205)
    seen = []
    for included in (True, False):
        shot.show_picture(file, QSize(192, 108), included=included, name="Screen 1")
        seen.append(QColor(shot.grab().toImage().pixel(182, 100)).name())
    assert seen[0] == BLUE
    assert QColor(seen[1]).lightness() > QColor(BLUE).lightness() + 60


def test_a_picture_that_comes_late_for_another_is_not_shown(qtbot: QtBot, theme: Theme) -> None:
    waiting = {}
    shot = Shot(theme, lambda file, _fit, done: waiting.update({file.name: done}))
    qtbot.addWidget(shot)
    shot.show_picture(Path("first"), QSize(16, 9), included=True, name="1")
    shot.show_picture(Path("second"), QSize(16, 9), included=True, name="2")
    late = QImage(16, 9, QImage.Format.Format_RGB32)
    waiting["first"](late)
    assert shot._image.isNull()
    waiting["second"](late)
    assert not shot._image.isNull()


def test_a_thumbnail_is_a_button_with_a_name(qtbot: QtBot, theme: Theme, file: Path) -> None:
    clicks: list[int] = []
    thumbnail = Thumbnail(theme, load_at_once, file, QSize(192, 108), lambda: clicks.append(1))
    qtbot.addWidget(thumbnail)
    thumbnail.show_state("Screen 2", "Screen 2, Stays here", included=False)
    thumbnail.show()
    qtbot.mouseClick(thumbnail, Qt.MouseButton.LeftButton)
    assert clicks == [1]
    assert thumbnail.isChecked()
    assert thumbnail.accessibleName() == "Screen 2, Stays here"
    narrow = thumbnail.sizeHint().width()
    thumbnail.show_state("A screen with a long name", "", included=True)
    assert thumbnail.sizeHint().width() > narrow
