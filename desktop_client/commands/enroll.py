"""`sigap enroll URL CODE`: makes this computer known to the company's backend."""

import argparse
import sys

from desktop_client.backend.address import host_of, normal_address
from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit, exit_for
from desktop_client.commands.instance import CommandInstance
from desktop_client.reasons import Cause, RefusedError
from desktop_client.sentences.reasons import sentence

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
    instance = CommandInstance(call.profile)
    try:
        enrolment = instance.enrol(address, code, confirmed=call.options.move)
        instance.ring("enrolled")
        call.output.answer(
            {"person": enrolment.person, "computer": enrolment.computer, "backend": enrolment.address},
            f"Registered to {enrolment.company} as {enrolment.computer}.",
        )
    except RefusedError as error:
        # Before it is registered, the backend's host stands for the company.
        call.output.note(sentence(error.reason, desk="", company=host_of(address), kept=False).whole())
        if error.reason.cause is Cause.WAITING_ELSEWHERE:
            call.output.note("To send them to the new server: sigap enroll --move.")
        return exit_for(error.reason)
    finally:
        instance.close()
    return Exit.DONE


def _code(told: str) -> str:
    if told == "-":
        if sys.stdin is None:
            raise ArgumentsError(f"- reads the code from standard input, and there is none. {SEE_HELP}")
        told = sys.stdin.buffer.readline(LONGEST_CODE * 4).decode("utf-8", "replace")
    code = told.strip()
    if not code:
        raise ArgumentsError(f"The code is missing. {SEE_HELP}")
    return code
