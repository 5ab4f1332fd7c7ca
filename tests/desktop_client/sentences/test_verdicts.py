"""What verdicts and fixes say: every code of every check has its words, and evidence gets into them, or its sentence is left out."""

import re
from datetime import UTC, datetime

import pytest

from contract.guides import CHECKS, FIXES, WITH_PARAMETER, Evidence, Tried
from desktop_client.guides.fix import Doing, Plan
from desktop_client.guides.verdict import NotPossible, Seen, Verdict, found, not_possible, ok
from desktop_client.sentences import verdicts
from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.sentences.verdict_words import CheckWords, FixWords, VerdictWords

AT = datetime(2026, 11, 3, 3, 46, tzinfo=UTC)
WORDS = CheckWords(
    name="Line",
    checking="Checking the line…",
    verdicts={
        "ok": VerdictWords("The line is steady: {loss} of {n} lost.", bare="The line is steady."),
        "found:slow": VerdictWords("The line is slow.", "It carries {speed}. The room is {room}. Move nearer."),
    },
    evidence={"loss": "Lost", "speed": "Speed", "how": "How"},
    values={"wifi-5": "fast Wi-Fi"},
)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> None:
    """One check with words that are known here."""
    monkeypatch.setattr(verdicts.network_checks, "WORDS", {"line": WORDS})


def verdict(seen: Seen, check: str = "line") -> Verdict:
    return Verdict(check=check, seen=seen, at=AT, took_s=1.25)


# The tables


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_words_for_every_code(check: str) -> None:
    words = verdicts.check_words(check)
    assert words is not None
    missing = [code for code in CHECKS[check] if f"found:{code}" not in words.verdicts]
    assert missing == []
    assert "ok" in words.verdicts
    assert words.checking.endswith("…")
    assert words.name[0].isupper()


@pytest.mark.parametrize("fix", FIXES)
def test_every_fix_has_words(fix: str) -> None:
    words = verdicts.fix_words(fix)
    assert words is not None
    assert words.doing


@pytest.mark.parametrize("check", CHECKS)
def test_every_verdict_can_be_said_without_evidence(check: str) -> None:
    reference = f"{check}(mail)" if check in WITH_PARAMETER else check
    for code in CHECKS[check]:
        said = verdicts.say_verdict(verdict(found(code), reference))
        assert said.title
        assert "{" not in said.whole()


def test_reasons_end_no_sentence_and_titles_have_no_full_stop() -> None:
    for why in (*NotPossible, "after gateway", "something new"):
        assert not verdicts.why_not_possible(str(why)).endswith(".")
    for table in (verdicts.NOT_OFFERED, verdicts.NOT_DONE, verdicts.NOT_DONE_PUT_BACK):
        assert all(sentence.endswith(".") for sentences in table.values() for sentence in sentences)


def test_mark_for_translation_changes_nothing() -> None:
    assert QT_TRANSLATE_NOOP("Checks", "Text {x}") == "Text {x}"


# A verdict


@pytest.mark.usefixtures("line")
def test_evidence_gets_into_title_and_text() -> None:
    said = verdicts.say_verdict(verdict(ok(Evidence(name="loss", value=1), Evidence(name="n", value=40))))
    assert (said.title, said.text) == ("The line is steady: 1 of 40 lost", "")


@pytest.mark.usefixtures("line")
def test_title_without_its_evidence_and_sentence_without_its_evidence() -> None:
    assert verdicts.say_verdict(verdict(ok())).title == "The line is steady"
    said = verdicts.say_verdict(verdict(found("slow", Evidence(name="speed", value=0.25, unit="Mbit/s"))))
    assert said.text == "It carries 0.25 Mbit/s. Move nearer."


@pytest.mark.usefixtures("line")
def test_braces_are_names_and_nothing_more() -> None:
    assert verdicts.fill_sentences("Room {room.__class__}. Speed {speed}. {0}. {}.", {"room": "x", "speed": "{room}"}) == "Speed {room}."


@pytest.mark.usefixtures("line")
def test_rows_have_labels_in_the_order_of_measuring() -> None:
    measured = (
        Evidence(name="speed", value=12.34, unit="Mbit/s"),
        Evidence(name="unknown", value=5),
        Evidence(name="loss", value=2.5, unit="%"),
        Evidence(name="how", value="wifi-5"),
    )
    rows = verdicts.evidence_rows(verdict(ok(*measured)))
    assert [(row.label, row.value) for row in rows] == [("Speed", "12.3 Mbit/s"), ("Lost", "2.5%"), ("How", "fast Wi-Fi")]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (4, "ms", "4 ms"),
        (3.5, "GB", "3.5 GB"),
        (810, "MB", "810 MB"),
        (120_000_000, "bytes", "120 MB"),
        (8443, "", "8443"),
        (1_234_567, "", "1,234,567"),
        (True, "", "yes"),
        (False, "", "no"),
        ("", "", ""),
        ("  ", "", ""),
        ("a\nb\u202e", "", "a\ufffdb\ufffd"),
        (0.04, "", "0.04"),
        (12.0, "%", "12%"),
    ],
)
def test_values_as_people_read_them(value: str | float, unit: str, said: str) -> None:
    assert verdicts.value_text(Evidence(name="x", value=value, unit=unit)) == said


