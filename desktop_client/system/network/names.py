"""Looking a host's name up, as every program here would, with the time it takes."""

import socket
import time
from dataclasses import dataclass

from desktop_client.system.limited import within
from desktop_client.system.not_known import NotKnown, Why


@dataclass(frozen=True)
class Looked:
    """The addresses of a name, best first, as `connect` takes them, and the milliseconds it took."""

    addresses: tuple[tuple[socket.AddressFamily, tuple[str, int]], ...]
    took_ms: float


def look_up(host: str, port: int, limit_s: float, *, anew: bool = False) -> Looked | NotKnown:
    """The addresses of `host`; not known when there is no such name (absent) or no name server answers in time (timeout).

    `anew`: also while an earlier look-up of it still waits, for servers that may have changed meanwhile.
    """
    started = time.monotonic()
    try:
        answer = within(
            limit_s, ("name", host, port, object() if anew else None), lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
    except (OSError, UnicodeError):
        return NotKnown(Why.ABSENT)
    if isinstance(answer, NotKnown):
        return answer
    took_ms = round(1000 * (time.monotonic() - started), 1)
    found = ((family, (str(address[0]), port)) for family, _, _, _, address in answer if family in {socket.AF_INET, socket.AF_INET6})
    return Looked(tuple(dict.fromkeys(found)), took_ms)
