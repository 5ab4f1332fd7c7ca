"""Requests bent at random: whatever comes, the backend refuses or does it, and goes on. The seed is in the failure."""

import http.client
import random

import msgspec
import pytest

from contract.endpoints import ENDPOINTS
from contract.ids import new_id
from contract.uploads import OFFSET_MEDIA_TYPE
from tests.server_stub.assist.remote_help import RemoteHelp
from tests.server_stub.assist.room import Keys, sealed
from tests.server_stub.knowledge.written import keep_article, today
from tests.server_stub.served import WRITTEN, Person, encoded

ODD = [b"\x00", b"\xff", b"null", b"{}", b"[]", b"1e999", b"-1", b'"', b"\\", b",", b":", b"\\ud800", b"\\u0000", b"9" * 40, b"true", b"\n"]
ODD_TEXT = ["", " ", "-1", "0", "null", "1e9", "../..", "%00", "9" * 30, "\xff", "sha256 ", "Bearer", "text/event-stream,*/*", "gzip", "\t"]

NAMES = (
    "enrolment_id",
    "ticket_id",
    "message_id",
    "attachment_id",
    "upload_id",
    "article_id",
    "image_name",
    "opinion_id",
    "day",
    "session_id",
)


def body(chance: random.Random) -> bytes:
    whole = msgspec.json.encode(
        {
            "subject": "S",
            "text": "T",
            "written": WRITTEN,
            "impact": "me",
            "attachments": [{"upload": new_id(), "name": "a", "type": "b", "size_bytes": 1, "sha256": "0" * 64}],
            "diagnostics": {"facts": [{"group": "g", "name": "n", "value": 1.5}], "collected": WRITTEN, "took_s": 1},
            "helped": True,
            "missing": "M",
            "version": 1,
            "searches": 1,
            "articles": [{"article": "a", "opened": 1}],
            "tried": [{"guide": "g", "step": "s", "kind": "check", "result": "ok", "at": WRITTEN, "evidence": [{"name": "n", "value": 1}]}],
            "answer": chance.choice(["consent", "decline"]),
            "tool": "anydesk",
            "can": ["view"],
            "consent_version": 1,
            "state": chance.choice(["starting", "running", "ended"]),
            "end": "stopped",
            "key": Keys().public,
            "code": chance.choice(["2222-2222", sealed()]),
            "account": "a",
            "computer": "c",
        }
    )
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(whole) + 1)
        cut = chance.randrange(at, min(len(whole), at + 30) + 1)
        whole = whole[:at] + chance.choice([*ODD, b""]) + whole[cut:]
    return whole


def headers(chance: random.Random, person: Person) -> dict[str, str]:
    found = {
        "Authorization": f"Bearer {person.token}",
        "Content-Type": chance.choice(["application/json", OFFSET_MEDIA_TYPE]),
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": "0",
        "Upload-Length": "10",
        "Upload-Metadata": f"id {encoded(new_id())},sha256 {encoded('0' * 64)}",
        "Upload-Checksum": "sha256 " + encoded("x" * 32),
        "Last-Event-ID": "0",
        "X-Request-Id": "fuzz-fuzz-fuzz",
    }
    for name in chance.sample(sorted(found), chance.randrange(4)):
        found[name] = chance.choice(ODD_TEXT)
    return found


def path(chance: random.Random, template: str, known: list[str]) -> str:
    words = {name: chance.choice([*known, new_id()]) for name in NAMES}
    filled = template.format_map(words)
    if chance.random() < 0.2:
        at = chance.randrange(len(filled))
        filled = filled[:at] + chance.choice(["%ff", "//", "%2e%2e", "?after=-1", ";", "%00", "*"]) + filled[at:]
    return filled


@pytest.mark.parametrize("seed", range(6))
def test_nothing_bent_breaks_the_backend(ana: Person, seed: int) -> None:
    chance = random.Random(seed)
    keep_article(ana.served)
    known = [ana.ticket(), str(ana.upload(b"0123456789")["upload"]), "printer", today(), RemoteHelp(ana).shown()]
    for turn in range(150):
        endpoint = chance.choice(ENDPOINTS)
        sent = body(chance) if endpoint.method in {"PUT", "PATCH", "POST"} else None
        asked = headers(chance, ana)
        where = path(chance, endpoint.path, known)
        connection = http.client.HTTPConnection("127.0.0.1", ana.served.port, timeout=30)
        try:
            connection.request(endpoint.method, where if where.startswith("/") else f"/{where}", sent, asked)
            status = connection.getresponse().status
        finally:
            connection.close()
        assert status < 500, (seed, turn, endpoint.method, where, asked, sent)
    assert ana.call("GET", "/health").status == 200
