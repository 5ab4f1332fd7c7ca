"""Finding a host where name servers are lost, slow or partly dead: every server is asked beside the system's own way, which asks them one
after the other and waits five seconds for each. For measurements that have nothing to do with names.
"""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial

from desktop_client.system.first_of import first_of
from desktop_client.system.network.dns_query import DnsAnswer, ask_server
from desktop_client.system.network.names import Looked, look_up
from desktop_client.system.not_known import NotKnown, Why

_TRY_S = 1.0


def patient_look_up(host: str, port: int, limit_s: float, servers: Sequence[str], stopped: threading.Event) -> Looked | NotKnown:
    """As `look_up`, with these servers asked too. Not known as there: absent, or timeout where nobody said that there is no such name."""
    begun = time.monotonic()
    told: list[Looked | NotKnown] = []

    def system_way() -> Looked | None:
        answer = look_up(host, port, limit_s)
        told.append(answer)
        return answer if isinstance(answer, Looked) else None

    ways: dict[str, Callable[[], Looked | None]] = {"system": system_way}
    if not _is_address(host):
        for server in servers:
            ways[server] = partial(_ask, server, host, port, begun + limit_s, stopped)
    found = first_of(limit_s, ways, stopped)
    if found is not None and found[1] is not None:
        return found[1]
    return told[0] if told and isinstance(told[0], NotKnown) else NotKnown(Why.TIMEOUT)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _ask(server: str, host: str, port: int, deadline: float, stopped: threading.Event) -> Looked | None:
    begun = time.monotonic()
    while (left := deadline - time.monotonic()) > 0 and not stopped.is_set():
        started = time.monotonic()
        addresses: list[tuple[socket.AddressFamily, tuple[str, int]]] = []
        for kind, family in (("A", socket.AF_INET), ("AAAA", socket.AF_INET6)):
            answer = ask_server(server, host, kind, min(left, _TRY_S), stopped=stopped)
            if isinstance(answer, DnsAnswer):
                addresses += [(family, (address, port)) for address in answer.addresses]
                if not addresses and answer.code == "NXDOMAIN":
                    return None
            if addresses:
                return Looked(tuple(addresses), round(1000 * (time.monotonic() - begun), 1))
        stopped.wait(max(0.0, _TRY_S / 2 - (time.monotonic() - started)))
    return None
