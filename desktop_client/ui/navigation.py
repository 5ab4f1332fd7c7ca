"""The way between the pages of the main window, with whom to call and whether Sigap is connected at its foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import IconLabel, Text, box
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import desk as desk_words

WIDE, SMALL = 200, 64
ENTRY = 40


class Entry(QPushButton):
    """A page's entry: a bar, weight and colour when it is chosen; a count when something is new there."""

    def __init__(self, theme: Theme, icon: str, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._words, self._count, self._count_words, self._icons_only = "", 0, "", False
        self.setProperty("kind", "row")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: on_click())

    def say(self, words: str, count: int, count_words: str) -> None:
        """Its words, how many are new, and that as words."""
        self._words, self._count, self._count_words = words, count, count_words
        self.setAccessibleName(f"{words}, {count_words}" if count else words)
        self.setToolTip(words if self._icons_only else "")
        self.updateGeometry()
        self.update()

    def set_icons_only(self, *, only: bool) -> None:
        """Whether there is no room for words."""
        self._icons_only = only
        self.setToolTip(self._words if only else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self._icons_only:
            return QSize(px(ENTRY), px(ENTRY))
        words = self.fontMetrics().horizontalAdvance(self._words) * 1.08
        return QSize(round(words) + px(42) + px(40), px(ENTRY))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = self.isChecked()
        whole = QRectF(self.rect())
        if chosen or self.underMouse():
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(whole, px(6), px(6))
        if chosen:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(px(2), whole.center().y() - px(9), px(3), px(18)), px(1.5), px(1.5))
        side = px(20)
        left = (self.width() - side) // 2 if self._icons_only else px(13)
        ink = theme.colour("accent_text" if chosen else "muted")
        painter.drawPixmap(left, (self.height() - side) // 2, pixmap(self._icon, ink, side, self.devicePixelRatioF()))
        if self._count:
            self._paint_count(painter)
        if not self._icons_only:
            font = QFont(theme.font("label" if chosen else "text"))
            painter.setFont(font)
            painter.setPen(theme.colour("accent_text" if chosen else "text"))
            painter.drawText(self.rect().adjusted(px(42), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)

    def _paint_count(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        painter.setBrush(theme.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        if self._icons_only:
            painter.drawEllipse(QRectF(self.width() - px(14), px(6), px(8), px(8)))
            return
        text = str(self._count)
        painter.setFont(theme.font("small_label"))
        wide = max(px(20), painter.fontMetrics().horizontalAdvance(text) + px(12))
        spot = QRectF(self.width() - px(10) - wide, (self.height() - px(20)) / 2, wide, px(20))
        painter.drawRoundedRect(spot, px(10), px(10))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Up and down move between the entries and choose at once.
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        entries = [entry for entry in self.parentWidget().findChildren(Entry) if entry.isVisible()]
        at = entries.index(self) + step
        if 0 <= at < len(entries):
            entries[at].setFocus(Qt.FocusReason.TabFocusReason)
            entries[at].click()


class Navigation(Worded):
    """The entries. `on_choose` gets a page's number."""

    ICONS = ("home", "message", "book", "device-laptop", "settings")
    NAMES = ("home", "tickets", "help", "computer", "settings")

    def __init__(self, theme: Theme, on_choose: Callable[[int], object]) -> None:
        super().__init__()
        self._theme = theme
        self._unread = 0
        self._desk = UNKNOWN
        self._connected = False
        self._icons_only = False
        self.setObjectName("navigation")
        column = box(theme, self, margins=(12, 16, 12, 16), spacing=4)
        self._entries = [Entry(theme, icon, lambda number=number: on_choose(number)) for number, icon in enumerate(self.ICONS)]
        for name, entry in zip(self.NAMES, self._entries, strict=True):
            entry.setObjectName(f"go_{name}")
            column.addWidget(entry)
        column.addStretch(1)
        column.addWidget(self._call())
        column.addSpacing(theme.px(8))
        column.addWidget(self._connection())
        self.retranslate()

    def choose(self, number: int) -> None:
        """Shows a page as chosen."""
        self._entries[number].setChecked(True)

    def focus(self) -> None:
        """The keyboard goes to the chosen entry."""
        next(entry for entry in self._entries if entry.isChecked()).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unread(self, unread: int) -> None:
        """How many messages are new."""
        self._unread = unread
        self.retranslate()

    def show_desk(self, desk: Desk, *, connected: bool) -> None:
        """Whom to call, and whether the backend is reached."""
        self._desk, self._connected = desk, connected
        self.retranslate()

    def set_icons_only(self, *, only: bool) -> None:
        """Whether there is no room for words."""
        self._icons_only = only
        for entry in self._entries:
            entry.set_icons_only(only=only)
        self.setFixedWidth(self._theme.px(SMALL)) if only else self._natural_width()
        self.retranslate()

    def retranslate(self) -> None:
        words = (self.tr("Home"), self.tr("My tickets"), self.tr("Help articles"), self.tr("This computer"), self.tr("Settings"))
        for name, entry, said in zip(self.NAMES, self._entries, words, strict=True):
            count = self._unread if name == "tickets" else 0
            entry.say(said, count, self.tr("%n unread", "", count))
        who = self.tr("Call {desk}").format(desk=desk_words(self._desk.help_desk))
        self._who.setText(who)
        self._telephone.setText(self._desk.telephone)
        self._calls.setVisible(bool(self._desk.telephone))
        self._calls.setToolTip(f"{who}: {self._desk.telephone}" if self._icons_only else "")
        state = self.tr("Connected") if self._connected else self.tr("Not connected")
        self._state.setText(state)
        self._state_icon.show_icon("cloud-check" if self._connected else "cloud-off", "success" if self._connected else "muted")
        self._connects.setToolTip(state if self._icons_only else "")
        self._connects.setAccessibleName(state)
        for label in (self._who, self._telephone, self._state):
            label.setVisible(not self._icons_only)
        if not self._icons_only:
            self._natural_width()

    def _natural_width(self) -> None:
        margins = self.layout().contentsMargins()
        widest = max(entry.sizeHint().width() for entry in self._entries)
        self.setFixedWidth(max(self._theme.px(WIDE), widest + margins.left() + margins.right()))

    def _call(self) -> QWidget:
        theme = self._theme
        self._calls = QWidget()
        row = box(theme, self._calls, margins=(13, 0, 0, 0), spacing=8, across=True)
        row.addWidget(IconLabel(theme, "phone", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = box(theme, spacing=0)
        self._who = Text(theme, tier="small", ink="muted", wrap=True)
        self._telephone = Text(theme, tier="label", wrap=True, selectable=True)
        self._telephone.setObjectName("telephone")
        self._telephone.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        words.addWidget(self._who)
        words.addWidget(self._telephone)
        row.addLayout(words, 1)
        return self._calls

    def _connection(self) -> QWidget:
        theme = self._theme
        self._connects = QWidget()
        row = box(theme, self._connects, margins=(13, 0, 0, 0), spacing=8, across=True)
        self._state_icon = IconLabel(theme, "cloud-off", "muted", 18)
        row.addWidget(self._state_icon)
        self._state = Text(theme, tier="small", ink="muted", wrap=True)
        self._state.setObjectName("connection")
        row.addWidget(self._state, 1)
        return self._connects

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self._icons_only:
            self._natural_width()
