"""The remote tools that this build knows, and those that a company offers on this computer, in its order."""

import logging
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Protocol

from desktop_client.assist.computer import Computer
from desktop_client.assist.providers.anydesk import anydesk
from desktop_client.assist.providers.chrome_remote_desktop import chrome_remote_desktop
from desktop_client.assist.providers.generic import Generic
from desktop_client.assist.providers.quick_assist import quick_assist
from desktop_client.assist.providers.rustdesk import rustdesk
from desktop_client.assist.providers.teamviewer import teamviewer
from desktop_client.assist.tool import Provider
from desktop_client.company_tool import company_tool
from desktop_client.settings import Settings

log = logging.getLogger(__name__)


class Offered(Provider, Protocol):
    """A provider that tells quickly whether the tool could be here."""

    def is_here(self) -> bool:
        """Whether something lies where the tool is installed to, or its address can be opened on this system."""
        ...


PROGRAMS: Mapping[str, Callable[..., Offered]] = {"anydesk": anydesk, "rustdesk": rustdesk, "teamviewer": teamviewer}
"""Tools that are programs: a policy may name where they are."""
ADDRESSES: Mapping[str, Callable[..., Offered]] = {"quick-assist": quick_assist, "chrome-remote-desktop": chrome_remote_desktop}
"""Tools that are opened by an address."""


def offered(values: Settings, computer: Computer | None = None) -> tuple[Offered, ...]:
    """The providers that a person may choose from, the first one first; quick, since no program's origin is looked at yet.

    With a policy's list: those of it, in its order, on this computer or not. Without: the company's own tool, then what is on this
    computer, then what is opened by an address.
    """
    by_key = providers(values, computer or Computer())
    if not values.remote_tools:
        return tuple(one for one in by_key.values() if one.is_here())
    unknown = [key for key in values.remote_tools if key not in by_key]
    if unknown:
        log.warning("The policy's remote_tools names tools that Sigap doesn't know: %s", ", ".join(unknown))
    return tuple(by_key[key] for key in dict.fromkeys(values.remote_tools) if key in by_key)


def providers(values: Settings, computer: Computer) -> dict[str, Offered]:
    """All of them by their keys, the company's own first; it may stand in for one of ours."""
    found: dict[str, Offered] = {}
    if values.remote_tool:
        own = Generic(told=company_tool(values.remote_tool), computer=computer)
        found[own.key] = own
    downloads, places = values.remote_tool_downloads, values.remote_tool_programs
    for key, make in PROGRAMS.items():
        found.setdefault(key, make(computer, download=downloads.get(key, ""), program=places.get(key, "")))
    for key, make in ADDRESSES.items():
        found.setdefault(key, make(computer, download=downloads.get(key, "")))
    return found


def expected_names(values: Settings, key: str) -> frozenset[str]:
    """What `RemoteToolWatch` may see of a session's tool: its key, and for the company's own the names of its processes. "" for no tool."""
    names = {key} if key else set()
    if key and values.remote_tool:
        own = company_tool(values.remote_tool)
        if own.key == key:
            names |= {own.process_name.lower(), PurePath(own.program).name.lower()}
    return frozenset(names - {""})
