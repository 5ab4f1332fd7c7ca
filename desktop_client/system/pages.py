"""The system's own settings pages, opened for a person who is told what to do there."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping

WINDOWS: Mapping[str, str] = {
    "date": "ms-settings:dateandtime",
    "network": "ms-settings:network-status",
    "sound": "ms-settings:sound",
    "camera": "ms-settings:privacy-webcam",
    "printer": "ms-settings:printers",
    "storage": "ms-settings:storagesense",
}
"""Microsoft Learn, "Launch the Windows Settings app". Written from the documented form, not run."""

MACOS: Mapping[str, str] = {
    "date": "x-apple.systempreferences:com.apple.Date-Time-Settings.extension",
    "network": "x-apple.systempreferences:com.apple.Network-Settings.extension",
    "sound": "x-apple.systempreferences:com.apple.Sound-Settings.extension",
    "camera": "x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Privacy_Camera",
    "printer": "x-apple.systempreferences:com.apple.Print-Scan-Settings.extension",
    "storage": "x-apple.systempreferences:com.apple.settings.Storage",
}
"""The panes of System Settings from macOS 13 on. Written from the documented form, not run."""

GNOME: Mapping[str, tuple[str, ...]] = {
    "date": ("gnome-control-center", "datetime"),
    "network": ("gnome-control-center", "network"),
    "sound": ("gnome-control-center", "sound"),
    "camera": ("gnome-control-center", "camera"),
    "printer": ("gnome-control-center", "printers"),
    "storage": ("baobab",),
}
KDE: Mapping[str, tuple[str, ...]] = {
    "date": ("systemsettings", "kcm_clock"),
    "network": ("systemsettings", "kcm_networkmanagement"),
    "sound": ("systemsettings", "kcm_pulseaudio"),
    "printer": ("systemsettings", "kcm_printer_manager"),
    "storage": ("filelight",),
}
ALONE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "network": (("nm-connection-editor",),),
    "sound": (("pavucontrol",),),
    "printer": (("system-config-printer",),),
}
"""Programs of desktops that have no settings of their own."""


def commands(page: str, platform: str = sys.platform) -> tuple[tuple[str, ...], ...]:
    """What opens the page on this system, the likeliest first."""
    if platform == "win32":
        return (("explorer.exe", WINDOWS[page]),) if page in WINDOWS else ()
    if platform == "darwin":
        return (("/usr/bin/open", MACOS[page]),) if page in MACOS else ()
    of_desktops = tuple(desktop[page] for desktop in (GNOME, KDE) if page in desktop)
    return (*of_desktops, *ALONE.get(page, ()))


def open_page(page: str) -> bool:
    """Opens "date", "network", "sound", "camera", "printer" or "storage"; False where this desktop has no such page that we know."""
    for words in commands(page):
        program = shutil.which(words[0])
        if program:
            # It is the person's own program from here on, and outlives us; only its end is taken note of.
            process = subprocess.Popen(
                [program, *words[1:]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            threading.Thread(target=process.wait, name=f"page {page}", daemon=True).start()
            return True
    return False
