"""`dev.py demo`: the whole of Sigap in a folder that is thrown away — a backend with sample data, and a client enrolled to it.

With a display, the tray client starts there and opens its panel. Without one, a real report is filed from a virtual screen, and what
arrived is saved. Ctrl-C ends everything; `--once` ends by itself.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

import mss

from development import console_pictures, example_window
from development.console_pictures import SignIn
from development.running import CLIENT, ROOT, SERVER, ProgramError, RunningBackend, call, call_json
from development.virtual_screen import NoScreenError, VirtualScreen, end, wait_for

PICTURES = ROOT / "build" / "demo"
SUBJECT = "Can't print the invoice"
DETAILS = "I pressed Print, and the program says 0x00000709. It worked yesterday."
REPORT_WAIT_S = 60


def main(words: list[str]) -> int:
    """The command. 0 ended as asked, 1 something failed, 130 stopped."""
    options = argparse.ArgumentParser("dev.py demo", description="Shows Sigap with sample data, in a folder that is thrown away.")
    options.add_argument("--once", action="store_true", help="end after the report has arrived instead of waiting for Ctrl-C")
    once = options.parse_args(words).once
    for word in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, word):
            signal.signal(getattr(signal, word), stopped)
    try:
        with ExitStack() as stack:
            demo = Demo(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sigap-demo-"))), stack)
            demo.start_backend()
            if has_display():
                demo.show(once=once)
            else:
                demo.report_from_virtual_screen(once=once)
    except KeyboardInterrupt:
        say("\nStopped. The demo's folder is gone.")
        return 130
    except (ProgramError, NoScreenError, TimeoutError) as error:
        print(f"\nThe demo failed: {error}", file=sys.stderr)
        return 1
    return 0


def stopped(_number: int, _frame: object) -> NoReturn:
    """A signal that ends the demo ends it like Ctrl-C."""
    raise KeyboardInterrupt


def has_display() -> bool:
    """Whether a window of ours would be seen by someone."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def say(words: str = "") -> None:
    """To the terminal, at once."""
    print(words, flush=True)


class Demo:
    """One run: its folder, its backend and its client."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.data = folder / "backend"
        self.profile = folder / "profile"
        self._stack = stack

    def start_backend(self) -> None:
        """Sample data, then the backend over it, then a profile enrolled to it."""
        say("Making sample data …")
        made = call_json(*SERVER, "--data", str(self.data), "--json", "demo-data")
        self.backend = self._stack.enter_context(RunningBackend(self.data))
        say(f"The backend answers at {self.backend.address}")
        technician = made["technicians"][0]
        self.technician = SignIn(self.backend.address, technician["login"], technician["password"])
        enrolled = self.client_json("enroll", self.backend.address, "-", typed=self.backend.code())
        say(f"This client is enrolled as {enrolled['person']} on {enrolled['computer']}")
        # My tickets shall not be empty: two of the sample tickets are this person's.
        call(*SERVER, "--data", str(self.data), "demo-data", "--for", enrolled["computer"])

    def client_json(self, *words: str, environment: dict[str, str] | None = None, typed: str = "", accepted: tuple[int, ...] = (0,)) -> Any:
        """A command of the client on the demo's profile; its JSON."""
        return call_json(*CLIENT, "--profile", str(self.profile), "--json", *words, environment=environment, typed=typed, accepted=accepted)

    def show(self, *, once: bool) -> None:
        """Starts the tray client on the display and opens its panel."""
        tray = self.start_client()
        self._stack.callback(end, tray)
        say("Sigap is in the tray, and its panel is open: report a problem.")
        self.print_page()
        if once:
            time.sleep(5)
            return
        self.print_commands()
        told = False
        while True:
            self.backend.answers()
            if tray.poll() is not None and not told:
                say("The client was closed; the backend still runs. Ctrl-C ends it.")
                told = True
            time.sleep(1)

    def start_client(self) -> "subprocess.Popen[bytes]":
        """`sigap` without a word."""
        return subprocess.Popen(
            [*CLIENT, "--profile", str(self.profile)], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
        )

    def report_from_virtual_screen(self, *, once: bool) -> None:
        """Files a real report of a real window, and saves what arrived."""
        say("There is no display here, so a report is filed from a virtual screen.")
        with VirtualScreen() as screen:
            screen.start(sys.executable, "-m", example_window.__name__)
            screen.wait_for_window(example_window.TITLE)
            wait_for(lambda: shows_problem(screen.display) or None, "the window with a problem")
            words = ("report", "--subject", SUBJECT, "--details", DETAILS, "--wait", str(REPORT_WAIT_S))
            answer = self.client_json(*words, environment=screen.environment(), accepted=(0, 1, 3))
        if answer["state"] != "delivered":
            raise ProgramError(f"the report is {answer['state']}: {answer['reason']}")
        number, sent = answer["number"], answer["sent"]
        say(f"{number} received: {SUBJECT}")
        parts = [f"{sent[kind]} {kind if sent[kind] != 1 else kind[:-1]}" for kind in ("pictures", "files", "facts")]
        say(f"Sent: {', '.join(parts)}, {sent['bytes']:,} bytes")
        self.save_pictures(number)
        say("The technician's page, as it shows this report:")
        for made in console_pictures.save_pictures(self.technician, number, PICTURES / number):
            say(f"  {made}")
        if not once:
            self.print_page()
            self.print_commands(number)
            while True:
                self.backend.answers()
                time.sleep(1)

    def save_pictures(self, number: str) -> None:
        """Writes what arrived into the project's build folder, which stays."""
        folder = PICTURES / number
        shutil.rmtree(folder, ignore_errors=True)
        ticket = self.backend.command("show", number, "--files", str(folder))
        say(f"What arrived with it is in {folder}:")
        for attachment in ticket["attachments"]:
            say(f"  {attachment['path']}  {attachment['type']}, {attachment['bytes']:,} bytes")

    def print_page(self) -> None:
        """Where a technician works, and how to get in."""
        say(f"The technician's page is {self.backend.address}/console/")
        say(f"  sign in as {self.technician.login} with {self.technician.password} (only in this demo, and gone with it)")
        say("  Open a ticket of yours, press See screen, and your tray asks you.")

    def print_commands(self, number: str = "INC-000001") -> None:
        """Addresses, and what to try in another terminal."""
        client, server = (Path(sys.executable).with_name(name) for name in ("sigap", "sigap-server"))
        say("\nTo try in another terminal:")
        say(f'  {client} --profile {self.profile} report --subject "The scanner is offline"')
        say(f"  {client} --profile {self.profile} tickets")
        say(f"  {server} --data {self.data} tickets")
        say(f'  {server} --data {self.data} reply {number} "Please try again now." --as Rina')
        say(
            f"\nThe backend is at {self.backend.address}, its API under /api/v1. Ctrl-C stops everything and removes {self.profile.parent}."
        )


def shows_problem(display: str) -> bool:
    """Whether the example window is painted: its red is on the screen."""
    with mss.MSS(display=display) as pictures:
        return bytes(reversed(example_window.RED)) in bytes(pictures.grab(pictures.monitors[0]).raw)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
