"""The command line's grammar: one word, with --data and --json before or after it."""

import argparse
import re
from typing import NoReturn

from server_stub.commands import serve
from server_stub.commands.catalogue import COMMANDS
from server_stub.commands.command import CommandError, common
from server_stub.version import server_version


class Parser(argparse.ArgumentParser):
    """argparse, whose errors are sentences, and whose options are never guessed from their beginning."""

    def __init__(self, **given: object) -> None:
        super().__init__(**{**given, "allow_abbrev": False})  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Wrong arguments: exit code 2."""
        if match := re.fullmatch(r"unrecognized arguments: (.*)", message):
            given = match[1].split(" ")[0]
            message = f'{"there is no option" if given.startswith("-") else "unexpected"} "{given}"'
        elif match := re.search(r"invalid choice: (.*?) \(choose from", message):
            message = f"there is no word {match[1]}"
        raise CommandError(f"{self.prog}: {message}. See {self.prog} --help.", 2)


def parser() -> Parser:
    """The whole grammar; `options.word` is the word."""
    whole = Parser(prog="sigap-server", description="The backend of Sigap, the help desk in the tray.")
    whole.add_argument("--version", action="version", version=server_version())
    common(whole)
    words = whole.add_subparsers(dest="word", metavar="WORD", required=True)
    serving = words.add_parser(serve.WORD, help=serve.SUMMARY, description=serve.SUMMARY.capitalize() + ".")
    common(serving)
    serve.add_arguments(serving)
    for command in COMMANDS:
        one = words.add_parser(command.word, help=command.summary, description=command.summary.capitalize() + ".")
        common(one)
        command.add_arguments(one)
    return whole


def parsed(argv: list[str]) -> argparse.Namespace:
    """The options. Raises `CommandError` with exit code 2; SystemExit after --help and --version."""
    for given in argv:
        try:
            given.encode()
        except UnicodeEncodeError:
            shown = given.encode(errors="backslashreplace").decode()
            raise CommandError(f"sigap-server: {shown[:60]!r} is not text in this terminal's encoding.", 2) from None
        if "\0" in given:
            raise CommandError("sigap-server: an argument holds a NUL character.", 2)
    options = parser().parse_args(argv)
    options.json = getattr(options, "json", False)
    options.data = getattr(options, "data", None)
    return options
