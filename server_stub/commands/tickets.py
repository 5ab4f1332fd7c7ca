"""`sigap-server tickets`: every ticket in one line."""

import argparse

from server_stub.commands.command import Command, Reach, Said, no_arguments, table

HEADS = ("NUMBER", "PRIORITY", "STATE", "CREATED", "PERSON", "COMPUTER", "SUBJECT")


def run(_options: argparse.Namespace, reach: Reach) -> Said:
    """Lists them, oldest first."""
    tickets = reach.do("tickets")
    rows = [
        (
            one["number"],
            str(one["priority"]),
            one["state"],
            one["created"][:16].replace("T", " "),
            one["person"],
            one["computer"],
            one["subject"],
        )
        for one in tickets
    ]
    return Said({"tickets": tickets}, table(HEADS, rows) if rows else "No tickets yet.")


COMMAND = Command("tickets", "list the tickets", no_arguments, run)
