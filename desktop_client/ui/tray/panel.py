"""The panel beside the tray icon: report a problem, see what waits and what was answered. Where there is no tray, a small window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_client.screens.panel import PanelTicket, PanelView, RefusedBox, WaitingBox
from desktop_client.ui.look.focus_ring import FocusRing
from desktop_client.ui.look.mark import app_mark
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Button, IconLabel, Pill, Text, box, emptied, frame, line
from desktop_client.ui.parts.popup import paint_ground, place_for, prepare, shadow_margin
from desktop_client.ui.parts.unmapped import hide_for_capture
from desktop_client.ui.parts.window import polish_all
from desktop_client.ui.parts.wrapping_row import WrappingRow
from desktop_client.ui.tickets.ticket_words import state_words, unread_words
from desktop_client.ui.words import say, when

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
        self._content.addLayout(self._head())
        self._report = BigButton(theme, "", "primary", "camera", self._actions.report)
        self._report.setObjectName("report")
        self._report.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._content.addWidget(self._report)
        self._middle = box(theme, spacing=12)
        self._content.addLayout(self._middle)
        outer.addWidget(line())
        outer.addWidget(self._bar())

    def _head(self) -> QBoxLayout:
        head = box(self._theme, across=True, spacing=12)
        head.addWidget(Mark(self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        names = box(self._theme, spacing=0)
        self._greeting = Text(self._theme, tier="heading", wrap=True)
        self._greeting.setObjectName("greeting")
        self._computer = Text(self._theme, tier="small", ink="muted", wrap=True)
        names.addWidget(self._greeting)
        names.addWidget(self._computer)
        head.addLayout(names, 1)
        return head

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
        with kept_focus(self):
            middle = emptied(self._middle)
            if not view.enrolled:
                middle.addWidget(self._not_registered())
            if view.refused is not None:
                middle.addWidget(self._refused(view.refused))
            if view.waiting is not None:
                middle.addWidget(self._waiting(view.waiting))
            self._add_tickets(middle)
            order_tabs(self)
        self._fit()

    def _not_registered(self) -> QFrame:
        made, words = self._box("accent", "key")
        words.addWidget(Text(self._theme, self.tr("This computer isn't registered yet."), "label", wrap=True))
        words.addWidget(
            Text(self._theme, self.tr("You can report already. Reports are kept here and go out once it is."), "small", "muted", wrap=True)
        )
        self._add_button(words, "register", self.tr("Register this computer"), self._actions.register)
        return made

    def _waiting(self, waiting: WaitingBox) -> QFrame:
        made, words = self._box("warning", "clock")
        words.addWidget(Text(self._theme, self.tr("Waiting to send: {n}").format(n=waiting.count), "label", wrap=True))
        if waiting.subject:
            words.addWidget(Text(self._theme, waiting.subject, "small", "muted", wrap=True))
        if waiting.sending:
            words.addWidget(Text(self._theme, self.tr("Being sent now."), "small", "muted", wrap=True))
            return made
        if waiting.reason is not None:
            desk = self._view.desk
            said = say(waiting.reason, help_desk=desk.help_desk, company=desk.company)
            words.addWidget(Text(self._theme, f"{said.title}.", "small", "muted", wrap=True))
        if waiting.next_try is not None:
            words.addWidget(Text(self._theme, self.tr("Next try {when}.").format(when=when(waiting.next_try)), "small", "muted", wrap=True))
        self._add_button(words, "try_now", self.tr("Try now"), self._actions.try_now)
        return made

    def _refused(self, refused: RefusedBox) -> QFrame:
        made, words = self._box("danger", "alert-circle")
        words.addWidget(Text(self._theme, self.tr("Needs your attention: {n}").format(n=refused.count), "label", wrap=True))
        if refused.subject:
            words.addWidget(Text(self._theme, refused.subject, "small", "muted", wrap=True))
        if refused.reason is not None:
            desk = self._view.desk
            said = say(refused.reason, help_desk=desk.help_desk, company=desk.company)
            words.addWidget(Text(self._theme, f"{said.title}.", "small", "muted", wrap=True))
        self._add_button(words, "open_refused", self.tr("See what to do"), lambda: self._actions.open_ticket(refused.ticket))
        return made

    def _box(self, tone: str, icon: str) -> tuple[QFrame, QBoxLayout]:
        made, across = frame(self._theme, "tone", tone, margins=12, spacing=10, across=True)
        across.addWidget(IconLabel(self._theme, icon, "accent_text" if tone == "accent" else tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = box(self._theme, spacing=2)
        across.addLayout(words, 1)
        return made, words

    def _add_button(self, words: QBoxLayout, name: str, text: str, on_click: Callable[[], object]) -> None:
        button = Button(self._theme, text, on_click=on_click)
        button.setObjectName(name)
        row = box(self._theme, margins=(0, 6, 0, 0), across=True)
        row.addWidget(button)
        row.addStretch(1)
        words.addLayout(row)

    def _add_tickets(self, middle: QBoxLayout) -> None:
        if not self._view.known:
            if self._view.enrolled:
                middle.addWidget(self._nothing_yet())
            return
        middle.addWidget(line())
        rows = box(self._theme, spacing=2)
        head = box(self._theme, margins=(8, 0, 0, 0), across=True)
        head.addWidget(Text(self._theme, self.tr("My tickets"), "label"))
        head.addStretch(1)
        all_of_them = Button(self._theme, self.tr("See all"), "quiet", on_click=self._actions.open_tickets)
        all_of_them.setObjectName("see_all")
        head.addWidget(all_of_them)
        rows.addLayout(head)
        for ticket in self._view.tickets:
            rows.addWidget(self._row(ticket))
        if not self._view.tickets:
            none = Text(self._theme, self.tr("No open tickets."), "small", "muted", wrap=True)
            none.setContentsMargins(self._theme.px(8), 0, 0, self._theme.px(8))
            rows.addWidget(none)
        middle.addLayout(rows)

    def _row(self, ticket: PanelTicket) -> WrappingRow:
        state = unread_words(ticket.technician) if ticket.unread else state_words(ticket.state, ticket.technician)
        row = WrappingRow(self._theme, lambda: self._actions.open_ticket(ticket.id))
        row.setObjectName(f"ticket_{ticket.id}")
        words = box(self._theme, spacing=1)
        words.addWidget(Text(self._theme, ticket.subject, "label" if ticket.unread else "text", wrap=True))
        ink = {"accent_text": "accent" if ticket.unread else "muted"}.get(state.ink, state.ink)
        under = box(self._theme, spacing=6, across=True)
        under.addWidget(Text(self._theme, f"{ticket.number}  ·", "small", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        says = Text(self._theme, state.text, "small_label" if ticket.unread else "small", ink, wrap=True)
        says.setAlignment(Qt.AlignmentFlag.AlignTop)
        under.addWidget(says, 1)
        words.addLayout(under)
        row.content.addLayout(words, 1)
        spoken = [ticket.number, ticket.subject, state.text]
        if ticket.unread:
            row.content.addWidget(Pill(self._theme, str(ticket.unread), "count"), 0, Qt.AlignmentFlag.AlignVCenter)
            spoken.append(self.tr("%n unread", "", ticket.unread))
        row.setAccessibleName(", ".join(spoken))
        return row

    def _nothing_yet(self) -> QWidget:
        made = QWidget()
        words = box(self._theme, made, margins=(8, 24, 8, 24), spacing=4)
        words.addWidget(IconLabel(self._theme, "inbox", "muted", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (
            Text(self._theme, self.tr("No reports yet"), "label", wrap=True),
            Text(self._theme, self.tr("If something doesn't work, report it here."), "small", "muted", wrap=True),
        ):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(text)
        return made

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
        self._content.invalidate()
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
        if event.key() == Qt.Key.Key_Escape:
            self.showMinimized() if self._as_window else self.hide()
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
