"""Asks the network for a new address. Automatic addresses only; there is nothing to put back.

NetworkManager lets the person in front do it; systemd-networkd and ifupdown want an administrator. Windows' `ipconfig /renew` is tried as
this person: written from the documented form, not run. On macOS it needs root, and rejoining the network does the same.
"""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.fix import Applied, Doing, FixQuestion, NotHere, Plan
from desktop_client.system.administrator import Became, as_administrator, became, can_ask, is_administrator
from desktop_client.system.network.adapters import Adapter, read_adapters
from desktop_client.system.network.address_keepers import Keeper, keeper_of
from desktop_client.system.network.line_in_use import in_call, in_remote_session
from desktop_client.system.network.network_manager import Device, applied_settings, has_automatic_address, read_device, reconnect
from desktop_client.system.network.routes import default_routes
from desktop_client.system.not_known import NotKnown, Why

AWAY_S = 10
_COMMAND_S = 25.0
_ADDRESS_S = 15.0
_POLL_S = 0.5
IN_USE = "in use"
"""A call or a session from afar would end with the network: not now."""

_COMMANDS: Mapping[str, tuple[str, ...]] = {Keeper.NETWORKD: ("networkctl", "renew"), Keeper.IFUPDOWN: ("ifup", "--force")}
_WHY = {Why.DENIED: "rights", Why.TIMEOUT: "time"}


@dataclass(frozen=True)
class Renew:
    """Connects the adapter anew."""

    name: str = "renew"
    limit_s: float = 45.0
    mends: tuple[str, ...] = ("connected:no-address", "connected:no-route", "gateway:silent")

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """Which adapter, and that calls and the VPN end."""
        if sys.platform == "darwin":
            return NotHere("not on this system")
        adapter = the_adapter(question)
        if adapter is None:
            return NotHere("not here")
        if in_call(question.run) or in_remote_session(question.run):
            return NotHere(IN_USE)
        by = "windows" if sys.platform == "win32" else _keeper(adapter.name)
        if isinstance(by, NotHere):
            return by
        needs_administrator = by in _COMMANDS and not is_administrator()
        if needs_administrator and not can_ask():
            return NotHere("rights")
        return Plan(
            actions=(Doing("renew", {"adapter": adapter.name}),),
            warnings=(Doing("cut", {"seconds": AWAY_S}),),
            needs_administrator=needs_administrator,
            takes_s=AWAY_S,
            target={"adapter": adapter.name, "by": by},
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Does it, and waits for the address."""
        adapter, by = plan.target["adapter"], plan.target["by"]
        if in_call(question.run) or in_remote_session(question.run):
            return Applied(done=False, why="stopped")
        if by == "networkmanager":
            device = read_device(adapter)
            trouble = device.why if isinstance(device, NotKnown) else reconnect(device, self.limit_s - 5, question.wait)
            if trouble is not None:
                return Applied(done=False, why="stopped" if question.stopped.is_set() else _WHY.get(trouble, "failed"))
        else:
            argv = ("ipconfig", "/renew") if by == "windows" else (*_COMMANDS[by], adapter)
            end = became(question.run(argv, _COMMAND_S)) if by == "windows" else as_administrator(question.run, argv, _COMMAND_S)
            if end is not Became.DONE:
                return Applied(done=False, why=str(end))
        address = _address_of(adapter, question)
        if not address:
            return Applied(done=False, why="stopped" if question.stopped.is_set() else "time")
        return Applied(done=True, evidence=(Evidence(name="address", value=address),))

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """There is nothing: the network gives what it gives."""
        del question, undo
        return True


def the_adapter(question: FixQuestion) -> Adapter | None:
    """The one that the finding is about, else the one that leads out, else the first with a link."""
    linked = [adapter for adapter in read_adapters() if adapter.real and adapter.link is not False]
    told = [str(one.value) for verdict in question.verdicts.values() for one in verdict.evidence if one.name == "adapter"]
    routes = default_routes(question.run)
    wanted = [*told, *(() if isinstance(routes, NotKnown) else (route.adapter for route in routes))]
    return next((adapter for name in wanted for adapter in linked if adapter.name == name), linked[0] if linked else None)


def _keeper(adapter: str) -> str | NotHere:
    device = read_device(adapter)
    if isinstance(device, Device):
        applied = applied_settings(device)
        automatic = isinstance(applied, NotKnown) or has_automatic_address(applied[0])
        return "networkmanager" if automatic else NotHere("nothing to do")
    keeper = keeper_of(adapter)
    return NotHere("nothing to do") if keeper is None else str(keeper)


def _address_of(adapter: str, question: FixQuestion) -> str:
    """The address that came, "" for none in time."""
    deadline = time.monotonic() + _ADDRESS_S
    while time.monotonic() < deadline:
        networks = [network for one in read_adapters() if one.name == adapter for network in one.networks]
        if networks:
            return networks[0].partition("/")[0]
        if question.wait(_POLL_S):
            break
    return ""
