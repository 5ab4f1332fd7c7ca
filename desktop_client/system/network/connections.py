"""Connections to other computers, opened only to see whether they open and how long each step takes.

Plain sockets with one deadline for everything: a server that sends a byte a second, an address that swallows packets and a proxy that
never answers all end in time. Nothing secret is sent but a proxy's own password to that proxy; redirects are not followed.
"""

import base64
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from desktop_client.system.network.names import Looked, look_up
from desktop_client.system.not_known import NotKnown, Why

ANSWER_BYTES = 16_384

Value = TypeVar("Value")


class Trouble(StrEnum):
    """Why there is no connection. The value is what a person reads."""

    NO_SUCH_NAME = "name not found"
    NO_NAME_SERVER = "name server does not answer"
    TIMEOUT = "no answer in time"
    REFUSED = "refused"
    UNREACHABLE = "no way there"
    CERTIFICATE = "certificate not trusted"
    ENCRYPTION = "no encryption agreed"
    PROXY = "proxy refuses"
    PROXY_KIND = "kind of proxy not known"
    BROKE = "connection broke"
    NOT_HTTP = "answer is not HTTP"


class TroubleError(Exception):
    """Raised at the step that didn't work."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True)
class Reached:
    """A connection opened: milliseconds for the name and for the connection."""

    look_up_ms: float
    connect_ms: float


@dataclass(frozen=True)
class HttpAnswer:
    """The head of an answer and the first bytes of its body. Header names are in lower case.

    `asked` and `answered` are our clock around it, UTC.
    """

    reached: Reached
    status: int
    headers: dict[str, str]
    body: bytes
    answer_ms: float
    asked: datetime
    answered: datetime
    through_proxy: bool


LookUp = Callable[[str, int, float], Looked | NotKnown]
"""How a host is found: name, port, and seconds that it may take."""


def reach(host: str, port: int, limit_s: float, *, find: LookUp = look_up) -> Reached | Trouble:
    """Open a connection and close it again."""
    try:
        connection, reached = _open(host, port, time.monotonic() + limit_s, find)
    except TroubleError as error:
        return error.trouble
    connection.close()
    return reached


@dataclass(frozen=True)
class Fetched:
    """How much of an answer's body came in how many seconds, counted from its first byte."""

    status: int
    received_bytes: int
    took_s: float


def ask(url: str, limit_s: float, proxy: str | None = None, *, believe: bool = False, find: LookUp = look_up) -> HttpAnswer | Trouble:
    """GET an http or https address, `limit_s` seconds for all of it. `believe`: any certificate will do, nothing said there counts."""
    deadline = time.monotonic() + limit_s
    return _told(lambda: _ask(_Way(url, deadline, proxy, believe=believe, find=find)))


def shake(host: str, port: int, limit_s: float, proxy: str | None = None, *, find: LookUp = look_up) -> Reached | Trouble:
    """Open an encrypted connection, look at its certificate, and close it again."""
    deadline = time.monotonic() + limit_s

    def work() -> Reached:
        connection, reached, _, _ = _open_way(_Way(f"https://{_in_url(host)}:{port}", deadline, proxy, find=find))
        connection.close()
        return reached

    return _told(work)


def open_tunnel(proxy: str, host: str, port: int, limit_s: float) -> int | Trouble:
    """The status that a proxy gives to CONNECT; the tunnel is closed again unused."""
    deadline = time.monotonic() + limit_s

    def work() -> int:
        connection, _, credentials = _open_proxy(proxy, deadline)
        with connection:
            return _connect_status(connection, f"{_in_url(host)}:{port}", credentials, deadline)

    return _told(work)


def fetch(url: str, limit_s: float, proxy: str | None, most_bytes: int, stopped: threading.Event) -> Fetched | Trouble:
    """Reads an answer's body to its end, `most_bytes` or for `limit_s` seconds after the connection opened, and throws it away."""
    deadline = time.monotonic() + limit_s
    return _told(lambda: _fetch(_Way(url, deadline, proxy), most_bytes, stopped))


def _told(work: Callable[[], Value]) -> Value | Trouble:
    try:
        return work()
    except TroubleError as error:
        return error.trouble
    except TimeoutError:
        return Trouble.TIMEOUT
    except ssl.SSLCertVerificationError:
        return Trouble.CERTIFICATE
    except ssl.SSLError:
        return Trouble.ENCRYPTION
    except OSError:
        return Trouble.BROKE


def _open(host: str, port: int, deadline: float, find: LookUp = look_up) -> tuple[socket.socket, Reached]:
    looked = find(host, port, deadline - time.monotonic())
    if isinstance(looked, NotKnown):
        raise TroubleError(Trouble.NO_NAME_SERVER if looked.why is Why.TIMEOUT else Trouble.NO_SUCH_NAME)
    return _connect(looked, deadline)


def _connect(looked: Looked, deadline: float) -> tuple[socket.socket, Reached]:
    trouble = Trouble.UNREACHABLE
    started = time.monotonic()
    for number, (family, address) in enumerate(looked.addresses):
        left = deadline - time.monotonic()
        if left <= 0:
            raise TroubleError(Trouble.TIMEOUT)
        # The last address gets all that is left; before it, one that swallows packets may not use up everybody's time.
        share = left if number == len(looked.addresses) - 1 else left / 2
        connection = socket.socket(family, socket.SOCK_STREAM)
        connection.settimeout(share)
        try:
            connection.connect(address)
        except OSError as error:
            connection.close()
            trouble = _trouble(error)
            continue
        return connection, Reached(looked.took_ms, round(1000 * (time.monotonic() - started), 1))
    raise TroubleError(trouble)


