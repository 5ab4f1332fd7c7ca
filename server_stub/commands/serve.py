"""`sigap-server serve`: its arguments; `__main__` runs it, because it builds the whole backend."""

import argparse
from pathlib import Path

from server_stub.commands.command import CommandError

WORD = "serve"
SUMMARY = "run the backend until it is told to stop"
PORT = 8470


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the word takes."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (without: 127.0.0.1, for this computer alone)")
    parser.add_argument("--port", type=int, default=PORT, help=f"the port; 0 takes a free one (without: {PORT})")
    parser.add_argument("--certificate", metavar="FILE", type=Path, help="the certificate with its chain, PEM: speak https")
    parser.add_argument("--key", metavar="FILE", type=Path, help="the certificate's key, PEM, where it is a file of its own")


def check(options: argparse.Namespace) -> None:
    """Refuses what can't be meant."""
    if not 0 <= options.port < 2**16:
        raise CommandError(f"--port takes 0 to 65535, not {options.port}.", 2)
    if options.key and not options.certificate:
        raise CommandError("--key needs --certificate.", 2)
