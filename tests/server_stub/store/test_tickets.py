import pytest

from server_stub.store.tickets import read_number, shown_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("INC-000123", 123), ("inc-123", 123), (" 123 ", 123), ("INC-1234567", 1234567), ("0", 0)],
)
def test_numbers_as_people_type_them(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", "INC-", "INC 1", "x", "1.5", "-1", "١٢٣", "1" * 40, "INC-1; DROP TABLE"])
def test_what_is_no_number(typed: str) -> None:
    assert read_number(typed) is None


def test_numbers_as_they_are_shown() -> None:
    assert [shown_number(number) for number in (1, 999_999, 1_000_000)] == ["INC-000001", "INC-999999", "INC-1000000"]
