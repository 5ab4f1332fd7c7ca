"""Controls by which one chooses: check box, switch, list, segments, radio group. What a style sheet can't draw sharply is painted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFrame, QPushButton, QRadioButton, QVBoxLayout, QWidget

from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import box


class Check(QCheckBox):
    """A check box, filled when checked, with a bar when only a part is; the whole row can be clicked."""

    SIDE = 20

    def __init__(self, theme: Theme, text: str = "", tier: str = "text") -> None:
        super().__init__(text)
        self._theme, self._tier = theme, tier
        self.setFont(theme.font(tier))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def nextCheckState(self) -> None:
        """A half-ticked box becomes ticked: half is only ever shown, never chosen."""
        self.setCheckState(Qt.CheckState.Unchecked if self.checkState() is Qt.CheckState.Checked else Qt.CheckState.Checked)

    def sizeHint(self) -> QSize:
        side, metrics = self._theme.px(self.SIDE), self.fontMetrics()
        words = self._theme.px(8) + metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() if self.text() else 0
        return QSize(side + words + 2, max(side + 2, metrics.height() + self._theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(self._theme.font(self._tier))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.px(self.SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(1, (self.height() - side) / 2, side, side)
        paint_check(painter, theme, square, self.checkState(), enabled=self.isEnabled(), hovered=self.underMouse())
        if self.text():
            painter.setPen(theme.colour("text" if self.isEnabled() else "disabled"))
            words = self.rect().adjusted(side + 1 + theme.px(8), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic, self.text())


def paint_check(painter: QPainter, theme: Theme, box: QRectF, state: Qt.CheckState, *, enabled: bool = True, hovered: bool = False) -> None:
    """The box of a check box: empty, ticked, or with a bar when only a part is."""
    square = box.adjusted(0.5, 0.5, -0.5, -0.5)
    chosen = state is not Qt.CheckState.Unchecked
    fill = ("accent" if enabled else "disabled") if chosen else ("hover" if hovered else "surface")
    painter.setPen(QPen(theme.colour(fill if chosen else "input"), 1))
    painter.setBrush(theme.colour(fill))
    painter.drawRoundedRect(square, theme.px(4), theme.px(4))
    if chosen:
        pen = QPen(theme.colour("on_accent" if enabled else "surface"), box.width() / 10)
        paint_tick(painter, box, pen, half=state is Qt.CheckState.PartiallyChecked)


def paint_tick(painter: QPainter, box: QRectF, pen: QPen, *, half: bool = False) -> None:
    """A tick in the middle of a square, or a bar for a half."""
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.28, 0.5), (0.72, 0.5)) if half else ((0.27, 0.53), (0.43, 0.69), (0.74, 0.34))
    painter.drawPolyline([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])


class Switch(QCheckBox):
    """On or off, with effect at once; a check mark in the knob says it without colour."""

    WIDTH, HEIGHT = 40, 22

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self.WIDTH), self._theme.px(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = theme.px(self.WIDTH), theme.px(self.HEIGHT)
        track = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        ink = theme.colour(("accent" if self.isEnabled() else "input") if on else "input")
        painter.setPen(QPen(ink, theme.px(1.5)))
        painter.setBrush(ink if on else theme.colour("surface"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        gap = theme.px(4) if not on else theme.px(3)
        knob = track.height() - 2 * gap
        left = track.right() - gap - knob if on else track.left() + gap
        disc = QRectF(left, track.top() + gap, knob, knob)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_accent" if on and self.isEnabled() else "surface" if on else "input"))
        painter.drawEllipse(disc)
        if on:
            paint_tick(painter, disc.adjusted(1, 1, -1, -1), QPen(ink, knob / 7))


class Choice(QComboBox):
    """One of a list. The wheel scrolls the page and never changes a choice that nobody looked at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme.high_contrast:
            return
        side = self._theme.px(16)
        colour = self._theme.colour("muted" if self.isEnabled() else "disabled")
        left = self.width() - side - self._theme.px(10)
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, pixmap("chevron-down", colour, side, self.devicePixelRatioF()))


class Segments(QFrame):
    """A few choices side by side, exactly one chosen: `on_choose` gets its key. Arrow keys move between them."""

    def __init__(self, theme: Theme, keys: Sequence[str], on_choose: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self._theme = theme
        layout = box(theme, self, margins=3, spacing=2, across=True)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key in keys:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setObjectName(f"segment_{key}")
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button, 1)
        if on_choose is not None:
            self._group.buttonClicked.connect(lambda _button: on_choose(self.chosen()))

    def name(self, key: str, text: str) -> None:
        """The word on a segment."""
        self._buttons[key].setText(text)
        self._make_room()

    def choose(self, key: str) -> None:
        """Shows a key as chosen; a key that is none of them chooses nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def chosen(self) -> str:
        """The key that is chosen, "" before any was."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        # As wide as the word is in bold, so that choosing moves nothing.
        metrics_font = self._theme.font("text")
        for button in self._buttons.values():
            button.setFont(metrics_font)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + self._theme.px(28))


class RadioGroup(QWidget):
    """Choices below each other, exactly one chosen; `on_choose` gets its key. Tab enters once, arrow keys choose."""

    def __init__(self, theme: Theme, keys: Sequence[str], on_choose: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        # The focus ring stands 4 px outside, and the group clips what leaves it.
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(4))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        for key in keys:
            button = QRadioButton()
            button.setMinimumHeight(theme.px(22))
            self._group.addButton(button)
            self._buttons[key] = button
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._on_choose = on_choose
        self.setFocusProxy(self._buttons[keys[0]])
        self._group.buttonToggled.connect(self._toggled)

    def _toggled(self, button: QRadioButton, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            # A label's accelerator leads to the chosen one.
            self.setFocusProxy(button)
            if self._on_choose is not None:
                self._on_choose(self.chosen())

    def button(self, key: str) -> QRadioButton:
        """The radio button of a key."""
        return self._buttons[key]

    def name(self, key: str, text: str) -> None:
        """The words of a choice."""
        self._buttons[key].setText(text)

    def choose(self, key: str) -> None:
        """Shows a key as chosen, without telling `on_choose`."""
        if key in self._buttons and not self._buttons[key].isChecked():
            self._group.blockSignals(True)
            self._buttons[key].setChecked(True)
            self._group.blockSignals(False)
            self.setFocusProxy(self._buttons[key])

    def chosen(self) -> str:
        """The key that is chosen, "" before any was."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")
