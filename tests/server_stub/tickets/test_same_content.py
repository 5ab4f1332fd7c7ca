from typing import Any

import msgspec
import pytest

from contract.tickets import PutMessage, PutTicket
from server_stub.tickets.same_content import digest

REPORT: dict[str, Any] = {
    "subject": "S",
    "written": "2026-03-01T08:30:00+07:00",
    "attachments": [
        {"upload": "01a20cac-ed37-704a-a5f9-3280c485445b", "name": "a", "type": "t", "size_bytes": 1, "sha256": "0" * 64, "kind": "log"}
    ],
    "diagnostics": {"facts": [{"group": "g", "name": "n", "value": 1}], "collected": "2026-03-01T01:30:00Z", "took_s": 1.5},
}


def of(report: dict[str, Any]) -> bytes:
    return digest(msgspec.json.decode(msgspec.json.encode(report), type=PutTicket))


def changed(path: str, value: object) -> dict[str, Any]:
    report = msgspec.json.decode(msgspec.json.encode(REPORT))
    *places, last = path.split("/")
    held = report
    for place in places:
        held = held[int(place)] if place.isdigit() else held[place]
    held[last] = value
    return dict(report)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("written", "2026-03-01T01:30:00Z"),
        ("written", "2026-03-01T01:30:00.000+00:00"),
        ("details", ""),
        ("impact", "me"),
        ("attachments/0/upload", "01a20cac-ed37-704a-a5f9-3280c485445c"),
        ("diagnostics/facts/0/value", 1.0),
        ("diagnostics/facts/0/unit", ""),
        ("diagnostics/not_collected", []),
    ],
)
def test_what_makes_no_difference(path: str, value: object) -> None:
    assert of(changed(path, value)) == of(REPORT)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("subject", "s"),
        ("written", "2026-03-01T08:30:01+07:00"),
        ("impact", "some"),
        ("attachments", []),
        ("attachments/0/name", "b"),
        ("attachments/0/type", "u"),
        ("attachments/0/size_bytes", 2),
        ("attachments/0/sha256", "1" * 64),
        ("attachments/0/kind", "file"),
        ("diagnostics", None),
        ("diagnostics/facts/0/value", "1"),
        ("diagnostics/facts/0/value", True),
        ("diagnostics/facts/0/value", 1.5),
        ("diagnostics/facts/0/value", 0),
        ("diagnostics/facts/0/unit", "GB"),
        ("diagnostics/took_s", 1.6),
        ("telephone", "1"),
    ],
)
def test_what_makes_a_difference(path: str, value: object) -> None:
    assert of(changed(path, value)) != of(REPORT)


def test_a_digest_stays_the_same_from_version_to_version() -> None:
    assert of(REPORT).hex() == "e750e97482cec43542784cdf925d11bc1e9119353e059e9fddeb2518fd9a2445"


def test_messages_too() -> None:
    one = PutMessage(text="a", written=msgspec.convert("2026-03-01T01:30:00Z", type=PutTicket.__annotations__["written"]))
    assert digest(one) == digest(msgspec.structs.replace(one, attachments=()))
    assert digest(one) != digest(msgspec.structs.replace(one, text="b"))
