"""A network that lies between client and backend and loses things: requests, answers, or the middle of either.

A real HTTP server on loopback that passes each request on, and decides by a seeded choice what goes wrong with it.
"""

import http.client
import http.server
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from types import TracebackType
from typing import ClassVar, Self

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}


class Fault(StrEnum):
    """What happens to one request."""

    NONE = "none"
    LOSE_REQUEST = "lose-request"
    """The backend never sees it."""
    LOSE_ANSWER = "lose-answer"
    """The backend has done it; the client sees a reset."""
    HALF_REQUEST = "half-request"
    """The backend sees half of the body, then a reset."""
    HALF_ANSWER = "half-answer"
    """The client sees half of the answer, then a reset."""


class ChaosProxy:
    """Passes requests on to one port of loopback. `faults` are chances, such as {Fault.LOSE_ANSWER: 0.3}; the rest goes well."""

    def __init__(self, port: int, faults: Mapping[Fault, float], seed: int) -> None:
        self.backend = port
        self.happened: Counter[Fault] = Counter()
        self._faults = dict(faults)
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        proxy = self

        class Handler(_Handler):
            chaos = proxy

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def address(self) -> str:
        """Where the client finds its backend."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def calm(self) -> None:
        """From now on everything goes well."""
        with self._lock:
            self._faults.clear()

    def worsen(self, faults: Mapping[Fault, float]) -> None:
        """From now on these chances hold."""
        with self._lock:
            self._faults = dict(faults)

    def next_fault(self) -> Fault:
        """Draws what happens to the next request."""
        with self._lock:
            drawn, fault = self._chance.random(), Fault.NONE
            for each, chance in self._faults.items():
                if drawn < chance:
                    fault = each
                    break
                drawn -= chance
            self.happened[fault] += 1
            return fault

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    chaos: ClassVar[ChaosProxy]
    protocol_version = "HTTP/1.1"

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:  # the client went away
            self.close_connection = True

    def pass_on(self) -> None:
        """One request, there and back, with what the dice say."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = self.chaos.next_fault()
        if fault is Fault.LOSE_REQUEST:
            return self._reset()
        if fault is Fault.HALF_REQUEST:
            self._send_half(body)
            return self._reset()
        try:
            status, reason, headers, answer = self._ask(body)
        except (OSError, http.client.HTTPException):
            return self._reset()
        if fault is Fault.LOSE_ANSWER:
            return self._reset()
        self.send_response_only(status, reason)
        for name, value in headers:
            self.send_header(name, value)
        if self.command != "HEAD" and status != 204:
            self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if fault is Fault.HALF_ANSWER:
            self.wfile.write(answer[: len(answer) // 2])
            return self._reset()
        self.wfile.write(answer)
        return None

    do_GET = do_PUT = do_POST = do_PATCH = do_HEAD = do_DELETE = do_OPTIONS = pass_on  # noqa: N815 - http.server's names

    def log_message(self, *_words: object) -> None:
        """Says nothing."""

    def _ask(self, body: bytes) -> tuple[int, str, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.chaos.backend, timeout=30)
        try:
            connection.request(self.command, self.path, body=body or None, headers=self._headers(body))
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP_BY_HOP]
            return answer.status, answer.reason, kept, answer.read()
        finally:
            connection.close()

    def _send_half(self, body: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self.chaos.backend), timeout=30) as line:
            head = "".join(f"{name}: {value}\r\n" for name, value in self._headers(body).items())
            line.sendall(f"{self.command} {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}\r\n".encode() + body[: len(body) // 2])
            _abort(line)

    def _headers(self, body: bytes) -> dict[str, str]:
        kept = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP | {"host"}}
        return {**kept, "Content-Length": str(len(body))} if body or self.command in {"PUT", "POST", "PATCH"} else kept

    def _reset(self) -> None:
        self.close_connection = True
        _abort(self.connection)


def _abort(line: socket.socket) -> None:
    """Ends a connection with RST instead of FIN."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()
