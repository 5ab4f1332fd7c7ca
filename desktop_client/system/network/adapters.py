"""Network adapters with what a connection needs of them: switched on, link, addresses. Nothing is sent.

Linux: /sys/class/net (Documentation/ABI/testing/sysfs-class-net). Windows and macOS by psutil: written from the documented form, not run.
"""

import ipaddress
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.network.interfaces import kind_of, signals_in

NET = Path("/sys/class/net")
_OF_CONTAINERS = (
    *("lo", "veth", "docker", "br-", "virbr", "cni", "flannel", "cali", "ifb", "vnet", "vboxnet", "vmnet", "dummy"),
    *("awdl", "llw"),
)
_VIRTUAL = ("vethernet", "virtualbox", "vmware", "hyper-v", "loopback", "pseudo", "bluetooth")
_MADE_OF_OTHERS = frozenset({"bridge", "bond", "vlan", "vxlan", "macvlan"})


@dataclass(frozen=True)
class Adapter:
    """`kind`: wired, Wi-Fi, mobile, VPN, joined (a bridge of others) or "" where not told. `link` None: not told.

    `networks` are its addresses beyond link-local, with their lengths ("10.0.0.5/24"); `only_link_local` says that there are others only.
    """

    name: str
    kind: str
    on: bool
    link: bool | None
    networks: tuple[str, ...] = ()
    only_link_local: bool = False
    signal_dbm: int | None = None

    @property
    def real(self) -> bool:
        """Whether a cable or the air is behind it."""
        return self.kind in {"wired", "Wi-Fi", "mobile", ""}

    @property
    def families(self) -> frozenset[int]:
        """4, 6 or both: the versions of its addresses."""
        return frozenset(ipaddress.ip_interface(network).version for network in self.networks)

    def holds(self, address: str) -> bool:
        """Whether an address is on this adapter's own network, so that no gateway is needed to it."""
        try:
            wanted = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return wanted.is_link_local or any(wanted in ipaddress.ip_interface(network).network for network in self.networks)


def read_adapters(net: Path = NET) -> tuple[Adapter, ...]:
    """All that a person may be connected by, those of containers and virtual machines left out, by name."""
    import psutil  # noqa: PLC0415 - only when asked

    states = psutil.net_if_stats()
    signals = _signals()
    found = []
    for name, addresses in psutil.net_if_addrs().items():
        if not _is_ours(name):
            continue
        state = states.get(name)
        own = [(one.address, one.netmask) for one in addresses if one.family in {socket.AF_INET, socket.AF_INET6}]
        networks, others = sorted_addresses(own)
        up = bool(state and state.isup)
        on, link = _switch_and_link(net / name) if sys.platform == "linux" else (up or not own, up)
        kind = adapter_kind(name, net / name, wireless=name in signals)
        found.append(Adapter(name, kind, on, link, networks, bool(others) and not networks, signals.get(name)))
    return tuple(sorted(found, key=lambda one: one.name))


def _is_ours(name: str) -> bool:
    lower = name.lower()
    return not lower.startswith(_OF_CONTAINERS) and not any(word in lower for word in _VIRTUAL)


def adapter_kind(name: str, folder: Path, *, wireless: bool = False) -> str:
    """What an adapter is, by what the kernel says of it, else by its name."""
    made_of = next((line.partition("=")[2] for line in _read(folder / "uevent").splitlines() if line.startswith("DEVTYPE=")), "")
    if made_of in _MADE_OF_OTHERS:
        return "joined"
    if made_of in {"wwan", "wlan"}:
        return "mobile" if made_of == "wwan" else "Wi-Fi"
    tunnel = made_of == "wireguard" or (_read(folder / "tun_flags") and _read(folder / "type") != "1")
    if tunnel:
        return "VPN"
    return "mobile" if name.startswith("ppp") and not wireless else kind_of(name, wireless=wireless, net=folder.parent)


def sorted_addresses(addresses: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those beyond link-local as networks, and the IPv4 ones that are link-local; what is no address is skipped."""
    networks, others = [], []
    for text, mask in addresses:
        try:
            address = ipaddress.ip_address(text.partition("%")[0])
            length = _length(mask, address.max_prefixlen)
        except ValueError:
            continue
        if address.is_loopback or address.is_unspecified:
            continue
        if address.is_link_local:
            # Every adapter has one of IPv6; one of IPv4 says that nobody gave an address.
            others += [str(address)] if address.version == 4 else []
        else:
            networks.append(f"{address}/{length}")
    return tuple(networks), tuple(others)


def _length(mask: str | None, longest: int) -> int:
    if not mask:
        return longest
    return int(ipaddress.ip_address(mask)).bit_count()


def _switch_and_link(folder: Path) -> tuple[bool, bool | None]:
    try:
        on = bool(int(_read(folder / "flags"), 16) & 1)
    except ValueError:
        return True, None
    if not on:
        return False, False
    state = _read(folder / "operstate")
    carrier = _read(folder / "carrier")
    if state in {"down", "lowerlayerdown", "notpresent", "dormant"}:
        return True, False
    return True, carrier == "1" if carrier else None


def _signals(file: Path = Path("/proc/net/wireless")) -> dict[str, int]:
    return dict(signals_in(_read(file).encode()))


def _read(file: Path) -> str:
    try:
        return file.read_bytes()[:10_000].decode("utf-8", "replace").strip()
    except OSError:
        return ""


def wifi_switched_off(folder: Path = Path("/sys/class/rfkill")) -> bool:
    """Whether every Wi-Fi here is switched off by a key, a switch or airplane mode (Linux: rfkill)."""
    blocks = [
        _read(one / "soft") == "1" or _read(one / "hard") == "1"
        for one in (sorted(folder.iterdir()) if folder.is_dir() else ())
        if _read(one / "type") == "wlan"
    ]
    return bool(blocks) and all(blocks)


def vpn_is_up(adapters: Iterable[Adapter]) -> bool:
    """Whether a tunnel has an address, which those that only wait for a VPN have not."""
    return any(one.kind == "VPN" and one.on and one.networks for one in adapters)
