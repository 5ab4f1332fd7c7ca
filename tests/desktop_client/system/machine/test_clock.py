"""The clock against a server's Date."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from desktop_client.system.machine.clock import kept_right, offset_s, zone

NOW = datetime(2026, 11, 24, 8, 0, 0, 500_000, UTC)


def header(seconds: float) -> str:
    return format_datetime((NOW + timedelta(seconds=seconds)).replace(microsecond=0), usegmt=True)


@pytest.mark.parametrize(
    ("ahead", "told"), [(0, 0.0), (1, 0.0), (-1, 0.0), (90, 90.0), (-90, -90.0), (86_400 * 3650, 86_400.0 * 3650), (-3600, -3600.0)]
)
def test_the_offset(ahead: int, told: float) -> None:
    assert offset_s(header(-ahead), NOW, NOW) == told


def test_a_slow_answer_makes_it_less_sure() -> None:
    assert offset_s(header(-3), NOW - timedelta(seconds=4), NOW + timedelta(seconds=4)) == 0.0
    assert offset_s(header(-30), NOW - timedelta(seconds=4), NOW + timedelta(seconds=4)) == 30.0


@pytest.mark.parametrize(
    "text", ["", "x", "Tue, 99 Foo 2026", "\xff", "Tue, 24 Nov 99999 08:00:00 GMT", "0", "Tue, 24 Nov 2026 08:00:00 +9999"]
)
def test_what_is_no_date_tells_nothing(text: str) -> None:
    assert offset_s(text, NOW, NOW) is None or isinstance(offset_s(text, NOW, NOW), float)
    if text in {"", "x"}:
        assert offset_s(text, NOW, NOW) is None


def test_this_machine() -> None:
    assert "UTC" in zone()
    assert kept_right() in {True, False, None}
