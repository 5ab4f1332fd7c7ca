"""What the system knows of a neighbour on the wire: whether its hardware address was confirmed lately.

Linux: `ip -s -j neigh` (ip-neighbour(8); states of NUD in RFC 4861). Windows (CIM MSFT_NetNeighbor) and macOS (`arp -n`, `ndp -n`): written
from the documented form, not run.
"""

import json
import re
import sys
from dataclasses import dataclass
from enum import StrEnum

from desktop_client.system import powershell
from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown, Why


class State(StrEnum):
    """How sure the system is that the neighbour is there. `SILENT`: it was asked and did not answer."""

    SILENT = "silent"
    UNSURE = "unsure"
    THERE = "there"


@dataclass(frozen=True)
class Neighbour:
    """`word` is the system's own; `confirmed_s` how many seconds ago the neighbour last showed that it is there, None where not told."""

    state: State
    word: str
    confirmed_s: int | None = None


_LINUX = {"FAILED": State.SILENT, "INCOMPLETE": State.SILENT, "REACHABLE": State.THERE, "PERMANENT": State.UNSURE, "NOARP": State.UNSURE}
_WINDOWS = {0: State.SILENT, 1: State.SILENT, 5: State.THERE}
"""MSFT_NetNeighbor.State: 0 unreachable, 1 incomplete, 2 probe, 3 delay, 4 stale, 5 reachable, 6 permanent."""


def read_neighbour(address: str, adapter: str, run: Run) -> Neighbour | NotKnown:
    """What is known of a neighbour; not known (absent) where it was never asked for."""
    bare = address.partition("%")[0]
    if sys.platform == "win32":
        names = ("IPAddress", "InterfaceAlias", "State")
        rows = powershell.ask(run, {"neighbours": powershell.cim("MSFT_NetNeighbor", names, "root/StandardCimv2")})["neighbours"]
        return rows if isinstance(rows, NotKnown) else neighbour_of_windows(rows, bare, adapter)
    if sys.platform == "darwin":
        told = run(("ndp", "-n", address) if ":" in address else ("arp", "-n", address), 1.0)
        return neighbour_of_macos(told.stdout) if told.outcome is Outcome.OK else NotKnown.of(told)
    told = run(("ip", "-s", "-j", "neigh", "show", "to", bare, "dev", adapter), 1.0)
    return neighbour_in(told.stdout, bare) if told.outcome is Outcome.OK and told.exit == 0 else NotKnown.of(told)


def neighbour_in(text: bytes, address: str) -> Neighbour | NotKnown:
    """The neighbour in the answer of `ip -s -j neigh`."""
    try:
        rows = json.loads(text or b"[]")
    except (ValueError, RecursionError):
        return NotKnown(Why.UNREADABLE)
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict) or row.get("dst") != address:
            continue
        words = [word for word in row.get("state") or () if isinstance(word, str)] if isinstance(row.get("state"), list) else []
        word = words[0] if words else ""
        confirmed = row.get("confirmed")
        return Neighbour(_LINUX.get(word, State.UNSURE), word, confirmed if isinstance(confirmed, int) else None)
    return NotKnown(Why.ABSENT)


def neighbour_of_windows(rows: powershell.Rows, address: str, adapter: str) -> Neighbour | NotKnown:
    """The neighbour among rows of MSFT_NetNeighbor."""
    for row in rows:
        if powershell.text(row, "IPAddress") == address and powershell.text(row, "InterfaceAlias") in {"", adapter}:
            state = powershell.number(row, "State")
            return Neighbour(_WINDOWS.get(-1 if state is None else state, State.UNSURE), str(state))
    return NotKnown(Why.ABSENT)


def neighbour_of_macos(text: bytes) -> Neighbour | NotKnown:
    """The neighbour in the answer of `arp -n` or `ndp -n`: an address of hardware says little, "(incomplete)" much."""
    line = text.decode("utf-8", "replace")
    if "(incomplete)" in line:
        return Neighbour(State.SILENT, "incomplete")
    if re.search(r"\b[0-9a-f]{1,2}(:[0-9a-f]{1,2}){5}\b", line, re.IGNORECASE):
        return Neighbour(State.UNSURE, "known")
    return NotKnown(Why.ABSENT)
