from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.appearance import Appearance
from desktop_client.ui.look.theme import Theme


class Contrast(QObject):
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.wish = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's own name
        return self.wish


class System(QObject):
    """A system whose appearance a test can change: the offscreen platform has none."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.own, self.asked, self.contrast = Qt.ColorScheme.Light, Qt.ColorScheme.Unknown, Contrast()

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's own name
        return self.own if self.asked is Qt.ColorScheme.Unknown else self.asked

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802 - Qt's own name
        self.asked = scheme
        self.colorSchemeChanged.emit(self.colorScheme())

    def unsetColorScheme(self) -> None:  # noqa: N802 - Qt's own name
        self.setColorScheme(Qt.ColorScheme.Unknown)

    def accessibility(self) -> Contrast:
        return self.contrast

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.own = scheme
        self.colorSchemeChanged.emit(self.colorScheme())


def test_it_follows_the_system_only_when_asked_to(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    system = System()
    appearance = Appearance(qapp, theme, system)
    appearance.use("system")
    assert not theme.dark
    system.turn(Qt.ColorScheme.Dark)
    assert theme.dark
    appearance.use("light")
    assert not theme.dark
    assert system.asked is Qt.ColorScheme.Light
    system.turn(Qt.ColorScheme.Light)
    system.turn(Qt.ColorScheme.Dark)
    assert not theme.dark
    appearance.use("system")
    assert theme.dark


def test_dark_is_dark_and_the_accent_comes_along(qapp: QApplication, theme: Theme) -> None:
    appearance = Appearance(qapp, theme, System())
    appearance.use("dark", "#8A3FFC")
    assert (theme.dark, theme.accent) == (True, "#8A3FFC")


def test_high_contrast_of_the_system_wins(qapp: QApplication, theme: Theme) -> None:
    system = System()
    appearance = Appearance(qapp, theme, system)
    appearance.use("light")
    assert qapp.styleSheet() != ""
    system.contrast.wish = Qt.ContrastPreference.HighContrast
    system.contrast.contrastPreferenceChanged.emit(system.contrast.wish)
    assert theme.high_contrast
    assert qapp.styleSheet() == ""
    system.contrast.wish = Qt.ContrastPreference.NoPreference
    system.contrast.contrastPreferenceChanged.emit(system.contrast.wish)
    assert not theme.high_contrast


def test_the_hints_of_qt_itself_are_understood(qapp: QApplication, theme: Theme) -> None:
    appearance = Appearance(qapp, theme)
    appearance.use("dark")
    assert theme.dark
    appearance.use("system")
