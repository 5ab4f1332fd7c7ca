"""Whether the gateway is there: the next computer on the way out, at home the router."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.named_hosts import Place, far_places, is_address
from desktop_client.guides.verdict import NotPossible, Seen, found, not_possible, ok
from desktop_client.system.commands import Run
from desktop_client.system.first_of import first_of
from desktop_client.system.network.adapters import Adapter, read_adapters
from desktop_client.system.network.dns import NameServers, read_name_servers
from desktop_client.system.network.dns_query import DnsAnswer, ask_server
from desktop_client.system.network.names import Looked, look_up
from desktop_client.system.network.neighbours import Neighbour, State, read_neighbour
from desktop_client.system.network.ping import Pinged, knock, ping
from desktop_client.system.network.proxy_settings import read_proxy
from desktop_client.system.network.routes import Route, default_routes
from desktop_client.system.not_known import known

FIRST_S = 4.0
UNDECIDED_S = 45.0
_POLL_S = 1.0
_PORTS = (53, 80, 443)
_MOST_PLACES = 4


@dataclass(frozen=True)
class Gateway:
    """`undecided_s`: how long the neighbour table is waited for while it still remembers a gateway that may be gone."""

    undecided_s: float = UNDECIDED_S
    name: str = "gateway"
    limit_s: float = UNDECIDED_S + 2
    after: tuple[str, ...] = ("connected",)

    def look(self, question: Question) -> Seen:
        """Ok by any proof: a ping, an answer of TCP (refused counts), an answer from beyond, or the neighbour table renewed meanwhile.

        `silent` only when the neighbour table says that it was asked and did not answer. Where the wire itself leads on (mobile, PPP,
        a tunnel), there is no gateway to look at: not here.
        """
        begun = time.monotonic()
        adapters = {adapter.name: adapter for adapter in read_adapters()}
        routes = [route for route in known(default_routes(question.run)) if route.gateway and _is_wire(adapters.get(route.adapter))]
        if not routes:
            return not_possible(NotPossible.NOT_HERE)
        route = routes[0]
        about = Evidence(name="gateway", value=route.gateway.partition("%")[0])
        ways = self._ways(question, route, list(adapters.values()))
        last_proof = begun
        proof = first_of(FIRST_S, ways, question.stopped)
        while not proof:
            neighbour = read_neighbour(route.gateway, route.adapter, question.run)
            waited = time.monotonic() - begun
            if isinstance(neighbour, Neighbour):
                if neighbour.state is State.SILENT:
                    return found("silent", about, Evidence(name="neighbour", value=neighbour.word))
                if neighbour.state is State.THERE and neighbour.confirmed_s is not None and neighbour.confirmed_s < waited - 1:
                    return ok(about, Evidence(name="proof", value="neighbour"))
            if question.wait(_POLL_S):
                return not_possible(NotPossible.STOPPED, about)
            if waited > self.undecided_s:
                return not_possible(NotPossible.TIME, about)
            # Something has to be sent, or the table never doubts; now and then every way is tried again.
            again = time.monotonic() - last_proof > 3 * FIRST_S
            proof = first_of(FIRST_S if again else _POLL_S, ways if again else {"ping": ways["ping"]}, question.stopped)
            last_proof = time.monotonic() if again else last_proof
        return ok(about, Evidence(name="proof", value=proof[0].partition(" ")[0]))

    def _ways(self, question: Question, route: Route, adapters: Sequence[Adapter]) -> Mapping[str, Callable[[], object]]:
        ways: dict[str, Callable[[], object]] = {"ping": partial(_pings, route.gateway, question.run)}
        for port in _PORTS:
            ways[f"connection {port}"] = partial(knock, route.gateway, port, FIRST_S)
        servers = read_name_servers(question.run)
        for server in servers.servers[:3] if isinstance(servers, NameServers) else ():
            if is_beyond(server, route, adapters):
                ways[f"beyond {server}"] = partial(_name_server_answers, server, question.stopped)
        for place in _places(question)[:_MOST_PLACES]:
            ways[f"beyond {place.host}:{place.port}"] = partial(_beyond_answers, place, route, adapters)
        return ways


def _is_wire(adapter: Adapter | None) -> bool:
    return adapter is not None and adapter.kind not in {"VPN", "mobile"}


def _places(question: Question) -> list[Place]:
    far = far_places(question.company)
    proxies = [urlsplit(setting.url) for place in far[:1] if (setting := read_proxy(place.url, question.run)).url]
    return [*(Place(parts.hostname, parts.port or 8080) for parts in proxies if parts.hostname), *far]


def is_beyond(address: str, route: Route, adapters: Sequence[Adapter]) -> bool:
    """Whether an address can only be reached through the gateway."""
    if not is_address(address.partition("%")[0]) or address.startswith(("127.", "::1")) or address == route.gateway:
        return False
    return not any(adapter.holds(address) for adapter in adapters) and not any(
        adapter.kind == "VPN" and adapter.networks for adapter in adapters
    )


def _pings(address: str, run: Run) -> bool:
    told = ping(address, run, count=2, every_s=0.5, limit_s=FIRST_S)
    return isinstance(told, Pinged) and bool(told.times_ms)


def _name_server_answers(server: str, stopped: threading.Event) -> bool:
    return isinstance(ask_server(server, ".", "NS", FIRST_S, stopped=stopped), DnsAnswer)


def _beyond_answers(place: Place, route: Route, adapters: Sequence[Adapter]) -> bool:
    looked = look_up(place.host, place.port, FIRST_S / 2)
    addresses = [target[0] for _, target in looked.addresses] if isinstance(looked, Looked) else []
    return any(is_beyond(address, route, adapters) and knock(address, place.port, FIRST_S / 2) is not None for address in addresses[:2])
