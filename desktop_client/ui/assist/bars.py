"""A bar and a border on every screen, as screens come and go; no setting and no policy hides them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication, QScreen

from desktop_client.screens.assist import BarView
from desktop_client.ui.assist.bar import EDGE, TOP, Bar, BarActions
from desktop_client.ui.assist.border import Border
from desktop_client.ui.look.theme import Theme

Shown = TypeVar("Shown", Bar, Border)


class Bars(QObject):
    """Belongs to Qt's thread. `show_view` with a view shows them, with None takes them away."""

    def __init__(self, theme: Theme, actions: BarActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view: BarView | None = None
        self._bars: dict[QScreen, Bar] = {}
        self._borders: dict[QScreen, Border] = {}
        app = QGuiApplication.instance()
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screen_gone)

    def bars(self) -> tuple[Bar, ...]:
        """Every bar that is shown."""
        return tuple(self._bars.values())

    def borders(self) -> tuple[Border, ...]:
        """Every border that is shown."""
        return tuple(self._borders.values())

    def show_view(self, view: BarView | None) -> None:
        """How it stands on every screen."""
        self._view = view
        self._screens_changed()

    def stay_on_top(self) -> None:
        """Above what was opened or raised since; to be called each second."""
        for window in (*self._borders.values(), *self._bars.values()):
            if not window.isVisible():
                window.show()
            window.raise_()

    def close(self) -> None:
        """The program ends."""
        self.show_view(None)

    def _screens_changed(self, _screen: QScreen | None = None) -> None:
        view = self._view
        for screen in QGuiApplication.screens() if view is not None else ():
            if screen not in self._bars:
                self._add_bar(screen)
            if view is not None and view.framed and screen not in self._borders:
                self._add_border(screen)
            self._bars[screen].show_view(view)
            self._place(screen)
        if view is None:
            self._take(self._bars, lambda _screen: True)
        if view is None or not view.framed:
            self._take(self._borders, lambda _screen: True)

    def _add_bar(self, screen: QScreen) -> None:
        self._bars[screen] = Bar(self._theme, self._actions)
        screen.geometryChanged.connect(self._geometry_changed)

    def _add_border(self, screen: QScreen) -> None:
        border = Border(self._theme)
        self._borders[screen] = border
        border.setScreen(screen)
        border.setGeometry(screen.geometry())
        border.show()
        # The bar stays above the border that came after it.
        self._bars[screen].raise_()

    def _geometry_changed(self) -> None:
        for screen in tuple(self._bars):
            self._place(screen, anew=True)

    def _place(self, screen: QScreen, *, anew: bool = False) -> None:
        bar, border = self._bars[screen], self._borders.get(screen)
        whole = screen.geometry()
        if border is not None and border.geometry() != whole:
            border.setGeometry(whole)
        fresh = not bar.isVisible()
        if fresh or anew:
            bar.setScreen(screen)
            bar.fit_into(whole.width() - 2 * self._theme.px(EDGE))
        if fresh or anew or not bar.moved:
            bar.move(whole.topLeft() + QPoint((whole.width() - bar.width()) // 2, self._theme.px(TOP)))
        if fresh:
            bar.show()

    def _screen_gone(self, screen: QScreen) -> None:
        self._take(self._bars, lambda one: one is screen)
        self._take(self._borders, lambda one: one is screen)

    @staticmethod
    def _take(shown: dict[QScreen, Shown], which: Callable[[QScreen], bool]) -> None:
        for screen in [screen for screen in shown if which(screen)]:
            shown.pop(screen).take_away()
