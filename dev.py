#!/usr/bin/env python3
"""Every developer command: sets up what the command needs, then hands over to `development/`. Standard library only, no installation.

`python3 dev.py` lists the commands. Set-up is the system packages of the table below (listed first, then installed by root or sudo), the
virtual environment `.venv`, and the libraries of the lock in `requirements/`, each with its hash. A stamp in `.venv` remembers what is
set up, so that the next run starts at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "sigap-set-up.json"
OLDEST = (3, 11)
VERSION = f"3.{sys.version_info.minor}"
SHOWN_LINES = 15
"""Of a failed step's output."""


class Command(NamedTuple):
    """A word after `dev.py`: which lock it runs on, which column of PACKAGES it needs, and what it is for."""

    word: str
    lock: str
    needs: tuple[str, ...]
    purpose: str


COMMANDS = (
    Command("demo", "demo", ("demo",), "shows Sigap: a backend with sample data and the tray client [--once]"),
    Command("test", "development", ("demo", "test", "package"), "runs check and every test on a screen of its own; words go to pytest"),
    Command("check", "development", ("demo",), "lint, formatting and types"),
    Command("bench", "development", ("demo",), "measures: bench search --articles DIR --queries FILE, bench watch"),
    Command("gallery", "development", ("demo",), "draws every window and state from example values [--out DIR]"),
    Command("pictures", "development", ("demo", "test"), "draws the README's pictures anew, from the gallery"),
    Command("package", "development", ("demo", "package"), "builds the client as a folder that needs no Python: dist/sigap"),
    Command("translations", "development", ("demo",), "collects the strings of the windows and compiles the translations"),
    Command("openapi", "development", ("demo",), "writes docs/openapi.json from the code"),
    Command("docs", "development", ("demo",), "writes the pages in docs/ that come from the code"),
    Command("lock", "development", ("demo",), "makes the locks in requirements/ from pyproject.toml (needs uv)"),
    Command("setup", "development", ("demo", "test", "package"), "sets up everything and ends"),
)


class Package(NamedTuple):
    """What the system has to bring: its name in Debian and Ubuntu, its name in Fedora, and what needs it."""

    debian: str
    fedora: str
    needed_for: str


PACKAGES = (
    Package("ca-certificates", "ca-certificates", "demo test package"),
    Package(f"python{VERSION}-venv", "python3-libs", "venv"),
    # Qt's windows
    Package("libgl1", "libglvnd-glx", "demo test package"),
    Package("libegl1", "libglvnd-egl", "demo test package"),
    Package("libglib2.0-0", "glib2", "demo test package"),
    Package("libdbus-1-3", "dbus-libs", "demo test package"),
    Package("libfontconfig1", "fontconfig", "demo test package"),
    Package("libfreetype6", "freetype", "demo test package"),
    Package("libxkbcommon0", "libxkbcommon", "demo test package"),
    Package("libxkbcommon-x11-0", "libxkbcommon-x11", "demo test package"),
    Package("libxcb-cursor0", "xcb-util-cursor", "demo test package"),
    Package("libxcb-icccm4", "xcb-util-wm", "demo test package"),
    Package("libxcb-image0", "xcb-util-image", "demo test package"),
    Package("libxcb-keysyms1", "xcb-util-keysyms", "demo test package"),
    Package("libxcb-render-util0", "xcb-util-renderutil", "demo test package"),
    Package("libxcb-xinerama0", "libxcb", "demo test package"),
    Package("libxcb-shape0", "libxcb", "demo test package"),
    Package("libxcb-randr0", "libxcb", "demo test package"),
    Package("libxcb-xkb1", "libxcb", "demo test package"),
    # pictures of the screen
    Package("libx11-6", "libX11", "demo test package"),
    Package("libxrandr2", "libXrandr", "demo test package"),
    Package("libxfixes3", "libXfixes", "demo test package"),
    # letters
    Package("fonts-dejavu-core", "dejavu-sans-fonts", "demo test package"),
    Package("fonts-inter", "rsms-inter-fonts", "test"),
    # a screen of its own, with a window manager, a tray and a person's hand
    Package("xvfb", "xorg-x11-server-Xvfb", "screen test"),
    Package("openbox", "openbox", "screen test"),
    Package("trayer", "trayer", "screen test"),
    Package("xdotool", "xdotool", "screen test"),
    Package("x11-utils", "xorg-x11-utils", "screen test"),
    Package("x11-xserver-utils", "xrandr", "screen test"),
    Package("dbus", "dbus-daemon", "screen test"),
    # the technician's page with what Playwright's driver needs, and a company's remote tool
    Package("chromium", "chromium", "screen test"),
    Package("libatomic1", "libatomic", "screen test"),
    Package("x11vnc", "x11vnc", "test"),
    # faults: recorded system calls, other users, small disks
    Package("strace", "strace", "test"),
    Package("util-linux", "util-linux", "test"),
    Package("mount", "util-linux-core", "test"),
    Package("openssl", "openssl", "test"),
    # faults of the network: namespaces, pings, a clock that is off
    Package("iproute2", "iproute-tc", "test"),
    Package("iputils-ping", "iputils", "test"),
    Package("libfaketime", "libfaketime", "test"),
    # faults: printing, disks, sound, a terminal that stops
    Package("cups", "cups", "test"),
    Package("cups-client", "cups-client", "test"),
    Package("e2fsprogs", "e2fsprogs", "test"),
    Package("pulseaudio", "pulseaudio", "test"),
    Package("pulseaudio-utils", "pulseaudio-utils", "test"),
    Package("xterm", "xterm", "test"),
    # freezing
    Package("binutils", "binutils", "package"),
    Package(f"libpython{VERSION}", "python3-libs", "package"),
)
"""The one list. `venv` is needed where this Python can't make a virtual environment, `screen` where there is no display."""


