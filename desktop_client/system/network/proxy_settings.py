"""Which proxy is set for an address, and where: environment, policy, the system's or the desktop's settings, or a script (PAC).

Run on Linux (environment, GNOME). Windows (registry) and macOS (`scutil --proxy`): written from the documented form, not run. A name and
password in a proxy's address are never part of what is shown.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from desktop_client.system.commands import Outcome, Run
from desktop_client.system.network.proxy import is_loopback, proxy_for

_GNOME = "org.gnome.system.proxy"


class Origin(StrEnum):
    """Who set it."""

    ENVIRONMENT = "environment"
    DESKTOP = "desktop"
    SYSTEM = "system"
    POLICY = "policy"


@dataclass(frozen=True)
class ProxySetting:
    """`url` of the proxy, perhaps with a password in it; or `script`, the address of a PAC file. Both "": none is set."""

    url: str = ""
    script: str = ""
    origin: Origin | None = None

    @property
    def shown(self) -> str:
        """Host and port, or the script's address, without a name or a password."""
        parts = urlsplit(self.url or self.script)
        place = parts.netloc.rpartition("@")[2]
        return place if self.url else f"{parts.scheme}://{place}{parts.path}"


NONE_SET = ProxySetting()


def read_proxy(url: str, run: Run) -> ProxySetting:
    """The proxy that programs here are to use for an address."""
    host = urlsplit(url).hostname or ""
    if is_loopback(host):
        return NONE_SET
    if _in_environment():
        # On Linux the environment is all that most programs look at, an exception for this host included.
        found = proxy_for(url)
        return ProxySetting(found, origin=Origin.ENVIRONMENT) if found else NONE_SET
    if sys.platform == "win32":
        return _on_windows(urlsplit(url).scheme)
    if sys.platform == "darwin":
        told = run(("scutil", "--proxy"), 1.0)
        return setting_of_macos(told.stdout, urlsplit(url).scheme) if told.outcome is Outcome.OK else NONE_SET
    return _in_gnome(run, urlsplit(url).scheme, host)


def _in_environment(ours: Mapping[str, str] = os.environ) -> bool:
    return any(ours.get(name) or ours.get(name.upper()) for name in ("http_proxy", "https_proxy", "all_proxy"))


def _in_gnome(run: Run, scheme: str, host: str) -> ProxySetting:
    def value(schema: str, key: str) -> str:
        told = run(("gsettings", "get", schema, key), 1.0)
        return told.stdout.decode("utf-8", "replace").strip().strip("'") if told.outcome is Outcome.OK and told.exit == 0 else ""

    mode = value(_GNOME, "mode")
    if mode == "auto" and (script := value(_GNOME, "autoconfig-url")):
        return ProxySetting(script=script, origin=Origin.DESKTOP)
    if mode != "manual" or host in re.findall(r"'([^']*)'", value(_GNOME, "ignore-hosts")):
        return NONE_SET
    for kind in (scheme, "http", "socks"):
        place, port = value(f"{_GNOME}.{kind}", "host"), value(f"{_GNOME}.{kind}", "port")
        if place and port.isdecimal() and int(port[:6]):
            return ProxySetting(f"{'socks' if kind == 'socks' else 'http'}://{place}:{port}", origin=Origin.DESKTOP)
    return NONE_SET


def setting_of_macos(text: bytes, scheme: str) -> ProxySetting:
    """The setting in the answer of `scutil --proxy`."""
    told = dict(re.findall(r"^\s*(\w+) : (\S+)\s*$", text.decode("utf-8", "replace"), re.MULTILINE))
    if told.get("ProxyAutoConfigEnable") == "1" and told.get("ProxyAutoConfigURLString"):
        return ProxySetting(script=told["ProxyAutoConfigURLString"], origin=Origin.SYSTEM)
    for kind, own in (("HTTPS" if scheme == "https" else "HTTP", "http"), ("SOCKS", "socks")):
        if told.get(f"{kind}Enable") == "1" and told.get(f"{kind}Proxy"):
            return ProxySetting(f"{own}://{told[f'{kind}Proxy']}:{told.get(f'{kind}Port', '8080')}", origin=Origin.SYSTEM)
    return NONE_SET


def setting_of_windows(values: Mapping[str, object], scheme: str, origin: Origin = Origin.SYSTEM) -> ProxySetting:
    r"""The setting in the values of `…\Internet Settings`: `host:8080` for everything, or `http=h:80;https=h:443`."""
    script = values.get("AutoConfigURL")
    if isinstance(script, str) and script.strip():
        return ProxySetting(script=script.strip(), origin=origin)
    server = values.get("ProxyServer")
    if values.get("ProxyEnable") != 1 or not isinstance(server, str):
        return NONE_SET
    by_scheme = dict(part.split("=", 1) for part in server.split(";") if "=" in part)
    found = (by_scheme.get(scheme, "") if by_scheme else server).strip()
    if not found:
        return NONE_SET
    return ProxySetting(found if "://" in found else f"http://{found}", origin=origin)


def _on_windows(scheme: str) -> ProxySetting:
    inner = r"Microsoft\Windows\CurrentVersion\Internet Settings"
    policy = setting_of_windows(_registry(rf"Software\Policies\{inner}"), scheme, Origin.POLICY)
    return policy if policy.origin else setting_of_windows(_registry(rf"Software\{inner}"), scheme)


def _registry(path: str) -> dict[str, object]:
    values: dict[str, object] = {}
    if sys.platform == "win32":
        import contextlib  # noqa: PLC0415 - together with what needs it
        import winreg  # noqa: PLC0415 - exists on Windows only

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER) if "Policies" in path else (winreg.HKEY_CURRENT_USER,):
            with contextlib.suppress(OSError), winreg.OpenKey(root, path) as key:
                for name in ("ProxyEnable", "ProxyServer", "AutoConfigURL"):
                    with contextlib.suppress(OSError):
                        values.setdefault(name, winreg.QueryValueEx(key, name)[0])
    return values


def proxies_in_script(text: bytes) -> tuple[str, ...] | None:
    """The proxies that a PAC script names, as URLs, each once; DIRECT as "". None when it is no such script: it is not run."""
    script = text.decode("utf-8", "replace")
    if "FindProxyForURL" not in script:
        return None
    named = re.findall(r"\b(PROXY|HTTPS?|SOCKS[45]?)\s+([\w.\-\[\]:]+:\d{1,5})|\b(DIRECT)\b", script)
    return tuple(
        dict.fromkeys("" if direct else f"{'socks' if kind.startswith('SOCKS') else 'http'}://{place}" for kind, place, direct in named)
    )
