"""NetworkManager on D-Bus: what it does with an adapter, and the two changes that a person in front of the computer may make.

Followed: NetworkManager's D-Bus API (org.freedesktop.NetworkManager, .Device, .Connection.Active). Run with 1.42.
"""

import ipaddress
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.system_bus import Place, call, properties

_NAME = "org.freedesktop.NetworkManager"
_ROOT = Place(_NAME, "/org/freedesktop/NetworkManager", _NAME)
_POLL_S = 0.2

Settings = dict[str, dict[str, tuple[str, Any]]]


class DeviceState(IntEnum):
    """NMDeviceState, as far as it is asked for; everything between `PREPARING` and `CONNECTED` is on its way."""

    UNMANAGED = 10
    DISCONNECTED = 30
    PREPARING = 40
    CONNECTED = 100
    FAILED = 120


@dataclass(frozen=True)
class Manager:
    """What holds for all adapters. `metered` None: not told."""

    networking_on: bool
    wifi_on: bool
    metered: bool | None


@dataclass(frozen=True)
class Device:
    """An adapter that NetworkManager looks after; `network` is what it calls the connection, "" for none."""

    path: str
    adapter: str
    state: int
    network: str = ""
    connection_path: str = ""

    @property
    def on_its_way(self) -> bool:
        """Whether an address may still come."""
        return DeviceState.PREPARING <= self.state < DeviceState.CONNECTED


def read_manager() -> Manager | NotKnown:
    """Switches, and whether somebody pays for every byte (NMMetered: 1 yes, 2 no, 3 and 4 guessed)."""
    told = properties(_ROOT)
    if isinstance(told, NotKnown):
        return told
    metered = {1: True, 3: True, 2: False, 4: False}.get(told.get("Metered", 0))
    wifi_on = bool(told.get("WirelessEnabled", True)) and bool(told.get("WirelessHardwareEnabled", True))
    return Manager(bool(told.get("NetworkingEnabled", True)), wifi_on, metered)


def read_device(adapter: str) -> Device | NotKnown:
    """The adapter; not known (unsupported) when NetworkManager leaves it to somebody else."""
    found = call(_ROOT, "GetDeviceByIpIface", "s", (adapter,))
    if isinstance(found, NotKnown):
        return found
    path = str(found[0])
    told = properties(_device(path))
    if isinstance(told, NotKnown):
        return told
    state = told.get("State")
    if not isinstance(state, int) or state <= DeviceState.UNMANAGED:
        return NotKnown(Why.UNSUPPORTED)
    active = properties(Place(_NAME, str(told.get("ActiveConnection", "/")), f"{_NAME}.Connection.Active"))
    if isinstance(active, NotKnown):
        return Device(path, adapter, state)
    return Device(path, adapter, state, str(active.get("Id", "")), str(active.get("Connection", "")))


def _device(path: str) -> Place:
    return Place(_NAME, path, f"{_NAME}.Device")


def applied_settings(device: Device) -> tuple[Settings, int] | NotKnown:
    """The settings in use, and their version for `Reapply`."""
    told = call(_device(device.path), "GetAppliedConnection", "u", (0,))
    if isinstance(told, NotKnown):
        return told
    if len(told) != 2 or not isinstance(told[0], dict):
        return NotKnown(Why.UNREADABLE)
    return told[0], int(told[1])


def has_automatic_address(settings: Settings) -> bool:
    """Whether the network gives the address, rather than a person."""
    return any(settings.get(family, {}).get("method", ("s", ""))[1] == "auto" for family in ("ipv4", "ipv6"))


def reconnect(device: Device, limit_s: float, wait: Callable[[float], object] = time.sleep) -> Why | None:
    """Connects anew, which asks for a new address, and waits for its end. None when connected; else why not."""
    deadline = time.monotonic() + limit_s
    connection = device.connection_path or "/"
    started = call(_ROOT, "ActivateConnection", "ooo", (connection, device.path, "/"), limit_s=min(limit_s, 10.0))
    if isinstance(started, NotKnown):
        return started.why
    active = Place(_NAME, str(started[0]), f"{_NAME}.Connection.Active")
    while time.monotonic() < deadline:
        told = properties(active)
        # NMActiveConnectionState: 1 activating, 2 activated, 3 deactivating, 4 deactivated. An object that is gone has ended, too.
        if isinstance(told, NotKnown) or told.get("State") == 4:
            return Why.UNREACHED
        if told.get("State") == 2:
            return None
        if wait(_POLL_S):
            break
    return Why.TIMEOUT


def use_servers(device: Device, servers: tuple[str, ...]) -> Why | None:
    """Asks these name servers only, until the next connect; nothing is saved in the connection. None when done; else why not."""
    applied = applied_settings(device)
    if isinstance(applied, NotKnown):
        return applied.why
    settings, version = applied
    told = call(_device(device.path), "Reapply", "a{sa{sv}}tu", (with_servers(settings, servers), version, 0), limit_s=10.0)
    return told.why if isinstance(told, NotKnown) else None


def use_own_servers(adapter: str) -> Why | None:
    """Asks again the servers of the connection, as it is saved. None when done; else why not."""
    device = read_device(adapter)
    if isinstance(device, NotKnown):
        return device.why
    told = call(_device(device.path), "Reapply", "a{sa{sv}}tu", ({}, 0, 0), limit_s=10.0)
    return told.why if isinstance(told, NotKnown) else None


def with_servers(settings: Settings, servers: tuple[str, ...]) -> Settings:
    """The settings with these servers instead of the network's; IPv4 addresses as numbers in the network's order, IPv6 as bytes."""
    addresses = [ipaddress.ip_address(server.partition("%")[0]) for server in servers]
    own: dict[str, tuple[str, Any]] = {
        "ipv4": ("au", [struct.unpack("=I", address.packed)[0] for address in addresses if address.version == 4]),
        "ipv6": ("aay", [address.packed for address in addresses if address.version == 6]),
    }
    changed = {name: dict(values) for name, values in settings.items()}
    for family, value in own.items():
        part = changed.setdefault(family, {})
        # Newer versions tell the same twice, and believe the text.
        part.pop("dns-data", None)
        if part.get("method", ("s", ""))[1] in {"auto", "manual", "dhcp"}:
            part["dns"] = value
            part["ignore-auto-dns"] = ("b", True)
    return changed
