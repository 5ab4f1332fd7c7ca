"""`kill -9` of the backend after each word of the employee's client was kept, before the client heard of it: said again, it is one step."""

import http.client
import json
from pathlib import Path
from typing import Any

import pytest

from server_stub.app import open_backend
from server_stub.settings.rows import Settings
from server_stub.store import audit
from tests.server_stub.assist.remote_help import CONSENT, RemoteHelp
from tests.server_stub.assist.room import sealed
from tests.server_stub.served import Person, serving
from tests.together.backend_process import BackendProcess


def put(backend: BackendProcess, person: Person, path: str, body: Any) -> dict[str, Any]:
    """One request; an error of the connection when the backend dies in it."""
    connection = http.client.HTTPConnection("127.0.0.1", backend.port, timeout=20)
    try:
        headers = {"Authorization": f"Bearer {person.token}", "Content-Type": "application/json"}
        connection.request("PUT", path, json.dumps(body), headers)
        reply = connection.getresponse()
        answer: dict[str, Any] = json.loads(reply.read())
        assert reply.status == 200, answer
        return answer
    finally:
        connection.close()


@pytest.mark.timeout(180)
def test_each_word_is_kept_though_its_answer_is_lost(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with serving(data) as served:
        remote = RemoteHelp(served.person())
        remote.shown()
    code = sealed()
    words: list[tuple[str, Any]] = [
        ("answer", CONSENT),
        ("step", {"state": "starting"}),
        ("code", {"code": code}),
        ("step", {"state": "running"}),
        ("step", {"state": "ended", "end": "tool-ended"}),
    ]
    with BackendProcess(data) as backend:
        backend.kill()
        for what, body in words:
            backend.start("assist-before-reply")
            path = f"/api/v1/assist/{remote.session}/{what}"
            with pytest.raises((http.client.HTTPException, OSError)):
                put(backend, remote.person, path, body)
            assert backend.died(20)
        backend.start()
        again = put(backend, remote.person, path, body)["session"]
        assert (again["state"], again["end"]) == ("ended", "tool-ended")
        backend.kill()
    opened = open_backend(data, Settings())
    try:
        steps = [one.what for one in opened.store.read(lambda connection: audit.entries(connection, 0)) if one.what.startswith("assist")]
        assert steps == ["assist-asked", "assist-consented", "assist-starting", "assist-running", "assist-ended"]
        verified = opened.store.read(audit.verify)
        assert (verified.broken, verified.last_hash) == (None, again["audit"])
    finally:
        opened.close()
    assert code.encode() not in b"".join(file.read_bytes() for file in data.glob("store.db*"))
