"""The system's log: recorded from journalctl 252 on Debian 12; Windows' events and macOS' reports from their documented form."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.machine.system_log import (
    MOST_KINDS,
    Entry,
    Errors,
    _crash_reports,
    entries_in_events,
    entries_in_journal,
    grouped,
    read_errors,
)
from desktop_client.system.not_known import NotKnown, Why

JOURNAL = (
    b'{"SYSLOG_IDENTIFIER":"kasir","_BOOT_ID":"75324056aeef4f3ab4fb3dbfab8cc88c","MESSAGE":"Timeout after 31 s","PRIORITY":"3",'
    b'"_COMM":"logger","__REALTIME_TIMESTAMP":"1795509373298893","__MONOTONIC_TIMESTAMP":"2297840077"}\n'
    b'{"__REALTIME_TIMESTAMP":"1795509373314166","SYSLOG_IDENTIFIER":"kasir","PRIORITY":"3","MESSAGE":"Timeout after 32 s"}\n'
    b'{"__REALTIME_TIMESTAMP":"1795509373317836","MESSAGE":[112,114,111,103,58,32,98,97,100,32,27,91,51,49,109,32,255],"_COMM":"logger"}\n'
)


def at(microseconds: int) -> datetime:
    return datetime.fromtimestamp(microseconds / 1e6, UTC)


def answering(stdout: bytes = b"", stderr: bytes = b"", code: int | None = 0, outcome: Outcome = Outcome.OK):  # noqa: ANN201 - a Run
    return lambda _argv, _limit_s: CommandResult(stdout, stderr, code, outcome)


def test_entries_of_the_journal() -> None:
    assert list(entries_in_journal(JOURNAL)) == [
        Entry("kasir", "Timeout after 31 s", at(1795509373298893)),
        Entry("kasir", "Timeout after 32 s", at(1795509373314166)),
        Entry("logger", "prog: bad \x1b[31m �", at(1795509373317836)),
    ]


def test_the_same_errors_are_counted_together_newest_first() -> None:
    found = grouped(entries_in_journal(JOURNAL))
    assert [(one.program, one.text, one.times) for one in found] == [
        ("logger", "prog: bad \x1b[31m �", 1),
        ("kasir", "Timeout after 32 s", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"-- No entries --",
        b"{",
        b'{"MESSAGE":null}',
        b'{"MESSAGE":""}',
        b'{"MESSAGE":[1,2,999]}',
        b'{"MESSAGE":["x"]}',
        b'{"MESSAGE":{"a":1}}',
        b"[]",
        b'"text"',
        b"\xff\xfe\x00",
        b'{"SYSLOG_IDENTIFIER":"kasir"}',
    ],
)
def test_what_is_no_entry_is_skipped(line: bytes) -> None:
    assert list(entries_in_journal(line + b"\n" + JOURNAL)) == list(entries_in_journal(JOURNAL))


def test_a_cut_answer_keeps_its_whole_lines() -> None:
    for length in range(0, len(JOURNAL), 17):
        assert len(list(entries_in_journal(JOURNAL[:length]))) == sum(1 for line in JOURNAL[: length + 1].split(b"\n")[:-1] if line)


def test_wrong_times_are_not_known() -> None:
    for stamp in ("x", None, "99999999999999999999999", -1e30):
        (entry,) = entries_in_journal(json.dumps({"MESSAGE": "m", "__REALTIME_TIMESTAMP": stamp}).encode())
        assert entry.at is None


def test_hostile_names_come_through() -> None:
    (entry,) = entries_in_journal(json.dumps({"MESSAGE": "a:b\\c\nd", "SYSLOG_IDENTIFIER": "x\n📠"}).encode())
    assert (entry.program, entry.text) == ("x\n📠", "a:b\\c\nd")


def test_one_huge_line_and_ten_thousand_small_ones() -> None:
    huge = json.dumps({"MESSAGE": "x" * 5_000_000}).encode()
    assert len(next(iter(entries_in_journal(huge))).text) == 5_000_000
    many = b"\n".join(json.dumps({"MESSAGE": f"{chr(97 + number % 26)}{number}"}).encode() for number in range(10_000))
    assert len(grouped(entries_in_journal(many))) == MOST_KINDS


@pytest.fixture
def journal(tmp_path: Path) -> tuple[Path, ...]:
    (tmp_path / "3d1219c7c4c5404aaa1f6d2a48adfda4").mkdir()
    return (tmp_path, tmp_path / "not there")


def test_reading(journal: tuple[Path, ...]) -> None:
    found = read_errors(answering(JOURNAL), journal)
    assert isinstance(found, tuple)
    assert len(found) == 2


def test_no_error_is_an_answer(journal: tuple[Path, ...]) -> None:
    assert read_errors(answering(b"-- No entries --\n"), journal) == ()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (answering(stderr=b"No journal files were opened due to insufficient permissions.", code=1), Why.DENIED),
        (answering(stderr=b"Hint: You are currently not seeing messages from other users and the system."), Why.DENIED),
        (answering(stderr=b"Failed to open", code=1), Why.ABSENT),
        (answering(code=None, outcome=Outcome.TIMEOUT), Why.TIMEOUT),
        (answering(code=None, outcome=Outcome.MISSING), Why.MISSING),
        (answering(code=None, outcome=Outcome.STOPPED), Why.TIMEOUT),
    ],
)
def test_no_answer_says_why(told: object, why: Why, journal: tuple[Path, ...]) -> None:
    assert read_errors(told, journal) == NotKnown(why)  # type: ignore[arg-type] # a Run


def test_without_a_journal_it_is_not_there_though_journalctl_says_nothing(tmp_path: Path) -> None:
    assert read_errors(answering(b""), (tmp_path,)) == NotKnown(Why.ABSENT)


EVENTS = (
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='disk'/><EventID Qualifiers='49156'>7"
    "</EventID><Level>2</Level><TimeCreated SystemTime='2026-11-24T01:02:03.1234567Z'/></System><EventData/></Event>\r\n"
)


def test_windows_events_have_no_root() -> None:
    found = list(entries_in_events((EVENTS + EVENTS.replace("disk", "Service Control Manager")).encode()))
    assert found[0] == Entry("disk", "event 7", datetime(2026, 11, 24, 1, 2, 3, 123456, UTC))
    assert found[1].program == "Service Control Manager"
    assert next(iter(entries_in_events(("\ufeff" + EVENTS).encode("utf-16-le")))).program == "disk"


@pytest.mark.parametrize("text", [b"", b"<Event ", EVENTS[:-20].encode(), b"<Event a></Event>", b"Zugriff verweigert", b"<Event " * 50_000])
def test_broken_events_are_skipped(text: bytes) -> None:
    assert list(entries_in_events(text)) == []


def test_crash_reports_of_the_last_day(tmp_path: Path) -> None:
    fresh, old, broken = (tmp_path / f"{name}.ips" for name in ("fresh", "old", "broken"))
    fresh.write_text('{"app_name":"RedLemon","bug_type":"309"}\n{"second":1}')
    old.write_text('{"app_name":"Old","bug_type":"309"}\n')
    broken.write_bytes(b"\xff\n")
    os.utime(old, (0, 0))
    assert [(one.program, one.text) for one in _crash_reports(tmp_path)] == [("RedLemon", "closed by itself")]
    assert list(_crash_reports(tmp_path / "none")) == []


def test_errors_without_a_time_come_last() -> None:
    found = grouped([Entry("a", "x", None), Entry("b", "y", datetime(2026, 1, 1, tzinfo=UTC)), Entry("a", "x", None)])
    assert found == (Errors("b", "y", datetime(2026, 1, 1, tzinfo=UTC), 1), Errors("a", "x", None, 2))
