"""Verdicts, plans and what was tried, as the player shows them, in both languages."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from contract.guides import Evidence, Tried
from desktop_client.guides.fix import Choice, Doing, Plan
from desktop_client.guides.verdict import Verdict, found, not_possible, ok
from desktop_client.screens.guide_view import Tone
from desktop_client.sentences import verdicts
from desktop_client.sentences.verdict_words import CheckWords, VerdictWords
from desktop_client.ui.guide.guide_words import SaidInWindows
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import clock_time, use_language

AT = datetime(2026, 11, 3, 3, 46, tzinfo=UTC)
LINE = CheckWords(
    name="Line",
    checking="Checking the line…",
    verdicts={"ok": VerdictWords("Well."), "found:slow": VerdictWords("The line is slow.")},
    evidence={"speed": "Speed", "loss": "Lost"},
)


@pytest.fixture
def words(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> SaidInWindows:
    monkeypatch.setattr(verdicts.network_checks, "WORDS", {"line": LINE})
    return SaidInWindows(lambda: "Helpdesk")


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    use_language("id")
    yield
    use_language("en")


def slow(speed: float) -> Verdict:
    return Verdict(check="line", seen=found("slow", Evidence(name="speed", value=speed, unit="Mbit/s")), at=AT)


def test_verdict_has_tone_rows_and_details(words: SaidInWindows) -> None:
    said = words.verdict(slow(0.25))
    assert (said.name, said.title, said.tone) == ("Line", "The line is slow", Tone.FOUND)
    assert [(row.label, row.value, row.before, row.tone) for row in said.rows] == [("Speed", "0.25 Mbit/s", "", Tone.PLAIN)]
    assert "found:slow" in said.details
    assert words.verdict(Verdict(check="line", seen=ok(), at=AT)).tone is Tone.OK
    assert words.verdict(Verdict(check="line", seen=not_possible("time"), at=AT)).tone is Tone.PLAIN


def test_verdict_beside_what_was_before(words: SaidInWindows) -> None:
    after = Verdict(check="line", seen=ok(Evidence(name="speed", value=20, unit="Mbit/s"), Evidence(name="loss", value=0)), at=AT)
    rows = words.verdict(after, slow(0.25)).rows
    assert [(row.value, row.before, row.tone) for row in rows] == [("20 Mbit/s", "0.25 Mbit/s", Tone.OK), ("0", "", Tone.OK)]


@pytest.mark.usefixtures("indonesian")
def test_numbers_and_reasons_in_indonesian(words: SaidInWindows) -> None:
    use_language("id")
    assert words.verdict(slow(0.25)).rows[0].value == "0,25 Mbit/s"
    said = words.verdict(Verdict(check="line", seen=not_possible("time"), at=AT))
    assert (said.title, said.text) == ("Tidak bisa diperiksa: tidak ada jawaban tepat waktu", "Anda bisa lanjut.")
    refused = words.not_offered("free", "rights")
    assert (refused.title, refused.text) == ("Ini perlu izin administrator", "Tidak ada yang diubah. Laporkan ke Helpdesk.")


def test_names_moment_and_filled_text(words: SaidInWindows) -> None:
    assert (words.check_name("line"), words.checking("line")) == ("Line", "Checking the line…")
    assert words.moment(slow(1)) == clock_time(AT)
    assert words.filled("Speed {speed}. Room {room}.", [slow(2)]) == "Speed 2 Mbit/s."


def test_plan_with_choices(words: SaidInWindows) -> None:
    plan = Plan(
        actions=(Doing("remove"),),
        warnings=(Doing("final"),),
        choices=(Choice(key="a", title="Own title", size_bytes=10, ticked=False),),
        one_choice=True,
        needs_administrator=True,
        takes_s=60,
    )
    said = words.plan("free", plan)
    assert said.name == words.fix_name("free") == "Free disk space"
    assert said.actions
    assert [(choice.key, choice.title, choice.size_bytes, choice.ticked) for choice in said.choices] == [("a", "Own title", 10, False)]
    assert (said.one_choice, said.needs_administrator, said.takes_s) == (True, True, 60)


@pytest.mark.parametrize(
    ("kind", "name", "result", "row"),
    [
        ("check", "line", "found:slow", ("Line", "problem found", Tone.FOUND)),
        ("check", "line", "ok", ("Line", "OK", Tone.OK)),
        ("check", "line", "odd", ("Line", "the reason is not known", Tone.PLAIN)),
        ("fix", "free", "no-help", ("Free disk space", "didn't help", Tone.FAILED)),
        ("fix", "free", "helped", ("Free disk space", "helped", Tone.OK)),
        ("fix", "free", "not_possible:rights", ("Free disk space", "not possible", Tone.PLAIN)),
        ("answer", "", "Yes", ("Is it on?", "Yes", Tone.PLAIN)),
    ],
)
def test_what_was_tried(words: SaidInWindows, kind: str, name: str, result: str, row: tuple[str, str, Tone]) -> None:
    said = words.tried(Tried(guide="g", step="s", title="Is it on?", kind=kind, name=name, result=result, at=AT))
    assert (said.title, said.result, said.tone) == row


def test_why_is_told_with_what_was_not_possible(words: SaidInWindows) -> None:
    tried = Tried(guide="g", step="s", kind="fix", name="free", result="not_possible:rights", at=AT)
    assert words.tried(tried).text == "An administrator must do this."
    tried = Tried(guide="g", step="s", kind="check", name="line", result="not_possible:time", at=AT)
    assert words.tried(tried).text == "no answer in time"


def test_fix_cut_short_says_whether_it_was_put_back(words: SaidInWindows) -> None:
    assert words.not_done("renew", "cut short", put_back=True).title == "The fix stopped halfway and was put back"
    assert words.not_done("renew", "cut short").title == "The fix stopped halfway"
