from datetime import UTC, datetime, timedelta, timezone

import pytest

from contract.about import Limits
from contract.diagnostics import Diagnostics, Fact
from contract.problems import Code
from contract.tickets import Action, PutMessage, PutTicket
from server_stub.refusals import RefusalError
from server_stub.tickets.checks import check_message, check_ticket
from server_stub.wire_checks import check_characters

WRITTEN = datetime(2026, 3, 1, tzinfo=UTC)


def refused_field(**values: object) -> str | None:
    with pytest.raises(RefusalError) as refused:
        check_ticket(PutTicket(**{"subject": "S", "written": WRITTEN} | values), Limits())  # type: ignore[arg-type]
    assert refused.value.code is Code.INVALID
    return refused.value.field


def test_every_text_is_looked_at() -> None:
    for name in ("subject", "details", "category", "telephone", "place"):
        assert refused_field(**{name: "a\0b"}) == name
        assert refused_field(**{name: "a\udc80b"}) == name
    fact = Fact(group="g", name="n", value="\0")
    checked = Diagnostics(facts=(Fact(group="g", name="n", value=1), fact), collected=WRITTEN, took_s=1)
    assert refused_field(diagnostics=checked) == "diagnostics.facts[1].value"
    large = Diagnostics(facts=(Fact(group="g", name="n", value=2**63),), collected=WRITTEN, took_s=1)
    assert refused_field(diagnostics=large) == "diagnostics.facts[0].value"


@pytest.mark.parametrize(("day", "hours"), [(datetime(9999, 12, 31, 23, tzinfo=UTC), -23), (datetime(1, 1, 1, tzinfo=UTC), 23)])
def test_a_time_beyond_the_calendar(day: datetime, hours: int) -> None:
    beyond = day.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert refused_field(written=beyond) == "written"
    assert refused_field(diagnostics=Diagnostics(collected=beyond, took_s=1)) == "diagnostics.collected"
    check_ticket(PutTicket(subject="S", written=day), Limits())


def test_whole_pairs_are_letters_like_others() -> None:
    check_characters("text", "𝕳 and 👩‍💻")


@pytest.mark.parametrize("action", [*Action])
def test_an_action_needs_no_words(action: Action) -> None:
    check_message(PutMessage(action=action, written=WRITTEN), Limits())


def test_a_message_that_says_nothing() -> None:
    with pytest.raises(RefusalError):
        check_message(PutMessage(text=" \n", written=WRITTEN), Limits())
