"""`sigap-server code`: a new enrolment code, alone on standard output."""

import argparse

from server_stub.commands.command import Command, CommandError, Reach, Said, always

MOST_DAYS = 3650


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the word takes."""
    parser.add_argument("--reusable", action="store_true", help="any number of computers may use it, until it expires")
    parser.add_argument("--expires", metavar="DAYS", type=int, help="days until it can't be used any more (without: 30)", default=30)


def run(options: argparse.Namespace, reach: Reach) -> Said:
    """Makes the code; it is kept hashed, so that it can't be shown again."""
    if not 1 <= options.expires <= MOST_DAYS:
        raise CommandError(f"--expires takes 1 to {MOST_DAYS} days, not {options.expires}.", 2)
    code = reach.do("code", reusable=options.reusable, expires_days=options.expires)
    return Said({"code": code, "reusable": options.reusable, "expires_days": options.expires}, code)


COMMAND = Command("code", "make an enrolment code", add_arguments, run, creates_data=always)
