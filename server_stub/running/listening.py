"""The server that listens for clients: one process, bounded, and gone within two seconds of being asked to."""

import asyncio
import contextlib
import socket
import ssl
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from server_stub.running.lock import RunningError
from server_stub.running.log import log_config

HEADER_BYTES = 32 * 1024
HEADER_S = 20
"""How long a client may take to send a request's head."""
KEEP_ALIVE_S = 75
CUT_AFTER_S = 0.5
"""How long what is being uploaded may still go on when the backend ends; the client resumes it later."""
CANCEL_AFTER_S = 1.0


@dataclass(frozen=True)
class Address:
    """Where the backend listens."""

    host: str
    port: int
    tls: bool

    def url(self) -> str:
        """The address as a client takes it; a backend that listens everywhere is shown under this computer's own name."""
        host = self.host
        if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
            host = socket.getfqdn() if self.tls else "127.0.0.1"
        return f"{'https' if self.tls else 'http'}://{f'[{host}]' if ':' in host else host}:{self.port}"


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that ends a connection whose request's head doesn't arrive: slow senders must not use up all connections."""

    head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Starts waiting for the first head."""
        super().connection_made(transport)
        self.watch_head()

    def data_received(self, data: bytes) -> None:
        """Waits on while the head is incomplete."""
        super().data_received(data)
        self.watch_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no more."""
        super().connection_lost(exc)
        if self.head_timer:
            self.head_timer.cancel()

    def watch_head(self) -> None:
        """Keeps the timer running exactly while a head is on its way."""
        if self.conn.their_state is not h11.IDLE:
            if self.head_timer:
                self.head_timer.cancel()
                self.head_timer = None
        elif self.head_timer is None:
            self.head_timer = self.loop.call_later(HEADER_S, self.transport.abort)


class Listening(uvicorn.Server):
    """uvicorn's server, with an ending that streams take part in. `ending` is called once in the loop's thread when it begins to end."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None], ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - uvicorn's form
        """SIGTERM and SIGINT: the loop sees the flag within 0.1 s. Nothing else is done here, because locks may be held at this moment."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, then says so."""
        await super().startup(sockets)
        if self.started:
            self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams, lets short requests finish, cuts what takes longer."""
        self._ending()
        cutting = asyncio.create_task(self._cut_late_ones())
        await super().shutdown(sockets)
        cutting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await cutting

    async def _cut_late_ones(self) -> None:
        await asyncio.sleep(CUT_AFTER_S)
        for connection in list(self.server_state.connections):
            if isinstance(connection, H11Protocol):
                connection.transport.abort()


def bind(host: str, port: int) -> socket.socket:
    """A socket bound to the address; 0 takes a free port. Raises `RunningError`."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        bound = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError):
        raise RunningError(f"There is no address {host!r} to listen on: name one of this computer with --host.") from None
    try:
        if sys.platform != "win32":  # there it would let two programs share the port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(place[0] != "::"))
        bound.bind(place)
    except OSError as error:
        bound.close()
        why = error.strerror or str(error)
        raise RunningError(f"Can't listen on {host} port {port}: {why}. Choose another with --host and --port.") from None
    return bound


def tls(certificate: Path, key: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or newer with this certificate; without `key`, its file holds the key too. Raises `RunningError`."""

    def no_password() -> str:
        raise RunningError(f"The key {key or certificate} has a password, which nobody could type at a start: use one without.")

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    for file in filter(None, (certificate, key)):
        try:
            file.open("rb").close()
        except OSError as error:
            raise RunningError(f"{file} can't be read: {error.strerror}.") from None
    try:
        context.load_cert_chain(certificate, key, no_password)
    except ssl.SSLError as error:
        what = (
            "the key doesn't belong to the certificate" if error.reason == "KEY_VALUES_MISMATCH" else "that is no certificate with its key"
        )
        raise RunningError(f"TLS can't use {certificate}{f' with {key}' if key else ''}: {what} (both as PEM).") from None
    return context


def listen(
    app: Any,
    bound: socket.socket,
    *,
    context: ssl.SSLContext | None,
    trusted_proxies: tuple[str, ...],
    announce: Callable[[Address], None],
    ending: Callable[[], None],
) -> None:
    """Serves the ASGI app on the socket until SIGTERM or SIGINT. Call it in the main thread."""
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="auto",
        log_config=log_config(),
        access_log=False,
        server_header=False,
        proxy_headers=bool(trusted_proxies),
        forwarded_allow_ips=list(trusted_proxies),
        workers=1,
        limit_concurrency=connections_at_once(),
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=CANCEL_AFTER_S,  # type: ignore[arg-type]  # asyncio.wait_for takes parts of a second
        h11_max_incomplete_event_size=HEADER_BYTES,
        ssl_context_factory=(lambda _config, _default: context) if context else None,
    )
    host, port = bound.getsockname()[:2]
    address = Address(host, port, context is not None)
    Listening(config, lambda: announce(address), ending).run(sockets=[bound])


def connections_at_once() -> int:
    """As many as this process may have files open, less what the store and uploads need; the soft limit is raised to the hard one."""
    if sys.platform == "win32":
        return 500
    import resource  # noqa: PLC0415 - not on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 16_384 if hard == resource.RLIM_INFINITY else min(hard, 16_384)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(50, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2)
