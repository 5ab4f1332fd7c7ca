"""One question to one name server, by UDP or TCP (RFC 1035, 7766). The packets are dnspython's; the sockets are ours, so that every wait
ends. Nothing but the name is sent.
"""

import socket
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_client.system.not_known import NotKnown, Why

if TYPE_CHECKING:
    from dns.message import Message

PORT = 53
_SLICE_S = 0.1
_MOST_BYTES = 65_535
NO_ANSWER = frozenset({"SERVFAIL", "REFUSED", "NOTIMP", "FORMERR", "NOTAUTH"})
"""Words of a server that speaks, and doesn't do its work."""


@dataclass(frozen=True)
class DnsAnswer:
    """`code` is the server's word, such as NOERROR or NXDOMAIN; `addresses` are those of the name, of the kind that was asked for."""

    code: str
    addresses: tuple[str, ...]
    took_ms: float

    @property
    def does_its_work(self) -> bool:
        """Whether this is an answer: that there is no such name is one too."""
        return self.code not in NO_ANSWER


def ask_server(
    server: str,
    name: str,
    kind: str,
    limit_s: float,
    *,
    tcp: bool = False,
    stopped: threading.Event | None = None,
    port: int = PORT,
) -> DnsAnswer | NotKnown:
    """Asks `server` for records of `kind` ("A", "AAAA", "NS") of `name`.

    Not known: timeout, denied (its port is closed), unreadable, or unsupported (no name that DNS could have).
    """
    import dns.exception  # noqa: PLC0415 - only when asked
    import dns.message  # noqa: PLC0415 - the same

    started = time.monotonic()
    try:
        query = dns.message.make_query(name, kind)
    except (dns.exception.DNSException, ValueError, UnicodeError):
        return NotKnown(Why.UNSUPPORTED)
    try:
        address = socket.getaddrinfo(server, port, type=socket.SOCK_STREAM if tcp else socket.SOCK_DGRAM, flags=socket.AI_NUMERICHOST)[0]
        with socket.socket(address[0], address[1]) as asking:
            exchange = _by_tcp if tcp else _by_udp
            answer = exchange(asking, address[4], query, started + limit_s, stopped or threading.Event())
    except TimeoutError:
        return NotKnown(Why.TIMEOUT)
    except ConnectionRefusedError:
        return NotKnown(Why.DENIED)
    except OSError:
        return NotKnown(Why.UNREACHED)
    if answer is None:
        return NotKnown(Why.UNREADABLE)
    return read_answer(answer, kind, round(1000 * (time.monotonic() - started), 1))


def read_answer(answer: "Message", kind: str, took_ms: float) -> DnsAnswer:
    """Code and addresses of an answer."""
    import dns.rcode  # noqa: PLC0415 - only when asked

    texts = [record.to_text() for records in answer.answer for record in records if records.rdtype.name == kind and kind in {"A", "AAAA"}]
    return DnsAnswer(dns.rcode.to_text(answer.rcode()), tuple(texts[:20]), took_ms)


def _by_udp(asking: socket.socket, address: object, query: "Message", deadline: float, stopped: threading.Event) -> "Message | None":
    asking.connect(address)  # type: ignore[arg-type] # as getaddrinfo gives it
    asking.send(query.to_wire())
    while True:
        packet = _receive(asking, _MOST_BYTES, deadline, stopped)
        answer = _parsed(packet, query)
        if answer is not None:
            return answer


def _by_tcp(asking: socket.socket, address: object, query: "Message", deadline: float, stopped: threading.Event) -> "Message | None":
    asking.settimeout(max(0.01, deadline - time.monotonic()))
    asking.connect(address)  # type: ignore[arg-type] # as getaddrinfo gives it
    wire = query.to_wire()
    asking.sendall(len(wire).to_bytes(2, "big") + wire)
    length = int.from_bytes(_exactly(asking, 2, deadline, stopped), "big")
    return _parsed(_exactly(asking, length, deadline, stopped), query)


def _exactly(asking: socket.socket, count: int, deadline: float, stopped: threading.Event) -> bytes:
    text = b""
    while len(text) < count:
        piece = _receive(asking, count - len(text), deadline, stopped)
        if not piece:
            raise ConnectionResetError
        text += piece
    return text


def _receive(asking: socket.socket, most: int, deadline: float, stopped: threading.Event) -> bytes:
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or stopped.is_set():
            raise TimeoutError
        asking.settimeout(min(left, _SLICE_S))
        try:
            return asking.recv(most)
        except TimeoutError:
            continue


def _parsed(packet: bytes, query: "Message") -> "Message | None":
    """The answer to this query in a packet; None for anything else, which anybody may send."""
    import dns.exception  # noqa: PLC0415 - only when asked
    import dns.message  # noqa: PLC0415 - the same

    try:
        answer = dns.message.from_wire(packet, ignore_trailing=True)
    except (dns.exception.DNSException, ValueError):
        return None
    return answer if query.is_response(answer) else None
