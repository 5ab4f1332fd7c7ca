"""Whether names are found: each true server by itself, and then the system's own way.

That there is no such name is an answer. Names of the inside fail outside by design; behind a proxy public ones may be unknown; browsers
may have DNS of their own.
"""

import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.dns_asking import ANYTHING, AllTold, Told, ask_all
from desktop_client.guides.checks.named_hosts import company_name, inside_name, public_name
from desktop_client.guides.checks.portal import ask_pages, pages, portal_of
from desktop_client.guides.verdict import NotPossible, Outcome, Seen, found, not_possible, ok
from desktop_client.system.limited import within
from desktop_client.system.network.adapters import read_adapters, vpn_is_up
from desktop_client.system.network.dns import Through, read_name_servers
from desktop_client.system.network.names import Looked
from desktop_client.system.not_known import NotKnown, Why, known

_SLOW_MS = 1000.0


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
        told = ask_all(set_here.servers, wanted, self.limit_s - 0.4, question.stopped)
        if question.stopped.is_set():
            return not_possible(NotPossible.STOPPED)
        working = told.working
        if not working:
            if any(isinstance(way, Looked) for way in told.own.values()):
                # A file, or a service that doesn't tell its servers, finds names all the same.
                return ok(Evidence(name="servers", value=", ".join(set_here.servers)))
            return found("none", *_dead(told))
        evidence = (*_dead(told), Evidence(name="alive", value=working[0].server), Evidence(name="ms", value=working[0].ms, unit="ms"))
        public = public_name(question.company)
        code = code_of(told, set_here.through, inner=inner if vpn else "", public=public, is_portal=lambda: _is_portal(question))
        return found(code, *evidence) if code else ok(*evidence)


def code_of(told: AllTold, through: Through, *, inner: str, public: str, is_portal: Callable[[], bool]) -> str:
    """What is wrong where a server works, the cause before its consequences; "" for nothing."""
    if inner_is_lost(told, inner):
        return "inside"
    if lies(told.working, public) and not is_portal():
        return "lies"
    if first_is_dead(told, through):
        return "first-dead"
    return "system" if system_fails(told) else ""


def inner_is_lost(told: AllTold, name: str) -> bool:
    """Whether a name of the inside is found by nobody; "" for none that should be."""
    return bool(name) and not isinstance(told.own.get(name), Looked) and not any(one.addresses(name) for one in told.working)


def first_is_dead(told: AllTold, through: Through) -> bool:
    """Whether every look-up waits for the first. A service that remembers who answers keeps nobody waiting, unless it was slow just now."""
    slow = any(isinstance(way, Looked) and way.took_ms >= _SLOW_MS for way in told.own.values())
    return not told.servers[0].works and (through is Through.PROGRAMS or slow)


def system_fails(told: AllTold) -> bool:
    """A server gave an address and the system's way none. No answer in time counts only where no question of ours was lost meanwhile."""
    for name, way in told.own.items():
        given = any(one.addresses(name) for one in told.working)
        if given and isinstance(way, NotKnown) and (way.why is not Why.TIMEOUT or not told.lossy):
            return True
    return False


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


def _dead(told: AllTold) -> tuple[Evidence, ...]:
    dead = [one.server for one in told.servers if not one.works]
    return (Evidence(name="dead", value=", ".join(dead)),) if dead else ()
