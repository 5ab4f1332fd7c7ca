"""Whether this computer is on a network: link, address, and a way out. Not whether there is internet behind it."""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.verdict import NotPossible, Seen, found, not_possible, ok
from desktop_client.system.network.adapters import Adapter, read_adapters, vpn_is_up, wifi_switched_off
from desktop_client.system.network.network_manager import Device, Manager, read_device, read_manager
from desktop_client.system.network.routes import Route, default_routes
from desktop_client.system.not_known import NotKnown, known

ADDRESS_COMING_S = 15.0
_POLL_S = 0.5
_ROUTE_FOLLOWS_S = 2.0


@dataclass(frozen=True)
class Connected:
    """`coming_s`: how long an address is waited for that the network may still give."""

    coming_s: float = ADDRESS_COMING_S
    name: str = "connected"
    limit_s: float = ADDRESS_COMING_S + 2
    after: tuple[str, ...] = ()

    def look(self, question: Question) -> Seen:
        """`off`, `unplugged`, `no-wifi`, `no-address`, `no-route`, or ok with the adapter, its network's name and the signal.

        Virtual machines', containers' and VPNs' adapters don't count. An unknown Wi-Fi name is no fault.
        """
        begun = time.monotonic()
        manager = read_manager() if sys.platform == "linux" else None
        while True:
            adapters = read_adapters()
            seen = judge(adapters, known(default_routes(question.run)), _switched_off(manager))
            waited = time.monotonic() - begun
            if not self._may_change(seen, adapters, waited) or question.wait(_POLL_S):
                return seen

    def _may_change(self, seen: Seen, adapters: Sequence[Adapter], waited_s: float) -> bool:
        if seen.code == "no-route":
            return waited_s < min(_ROUTE_FOLLOWS_S, self.coming_s)
        return seen.code == "no-address" and waited_s < self.coming_s and _is_coming(adapters)


def _switched_off(manager: Manager | NotKnown | None) -> bool:
    """Whether networking, or all Wi-Fi, is switched off."""
    told = isinstance(manager, Manager) and not (manager.networking_on and manager.wifi_on)
    return told or wifi_switched_off()


def _is_coming(adapters: Sequence[Adapter]) -> bool:
    """Whether an address may still come: NetworkManager knows; without it, an address of the computer's own making says that none came."""
    for adapter in adapters:
        if adapter.real and adapter.link:
            device = read_device(adapter.name) if sys.platform == "linux" else None
            if isinstance(device, Device):
                if device.on_its_way:
                    return True
            elif not adapter.only_link_local:
                return True
    return False


def judge(adapters: Sequence[Adapter], routes: Sequence[Route], switched_off: bool) -> Seen:  # noqa: FBT001 - a fact beside two others
    """What adapters and routes say together."""
    real = [adapter for adapter in adapters if adapter.real]
    through_tunnel = vpn_is_up(adapters)
    if not real:
        return ok() if routes and any(adapter.networks for adapter in adapters) else not_possible(NotPossible.NOT_HERE)
    linked = [adapter for adapter in real if adapter.link is not False]
    if not linked:
        return _no_link(real, switched_off)
    # A bridge carries the address of the adapters that are joined in it.
    carriers = [adapter for adapter in adapters if adapter.networks and adapter.kind != "VPN" and adapter.link is not False]
    if not carriers:
        worst = linked[0]
        return found("no-address", *_about(worst), Evidence(name="self_made", value=worst.only_link_local))
    families = {family for adapter in carriers for family in adapter.families}
    if not through_tunnel and not families & {route.version for route in routes}:
        return found("no-route", *_about(carriers[0]))
    out = {route.adapter for route in routes}
    used = next((adapter for adapter in carriers if adapter.name in out), carriers[0])
    return ok(*_about(used), *_network(used))


def _no_link(real: Sequence[Adapter], switched_off: bool) -> Seen:  # noqa: FBT001 - as above
    wireless = [adapter for adapter in real if adapter.kind == "Wi-Fi"]
    if all(not adapter.on for adapter in real) or (switched_off and wireless):
        return found("off", *_about(wireless[0] if wireless else real[0]))
    if any(adapter.on for adapter in wireless):
        return found("no-wifi", *_about(wireless[0]))
    return found("unplugged", *_about(next(adapter for adapter in real if adapter.on)))


def _about(adapter: Adapter) -> tuple[Evidence, ...]:
    told = [Evidence(name="adapter", value=adapter.name)]
    if adapter.kind:
        told.append(Evidence(name="kind", value=adapter.kind))
    if adapter.networks:
        told.append(Evidence(name="address", value=adapter.networks[0].partition("/")[0]))
    if adapter.signal_dbm is not None:
        told.append(Evidence(name="signal", value=adapter.signal_dbm, unit="dBm"))
    return tuple(told)


def _network(adapter: Adapter) -> tuple[Evidence, ...]:
    device = read_device(adapter.name) if sys.platform == "linux" else None
    return (Evidence(name="network", value=device.network),) if isinstance(device, Device) and device.network else ()
