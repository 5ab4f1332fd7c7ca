"""What technicians do with tickets: who has them, what reaches the employee, and that nothing is lost when two answer at once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from contract.ids import new_id
from contract.problems import Code
from contract.tickets import Action, State
from server_stub.refusals import RefusalError
from server_stub.store.accounts import Account
from server_stub.store.drafts import Draft, DraftKind
from server_stub.tickets.conflicts import Newer, Taken
from server_stub.tickets.handling import Handling
from server_stub.tickets.ticket_page import TicketPage
from tests.server_stub.served import Person, Served
from tests.server_stub.tickets.technicians import PNG, pieces, technician

PUBLIC, INTERNAL = DraftKind.PUBLIC, DraftKind.INTERNAL


@pytest.fixture
def hand(shared: Served) -> Handling:
    return shared.backend.handling


@pytest.fixture
def rina(shared: Served) -> Person:
    return shared.person("Rina", "PC-9")


@pytest.fixture
def one(rina: Person) -> str:
    """The number of Rina's first ticket."""
    return number(rina, rina.ticket())


@pytest.fixture(scope="module")
def budi(shared: Served) -> Account:
    return technician(shared.backend, "Budi Santoso")


@pytest.fixture(scope="module")
def dewi(shared: Served) -> Account:
    return technician(shared.backend, "Dewi Lestari")


def number(person: Person, ticket: str) -> str:
    return str(person.call("GET", f"/api/v1/tickets/{ticket}").json()["number"])


def kinds(page: TicketPage) -> list[str]:
    return [entry.kind for entry in page.entries]


def told(person: Person) -> list[tuple[str, str, str]]:
    """The person's feed: kind, state and technician."""
    return [(each["kind"], each["ticket"]["state"], each["ticket"]["technician"]) for each in person.feed()["entries"]]


@contextmanager
def refused(code: Code, field: str | None = None) -> Iterator[None]:
    with pytest.raises(RefusalError) as caught:
        yield
    assert (caught.value.code, caught.value.field) == (code, field)


def test_taking_opens_a_new_ticket_and_tells_the_employee_once(hand: Handling, rina: Person, one: str, budi: Account) -> None:
    hand.take(budi, one)
    hand.take(budi, one)
    page = hand.whole(budi, one)
    assert (page.ticket.state, page.technician and page.technician.id, kinds(page)) == (State.OPEN, budi.id, ["received", "taken"])
    assert (page.entries[-1].actor, page.entries[-1].account, page.entries[-1].side) == ("Budi Santoso", budi.id, "technician")
    assert told(rina) == [("ticket", "new", ""), ("ticket", "open", "")]