class StepError(Exception):
    """A step of the set-up failed. The text says which, and what to do."""


def step(title: str, words: list[str], advice: str, environment: dict[str, str] | None = None) -> None:
    """Runs one command of the set-up quietly. When it fails, its last lines and the advice are the error."""
    print(f"{title} …", flush=True)
    begun = time.monotonic()
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False
        )
    except OSError as error:
        raise StepError(f"{title}: {error}\n{advice}") from None
    if done.returncode:
        lines = done.stdout.decode("utf-8", "replace").strip().splitlines()[-SHOWN_LINES:]
        told = "\n".join(f"    {line}" for line in lines)
        raise StepError(f"This step failed: {title}\n{told}\n{advice}")
    print(f"  done in {time.monotonic() - begun:.0f} s", flush=True)


def main(words: list[str]) -> int:
    """Sets up and hands over. 0 done, 1 failed, 2 bad arguments, 130 stopped by Ctrl-C."""
    if not words or words[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if words else 2
    command = next((each for each in COMMANDS if each.word == words[0]), None)
    if command is None:
        print(f"dev.py has no command {words[0]}.\n\n{usage()}", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST:
        print(
            f"Sigap needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}. Where a newer one is installed,"
            f" run for example: python3.12 dev.py {' '.join(words)}",
            file=sys.stderr,
        )
        return 1
    try:
        set_up(command)
    except StepError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    if command.word == "setup":
        print("Everything is set up.")
        return 0
    return hand_over(command.word, words[1:])


def usage() -> str:
    """The commands, one a line."""
    width = max(len(command.word) for command in COMMANDS)
    return "\n".join(["Use: python3 dev.py COMMAND", "", *(f"  {command.word:<{width}}  {command.purpose}" for command in COMMANDS)])


def set_up(command: Command) -> None:
    """Brings what is missing for this command: system packages, `.venv`, libraries, translations."""
    install_system_packages(columns(command))
    if not ready(command.lock):
        make_venv()
        install_libraries(command.lock)
    compile_translations()


def columns(command: Command) -> set[str]:
    """Which columns of the table this run needs."""
    wanted = set(command.needs)
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        wanted.add("venv")
    if command.word == "demo" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        wanted.add("screen")
    return wanted


# System packages


def install_system_packages(wanted: set[str]) -> None:
    """Lists what the system lacks of the table and installs it: root at once, others through sudo, else the command is the answer."""
    rows = [package for package in PACKAGES if wanted & set(package.needed_for.split())]
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        missing = sorted({row.debian for row in rows} - debian_packages())
        commands = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *missing]]
    elif shutil.which("rpm") and shutil.which("dnf"):
        missing = missing_in_fedora(sorted({row.fedora for row in rows}))
        commands = [["dnf", "install", "-y", "--setopt=install_weak_deps=False", *missing]]
    else:
        if not PYTHON.exists():
            print("This system has neither apt-get nor dnf. Sigap needs what Debian calls:\n  " + " ".join(row.debian for row in rows))
        return
    if not missing:
        return
    print("Missing system packages: " + " ".join(missing), flush=True)
    by_hand = " && ".join(" ".join(words) for words in commands)
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo"):
        prefix = ["sudo"]
        by_hand = " && ".join(" ".join(["sudo", *words]) for words in commands)
    else:
        raise StepError(f"They can be installed by an administrator with:\n    {by_hand}\nThen run this command again.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    for words in commands:
        title = "Reading the lists of packages" if "update" in words else "Installing system packages"
        step(title, [*prefix, *words], f"See the lines above, then try by hand:\n    {by_hand}", environment)


def debian_packages() -> set[str]:
    """Every installed package, and every name that one stands in for (libglib2.0-0t64 is libglib2.0-0)."""
    shown = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}\t${Provides}\n"], stdout=subprocess.PIPE, check=False
    ).stdout.decode("utf-8", "replace")
    names = set()
    for line in shown.splitlines():
        status, name, provides = (*line.split("\t"), "", "")[:3]
        if status == "installed":
            names.add(name)
            names.update(part.split()[0] for part in provides.split(",") if part.strip())
    return names


