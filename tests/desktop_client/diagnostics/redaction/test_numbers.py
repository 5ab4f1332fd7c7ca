"""Cards and identity numbers are told from other long numbers."""

import pytest

from desktop_client.diagnostics.redaction.numbers import card_numbers, identity_numbers, is_card, is_nik


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in (*card_numbers(text), *identity_numbers(text))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("card 4111111111111111 declined", "4111111111111111"),
        ("card 4111 1111 1111 1111 12/26", "4111 1111 1111 1111"),
        ("5500-0000-0000-0004", "5500-0000-0000-0004"),
        ("amex 378282246310005.", "378282246310005"),
        ("two: 4111111111111111,5500000000000004", "5500000000000004"),
        ("NIK3171234508900001", "3171234508900001"),
        ("3171 2345 0890 0001", "3171 2345 0890 0001"),
        ("woman 3273016708900003", "3273016708900003"),
    ],
)
def test_hidden(text: str, number: str) -> None:
    assert number in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112",
        "1795505264872144",
        "0000 0000 0000 0000",
        "123e4567-e89b-12d3-a456-426614174000",
        "10.20.30.40:8080",
        "2026-11-24 08:27:32",
        "99999999999999999999999999999999",
        "9971234508900001",
        "0x0000000000000709",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []


def test_check_digit_and_parts() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111121")
    assert is_nik("3171234508900001")
    assert not is_nik("3171233908900001")
    assert not is_nik("3171234513900001")
