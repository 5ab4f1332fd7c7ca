"""The panel beside the tray icon: report a problem, see what waits and what was answered. Where there is no tray, a small window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from desktop_client.screens.articles import QUICK_ANSWERS
from desktop_client.screens.panel import PanelView
from desktop_client.ui.help.quick_find import QuickFind, QuickFindActions
from desktop_client.ui.help.search_field import typed_letters
from desktop_client.ui.look.focus_ring import FocusRing
from desktop_client.ui.look.mark import app_mark
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import CONTROL, Button, Text, box, emptied, line
from desktop_client.ui.parts.popup import paint_ground, place_for, prepare, shadow_margin
from desktop_client.ui.parts.unmapped import hide_for_capture
from desktop_client.ui.parts.window import polish_all
from desktop_client.ui.parts.wrapping_row import WrappingRow
from desktop_client.ui.tray.panel_middle import MiddleActions, PanelMiddle

WIDTH = 360
BIG_BUTTON = 48
MARK = 34
CLICK_AGAIN_MS = 300
"""A click on the icon first takes the panel's focus, which closes it, and only then arrives: within this time it doesn't open it again."""


@dataclass(frozen=True, kw_only=True)
class PanelActions:
    """What the panel does; each returns at once. `closed` is called when the person closes the window that stands for the tray."""

    report: Callable[[], object]
    try_now: Callable[[], object]
    open_ticket: Callable[[str], object]
    open_tickets: Callable[[], object]
    open_computer: Callable[[], object]
    open_settings: Callable[[], object]
    register: Callable[[], object]
    open_home: Callable[[], object]
    find: QuickFindActions
    closed: Callable[[], object] = lambda: None


class BigButton(Button):
    """The one button that the panel is there for."""

    def _follow_theme(self) -> None:
        super()._follow_theme()
        self.setFont(self._theme.font("heading"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.px(BIG_BUTTON)))


class Mark(QWidget):
    """Sigap's icon beside the greeting."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(MARK), theme.px(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, app_mark(self.width(), self.devicePixelRatioF()))


