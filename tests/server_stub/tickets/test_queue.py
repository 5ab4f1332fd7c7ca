"""The queue below HTTP: what stands in which view, in which order, what a search finds, and what nothing can be made of."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.ids import new_id
from contract.problems import Code
from contract.tickets import State
from server_stub.refusals import RefusalError
from server_stub.store import queue as queue_rows
from server_stub.store.accounts import Account
from server_stub.tickets.queue import Change, Count, Queue, View
from tests.server_stub.served import Person, Served, serving
from tests.server_stub.tickets.technicians import technician

URGENT = {"impact": "company", "urgency": "stopped"}
CAN_WAIT = {"impact": "me", "urgency": "wait"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Seven tickets: 2 is urgent, 3 can wait, 4 is Budi's, 5 is Dewi's and reopened, 6 is resolved, 7 is new again."""
    with serving(tmp_path_factory.mktemp("queue")) as served:
        ana, hand = served.person("Ána Müller", "RL-JKT-0142"), served.backend.handling
        budi, dewi = technician(served.backend, "Budi Santoso"), technician(served.backend, "Dewi Lestari")
        ana.ticket(subject="The printer is on fire", details="\n  Since monday \nmore", place="Lantai 3")
        ana.ticket(subject="Nothing works", **URGENT)
        ana.ticket(subject="A new chair", **CAN_WAIT)
        ana.ticket(subject="VPN drops")
        ana.ticket(subject="Slow laptop")
        ana.ticket(subject="Old monitor")
        served.person("Tuan", "RL-SUB-7").ticket(subject="Strange mail")
        hand.take(budi, "INC-000004")
        hand.reply(dewi, "INC-000005", "Kafe di lantai dua?", "", resolve=True)
        hand.reopen(dewi, "INC-000005")
        hand.note(budi, "INC-000006", "The fuse box, again: smörgåsbord")
        hand.resolve(budi, "INC-000006")
        yield served


@pytest.fixture
def queue(desk: Served) -> Queue:
    return desk.backend.queue


@pytest.fixture
def budi(desk: Served) -> Account:
    return next(one for one in desk.backend.accounts.all() if one.login == "budi")


def numbers(queue: Queue, view: View, me: str, search: str = "") -> list[int]:
    return [int(row.number[4:]) for row in queue.page(view, me, search=search).rows]


