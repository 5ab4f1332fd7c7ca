"""Whether names are found: each true server by itself, and then the system's own way.

That there is no such name is an answer. Names of the inside fail outside by design; behind a proxy public ones may be unknown; browsers
may have DNS of their own.
"""

import ipaddress
import threading
import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.named_hosts import company_name, inside_name, public_name
from desktop_client.guides.checks.portal import ask_pages, pages, portal_of
from desktop_client.guides.verdict import NotPossible, Outcome, Seen, found, not_possible, ok
from desktop_client.system.adapters import read_adapters, vpn_is_up
from desktop_client.system.dns import NameServers, Through, read_name_servers
from desktop_client.system.dns_query import DnsAnswer, ask_server
from desktop_client.system.limited import together, within
from desktop_client.system.names import Looked, look_up
from desktop_client.system.not_known import NotKnown, Why, known

TRIES = 4
TRY_S = 1.0
TCP_S = 1.5
_SLOW_MS = 1000.0
ANYTHING = "."
"""The root of all names: asked where the company named none by name."""


@dataclass(frozen=True)
class Told:
    """What one server said to the names. `tries` is how many questions it took for the first answer."""

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
class Dns:
    """Asks each server four times by UDP, then by TCP: at 36 % loss, two tries would lose both in one run of eight."""

    name: str = "dns"
    limit_s: float = 8.0
    after: tuple[str, ...] = ("connected", "gateway", "portal", "proxy")

    def look(self, question: Question) -> Seen:
        """`none` answers; `inside`: with a VPN up only inner names fail; `lies`: a public name leads to a private address, and no portal.

        `first-dead`: another answers, and every look-up waits for the first; `system`: servers answer, this computer's way doesn't.
        """
        set_here = known(read_name_servers(question.run))
        names = tuple(dict.fromkeys(name for name in (company_name(question.company), public_name(question.company)) if name))
        inner = inside_name(question.company)
        vpn = vpn_is_up(read_adapters())
        wanted = (*names, inner) if vpn and inner else names or (ANYTHING,)
        begun = time.monotonic()
        told, own = self._ask(set_here.servers, wanted, question.stopped, begun)
        if question.stopped.is_set():
            return not_possible(NotPossible.STOPPED)
        working = [one for one in told if one.works]
        if not working:
            if any(isinstance(way, Looked) for way in own.values()):
                # A file, or a service that doesn't tell its servers, finds names all the same.
                return ok(Evidence(name="servers", value=", ".join(set_here.servers)))
            return found("none", *_dead(told))
        evidence = (*_dead(told), Evidence(name="alive", value=working[0].server), Evidence(name="ms", value=working[0].ms, unit="ms"))
        if code := self._code(question, told, own, set_here, inner if vpn else ""):
            return found(code, *evidence)
        return ok(*evidence)

    def _code(self, question: Question, told: Sequence[Told], own: dict[str, Looked | NotKnown], set_here: NameServers, inner: str) -> str:
        working = [one for one in told if one.works]
        if inner and not isinstance(own.get(inner), Looked) and not any(one.addresses(inner) for one in working):
            return "inside"
        if lies(working, public_name(question.company)) and not _is_portal(question):
            return "lies"
        slow = any(isinstance(way, Looked) and way.took_ms >= _SLOW_MS for way in own.values())
        if not told[0].works and (set_here.through is Through.PROGRAMS or slow):
            return "first-dead"
        return "system" if self._system_fails(told, own) else ""

    def _system_fails(self, told: Sequence[Told], own: dict[str, Looked | NotKnown]) -> bool:
        """A server gave an address and the system's way none. No answer in time counts only where no question of ours was lost."""
        clean = all(one.works and one.tries == 1 for one in told)
        for name, way in own.items():
            given = any(one.addresses(name) for one in told if one.works)
            if given and isinstance(way, NotKnown) and (way.why is not Why.TIMEOUT or clean):
                return True
        return False

    def _ask(
        self, servers: Sequence[str], names: Sequence[str], stopped: threading.Event, begun: float
    ) -> tuple[list[Told], dict[str, Looked | NotKnown]]:
        """Every server and the system's way, side by side."""
        limit_s = self.limit_s - 0.4
        own: dict[str, Looked | NotKnown] = {}

        def system_way() -> None:
            for name, answer in together(
                limit_s, {("dns", name): partial(look_up, name, 0, limit_s) for name in names if name != ANYTHING}
            ).items():
                own[str(name[1])] = answer.result()  # type: ignore[index] # the keys of the line above

        system = threading.Thread(target=system_way, name="dns system", daemon=True)
        system.start()
        work: dict[Hashable, Callable[[], Told]] = {("dns", server): partial(ask_one, server, names, stopped) for server in servers}
        told = [answer.result() for answer in together(limit_s, work).values()]
        while system.is_alive() and time.monotonic() - begun < limit_s and not stopped.is_set():
            system.join(0.1)
        return [one if isinstance(one, Told) else Told(server, ()) for server, one in zip(servers, told, strict=True)], dict(own)


def ask_one(server: str, names: Sequence[str], stopped: threading.Event) -> Told:
    """One server, all names side by side; it works as soon as one of them is answered."""
    work: dict[Hashable, Callable[[], tuple[int, DnsAnswer | None]]] = {
        ("dns", server, name): partial(_patiently, server, name, stopped) for name in names
    }
    answers, tries = [], TRIES + 1
    for name, answer in zip(names, together(TRIES * TRY_S + TCP_S + 0.3, work).values(), strict=True):
        told = answer.result()
        if isinstance(told, tuple) and told[1] is not None:
            answers.append((name, told[1]))
            tries = min(tries, told[0])
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
        stopped.wait(max(0.0, 0.3 - (time.monotonic() - begun)))
    return TRIES + 1, last


def lies(told: Sequence[Told], name: str) -> bool:
    """Whether a public name leads to an address that no public host has."""
    return bool(name) and any(is_private(address) for one in told for address in one.addresses(name))


_PRIVATE = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::/127",
        "fc00::/7",
        "fe80::/10",
    )
)


def is_private(address: str) -> bool:
    """Whether an address is for the inside of networks only (RFC 1918, 4193, 3927)."""
    try:
        wanted = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(wanted in network for network in _PRIVATE)


def _is_portal(question: Question) -> bool:
    """Whether a portal makes all names lead to itself: by the check of portals, else by a look of our own."""
    verdict = question.earlier.get("portal")
    if verdict is not None and verdict.outcome is not Outcome.NOT_POSSIBLE:
        return verdict.outcome is Outcome.FOUND
    urls = pages(question.company)
    answers = within(2.0, "portal behind dns", lambda: ask_pages(urls, 1.8)) if len(urls) > 1 else {}
    return isinstance(answers, dict) and bool(portal_of(answers))


def _dead(told: Sequence[Told]) -> tuple[Evidence, ...]:
    dead = [one.server for one in told if not one.works]
    return (Evidence(name="dead", value=", ".join(dead)),) if dead else ()
