"""A password as an administrator types it: never on a command line, where every program on the computer can read it."""

import getpass
import sys

from server_stub.commands.command import CommandError

MOST_BYTES = 2_000


def typed_password(login: str) -> str:
    """Asked twice on a terminal; else the one line of standard input. Raises `CommandError`."""
    if sys.stdin is None:
        raise CommandError("The password is read from standard input, and there is none.", 2)
    return asked_twice(login) if sys.stdin.isatty() else read_line()


def asked_twice(login: str) -> str:
    """From the terminal, which doesn't show it."""
    try:
        first = getpass.getpass(f"Password for {login}: ")
        again = getpass.getpass("Once more: ")
    except (EOFError, KeyboardInterrupt):
        raise CommandError("No password was typed, so nothing was changed.", 130) from None
    if first != again:
        raise CommandError("The two passwords are not the same, so nothing was changed.")
    return first


def read_line() -> str:
    """From standard input, as a program hands it over."""
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise CommandError("Standard input is not UTF-8 text.", 2) from None
    if len(data) > MOST_BYTES or len(lines) > 1:
        raise CommandError("Standard input holds more than one line with a password.", 2)
    if not lines or not lines[0]:
        raise CommandError("Standard input holds no password.", 2)
    return lines[0]
