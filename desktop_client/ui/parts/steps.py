"""Steps below each other, joined by a line: done, now, still to come. The mark of each is painted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import paint_tick
from desktop_client.ui.parts.parts import Text, box
from desktop_client.ui.parts.progress_line import ProgressLine

DONE, NOW, WAITING, FAILED, LATER = "done", "now", "waiting", "failed", "later"
INKS = {DONE: "accent", NOW: "accent", WAITING: "warning", FAILED: "danger", LATER: "input"}


class StepMark(QWidget):
    """A disc with a tick, a ring with a dot, or a ring alone; the line leads on to the next step."""

    SIDE = 20

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._state, self._last = theme, LATER, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_state(self, state: str, *, last: bool) -> None:
        """The state, and whether it is the last step."""
        self._state, self._last = state, last
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self.SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.px(self.SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(0, 0, side, side).adjusted(1, 1, -1, -1)
        ink = theme.colour(INKS[self._state])
        if not self._last:
            painter.setPen(QPen(ink if self._state == DONE else theme.colour("border"), 2))
            painter.drawLine(QPointF(side / 2, side + 1), QPointF(side / 2, self.height()))
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if self._state == DONE else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if self._state == DONE:
            paint_tick(painter, disc, QPen(theme.colour("on_accent"), side / 10))
        elif self._state in {NOW, WAITING, FAILED}:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            dot = side * 0.2
            painter.drawEllipse(disc.center(), dot, dot)


class Step(QWidget):
    """One step: mark, title, a line of small words, perhaps progress; `aside` takes a button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = box(theme, self, spacing=14, across=True)
        self._mark = StepMark(theme)
        row.addWidget(self._mark)
        said = box(theme, spacing=1, margins=(0, 0, 0, 14))
        self._said = said
        self._title = Text(theme, wrap=True)
        self._text = Text(theme, tier="small", ink="muted", wrap=True)
        self._progress = ProgressLine(theme)
        said.addWidget(self._title)
        said.addWidget(self._text)
        said.addSpacing(theme.px(4))
        said.addWidget(self._progress)
        row.addLayout(said, 1)
        self.aside = box(theme, across=True)
        row.addLayout(self.aside)

    def say(self, state: str, title: str, text: str, *, progress: int | None = None, last: bool = False) -> None:
        """What the step says; `progress` in percent."""
        self._mark.show_state(state, last=last)
        self._title.setText(title)
        self._title.setFont(self._theme.font("text" if state == LATER else "label"))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._progress.setVisible(progress is not None)
        self._progress.show_progress(progress)
        self._progress.setAccessibleName(title)
        self._said.setContentsMargins(0, 0, 0, 0 if last else self._theme.px(14))
        self.setAccessibleName(f"{title} {text}".strip())
