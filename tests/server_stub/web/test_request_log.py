import logging
import time
from pathlib import Path

import pytest

from contract.ids import new_id
from tests.server_stub.served import Served, serving


def test_one_line_a_request_with_nothing_private_in_it(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    ana = served.person("Ana Lestari", "SECRET-PC")
    caplog.clear()
    ana.extra["X-Request-Id"] = "seen-in-the-client-1"
    ref = ana.upload(b"bytes", "secret-name.png")
    ticket_id = ana.ticket(subject="secret subject", details="secret details", attachments=[ref])
    ana.put_message(ticket_id, new_id(), text="secret words")
    ana.call("GET", f"/api/v1/tickets/{ticket_id}?after=secret-query")
    ana.call("GET", "/secret-path/%0d%0aforged")
    ana.put_ticket(ticket_id, subject="another secret")
    until = time.monotonic() + 20
    lines: list[logging.LogRecord] = []
    while len(lines) < 7:  # a line follows its answer
        assert time.monotonic() < until
        lines = [record for record in caplog.records if getattr(record, "request_id", "") == "seen-in-the-client-1"]
    assert [(line.method, line.path, line.status) for line in lines] == [  # type: ignore[attr-defined]
        ("POST", "/api/v1/uploads", 201),
        ("PATCH", "/api/v1/uploads/{upload_id}", 204),
        ("PUT", "/api/v1/tickets/{ticket_id}", 201),
        ("PUT", "/api/v1/tickets/{ticket_id}/messages/{message_id}", 201),
        ("GET", "/api/v1/tickets/{ticket_id}", 200),
        ("GET", "(unknown)", 404),
        ("PUT", "/api/v1/tickets/{ticket_id}", 409),
    ]
    for line in lines:
        told = vars(line)
        assert told["name"] == "sigap.requests"
        assert told["took_ms"] >= 0
        assert told["path"] == "(unknown)" or told["enrolment"] == ana.enrolment
    assert vars(lines[1])["received_bytes"] == 5
    assert vars(lines[6])["problem"] == "conflict"
    everything = repr([vars(record) for record in caplog.records if record.name != "uvicorn.access"]).lower()
    for secret in (ana.token, served.code, served.code.replace("-", ""), "secret", ticket_id, ref["upload"], "lestari"):
        assert secret.lower() not in everything, secret


def test_codes_and_tokens_are_kept_hashed(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        ana = served.person()
        code, token = served.code.replace("-", ""), ana.token
        served.backend.store.read(lambda connection: connection.exec_driver_sql("SELECT 1").all())
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"PC-1" in everything
    assert code.encode() not in everything
    assert served.code.encode() not in everything
    assert token.encode() not in everything
    assert token.removeprefix("sgd_").encode() not in everything
