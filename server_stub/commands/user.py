"""`sigap-server user`: who may sign in at the technician's page."""

import argparse
import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

from server_stub.commands.articles import place
from server_stub.commands.command import Command, CommandError, Reach, Said, clean, common, table
from server_stub.commands.typed_password import typed_password

HEADS = ("LOGIN", "ROLE", "STATE", "SESSIONS", "LAST SEEN", "NAME", "TITLE")
ROLES = ("technician", "lead")
LANGUAGES = ("en", "id")
PICTURE_BYTES = 2_000_000
"""More is not even read."""

Does = Callable[[argparse.Namespace, Reach], Said]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the words within the word."""
    inner = parser.add_subparsers(dest="user_word", metavar="WORD", required=True)

    def word(name: str, help_text: str) -> argparse.ArgumentParser:
        one = inner.add_parser(name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".")
        common(one)
        return one

    asked = "; the password is asked for, or read from standard input"
    adding = word("add", f"let somebody sign in{asked}")
    adding.add_argument("login", metavar="LOGIN", help="what they sign in with")
    adding.add_argument("--name", required=True, help="how employees and colleagues read their name")
    adding.add_argument("--role", required=True, choices=ROLES, help="technician, or lead: who is told of alarms and confirms them too")
    adding.add_argument("--title", default="", help='what they are, such as "Service Desk"')
    adding.add_argument("--picture", metavar="FILE", type=place, help="a PNG, JPEG or WebP (without: their initials)")
    adding.add_argument("--language", choices=LANGUAGES, default="", help="the page's language for them (without: their browser's)")
    word("list", "list who may sign in")
    for name, does in (
        ("disable", "let somebody sign in no more, and sign them out everywhere"),
        ("enable", "let somebody who was disabled sign in again"),
        ("password", f"give somebody a new password, and sign them out everywhere{asked}"),
    ):
        word(name, does).add_argument("login", metavar="LOGIN", help="what they sign in with")


def run(options: argparse.Namespace, reach: Reach) -> Said:
    """Does the inner word."""
    does: dict[str, Does] = {"add": add, "list": listed, "disable": disable, "enable": enable, "password": password}
    return does[options.user_word](options, reach)


def add(options: argparse.Namespace, reach: Reach) -> Said:
    """Makes the account."""
    picture = None if options.picture is None else base64.b64encode(picture_bytes(options.picture)).decode()
    told = reach.do(
        "add_user",
        login=options.login,
        name=options.name,
        role=options.role,
        title=options.title,
        language=options.language,
        password=typed_password(options.login),
        picture=picture,
    )
    return Said(told, f"{told['login']} can sign in, as a {told['role']}.")


def picture_bytes(path: Path) -> bytes:
    """The file, read in this process: a running backend may not see this account's folders. What it is, the backend says."""
    try:
        with path.open("rb") as file:
            data = file.read(PICTURE_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{clean(str(path))} can't be read: {error.strerror}.") from None
    if len(data) > PICTURE_BYTES:
        raise CommandError(f"The picture has more than {PICTURE_BYTES:,} bytes.")
    return data


def listed(_options: argparse.Namespace, reach: Reach) -> Said:
    """One line each."""
    found = reach.do("users")
    return Said({"users": found}, table(HEADS, [line(one) for one in found]) if found else "Nobody can sign in yet: sigap-server user add.")


def line(one: dict[str, Any]) -> tuple[str, ...]:
    """An account's cells."""
    seen = (one["last_seen"] or "never")[:16].replace("T", " ")
    state = "disabled" if one["disabled"] else "active"
    return one["login"], one["role"], state, str(one["sessions"]), seen, one["name"], one["title"]


def disable(options: argparse.Namespace, reach: Reach) -> Said:
    """Ends the account's sessions too."""
    told = reach.do("disable_user", login=options.login)
    return Said(told, f"{told['login']} is disabled, and signed out everywhere.")


def enable(options: argparse.Namespace, reach: Reach) -> Said:
    """The password is the one from before."""
    told = reach.do("enable_user", login=options.login)
    return Said(told, f"{told['login']} can sign in again.")


def password(options: argparse.Namespace, reach: Reach) -> Said:
    """Ends the account's sessions too."""
    told = reach.do("set_user_password", login=options.login, password=typed_password(options.login))
    return Said(told, f"{told['login']} has a new password, and is signed out everywhere.")


def makes_data(options: argparse.Namespace) -> bool:
    """The first account may come before anything else."""
    return bool(options.user_word == "add")


COMMAND = Command("user", "say who may sign in at the technician's page", add_arguments, run, creates_data=makes_data)
