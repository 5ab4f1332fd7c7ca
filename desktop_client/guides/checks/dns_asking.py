"""Asks every name server by itself, and beside them the system's own way: what each of them says to the same names."""

import threading
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from desktop_client.system.limited import together
from desktop_client.system.network.dns_query import DnsAnswer, ask_server
from desktop_client.system.network.names import Looked, look_up
from desktop_client.system.not_known import NotKnown

TRIES = 4
TRY_S = 1.0
TCP_S = 1.5
_BETWEEN_S = 0.3
ANYTHING = "."
"""The root of all names: asked where the company named none by name."""


@dataclass(frozen=True)
class Told:
    """What one server said to the names. `tries` is how many questions the hardest name took."""

    server: str
    answers: tuple[tuple[str, DnsAnswer], ...]
    tries: int = 1

    @property
    def works(self) -> bool:
        """Whether it answered, with whatever."""
        return any(answer.does_its_work for _, answer in self.answers)

    def addresses(self, name: str) -> tuple[str, ...]:
        """Of one name."""
        return tuple(address for asked, answer in self.answers if asked == name for address in answer.addresses)

    @property
    def ms(self) -> float:
        """The fastest answer."""
        return min((answer.took_ms for _, answer in self.answers), default=0.0)


@dataclass(frozen=True)
class AllTold:
    """Each server, in their order, and the system's way by name. `lossy`: questions of ours got lost meanwhile."""

    servers: tuple[Told, ...]
    own: Mapping[str, Looked | NotKnown]
    lossy: bool = False

    @property
    def working(self) -> tuple[Told, ...]:
        """The servers that answered."""
        return tuple(one for one in self.servers if one.works)


def ask_all(servers: Sequence[str], names: Sequence[str], limit_s: float, stopped: threading.Event) -> AllTold:
    """Every server and the system's way, side by side. While the system's way is waited for, loss is looked for."""
    deadline = time.monotonic() + limit_s
    own: dict[str, Looked | NotKnown] = {}

    def system_way() -> None:
        asked: dict[Hashable, Callable[[], Looked | NotKnown]] = {
            ("dns", name): partial(look_up, name, 0, limit_s, anew=True) for name in names if name != ANYTHING
        }
        for key, answer in together(limit_s, asked).items():
            own[key[1] if isinstance(key, tuple) else ""] = answer.result()

    system = threading.Thread(target=system_way, name="dns system", daemon=True)
    system.start()
    work: dict[Hashable, Callable[[], Told]] = {("dns", server): partial(ask_one, server, names, stopped) for server in servers}
    answers = [answer.result() for answer in together(limit_s, work).values()]
    told = tuple(one if isinstance(one, Told) else Told(server, ()) for server, one in zip(servers, answers, strict=True))
    working = [one for one in told if one.works]
    lossy = any(one.tries > 1 for one in working)
    while system.is_alive() and (left := deadline - time.monotonic()) > 0 and not stopped.is_set():
        if working and not lossy and left > TRY_S:
            lossy = isinstance(ask_server(working[0].server, working[0].answers[0][0], "A", TRY_S, stopped=stopped), NotKnown)
        system.join(_BETWEEN_S)
    return AllTold(told, dict(own), lossy)


def ask_one(server: str, names: Sequence[str], stopped: threading.Event) -> Told:
    """One server, all names side by side; it works as soon as one of them is answered."""
    work: dict[Hashable, Callable[[], tuple[int, DnsAnswer | None]]] = {
        ("dns", server, name): partial(_patiently, server, name, stopped) for name in names
    }
    answers, tries = [], 1
    for name, answer in zip(names, together(TRIES * TRY_S + TCP_S + 0.3, work).values(), strict=True):
        told = answer.result()
        if isinstance(told, tuple) and told[1] is not None:
            answers.append((name, told[1]))
            tries = max(tries, told[0])
    return Told(server, tuple(answers), tries)


def _patiently(server: str, name: str, stopped: threading.Event) -> tuple[int, DnsAnswer | None]:
    """The tries that it took, and the answer. A name without an address of IPv4 may have one of IPv6."""
    last: DnsAnswer | None = None
    for number in range(1, TRIES + 2):
        if stopped.is_set():
            break
        tcp = number > TRIES
        begun = time.monotonic()
        told = ask_server(server, name, "NS" if name == ANYTHING else "A", TCP_S if tcp else TRY_S, tcp=tcp, stopped=stopped)
        if isinstance(told, DnsAnswer) and told.does_its_work:
            if not told.addresses and told.code == "NOERROR" and name != ANYTHING:
                sixth = ask_server(server, name, "AAAA", TRY_S, stopped=stopped)
                told = sixth if isinstance(sixth, DnsAnswer) and sixth.addresses else told
            return number, told
        last = told if isinstance(told, DnsAnswer) else last
        # A closed port answers at once: the tries keep their distance all the same.
        stopped.wait(max(0.0, _BETWEEN_S - (time.monotonic() - begun)))
    return TRIES + 1, last
