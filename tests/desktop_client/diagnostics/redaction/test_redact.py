"""Redaction as a whole: the same again changes nothing, long texts are cut safely, what can't be cleaned is not passed on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract.diagnostics import Fact, Hidden
from desktop_client.diagnostics.redaction import redact
from desktop_client.diagnostics.redaction.known_values import KnownValues
from desktop_client.diagnostics.redaction.redact import CUT, RedactionError, Redactor, redact_text, redactor
from desktop_client.diagnostics.redaction.rules import RULES

KNOWN = Redactor(KnownValues({"Zq7!kettle/9-Morgen": Hidden.ACCESS_KEY}, (("budi", Hidden.USER_NAME),)))

FRAGMENTS = st.sampled_from(
    [
        *(text for rule in RULES for text, _ in rule.hides),
        *(text for rule in RULES for text in rule.keeps),
        *(kind.mark() for kind in Hidden),
        *(
            "password",
            "password=",
            "token: ",
            "=",
            ": ",
            " ",
            "\n",
            '"',
            "'",
            "\\",
            ";",
            "&x=",
            "?key=",
            "@",
            "://",
            "/home/",
            "[hidden: ",
            "]",
        ),
        *("Zq7!kettle/9-Morgen", "Zq7!kett", "budi", "4111 1111 1111 1111", "\ue000", "⏎", "…", "a", "1", "é", "\x00", "\ud800"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=8).map("".join))
def test_the_same_again_changes_nothing(text: str) -> None:
    once = KNOWN.text(text)
    assert KNOWN.text(once) == once
    line = KNOWN.line(text, 300)
    assert KNOWN.line(line, 300) == line


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_a_known_secret_never_comes_through(before: str, after: str) -> None:
    assert "kettle" not in KNOWN.text(f"{before}Zq7!kettle/9-Morgen{after}")


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_every_text_becomes_one_line_that_the_wire_takes(text: str) -> None:
    line = KNOWN.line(text, 100)
    assert len(line.splitlines()) <= 1
    line.encode()


def test_a_text_without_secrets_stays_as_it_is() -> None:
    text = "Can't print: the printer on floor 2 does not answer (0x00000709), 3.5 GB free\n\tat main.c:41"
    assert KNOWN.text(text) == text


def test_what_is_hidden_says_its_kind() -> None:
    assert KNOWN.text("mail siti@example.com or call") == f"mail {Hidden.ADDRESS.mark()} or call"
    assert KNOWN.text("/home/siti/x") == f"/home/{Hidden.USER_NAME.mark()}/x"


def test_a_planted_mark_hides_nothing_behind_it() -> None:
    assert "geheim" not in KNOWN.text("password=[hidden: password]geheim")
    assert "geheim" not in KNOWN.text("password=[hidden: nonsense] geheim")


def test_fifty_megabytes_on_one_line_are_cut_and_marked() -> None:
    for filler in ("x", "password ", "1 ", "a@"):
        text = "token=abc123def " + filler * (50_000_000 // len(filler)) + " password=planted"
        clean = KNOWN.text(text)
        assert len(clean) <= redact.TEXT_LETTERS + 100
        assert clean.endswith(CUT)
        assert "planted" not in clean
        assert "abc123def" not in clean


@pytest.mark.parametrize("shift", range(0, 120, 7))
def test_a_secret_across_the_cut_leaves_no_piece(shift: int) -> None:
    filler = "lorem " * 1000
    for secret in (
        "password=correct horse battery staple",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "4111 1111 1111 1111",
        "Zq7!kettle/9-Morgen",
    ):
        for letters in (300, 2000):
            for start in (letters - shift, letters + 2000 - shift):
                clean = KNOWN.text(filler[:start] + " " + secret + " " + filler, letters)
                assert not any(piece in clean for piece in ("horse", "staple", "eyJhb", "1111", "kettle", "Zq7!kett")), clean[-80:]


def test_facts_keep_numbers_and_lose_secrets_in_names_too() -> None:
    fact = Fact(group="Disk", name="/home/siti/usb free", value=3.5, unit="GB")
    assert KNOWN.fact(fact, 500) == Fact(group="Disk", name=f"/home/{Hidden.USER_NAME.mark()}/usb free", value=3.5, unit="GB")


def test_terminal_sequences_and_hidden_directions_are_taken_out() -> None:
    assert KNOWN.line("a\x1b[31mred\x1b[0m\u202eb\u200b\nc\r\n\n d", 100) == "ared" + "b ⏎ c ⏎ d"


def test_what_can_not_be_cleaned_raises_an_error_that_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> object:
        raise ValueError("planted-secret")

    monkeypatch.setattr(redact, "card_numbers", broken)
    with pytest.raises(RedactionError) as caught:
        redactor().text("planted-secret")
    assert "planted" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert redact_text("planted-secret") == Hidden.TEXT.mark()


def test_the_log_keeps_its_lines() -> None:
    assert redact_text("one\ntwo password=x y\nthree") == f"one\ntwo password={Hidden.PASSWORD.mark()}\nthree"
