import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.steps import DONE, FAILED, LATER, NOW, WAITING, Step, StepMark


def test_a_step_says_its_state_by_shape_too(qtbot: QtBot, theme: Theme) -> None:
    shapes = {}
    for state in (DONE, NOW, LATER):
        mark = StepMark(theme)
        qtbot.addWidget(mark)
        mark.resize(20, 20)
        mark.show_state(state, last=True)
        image = mark.grab().toImage()
        ground = QColor(image.pixel(0, 0))
        shapes[state] = tuple(QColor(image.pixel(x, 10)) != ground for x in range(20))
    assert len(set(shapes.values())) == 3


@pytest.mark.parametrize("state", [DONE, NOW, WAITING, FAILED, LATER])
def test_a_step_is_read_out_whole(qtbot: QtBot, theme: Theme, state: str) -> None:
    step = Step(theme)
    qtbot.addWidget(step)
    step.show()
    step.say(state, "Sending: 43%", "0.6 MB of 1.4 MB", progress=43)
    progress = step.findChild(QProgressBar)
    assert (step.accessibleName(), progress.value(), progress.accessibleName()) == ("Sending: 43% 0.6 MB of 1.4 MB", 43, "Sending: 43%")
    step.say(state, "Saved", "")
    assert not progress.isVisible()


def test_a_disc_has_the_tone_of_what_happened(qtbot: QtBot, theme: Theme) -> None:
    disc = Disc(theme)
    qtbot.addWidget(disc)
    disc.resize(disc.sizeHint())
    inks = []
    for tone in ("success", "danger"):
        disc.show_icon("check", tone)
        inks.append(QColor(disc.grab().toImage().pixel(28, 6)).name())
    assert inks == [theme.colour("success_soft").name(), theme.colour("danger_soft").name()]
