"""`sigap enroll URL CODE`: makes this computer known to the company's backend."""

import argparse
import sys

from desktop_client.backend.address import normal_address
from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit
from desktop_client.commands.instance import Instance
from desktop_client.flows.enrol import enrol

HELP = "Register this computer"
LONGEST_CODE = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and with what."""
    parser.add_argument("url", metavar="URL", help="the address of the backend; https is meant where nothing is said")
    parser.add_argument("code", metavar="CODE", help="the registration code from the help desk; - reads it from standard input")
    parser.add_argument("--move", action="store_true", help="to another backend although reports wait: send them there instead")


def run(call: Call) -> Exit:
    """Registers, and tells a running tray."""
    address = normal_address(call.options.url)
    code = _code(call.options.code)
    instance = Instance(call.profile)
    try:
        enrolment = enrol(
            address,
            code,
            profile=call.profile,
            tokens=instance.tokens,
            outbox=instance.outbox,
            cache=instance.cache,
            about=instance.about_kept,
            confirmed=call.options.move,
        )
        instance.ring("enrolled")
        call.output.answer(
            {"person": enrolment.person, "computer": enrolment.computer, "backend": enrolment.address},
            f"Registered to {enrolment.company} as {enrolment.computer}.",
        )
        return Exit.DONE
    finally:
        instance.close()


def _code(told: str) -> str:
    if told == "-":
        if sys.stdin is None:
            raise ArgumentsError(f"- reads the code from standard input, and there is none. {SEE_HELP}")
        told = sys.stdin.buffer.readline(LONGEST_CODE * 4).decode("utf-8", "replace")
    code = told.strip()
    if not code:
        raise ArgumentsError(f"The code is missing. {SEE_HELP}")
    return code
