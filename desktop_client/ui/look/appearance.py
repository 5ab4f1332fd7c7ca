"""Light, dark, or as the system is, now and whenever the system changes; a system in high contrast wins over both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication

from desktop_client.ui.look.theme import Theme


class Appearance:
    """Keeps the theme as it was chosen. `hints` is Qt's own unless a test has another."""

    def __init__(self, app: QApplication, theme: Theme, hints: QStyleHints | None = None) -> None:
        self._app, self._theme = app, theme
        self._hints = hints or QGuiApplication.styleHints()
        self._choice, self._accent = "system", theme.accent
        self._applying = False
        self._hints.colorSchemeChanged.connect(self._system_changed)
        # Qt tells the wish for contrast from 6.10 on.
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def use(self, choice: str, accent: str = "") -> None:
        """Takes "system", "light" or "dark", and a company's colour or ""; everything open changes at once."""
        self._choice, self._accent = choice, accent
        self._apply()

    def _system_changed(self) -> None:
        if not self._applying:
            self._apply()

    def _apply(self) -> None:
        hints, self._applying = self._hints, True
        try:
            # The frames that the system draws follow the choice too.
            if self._choice == "system":
                hints.unsetColorScheme()
            else:
                hints.setColorScheme(Qt.ColorScheme.Dark if self._choice == "dark" else Qt.ColorScheme.Light)
        finally:
            self._applying = False
        dark = hints.colorScheme() is Qt.ColorScheme.Dark if self._choice == "system" else self._choice == "dark"
        self._theme.change(self._app, dark=dark, accent=self._accent, high_contrast=self._wants_contrast())

    def _wants_contrast(self) -> bool:
        if not hasattr(self._hints, "accessibility"):
            return False
        return self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