def test_what_somebody_has_is_taken_only_on_purpose(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    hand.take(budi, one)
    before = len(told(rina))
    for action in (hand.take, hand.release):
        with pytest.raises(Taken, match="Budi Santoso has this ticket") as taken:
            action(dewi, one)
        assert (taken.value.code, taken.value.technician.name) == (Code.CONFLICT, "Budi Santoso")
    hand.take(dewi, one, anyway=True)
    hand.release(dewi, one)
    hand.release(budi, one)
    page = hand.whole(budi, one)
    assert (page.technician, kinds(page)[1:], page.ticket.state) == (None, ["taken", "taken", "released"], State.OPEN)
    assert len(told(rina)) == before


def test_the_first_answer_takes_the_ticket_and_reaches_the_employee(
    hand: Handling, rina: Person, one: str, budi: Account, dewi: Account
) -> None:
    page = hand.whole(budi, one)
    assert page.unread
    said = hand.reply(budi, one, "On my way", page.last)
    assert (said.number, said.state) == (one, State.OPEN)
    assert kinds(hand.whole(budi, one)) == ["received", "taken", "message"]
    assert told(rina)[-1] == ("message", "open", "Budi Santoso")
    (message,) = hand.whole(dewi, one).ticket.messages
    assert (message.id, message.name, message.text) == (said.id, "Budi Santoso", "On my way")
    hand.reply(dewi, one, "I help", hand.whole(dewi, one).last)
    page = hand.whole(dewi, one)
    assert (page.unread, page.technician and page.technician.name, page.ticket.technician) == (False, "Budi Santoso", "Dewi Lestari")


def test_an_answer_sends_its_drafts_files_and_empties_the_draft(hand: Handling, rina: Person, one: str, budi: Account) -> None:
    file = hand.add_file(budi, one, PUBLIC, "Wiring.png", "image/png", pieces(PNG))
    hand.add_file(budi, one, INTERNAL, "Fuse.txt", "text/plain", pieces(b"not for Rina"))
    hand.keep_draft(budi, one, PUBLIC, "Look at")
    hand.reply(budi, one, "", hand.whole(budi, one).last)
    page = hand.whole(budi, one)
    (sent,) = page.ticket.messages[0].attachments
    assert (sent.name, sent.sha256, sent.kind) == (file.name, file.sha256, file.kind)
    assert (page.drafts[PUBLIC], [each.name for each in page.drafts[INTERNAL].files]) == (Draft(), ["Fuse.txt"])
    path = f"/api/v1/tickets/{page.ticket.id}/attachments/{sent.id}"
    assert rina.call("GET", path).body == PNG
    assert hand.attachment(one, sent.id).file.path.read_bytes() == PNG


def test_nothing_to_say_is_refused_and_drafts_stay(hand: Handling, rina: Person, one: str, budi: Account) -> None:
    hand.keep_draft(budi, one, PUBLIC, "Begun")
    for text in ("", " \n", "x" * 50_001, "a\0b", "a\ud800"):
        with refused(Code.INVALID, "text"):
            hand.reply(budi, one, text, "")
        with refused(Code.INVALID, "text"):
            hand.note(budi, one, text)
    with refused(Code.INVALID, "text"):
        hand.keep_draft(budi, one, PUBLIC, "x" * 50_001)
    assert hand.draft(budi, one, PUBLIC).text == "Begun"
    assert kinds(hand.whole(budi, one)) == ["received"]
    assert len(told(rina)) == 1


def test_numbers_and_marks_that_are_none(hand: Handling, rina: Person, one: str, budi: Account) -> None:
    for typed in ("INC-999999", "", "x", "INC-1; DROP TABLE tickets", "٣"):
        with refused(Code.NOT_FOUND):
            hand.whole(budi, typed)
        with refused(Code.NOT_FOUND):
            hand.reply(budi, typed, "Hello", "")
    for expected in ("x", "-1", "1.5", "9" * 30, "٣", "1 OR 1"):
        with refused(Code.INVALID, "expected"):
            hand.reply(budi, one, "Hello", expected)
    with refused(Code.INVALID, "id"):
        hand.reply(budi, one, "Hello", "", message_id="x")
    with refused(Code.NOT_FOUND):
        hand.attachment(one, new_id())


def test_a_colleagues_newer_words_are_shown_before_sending(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    shown = hand.whole(budi, one).last
    hand.keep_draft(budi, one, PUBLIC, "Restart it")
    hand.add_file(budi, one, PUBLIC, "How.png", "image/png", pieces(PNG))
    hand.reply(dewi, one, "Don't restart it", "")
    hand.note(dewi, one, "It would lose the log")
    with pytest.raises(Newer) as newer:
        hand.reply(budi, one, "Restart it", shown)
    assert newer.value.code is Code.CONFLICT
    words = [(each.message and each.message.text, each.note and each.note.text) for each in newer.value.entries]
    assert words == [("Don't restart it", None), (None, "It would lose the log")]
    kept = hand.draft(budi, one, PUBLIC)
    assert (kept.text, [each.name for each in kept.files]) == ("Restart it", ["How.png"])
    hand.reply(budi, one, "Restart it", shown, anyway=True)
    assert [message.text for message in hand.whole(budi, one).ticket.messages] == ["Don't restart it", "Restart it"]
    assert [entry["message"]["text"] for entry in rina.feed()["entries"] if entry["kind"] == "message"] == [
        "Don't restart it",
        "Restart it",
    ]
    assert hand.draft(budi, one, PUBLIC) == Draft()


def test_own_words_and_the_employees_do_not_stand_in_the_way(
    hand: Handling, shared: Served, rina: Person, one: str, budi: Account, dewi: Account
) -> None:
    shown = hand.whole(budi, one).last
    hand.reply(budi, one, "One", shown)
    hand.take(dewi, one, anyway=True)
    rina.put_message(hand.whole(budi, one).ticket.id, new_id())
    hand.reply(budi, one, "Two", shown)
    shared.backend.desk.reply(one, "By the command line", "Budi Santoso")
    with pytest.raises(Newer):
        hand.reply(budi, one, "Three", shown)


def test_two_who_answer_at_once_lose_nothing(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    """Whoever comes second is asked, and confirms: both texts are there, each once, in the order of the feed."""
    people = (budi, dewi)
    for turn in range(8):
        shown = hand.whole(budi, one).last
        ready = threading.Barrier(len(people))
        asked: list[str] = []

        def answer(by: Account, turn: int = turn, shown: str = shown, ready: threading.Barrier = ready, asked: list[str] = asked) -> None:
            text = f"{by.login} {turn}"
            hand.keep_draft(by, one, PUBLIC, text)
            ready.wait()
            try:
                hand.reply(by, one, text, shown)
            except Newer:
                assert hand.draft(by, one, PUBLIC).text == text
                asked.append(by.login)
                hand.reply(by, one, text, shown, anyway=True)

        threads = [threading.Thread(target=answer, args=(by,)) for by in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(asked) == 1
        page = hand.whole(budi, one)
        newest = [message.text for message in page.ticket.messages[-2:]]
        assert sorted(newest) == [f"budi {turn}", f"dewi {turn}"]
        assert newest[1].startswith(asked[0])
        assert all(hand.draft(by, one, PUBLIC) == Draft() for by in people)
    heard = [entry["message"]["text"] for entry in rina.feed()["entries"] if entry["kind"] == "message"]
    assert heard == [message.text for message in hand.whole(budi, one).ticket.messages]
    assert len(heard) == len(set(heard)) == 16


def test_the_same_again_is_not_said_twice(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    reply, note = new_id(), new_id()
    first = hand.reply(budi, one, "Hello", "", message_id=reply)
    hand.keep_draft(budi, one, PUBLIC, "The next one")
    assert hand.reply(budi, one, "Hello", "", message_id=reply) == first
    kept = hand.note(budi, one, "Fuse", note_id=note)
    assert hand.note(budi, one, "Fuse", note_id=note) == kept
    assert kinds(hand.whole(budi, one)) == ["received", "taken", "message", "note"]
    assert hand.draft(budi, one, PUBLIC).text == "The next one"
    with refused(Code.CONFLICT, "id"):
        hand.reply(dewi, one, "Hello", "", message_id=reply)
    with refused(Code.CONFLICT, "id"):
        hand.note(dewi, one, "Fuse", note_id=note)
    mine = new_id()
    rina.put_message(hand.whole(budi, one).ticket.id, mine)
    with refused(Code.CONFLICT, "id"):
        hand.reply(budi, one, "Hello", "", message_id=mine)


def test_a_draft_that_arrives_after_it_was_sent_is_none(hand: Handling, rina: Person, one: str, budi: Account) -> None:
    del rina
    sends: dict[DraftKind, Callable[[str], object]] = {
        PUBLIC: lambda id_: hand.reply(budi, one, "Hello", "", message_id=id_),
        INTERNAL: lambda id_: hand.note(budi, one, "Hello", note_id=id_),
    }
    for kind, send in sends.items():
        id_ = new_id()
        assert hand.keep_draft(budi, one, kind, "Hell", unless_sent=id_).text == "Hell"
        send(id_)
        assert hand.keep_draft(budi, one, kind, "Hello", unless_sent=id_) == hand.draft(budi, one, kind) == Draft()
        assert hand.keep_draft(budi, one, kind, "Next", unless_sent=new_id()).text == "Next"


def test_resolving_with_words_and_without_and_reopening(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    with refused(Code.CONFLICT, "state"):
        hand.reopen(budi, one)
    assert hand.reply(budi, one, "Fixed", "", resolve=True).state is State.RESOLVED
    with refused(Code.CONFLICT, "state"):
        hand.resolve(dewi, one)
    with refused(Code.CONFLICT, "state"):
        hand.reply(dewi, one, "Fixed", "", resolve=True, anyway=True)
    assert hand.reply(dewi, one, "By the way", "", anyway=True).state is State.RESOLVED
    assert hand.reopen(dewi, one).state is State.OPEN
    assert hand.resolve(dewi, one).state is State.RESOLVED
    said = [(message.text, message.action) for message in hand.whole(budi, one).ticket.messages]
    assert said == [("Fixed", Action.RESOLVE), ("By the way", None), ("", Action.REOPEN), ("", Action.RESOLVE)]
    assert [state for _, state, _ in told(rina)] == ["new", "resolved", "resolved", "open", "resolved"]


def test_reading_is_noted_once(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    hand.read(budi, one)
    hand.read(dewi, one)
    page = hand.whole(dewi, one)
    assert (page.unread, kinds(page), page.entries[-1].actor) == (False, ["received", "read"], "Budi Santoso")
    rina.put_message(page.ticket.id, new_id())
    assert hand.whole(dewi, one).unread
    assert len(told(rina)) == 2


def test_drafts_belong_to_one_technician_and_one_kind(hand: Handling, rina: Person, one: str, budi: Account, dewi: Account) -> None:
    hand.keep_draft(budi, one, PUBLIC, "Dear Rina")
    hand.keep_draft(budi, one, INTERNAL, "She is right")
    hand.keep_draft(budi, one, PUBLIC, "Dear Rina,")
    file = hand.add_file(budi, one, INTERNAL, "x.png", "image/png", pieces(PNG))
    assert [hand.draft(budi, one, kind).text for kind in DraftKind] == ["Dear Rina,", "She is right"]
    assert hand.draft(dewi, one, PUBLIC) == Draft()
    with refused(Code.NOT_FOUND):
        hand.draft_file(dewi, one, file.id)
    for by, kind in ((dewi, INTERNAL), (budi, PUBLIC)):
        with refused(Code.NOT_FOUND):
            hand.remove_file(by, one, kind, file.id)
    assert hand.draft_file(budi, one, file.id).type == "image/png"
    hand.note(budi, one, "She is right")
    assert hand.draft(budi, one, PUBLIC).text == "Dear Rina,"
    assert hand.attachment(one, file.id).file.path.read_bytes() == PNG


def test_the_page_is_one_value_in_few_statements(hand: Handling, shared: Served, rina: Person, one: str, budi: Account) -> None:
    for place in range(7):
        rina.ticket(subject=f"Earlier {place}")
    facts = [{"group": "Disk", "name": f"Fact {place}", "value": place} for place in range(40)]
    busy = rina.ticket(subject="Busy", diagnostics={"facts": facts, "collected": "2026-03-01T08:00:00Z", "took_s": 1.5})
    busy_one = number(rina, busy)
    for place in range(100):
        shared.backend.desk.reply(busy_one, f"Question {place}", "Ayu")
        rina.put_message(busy, new_id(), text=f"Answer {place}")
    for _ in range(3):
        hand.add_file(budi, busy_one, INTERNAL, "x.png", "image/png", pieces(PNG))
        hand.note(budi, busy_one, "Look")
    statements: list[str] = []

    def count(*told: Any) -> None:
        statements.append(told[2])

    event.listen(shared.backend.store._reading, "before_cursor_execute", count)
    page = hand.whole(budi, busy_one)
    event.remove(shared.backend.store._reading, "before_cursor_execute", count)
    assert len(statements) <= 12
    assert [entry.message.text for entry in page.entries if entry.message][-2:] == ["Question 99", "Answer 99"]
    assert len(page.entries) == 1 + 200 + 3
    assert [len(entry.note.attachments) for entry in page.entries if entry.note] == [1, 1, 1]
    assert (len(page.ticket.diagnostics.facts), page.last) == (40, page.entries[-1].id) if page.ticket.diagnostics else False
    assert [each.subject for each in page.others] == [f"Earlier {place}" for place in (6, 5, 4, 3, 2)]
    assert (page.others_count, page.last_seen is not None, page.person) == (8, True, page.person)
