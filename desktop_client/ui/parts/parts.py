"""The pieces that windows are made of: text, icons, buttons, frames. Each takes the theme first and follows its changes by itself."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_client.ui.look.icons import icon, pixmap
from desktop_client.ui.look.theme import Theme

LOOK_EVENTS = (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange)
CONTROL = 36
QT_GAP = 4
"""What Qt leaves between icon and words, whatever the text size is."""
ICON = 18
BUTTON_INKS = {"primary": "on_accent", "danger": "danger", "quiet": "accent_text", "stop": "surface", "alarm": "danger"}
BUTTON_TIERS = dict.fromkeys(BUTTON_INKS, "label")


class Text(QLabel):
    """A piece of text, always plain: what a person or a technician wrote is never read as markup.

    `tier` is a size of `theme.TIERS`, `ink` a colour: muted, accent, danger, warning, success; "" the text colour.
    """

    def __init__(
        self, theme: Theme, text: str = "", tier: str = "text", ink: str = "", *, wrap: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(text)
        self._theme, self._tier = theme, tier
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setProperty("ink", ink)
        self.setFont(theme.font(tier))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(self._theme.font(self._tier))


class IconLabel(QWidget):
    """An icon that says something beside words; it is left out for screen readers, the words say it."""

    def __init__(self, theme: Theme, name: str, colour: str = "muted", px: int = ICON) -> None:
        super().__init__()
        self._theme, self._name, self._colour, self._px = theme, name, colour, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str) -> None:
        """Another icon in its place."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._px)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(self._px)
        picture = pixmap(self._name, self._theme.colour(self._colour), side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)


class Button(QPushButton):
    """A button. `kind`: "" bordered, primary (one a screen), danger, stop (filled red), quiet (looks like a link), alarm (a red one), tool,
    icon (square, give it a name).
    """

    def __init__(
        self, theme: Theme, text: str = "", kind: str = "", icon_name: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        super().__init__(text)
        self._theme, self._kind, self._icon_name = theme, kind, icon_name
        self._ink = ""
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "quiet" else Qt.CursorShape.ArrowCursor)
        self._follow_theme()
        if on_click is not None:
            self.clicked.connect(lambda _checked: on_click())

    def set_icon(self, name: str, ink: str = "") -> None:
        """Another icon, in the button's own ink or a token."""
        self._icon_name, self._ink = name, ink
        self._follow_theme()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_EVENTS:
            self._follow_theme()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._kind == "icon":
            side = self._theme.px(CONTROL)
            return QSize(side, side)
        if self._icon_name and self.text():
            # Qt counts 4 pixels between icon and text whatever the text size is, and may clip the last letter.
            hint.setWidth(hint.width() + self._theme.px(4))
        return QSize(hint.width(), max(hint.height(), self._theme.px(CONTROL)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _follow_theme(self) -> None:
        theme = self._theme
        self.setFont(theme.font(BUTTON_TIERS.get(self._kind, "text")))
        if self._icon_name:
            side = theme.px(ICON)
            # In high contrast every button has the system's ground, so its ink is the system's text.
            ink = "text" if theme.high_contrast else self._ink or BUTTON_INKS.get(self._kind, "text")
            disabled = theme.colour("muted" if self._kind == "primary" else "disabled")
            gap = 0 if self._kind == "icon" else max(0, theme.px(8) - QT_GAP)
            self.setIconSize(QSize(side + gap, side))
            self.setIcon(icon(self._icon_name, theme.colour(ink), side, disabled, gap))


class RowButton(QPushButton):
    """A whole row as one button: fill `content`, and give it an accessible name that says the row as a sentence."""

    def __init__(
        self, theme: Theme, on_click: Callable[[], object] | None = None, margins: tuple[int, int, int, int] = (8, 8, 8, 8)
    ) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.content = QHBoxLayout(self)
        self.content.setContentsMargins(*(theme.px(m) for m in margins))
        self.content.setSpacing(theme.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if on_click is not None:
            self.clicked.connect(lambda _checked: on_click())

    def sizeHint(self) -> QSize:
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.content.minimumSize()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.LayoutRequest}:
            # Fonts come late: without this a row keeps the height of the first guess.
            self.setMinimumHeight(self.content.sizeHint().height())
            self.updateGeometry()
        return done


class Pill(QLabel):
    """A word in a capsule. Tones: accent, warning, danger, success, neutral, and count (filled, for a number)."""

    GROUNDS: ClassVar = {
        "accent": ("accent_soft", "accent_text"),
        "warning": ("warning_soft", "warning"),
        "danger": ("danger_soft", "danger"),
        "success": ("success_soft", "success"),
        "neutral": ("hover", "muted"),
        "count": ("accent", "on_accent"),
    }

    def __init__(self, theme: Theme, text: str = "", tone: str = "neutral") -> None:
        super().__init__(text)
        self._theme, self._tone = theme, tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("small_label"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height() + self._theme.px(4)
        return QSize(max(height, self.fontMetrics().horizontalAdvance(self.text()) + self._theme.px(14)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(self._theme.font("small_label"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ink = self.GROUNDS[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("text") if self._theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme.colour(ink))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def box(
    theme: Theme, parent: QWidget | None = None, *, margins: int | tuple[int, int, int, int] = 0, spacing: int = 8, across: bool = False
) -> QBoxLayout:
    """A layout, downward or across, with margins (left, top, right, bottom) and spacing at 10 point text."""
    layout = (QHBoxLayout if across else QVBoxLayout)(*([parent] if parent is not None else []))
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*(theme.px(side) for side in sides))
    layout.setSpacing(theme.px(spacing))
    return layout


def frame(
    theme: Theme, role: str, tone: str = "", *, margins: int | tuple[int, int, int, int] = 16, spacing: int = 8, across: bool = False
) -> tuple[QFrame, QBoxLayout]:
    """A ground and the layout on it. Roles: card, plain, header, footer, tone, banner; tones: accent, warning, danger, success."""
    made = QFrame()
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    if theme.high_contrast and role in {"card", "tone", "banner"}:
        made.setFrameShape(QFrame.Shape.Box)
    return made, box(theme, made, margins=margins, spacing=spacing, across=across)


def line(*, upright: bool = False) -> QFrame:
    """A thin line, across or upright."""
    made = QFrame()
    made.setProperty("role", "line")
    (made.setFixedWidth if upright else made.setFixedHeight)(1)
    return made


_leaving: dict[int, QWidget] = {}


def emptied(layout: QBoxLayout) -> QBoxLayout:
    """The layout without the widgets, layouts and spaces that were in it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            # Without a parent it would be gone with its last name in Python, perhaps in the middle of the click on it.
            number = id(widget)
            _leaving[number] = widget
            widget.destroyed.connect(lambda _object=None, number=number: _leaving.pop(number, None))
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)
            inner.deleteLater()
    return layout
