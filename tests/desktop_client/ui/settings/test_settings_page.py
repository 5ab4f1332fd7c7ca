"""Settings by mouse and keyboard: every control tells its change, and what the company has set can't be changed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.reasons import Cause, Reason
from desktop_client.screens.settings_page import Registration, settings_view
from desktop_client.settings import SETTINGS, Settings, Source
from desktop_client.ui.gallery import LOOKS, dress
from desktop_client.ui.settings.setting_rows import setting_words
from desktop_client.ui.settings.settings_page import SettingsActions, SettingsPage
from desktop_client.ui.words import use_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
COMPANY = Registration(company="Nusantara Makmur", address="https://help.example", person="Ayu")


class Page:
    def __init__(self, qtbot: QtBot) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.calls: list[tuple[object, ...]] = []
        actions = SettingsActions(change=self.take("change"), register=self.take("register"))
        self.page = SettingsPage(dress(app, LOOKS[0]), actions)
        qtbot.addWidget(self.page)
        self.show()
        self.page.resize(840, 900)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def take(self, name: str) -> Callable[..., None]:
        return lambda *values: self.calls.append((name, *values))

    def show(self, locked: frozenset[str] = frozenset(), registration: Registration = COMPANY, **values: str | bool) -> None:
        view = settings_view(Settings(**values), lambda key: Source.POLICY if key in locked else Source.PERSON, registration)  # type: ignore[arg-type]
        self.page.show_view(view)

    def text(self, name: str) -> str:
        return self.page.findChild(QLabel, name).text()


@pytest.fixture
def my(qtbot: QtBot) -> Iterator[Page]:
    use_language("en")
    yield Page(qtbot)
    use_language("en")


def test_every_row_has_words_of_its_own(qapp: QApplication) -> None:
    for language in ("en", "id"):
        use_language(language)
        assert all(setting_words(row.key)[0] != row.key for row in SETTINGS if row.person_may_change), language
    use_language("en")


def test_every_control_tells_its_change(my: Page, qtbot: QtBot) -> None:
    qtbot.mouseClick(my.page.findChild(QCheckBox, "take_screenshots"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(my.page.findChild(QPushButton, "segment_dark"), Qt.MouseButton.LeftButton)
    language = my.page.findChild(QComboBox, "language")
    language.setFocus()
    qtbot.keyClick(language, Qt.Key.Key_End)
    place = my.page.findChild(QLineEdit, "place")
    place.setFocus()
    qtbot.keyClicks(place, "  Floor  3 ")
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert my.calls == [
        ("change", "take_screenshots", False),
        ("change", "appearance", "dark"),
        ("change", "language", "id"),
        ("change", "place", "Floor 3"),
    ]


def test_showing_values_tells_nothing(my: Page) -> None:
    my.show(language="id", appearance="dark", start_at_sign_in=False, telephone="1523")
    assert my.calls == []
    assert my.page.findChild(QComboBox, "language").currentData() == "id"
    assert my.page.findChild(QLineEdit, "telephone").text() == "1523"
    assert not my.page.findChild(QCheckBox, "start_at_sign_in").isChecked()


def test_a_field_that_is_being_typed_in_is_left_alone(my: Page, qtbot: QtBot) -> None:
    telephone = my.page.findChild(QLineEdit, "telephone")
    telephone.setFocus()
    qtbot.keyClicks(telephone, "15")
    my.show(appearance="dark")
    assert telephone.text() == "15"


def test_what_the_company_has_set_is_locked_said_and_reached_by_tab(my: Page, qtbot: QtBot) -> None:
    my.show(locked=frozenset({"start_at_sign_in"}))
    switch = my.page.findChild(QCheckBox, "start_at_sign_in")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert my.calls == []
    assert my.text("locked_start_at_sign_in") == "Set by your company"
    assert my.page.findChild(QLabel, "locked_start_at_sign_in").isVisible()
    row = my.page.findChild(QWidget, "row_start_at_sign_in")
    assert row.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert row.accessibleName() == "Start with the computer, Set by your company"
    my.show()
    assert switch.isEnabled()


def test_tab_goes_from_top_to_bottom(my: Page, qtbot: QtBot) -> None:
    my.page.focus()
    reached = []
    for _step in range(13):
        reached.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    order = [name for name in reached if not name.startswith("segment")]
    expected = [
        "language",
        "start_at_sign_in",
        "notify_replies",
        "warn_of_remote_tools",
        "take_screenshots",
        "count_help",
        "telephone",
        "place",
        "register",
    ]
    assert order[: len(expected)] == expected


def test_language_of_the_rows_follows_at_once(my: Page) -> None:
    use_language("id")
    QApplication.processEvents()
    labels = {label.text() for label in my.page.findChildren(QLabel)}
    assert {"Bahasa", "Tampilan", "Jalankan saat komputer menyala"} <= labels
    assert my.page.findChild(QPushButton, "segment_light").text() == "Terang"


def test_registration(my: Page, qtbot: QtBot) -> None:
    assert my.text("registered") == "Registered to Nusantara Makmur"
    qtbot.mouseClick(my.page.findChild(QPushButton, "register"), Qt.MouseButton.LeftButton)
    assert my.calls == [("register",)]
    my.show(registration=Registration())
    assert my.text("registered") == "This computer isn't registered yet."
    my.show(registration=Registration(company="Nusantara Makmur", locked=True))
    assert not my.page.findChild(QPushButton, "register").isEnabled()


def test_a_value_that_could_not_be_kept_is_said_and_taken_back(my: Page, qtbot: QtBot) -> None:
    switch = my.page.findChild(QCheckBox, "take_screenshots")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    my.page.refused(Reason(Cause.DISK_FULL, {"size_bytes": 1_000_000}))
    assert my.text("settings_refusal").startswith("The disk is full.")
    assert switch.isChecked()
