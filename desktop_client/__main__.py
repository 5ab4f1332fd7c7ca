"""The program `sigap`: with a word it is the command line, without one the tray. No Qt is imported for a word.

Options may stand before or after the word: `sigap --json outbox` and `sigap outbox --json` are the same.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Command, Exit, Output, exit_for
from desktop_client.reasons import Cause, Reason, RefusedError, refused
from desktop_client.sentences.reasons import sentence
from desktop_client.system import bell
from desktop_client.system.folders import Profile, open_profile, profile_at
from desktop_client.version import client_version


def _report() -> Command:
    from desktop_client.commands import report  # noqa: PLC0415 - only the command that is called

    return report


def _outbox() -> Command:
    from desktop_client.commands import outbox  # noqa: PLC0415 - only the command that is called

    return outbox


def _tickets() -> Command:
    from desktop_client.commands import tickets  # noqa: PLC0415 - only the command that is called

    return tickets


def _diagnose() -> Command:
    from desktop_client.commands import diagnose  # noqa: PLC0415 - only the command that is called

    return diagnose


def _enroll() -> Command:
    from desktop_client.commands import enroll  # noqa: PLC0415 - only the command that is called

    return enroll


def _search() -> Command:
    from desktop_client.commands import search  # noqa: PLC0415 - only the command that is called

    return search


def _article() -> Command:
    from desktop_client.commands import article  # noqa: PLC0415 - only the command that is called

    return article


def _guide() -> Command:
    from desktop_client.commands import guide  # noqa: PLC0415 - only the command that is called

    return guide


def _check() -> Command:
    from desktop_client.commands import check  # noqa: PLC0415 - only the command that is called

    return check


def _open() -> Command:
    from desktop_client.commands import open as opening  # noqa: PLC0415 - only the command that is called

    return opening


WORDS: dict[str, tuple[Callable[[], Command], str]] = {
    "report": (_report, "Report a problem, with screenshots"),
    "outbox": (_outbox, "List what is waiting to send"),
    "tickets": (_tickets, "List your tickets"),
    "diagnose": (_diagnose, "Check this computer; sends nothing"),
    "enroll": (_enroll, "Register this computer"),
    "search": (_search, "Search help articles"),
    "article": (_article, "Show an article"),
    "guide": (_guide, "Run a guide's checks; changes nothing"),
    "check": (_check, "Run these checks, or all"),
    "open": (_open, "Open a sigap:// link"),
}
"""Each word, how its command is loaded, and the line about it in the help."""

LINK = "sigap:"
"""How a link begins that stands for `open` and itself."""

TAKES_VALUE = {"--profile", "--subject", "--details", "--category", "--impact", "--urgency", "--attach", "--wait", "--limit"}
"""Every option that is followed by a value: it must be known before the word is."""
SWITCHES = {"--help", "--version", "--json", "--no-screenshot", "--no-diagnostics", "--move", "--self-test", "--quiet", "--sync", "--auto"}
"""Every option that is not."""


class Parser(argparse.ArgumentParser):
    """Tells what is wrong as a sentence of ours."""

    def error(self, message: str) -> NoReturn:
        """Instead of printing the usage and leaving."""
        # argparse's own words, such as "the following arguments are required: URL, CODE".
        raise ArgumentsError(f"{message[:1].upper()}{message[1:]}. {SEE_HELP}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs it and gives the exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    output = Output(as_json="--json" in arguments)
    # Whatever is written from now on is this person's alone.
    os.umask(0o077)
    signal.signal(signal.SIGTERM, _stop)
    try:
        return _run(arguments, output)
    except ArgumentsError as error:
        output.note(str(error))
        return Exit.BAD_ARGUMENTS
    except RefusedError as error:
        output.note(sentence(error.reason, desk="", company="", kept=False).whole())
        return exit_for(error.reason)
    except KeyboardInterrupt:
        output.note("Stopped. Nothing was done.")
        return Exit.FAILED


def _stop(_signal: int, _frame: object) -> None:
    """Ends as Ctrl-C does: whoever holds something on the way puts it down first."""
    raise KeyboardInterrupt


def _run(arguments: list[str], output: Output) -> int:
    word, rest = split(arguments)
    if word is None:
        return _run_tray(rest, output)
    load, _ = WORDS[word]
    command = load()
    parser = _common(f"sigap {word}", command.HELP)
    command.add_arguments(parser)
    options = _parse(parser, rest)
    call = Call(options, open_profile(_profile_folder(options)), output)
    if word == "report" and options.subject is None and not output.as_json:
        return _open_report_window(call)
    if word == "open" and not bell.answers(call.profile):
        return _open_link(call)
    return _logged(command, call)


def _logged(command: Command, call: Call) -> int:
    from desktop_client.system.log import start_log, unexpected  # noqa: PLC0415 - a tray starts its own

    log = start_log(call.profile, _redact())
    try:
        return command.run(call)
    except (RefusedError, ArgumentsError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - the border: a person gets a sentence, the log the rest
        call.output.note(sentence(Reason(Cause.UNEXPECTED, {"ref": unexpected(error)}), desk="", company="").whole())
        return Exit.FAILED
    finally:
        log.close()


def _redact() -> Callable[[str], str]:
    from desktop_client.diagnostics.redaction.redact import redact_text  # noqa: PLC0415 - its rules are not needed for the help

    return redact_text


@dataclass
class TrayOptions:
    """What the tray was started with."""

    quiet: bool = False
    """At sign-in: the icon alone, no panel."""


def _run_tray(arguments: list[str], output: Output) -> int:
    parser = _common("sigap", "Help desk in the tray: report a problem, and know that it arrived.", epilog=_words())
    parser.add_argument("--self-test", action="store_true", help="check this installation, and say what works")
    parser.add_argument("--quiet", action="store_true", help="start without opening the panel")
    options = _parse(parser, arguments)
    folder = _profile_folder(options)
    if options.self_test:
        from desktop_client import app  # noqa: PLC0415 - brings Qt

        return app.self_test(folder, as_json=output.as_json)
    if output.as_json:
        raise ArgumentsError(f"--json needs a command. {SEE_HELP}")
    return _start(folder, profile_at(folder), "panel", TrayOptions(quiet=options.quiet), output)


def _open_report_window(call: Call) -> int:
    lost = [name for name in ("details", "category", "impact", "urgency", "attach", "wait") if getattr(call.options, name)]
    if lost:
        raise ArgumentsError(f"--{lost[0]} needs --subject. {SEE_HELP}")
    return _start(_profile_folder(call.options), call.profile, "report", TrayOptions(), call.output)


def _open_link(call: Call) -> int:
    from desktop_client.commands.open import message_of  # noqa: PLC0415 - only the command that is called

    return _start(_profile_folder(call.options), call.profile, message_of(call.options.url), TrayOptions(), call.output)


def _start(folder: Path | None, profile: Profile, show: str, options: TrayOptions, output: Output) -> int:
    """Rings the tray that runs, or becomes it. Which of both is right, the tray's lock knows: this only saves loading Qt."""
    if options.quiet and bell.answers(profile):
        return Exit.DONE
    if bell.ring(profile, show):
        if show == "panel":
            output.note(sentence(Reason(Cause.ALREADY_RUNNING), desk="", company="").whole())
        return Exit.DONE
    from desktop_client import app  # noqa: PLC0415 - brings Qt

    return app.run(folder, show, options)