def test_views_and_their_order(queue: Queue, budi: Account) -> None:
    assert numbers(queue, View.OPEN, budi.id) == [2, 1, 4, 5, 7, 3]
    assert numbers(queue, View.MINE, budi.id) == [4]
    assert numbers(queue, View.UNASSIGNED, budi.id) == [2, 1, 7, 3]
    assert numbers(queue, View.ALL, budi.id) == [7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("search", ["", "lantai", "a"])
def test_pages_follow_each_other_and_leave_nothing_out(queue: Queue, budi: Account, view: View, search: str) -> None:
    whole = numbers(queue, view, budi.id, search=search)
    for size in (1, 2, 3):
        found, after = [], ""
        while True:
            page = queue.page(view, budi.id, after, search, size)
            found += [int(row.number[4:]) for row in page.rows]
            assert len(page.rows) <= size
            after = page.next
            if not after:
                break
        assert found == whole


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_of_a_search_that_is_a_number_too_leave_nothing_out(tmp_path: Path, size: int) -> None:
    with serving(tmp_path) as served:
        ana = served.person()
        for _ in range(6):
            ana.ticket(subject="Room 3")
        for view, rest in ((View.ALL, [6, 5, 4, 2, 1]), (View.OPEN, [1, 2, 4, 5, 6])):
            found, after = [], ""
            while True:
                page = served.backend.queue.page(view, "me", after, "3", size)
                found += [int(row.number[4:]) for row in page.rows]
                after = page.next
                if not after:
                    break
            assert found == [3, *rest]


def test_counts_are_the_views_own_and_bounded(queue: Queue, budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {View.OPEN: 6, View.MINE: 1, View.UNASSIGNED: 4, View.ALL: 7}
    assert queue.page(View.MINE, budi.id, search="nothing like it").counts == {view: Count(number) for view, number in told.items()}
    monkeypatch.setattr(queue_rows, "COUNTED", 4)
    assert queue.page(View.MINE, budi.id).counts == {
        View.OPEN: Count(4, more=True),
        View.MINE: Count(1),
        View.UNASSIGNED: Count(4),
        View.ALL: Count(4, more=True),
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("print", [1]),
        ("PRINTER fire", [1]),
        ("fire printer monday", [1]),
        ("ana", [6, 5, 4, 3, 2, 1]),
        ("müll", [6, 5, 4, 3, 2, 1]),
        ("mull", [6, 5, 4, 3, 2, 1]),
        ("RL-SUB-7", [7]),
        ("0142 vpn", [4]),
        ("kafé", [5]),
        ("smorgas", [6]),
        ("fuse-box", [6]),
        ("printer vpn", []),
        ("INC-000006", [6]),
        ("inc-6", [6]),
        ("3", [3, 1]),
        ("00000003", [3]),
        ("INC-000099", []),
    ],
)
def test_what_a_search_finds(queue: Queue, budi: Account, typed: str, found: list[int]) -> None:
    assert numbers(queue, View.ALL, budi.id, search=typed) == found


def test_a_search_keeps_to_its_view_but_a_number_is_found_anywhere(queue: Queue, budi: Account) -> None:
    assert numbers(queue, View.OPEN, budi.id, search="fuse") == []
    assert numbers(queue, View.OPEN, budi.id, search="ana") == [2, 1, 4, 5, 3]
    assert numbers(queue, View.MINE, budi.id, search="ana") == [4]
    assert numbers(queue, View.UNASSIGNED, budi.id, search="lantai") == [1]
    assert numbers(queue, View.MINE, budi.id, search="INC-000006") == [6]


@pytest.mark.parametrize(
    "typed",
    ['"', '""', '"printer', "printer*", "*", "NEAR(printer fire)", "printer OR vpn", "printer NOT fire", "words:printer", "^printer",
     "-", "%", "_", "' OR 1=1 --", "\u2022open", "printer)", "(", "a" * 5000, "\x00printer", "\ud800", "x " * 3000, "+", "{a b}: c"],
)  # fmt: skip
def test_signs_in_a_search_mean_nothing(queue: Queue, budi: Account, typed: str) -> None:
    for view in View:
        assert set(numbers(queue, view, budi.id, search=typed)) <= {1, 2, 3, 4, 5, 6, 7}
    assert numbers(queue, View.ALL, budi.id, search='"printer"* (fire)') == [1]


@pytest.mark.parametrize(
    "after",
    ["x", "b3Blbg", "'; DROP TABLE tickets", "é", "=" * 40, "a" * 9_000, base64.urlsafe_b64encode(b"all.3.4").decode().rstrip("="),
     base64.urlsafe_b64encode(b"open.3.4 OR 1").decode(), base64.urlsafe_b64encode(b"open.3." + b"9" * 30).decode().rstrip("="),
     base64.urlsafe_b64encode("open.3.٤".encode()).decode().rstrip("=")],
)  # fmt: skip
def test_a_place_that_no_page_gave_is_refused(queue: Queue, budi: Account, after: str) -> None:
    with pytest.raises(RefusalError) as refused:
        queue.page(View.OPEN, budi.id, after)
    assert (refused.value.code, refused.value.field) == (Code.INVALID, "after")


def test_what_a_row_shows(queue: Queue, budi: Account) -> None:
    rows = {row.number: row for row in queue.page(View.ALL, budi.id).rows}
    fire, vpn, laptop, monitor = (rows[f"INC-00000{number}"] for number in (1, 4, 5, 6))
    assert (fire.person, fire.computer, fire.place, fire.priority) == ("Ána Müller", "RL-JKT-0142", "Lantai 3", 3)
    assert (fire.preview, fire.preview_kind, fire.preview_by) == ("Since monday", "words", "employee")
    assert (fire.state, fire.unread, fire.technician, fire.wants_remote_help, fire.assist, fire.alarm) == (
        State.NEW, True, None, False, "", False,
    )  # fmt: skip
    assert fire.views == {View.ALL, View.OPEN, View.UNASSIGNED}
    assert vpn.technician is not None
    assert (vpn.technician.id, vpn.technician.name, vpn.technician.initials) == (budi.id, "Budi Santoso", "BS")
    assert vpn.views == {View.ALL, View.OPEN, View.MINE}
    assert (laptop.preview, laptop.preview_kind, laptop.preview_by) == ("", "reopen", "technician")
    assert laptop.views == {View.ALL, View.OPEN}
    assert (monitor.state, monitor.preview_kind, monitor.unread, monitor.views) == (
        State.RESOLVED,
        "resolve",
        False,
        frozenset({View.ALL}),
    )


def test_rows_of_some_tickets(queue: Queue, budi: Account) -> None:
    assert [row.number for row in queue.rows(["INC-000005", "2", "INC-000077", "nonsense"], budi.id)] == ["INC-000002", "INC-000005"]
    assert queue.rows([], budi.id) == ()


def test_changes_come_in_order_and_in_parts(queue: Queue) -> None:
    all_of_them = queue.changes(0)
    assert all_of_them.last == queue.last()
    assert [(one.number, one.kind, one.side) for one in all_of_them.tickets][-3:] == [
        ("INC-000006", "note", "technician"),
        ("INC-000006", "taken", "technician"),
        ("INC-000006", "message", "technician"),
    ]
    found: list[Change] = []
    after = 0
    while True:
        part = queue.changes(after, 4)
        found += part.tickets
        after = part.last
        assert len(part.tickets) <= 4
        if not part.more:
            break
    assert tuple(found) == all_of_them.tickets
    assert (queue.changes(after).tickets, queue.changes(after).last) == ((), after)
    assert queue.changes(after + 1_000).last == after


def test_an_employee_who_asks_for_help_is_seen(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        ana: Person = served.person()
        ticket = ana.ticket()
        (row,) = served.backend.queue.page(View.OPEN, "").rows
        assert not row.wants_remote_help
        assert ana.put_message(ticket, new_id(), text=" ").status == 422
        assert ana.put_message(ticket, new_id(), text="", wants="remote-help").status == 201, "a wish needs no words"
        (row,) = served.backend.queue.page(View.OPEN, "").rows
        assert (row.wants_remote_help, row.preview, row.preview_kind) == (True, "", "remote-help")
        assert ana.put_message(ticket, new_id(), text="Please look", wants="remote-help").status == 201
        (row,) = served.backend.queue.page(View.OPEN, "").rows
        assert (row.wants_remote_help, row.preview) == (True, "Please look")
        budi = technician(served.backend, "Budi Santoso")
        served.backend.assist.ask(budi, "INC-000001", "a" * 64)
        (row,) = served.backend.queue.page(View.OPEN, "").rows
        assert (row.wants_remote_help, row.assist) == (False, "asked")
        served.backend.handling.resolve(budi, "INC-000001")
        (row,) = served.backend.queue.page(View.ALL, "").rows
        assert (row.wants_remote_help, row.assist, row.preview_kind) == (False, "", "resolve")