def test_numbers_and_words_in_another_language() -> None:
    forms = verdicts.VerdictForms(size=str, number=lambda value, digits: f"{value:.{digits}f}".replace(".", ","))
    assert verdicts.value_text(Evidence(name="x", value=3.5, unit="s"), None, lambda _context, text: text.upper(), forms) == "3,5 s"
    assert verdicts.value_text(Evidence(name="x", value=True), None, lambda _context, text: text.upper(), forms) == "YES"


@pytest.mark.parametrize(
    ("why", "title"),
    [
        (NotPossible.TIME, "Can't check this: no answer in time"),
        (NotPossible.STOPPED, "Can't check this: it was stopped"),
        ("after gateway", "Can't check this: Router has to work first"),
        ("after line:slow", "Can't check this: Line has to work first"),
        ("something new", "Can't check this: the reason is not known"),
    ],
)
def test_not_possible_says_why_and_proves_nothing(why: str, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = CheckWords(name="Router", checking="Checking…", verdicts={})
    monkeypatch.setattr(verdicts.network_checks, "WORDS", {"gateway": gateway, "line": WORDS})
    said = verdicts.say_verdict(verdict(not_possible(why)))
    assert (said.title, said.text) == (title, "You can go on.")


def test_check_that_this_client_does_not_know() -> None:
    assert verdicts.say_verdict(verdict(found("x"), "future")).title == "A problem was found"
    assert verdicts.say_verdict(verdict(ok(), "future")).title == "No problem found"
    assert verdicts.check_name("future(mail)") == "future: mail"
    assert verdicts.checking("future") == "Checking…"
    assert verdicts.evidence_rows(verdict(ok(Evidence(name="x", value=1)), "future")) == ()


def test_check_with_what_it_asks_about(monkeypatch: pytest.MonkeyPatch) -> None:
    words = CheckWords(name="Service", checking="Checking {parameter}…", verdicts={"ok": VerdictWords("{parameter} answers.")})
    monkeypatch.setattr(verdicts.network_checks, "WORDS", {"answers": words})
    assert verdicts.check_name("answers(mail)") == "Service: mail"
    assert verdicts.checking("answers(mail)") == "Checking mail…"
    assert verdicts.say_verdict(verdict(ok(), "answers(mail)")).title == "mail answers"


def test_details_are_raw_and_the_same_in_every_language() -> None:
    said = verdicts.details(verdict(found("slow", Evidence(name="speed", value=0.25, unit="Mbit/s"))))
    assert said.startswith("line  found:slow\n  speed = 0.25 Mbit/s\n  20")
    assert said.endswith(", 1.2 s")
    assert re.search(r"\d\d:46:00 [+-]\d{4}", said)


def test_end_takes_the_evidence_that_it_names() -> None:
    older = verdict(ok(Evidence(name="ms", value=90, unit="ms")), "answers(mail)")
    newer = Verdict(check="dns", seen=ok(Evidence(name="ms", value=4, unit="ms")), at=AT.replace(hour=5))
    text = "It answers in {ms}. The printer is {printer}. All is well."
    assert verdicts.fill_from(text, [older, newer]) == "It answers in 4 ms. All is well."


# Fixes


def test_plan_in_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    words = FixWords("Free space", {"delete": "Delete {n} files, {size_bytes} in all.", "final": "This can't be put back."})
    monkeypatch.setattr(verdicts.computer_fixes, "WORDS", {"free": words})
    plan = Plan(actions=(Doing("delete", {"n": 12, "size_bytes": 2_400_000_000}), Doing("unknown")), warnings=(Doing("final"),))
    said = verdicts.say_plan("free", plan)
    assert said.name == "Free space"
    assert said.actions == ("Delete 12 files, 2.4 GB in all.",)
    assert said.warnings == ("This can't be put back.",)
    assert verdicts.say_plan("future", plan).name == "future"


@pytest.mark.parametrize("why", ["not here", "rights", "refused by company", "nothing to do", "not on this system", "something new"])
def test_fix_that_is_not_offered(why: str) -> None:
    said = verdicts.say_not_offered(why, "Helpdesk")
    assert said.title
    assert "{" not in said.whole()
    assert ("Helpdesk" in said.text) == (why == "rights")


@pytest.mark.parametrize("put_back", [False, True])
@pytest.mark.parametrize("why", ["rights", "time", "failed", "stopped", "cut short", "something new"])
def test_fix_that_was_not_done(why: str, put_back: bool) -> None:  # noqa: FBT001 - a parameter of the test
    said = verdicts.say_not_done(why, "the help desk", put_back=put_back)
    assert said.title
    assert ("put back" in said.title) == (put_back and why in verdicts.NOT_DONE_PUT_BACK)
    # What may have changed something never says that nothing was.
    assert ("Nothing was changed." in said.text) == (why == "rights")


@pytest.mark.parametrize(
    ("kind", "result", "said"),
    [
        ("fix", "helped", "helped"),
        ("fix", "no-help", "didn't help"),
        ("fix", "undone", "put back"),
        ("fix", "skipped", "skipped"),
        ("fix", "not_possible:rights", "not possible"),
        ("check", "ok:none", "OK"),
        ("check", "found:dead", "problem found"),
        ("check", "not_possible:time", "not possible"),
        ("answer", "Yes, it is on", "Yes, it is on"),
    ],
)
def test_what_became_of_what_was_tried(kind: str, result: str, said: str) -> None:
    assert verdicts.tried_result(Tried(guide="g", step="s", kind=kind, result=result, at=AT)) == said
