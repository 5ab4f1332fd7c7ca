"""What a report begins with joins what is written; nothing of the person's is lost, and the same twice is there once."""

from datetime import UTC, datetime

import msgspec

from contract.guides import Tried
from contract.tickets import Impact
from desktop_client.flows.begin_report import NOTHING, Beginning, begun
from desktop_client.help_desk.draft import Draft

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TRIED = Tried(guide="printer", step="look", title="Does the printer answer?", kind="check", name="printer", result="found:gone", at=NOW)


def draft(subject: str = "", details: str = "") -> Draft:
    return Draft(id="1", created=NOW, changed=NOW, subject=subject, details=details)


def test_an_empty_draft_takes_it_all() -> None:
    found = begun(draft(), Beginning(subject="Can't print", details="Tried: a", tried=(TRIED,), impact=Impact.SOME))
    assert (found.subject, found.details, found.tried, found.impact) == ("Can't print", "Tried: a", (TRIED,), Impact.SOME)


def test_what_is_written_stays_and_the_same_again_changes_nothing() -> None:
    beginning = Beginning(subject="Can't print", details="Tried: a", tried=(TRIED,))
    once = begun(draft("My own words", "And more"), beginning)
    assert (once.subject, once.details) == ("My own words", "And more\n\nTried: a")
    assert begun(once, beginning) == once
    later = msgspec.structs.replace(TRIED, at=datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
    assert begun(once, Beginning(tried=(later,))).tried == (TRIED, later)


def test_nothing_begins_with_nothing() -> None:
    written = draft("My own words", "And more  \n")
    assert begun(written, NOTHING) == written
