"""The sockets of one session: proxied or not, trusted by the system's own certificates, and cut by another thread or a deadline.

Imported in the thread that speaks to the network, because requests and urllib3 take a tenth of a second and twenty megabytes.
"""

import contextlib
import logging
import socket
import threading
from collections.abc import Iterator
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import Retry

from desktop_client.system.network.proxy import proxy_for

# Whether an answer is whole and ours is decided by its form; urllib3 would warn about each that isn't, with its address.
logging.getLogger("urllib3.connection").setLevel(logging.ERROR)


class Line:
    """Remembers a duplicate of every socket: closing a response doesn't wake the thread that reads it, shutting its socket down does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: list[tuple[HTTPConnection, socket.socket]] = []
        self.cut_by: str | None = None

    def connected(self, connection: HTTPConnection, made: socket.socket) -> None:
        """A connection has a new socket."""
        with self._lock:
            self._open.append((connection, made.dup()))
            late = self.cut_by is not None
        if late:
            self._shut_down()

    def cut(self, by: str) -> None:
        """Ends whatever is going on; the thread that waits for it sees an end of stream."""
        with self._lock:
            self.cut_by = self.cut_by or by
        self._shut_down()

    @contextlib.contextmanager
    def deadline(self, seconds: float) -> Iterator[None]:
        """Cuts the line when the block takes longer, however slowly the bytes drip."""
        timer = threading.Timer(seconds, self.cut, ("deadline",))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def tidy(self, *, everything: bool = False) -> None:
        """Lets go of the duplicates whose connection is closed."""
        with self._lock:
            gone = [entry for entry in self._open if everything or entry[0].sock is None]
            self._open = [entry for entry in self._open if entry not in gone]
        for _, duplicate in gone:
            duplicate.close()

    def _shut_down(self) -> None:
        with self._lock:
            duplicates = [duplicate for _, duplicate in self._open]
            for duplicate in duplicates:
                with contextlib.suppress(OSError):
                    duplicate.shutdown(socket.SHUT_RDWR)


class Adapter(HTTPAdapter):
    """requests over the line: never retries, trusts what the operating system trusts."""

    def __init__(self, line: Line, *, secure: bool) -> None:
        self._context: Any = None
        if secure:
            import ssl  # noqa: PLC0415 - a backend on this computer needs no TLS

            import truststore  # noqa: PLC0415 - the same

            self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        self._pools = _pools(line)
        super().__init__(max_retries=Retry(0, read=False, redirect=False), pool_connections=2, pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Direct connections, through the line."""
        super().init_poolmanager(*args, ssl_context=self._context, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: Any, **options: Any) -> Any:
        """Connections through a proxy, through the line too."""
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **options)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:  # noqa: ARG002 - requests calls it with these
        """Always; requests would add its own bundle to what the system trusts."""
        conn.cert_reqs = "CERT_REQUIRED"


def _pools(line: Line) -> dict[str, Any]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            made = super()._new_conn()
            line.connected(self, made)
            return made

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            made = super()._new_conn()
            line.connected(self, made)
            return made

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class NoCookies(RequestsCookieJar):
    """Keeps nothing: a captive portal's cookies are none of ours."""

    def set_cookie(self, cookie: Any, *args: Any, **options: Any) -> None:
        """Drops it."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Drops them."""


def open_requests(address: str, line: Line) -> requests.Session:
    """A requests session for one address. It reads no .netrc, which would put a name and password in the token's place."""
    session = requests.Session()
    session.trust_env = False
    session.headers.clear()
    session.cookies = NoCookies()
    proxy = proxy_for(address)
    if proxy:
        session.proxies = {"http": proxy, "https": proxy}
    session.adapters.clear()
    session.mount(address.partition("://")[0] + "://", Adapter(line, secure=address.startswith("https:")))
    return session
