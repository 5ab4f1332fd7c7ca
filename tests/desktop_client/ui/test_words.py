from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.draft_question import DraftQuestion

NOON = datetime(2026, 3, 12, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("ahead", "english", "indonesian"),
    [
        (timedelta(seconds=20), "in a moment", "sebentar lagi"),
        (timedelta(minutes=1), "in 1 minute", "1 menit lagi"),
        (timedelta(minutes=5), "in 5 minutes", "5 menit lagi"),
        (timedelta(hours=2, minutes=5), "today at 14:05", "hari ini pukul 14.05"),
        (timedelta(minutes=-10), "today at 11:50", "hari ini pukul 11.50"),
        (timedelta(days=-1), "yesterday at 12:00", "kemarin pukul 12.00"),
        (timedelta(days=1), "tomorrow at 12:00", "besok pukul 12.00"),
        (timedelta(days=61), "12 May at 12:00", "12 Mei pukul 12.00"),
        (timedelta(days=-365), "12 March 2025 at 12:00", "12 Maret 2025 pukul 12.00"),
    ],
)
def test_moments_as_one_says_them(theme: Theme, ahead: timedelta, english: str, indonesian: str) -> None:
    moment = (NOON.replace(tzinfo=None) + ahead).astimezone()
    assert words.when(moment, NOON) == english
    words.use_language("id")
    assert words.when(moment, NOON) == indonesian


def test_sizes_in_each_language(theme: Theme) -> None:
    counts = (0, 1, 38_200, 1_400_000, 2_000_000, 214_000_000, 6_100_000_000)
    assert [words.size(count) for count in counts] == ["0 KB", "1 KB", "38 KB", "1.4 MB", "2 MB", "214 MB", "6.1 GB"]
    words.use_language("id")
    assert [words.size(count) for count in counts] == ["0 KB", "1 KB", "38 KB", "1,4 MB", "2 MB", "214 MB", "6,1 GB"]


def test_a_system_in_neither_language_gets_english(theme: Theme) -> None:
    assert words.use_language("system") == "en"
    assert words.use_language("tlh") == "en"
    assert words.language() == "en"


def test_what_is_open_changes_its_language_at_once(qtbot: QtBot, theme: Theme) -> None:
    window = DraftQuestion(theme, lambda: None, lambda: None)
    qtbot.addWidget(window)
    window.show_draft(datetime.now().astimezone() - timedelta(days=1), "Printer")
    window.show()
    title = window.findChild(QLabel, "title")
    assert title.text().startswith("A draft from yesterday at ")
    words.use_language("id")
    qtbot.waitUntil(lambda: title.text().startswith("Ada draf dari kemarin pukul "))
    words.use_language("en")
    qtbot.waitUntil(lambda: title.text().startswith("A draft from yesterday at "))


def test_reasons_are_said_in_the_language(theme: Theme) -> None:
    reason = Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME)
    soon = datetime.now().astimezone() + timedelta(minutes=5)
    said = words.say(reason, company="PT Maju Bersama", saved="report", next_try=soon)
    assert said.whole() == "Not connected to PT Maju Bersama yet. Your report is saved on this computer. Next try in 5 minutes."
    words.use_language("id")
    said = words.say(reason, company="PT Maju Bersama", saved="report", next_try=soon)
    assert said.whole() == "Belum terhubung ke server PT Maju Bersama. Laporan Anda tersimpan di komputer ini. Dicoba lagi 5 menit lagi."


def test_the_help_desk_has_a_name(theme: Theme) -> None:
    assert [words.desk(""), words.desk("Helpdesk")] == ["the help desk", "Helpdesk"]
    words.use_language("id")
    assert words.desk("") == "tim TI"
