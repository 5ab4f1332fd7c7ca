"""Whether the backend and the company's other hosts can be reached, and how long each step takes."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import partial

import msgspec

from contract.diagnostics import Fact
from contract.endpoints import HEALTH, Health
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.limited import together
from desktop_client.system.network.connections import HttpAnswer, Reached, Trouble, ask, reach
from desktop_client.system.network.proxy import proxy_for
from desktop_client.system.not_known import NotKnown

MOST_HOSTS = 20
SERVER = "Help desk server"


@dataclass(frozen=True)
class ReachabilityCollector:
    """The help desk's own server, and each host that the company named."""

    name: str = "Reachability"
    group: Group = Group.CONNECTION
    explanation: str = (
        "Which step of the way fails: the name, the connection, or the answer. The help desk's server is asked whether it works (its "
        "`/health`, through the proxy where there is one); to the hosts that the company named a connection is opened and closed again."
    )
    limit_s: float = 3.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind(SERVER, '"answers", or what went wrong.'),
        FactKind(f"{SERVER} name", "How long its name took (the proxy's, where there is one).", "ms", float),
        FactKind(f"{SERVER} connection", "How long connecting took (to the proxy, where there is one).", "ms", float),
        FactKind(f"{SERVER} answer", "How long the answer took.", "ms", float),
        FactKind(f"{SERVER} through proxy", "Whether a proxy stands between.", value=bool),
        FactKind("{host}", '"reached", or what went wrong.'),
        FactKind("{host} name", "How long its name took.", "ms", float),
        FactKind("{host} connection", "How long connecting took.", "ms", float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:
        """The facts, as the answers of all came in."""
        limit_s = question.limit_s * 0.8
        asked: dict[Hashable, Callable[[], HttpAnswer | Reached | Trouble]] = {}
        if question.address:
            url = question.address.rstrip("/") + HEALTH.path
            asked["server", url] = partial(ask, url, limit_s, proxy_for(url))
        hosts = dict(pair for host in dict.fromkeys(question.hosts[:MOST_HOSTS]) if (pair := (host, host_and_port(host)))[1] is not None)
        for host, place in hosts.items():
            if place is not None:
                asked["host", host] = partial(reach, *place, limit_s)
        for key, answer in together(question.limit_s * 0.9, asked).items():
            told = answer.result()
            told = Trouble.TIMEOUT if isinstance(told, NotKnown) else told
            kind, name = key if isinstance(key, tuple) else ("", "")
            yield from self._server(told) if kind == "server" else self._host(str(name), told)

    def _server(self, told: HttpAnswer | Reached | Trouble) -> Iterator[Fact]:
        if not isinstance(told, HttpAnswer):
            yield Fact(group=self.group, name=SERVER, value=told.value if isinstance(told, Trouble) else "answers")
            return
        yield Fact(group=self.group, name=SERVER, value=meaning(told))
        yield from self._steps(SERVER, told.reached)
        yield Fact(group=self.group, name=f"{SERVER} answer", value=told.answer_ms, unit="ms")
        yield Fact(group=self.group, name=f"{SERVER} through proxy", value=told.through_proxy)

    def _host(self, host: str, told: HttpAnswer | Reached | Trouble) -> Iterator[Fact]:
        yield Fact(group=self.group, name=host, value=told.value if isinstance(told, Trouble) else "reached")
        if isinstance(told, Reached):
            yield from self._steps(host, told)

    def _steps(self, name: str, reached: Reached) -> Iterator[Fact]:
        yield Fact(group=self.group, name=f"{name} name", value=reached.look_up_ms, unit="ms")
        yield Fact(group=self.group, name=f"{name} connection", value=reached.connect_ms, unit="ms")


def meaning(answer: HttpAnswer) -> str:
    """What the answer to a question for health says: only a backend's own form counts, not a sign-in page with status 200."""
    if answer.status == 407:
        return "proxy asks for a sign-in"
    if answer.status == 511 or 300 <= answer.status < 400:
        return "network asks for a sign-in"
    try:
        health = msgspec.json.decode(answer.body, type=Health)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return f"has a problem ({answer.status})" if answer.status >= 500 else "something else answers there"
    return "answers" if answer.status == 200 and health.status == "ok" else f"has a problem ({answer.status})"


def host_and_port(text: str) -> tuple[str, int] | None:
    """A host as the company writes it, "name:port" or "[address]:port"; None when it is none."""
    host, colon, port = text.strip().rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not colon or not host or not (port.isascii() and port.isdecimal()) or not 0 < int(port[:6]) < 65536:
        return None
    return host, int(port[:6])
