"""`sigap-server computers` and `revoke`: which computers are enrolled, and taking that back."""

import argparse

from server_stub.commands.command import Command, Reach, Said, no_arguments, table

HEADS = ("ENROLLED", "STATE", "PERSON", "ACCOUNT", "COMPUTER", "ID")


def computers(_options: argparse.Namespace, reach: Reach) -> Said:
    """Lists the enrolments, oldest first."""
    found = reach.do("computers")
    rows = [
        (
            one["created"][:16].replace("T", " "),
            "revoked" if one.get("revoked") else "enrolled",
            one["person"],
            one["account"],
            one["computer"],
            one["id"],
        )
        for one in found
    ]
    return Said({"computers": found}, table(HEADS, rows) if rows else "No computer is enrolled yet.")


def add_revoke_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what `revoke` takes."""
    parser.add_argument("computer", metavar="ID-OR-COMPUTER", help="an id from `computers`, or a computer's name (all of its enrolments)")


def revoke(options: argparse.Namespace, reach: Reach) -> Said:
    """Ends the enrolments and their open streams; the client is told that it must be registered again."""
    told = reach.do("revoke", computer=options.computer)
    return Said({"revoked": told}, f"Revoked: {', '.join(told)}.")


COMPUTERS = Command("computers", "list the enrolled computers", no_arguments, computers)
REVOKE = Command("revoke", "take a computer's enrolment back", add_revoke_arguments, revoke)
