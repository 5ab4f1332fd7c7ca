"""Who on this Linux computer asks the network for an address, where it isn't NetworkManager: systemd-networkd or ifupdown."""

import socket
from enum import StrEnum
from pathlib import Path


class Keeper(StrEnum):
    """Who it is; by its package's name."""

    NETWORKD = "networkd"
    IFUPDOWN = "ifupdown"


def keeper_of(adapter: str, root: Path = Path("/")) -> Keeper | None:
    """Who asks for this adapter's address; None where nobody does, as with an address that was set by hand."""
    try:
        number = socket.if_nametoindex(adapter)
    except OSError:
        number = 0
    link = _read(root / f"run/systemd/netif/links/{number}")
    if "ADMIN_STATE=configur" in link:
        # networkd writes the lease beside it; without one, the network's file says that it asks.
        asks = (root / f"run/systemd/netif/leases/{number}").exists() or _asks(_network_file(link, root))
        return Keeper.NETWORKD if asks else None
    return Keeper.IFUPDOWN if is_automatic_in(_interfaces(root), adapter) else None


def _network_file(link: str, root: Path) -> str:
    place = next((line.partition("=")[2] for line in link.splitlines() if line.startswith("NETWORK_FILE=")), "")
    return _read(root / place.lstrip("/")) if place else ""


def _asks(text: str) -> bool:
    words = [line.replace(" ", "").lower() for line in text.splitlines()]
    return any(word in {"dhcp=yes", "dhcp=ipv4", "dhcp=ipv6", "dhcp=true"} for word in words)


def _interfaces(root: Path) -> str:
    folder = root / "etc/network/interfaces.d"
    more = sorted(folder.iterdir()) if folder.is_dir() else []
    return "\n".join(_read(file) for file in (root / "etc/network/interfaces", *more))


def is_automatic_in(text: str, adapter: str) -> bool:
    """Whether interfaces(5) says that this adapter's address comes from the network."""
    lines = (line.split() for line in text.splitlines())
    return any(len(words) >= 4 and words[:2] == ["iface", adapter] and words[3] in {"dhcp", "auto"} for words in lines)


def _read(file: Path) -> str:
    try:
        return file.read_bytes()[:100_000].decode("utf-8", "replace")
    except OSError:
        return ""
