"""Where a program comes from: an installed package on Linux, its maker's signature on Windows and macOS.

Windows and macOS: written from the documentation of Get-AuthenticodeSignature and codesign, not run.
"""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.commands import Outcome, Run, run
from desktop_client.system.not_known import NotKnown
from desktop_client.system.powershell import ask, text
from desktop_client.system.trusted_place import others_may_write, shared_folder

_LIMIT_S = 10.0


@dataclass(frozen=True)
class Maker:
    """Who signs: the names in Windows' certificates, and Apple's team id."""

    publishers: tuple[str, ...] = ()
    team: str = ""


ANYBODY = Maker()


def comes_from(program: Path, maker: Maker, *, named: bool, administrator: int = 0, run: Run = run) -> bool:
    """Whether the program may be started as its maker's. Blocks.

    Linux: only `administrator` can change it or any folder above it, and it belongs to an installed package, or the policy names it
    (`named`). Windows and macOS: the signature holds, and is one of the maker's where the maker is known.
    """
    try:
        real = program.resolve(strict=True)
        if sys.platform == "win32":
            return _signed_on_windows(real, maker, run)
        if sys.platform == "darwin":
            return _signed_on_macos(real, maker, run)
        return _only_by_administrator(real, administrator) and (named or in_package(program, real, run))
    except (OSError, RuntimeError):
        # The second is what Python before 3.13 says of links that lead in a circle.
        return False


def _only_by_administrator(real: Path, administrator: int) -> bool:
    found = real.stat()
    usable = stat.S_ISREG(found.st_mode) and os.access(real, os.X_OK)
    return usable and not others_may_write(found, administrator) and shared_folder(real, administrator) is None


def in_package(program: Path, real: Path, run: Run = run) -> bool:
    """Whether the package manager (dpkg or rpm) installed the file, under its own name or where it really is."""
    # A system whose /bin is a link to /usr/bin may have the package's files listed under either.
    places = dict.fromkeys(str(place) for place in (program, real))
    places |= dict.fromkeys(place.removeprefix("/usr") for place in tuple(places) if place.startswith("/usr/"))
    for place in places:
        told = run(("dpkg", "-S", "--", place), _LIMIT_S)
        owned = (line for line in told.stdout.decode("utf-8", "replace").splitlines() if not line.startswith("diversion "))
        if told.outcome is Outcome.OK and told.exit == 0 and any(line.endswith(f": {place}") for line in owned):
            return True
    # rpm says whose a file is by the file itself, links or not.
    told = run(("rpm", "-qf", "--", str(real)), _LIMIT_S)
    return told.outcome is Outcome.OK and told.exit == 0


def _signed_on_windows(real: Path, maker: Maker, run: Run) -> bool:
    quoted = str(real).replace("'", "''")
    block = (
        f"$s=Get-AuthenticodeSignature -LiteralPath '{quoted}';"
        "[pscustomobject]@{status=$s.Status.ToString();publisher=$s.SignerCertificate.GetNameInfo('SimpleName',$false)}"
    )
    rows = ask(run, {"signature": block}, _LIMIT_S)["signature"]
    if isinstance(rows, NotKnown) or len(rows) != 1 or text(rows[0], "status") != "Valid":
        return False
    return not maker.publishers or text(rows[0], "publisher") in maker.publishers


def _signed_on_macos(real: Path, maker: Maker, run: Run) -> bool:
    bundle = next((place for place in real.parents if place.suffix == ".app"), real)
    team = f' and certificate leaf[subject.OU] = "{maker.team}"' if maker.team else ""
    told = run(("codesign", "--verify", "--strict", f"-R=anchor apple generic{team}", str(bundle)), _LIMIT_S)
    return told.outcome is Outcome.OK and told.exit == 0
