"""Settings at work: kept beside Qt's thread, with what was refused on the page."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_client.flows.instance import Instance
from desktop_client.reasons import Reason, RefusedError
from desktop_client.settings import Preferences
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.settings.changing import Changing
from desktop_client.ui.settings.settings_page import SettingsPage


class Shown:
    """The page with its part."""

    def __init__(self, preferences: Preferences, theme: Theme, pool: Background, qtbot: QtBot) -> None:
        self.started: list[bool] = []
        self.changing = Changing(pool, preferences, self.started.append, lambda: None, self.unexpected)
        self.page = SettingsPage(theme, self.changing.actions)
        qtbot.addWidget(self.page)
        self.page.show()

    def unexpected(self, error: Exception) -> Reason:
        assert isinstance(error, RefusedError)
        return error.reason


@pytest.fixture
def shown(instance: Instance, theme: Theme, pool: Background, qtbot: QtBot) -> Iterator[Shown]:
    return Shown(instance.preferences, theme, pool, qtbot)


def test_before_there_is_a_page_nothing_is_shown(shown: Shown, instance: Instance) -> None:
    shown.changing.show(instance.preferences.values(), None)


def test_a_value_is_kept_and_the_start_at_sign_in_follows(shown: Shown, instance: Instance, qtbot: QtBot) -> None:
    shown.changing.attach(shown.page)
    shown.changing.show(instance.preferences.values(), None)
    shown.changing.change("start_at_sign_in", value=False)
    shown.changing.change("telephone", "1523")
    qtbot.waitUntil(lambda: instance.preferences.values().telephone == "1523" and shown.started == [False])
    assert instance.preferences.values().start_at_sign_in is False


def test_a_refusal_stands_on_the_page(shown: Shown, instance: Instance, qtbot: QtBot) -> None:
    shown.changing.attach(shown.page)
    shown.changing.change("language", "klingon")
    qtbot.waitUntil(shown.page._refusal.isVisible)
    assert instance.preferences.values().language == "system"
