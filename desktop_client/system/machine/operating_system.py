"""Which operating system this is, since when it runs, and on which model of computer."""

import os
import platform
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PLACEHOLDERS = frozenset(
    {
        *("", "--", "(null)", "missing value", "<redacted>", "none", "not specified", "not applicable", "unknown", "invalid"),
        *("to be filled by o.e.m.", "default string", "system serial number", "system product name", "system manufacturer", "o.e.m."),
    }
)
"""What makers of computers leave where a name belongs; compared in lower case."""

WINDOWS_11_BUILD = 22000


@dataclass(frozen=True)
class OperatingSystem:
    """The system's own names for itself; "" where it has none. `build` is the kernel's own build on Windows and macOS."""

    name: str
    kernel: str
    architecture: str
    build: str = ""


def read_operating_system() -> OperatingSystem:
    """The system that runs here. Windows and macOS: written from the documented form, not run."""
    kernel = platform.release()
    architecture = platform.machine()
    if sys.platform == "win32":
        return windows(_windows_values(), kernel, architecture)
    if sys.platform == "darwin":
        os.environ.setdefault("SYSTEM_VERSION_COMPAT", "0")
        return OperatingSystem(f"macOS {platform.mac_ver()[0]}", kernel, architecture)
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    return OperatingSystem(release.get("PRETTY_NAME") or release.get("NAME") or platform.system(), kernel, architecture)


def windows(values: dict[str, str | int], kernel: str, architecture: str) -> OperatingSystem:
    """The registry's values under CurrentVersion as a name; ProductName says 10 on 11 too, so the build decides."""
    build = str(values.get("CurrentBuild", ""))
    name = str(values.get("ProductName", "Windows"))
    if build.isdigit() and int(build) >= WINDOWS_11_BUILD:
        name = name.replace("Windows 10", "Windows 11")
    version = str(values.get("DisplayVersion", ""))
    revision = values.get("UBR")
    return OperatingSystem(
        f"{name} {version}".strip(), kernel, architecture, f"{build}.{revision}" if isinstance(revision, int) and build else build
    )


def _windows_values() -> dict[str, str | int]:
    values: dict[str, str | int] = {}
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        path = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, access=winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
            for name in ("ProductName", "DisplayVersion", "CurrentBuild", "UBR"):
                try:
                    value, _ = winreg.QueryValueEx(key, name)
                except OSError:
                    continue
                if isinstance(value, str | int):
                    values[name] = value
    return values


def running_since() -> datetime:
    """When the system was started, UTC. On Windows with Fast Startup, shutting down does not reset it, only restarting does."""
    import psutil  # noqa: PLC0415 - only when asked

    return datetime.fromtimestamp(psutil.boot_time(), UTC)


def model(dmi: Path = Path("/sys/class/dmi/id")) -> str:
    """Maker and model of the computer, "" where they are not told. Windows: written from the documented form, not run."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"HARDWARE\DESCRIPTION\System\BIOS") as key:
                parts = [str(winreg.QueryValueEx(key, name)[0]) for name in ("SystemManufacturer", "SystemProductName")]
        except OSError:
            return ""
    else:
        parts = [_line(dmi / name) for name in ("sys_vendor", "product_name")]
    return " ".join(part.strip() for part in parts if part.strip().lower() not in PLACEHOLDERS)


def restart_pending(mark: Path = Path("/run/reboot-required")) -> bool | None:
    """Whether an update waits for a restart; None where the system doesn't say (no mark proves nothing)."""
    return True if sys.platform == "linux" and mark.exists() else None


def desktop() -> str:
    """The desktop environment and the kind of session, such as "GNOME, wayland"; "" where there is none."""
    parts = (os.environ.get("XDG_CURRENT_DESKTOP", ""), os.environ.get("XDG_SESSION_TYPE", ""))
    return ", ".join(part for part in parts if part)


def _line(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
