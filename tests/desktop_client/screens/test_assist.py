"""What remote help shows, by how it stands: every phase, every end, and at which moment."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from contract.assist import Ability, AssistSession, AssistState, End, ShownTechnician
from desktop_client.assist.now import AssistNow, Phase
from desktop_client.assist.tool import CodeFrom, Tool
from desktop_client.reasons import Cause, refused
from desktop_client.screens.assist import BarKind, asker_of, assist_view, receipt_of

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TOOL = Tool(
    key="anydesk", name="AnyDesk", can=(Ability.VIEW, Ability.CONTROL), code_from=CodeFrom.EMPLOYEE, closes=True, where="anydesk-address"
)
MISSING = msgspec.structs.replace(TOOL, key="rustdesk", name="RustDesk", missing=refused(Cause.TOOL_MISSING, tool="RustDesk").reason)
BUDI = ShownTechnician(name="Budi Santoso", title="IT Support Jakarta", role="lead")


def session(**more: object) -> AssistSession:
    made = AssistSession(
        id="s1",
        ticket="t1",
        number="INC-000123",
        subject="Printer",
        technician=BUDI,
        state=AssistState.ASKED,
        commitment="0" * 64,
        asked=AT - timedelta(seconds=28),
        expires=AT + timedelta(seconds=272),
    )
    return msgspec.structs.replace(made, **more)


def now(phase: Phase = Phase.ASKED, *, of: AssistSession | None = None, **more: object) -> AssistNow:
    return msgspec.structs.replace(AssistNow(session=of or session(), phase=phase, tools=(TOOL, MISSING)), **more)


def test_nothing_is_shown_without_a_session() -> None:
    view = assist_view(None, AT)
    assert (view.ask, view.code, view.bar, view.receipt, view.sentence, view.viewer) == (None,) * 5 + ("",)


def test_a_request_says_who_asks_and_how_long_it_stands() -> None:
    ask = assist_view(now(words=("mangga", "sungai"), picture=b"png"), AT).ask
    assert ask is not None
    assert (ask.asker.name, ask.asker.first, ask.asker.initials, ask.asker.role) == ("Budi Santoso", "Budi", "BS", "lead")
    assert (ask.number, ask.subject, ask.left_s, ask.asker.picture) == ("INC-000123", "Printer", 272, b"png")
    assert [tool.key for tool in ask.tools] == ["anydesk", "rustdesk"]
    assert [tool.key for tool in ask.usable] == ["anydesk"]
    assert ask.may_share
    late = assist_view(now(), AT + timedelta(hours=1)).ask
    assert late is not None
    assert late.left_s == 0


@pytest.mark.parametrize("more", [{"words": None}, {"words": ("a", "b"), "tools": (MISSING,)}, {"words": ("a", "b"), "tools": ()}])
def test_nothing_can_be_shared_without_words_or_without_a_tool(more: dict[str, object]) -> None:
    ask = assist_view(msgspec.structs.replace(now(), **more), AT).ask
    assert ask is not None
    assert not ask.may_share


@pytest.mark.parametrize(
    ("name", "initials"), [("", ""), ("Budi", "B"), ("budi santoso", "BS"), ("Ni Made Ayu Lestari", "NL"), ("  Álvaro  ", "Á")]
)
def test_initials_are_of_the_first_and_the_last_name(name: str, initials: str) -> None:
    assert asker_of(ShownTechnician(name=name)).initials == initials


def test_while_a_tool_starts_nobody_is_said_to_see_the_screen() -> None:
    view = assist_view(now(Phase.STARTING, tool=TOOL, code_wanted=True), AT, "Ctrl + Alt + S")
    assert view.ask is None
    assert view.bar is not None
    assert view.code is not None
    assert (view.bar.kind, view.bar.framed, view.bar.has_code, view.bar.keys) == (BarKind.STARTING, False, True, "Ctrl + Alt + S")
    assert (view.code.wanted, view.code.where, view.code.tool, view.viewer) == (True, "anydesk-address", "AnyDesk", "")


def test_the_bar_counts_from_when_the_tool_ran() -> None:
    view = assist_view(now(Phase.RUNNING, tool=TOOL, since=AT - timedelta(seconds=402)), AT)
    assert view.bar is not None
    assert (view.bar.kind, view.bar.framed, view.bar.elapsed_s, view.bar.can) == (BarKind.RUNNING, True, 402, TOOL.can)
    assert (view.code, view.viewer) == (None, "Budi Santoso")


def test_a_code_of_the_technicians_is_shown_and_a_code_told_by_the_tool_is_not() -> None:
    given = msgspec.structs.replace(TOOL, code_from=CodeFrom.TECHNICIAN)
    view = assist_view(now(Phase.RUNNING, tool=given, code="X4K9Q2"), AT)
    assert view.code is not None
    assert (view.code.wanted, view.code.code) == (False, "X4K9Q2")
    assert assist_view(now(Phase.RUNNING, tool=TOOL, code="123456789"), AT).code is None
    assert assist_view(now(Phase.CONFIRM_CLOSED, tool=given, code="X4K9Q2"), AT).code is None


def test_until_it_is_confirmed_the_screen_stays_framed_and_no_key_stops() -> None:
    stays = msgspec.structs.replace(TOOL, closes=False)
    view = assist_view(now(Phase.CONFIRM_CLOSED, tool=stays, since=AT), AT, "Ctrl + Alt + S")
    assert view.bar is not None
    assert (view.bar.kind, view.bar.framed, view.bar.keys, view.bar.elapsed_s) == (BarKind.CONFIRM_CLOSED, True, "", None)
    assert view.viewer == "Budi Santoso"


@pytest.mark.parametrize(
    ("end", "key", "passing"),
    [
        (End.DECLINED, "declined", True),
        (End.EXPIRED, "expired", False),
        (End.TECHNICIAN, "withdrawn", False),
        (End.WORDS_DIFFER, "words-differ", False),
        (End.TICKET_CLOSED, "ticket-closed", False),
        (End.SILENT, "over", False),
        (End.UNKNOWN, "over", False),
    ],
)
def test_a_request_that_led_to_nothing_ends_with_a_sentence(end: End, key: str, passing: bool) -> None:  # noqa: FBT001 - of the table
    view = assist_view(now(Phase.OVER, end=end), AT)
    assert view.sentence is not None
    assert (view.sentence.key, view.sentence.passing, view.sentence.ticket, view.receipt, view.bar) == (key, passing, "t1", None, None)


def test_an_alarm_is_told_only_once_it_has_arrived() -> None:
    for alarmed, key in ((False, "not-ours-yet"), (True, "not-ours")):
        view = assist_view(now(Phase.OVER, of=session(consented=AT), end=End.NOT_OUR_HELP_DESK, alarmed=alarmed), AT)
        assert view.sentence is not None
        assert view.sentence.key == key


def test_a_tool_that_did_not_start_is_a_sentence_too() -> None:
    view = assist_view(now(Phase.OVER, of=session(consented=AT, end=End.TOOL_FAILED), tool=TOOL), AT)
    assert view.sentence is not None
    assert (view.sentence.key, view.sentence.tool) == ("tool-failed", "AnyDesk")


def test_what_was_consented_to_ends_with_a_receipt() -> None:
    ran = session(consented=AT, started=AT, ended=AT + timedelta(minutes=14), tool_name="AnyDesk", can=TOOL.can, consent_version=1)
    receipt = assist_view(now(Phase.OVER, of=ran, tool=TOOL, end=End.STOPPED), AT).receipt
    assert receipt is not None
    assert (receipt.end, receipt.elapsed_s, receipt.allowed, receipt.sure, receipt.consent_version) == (End.STOPPED, 840, TOOL.can, True, 1)
    # Sigap hears of the end before the backend has written it down.
    early = assist_view(now(Phase.OVER, of=session(consented=AT), tool=TOOL, since=AT, end=End.STOPPED), AT + timedelta(minutes=1)).receipt
    assert early is not None
    assert (early.elapsed_s, early.ended) == (60, AT + timedelta(minutes=1))


def test_a_receipt_claims_only_what_was_seen() -> None:
    stays = msgspec.structs.replace(TOOL, closes=False)
    for tool in (stays, None):
        receipt = assist_view(now(Phase.OVER, of=session(consented=AT, started=AT, end=End.TIME_UP), tool=tool), AT).receipt
        assert receipt is not None
        assert not receipt.sure


def test_a_ticket_alone_makes_the_same_receipt() -> None:
    kept = session(consented=AT, started=AT, ended=AT + timedelta(minutes=2), tool="anydesk", end=End.TECHNICIAN, consent_version=1)
    receipt = receipt_of(kept)
    assert (receipt.tool, receipt.elapsed_s, receipt.end, receipt.asker.first) == ("anydesk", 120, End.TECHNICIAN, "Budi")
    assert receipt_of(session(consented=AT)).elapsed_s is None


@pytest.mark.parametrize("end", [End.TOOL_FAILED, End.TECHNICIAN, End.DECLINED])
def test_of_a_tool_that_ran_nobody_says_that_nothing_was_shared(end: End) -> None:
    view = assist_view(now(Phase.OVER, of=session(end=end), tool=TOOL, since=AT, end=end), AT + timedelta(minutes=1))
    assert view.sentence is None
    assert view.receipt is not None