def _trouble(error: OSError) -> Trouble:
    if isinstance(error, TimeoutError):
        return Trouble.TIMEOUT
    return Trouble.REFUSED if isinstance(error, ConnectionRefusedError) else Trouble.UNREACHABLE


@dataclass(frozen=True)
class _Way:
    """Where to, until when, and how."""

    url: str
    deadline: float
    proxy: str | None = None
    believe: bool = False
    find: LookUp = look_up


def _ask(way: _Way) -> HttpAnswer:
    deadline = way.deadline
    connection, reached, target, headers = _open_way(way)
    with connection:
        asked, started = datetime.now(UTC), time.monotonic()
        _send(connection, f"GET {target} HTTP/1.1", headers, deadline)
        head, body = _receive(connection, deadline)
        took, answered = time.monotonic() - started, datetime.now(UTC)
        status, told = _parsed(head)
        body = _rest(connection, body, told, deadline)
    return HttpAnswer(reached, status, told, body, round(1000 * took, 1), asked, answered, way.proxy is not None)


def _fetch(way: _Way, most_bytes: int, stopped: threading.Event) -> Fetched:
    deadline = way.deadline
    connection, _, target, headers = _open_way(way)
    with connection:
        _send(connection, f"GET {target} HTTP/1.1", headers, deadline)
        head, body = _receive(connection, deadline)
        started, received = time.monotonic(), len(body)
        status, _ = _parsed(head)
        while received < most_bytes and not stopped.is_set() and time.monotonic() < deadline:
            try:
                piece = _piece(connection, deadline)
            except TimeoutError:
                break
            if not piece:
                break
            received += len(piece)
    return Fetched(status, received, time.monotonic() - started)


def _open_way(way: _Way) -> tuple[socket.socket, Reached, str, dict[str, str]]:
    """An open connection to the server of the address, what opening it took, and the target and headers to ask with."""
    parts, deadline = urlsplit(way.url), way.deadline
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Host": parts.netloc.rpartition("@")[2], "Connection": "close", "Accept": "application/json", "User-Agent": "sigap"}
    if way.proxy is None:
        connection, reached = _open(host, port, deadline, way.find)
    else:
        connection, reached, credentials = _open_proxy(way.proxy, deadline)
        if secure:
            _tunnel(connection, f"{_in_url(host)}:{port}", credentials, deadline)
        else:
            target = f"http://{headers['Host']}{target}"
            headers |= credentials
    if secure:
        try:
            connection.settimeout(max(0.01, deadline - time.monotonic()))
            connection = (_anybody() if way.believe else _trusted()).wrap_socket(connection, server_hostname=host)
        except (OSError, ValueError):
            connection.close()
            raise
    return connection, reached, target, headers


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _open_proxy(proxy: str, deadline: float) -> tuple[socket.socket, Reached, dict[str, str]]:
    parts = urlsplit(proxy)
    if parts.scheme != "http" or not parts.hostname:
        raise TroubleError(Trouble.PROXY_KIND)
    credentials = {}
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        credentials["Proxy-Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return *_open(parts.hostname, parts.port or 8080, deadline), credentials


def _tunnel(connection: socket.socket, target: str, credentials: dict[str, str], deadline: float) -> None:
    opened = False
    try:
        opened = _connect_status(connection, target, credentials, deadline) // 100 == 2
    finally:
        if not opened:
            connection.close()
    if not opened:
        raise TroubleError(Trouble.PROXY)


def _connect_status(connection: socket.socket, target: str, credentials: dict[str, str], deadline: float) -> int:
    _send(connection, f"CONNECT {target} HTTP/1.1", {"Host": target, **credentials}, deadline)
    head, _ = _receive(connection, deadline)
    return _parsed(head)[0]


def _anybody() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _trusted() -> ssl.SSLContext:
    import truststore  # noqa: PLC0415 - only for https

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _send(connection: socket.socket, line: str, headers: dict[str, str], deadline: float) -> None:
    connection.settimeout(max(0.01, deadline - time.monotonic()))
    connection.sendall("\r\n".join((line, *(f"{name}: {value}" for name, value in headers.items()), "", "")).encode("latin-1", "replace"))


def _receive(connection: socket.socket, deadline: float) -> tuple[bytes, bytes]:
    """The head of the answer without its end, and what came of the body along with it."""
    text = b""
    while b"\r\n\r\n" not in text:
        piece = _piece(connection, deadline)
        text += piece
        if not piece or len(text) > ANSWER_BYTES:
            raise TroubleError(Trouble.BROKE if not text else Trouble.NOT_HTTP)
    head, _, body = text.partition(b"\r\n\r\n")
    return head, body


def _piece(connection: socket.socket, deadline: float) -> bytes:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)
    return connection.recv(4096)


def _rest(connection: socket.socket, body: bytes, headers: dict[str, str], deadline: float) -> bytes:
    length = headers.get("content-length", "")
    wanted = min(int(length) if length.isdecimal() and len(length) < 10 else ANSWER_BYTES, ANSWER_BYTES)
    try:
        while len(body) < wanted and (piece := _piece(connection, deadline)):
            body += piece
    except OSError:
        pass  # what has come is enough to judge by
    return body[:wanted]


def _parsed(head: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/1.") or not (words[1].isdecimal() and len(words[1]) == 3):
        raise TroubleError(Trouble.NOT_HTTP)
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return int(words[1]), headers
