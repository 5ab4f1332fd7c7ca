"""What another person's program that we start may know of our environment: its desktop and language, no secret of ours."""

import os
from collections.abc import Mapping

from desktop_client.system.commands import child_environment, system_path

_DESKTOP = (
    *("LANG", "LANGUAGE", "LC_CTYPE", "LC_MESSAGES", "LC_TIME", "XDG_SESSION_TYPE", "XDG_SESSION_ID", "XDG_CURRENT_DESKTOP"),
    *("XDG_DATA_DIRS", "XDG_CONFIG_DIRS", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "DESKTOP_SESSION", "XDG_SEAT"),
    *("GTK_IM_MODULE", "QT_IM_MODULE", "XMODIFIERS", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "USERNAME", "USERDOMAIN"),
)
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


def tool_environment(ours: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment for a program with windows; a proxy is told only when no name or password stands in it."""
    ours = os.environ if ours is None else ours
    kept = child_environment(system_path(), ours)
    del kept["LC_ALL"]
    kept |= {name: value for name, value in ours.items() if name.upper() in _DESKTOP}
    return kept | {name: value for name, value in ours.items() if name.upper() in _PROXIES and "@" not in value}
