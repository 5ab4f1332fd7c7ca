"""What people type as an address, and what becomes of it."""

import pytest

from desktop_client.backend.address import host_of, normal_address
from desktop_client.reasons import Cause, RefusedError


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("help.example.com", "https://help.example.com"),
        (" HTTPS://Help.Example.com/ ", "https://help.example.com"),
        ("help.example.com:8443", "https://help.example.com:8443"),
        ("https://help.example.com:443", "https://help.example.com"),
        ("https://help.example.com/sigap/", "https://help.example.com/sigap"),
        ("localhost:8080", "https://localhost:8080"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("help_desk.local", "https://help_desk.local"),
        ("bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_one_spelling(typed: str, address: str) -> None:
    assert normal_address(typed) == address
    assert normal_address(address) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "http://help.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://0.0.0.0",
        "ftp://help.example.com",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://siti:rahasia@help.example.com",
        "https://help.example.com?x=1",
        "https://help.example.com#x",
        "https://help.example.com:99999",
        "https://help.example.com:x",
        "https://help.example.com:0",
        "help example com",
        "help.example.com\r\nX: 1",
        "https://help.example.com\\@evil.example",
        "https://[::1",
        "https://a%2e.example",
        "a" * 600,
        "x\0y",
        "\ud800",
    ],
)
def test_anything_else_is_refused_without_repeating_a_password(typed: str) -> None:
    with pytest.raises(RefusedError) as refused:
        normal_address(typed)
    assert refused.value.reason.cause is Cause.ADDRESS
    assert "rahasia" not in str(refused.value.reason.data)
    str(refused.value.reason.data["address"]).encode()


def test_the_host_that_people_know() -> None:
    assert host_of("https://help.example.com:8443/sigap") == "help.example.com"
