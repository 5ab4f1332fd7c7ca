"""`sigap-server reply` and `resolve`: answers to the employee, by the help desk or a technician's name."""

import argparse
import sys

from server_stub.commands.command import Command, CommandError, Reach, Said

MOST_BYTES = 1_000_000
"""Read from standard input: more than any backend takes as a reply, and no more than that."""


def add_reply_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what `reply` takes."""
    parser.add_argument("ticket", metavar="INC-…", help="the ticket's number")
    parser.add_argument("text", metavar="TEXT", help="what to say; - reads it from standard input")
    add_name(parser)


def add_resolve_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what `resolve` takes."""
    parser.add_argument("ticket", metavar="INC-…", help="the ticket's number")
    add_name(parser)


def add_name(parser: argparse.ArgumentParser) -> None:
    """Declares who speaks."""
    parser.add_argument("--as", dest="name", metavar="NAME", help="the technician's name (without: the help desk's)")


def reply(options: argparse.Namespace, reach: Reach) -> Said:
    """Sends the answer; a new ticket becomes open."""
    text = options.text
    if text == "-":
        text = read_input()
    if not text.strip():
        raise CommandError("A reply needs words; the text is empty.", 2)
    told = reach.do("reply", ticket=options.ticket, text=text, name=checked_name(options))
    return Said(told, f"{told['number']} was answered, and is {told['state']}.")


def read_input() -> str:
    """Standard input as text. Raises `CommandError` for none, for what is no text, and for what never ends."""
    if sys.stdin is None:
        raise CommandError("- reads standard input, and there is none.", 2)
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise CommandError(f"Standard input holds more than {MOST_BYTES:,} bytes: that is too long for a reply.", 2)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise CommandError("Standard input is not UTF-8 text.", 2) from None


def resolve(options: argparse.Namespace, reach: Reach) -> Said:
    """Marks it as resolved; the employee can reopen it."""
    told = reach.do("resolve", ticket=options.ticket, name=checked_name(options))
    return Said(told, f"{told['number']} is {told['state']}.")


def checked_name(options: argparse.Namespace) -> str | None:
    """The name as it was given, if it was."""
    name: str | None = options.name
    if name is not None and (not name.strip() or len(name) > 100 or not name.isprintable()):
        raise CommandError("--as takes a name of one line with at most 100 letters.", 2)
    return name and name.strip()


REPLY = Command("reply", "answer a ticket", add_reply_arguments, reply)
RESOLVE = Command("resolve", "mark a ticket as resolved", add_resolve_arguments, resolve)
