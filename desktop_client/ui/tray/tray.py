"""The icon in the tray: a left click opens the panel, a right click the menu, and the picture tells whether something is new or waits.

On desktops without a tray nothing is shown, and the icon comes as soon as a tray does.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QAction, QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_client.screens.tray import Entry, MenuEntry, TooltipKind, TooltipLine, TrayView, tray_view
from desktop_client.sentences.reasons import shown
from desktop_client.ui.look.icons import icon
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.tray_icon import panel_is_dark, tray_icon
from desktop_client.ui.words import when

LOOK_AGAIN_MS = 3000
DOCK_MS, DOCK_TRIES = 50, 20
DOCKED_WIDTH = 10
"""A fresh icon is one pixel wide for a moment."""
ICONS = {
    Entry.REPORT: "camera",
    Entry.FIND: "search",
    Entry.OPEN: "app-window",
    Entry.TICKETS: "message",
    Entry.COMPUTER: "device-laptop",
    Entry.SETTINGS: "settings",
    Entry.STOP_HELP: "player-stop",
    Entry.QUIT: "power",
}


@dataclass(frozen=True, kw_only=True)
class TrayActions:
    """What the icon and its menu do. `open_panel` gets where the icon is on the screen, an empty rectangle when nobody knows."""

    report: Callable[[], object]
    open_panel: Callable[[QRect], object]
    find_help: Callable[[], object]
    open_home: Callable[[], object]
    open_tickets: Callable[[], object]
    open_computer: Callable[[], object]
    open_settings: Callable[[], object]
    quit: Callable[[], object]
    stop_help: Callable[[], object] = lambda: None


class TrayMenu(QMenu):
    """The menu; it says when its words have to be written anew."""

    def __init__(self, retranslate: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("tray_menu")
        self._retranslate = retranslate

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self._retranslate()


class Tray(QObject):
    """The tray icon. `start()` shows it, now or when a tray appears; `appeared` is then called once, in Qt's thread."""

    def __init__(self, theme: Theme, actions: TrayActions, *, appeared: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._theme, self._actions, self._appeared = theme, actions, appeared
        self._view = tray_view()
        self._icon: QSystemTrayIcon | None = None
        self._message_key = ""
        self._message_clicked: Callable[[str], object] | None = None
        self._entries: dict[Entry, QAction] = {}
        self.menu = TrayMenu(self._retranslate)
        """What a right click shows."""
        self._fill_menu()
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look_again)

    def start(self) -> bool:
        """Shows the icon if there is a tray, else goes on looking for one. Gives whether it is there now."""
        if not self.look_again():
            self._again.start()
        return self.shown()

    def look_again(self) -> bool:
        """Whether the icon is in a tray; if not and one is there by now, it is put there. For whoever hears that a tray has come."""
        if self._icon is not None:
            return True
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self._again.stop()
        # Made only now: one that was made before its tray never moves into it.
        self._icon = QSystemTrayIcon(self._picture(), self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._message_was_clicked)
        self._icon.show()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._retranslate)
        self._retranslate()
        if self._appeared is not None:
            self._appeared()
        return True

    def shown(self) -> bool:
        """Whether the icon is in a tray."""
        return self._icon is not None and self._icon.isVisible()

    def show_view(self, view: TrayView) -> None:
        """Another state of things."""
        if view != self._view:
            other_menu = _entries(view) != _entries(self._view)
            self._view = view
            if other_menu:
                self._fill_menu()
            self._retranslate()

    def geometry(self) -> QRect:
        """Where the icon is on the screen; empty when the desktop doesn't tell."""
        return self._icon.geometry() if self._icon is not None else QRect()

    def when_docked(self, then: Callable[[], object], tries: int = DOCK_TRIES) -> None:
        """Calls back once it is known where the icon is: a tray takes a moment to put it in its place. Not later than after a second."""
        place = self.geometry()
        if place.isEmpty() or (place.width() >= DOCKED_WIDTH and not place.topLeft().isNull()) or tries <= 0:
            then()
        else:
            QTimer.singleShot(DOCK_MS, self, lambda: self.when_docked(then, tries - 1))

    def message(self, title: str, text: str, key: str = "", on_click: Callable[[str], object] | None = None) -> None:
        """Qt's own balloon, for platforms without a notification service; a click on it calls back with the key."""
        self._message_key, self._message_clicked = key, on_click
        if self._icon is not None:
            self._icon.showMessage(title, text, self._picture())

    def close(self) -> None:
        """Takes the icon away."""
        self._again.stop()
        self.menu.close()
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _picture(self) -> QIcon:
        dark = panel_is_dark(os.environ.get("XDG_CURRENT_DESKTOP", ""), QGuiApplication.styleHints().colorScheme())
        return tray_icon(self._view.icon, dark_panel=dark)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.MiddleClick}:
            self._actions.open_panel(self.geometry())

    def _message_was_clicked(self) -> None:
        if self._message_clicked is not None:
            self._message_clicked(self._message_key)

    def _fill_menu(self) -> None:
        does = {
            Entry.REPORT: self._actions.report,
            Entry.FIND: self._actions.find_help,
            Entry.OPEN: self._actions.open_home,
            Entry.TICKETS: self._actions.open_tickets,
            Entry.COMPUTER: self._actions.open_computer,
            Entry.SETTINGS: self._actions.open_settings,
            Entry.STOP_HELP: self._actions.stop_help,
            Entry.QUIT: self._actions.quit,
        }
        self.menu.clear()
        self._entries = {}
        for number, group in enumerate(self._view.menu):
            if number:
                self.menu.addSeparator()
            for entry in group:
                action = self.menu.addAction("")
                action.setObjectName(f"tray_{entry.entry}")
                action.triggered.connect(lambda _checked, do=does[entry.entry]: do())
                self._entries[entry.entry] = action
                if entry.default:
                    self.menu.setDefaultAction(action)

    def _retranslate(self) -> None:
        for group in self._view.menu:
            for entry in group:
                action = self._entries.get(entry.entry)
                if action is not None:
                    action.setText(self._words(entry))
                    self._dress(action, entry)
        if self._icon is not None:
            self._icon.setIcon(self._picture())
            self._icon.setToolTip("\n".join(self._tooltip(line) for line in self._view.tooltip))

    def _dress(self, action: QAction, entry: MenuEntry) -> None:
        if entry.default:
            font = QFont(self.menu.font())
            font.setBold(True)
            action.setFont(font)
        # Where the desktop draws the menu, on a ground of its own, our ink could vanish there.
        drawn_by_us = self._icon is None or sys.platform == "win32" or self.geometry().isValid()
        if drawn_by_us:
            action.setIcon(icon(ICONS[entry.entry], self._theme.colour("muted"), 16))

    def _words(self, entry: MenuEntry) -> str:
        words = {
            Entry.REPORT: self.tr("&Report a problem"),
            Entry.FIND: self.tr("&Find help"),
            Entry.OPEN: self.tr("&Open Sigap"),
            Entry.TICKETS: self.tr("&My tickets"),
            Entry.COMPUTER: self.tr("&This computer"),
            Entry.SETTINGS: self.tr("S&ettings"),
            Entry.STOP_HELP: self.tr("&Stop remote help"),
            Entry.QUIT: self.tr("&Quit Sigap"),
        }[entry.entry]
        unread = self.tr("%n unread", "", entry.unread)
        return f"{words}\t{unread}" if entry.unread else words

    def _tooltip(self, line: TooltipLine) -> str:
        if line.kind is TooltipKind.VIEWED:
            return self.tr("{name} sees your screen").format(name=shown(line.name))
        if line.kind is TooltipKind.UNREAD:
            return self.tr("%n unread message(s)", "", line.count)
        if line.kind is TooltipKind.WAITING:
            if line.next_try is None:
                return self.tr("Waiting to send: {n}").format(n=line.count)
            return self.tr("Waiting to send: {n}. Next try {when}.").format(n=line.count, when=when(line.next_try))
        if line.kind is TooltipKind.REFUSED:
            return self.tr("Needs your attention: {n}").format(n=line.count)
        return self.tr("Sigap: nothing new")


def _entries(view: TrayView) -> list[list[Entry]]:
    return [[entry.entry for entry in group] for group in view.menu]
