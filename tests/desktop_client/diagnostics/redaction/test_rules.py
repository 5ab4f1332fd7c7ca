"""Each rule hides its samples and leaves what it must; none of them is slow on anything."""

import random

import pytest

from desktop_client.diagnostics.redaction.known_values import KnownValues, lowered
from desktop_client.diagnostics.redaction.redact import Redactor
from desktop_client.diagnostics.redaction.rule import Rule
from desktop_client.diagnostics.redaction.rules import RULES

HIDES = [(rule, text, secret) for rule in RULES for text, secret in rule.hides]
KEEPS = [(rule, text) for rule in RULES for text in rule.keeps]
ALONE = Redactor(KnownValues({}))


def by(rule: Rule, text: str) -> str:
    """The text with this rule's finds cut out."""
    for start, end in sorted(rule.spans(text, lowered(text)), reverse=True):
        text = text[:start] + "□" + text[end:]
    return text


@pytest.mark.parametrize(("rule", "text", "secret"), HIDES, ids=[f"{rule.name}: {text[:40]!r}" for rule, text, _ in HIDES])
def test_the_rule_hides(rule: Rule, text: str, secret: str) -> None:
    assert secret in text
    assert secret not in by(rule, text)


@pytest.mark.parametrize(("rule", "text", "secret"), HIDES, ids=[f"{rule.name}: {text[:40]!r}" for rule, text, _ in HIDES])
def test_all_rules_together_hide_it_too_and_say_what_kind_it_was(rule: Rule, text: str, secret: str) -> None:
    clean = ALONE.text(text)
    assert secret not in clean
    assert "[hidden: " in clean


@pytest.mark.parametrize(("rule", "text"), KEEPS, ids=[f"{rule.name}: {text[:40]!r}" for rule, text in KEEPS])
def test_the_rule_leaves_alone(rule: Rule, text: str) -> None:
    assert by(rule, text) == text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_samples_of_both(rule: Rule) -> None:
    assert rule.hides
    assert rule.keeps


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def pathological(size: int) -> list[str]:
    chosen = random.Random(7)
    pieces = [
        "a",
        "-",
        "=",
        ":",
        "'",
        '"',
        "\\",
        "//",
        "://",
        "@",
        ".",
        " ",
        "\t",
        "&",
        "?",
        "%3D",
        "<",
        ">",
        "password",
        "password ",
        "1",
        "1 ",
    ]
    pieces += [
        "token=",
        "login ",
        "-----BEGIN PRIVATE KEY-----",
        "curl -",
        "mysql ",
        "a@",
        "a.",
        "eyJ",
        "/home/",
        "\\Users\\",
        "user=",
        "ssid:",
        "%2F",
    ]
    pieces += ["x=", ";a", "\n", "password is ", "é", "hidden: ", "[hidden: password]", "bearer ", "cookie:", "nik "]
    texts = [(piece * (size // len(piece) + 1))[:size] for piece in pieces]
    texts += ["".join(chosen.choice(pieces) for _ in range(size // 3))[:size] for _ in range(20)]
    texts += [("password" + piece * 50)[:size] * (size // 100) for piece in (" ", "a", "=", "'", '"')]
    return [text[:size] for text in texts]


@pytest.mark.timeout(120)
def test_no_text_takes_a_rule_more_than_linear_time() -> None:
    # A quadratic rule takes minutes for this, all linear ones together some seconds: the time limit is a guard against hanging.
    for text in pathological(30_000):
        ALONE.text(text)
