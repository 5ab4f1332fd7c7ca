"""Every window in every state, as a list: drawn for people to look at, and measured by the test of looks."""

from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop_client.ui.examples import after_send, article, assist, enrol, finding, found_in_place, guide, main_window, panel, report, tray
from desktop_client.ui.examples.example import Example
from desktop_client.ui.look.theme import TEXT_POINTS, Theme
from desktop_client.ui.words import use_language

EXAMPLES: tuple[Example, ...] = (
    *tray.EXAMPLES,
    *panel.EXAMPLES,
    *report.EXAMPLES,
    *after_send.EXAMPLES,
    *enrol.EXAMPLES,
    *main_window.EXAMPLES,
    *article.EXAMPLES,
    *guide.EXAMPLES,
    *finding.EXAMPLES,
    *found_in_place.EXAMPLES,
    *assist.EXAMPLES,
)
SMALLEST_SCREEN = QSize(1366, 768)
"""On this nothing is clipped, at 200 % too."""
TITLE_BAR = 32


@dataclass(frozen=True)
class Look:
    """One way in which everything can look."""

    dark: bool
    language: str
    percent: int

    @property
    def name(self) -> str:
        """A part of a file name."""
        return f"{'dark' if self.dark else 'light'}-{self.language}-{self.percent}"


LOOKS = tuple(Look(dark, language, percent) for percent, language, dark in product((100, 200), ("en", "id"), (False, True)))


def dress(app: QApplication, look: Look, family: str = "") -> Theme:
    """Puts the look on the application; what is built next has it."""
    theme = Theme(dark=look.dark, size=TEXT_POINTS * look.percent / 100, family=family)
    theme.apply(app)
    use_language(look.language)
    return theme


def built(example: Example, theme: Theme) -> QWidget:
    """The example's window, shown, in its size, but no larger than the smallest screen."""
    window = example.build(theme)
    if example.width is not None and example.height is not None:
        wanted = QSize(theme.px(example.width), theme.px(example.height))
        window.resize(wanted.boundedTo(SMALLEST_SCREEN - QSize(0, TITLE_BAR)))
    window.show()
    settle()
    return window


def settle() -> None:
    """Lets layouts and fonts come to rest; a style sheet's sizes arrive with the second round."""
    for _round in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def picture(window: QWidget) -> QImage:
    """The window as it looks."""
    return window.grab().toImage()


def taken_down(window: QWidget) -> None:
    """The window is gone, and nothing of it comes later."""
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
