import base64
import hashlib
import http.client
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime

import pytest
from sqlalchemy import text

from contract.ids import new_id
from contract.uploads import CHUNK_BYTES
from server_stub.web import request_log
from tests.server_stub.served import PIECE, Person, Served, encoded, reference

DATA = bytes(range(256)) * 4_000


def checksum(data: bytes) -> dict[str, str]:
    return {"Upload-Checksum": "sha256 " + base64.b64encode(hashlib.sha256(data).digest()).decode()}


def files(served: Served) -> list[bytes]:
    return [path.read_bytes() for path in served.backend.blobs.folder.glob("??/*")]


def expire_all(served: Served) -> None:
    now = int(time.time() * 1_000_000)
    statement = text("UPDATE uploads SET expires = :now")
    served.backend.store.write(lambda work: work.connection.execute(statement, {"now": now}))


def offset(person: Person, upload_id: str) -> int:
    return int(person.tus("HEAD", upload_id).headers["upload-offset"])


def test_what_is_spoken(shared: Served) -> None:
    headers = shared.call("OPTIONS", "/api/v1/uploads").headers
    assert headers["tus-version"] == "1.0.0"
    assert headers["tus-extension"] == "creation,checksum,expiration,termination"
    assert headers["tus-checksum-algorithm"] == "sha256"
    assert headers["tus-max-size"] == "100000000"


def test_a_file_in_pieces(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    made = ana.create(upload_id, DATA)
    assert (made.status, made.headers["location"], made.headers["upload-offset"]) == (201, f"/api/v1/uploads/{upload_id}", "0")
    for start in range(0, len(DATA), 300_000):
        piece = DATA[start : start + 300_000]
        there = ana.tus("HEAD", upload_id)
        assert (there.status, there.headers["upload-offset"], there.headers["upload-length"]) == (200, str(start), str(len(DATA)))
        assert there.headers["cache-control"] == "no-store"
        sent = ana.patch(upload_id, start, piece, checksum(piece))
        assert (sent.status, sent.headers["upload-offset"]) == (204, str(start + len(piece)))
        assert sent.headers["tus-resumable"] == "1.0.0"
        assert parsedate_to_datetime(sent.headers["upload-expires"]).timestamp() > time.time() + 71 * 3600
    assert files(served) == [DATA]
    assert ana.patch(upload_id, len(DATA), b"").status == 204, "a last empty piece changes nothing"


def test_creating_again_is_the_same_upload(ana: Person) -> None:
    upload_id = new_id()
    assert ana.create(upload_id, DATA).status == 201
    ana.patch(upload_id, 0, DATA[:1000])
    again = ana.create(upload_id, DATA)
    assert (again.status, again.headers["upload-offset"]) == (200, "1000")
    assert ana.create(upload_id, DATA[:-1]).status == 409
    assert ana.create(upload_id, DATA, sha256="0" * 64).status == 409
    ana.patch(upload_id, 1000, DATA[1000:])
    ana.ticket(attachments=[reference(upload_id, DATA)])
    taken = ana.create(upload_id, DATA)
    assert (taken.status, taken.headers["upload-offset"]) == (200, str(len(DATA))), "what a ticket has need not be sent again"


def test_fifty_creations_at_once_are_one_upload(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: ana.create(upload_id, DATA).status, range(50)))
    assert sorted(answers) == [200] * 49 + [201]
    assert len(files(served)) == 1


