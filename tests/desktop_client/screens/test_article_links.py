"""Articles that a message names."""

import pytest

from desktop_client.screens.article_links import article_links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See kb:vpn-en.", ["vpn-en"]),
        ("sigap://article/VPN_1.2, then kb:mail", ["VPN_1.2", "mail"]),
        ("(kb:a)", ["a"]),
        ("SIGAP://ARTICLE/vpn", ["vpn"]),
        ("akb:vpn and http://x/kb:vpn", []),
        ("kb: vpn kb:-x kb:", []),
        ("nothing", []),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    links = article_links(text)
    assert [link.article for link in links] == expected
    assert all(text[link.start : link.end].endswith(link.article) for link in links)


def test_ten_thousand_letters_without_end() -> None:
    assert article_links("kb:" + "a" * 10_000 + " kb:b")[-1].article == "b"
