"""The bar while somebody may see the screen: who, with which tool, for how long; and Stop. It can be moved, and never put away."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_client.screens.assist import BarKind, BarView
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.assist_words import ABILITY_ICONS, in_order, running_time, short
from desktop_client.ui.assist.technician_card import SMALL, Portrait
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import clock_time, listed

HEIGHT = 52
TOP = 16
"""Its distance from the upper edge of the screen."""
EDGE = 8
NAME_WIDEST = 280
ON_TOP = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.X11BypassWindowManagerHint
)
"""On X11 past the window manager, which would let it be put away, and would put a full-screen window above it."""


@dataclass(frozen=True, kw_only=True)
class BarActions:
    """What a bar does; each returns at once."""

    stop: Callable[[], object]
    closed: Callable[[], object]
    show_code: Callable[[], object]


class Bar(Worded):
    """One bar. `fit_into` gives it its place on a screen; `take_away` is the only way by which it goes."""

    def __init__(self, theme: Theme, actions: BarActions) -> None:
        super().__init__()
        self._theme = theme
        self._view: BarView | None = None
        self._going = False
        self._room = 0
        self._grabbed: QPoint | None = None
        self._clock: Text | None = None
        self.moved = False
        """Whether the person put it somewhere."""
        self.setObjectName("assist_bar")
        self.setWindowFlags(ON_TOP)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The app would otherwise end its other windows' life with this one.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        row = box(theme, self, margins=(12, 8, 8, 8), spacing=12, across=True)
        row.addWidget(IconLabel(theme, "grip-vertical", "muted"))
        self._portrait = Portrait(theme, SMALL)
        row.addWidget(self._portrait)
        said = box(theme, spacing=1)
        self._title = Text(theme, tier="label")
        self._title.setObjectName("bar_title")
        said.addWidget(self._title)
        self._facts_row = QWidget()
        self._facts = box(theme, self._facts_row, spacing=8, across=True)
        said.addWidget(self._facts_row)
        row.addLayout(said)
        row.addStretch(1)
        self._code = Button(theme, icon_name="key", on_click=actions.show_code)
        self._code.setObjectName("bar_code")
        self._done = Button(theme, on_click=actions.closed)
        self._done.setObjectName("it_is_closed")
        self._stop = Button(theme, kind="stop", icon_name="player-stop", on_click=actions.stop)
        self._stop.setObjectName("stop")
        for button in (self._code, self._done, self._stop):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)

    def show_view(self, view: BarView) -> None:
        """How it stands."""
        before, self._view = self._view, view
        if view == before:
            return
        ticks = before is not None and replace(before, elapsed_s=view.elapsed_s) == view
        if ticks and self._clock is not None and view.elapsed_s is not None:
            # Nothing but the clock: what is under the pointer stays as it is.
            self._clock.setText(running_time(view.elapsed_s))
            self._take_room()
        else:
            self.retranslate()

    def fit_into(self, room: int) -> None:
        """As wide as its words need, but not wider than a screen of that width in pixels: then the words beside icons are left out."""
        self._room = room
        self.retranslate()

    def take_away(self) -> None:
        """It is over."""
        self._going = True
        self.close()
        self.deleteLater()

    def retranslate(self) -> None:
        view = self._view
        if view is None:
            return
        self._portrait.show_asker(view.asker)
        self._title.setText(self._title_words(view))
        self._stop.setText(self.tr("Stop ({keys})").format(keys=view.keys) if view.keys else self.tr("Stop"))
        self._done.setText(self.tr("It is closed"))
        self._code.setText(self.tr("Code"))
        confirms = view.kind is BarKind.CONFIRM_CLOSED
        self._stop.setVisible(not confirms)
        self._done.setVisible(confirms)
        self._code.setVisible(view.has_code and not confirms)
        for words in (True, False):
            self._fill_facts(view, words=words)
            if self._wanted() <= self._room or not self._room:
                break
        self.setWindowTitle(self._title.text())
        self.setAccessibleName(listed([self._title.text(), *self._spoken(view)]))
        self._take_room()

    def _take_room(self) -> None:
        wide = min(self._wanted(), self._room or self._wanted())
        self.resize(wide, max(self._theme.px(HEIGHT), self.layout().totalSizeHint().height()))
        self._stay_inside()

    def _title_words(self, view: BarView) -> str:
        name, tool = shown(view.asker.name), shown(view.tool)
        if view.kind is BarKind.CONFIRM_CLOSED:
            return self.tr("Sigap can't close {tool}. Close it yourself, then confirm.").format(tool=tool)
        words = self.tr("{name} is about to see this screen") if view.kind is BarKind.STARTING else self.tr("{name} sees this screen")
        metrics = self._title.fontMetrics()
        return words.format(name=metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._theme.px(NAME_WIDEST)))

    def _fill_facts(self, view: BarView, *, words: bool) -> None:
        facts = emptied(self._facts)
        self._clock = None
        for icon, ink, text, always in self._lines(view):
            pieces: list[QWidget] = [IconLabel(self._theme, icon, ink, 16)]
            if words or always:
                said = Text(self._theme, text, "small", "" if ink == "text" else ink)
                pieces.append(said)
                if self._clock is None and view.elapsed_s is not None:
                    self._clock = said
            for piece in pieces:
                facts.addWidget(piece)
                # Until it is shown, it asks for no room, and the bar is measured at once.
                piece.show()
        facts.addStretch(1)
        self._facts_row.setToolTip(listed(self._spoken(view)))

    def _lines(self, view: BarView) -> list[tuple[str, str, str, bool]]:
        """Icon, ink, words, and whether the words stand in a narrow bar too."""
        tool = shown(view.tool)
        if view.kind is BarKind.CONFIRM_CLOSED:
            return [("eye", "danger", self.tr("{name} may still see this screen").format(name=shown(view.asker.first)), True)]
        lines = []
        if view.elapsed_s is not None:
            lines.append(("eye", "danger", running_time(view.elapsed_s), True))
        lines.append(("device-desktop", "text", tool, True))
        if view.offline:
            lines.append(("cloud-off", "warning", self.tr("Not connected"), True))
        if not view.closes and view.kind is BarKind.RUNNING:
            lines.append(("alert-triangle", "warning", self.tr("Sigap can't close it"), True))
        if view.closes_at is not None:
            lines.append(("clock", "muted", self.tr("until {time} at the latest").format(time=clock_time(view.closes_at)), False))
        lines += [(ABILITY_ICONS[ability], "text", short(ability), False) for ability in in_order(view.can) if ability.value != "view"]
        return lines

    def _spoken(self, view: BarView) -> list[str]:
        return [text for _icon, _ink, text, _always in self._lines(view)]

    def _wanted(self) -> int:
        # What was just put into the row has not asked for its room yet.
        self._facts_row.updateGeometry()
        for layout in (self._facts, self.layout()):
            layout.invalidate()
        return self.layout().totalSizeHint().width()

    # moved by hand, kept on its screen, never closed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self.moved = True
            self.move(event.globalPosition().toPoint() - self._grabbed)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None
        self._stay_inside()

    def _stay_inside(self) -> None:
        """Wholly on the screen on which its middle is."""
        # Pushed out by more than a half, it has its middle on no screen.
        screen = QGuiApplication.screenAt(self.geometry().center()) or self.screen()
        if screen is None or self._grabbed is not None or not self.isVisible():
            return
        free = screen.geometry().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        right, bottom = free.right() - self.width() + 1, free.bottom() - self.height() + 1
        at = QPoint(max(free.left(), min(self.x(), right)), max(free.top(), min(self.y(), bottom)))
        if at != self.pos():
            self.move(at)

    def closeEvent(self, event: QCloseEvent) -> None:
        # What comes from outside is refused; the end of the program, which asks every window, is not held up.
        event.setAccepted(self._going or not event.spontaneous())

    def sizeHint(self) -> QSize:
        return self.layout().totalSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("input"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
