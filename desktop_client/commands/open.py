"""`sigap open`: what a link of Sigap's own names, in the tray that runs or in a new one. A link may come from anywhere, such as a mail."""

import argparse
import re

from contract.articles import ARTICLE_ID
from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit
from desktop_client.system import bell

HELP = "Open a sigap:// link"
LINK = re.compile(rf"(?i:sigap://article)/({ARTICLE_ID})")
"""The only link there is. What isn't wholly of this form, such as one with a query, opens nothing."""


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
    found = LINK.fullmatch(url)
    if found is None:
        raise ArgumentsError(f"This is no link that Sigap opens. {SEE_HELP}")
    return f"article:{found.group(1)}"
