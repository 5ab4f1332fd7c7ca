"""What the checks of printer and queue conclude from values, and what they must not; real faults are in tests/faults."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.known_queues import were_here
from desktop_client.guides.checks.printer import PrinterCheck, prints_no_paper, reason_for_a_hand
from desktop_client.guides.checks.queue import QueueCheck, in_front, is_late
from desktop_client.guides.verdict import Seen
from desktop_client.system.commands import CommandResult
from desktop_client.system.commands import Outcome as Ran
from desktop_client.system.not_known import NotKnown, NotKnownError, Why
from desktop_client.system.printing.print_queues import HELD, IDLE, IN_PROCESS, STOPPED, WAITS, Document, Queue, Queues
from desktop_client.system.printing.printing_here import Printing


def question(**more: Any) -> Question:
    return Question(run=lambda _argv, _limit: CommandResult(b"", b"", None, Ran.MISSING), limit_s=10, **more)


def text(seen: Seen) -> str:
    return f"{seen.outcome}:{seen.code}" if seen.code else str(seen.outcome)


def here(
    queues: Queues | NotKnown,
    documents: Sequence[tuple[Document, ...] | NotKnown] = ((),),
    *,
    printed: float | None = None,
    exists: bool = False,
) -> Any:
    """Printing of a computer on which the documents change from look to look."""
    given = list(documents)

    def read() -> tuple[Document, ...] | NotKnown:
        return given.pop(0) if len(given) > 1 else given[0]

    last = None if printed is None else datetime.now(UTC) - timedelta(days=printed)
    printing = Printing(queues=lambda: queues, documents=read, last_printed=lambda: last, queue_exists=lambda: exists)
    return lambda _run: printing


def queue(name: str = "Lantai3", **more: Any) -> Queue:
    return Queue(**{"name": name, "uri": "dnssd://x/", **more})


def printer(queues: Queues | NotKnown, *, guide: str = "", **more: Any) -> str:
    return text(PrinterCheck(printing=here(queues, **more), apart_s=0, connect_s=0.5).look(question(guide=guide)))


REFUSED = "socket://127.0.0.1:1"


def test_no_printer_is_a_fault_only_where_one_is_missed() -> None:
    none = Queues()
    assert printer(none) == "ok:unused"
    assert printer(none, printed=91) == "ok:unused"
    assert printer(none, printed=89) == "found:none"
    assert printer(none, guide="printer-does-not-print") == "found:none"
    assert printer(NotKnown(Why.MISSING)) == "ok:unused"
    assert printer(NotKnown(Why.OFF)) == "ok:unused"
    lost = Queues(default="Gudang", queues=(queue(),))
    assert printer(lost, guide="printer-does-not-print") == "found:no-default"


def test_a_silent_service_says_nothing_of_the_printer() -> None:
    with pytest.raises(NotKnownError):
        printer(NotKnown(Why.TIMEOUT), exists=True)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (queue(), "ok"),
        (queue(state=STOPPED), "found:paused"),
        (queue(reasons=("paused",)), "found:paused"),
        (queue(state=STOPPED, reasons=("paused", "media-jam-error")), "found:needs-hand"),
        (queue(state=STOPPED, reasons=("media-jam-error",), uri=REFUSED), "found:paused"),
        (queue(accepts=False), "found:rejecting"),
        (queue(uri=REFUSED), "found:gone"),
        (queue(uri=REFUSED, reasons=("media-empty",)), "found:gone"),  # an old word of one that isn't there
        (queue(reasons=("toner-low-warning", "media-empty")), "found:needs-hand"),
        (queue(reasons=("media-empty-warning",)), "ok"),  # another tray
        (queue(reasons=("toner-empty-report",)), "ok"),
        (queue(name="PDF"), "found:wrong"),
        (queue(uri="cups-pdf:/"), "found:wrong"),
        (queue(name="Microsoft Print to PDF"), "found:wrong"),
        (queue(make="Generic PDF Printer"), "ok"),  # a printer that understands PDF
    ],
)
def test_the_default_printer(one: Queue, said: str) -> None:
    assert printer(Queues(default=one.name, queues=(one,))) == said


def test_progress_is_reachability() -> None:
    one = queue(uri=REFUSED)
    first = document(1, state=IN_PROCESS, progress=(1,))
    moved = document(1, state=IN_PROCESS, progress=(2,))
    assert printer(Queues(default=one.name, queues=(one,)), documents=((first,), (moved,))) == "ok"
    assert printer(Queues(default=one.name, queues=(one,)), documents=((first,), (first,))) == "found:gone"


def test_reasons_and_names() -> None:
    assert [reason_for_a_hand(told) for told in (("door-open-warning",), ("none", "door-open"))] == [
        Evidence(name="reason", value="door-open")
    ] * 2
    assert reason_for_a_hand(("moving-to-paused", "connecting-to-device")) is None
    assert not prints_no_paper(queue(name="Pdfdruckerei-Lantai3", uri="ipp://x"))


def document(number: int, *, state: int = WAITS, own: bool = True, minutes: float = 10, **more: Any) -> Document:
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    return Document(number=number, state=state, own=own, **{"queue": "Lantai3", "processing": at, **more})


def looked(*documents: tuple[Document, ...] | NotKnown, queues: Queues | NotKnown | None = None, **more: Any) -> Seen:
    one = Queues(default="Lantai3", queues=(queue(),)) if queues is None else queues
    exists = bool(more.pop("exists", False))
    return QueueCheck(printing=here(one, documents, exists=exists), watch_s=0, connect_s=0.5).look(question(**more))


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        (lambda: [()], "ok"),
        (lambda: [(document(1, own=False, state=IN_PROCESS),)], "ok"),  # nobody's business
        (lambda: [(document(1, state=IN_PROCESS),)], "found:stuck"),
        (lambda: [(document(1, state=IN_PROCESS, minutes=2),)], "ok"),
        (lambda: [(document(1, state=HELD),)], "ok:held"),
        (lambda: [(document(1, state=HELD), document(2))], "ok"),
        (lambda: [(document(1, state=6),)], "found:stopped"),
        (lambda: [(document(1, state=IN_PROCESS, progress=(1,)),), (document(1, state=IN_PROCESS, progress=(2,)),)], "ok"),
        (lambda: [(document(1, state=IN_PROCESS),), ()], "ok"),
        (lambda: [(document(1, state=IN_PROCESS, own=False), document(2))], "found:stuck"),  # others' in front of ours
        (lambda: [(document(1, state=IN_PROCESS, own=False, queue="Kasir"), document(2))], "ok"),
    ],
)
def test_documents(documents: Callable[[], list[tuple[Document, ...]]], said: str) -> None:
    # Made here: what is two minutes old while tests are collected is three when this one runs.
    assert text(looked(*documents())) == said


def test_a_stopped_queue_holds_what_waits_there_not_what_is_held() -> None:
    stopped = Queues(queues=(queue(state=STOPPED),))
    assert text(looked((document(1),), queues=stopped)) == "found:stopped"
    assert text(looked((document(1, state=HELD),), queues=stopped)) == "ok:held"


def test_a_document_for_a_printer_that_is_not_there() -> None:
    gone = Queues(queues=(queue(uri=REFUSED),))
    assert text(looked((document(1, state=IN_PROCESS),), queues=gone)) == "not_possible:after printer"


def test_a_queue_that_stuck_a_moment_ago_gets_no_three_minutes_more() -> None:
    kept: dict[str, float] = {}
    fresh = (document(2, state=IN_PROCESS, minutes=0.1),)
    assert text(looked((document(1, state=IN_PROCESS),), keep=kept.__setitem__)) == "found:stuck"
    assert text(looked(fresh, past=lambda name: (kept[name],))) == "found:stuck"
    assert text(looked(fresh, past=lambda name: (kept[name] - 3600,))) == "ok"


def test_a_silent_print_service() -> None:
    assert text(looked((), queues=NotKnown(Why.TIMEOUT), exists=True)) == "found:service"
    assert text(looked(NotKnown(Why.OFF), exists=True)) == "found:service"
    assert text(looked((), queues=NotKnown(Why.MISSING))) == "ok"
    with pytest.raises(NotKnownError):
        looked((), queues=NotKnown(Why.DENIED))


def test_queues_that_were_here_are_remembered() -> None:
    kept: list[tuple[str, float]] = []
    looked((), keep=lambda name, value: kept.append((name, value)))
    assert kept == [("queues", 1.0)]
    looked((), past=lambda _name: (1.0,), keep=lambda name, value: kept.append((name, value)))
    assert len(kept) == 1
    assert text(looked((), queues=NotKnown(Why.TIMEOUT), past=lambda _name: (0.0, 1.0))) == "found:service"
    assert text(looked((), queues=NotKnown(Why.OFF), past=lambda _name: (1.0, 0.0))) == "ok"
    assert were_here(question(past=lambda _name: (2.0,)), here(Queues())(None))
    assert not were_here(question(), here(Queues())(None))


def test_no_title_and_no_name_leaves_the_queue() -> None:
    seen = looked((document(1, state=IN_PROCESS, title="Gaji Siti"),))
    assert "Gaji" not in str(seen)
    assert [one.number for one in in_front([document(1), document(2, state=IN_PROCESS), document(3, state=IN_PROCESS)])] == [2]
    assert is_late(document(1, minutes=4), 180)
    assert not is_late(Document(number=1, queue="x", state=IDLE, own=True), 0)
