"""Secrets that are known by value: this computer's token and passwords, and the person's and the computer's names, in every disguise.

A rule knows a secret by what stands around it. What is known by value is found without that: in capitals, percent-encoded, in base64 or
hexadecimal, and cut off at either end.
"""

import base64
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, quote_plus, unquote, urlsplit

from contract.diagnostics import Hidden
from desktop_client.diagnostics.redaction.rule import Span

PIECE = 8
"""So many letters of a secret in a row give it away; of a shorter one, all of it."""

SHORTEST_SECRET = 4
SHORTEST_NAME = 3
_CUT_LENGTHS = (8, 15, 20)
"""Where old programs cut names: `ps` and utmp, NetBIOS, Windows' accounts."""

NOBODY = frozenset(
    {
        *("root", "admin", "administrator", "user", "users", "guest", "test", "system", "nobody", "daemon", "default", "public", "home"),
        *(
            "localhost",
            "localdomain",
            "computer",
            "desktop",
            "laptop",
            "server",
            "linux",
            "windows",
            "debian",
            "ubuntu",
            "fedora",
            "unknown",
        ),
        *("owner", "pc", "none", "local", "service", "network", "printer", "kernel", "python", "sigap"),
    }
)
"""Names that tell nobody from anybody, and would make every text unreadable."""

_TELLING = re.compile(
    r"PASSW|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|(?<![A-Z])PSK|(?<![A-Z])(?:PASS|PWD)(?![A-Z])"
)


def lowered(text: str) -> str:
    """The text in lower case, letter by letter, so that places in it stay the same."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


class KnownValues:
    """What to look for: secrets with their kind, and names of people and computers with theirs."""

    def __init__(self, secrets: Mapping[str, Hidden], names: Iterable[tuple[str, Hidden]] = ()) -> None:
        self._pieces: dict[str, Hidden] = {}
        self._wholes: dict[str, Hidden] = {}
        self._patterns: list[tuple[re.Pattern[str], Hidden]] = []
        for secret, kind in secrets.items():
            if len(secret.strip()) >= SHORTEST_SECRET:
                self._learn_secret(secret.strip(), kind)
        for name, kind in names:
            if len(name) >= SHORTEST_NAME and name.lower() not in NOBODY:
                self._learn_name(name, kind)

    def _learn_secret(self, secret: str, kind: Hidden) -> None:
        for form in _forms(secret):
            if len(form) >= PIECE + 4:
                for at in range(len(form) - PIECE + 1):
                    self._pieces.setdefault(form[at : at + PIECE], kind)
            else:
                self._wholes.setdefault(form, kind)
        if secret.isascii() and secret.isalnum() and len(secret) <= 12:
            # Codes are typed and read out in groups.
            self._patterns.append((re.compile("[ -]?".join(lowered(secret))), kind))

    def _learn_name(self, name: str, kind: Hidden) -> None:
        self._patterns.append((re.compile(_name_pattern(name)), kind))
        if len(name) >= 5:
            for form in _in_base64(name.encode()):
                self._wholes.setdefault(lowered(form), kind)

    def spans(self, lower: str) -> Iterator[tuple[Span, Hidden]]:
        """Where known values stand in a text in lower case."""
        if self._pieces:
            for at in range(len(lower) - PIECE + 1):
                kind = self._pieces.get(lower[at : at + PIECE])
                if kind is not None:
                    yield (at, at + PIECE), kind
        for whole, kind in self._wholes.items():
            at = lower.find(whole)
            while at >= 0:
                yield (at, at + len(whole)), kind
                at = lower.find(whole, at + len(whole))
        for pattern, kind in self._patterns:
            for found in pattern.finditer(lower):
                yield found.span(), kind


def _forms(secret: str) -> set[str]:
    """Every spelling of a secret, in lower case."""
    forms = set()
    for spelling in {secret, unicodedata.normalize("NFC", secret), unicodedata.normalize("NFD", secret)}:
        encoded = spelling.encode("utf-8", "replace")
        forms |= {spelling, quote(spelling, safe=""), quote(spelling), quote_plus(spelling), html.escape(spelling), encoded.hex()}
        forms |= {json.dumps(spelling)[1:-1], json.dumps(spelling, ensure_ascii=False)[1:-1], quote(quote(spelling, safe=""), safe="")}
        forms |= set(_in_base64(encoded))
    return {lowered(form) for form in forms if len(form) >= SHORTEST_SECRET}


def _in_base64(secret: bytes) -> Iterator[str]:
    """The part of a secret's base64 that is the same whatever stands before and after it, for each of the three ways it can lie."""
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + secret).rstrip(b"=").decode()
        start = (before * 8 + 5) // 6
        end = (before + len(secret)) * 8 // 6
        part = whole[start:end]
        if len(part) >= PIECE - 2:
            yield part
            yield part.replace("+", "-").replace("/", "_")


def _name_pattern(name: str) -> str:
    """A name as a word of its own; its parts may be joined by anything that joins names; old programs cut it."""
    lower = lowered(name)
    parts = [re.escape(part) for part in re.split(r"[\s._-]+", lower) if part]
    whole = r"(?:[\s._+-]{0,3}|%20)".join(parts) if len(parts) > 1 else re.escape(lower)
    cuts = [rf"{re.escape(lower[:7])}\+"] if len(lower) > 8 else []
    cuts += [re.escape(lower[:length]) for length in _CUT_LENGTHS if length < len(lower)]
    return rf"(?<![^\W_])(?:{'|'.join((whole, *cuts))})(?![^\W_])"


def of_environment(environment: Mapping[str, str]) -> dict[str, Hidden]:
    """The secrets in our own environment, so that they are recognised wherever else they turn up: proxies' passwords, tokens, keys."""
    secrets: dict[str, Hidden] = {}
    for name, value in environment.items():
        upper = name.upper()
        if upper.endswith("_PROXY") or "://" in value:
            secrets |= dict.fromkeys(_of_address(value), Hidden.PASSWORD)
        elif _TELLING.search(upper) and upper not in {"PWD", "OLDPWD"} and len(value) >= 6 and not value.startswith(("/", "~")):
            secrets[value] = Hidden.ACCESS_KEY
    return secrets


def _of_address(address: str) -> Iterator[str]:
    try:
        password = urlsplit(address if "://" in address else f"http://{address}").password
    except ValueError:
        return
    if password:
        yield password
        yield unquote(password)