def test_an_expired_upload_is_gone_and_can_be_made_anew(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    ana.create(upload_id, DATA)
    ana.patch(upload_id, 0, DATA)
    expire_all(served)
    assert ana.tus("HEAD", upload_id).status == 410
    assert served.backend.desk.uploads.sweep() == 1
    assert files(served) == []
    assert ana.create(upload_id, DATA).status == 201
    assert offset(ana, upload_id) == 0
    assert ana.patch(upload_id, 0, DATA).status == 204


def test_the_sweep_leaves_what_a_ticket_has(served: Served) -> None:
    ana = served.person()
    taken, waiting = ana.upload(b"taken"), ana.upload(b"waiting")
    ticket_id = ana.ticket(attachments=[taken])
    expire_all(served)
    orphan = served.backend.blobs.create(1)
    assert served.backend.desk.uploads.sweep() == 1, "a file whose row may be on the way stays"
    assert served.backend.desk.uploads.sweep(alone=True) == 1
    assert served.backend.blobs.size(orphan) == -1
    assert files(served) == [b"taken"]
    attachment = ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()["attachments"][0]["id"]
    assert ana.call("GET", f"/api/v1/tickets/{ticket_id}/attachments/{attachment}").body == b"taken"
    assert ana.put_ticket(ticket_id, attachments=[taken]).status == 200, "the same report again needs no upload"
    assert ana.tus("HEAD", waiting["upload"]).status == 410


def test_giving_up(served: Served) -> None:
    ana = served.person()
    ref = ana.upload(b"to keep")
    ticket_id = ana.ticket(attachments=[ref])
    upload_id = new_id()
    ana.create(upload_id, DATA)
    for given_up in (upload_id, ref["upload"]):
        assert ana.tus("DELETE", given_up).status == 204
        assert ana.tus("DELETE", given_up).status == 410
        assert ana.tus("HEAD", given_up).status == 410
    assert files(served) == [b"to keep"]
    assert len(ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()["attachments"]) == 1


def test_a_wrong_piece_leaves_the_offset(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    ana.create(upload_id, DATA)
    ana.patch(upload_id, 0, DATA[:1000])
    wrong = ana.patch(upload_id, 1000, DATA[1000:2000], checksum(b"something else"))
    assert (wrong.status, wrong.problem().field) == (460, "Upload-Checksum")
    assert offset(ana, upload_id) == 1000
    assert files(served) == [DATA[:1000]]
    assert ana.patch(upload_id, 1000, DATA[1000:], checksum(DATA[1000:])).status == 204


def test_a_wrong_whole_is_thrown_away(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    ana.create(upload_id, DATA)
    wrong = ana.patch(upload_id, 0, bytes(len(DATA)))
    assert (wrong.status, wrong.problem().field) == (460, "sha256")
    assert files(served) == []
    assert ana.tus("HEAD", upload_id).status == 410
    assert ana.put_ticket(new_id(), attachments=[reference(upload_id, DATA)]).status == 410
    assert ana.create(upload_id, DATA).status == 201
    assert ana.patch(upload_id, 0, DATA).status == 204


@pytest.mark.parametrize("at", ["-1", "1e3", "", " ", "0x10", "99999999999999999999999", "१"])
def test_an_offset_that_is_none(ana: Person, at: str) -> None:
    upload_id = new_id()
    ana.create(upload_id, DATA)
    answer = ana.tus("PATCH", upload_id, b"x", {**PIECE, "Upload-Offset": at.encode().decode("latin-1")})
    assert answer.problem().code == "bad-request"


def test_offsets_overlaps_and_lengths(ana: Person) -> None:
    upload_id = new_id()
    ana.create(upload_id, DATA)
    ana.patch(upload_id, 0, DATA[:1000])
    for at in (0, 500, 1001, len(DATA), 10**17):
        assert ana.patch(upload_id, at, b"x").status == 409
    assert ana.patch(upload_id, 1000, DATA).status == 413
    assert offset(ana, upload_id) == 1000
    for header in ("md5 AAAA", "sha256", "sha256 !!!", "sha256 " + encoded("short"), "sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk="):
        assert ana.patch(upload_id, 1000, b"x", {"Upload-Checksum": header}).status == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Upload-Length": "0"},
        {"Upload-Length": "-1"},
        {"Upload-Length": "many"},
        {"Upload-Defer-Length": "1"},
        {"Upload-Length": "5"},
        {"Upload-Length": "5", "Upload-Metadata": "id"},
        {"Upload-Length": "5", "Upload-Metadata": "id !!!,sha256 !!!"},
        {"Upload-Length": "5", "Upload-Metadata": f"id {encoded(new_id().upper())},sha256 {encoded('0' * 64)}"},
        {"Upload-Length": "5", "Upload-Metadata": f"id {encoded(new_id())},sha256 {encoded('Z' * 64)}"},
        {"Upload-Length": "5", "Upload-Metadata": f"id {encoded(new_id() + chr(10))},sha256 {encoded('0' * 64)}"},
    ],
    ids=range(10),
)
def test_an_announcement_that_is_none(ana: Person, headers: dict[str, str]) -> None:
    assert ana.tus("POST", headers=headers).problem().code == "invalid"


def begin_patch(person: Person, upload_id: str, headers: dict[str, str], length: int) -> socket.socket:
    """A PATCH whose body is still to come."""
    lines = {**PIECE, "Host": "x", "Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Length": str(length), **headers}
    lines["Authorization"] = f"Bearer {person.token}"
    head = f"PATCH /api/v1/uploads/{upload_id} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    connection = socket.create_connection(("127.0.0.1", person.served.port), timeout=20)
    connection.sendall(head.encode() + b"\r\n")
    return connection


def test_what_arrived_before_the_line_broke_is_kept(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    ana.create(upload_id, DATA)
    with begin_patch(ana, upload_id, {}, len(DATA)) as connection:
        connection.sendall(DATA[:700_000])
        wait_until(lambda: files(served) != [b""])
    at = offset(ana, upload_id)
    assert 0 < at <= 700_000
    assert ana.patch(upload_id, at, DATA[at:]).status == 204


def test_half_a_piece_that_can_not_be_verified_is_not_kept(ana: Person) -> None:
    upload_id = new_id()
    ana.create(upload_id, DATA)
    with begin_patch(ana, upload_id, checksum(DATA), len(DATA)) as connection:
        connection.sendall(DATA[:700_000])
        time.sleep(0.2)
    assert offset(ana, upload_id) == 0
    assert ana.patch(upload_id, 0, DATA, checksum(DATA)).status == 204


def test_a_client_that_comes_again_takes_over_from_its_dead_connection(ana: Person) -> None:
    upload_id = new_id()
    ana.create(upload_id, DATA)
    with begin_patch(ana, upload_id, checksum(DATA), len(DATA)) as silent:
        silent.sendall(DATA[:700_000])
        time.sleep(0.1)
        assert ana.patch(upload_id, 0, DATA, checksum(DATA)).status == 204
    assert offset(ana, upload_id) == len(DATA)


def test_many_at_once_on_one_upload_never_mix(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    ana.create(upload_id, DATA)
    with ThreadPoolExecutor(12) as pool:
        statuses = list(pool.map(lambda _: ana.patch(upload_id, 0, DATA, checksum(DATA)).status, range(24)))
    assert statuses.count(204) == 1, statuses
    assert set(statuses) <= {204, 409, 400}
    assert files(served) == [DATA]


def test_deleting_while_it_is_being_sent(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    ana.create(upload_id, DATA)
    with begin_patch(ana, upload_id, {}, len(DATA)) as connection:
        connection.sendall(DATA[:100_000])
        assert ana.tus("DELETE", upload_id).status == 204
        connection.sendall(DATA[100_000:])
        reply = http.client.HTTPResponse(connection)
        reply.begin()
        assert reply.status in {400, 410}
        reply.read()
    assert files(served) == []


def test_a_refusal_can_be_read_although_the_whole_piece_was_still_coming(ana: Person) -> None:
    ana.token = ana.token[:-1] + ("A" if ana.token[-1] != "A" else "B")
    for _ in range(5):
        answer = ana.patch(new_id(), 0, bytes(CHUNK_BYTES))
        assert answer.problem().code == "not-enrolled"


def test_a_silent_client_is_not_waited_for_without_end(ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_log, "DRAIN_S", 0.2)
    upload_id = new_id()
    ana.create(upload_id, DATA)
    with begin_patch(ana, upload_id, {}, len(DATA)) as silent:
        silent.sendall(DATA[:1000])
        assert ana.patch(upload_id, offset(ana, upload_id), DATA[:10]).status in {204, 409}
        reply = http.client.HTTPResponse(silent)
        reply.begin()
        assert reply.status == 400
        reply.read()


def test_memory_stays_flat_while_a_big_file_arrives(served: Served) -> None:
    ana, upload_id = served.person(), new_id()
    piece = bytes(CHUNK_BYTES)
    whole = piece * 12
    assert ana.create(upload_id, whole).status == 201
    del whole
    ana.patch(upload_id, 0, piece)
    before = resident()
    highest = [before]
    ending = threading.Event()

    def watch() -> None:
        while not ending.wait(0.005):
            highest.append(resident())

    watching = threading.Thread(target=watch)
    watching.start()
    with begin_patch(ana, upload_id, {"Upload-Offset": str(len(piece))}, 11 * len(piece)) as connection:
        for _ in range(11):
            connection.sendall(piece)
        reply = http.client.HTTPResponse(connection)
        reply.begin()
        assert reply.status == 204
    ending.set()
    watching.join()
    assert max(highest) - before < 24_000_000


def resident() -> int:
    import psutil  # noqa: PLC0415 - only here

    return int(psutil.Process().memory_info().rss)


def wait_until(reached: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not reached():
        assert time.monotonic() < until
        time.sleep(0.02)