class Panel(QWidget):
    """The panel. `as_window` makes it a normal window, for desktops without a tray. Fill it with `show_view`, open it with `open_at`."""

    def __init__(self, theme: Theme, actions: PanelActions, *, as_window: bool = False) -> None:
        super().__init__()
        self._theme, self._actions, self._as_window = theme, actions, as_window
        self._view = PanelView(name="", computer="")
        self._icon = QRect()
        self._closed = QElapsedTimer()
        middle = MiddleActions(
            try_now=actions.try_now, open_ticket=actions.open_ticket, open_tickets=actions.open_tickets, register=actions.register
        )
        self._parts = PanelMiddle(theme, middle)
        self.setObjectName("panel")
        if as_window:
            self.setWindowFlags(Qt.WindowType.Window)
        else:
            self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
            prepare(self)
        self._build()
        self._ring = FocusRing(self, theme)
        self._render()

    # What others call

    def show_view(self, view: PanelView) -> None:
        """Another state of things; the focus stays where it is."""
        if view != self._view:
            self._view = view
            self._render()

    def open_at(self, icon: QRect | None = None) -> None:
        """Opens the panel beside the icon (an empty rectangle or None: where trays usually are), with focus on Report a problem."""
        self._icon = icon or QRect()
        if not self.isVisible():
            self.finder.clear()
        self._fit()
        self.show()
        self.raise_()
        self.activateWindow()
        self._report.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_at(self, icon: QRect | None = None) -> None:
        """For a click on the icon: opens the panel, or leaves it closed when this very click has just closed it."""
        just_closed = self._closed.isValid() and self._closed.elapsed() < CLICK_AGAIN_MS
        if self.isVisible():
            self.hide()
        elif not just_closed:
            self.open_at(icon)

    def hide_for_capture(self, done: Callable[[], object]) -> None:
        """Hides the panel and calls back, from the event loop, when it is off the screen and what was under it is drawn again."""
        hide_for_capture((self,), lambda _hidden: done())

    # Construction

    def _build(self) -> None:
        theme = self._theme
        margin = 0 if self._as_window else shadow_margin(theme)
        edge = 0 if self._as_window else 1
        outer = box(theme, self, spacing=0)
        outer.setContentsMargins(margin + edge, margin + edge, margin + edge, margin + edge)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        inner = QWidget()
        self._content = box(theme, inner, margins=(16, 16, 16, 12), spacing=12)
        self._scroll.setWidget(inner)
        outer.addWidget(self._scroll, 1)
        self._content.addWidget(self._head())
        self._report = BigButton(theme, "", "primary", "camera", self._actions.report)
        self._report.setObjectName("report")
        self._report.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._content.addWidget(self._report)
        self.finder = QuickFind(theme, self._actions.find, self._make_room)
        self._content.addWidget(self.finder)
        self._middle = box(theme, spacing=12)
        self._content.addLayout(self._middle)
        outer.addWidget(line())
        outer.addWidget(self._bar())

    def _head(self) -> WrappingRow:
        """The greeting: a click on it opens Sigap itself."""
        self._open = WrappingRow(self._theme, self._actions.open_home, (4, 4, 4, 4))
        self._open.setObjectName("open_home")
        head = self._open.content
        head.setSpacing(self._theme.px(12))
        head.addWidget(Mark(self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        names = box(self._theme, spacing=0)
        self._greeting = Text(self._theme, tier="heading", wrap=True)
        self._greeting.setObjectName("greeting")
        self._computer = Text(self._theme, tier="small", ink="muted", wrap=True)
        names.addWidget(self._greeting)
        names.addWidget(self._computer)
        head.addLayout(names, 1)
        return self._open

    def _bar(self) -> QWidget:
        self._foot = QWidget()
        bar = box(self._theme, self._foot, margins=(8, 8, 8, 8), spacing=8, across=True)
        self._to_computer = Button(self._theme, "", "tool", "device-laptop", self._actions.open_computer)
        self._to_computer.setObjectName("open_computer")
        self._to_settings = Button(self._theme, "", "tool", "settings", self._actions.open_settings)
        self._to_settings.setObjectName("open_settings")
        bar.addWidget(self._to_computer)
        bar.addStretch(1)
        bar.addWidget(self._to_settings)
        return self._foot

    # What is shown

    def _render(self) -> None:
        view = self._view
        self.setWindowTitle("Sigap")
        self._greeting.setText(self.tr("Hello, {name}").format(name=view.name) if view.name else "Sigap")
        self._computer.setText(self.tr("Computer {name}").format(name=view.computer))
        self._computer.setVisible(bool(view.computer))
        self._report.setText(self.tr("Report a problem"))
        self._to_computer.setText(self.tr("This computer"))
        self._to_settings.setText(self.tr("Settings"))
        self._open.setAccessibleName(self.tr("Open Sigap"))
        self._open.setToolTip(self.tr("Open Sigap"))
        with kept_focus(self):
            middle = emptied(self._middle)
            if not self.finder.searching():
                self._parts.fill(middle, view)
            order_tabs(self)
        self._fit()

    def _make_room(self) -> None:
        """Answers take the place of the rest. Room for all of them at once, so that typing moves nothing."""
        on = self.finder.searching()
        row = self._theme.px(CONTROL)
        self.finder.answers.setMinimumHeight((QUICK_ANSWERS + 1) * row if on else 0)
        self.finder.answers.setVisible(on)
        self._render()

    # Size, place and closing

    def _fit(self) -> None:
        """As high as the content, at most as the screen, beside the icon."""
        theme = self._theme
        layout = self.layout()
        layout.activate()
        sides = 2 * (0 if self._as_window else shadow_margin(theme))
        width = theme.px(WIDTH) + sides
        if self._as_window and self.isVisible():
            return
        screen = QGuiApplication.screenAt(self._icon.center()) if self._icon.isValid() else None
        free = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        inner = self._scroll.widget()
        # In an open window, rows that were made a moment ago are hidden until the event loop shows them, and would count for nothing.
        for row in inner.findChildren(QWidget):
            if row.isHidden() and not row.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                row.show()
        polish_all(inner)
        for nested in inner.findChildren(QLayout):
            nested.invalidate()
        margins = layout.contentsMargins()
        inner_width = width - margins.left() - margins.right()
        content = self._content.totalHeightForWidth(inner_width) if self._content.hasHeightForWidth() else inner.sizeHint().height()
        rest = layout.sizeHint().height() - self._scroll.sizeHint().height()
        wanted = QSize(width, min(content + rest, free.height() - 16 + sides))
        if self._as_window:
            self.resize(wanted)
        else:
            self.setFixedSize(wanted)
            spot = place_for(wanted - QSize(sides, sides), self._icon)
            self.move(spot.x() - sides // 2, spot.y() - sides // 2)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.WindowDeactivate and not self._as_window and self.isVisible():
            self._closed.start()
            self.hide()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange} and hasattr(self, "_ring"):
            self._render()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = typed_letters(event)
        if event.key() == Qt.Key.Key_Escape:
            self.showMinimized() if self._as_window else self.hide()
        elif letters:
            self.finder.field.begin(letters)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._as_window:
            self._actions.closed()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._as_window:
            painter = QPainter(self)
            painter.fillRect(event.rect(), self._theme.colour("surface"))
            painter.fillRect(self._foot.geometry(), self._theme.colour("canvas"))
        else:
            paint_ground(self, self._theme, foot=self._foot.geometry())
