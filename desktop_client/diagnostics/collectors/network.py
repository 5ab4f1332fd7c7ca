"""How this computer is connected."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.network import dns, interfaces


@dataclass(frozen=True)
class NetworkCollector:
    """Interfaces, addresses, and the way out."""

    name: str = "Network"
    group: Group = Group.NETWORK
    explanation: str = (
        "Whether the computer is plugged in, has an address, a way out and name servers. No network's name, no key, no hardware address."
    )
    limit_s: float = 2.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Own address", 'The address with which it goes out; "none" without a way out.'),
        FactKind("Router", "The way out (Linux)."),
        FactKind("Name servers", "Those that are asked, in order (not on Windows)."),
        FactKind("{interface} state", '"up" or "down".'),
        FactKind("{interface} kind", "Wired, Wi-Fi, VPN or mobile."),
        FactKind("{interface} addresses", "Its addresses, those that only reach the next cable left out."),
        FactKind("{interface} speed", "Of the cable, where told.", "Mbit/s", float),
        FactKind("{interface} signal", "Of the Wi-Fi, -50 is strong, -80 weak (Linux).", "dBm", float),
        FactKind("{interface} errors", "Packets that came or went broken since the start.", value=float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        yield Fact(group=self.group, name="Own address", value=interfaces.own_address() or "none")
        if router := interfaces.gateway():
            yield Fact(group=self.group, name="Router", value=router)
        if servers := dns.name_servers():
            yield Fact(group=self.group, name="Name servers", value=", ".join(servers))
        for one in interfaces.read_interfaces():
            yield Fact(group=self.group, name=f"{one.name} state", value="up" if one.up else "down")
            if one.kind:
                yield Fact(group=self.group, name=f"{one.name} kind", value=one.kind)
            if one.addresses:
                yield Fact(group=self.group, name=f"{one.name} addresses", value=", ".join(one.addresses))
            if one.speed_mbit is not None:
                yield Fact(group=self.group, name=f"{one.name} speed", value=one.speed_mbit, unit="Mbit/s")
            if one.signal_dbm is not None:
                yield Fact(group=self.group, name=f"{one.name} signal", value=one.signal_dbm, unit="dBm")
            yield Fact(group=self.group, name=f"{one.name} errors", value=one.errors)
