"""A server on loopback that answers with whatever bytes a test wants, well-formed or not, over real connections."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

import msgspec


@dataclass(frozen=True)
class Asked:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


Reaction = Callable[[Asked, socket.socket], None]


def answer(status: int, body: bytes = b"", kind: str = "application/json", **headers: str) -> bytes:
    """A whole answer; a header's name is written with underscores."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def problem(status: int, code: str, **more: object) -> bytes:
    """A refusal in the contract's form."""
    return answer(status, msgspec.json.encode({"title": "No", "status": status, "code": code, **more}), "application/problem+json")


@dataclass
class RawServer:
    """Answers each connection's one request by `react`; keeps what was asked."""

    react: Reaction | bytes
    context: ssl.SSLContext | None = None
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._ending = False
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending = True
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in (self._accepting, *self._threads):
            thread.join(10)

    @property
    def port(self) -> int:
        return int(self._listening.getsockname()[1])

    @property
    def address(self) -> str:
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        while not self._ending:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(line)
            thread = threading.Thread(target=self._serve, args=(line,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as open_:
            if self.context:
                line = self.context.wrap_socket(line, server_side=True)
            open_.enter_context(line)
            request = read_request(line)
            if request is None:
                return
            self.asked.append(request)
            if isinstance(self.react, bytes):
                line.sendall(self.react)
            else:
                self.react(request, line)
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_WR)
            while line.recv(65536):
                pass


def read_request(line: socket.socket) -> Asked | None:
    """One request off the line; None when it ends before one is whole."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = line.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in rest)}
    length = int(headers.get("content-length", "0"))
    while len(body) < length:
        piece = line.recv(65536)
        if not piece:
            return None
        body += piece
    method, path, _ = first.split(" ")
    return Asked(method, path, headers, body)