def split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The word, and everything else in its order with each option's value joined to it; None where there is no word.

    ArgumentsError: a word that is none, or an option without its value.
    """
    word: str | None = None
    rest: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument in TAKES_VALUE:
            if not left or left[0].partition("=")[0] in {*TAKES_VALUE, *SWITCHES}:
                raise ArgumentsError(f"{argument} needs a value. {SEE_HELP}")
            rest.append(f"{argument}={left.pop(0)}")
        elif word is None and argument and not argument.startswith("-"):
            if argument.lower().startswith(LINK):
                # A desktop opens a link with it as the only word.
                word = "open"
                rest.append(argument)
                continue
            if argument not in WORDS:
                raise ArgumentsError(f"Unknown command {_shown(argument)}. {SEE_HELP}")
            word = argument
        else:
            rest.append(argument)
    return word, rest


def _parse(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace:
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        name = unknown[0]
        if name.startswith("-") and name != "-":
            # Without its value, which may be anything.
            raise refused(Cause.UNKNOWN_OPTION, option=name.partition("=")[0])
        raise ArgumentsError(f"Unknown argument {_shown(name)}. {SEE_HELP}")
    return options


def _common(program: str, description: str, *, epilog: str | None = None) -> Parser:
    parser = Parser(
        prog=program,
        description=description,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("--help", "-h", action="help", help="show this, and do nothing")
    parser.add_argument("--version", action="version", version=f"sigap {client_version()}", help="show the version, and do nothing")
    parser.add_argument("--profile", metavar="DIR", help="keep everything in this folder (also by SIGAP_PROFILE)")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    return parser


def _words() -> str:
    lines = [f"  {word:<10}{line}" for word, (_, line) in WORDS.items()]
    return "\n".join(["commands (sigap COMMAND --help says more):", *lines, "", "Without a command Sigap starts in the tray."])


def _profile_folder(options: argparse.Namespace) -> Path | None:
    told = options.profile if options.profile is not None else os.environ.get("SIGAP_PROFILE") or None
    if told is None:
        return None
    if not told.strip():
        raise ArgumentsError(f"--profile needs a folder. {SEE_HELP}")
    return Path(told)


def _shown(argument: str) -> str:
    line = "".join(letter if letter.isprintable() else "?" for letter in argument)
    return line if len(line) <= 60 else f"{line[:59]}…"


if __name__ == "__main__":
    sys.exit(main())
