"""`sigap open`: what a link of Sigap's own names, in the tray that runs or in a new one. A link may come from anywhere, such as a mail."""

import argparse

from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit
from desktop_client.system import bell
from desktop_client.system.links import message_of_link

HELP = "Open a sigap:// link"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The link."""
    parser.add_argument("url", metavar="URL", help="such as sigap://article/ID")


def run(call: Call) -> Exit:
    """Rings the tray that runs. Where none does, the program becomes it instead, and this is not called."""
    if not bell.ring(call.profile, message_of(call.options.url)):
        call.output.note("Sigap is not running. Start it, and open the link again.")
        return Exit.FAILED
    return Exit.DONE


def message_of(url: str) -> str:
    """What the tray is told: "article:ID". ArgumentsError for every other address."""
    message = message_of_link(url)
    if message is None:
        raise ArgumentsError(f"This is no link that Sigap opens. {SEE_HELP}")
    return message
