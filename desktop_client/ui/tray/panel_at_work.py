"""The panel, or the window that stands for it where there is no tray: made when it is first opened, and again when a tray comes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QTimer

from desktop_client.screens.panel import PanelView
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.panel import Panel, PanelActions
from desktop_client.ui.tray.tray import Tray


class PanelAtWork(QObject):
    """`fill` is told when a panel was made. `closed` when the person closed the window that stands for the tray."""

    def __init__(
        self, theme: Theme, tray: Callable[[], Tray], actions: PanelActions, fill: Callable[[], object], closed: Callable[[], object]
    ) -> None:
        super().__init__()
        self._theme, self._tray, self._fill, self._closed = theme, tray, fill, closed
        self._actions = replace(actions, closed=self._window_closed)
        self.panel: Panel | None = None

    def toggle(self, icon: QRect) -> None:
        """A click on the icon."""
        self._made().toggle_at(icon)

    def open(self) -> None:
        """Opens the panel, or the window that stands for it."""
        self._made().open_at(self._tray().geometry())

    def hide(self) -> None:
        """Out of the way of a window that opens; the window that stands for the tray stays."""
        if self.panel is not None and self._tray().shown():
            self.panel.hide()

    def show_view(self, view: PanelView) -> None:
        """Another state of things, for a panel that was made."""
        if self.panel is not None:
            self.panel.show_view(view)

    def close(self) -> None:
        """The program ends."""
        if self.panel is not None:
            self.panel.close()

    def tray_appeared(self) -> None:
        """A tray came: the window that stood for it becomes a panel."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _made(self) -> Panel:
        if self.panel is None:
            self.panel = Panel(self._theme, self._actions, as_window=not self._tray().shown())
            self._fill()
        return self.panel

    def _window_closed(self) -> None:
        # A window that is just closing can't be opened.
        QTimer.singleShot(0, self, self._closed)
