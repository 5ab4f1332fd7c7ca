"""The foot of the guide player: the way back at the left, what can be done at the right, the main thing filled."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, box, emptied


@dataclass(frozen=True)
class Press:
    """A button: its object name, its words, its icon ("" for none), and what it does."""

    name: str
    words: str
    icon: str
    do: Callable[[], object]
    enabled: bool = True


@dataclass(frozen=True, kw_only=True)
class Foot:
    """What stands at the foot. `main` is the only filled button."""

    left: tuple[Press, ...] = ()
    right: tuple[Press, ...] = ()
    main: Press | None = None


class GuideFooter(QWidget):
    """Buttons that go into a second line where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        whole = box(theme, self, spacing=0)
        ground = QFrame()
        ground.setProperty("role", "footer")
        whole.addWidget(ground)
        self._row = box(theme, ground, margins=(32, 11, 32, 11), spacing=8, across=True)
        self._left = box(theme, spacing=8, across=True)
        self._right = box(theme, spacing=8, across=True)
        self._row.addLayout(self._left)
        self._row.addStretch(1)
        self._row.addLayout(self._right)
        self.main: Button | None = None

    def show_foot(self, foot: Foot) -> None:
        """Other buttons."""
        emptied(self._left)
        emptied(self._right)
        for press in foot.left:
            self._left.addWidget(self._button(press))
        for press in foot.right:
            self._right.addWidget(self._button(press))
        self.main = self._button(foot.main, kind="primary") if foot.main is not None else None
        if self.main is not None:
            self._right.addWidget(self.main)
        self._arrange()

    def _button(self, press: Press, kind: str = "") -> Button:
        made = Button(self._theme, press.words, kind=kind, icon_name=press.icon, on_click=press.do)
        made.setObjectName(press.name)
        made.setEnabled(press.enabled)
        return made

    def minimumSizeHint(self) -> QSize:
        # What it needs when it is narrowest; with less than in one line it takes more lines.
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In one line, or the main side above the other where there is no room."""
        left, right = self._in_one_line(self._left), self._in_one_line(self._right)
        room = self.width() - self._theme.px(64)
        below = left + right + self._theme.px(16) > room and self._left.count() > 0
        # The first of a column stands on top: what matters most there, the way back below.
        self._row.setDirection(QBoxLayout.Direction.BottomToTop if below else QBoxLayout.Direction.LeftToRight)
        self._right.setDirection(QBoxLayout.Direction.BottomToTop if right > room else QBoxLayout.Direction.LeftToRight)

    def _in_one_line(self, layout: QBoxLayout) -> int:
        """How wide its buttons are beside each other, however they stand now."""
        buttons = [layout.itemAt(number).widget() for number in range(layout.count())]
        return sum(button.sizeHint().width() for button in buttons) + max(0, len(buttons) - 1) * layout.spacing()
