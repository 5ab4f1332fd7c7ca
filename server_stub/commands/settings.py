"""`sigap-server settings`: the whole settings file as it is in force, with every row explained."""

import argparse

import msgspec

from server_stub.commands.command import Command, Reach, Said, no_arguments
from server_stub.settings.file import load
from server_stub.settings.rendering import rendered


def run(_options: argparse.Namespace, reach: Reach) -> Said:
    """Reads the file; a running backend uses what it was when it started."""
    settings = load(reach.data)
    return Said(msgspec.to_builtins(settings, str_keys=True), rendered(settings).rstrip("\n"))


COMMAND = Command("settings", "print the whole settings file, every row explained", no_arguments, run)
