"""Asks a DNS server that answers, in place of one that is silent.

Only servers that the company names for this network, or another one that the network itself gave and that just answered. Never a public
one of ours: inner names would leak to it, and not be found there. Not with a VPN up. On Windows and macOS only an administrator can.
"""

import ipaddress
import sys
import threading
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from contract.guides import Evidence
from desktop_client.guides.checks.dns_asking import ANYTHING
from desktop_client.guides.checks.named_hosts import company_name
from desktop_client.guides.company import Company
from desktop_client.guides.fix import Applied, Doing, FixQuestion, NotHere, Plan
from desktop_client.guides.fixes.renew import the_adapter
from desktop_client.system.administrator import Became, can_ask, is_administrator
from desktop_client.system.limited import together
from desktop_client.system.network.adapters import Adapter, read_adapters, vpn_is_up
from desktop_client.system.network.dns import read_name_servers
from desktop_client.system.network.dns_query import DnsAnswer, ask_server
from desktop_client.system.network.resolver import Decides, put_servers_back, read_file, set_servers, who_decides, with_servers
from desktop_client.system.not_known import NotKnown

_TRY_S = 1.0
_MOST = 6
_SETTLED_S = 4.0
_POLL_S = 0.2
_CALM_S = 1.0


@dataclass(frozen=True)
class SwitchDns:
    """Puts the servers that answer in place of the list."""

    name: str = "switch-dns"
    limit_s: float = 15.0
    mends: tuple[str, ...] = ("dns:none", "dns:first-dead")

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """Which servers, whose they are, and for how long."""
        if sys.platform != "linux":
            return NotHere("not on this system")
        adapter = the_adapter(question)
        if adapter is None or vpn_is_up(read_adapters()):
            return NotHere("not here")
        by = who_decides(adapter.name)
        if by is None:
            return NotHere("not here")
        needs_administrator = by is not Decides.NETWORK_MANAGER and not is_administrator()
        if needs_administrator and not can_ask():
            return NotHere("rights")
        given = _servers(question)
        named = named_for(question.company, adapter)
        alive = _that_answer((*named, *given), company_name(question.company) or ANYTHING, question.stopped)
        if not alive or alive == given:
            return NotHere("nothing to do")
        key = "company" if alive[0] in named else "network"
        lasting = (Doing("until-reconnect"),) if by is Decides.NETWORK_MANAGER else ()
        return Plan(
            actions=(Doing(key, {"servers": ", ".join(alive)}), *lasting, Doing("by-itself")),
            can_put_back=True,
            needs_administrator=needs_administrator,
            takes_s=5,
            target={"adapter": adapter.name, "by": str(by), "servers": " ".join(alive), "given": " ".join(given)},
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Keeps the old list, then switches."""
        adapter, by = plan.target["adapter"], Decides(plan.target["by"])
        servers = tuple(plan.target["servers"].split())
        old = read_file() if by is Decides.FILE else plan.target["given"]
        undo = {"adapter": adapter, "by": str(by), "old": old, "new": " ".join(servers)}
        question.keep(undo)
        end = set_servers(by, adapter, servers, question.run)
        if end is not Became.DONE:
            return Applied(done=False, why=str(end), undo=undo)
        _settle(question, lambda now: now == servers)
        return Applied(done=True, undo=undo, evidence=(Evidence(name="servers", value=", ".join(servers)),))

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """The old list. After another connect NetworkManager asks it anyway, and what another network gave since stays."""
        by, old = Decides(undo["by"]), tuple(undo["old"].split())
        if by is not Decides.NETWORK_MANAGER:
            if not _is_ours(question, by, undo):
                return True
            return put_servers_back(by, undo["adapter"], undo["old"], question.run) is Became.DONE
        # Asked for the opposite a moment after it was asked, NetworkManager 1.42 says yes and doesn't do it.
        question.wait(_CALM_S)
        done = put_servers_back(by, undo["adapter"], undo["old"], question.run) is Became.DONE
        if done:
            _settle(question, lambda now: now == old)
        return done


def _is_ours(question: FixQuestion, by: Decides, undo: Mapping[str, str]) -> bool:
    """Whether the list is still the one that was set; where nobody tells, it is taken for that."""
    new = tuple(undo["new"].split())
    if by is Decides.FILE:
        # Written in place, it may have been cut off.
        return with_servers(undo["old"], new).startswith(read_file())
    now = _servers(question)
    return not now or (set(new) <= set(now) and now != tuple(undo["old"].split()))


def _servers(question: FixQuestion) -> tuple[str, ...]:
    told = read_name_servers(question.run)
    return () if isinstance(told, NotKnown) else told.servers


def _settle(question: FixQuestion, reached: Callable[[tuple[str, ...]], bool]) -> None:
    """Waits a moment until it shows: NetworkManager and resolved say "done" before it is."""
    deadline = time.monotonic() + _SETTLED_S
    while not reached(_servers(question)) and time.monotonic() < deadline:
        if question.wait(_POLL_S):
            break


def named_for(company: Company, adapter: Adapter) -> tuple[str, ...]:
    """The company's servers for the network that the adapter is in."""
    own = [ipaddress.ip_interface(network).ip for network in adapter.networks]
    servers: list[str] = []
    for entry in company.dns_servers:
        try:
            network = ipaddress.ip_network(entry.network, strict=False)
        except ValueError:
            continue
        if any(address in network for address in own):
            servers += entry.servers
    return tuple(dict.fromkeys(servers))


def _that_answer(servers: Sequence[str], name: str, stopped: threading.Event) -> tuple[str, ...]:
    """Those that answer now, in their order; each gets two tries."""
    candidates = tuple(dict.fromkeys(servers))[:_MOST]

    def answers(server: str) -> bool:
        for _ in range(2):
            told = ask_server(server, name, "NS" if name == ANYTHING else "A", _TRY_S, stopped=stopped)
            if isinstance(told, DnsAnswer) and told.does_its_work:
                return True
        return False

    work: dict[Hashable, Callable[[], bool]] = {("switch-dns", server): partial(answers, server) for server in candidates}
    told = together(2 * _TRY_S + 0.5, work)
    return tuple(server for server, answer in zip(candidates, told.values(), strict=True) if answer.result() is True)
