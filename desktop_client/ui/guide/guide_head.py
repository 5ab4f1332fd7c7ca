"""The head of the guide player: which guide, which step, and the way to go on later."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from desktop_client.ui.guide.step_marks import StepMarks
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, Text, box
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import number


class GuideHead(Worded):
    """`on_later` leaves the guide and keeps the place."""

    def __init__(self, theme: Theme, on_later: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._step, self._steps = 1, 1
        whole = box(theme, self, spacing=0)
        ground = QFrame()
        ground.setProperty("role", "header")
        whole.addWidget(ground)
        column = box(theme, ground, margins=(32, 8, 22, 14), spacing=6)
        self._row = box(theme, spacing=8, across=True)
        self._title = Text(theme, tier="label", wrap=True)
        self._title.setObjectName("guide_title")
        self._row.addWidget(self._title, 1)
        self._aside = box(theme, spacing=8, across=True)
        self._count = Text(theme, ink="muted")
        self._count.setObjectName("guide_step")
        self._aside.addWidget(self._count)
        self.later = Button(theme, kind="quiet", icon_name="clock", on_click=on_later)
        self.later.setObjectName("later")
        self._aside.addWidget(self.later, 0, Qt.AlignmentFlag.AlignRight)
        self._row.addLayout(self._aside)
        column.addLayout(self._row)
        self._marks = StepMarks(theme)
        marks = box(theme, margins=(0, 0, 10, 0))
        marks.addWidget(self._marks)
        column.addLayout(marks)
        self.retranslate()

    def show_step(self, guide: str, step: int, steps: int) -> None:
        """The guide's title, the step of now and about how many there are."""
        self._title.setText(guide)
        self._step, self._steps = step, max(step, steps)
        self._marks.show_step(step, steps)
        self.retranslate()

    def retranslate(self) -> None:
        self._count.setText(self.tr("Step {i} of about {n}").format(i=number(self._step), n=number(self._steps)))
        self.later.setText(self.tr("Continue later"))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # What it needs when it is narrowest; with less than in one line it takes more lines.
        return QSize(self._theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        aside = self._count.sizeHint().width() + self.later.sizeHint().width() + self._theme.px(16)
        below = self.width() - self._theme.px(64) - aside < self._theme.px(240)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(self._theme.px(0 if below else 8))
        self._aside.setStretch(0, 1 if below else 0)
