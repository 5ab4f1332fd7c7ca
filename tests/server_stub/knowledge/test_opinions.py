"""Which days can be told of, whatever the clocks here and there say."""

from datetime import UTC, datetime, timedelta

import pytest

from contract.problems import Code
from server_stub.knowledge.opinions import check_day
from server_stub.refusals import RefusalError


def day(from_today: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=from_today)).isoformat()


@pytest.mark.parametrize("from_today", [-399, -1, 0, 1])
def test_days_around_now_are_taken(from_today: int) -> None:
    check_day(day(from_today))


@pytest.mark.parametrize("found", [day(-402), day(4), "", "today", "2026-02-30", "2026-1-31", "20260131", "0001-01-01", "\0"])
def test_others_are_not(found: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_day(found)
    assert (refused.value.code, refused.value.field) == (Code.INVALID, "day")
