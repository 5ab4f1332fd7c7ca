"""Which proxy, if any, this computer uses to reach an address: by environment, on Windows and macOS by the system's settings too."""

import ipaddress
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether the host is this computer itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def proxy_for(url: str) -> str | None:
    """The proxy's URL, perhaps with a password in it (never log it), or None for a direct way. This computer is always direct."""
    from urllib import request  # noqa: PLC0415 - brings http.client along, which a tray at rest doesn't need

    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_loopback(host) or request.proxy_bypass(f"{host}:{parts.port}" if parts.port else host):
        return None
    proxies = request.getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    if not found:
        return None
    return found if "://" in found else f"http://{found}"
