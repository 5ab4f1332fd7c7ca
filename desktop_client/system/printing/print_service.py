"""The print service itself (CUPS): where it listens, and one question to it in one HTTP POST.

It is asked over its own socket (Linux for real; macOS written from the documented form, not run), because `lpstat` speaks the person's
language, exits 0 when the service is off, and never returns while it hangs.
"""

import getpass
import os
import re
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing import ipp

SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"), Path("/private/var/run/cupsd"))
CLIENT_SETTINGS = Path("/etc/cups/client.conf")
PROGRAMS = (Path("/usr/sbin/cupsd"), Path("/usr/bin/lpstat"))
PORT = 631
LIMIT_S = 1.5
_ANSWER_BYTES = 4_000_000

Place = Path | tuple[str, int]


def find(
    sockets: tuple[Path, ...] = SOCKETS,
    programs: tuple[Path, ...] = PROGRAMS,
    settings: Path = CLIENT_SETTINGS,
    environment: Mapping[str, str] = os.environ,
) -> Place | NotKnown:
    """Where the print service listens: as the person's or the company's settings name it, else on this computer.

    Not known when it is not installed (missing) or its socket isn't there (off).
    """
    named = named_in(environment.get("CUPS_SERVER", "")) or _named(Path.home() / ".cups/client.conf") or _named(settings)
    if named is not None:
        return named
    found = next((path for path in sockets if path.exists()), None)
    return found or NotKnown(Why.OFF if any(path.exists() for path in programs) else Why.MISSING)


def _named(settings: Path) -> Place | None:
    try:
        return server_in(settings.read_bytes()[:100_000])
    except OSError:
        return None


def server_in(text: bytes) -> Place | None:
    """The print server that CUPS' client.conf names, as a socket's path or as host and port; None when it names none."""
    for line in text.decode("utf-8", "replace").splitlines():
        words = line.split()
        if len(words) >= 2 and words[0].lower() == "servername":
            return named_in(words[1])
    return None


def named_in(word: str) -> Place | None:
    """The same from one word: a socket's path, a host, or a host with its port."""
    name = word.partition("/version=")[0] if not word.startswith("/") else word
    if not name:
        return None
    if name.startswith("/"):
        return Path(name.partition("/version=")[0])
    host, colon, port = name.rpartition(":")
    if colon and host and port.isdecimal() and "]" not in port:
        return host.strip("[]"), int(port[:5])
    return name.strip("[]"), PORT


def why(error: Exception) -> Why:
    """Why a service that was asked gave no answer."""
    meaning = {TimeoutError: Why.TIMEOUT, ConnectionRefusedError: Why.OFF, FileNotFoundError: Why.OFF, PermissionError: Why.DENIED}
    return next((why for kind, why in meaning.items() if isinstance(error, kind)), Why.UNREADABLE)


def user() -> str:
    """The name under which this person's documents are printed, as CUPS takes it from the kernel; "" where the account has none."""
    if sys.platform == "win32":
        return getpass.getuser()
    import pwd  # noqa: PLC0415 - POSIX only

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return ""


def _connected(place: Place, deadline: float) -> socket.socket:
    left = max(0.01, deadline - time.monotonic())
    if not isinstance(place, Path):
        return socket.create_connection(place, left)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(left)
    try:
        connection.connect(os.fspath(place))
    except OSError:
        connection.close()
        raise
    return connection


def post(place: Place, body: bytes, deadline: float, as_user: str = "") -> bytes:
    """The body of the answer to one POST. On the service's own socket, `as_user` proves who asks: the kernel tells it (PeerCred).

    Raises OSError, and IppError for what is no answer of a print service.
    """
    proof = f"Authorization: PeerCred {as_user}\r\n" if as_user and isinstance(place, Path) else ""
    head = (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\nUser-Agent: sigap\r\n{proof}\r\n"
    )
    with _connected(place, deadline) as connection:
        connection.sendall(head.encode() + body)
        text = b""
        while len(text) < _ANSWER_BYTES:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            connection.settimeout(left)
            piece = connection.recv(65536)
            text += piece
            if not piece or _whole(text):
                break
    return body_of(text)


def _whole(text: bytes) -> bool:
    """Whether an answer whose length is told has come whole, for services that leave the connection open."""
    head, blank, body = text.partition(b"\r\n\r\n")
    lengths = [line.split(b":", 1)[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(blank and lengths and lengths[0].strip().isdigit() and len(body) >= int(lengths[0]))


def body_of(text: bytes) -> bytes:
    """The body of an HTTP answer with status 200, put together when it comes in chunks; raises IppError for anything else."""
    head, blank, body = text.partition(b"\r\n\r\n")
    if re.match(rb"HTTP/1\.\d 40[13]\b", head):
        raise ipp.RefusedError("not allowed")
    if not blank or not head.startswith(b"HTTP/1.") or b" 200" not in head.split(b"\r\n")[0]:
        raise ipp.IppError("not a print service's answer")
    if b"transfer-encoding: chunked" not in head.lower():
        return body
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError as error:
            raise ipp.IppError("broken chunk") from error
        if length == 0:
            break
        whole, body = whole + body[:length], body[length + 2 :]
    return whole
