"""What is said at the page and what the command line says are one thing: same state, same timeline, same feed."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from contract.assist import AssistState
from contract.tickets import Action, State
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.settings.rows import Settings
from server_stub.tickets.saying import check_text, state_after
from tests.server_stub.served import Served
from tests.server_stub.tickets.technicians import technician

LIMITS = Settings().limits


@pytest.mark.parametrize(
    ("before", "action", "after"),
    [
        (State.NEW, None, State.OPEN),
        (State.OPEN, None, State.OPEN),
        (State.RESOLVED, None, State.RESOLVED),
        (State.NEW, Action.RESOLVE, State.RESOLVED),
        (State.OPEN, Action.RESOLVE, State.RESOLVED),
        (State.RESOLVED, Action.RESOLVE, None),
        (State.NEW, Action.REOPEN, None),
        (State.OPEN, Action.REOPEN, None),
        (State.RESOLVED, Action.REOPEN, State.OPEN),
    ],
)
def test_what_becomes_of_a_ticket(before: State, action: Action | None, after: State | None) -> None:
    ticket: Any = SimpleNamespace(state=before.value, number=7)
    if after is not None:
        assert state_after(ticket, action) is after
        return
    with pytest.raises(RefusalError, match="INC-000007"):
        state_after(ticket, action)


def test_texts_at_their_limits() -> None:
    check_text("x" * LIMITS.text_letters, LIMITS)
    check_text(" ", LIMITS, may_be_empty=True)
    for text in ("", "\n\t", "x" * (LIMITS.text_letters + 1)):
        with pytest.raises(RefusalError):
            check_text(text, LIMITS)


def test_page_and_command_line_do_the_same(served: Served) -> None:
    by, hand, desk = technician(served.backend, "Budi Santoso"), served.backend.handling, served.backend.desk
    told = []
    for one, number in ((served.person("Ana"), "INC-000001"), (served.person("Tuan"), "INC-000002")):
        one.ticket()
        if number == "INC-000001":
            hand.take(by, number)
            hand.release(by, number)
            hand.reply(by, number, "Hello", "")
            hand.resolve(by, number)
        else:
            desk.reply(number, "Hello", by.name)
            desk.resolve(number, by.name)
        entries = [entry for entry in one.feed()["entries"] if entry["kind"] == "message"]
        said = [(entry["ticket"]["state"], entry["ticket"]["technician"], entry["message"]) for entry in entries]
        told.append([(state, name, message["text"], message["action"], message["name"]) for state, name, message in said])
    assert told[0] == told[1] == [("open", by.name, "Hello", None, by.name), ("resolved", by.name, "", "resolve", by.name)]
    page, line = (hand.whole(by, number) for number in ("INC-000001", "INC-000002"))
    assert [entry.account for entry in page.entries if entry.message] == [by.id, by.id]
    assert [entry.account for entry in line.entries if entry.message] == ["", ""]
    assert (page.technician and page.technician.name, line.technician) == (by.name, None)
    with pytest.raises(ServerRefused, match="resolved already"):
        desk.resolve("INC-000001", "")


@pytest.mark.parametrize("by_command_line", [False, True])
def test_resolving_ends_remote_help(served: Served, by_command_line: bool) -> None:  # noqa: FBT001 - a parameter
    served.person().ticket()
    by = technician(served.backend, "Budi Santoso")
    served.backend.assist.ask(by, "INC-000001", "a" * 64)
    if by_command_line:
        served.backend.desk.resolve("INC-000001", "")
    else:
        served.backend.handling.resolve(by, "INC-000001")
    (session,) = served.backend.assist.on_ticket("INC-000001")
    assert session.state is AssistState.WITHDRAWN
    assert session.ended is not None
    assert session.ended <= datetime.now(UTC)
