"""A real backend behind a real server on loopback, and people who talk to it over real HTTP."""

import base64
import contextlib
import hashlib
import http.client
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import uvicorn

from contract.enrolment import TOKEN_PREFIX
from contract.ids import new_id
from contract.problems import Problem
from contract.uploads import OFFSET_MEDIA_TYPE
from server_stub.app import Backend, asgi, open_backend
from server_stub.running.listening import HEADER_BYTES, PatientProtocol
from server_stub.settings.rows import Settings

WRITTEN = "2026-03-01T08:30:00+07:00"
PIECE = {"Content-Type": OFFSET_MEDIA_TYPE}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return msgspec.json.decode(self.body)

    def problem(self) -> Problem:
        assert self.headers["content-type"] == "application/problem+json", self
        return msgspec.json.decode(self.body, type=Problem)


def call(port: int, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
    """One request on a connection of its own. A body that is not bytes is sent as JSON."""
    sent = dict(headers or {})
    if body is not None and not isinstance(body, bytes):
        body = msgspec.json.encode(body)
        sent.setdefault("Content-Type", "application/json")
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request(method, path, body, sent)
        reply = connection.getresponse()
        return Answer(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())


@dataclass
class Served:
    backend: Backend
    port: int
    code: str
    folder: Path

    def call(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
        return call(self.port, method, path, body, headers)

    def person(self, name: str = "Ana", computer: str = "PC-1") -> "Person":
        person = Person(self, new_id(), new_token(), name, computer)
        answer = person.enrol()
        assert answer.status == 201, answer
        return person


@dataclass
class Person:
    """An enrolled employee's client, as far as HTTP goes."""

    served: Served
    enrolment: str
    token: str
    name: str
    computer: str
    extra: dict[str, str] = field(default_factory=dict)

    def enrol(self, code: str | None = None, **changes: Any) -> Answer:
        body = {"code": code or self.served.code, "token": self.token, "account": self.name.lower(), "computer": self.computer}
        body |= {"display_name": self.name} | changes
        return self.served.call("PUT", f"/api/v1/enrolments/{self.enrolment}", body, self.extra)

    def call(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
        return self.served.call(method, path, body, {"Authorization": f"Bearer {self.token}", **self.extra, **(headers or {})})

    def put_ticket(self, ticket_id: str, **values: Any) -> Answer:
        return self.call("PUT", f"/api/v1/tickets/{ticket_id}", {"subject": "The printer is on fire", "written": WRITTEN} | values)

    def ticket(self, **values: Any) -> str:
        ticket_id = new_id()
        answer = self.put_ticket(ticket_id, **values)
        assert answer.status == 201, answer
        return ticket_id

    def put_message(self, ticket_id: str, message_id: str, **values: Any) -> Answer:
        path = f"/api/v1/tickets/{ticket_id}/messages/{message_id}"
        return self.call("PUT", path, {"text": "Still smoking", "written": WRITTEN} | values)

    def tus(self, method: str, upload_id: str = "", body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        path = f"/api/v1/uploads/{upload_id}" if upload_id else "/api/v1/uploads"
        return self.call(method, path, body, {"Tus-Resumable": "1.0.0", **(headers or {})})

    def create(self, upload_id: str, data: bytes, *, length: int | None = None, sha256: str | None = None) -> Answer:
        metadata = f"id {encoded(upload_id)},sha256 {encoded(sha256 or hashlib.sha256(data).hexdigest())}"
        return self.tus("POST", headers={"Upload-Length": str(len(data) if length is None else length), "Upload-Metadata": metadata})

    def patch(self, upload_id: str, offset: int, data: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        return self.tus("PATCH", upload_id, data, {**PIECE, "Upload-Offset": str(offset), **(headers or {})})

    def upload(self, data: bytes, name: str = "01.png") -> dict[str, Any]:
        """Uploads bytes and answers the reference by which a report names them."""
        upload_id = new_id()
        assert self.create(upload_id, data).status == 201
        assert self.patch(upload_id, 0, data).status == 204
        return reference(upload_id, data, name)

    def feed(self, after: int = 0) -> Any:
        return self.call("GET", f"/api/v1/feed?after={after}").json()


def reference(upload_id: str, data: bytes, name: str = "01.png") -> dict[str, Any]:
    held = {"name": name, "type": "image/png", "size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    return {"upload": upload_id, "kind": "screenshot", **held}


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def new_token() -> str:
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


@contextlib.contextmanager
def serving(data: Path, settings: Settings | None = None) -> Iterator[Served]:
    """A backend on a data folder, listening until the block ends, set up as `server_stub.running` does."""
    settings = settings or Settings()
    backend = open_backend(data, settings)
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        asgi(backend),
        http=PatientProtocol,
        ws="none",
        access_log=False,
        log_config=None,
        h11_max_incomplete_event_size=HEADER_BYTES,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
    )
    uvicorn_server = uvicorn.Server(config)
    thread = threading.Thread(target=uvicorn_server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        while not uvicorn_server.started:
            time.sleep(0.005)
        yield Served(backend, bound.getsockname()[1], backend.people.make_code(True, None), data)
    finally:
        backend.events.close()
        uvicorn_server.should_exit = True
        thread.join()
        backend.close()