def missing_in_fedora(names: list[str]) -> list[str]:
    """Those of the names that no installed package provides."""
    shown = {**os.environ, "LC_ALL": "C"}
    return [
        name
        for name in names
        if subprocess.run(["rpm", "-q", "--whatprovides", name], stdout=subprocess.DEVNULL, env=shown, check=False).returncode
    ]


# The virtual environment


def fingerprint(lock: str) -> str:
    """What the set-up was made from: the lock, the project's file, the place and the Python."""
    whole = hashlib.sha256(repr((str(ROOT), OLDEST)).encode())
    for path in (ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml"):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def ready(lock: str) -> bool:
    """Whether `.venv` holds exactly what this lock asks for, by the stamp."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return PYTHON.exists() and isinstance(stamp, dict) and stamp.get(lock) == fingerprint(lock)


def make_venv() -> None:
    """Makes `.venv`, anew where one is broken: a Python that was updated or removed, or a creation that was interrupted."""
    if PYTHON.exists():
        works = subprocess.run([str(PYTHON), "-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if works.returncode == 0:
            return
    if VENV.exists():
        print(f"Removing {VENV}, which does not work", flush=True)
        shutil.rmtree(VENV)
    missing = "" if WINDOWS else f" (on Debian and Ubuntu the package python{VERSION}-venv brings it)"
    step("Making .venv", [sys.executable, "-m", "venv", str(VENV)], f"This Python needs the module venv with ensurepip{missing}.")


def install_libraries(lock: str) -> None:
    """Installs the lock, every file by its hash, and then this project itself, without asking for anything more."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    advice = (
        "If nothing could be reached, check the network, or set up pip for your company's package index and certificates (pip config)."
        " If no matching file was found, there is none for this Python and computer."
    )
    file = f"requirements/{lock}.txt"
    step(f"Installing the libraries of {file}", [*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", file], advice)
    step("Installing this project", [*pip, "install", "--no-deps", "--no-build-isolation", "-e", "."], "Is the folder writable?")
    # The lock for development holds all of the other, in the same versions (a test says so).
    done = {"demo", lock}
    STAMP.write_text(json.dumps({each: fingerprint(each) for each in sorted(done)}), "utf-8")


def compile_translations() -> None:
    """Compiles the translations where one is newer than its compiled file."""
    sources = sorted((ROOT / "desktop_client" / "ui" / "translations").glob("*.ts"))
    if any(
        not file.with_suffix(".qm").exists() or file.with_suffix(".qm").stat().st_mtime_ns < file.stat().st_mtime_ns for file in sources
    ):
        words = [str(PYTHON), "-m", "development.translations", "--compile"]
        step("Compiling the translations", words, "A translation has to be repaired: python3 dev.py translations")


def hand_over(word: str, arguments: list[str]) -> int:
    """Goes on as `development/WORD.py` in `.venv`, in the project's folder."""
    os.chdir(ROOT)
    sys.stdout.flush()
    words = [str(PYTHON), "-m", f"development.{word}", *arguments]
    if not WINDOWS:
        os.execv(words[0], words)  # noqa: S606 - there is no shell, and Ctrl-C reaches the command alone
    child = subprocess.Popen(words)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the command got it too, and ends in its own way


def run() -> NoReturn:
    """The program: Ctrl-C ends it with a word instead of a traceback."""
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. The next run goes on from here.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    run()
