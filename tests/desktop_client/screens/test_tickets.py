"""Both lists, and the conversation as bubbles and lines."""

from datetime import UTC, datetime, timedelta

from contract.tickets import Action, By, Message, State, TicketSummary
from contract.uploads import Attachment, Kind
from desktop_client.help_desk.conversation import Conversation, TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.tickets import (
    HEAD_AGAIN_S,
    Answer,
    Bubble,
    File,
    Held,
    Line,
    LineKind,
    RowKind,
    conversation_view,
    held_view,
    ticket_lists,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OFFLINE = Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME)


def at(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def ticket(number: int, *, state: State = State.OPEN, minutes: int = 0) -> TicketSummary:
    return TicketSummary(
        id=f"t{number}",
        number=f"INC-{number:06}",
        subject=f"Subject {number}",
        state=state,
        priority=3,
        technician="Rina",
        created=NOW,
        updated=at(minutes),
    )


def delivery(number: int, ticket_id: str, state: DeliveryState, *, report: bool = True, minutes: int = 0) -> Delivery:
    return Delivery(
        id=ticket_id if report else f"m{number}",
        kind=DeliveryKind.REPORT if report else DeliveryKind.MESSAGE,
        ticket=ticket_id,
        subject=f"Waiting {number}",
        state=state,
        since=at(minutes),
        reason=OFFLINE,
        next_try=at(minutes + 5),
    )


def said(number: int, by: By, text: str = "words", *, minutes: int = 0, action: Action | None = None, name: str = "") -> Message:
    return Message(
        id=f"m{number}", by=by, name=name or ("Rina" if by is By.TECHNICIAN else "Ayu"), text=text, action=action, created=at(minutes)
    )


def talk(*messages: Message, state: State = State.OPEN, unread: int = 0) -> Conversation:
    return Conversation(ticket=ticket(1, state=state), messages=messages, unread=unread)


def test_what_waits_comes_first_then_the_newest() -> None:
    lists = ticket_lists(
        [TicketRow(ticket=ticket(1, minutes=1)), TicketRow(ticket=ticket(2, minutes=2), unread=3), TicketRow(ticket=ticket(3, minutes=3))],
        [
            delivery(8, "t8", DeliveryState.WAITING, minutes=1),
            delivery(9, "t9", DeliveryState.REFUSED, minutes=2),
            delivery(7, "t1", DeliveryState.WAITING, report=False),
            delivery(6, "t3", DeliveryState.DELIVERED, report=False),
        ],
    )
    assert [(row.id, row.kind) for row in lists.open] == [
        ("t9", RowKind.REFUSED),
        ("t8", RowKind.WAITING),
        ("t1", RowKind.WAITING),
        ("t3", RowKind.TICKET),
        ("t2", RowKind.TICKET),
    ]
    assert lists.open[4].unread == 3
    assert (lists.open[2].waiting_replies, lists.open[2].reason, lists.open[2].next_try) == (1, OFFLINE, at(5))


def test_a_report_that_the_backend_already_has_is_listed_once() -> None:
    lists = ticket_lists([TicketRow(ticket=ticket(1))], [delivery(1, "t1", DeliveryState.SENDING)])
    assert [(row.id, row.kind, row.number) for row in lists.open] == [("t1", RowKind.SENDING, "INC-000001")]


def test_a_solved_ticket_is_among_the_solved_unless_a_reply_waits() -> None:
    rows = [TicketRow(ticket=ticket(1, state=State.RESOLVED)), TicketRow(ticket=ticket(2, state=State.RESOLVED))]
    lists = ticket_lists(rows, [delivery(9, "t2", DeliveryState.REFUSED, report=False)])
    assert [row.id for row in lists.solved] == ["t1"]
    assert [row.id for row in lists.open] == ["t2"]


def test_second_message_of_the_same_person_has_no_head_until_some_time_has_passed() -> None:
    view = conversation_view(
        talk(
            said(1, By.EMPLOYEE),
            said(2, By.TECHNICIAN, minutes=1),
            said(3, By.TECHNICIAN, minutes=2),
            said(4, By.TECHNICIAN, minutes=2 + HEAD_AGAIN_S // 60),
            said(5, By.TECHNICIAN, minutes=2 + HEAD_AGAIN_S // 60, name="Budi"),
        )
    )
    assert [entry.head for entry in view.entries if isinstance(entry, Bubble)] == [True, True, False, True, True]


def test_new_ones_stand_below_a_line_with_their_number() -> None:
    view = conversation_view(
        talk(said(1, By.TECHNICIAN), said(2, By.EMPLOYEE), said(3, By.TECHNICIAN), said(4, By.EMPLOYEE), said(5, By.TECHNICIAN), unread=2)
    )
    assert [(e.kind, e.count) if isinstance(e, Line) else e.id for e in view.entries] == ["m1", "m2", (LineKind.NEW, 2), "m3", "m4", "m5"]


def test_more_unread_than_messages_draws_no_line() -> None:
    view = conversation_view(talk(said(1, By.TECHNICIAN), unread=5))
    assert all(isinstance(entry, Bubble) for entry in view.entries)


def test_an_action_becomes_a_line_and_its_words_a_bubble() -> None:
    view = conversation_view(
        talk(
            said(1, By.TECHNICIAN, "done", action=Action.RESOLVE, minutes=1),
            said(2, By.EMPLOYEE, "", action=Action.REOPEN, minutes=2),
        )
    )
    assert [e if isinstance(e, Line) else e.text for e in view.entries] == [
        "done",
        Line(kind=LineKind.SOLVED, name="Rina", at=at(1)),
        Line(kind=LineKind.REOPENED, name="", at=at(2)),
    ]


def test_attachments_tell_pictures_from_files() -> None:
    files = (
        Attachment(id="a", name="01.png", type="image/png", size_bytes=9, sha256="0" * 64, kind=Kind.SCREENSHOT),
        Attachment(id="b", name="log.txt", type="text/plain", size_bytes=8, sha256="0" * 64),
    )
    message = Message(id="m1", by=By.EMPLOYEE, name="Ayu", text="", created=NOW, attachments=files)
    bubble = conversation_view(talk(message)).entries[0]
    assert isinstance(bubble, Bubble)
    assert bubble.files == (File(name="01.png", size_bytes=9, picture=True), File(name="log.txt", size_bytes=8, picture=False))


def test_replies_on_their_way_stand_at_the_end_until_they_have_arrived() -> None:
    held = [
        Held(delivery=delivery(8, "t1", DeliveryState.WAITING, report=False, minutes=9), text="second"),
        Held(delivery=delivery(7, "t1", DeliveryState.WAITING, report=False, minutes=8), text="first"),
        Held(delivery=delivery(1, "t1", DeliveryState.SENDING, report=False, minutes=7), text="arrived meanwhile"),
        Held(delivery=delivery(6, "t2", DeliveryState.WAITING, report=False, minutes=7), text="another ticket"),
    ]
    view = conversation_view(talk(said(1, By.EMPLOYEE)), held)
    assert [(e.text, e.held is not None) for e in view.entries if isinstance(e, Bubble)] == [
        ("words", False),
        ("first", True),
        ("second", True),
    ]


def test_only_the_newest_of_mine_says_received() -> None:
    view = conversation_view(talk(said(1, By.EMPLOYEE), said(2, By.EMPLOYEE, minutes=1), said(3, By.TECHNICIAN, minutes=2)))
    assert [e.received for e in view.entries if isinstance(e, Bubble)] == [False, True, False]


def test_answers_follow_the_state() -> None:
    solved = said(1, By.TECHNICIAN, "", action=Action.RESOLVE)
    mine = said(2, By.EMPLOYEE, "", action=Action.RESOLVE, minutes=1)
    assert conversation_view(talk(said(1, By.EMPLOYEE))).answers == (Answer.WORKS_AGAIN,)
    assert conversation_view(talk(solved, state=State.RESOLVED)).answers == (Answer.WORKS_AGAIN, Answer.STILL_BROKEN)
    assert conversation_view(talk(solved, mine, state=State.RESOLVED)).answers == (Answer.REOPEN,)


def test_an_answer_on_its_way_is_not_offered_twice() -> None:
    held = Held(delivery=delivery(9, "t1", DeliveryState.WAITING, report=False), action=Action.RESOLVE)
    assert conversation_view(talk(said(1, By.EMPLOYEE)), [held]).answers == ()


def test_a_report_that_has_not_arrived_is_a_conversation_of_its_own() -> None:
    report = Held(
        delivery=delivery(1, "t1", DeliveryState.WAITING), text="It worked yesterday.", files=(File(name="a", size_bytes=1, picture=False),)
    )
    later = Held(delivery=delivery(2, "t1", DeliveryState.WAITING, report=False, minutes=3), text="And today?")
    view = held_view(report, [report, later])
    assert (view.subject, view.number, view.answers) == ("Waiting 1", "", ())
    assert view.report == report.delivery
    assert [e.text for e in view.entries if isinstance(e, Bubble)] == ["It worked yesterday.", "And today?"]
