"""Remote help in a ticket: each step in its place among the messages, the receipt, and when it may be asked for."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from contract.assist import Ability, AssistSession, AssistState, End, ShownTechnician
from contract.tickets import By, Message, State, TicketSummary
from desktop_client.help_desk.conversation import Conversation
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.screens.assist_lines import AssistLine, Wish, assist_lines
from desktop_client.screens.tickets import Answer, Bubble, ConversationView, Held, Line, LineKind, conversation_view

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ME, THEY = By.EMPLOYEE, By.TECHNICIAN


def at(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def said(number: int, by: By, minutes: int, *, wants: str = "", text: str = "words") -> Message:
    return Message(id=f"m{number}", by=by, name="Ayu" if by is ME else "Budi", text=text, created=at(minutes), wants=wants)


def session(minutes: int, state: AssistState, **more: object) -> AssistSession:
    made = AssistSession(
        id=f"s{minutes}",
        ticket="t1",
        number="INC-000001",
        subject="Printer",
        technician=ShownTechnician(name="Budi Santoso"),
        state=state,
        commitment="0" * 64,
        asked=at(minutes),
        expires=at(minutes + 5),
    )
    return msgspec.structs.replace(made, **more)


def view(
    *messages: Message,
    assist: tuple[AssistSession, ...] = (),
    state: State = State.OPEN,
    unread: int = 0,
    held: tuple[Held, ...] = (),
    understood: bool = True,
) -> ConversationView:
    ticket = TicketSummary(id="t1", number="INC-000001", subject="Printer", state=state, priority=3, created=NOW, updated=NOW)
    talk = Conversation(ticket=ticket, messages=messages, unread=unread, assist=assist)
    return conversation_view(talk, held, remote_help=understood)


def shape(shown: ConversationView) -> list[str]:
    """Each entry in a word."""
    return [
        entry.key if isinstance(entry, AssistLine) else entry.kind.value if isinstance(entry, Line) else entry.id for entry in shown.entries
    ]


RAN = session(
    10,
    AssistState.ENDED,
    consented=at(11),
    started=at(12),
    ended=at(26),
    tool="anydesk",
    tool_name="AnyDesk",
    can=(Ability.VIEW,),
    consent_version=1,
    end=End.STOPPED,
    audit="3f2a",
)


def test_every_step_stands_where_it_happened() -> None:
    declined = session(3, AssistState.DECLINED, end=End.DECLINED, ended=at(4))
    shown = view(said(1, ME, 0), said(2, THEY, 2), said(3, ME, 8), said(4, THEY, 30), assist=(declined, RAN))
    assert shape(shown) == ["m1", "m2", "asked", "declined", "m3", "asked", "allowed", "receipt", "m4"]
    receipt = next(entry.receipt for entry in shown.entries if isinstance(entry, AssistLine) and entry.receipt is not None)
    assert (receipt.elapsed_s, receipt.tool, receipt.end, receipt.audit) == (840, "AnyDesk", End.STOPPED, "3f2a")


def test_what_is_new_stays_below_its_line() -> None:
    shown = view(said(1, ME, 0), said(2, THEY, 30), unread=1, assist=(RAN,))
    assert shape(shown) == ["m1", "asked", "allowed", "receipt", LineKind.NEW.value, "m2"]


def test_a_step_between_two_messages_gives_the_second_its_head_again() -> None:
    shown = view(said(1, THEY, 1), said(2, THEY, 3), assist=(session(2, AssistState.EXPIRED, end=End.EXPIRED),))
    assert [entry.head for entry in shown.entries if isinstance(entry, Bubble)] == [True, True]


@pytest.mark.parametrize(
    ("state", "end", "key"),
    [
        (AssistState.DECLINED, End.DECLINED, "declined"),
        (AssistState.DECLINED, End.NOT_OUR_HELP_DESK, "not-ours"),
        (AssistState.EXPIRED, End.EXPIRED, "expired"),
        (AssistState.EXPIRED, None, "expired"),
        (AssistState.WITHDRAWN, End.TECHNICIAN, "withdrawn"),
        (AssistState.WITHDRAWN, End.WORDS_DIFFER, "words-differ"),
        (AssistState.WITHDRAWN, End.TICKET_CLOSED, "ticket-closed"),
        (AssistState.ENDED, End.UNKNOWN, "over"),
    ],
)
def test_a_request_that_led_to_nothing_says_why(state: AssistState, end: End | None, key: str) -> None:
    assert [line.key for line in assist_lines((session(1, state, end=end),))] == ["asked", key]


def test_a_live_session_has_no_end_yet_and_a_tool_that_failed_no_receipt() -> None:
    assert [line.key for line in assist_lines((session(1, AssistState.ASKED),))] == ["asked"]
    assert [line.key for line in assist_lines((session(1, AssistState.RUNNING, consented=at(2), started=at(3)),))] == ["asked", "allowed"]
    failed = session(1, AssistState.ENDED, consented=at(2), ended=at(3), end=End.TOOL_FAILED, tool_name="AnyDesk")
    assert [(line.key, line.receipt, line.tool) for line in assist_lines((failed,))][2] == ("tool-failed", None, "AnyDesk")


def test_help_is_offered_on_an_open_ticket_only_where_the_backend_takes_it() -> None:
    assert view(said(1, ME, 0)).wish is Wish.OFFERED
    assert view(said(1, ME, 0), understood=False).wish is Wish.NONE
    assert view(said(1, ME, 0), state=State.RESOLVED).wish is Wish.NONE
    assert view(said(1, ME, 0), assist=(session(1, AssistState.RUNNING),)).wish is Wish.NONE


def test_it_is_offered_again_only_after_a_technician_answered() -> None:
    wish = said(2, ME, 5, wants="remote-help", text="")
    assert view(said(1, THEY, 1), wish).wish is Wish.ASKED
    assert view(wish, said(3, ME, 9)).wish is Wish.ASKED
    assert view(wish, said(3, THEY, 9)).wish is Wish.OFFERED
    # A request is an answer too, even one that was declined.
    assert view(wish, assist=(session(7, AssistState.DECLINED, end=End.DECLINED),)).wish is Wish.OFFERED


def test_a_wish_that_waits_is_shown_and_not_offered_again() -> None:
    delivery = Delivery(id="m9", kind=DeliveryKind.MESSAGE, ticket="t1", subject="", state=DeliveryState.WAITING, since=at(9))
    shown = view(said(1, THEY, 1), held=(Held(delivery=delivery, wants="remote-help"),))
    assert shown.wish is Wish.ASKED
    [bubble] = [entry for entry in shown.entries if isinstance(entry, Bubble) and entry.held is not None]
    assert bubble.wants_help
    assert Answer.REMOTE_HELP not in shown.answers


def test_a_message_that_only_wishes_is_a_bubble() -> None:
    [bubble] = view(said(1, ME, 0, wants="remote-help", text="")).entries
    assert isinstance(bubble, Bubble)
    assert (bubble.wants_help, bubble.text) == (True, "")
