"""The tray icon in all its states and sizes, its menu, and the question before quitting."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_client.screens.tray import IconState, tray_view
from desktop_client.ui.examples.example import Example
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.quit_question import QuitQuestion
from desktop_client.ui.tray.tray import Tray, TrayActions
from desktop_client.ui.tray.tray_icon import tray_pixmap

SHOWN = (16, 22, 24, 32, 64)
PANELS = {False: "#ECEEF2", True: "#1E2127"}
STATES = {
    IconState.IDLE: "Idle",
    IconState.UNREAD: "Unread reply",
    IconState.WAITING: "Waiting to send",
    IconState.OUTAGE: "Outage",
    IconState.VIEWED: "Being viewed",
}
ROW, NAME, COLUMN = 88, 150, 326


class TraySheet(QWidget):
    """Every state at every size, on a light and on a dark panel, in real pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(NAME + 2 * COLUMN, ROW * len(STATES))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        for number, dark in enumerate(PANELS):
            painter.fillRect(QRect(NAME + number * COLUMN, 0, COLUMN, self.height()), QColor(PANELS[dark]))
        font = self._theme.font("label")
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        for row, (state, name) in enumerate(STATES.items()):
            painter.drawText(QRect(16, row * ROW, NAME - 16, ROW), Qt.AlignmentFlag.AlignVCenter, name)
            for number, dark in enumerate(PANELS):
                left = NAME + number * COLUMN + 20
                for px in SHOWN:
                    painter.drawPixmap(left, row * ROW + (ROW - px) // 2, tray_pixmap(state, px, dark_panel=dark))
                    left += px + 26


def _nothing(*_values: object) -> None:
    """An action that does nothing."""


def menu(theme: Theme) -> QWidget:
    """The menu, with something unread."""
    actions = TrayActions(
        report=_nothing,
        open_panel=_nothing,
        find_help=_nothing,
        open_home=_nothing,
        open_tickets=_nothing,
        open_computer=_nothing,
        open_settings=_nothing,
        quit=_nothing,
    )
    tray = Tray(theme, actions)
    tray.show_view(tray_view(unread=1))
    made = tray.menu
    tray.setParent(made)
    made.resize(made.sizeHint())
    return made


def quitting(theme: Theme) -> QWidget:
    """Two reports wait."""
    question = QuitQuestion(theme, _nothing)
    question.ask(2)
    return question


EXAMPLES = (
    Example("tray-icons", TraySheet),
    Example("tray-menu", menu),
    Example("quit-question", quitting),
)
