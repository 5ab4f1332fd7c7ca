"""Network interfaces: kind, state, addresses, speed, errors and Wi-Fi signal; and the way out. No network's name, and never a key."""

import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MOST_INTERFACES = 12
_OF_CONTAINERS = ("veth", "docker", "br-", "virbr", "cni", "flannel", "cali", "ifb", "vnet", "tap")
_TUNNELS = ("tun", "wg", "ppp", "utun", "tailscale", "zt", "ipsec", "nordlynx", "proton")


@dataclass(frozen=True)
class Interface:
    """`kind` is wired, Wi-Fi, VPN, mobile or "" where not told; `speed_mbit` and `signal_dbm` are None where not told."""

    name: str
    kind: str
    up: bool
    addresses: tuple[str, ...]
    speed_mbit: int | None
    errors: int
    signal_dbm: int | None


def read_interfaces() -> tuple[Interface, ...]:
    """The interfaces that a person may have plugged something into, loopback and those of containers left out."""
    import psutil  # noqa: PLC0415 - only when asked

    addresses, states = psutil.net_if_addrs(), psutil.net_if_stats()
    counters = psutil.net_io_counters(pernic=True)
    signals = _signals()
    found = []
    for name, state in sorted(states.items()):
        own = tuple(one.address.partition("%")[0] for one in addresses.get(name, ()) if one.family in {socket.AF_INET, socket.AF_INET6})
        if name.startswith(("lo", *_OF_CONTAINERS)) or set(own) & {"127.0.0.1", "::1"}:
            continue
        counter = counters.get(name)
        found.append(
            Interface(
                name,
                kind_of(name, wireless=name in signals),
                state.isup,
                tuple(address for address in own if not address.startswith("fe80:")),
                state.speed if 0 < state.speed < 10**6 else None,
                counter.errin + counter.errout if counter else 0,
                signals.get(name),
            )
        )
    return tuple(sorted(found, key=lambda one: (not one.up, one.name))[:MOST_INTERFACES])


def kind_of(name: str, *, wireless: bool, net: Path = Path("/sys/class/net")) -> str:
    """What an interface is, by its name where the system doesn't say."""
    lower = name.lower()
    if wireless or (net / name / "wireless").exists() or lower.startswith(("wl", "wi-fi", "wifi")):
        return "Wi-Fi"
    if lower.startswith(_TUNNELS) or "vpn" in lower or "wireguard" in lower:
        return "VPN"
    if lower.startswith(("wwan", "wwp")):
        return "mobile"
    if lower.startswith(("en", "eth", "em")) and sys.platform != "darwin":
        return "wired"
    return ""


def _signals(file: Path = Path("/proc/net/wireless")) -> dict[str, int]:
    try:
        return dict(signals_in(file.read_bytes()))
    except OSError:
        return {}


def signals_in(text: bytes) -> Iterable[tuple[str, int]]:
    """Interface and signal in dBm of each line of /proc/net/wireless; older drivers count from 256 down."""
    for line in text.decode("utf-8", "replace").splitlines()[2:]:
        name, colon, rest = line.partition(":")
        words = rest.split()
        if colon and len(words) >= 3:
            try:
                level = int(float(words[2].rstrip(".")))
            except ValueError:
                continue
            level = level - 256 if level > 0 else level
            if -120 <= level < 0:
                yield name.strip(), level


def own_address() -> str:
    """The address with which this computer goes out, "" without a way out. Nothing is sent."""
    for family, target in ((socket.AF_INET, "192.0.2.9"), (socket.AF_INET6, "2001:db8::9")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asking:
                asking.connect((target, 9))
                return str(asking.getsockname()[0])
        except OSError:
            continue
    return ""


def gateway(routes: Path = Path("/proc/net/route")) -> str:
    """The router that leads out (IPv4), "" where there is none or the system isn't asked (Windows, macOS)."""
    try:
        return gateway_in(routes.read_bytes())
    except OSError:
        return ""


def gateway_in(text: bytes) -> str:
    """The gateway of the default route with the lowest metric in /proc/net/route, whose addresses are little-endian hexadecimal."""
    best: tuple[int, str] | None = None
    for line in text.decode("ascii", "replace").splitlines()[1:]:
        words = line.split()
        if len(words) < 8 or words[1] != "00000000" or words[7] != "00000000":
            continue
        try:
            address = socket.inet_ntoa(int(words[2], 16).to_bytes(4, "little"))
            metric = int(words[6])
        except (ValueError, OverflowError):
            continue
        if address != "0.0.0.0" and (best is None or metric < best[0]):  # noqa: S104 - "none" in the table, nothing is bound
            best = metric, address
    return best[1] if best else ""
