"""`sigap-server`: the backend's command line. Exit codes: 0 done, 2 wrong arguments, 1 anything else; then the sentence is on stderr."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from server_stub.commands import serve as serve_word
from server_stub.commands.arguments import parsed
from server_stub.commands.catalogue import COMMANDS
from server_stub.commands.command import CommandError
from server_stub.commands.words import WORDS
from server_stub.refusals import DataError, ServerRefused
from server_stub.running.control import Closable, call
from server_stub.running.folder import default_folder, opened, refuse_foreign
from server_stub.running.frames import Ask
from server_stub.running.lock import RunningError
from server_stub.settings.checks import SettingsError
from server_stub.settings.file import load

REFUSALS = (ServerRefused, DataError, SettingsError)
SENTENCES = (CommandError, RunningError, *REFUSALS)
STORE = "store.db"


class DataFolder:
    """The way to the data for one word."""

    def __init__(self, data: Path, *, creates: bool) -> None:
        self.data = data
        self._creates = creates

    def do(self, word: str, **args: object) -> Any:
        """Asks the running backend, or does it here under the lock."""
        if not self._creates and not (self.data / STORE).exists():
            raise CommandError(f"There is no backend's data in {self.data}. Name its data folder with --data.")
        return call(self.data, Ask(word, args), self._open, WORDS, REFUSALS)

    @staticmethod
    def _open(data: Path) -> Closable:
        refuse_foreign(data)
        from server_stub.app import open_backend  # noqa: PLC0415 - a word beside a running backend starts without SQL and HTTP

        return open_backend(data, load(data))


def main(argv: list[str] | None = None) -> int:
    """The program."""
    json = False
    # Whatever is written from now on is this account's alone.
    os.umask(0o077)
    try:
        options = parsed(sys.argv[1:] if argv is None else argv)
        json = options.json
        if options.word == serve_word.WORD:
            return serve(options)
        command = next(one for one in COMMANDS if one.word == options.word)
        named = options.data is not None or "SIGAP_DATA" in os.environ
        data = Path(options.data or default_folder())
        if command.word != "settings" or named or data.exists():
            data = opened(data, create=command.creates_data(options))
        said = command.run(options, DataFolder(data, creates=command.creates_data(options)))
    except SENTENCES as error:
        print_sentence(str(error))
        return getattr(error, "code", 1)
    except ModuleNotFoundError as error:
        print_sentence(f"The backend's libraries are not installed ({error.name}): install sigap[server].")
        return 1
    if said.sentence:
        print_sentence(said.sentence)
    return written(msgspec.json.encode(said.value) if json else said.text.encode()) or said.code


def serve(options: argparse.Namespace) -> int:
    """Runs the backend; says where it listens in one line."""
    serve_word.check(options)
    data = opened(Path(options.data or default_folder()), create=True)
    refuse_foreign(data)
    settings = load(data)
    from server_stub.app import asgi, open_backend  # noqa: PLC0415 - see above
    from server_stub.running.listening import Address  # noqa: PLC0415 - see above
    from server_stub.running.serving import Program, serve  # noqa: PLC0415 - see above

    def announce(address: Address) -> None:
        told = {"address": address.url(), "host": address.host, "port": address.port, "data": str(data), "pid": os.getpid()}
        written(msgspec.json.encode(told) if options.json else f"Sigap listens on {address.url()}".encode())

    serve(
        data,
        settings,
        Program(open_backend, asgi, WORDS, REFUSALS),
        host=options.host,
        port=options.port,
        certificate=options.certificate,
        key=options.key,
        announce=announce,
    )
    return 0


def print_sentence(sentence: str) -> None:
    """To standard error, in one line, whatever names it holds."""
    sys.stderr.buffer.write((" ".join(sentence.split()) + "\n").encode(errors="backslashreplace"))
    sys.stderr.buffer.flush()


def written(line: bytes) -> int:
    """To standard output. A reader that went away is no error of ours."""
    try:
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        print_sentence(f"The answer can't be written: {error.strerror}.")
        return 1
    return 0


def _silence() -> None:
    """What is left unwritten goes nowhere: Python would try it once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
