"""Whether the system itself says that it has to be restarted. How long it has been running is no reason."""

import platform
import sys
from pathlib import Path

FLAGS = (Path("/run/reboot-required"), Path("/var/run/reboot-required"))
MODULES = (Path("/lib/modules"), Path("/usr/lib/modules"))
LOADED = Path("/proc/modules")
MAC_STAGED = Path("/System/Volumes/Update/mnt1/System")
WINDOWS_KEYS = (
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired",
)


def pending(
    flags: tuple[Path, ...] = FLAGS, modules: tuple[Path, ...] = MODULES, loaded: Path = LOADED, kernel: str = platform.release()
) -> str:
    """Why: "update" (updates ask for it), "kernel" (the running kernel's files were replaced), "" for no need.

    Windows and macOS: written from the documented form, not run.
    """
    if sys.platform == "win32":
        return "update" if _windows() else ""
    if sys.platform == "darwin":
        return "update" if MAC_STAGED.exists() else ""
    if any(flag.exists() for flag in flags):
        return "update"
    return "kernel" if kernel_replaced(modules, loaded, kernel) else ""


def kernel_replaced(modules: tuple[Path, ...], loaded: Path, kernel: str) -> bool:
    """Whether a kernel that uses modules has lost its own while another's are there: it was updated, and can't load any more.

    A kernel that never loaded one (a container's host, a virtual machine's) needs none.
    """
    try:
        if not loaded.read_bytes().strip():
            return False
        kernels = {path.name for folder in modules if folder.is_dir() for path in folder.iterdir() if path.is_dir()}
    except OSError:
        return False
    return bool(kernels) and kernel not in kernels


def _windows() -> bool:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        for name in WINDOWS_KEYS:
            try:
                winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, name, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY).Close()
            except OSError:
                continue
            return True
    return False
