"""Waking up is noticed by the clocks alone."""

import time

import pytest
from pytestqt.qtbot import QtBot

from desktop_client.system.desktop.network_changes import NetworkChanges


def test_nothing_is_told_while_nothing_happens(qtbot: QtBot) -> None:
    told: list[int] = []
    changes = NetworkChanges(lambda: told.append(1))
    changes.look()
    assert told == []
    changes.close()


def test_a_sleep_of_the_computer_is_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    changes = NetworkChanges(lambda: told.append(1))
    before = time.monotonic()
    # The monotonic clock of Linux stands still in sleep: after one hour of it, the other is an hour ahead.
    monkeypatch.setattr("desktop_client.system.desktop.network_changes.time.monotonic", lambda: before - 3600)
    changes.look()
    changes.look()
    assert told == [1]
    changes.close()
