"""Real signals to this process, inside Qt's loop."""

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from desktop_client.system.desktop.end_signals import EndSignals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_reaches_qt_s_loop(qtbot: QtBot, number: signal.Signals) -> None:
    told: list[int] = []
    signals = EndSignals(lambda: told.append(1))
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: told == [1])
    signals.close()


def test_everything_is_put_back(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    EndSignals(lambda: None).close()
    assert signal.getsignal(signal.SIGTERM) is before
    assert signal.set_wakeup_fd(-1) == -1
