"""Starting Sigap when the person signs in: XDG autostart, the registry's Run key, or a LaunchAgent.

Linux is tried; Windows and macOS are written from their documentation and not tried on a real machine yet. Where an installer starts
Sigap for everybody, the person's choice only switches that off and on.
"""

import os
import plistlib
import sys
from pathlib import Path

from desktop_client.reasons import unwritable
from desktop_client.system.durable import replace_file
from desktop_client.system.folders import Profile

NAME = "sigap.desktop"
LABEL = "sigap"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def set_autostart(profile: Profile, on: bool) -> None:  # noqa: FBT001 - the switch itself
    """Makes it so; for an own profile nothing at all. RefusedError: PROFILE_READ_ONLY, DISK_FULL."""
    if profile.own:
        return
    try:
        if sys.platform == "win32":
            _set_in_registry(on)
        elif sys.platform == "darwin":
            _set_launch_agent(on)
        else:
            _set_desktop_entry(on)
    except OSError as error:
        raise unwritable(error, Path(error.filename or "").parent) from error


def autostart_is_on(profile: Profile) -> bool:
    """Whether this account starts Sigap at sign-in; False for an own profile."""
    if profile.own:
        return False
    if sys.platform == "win32":
        return _in_registry() is not None
    if sys.platform == "darwin":
        return _launch_agent().exists()
    entry = _desktop_entry()
    if entry.exists():
        return not _switched_off(entry.read_text("utf-8", "replace"))
    return any((folder / "autostart" / NAME).exists() for folder in _system_folders())


def start_command() -> list[str]:
    """What starts this Sigap again, with the icon alone: the AppImage, the frozen program, the installed command, or Python's module."""
    return [*_program(), "--quiet"]


def _program() -> list[str]:
    # Inside an AppImage the program's own path is a mount that is gone after the next sign-in.
    image = os.environ.get("APPIMAGE")
    if image:
        return [image]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    command = Path(sys.executable).with_name("sigap.exe" if sys.platform == "win32" else "sigap")
    return [str(command)] if command.exists() else [sys.executable, "-m", "desktop_client"]


def _desktop_entry() -> Path:
    """In the account's configuration (XDG Base Directory: a relative path does not count)."""
    told = os.environ.get("XDG_CONFIG_HOME", "")
    home = Path(told) if told.startswith("/") else Path.home() / ".config"
    return home / "autostart" / NAME


def _system_folders() -> tuple[Path, ...]:
    told = os.environ.get("XDG_CONFIG_DIRS", "") or "/etc/xdg"
    return tuple(Path(folder) for folder in told.split(":") if folder.startswith("/"))


def _switched_off(entry: str) -> bool:
    rows = dict(line.replace(" ", "").split("=", 1) for line in entry.splitlines() if "=" in line)
    return rows.get("Hidden") == "true" or rows.get("X-GNOME-Autostart-enabled") == "false"


def _set_desktop_entry(on: bool) -> None:  # noqa: FBT001 - the switch itself
    entry = _desktop_entry()
    for_everybody = any((folder / "autostart" / NAME).exists() for folder in _system_folders())
    if on == for_everybody:
        entry.unlink(missing_ok=True)
        return
    rows = ["[Desktop Entry]", "Type=Application", "Name=Sigap"]
    if on:
        rows += [f"Exec={exec_line(start_command())}", "Icon=sigap", "Terminal=false", "X-GNOME-Autostart-enabled=true"]
    else:
        rows += ["Hidden=true"]
    text = "\n".join([*rows, ""]).encode()
    if entry.exists() and entry.read_bytes() == text:
        return
    entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(entry, text)


def exec_line(command: list[str]) -> str:
    """The command as the key Exec holds it (Desktop Entry Specification 1.5, section 7): quoted, then escaped as a string."""
    quoted = []
    for argument in command:
        inside = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in argument).replace("%", "%%")
        quoted.append(f'"{inside}"' if inside != argument or set(argument) & set(" \t\n'<>~|&;*?#()") or not argument else argument)
    return " ".join(quoted).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _launch_agent() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"


def _set_launch_agent(on: bool) -> None:  # noqa: FBT001 - the switch itself
    """launchd.plist(5): loaded at the next sign-in, because Sigap runs already."""
    agent = _launch_agent()
    if not on:
        agent.unlink(missing_ok=True)
        return
    agent.parent.mkdir(parents=True, exist_ok=True)
    row = {"Label": LABEL, "ProgramArguments": start_command(), "RunAtLoad": True, "ProcessType": "Interactive"}
    replace_file(agent, plistlib.dumps(row))


if sys.platform == "win32":
    import subprocess
    import winreg

    def _in_registry() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, "Sigap")[0])
        except FileNotFoundError:
            return None

    def _set_in_registry(on: bool) -> None:  # noqa: FBT001 - the switch itself
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            if on:
                winreg.SetValueEx(key, "Sigap", 0, winreg.REG_SZ, subprocess.list2cmdline(start_command()))
            elif _in_registry() is not None:
                winreg.DeleteValue(key, "Sigap")
