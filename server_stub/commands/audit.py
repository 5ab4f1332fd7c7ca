"""`sigap-server audit`: what must be provable later, and the proof that nothing of it was changed."""

import argparse
import re
from collections.abc import Iterator
from typing import Any

from server_stub.commands.command import Command, CommandError, Reach, Said, common, table

HEADS = ("NUMBER", "TIME (UTC)", "WHO", "WHAT", "TICKET", "DETAIL")
HASH = re.compile("[0-9a-f]{64}", re.ASCII)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the words within the word."""
    inner = parser.add_subparsers(dest="audit_word", metavar="WORD", required=True)

    def word(name: str, help_text: str) -> argparse.ArgumentParser:
        one = inner.add_parser(name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".")
        common(one)
        return one

    listing = word("list", "list what was done, oldest first")
    listing.add_argument("--after", metavar="N", type=int, default=0, help="only entries above this number")
    verifying = word("verify", "prove that no entry was changed, removed or put in; exit code 1 when one was")
    verifying.add_argument("--last", metavar="HASH", default="", help="the hash of an earlier verify, as it was written down elsewhere")


def run(options: argparse.Namespace, reach: Reach) -> Said:
    """Does the inner word."""
    return verify(options, reach) if options.audit_word == "verify" else listed(options, reach)


def listed(options: argparse.Namespace, reach: Reach) -> Said:
    """One line each."""
    if options.after < 0:
        raise CommandError(f"--after takes a number from 0, not {options.after}.", 2)
    found = list(entries(reach, options.after))
    rows = [
        (str(one["number"]), one["at"][:19].replace("T", " "), one["actor"] or "–", one["what"], one["ticket"] or "–", one["detail"])
        for one in found
    ]
    return Said({"entries": found}, table(HEADS, rows) if rows else "No entries.")


def entries(reach: Reach, after: int) -> Iterator[dict[str, Any]]:
    """All entries above a number, some hundred at a time."""
    while some := reach.do("audit_entries", after=after):
        yield from some
        after = some[-1]["number"]


def verify(options: argparse.Namespace, reach: Reach) -> Said:
    """Says where the first wrong entry is."""
    last = options.last.strip().lower()
    if options.last and not HASH.fullmatch(last):
        raise CommandError("--last takes the 64 digits (0 to 9, a to f) that an earlier verify said.", 2)
    told = reach.do("verify_audit", noted=last)
    count, broken = told["count"], told["broken"]
    lines = ["The audit has no entries yet."]
    if count:
        lines = [f"{count} {'entry is' if count == 1 else 'entries are'} as written. The last of them has the hash", told["last_hash"]]
    if told["noted"]:
        lines.append(f"The hash that was written down is that of entry {told['noted']}.")
    sentence = f"The audit is broken at entry {broken}. {told['why']}" if told["why"] else ""
    return Said(told, "\n".join(lines), code=1 if told["why"] else 0, sentence=sentence)


COMMAND = Command("audit", "list what was done, and prove that the list is whole", add_arguments, run)
