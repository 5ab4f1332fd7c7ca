import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_client import __main__ as program
from desktop_client.__main__ import SWITCHES, TAKES_VALUE, WORDS, main, split
from desktop_client.commands import outbox
from desktop_client.commands.command import ArgumentsError, Call, Exit
from tests.together.backend_process import ClientProfile


@pytest.fixture(autouse=True)
def process_as_before() -> Iterator[None]:
    """`main` makes files private and takes over SIGTERM, for its process."""
    umask, handler = os.umask(0o022), signal.getsignal(signal.SIGTERM)
    yield
    os.umask(umask)
    signal.signal(signal.SIGTERM, handler)


@pytest.mark.parametrize(
    ("arguments", "word", "rest"),
    [
        (["outbox", "--json"], "outbox", ["--json"]),
        (["--json", "outbox"], "outbox", ["--json"]),
        (["--profile", "tickets", "outbox"], "outbox", ["--profile=tickets"]),
        (["--profile=tickets", "outbox"], "outbox", ["--profile=tickets"]),
        (["--subject", "x", "report", "--details", "-"], "report", ["--subject=x", "--details=-"]),
        (["report", "--subject", "-x"], "report", ["--subject=-x"]),
        (["report", "--subject", "--- help ---"], "report", ["--subject=--- help ---"]),
        (["report", "--subject", ""], "report", ["--subject="]),
        (["enroll", "outbox", "-"], "enroll", ["outbox", "-"]),
        (["--self-test"], None, ["--self-test"]),
        (["-", "outbox"], "outbox", ["-"]),
        ([], None, []),
    ],
)
def test_options_stand_before_or_after_the_word(arguments: list[str], word: str | None, rest: list[str]) -> None:
    assert split(arguments) == (word, rest)


@pytest.mark.parametrize("arguments", [["outbx"], ["report", "--subject"], ["report", "--subject", "--json"], ["--profile"]])
def test_what_is_no_word_or_lacks_its_value_is_refused(arguments: list[str]) -> None:
    with pytest.raises(ArgumentsError):
        split(arguments)


def test_every_option_of_every_word_is_known_by_its_kind() -> None:
    parsers = [program._common("sigap", "")]
    for load, line in WORDS.values():
        command = load()
        assert line == command.HELP
        parsers.append(program._common("sigap", command.HELP))
        command.add_arguments(parsers[-1])
    actions = [action for parser in parsers for action in parser._actions if action.option_strings]
    assert {action.option_strings[0] for action in actions if action.nargs is None} == TAKES_VALUE
    assert {action.option_strings[0] for action in actions if action.nargs == 0} | {"--self-test", "--quiet"} == SWITCHES


@pytest.mark.parametrize("word", WORDS)
def test_no_word_loads_qt(word: str, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from desktop_client.__main__ import WORDS, main\n"
        f"WORDS[{word!r}][0]()\n"
        "sys.argv[1:] = ['outbox', '--json', '--profile', sys.argv[1]]\n"
        "assert main() == 0\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'desktop_client.ui'))])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ['{"waiting": []}', "[]"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--bogus"], "Unknown option --bogus."),
        (["outbox", "--bogus=secret"], "Unknown option --bogus."),
        (["--bogus", "--json", "outbox"], "Unknown option --bogus."),
        (["outbox", "--js"], "Unknown option --js."),
        (["outbox", "more"], "Unknown argument more."),
        (["nonsense\x1b[31m\n"], "Unknown command nonsense?[31m?."),
        (["--json"], "--json needs a command."),
        (["outbox", "--profile", " "], "--profile needs a folder."),
        (["enroll"], "The following arguments are required: URL, CODE."),
        (["enroll", "https://help.example"], "The following arguments are required: CODE."),
    ],
)
def test_bad_arguments_get_a_sentence_and_nothing_else(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    done = ClientProfile(tmp_path / "profile").run(*arguments)
    assert (done.code, done.out) == (Exit.BAD_ARGUMENTS, "")
    assert done.err == f"{sentence} Nothing was done. See sigap --help.\n"
    assert not (tmp_path / "profile").exists()


def test_help_and_version_do_nothing(tmp_path: Path) -> None:
    client = ClientProfile(tmp_path / "profile")
    assert re.fullmatch(r"sigap \d+\.\d+\.\d+\n", client.run("--version", "outbox").out)
    told = client.run("--help").out
    for word, (_, line) in WORDS.items():
        assert re.search(rf"^  {word} +{re.escape(line)}$", told, re.MULTILINE)
        assert f"usage: sigap {word}" in client.run("--help", word).out
    assert not (tmp_path / "profile").exists()


def test_the_environment_names_the_profile_and_the_option_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGAP_PROFILE", str(tmp_path / "by environment"))
    assert main(["outbox", "--json"]) == 0
    assert main(["outbox", "--json", "--profile", str(tmp_path / "by option")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["by environment", "by option"]
    assert capsys.readouterr().out == '{"waiting": []}\n' * 2


def test_a_profile_of_a_newer_sigap_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "profile.json").write_text('{"version": 99}')
    assert main(["outbox", "--json", "--profile", str(tmp_path)]) == Exit.FAILED
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "This folder was made by a newer Sigap. Nothing was changed. Update Sigap.\n")


def test_nothing_in_the_profile_is_readable_by_others(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir()
    (folder / "other").write_text("the folder is not ours alone")
    ClientProfile(folder).json("report", "--subject", "x", "--no-screenshot", "--no-diagnostics", "--wait", "0", code=3)
    for path in folder.rglob("*"):
        if path.name != "other":
            assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.expects_log
def test_an_unforeseen_error_is_a_sentence_and_its_reference_is_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_call: Call) -> Exit:
        raise LookupError("nobody foresaw this")

    monkeypatch.setattr(outbox, "run", fail)
    assert main(["outbox", "--json", "--profile", str(tmp_path)]) == Exit.FAILED
    said = capsys.readouterr()
    assert said.out == ""
    found = re.fullmatch(
        r"Something went wrong inside Sigap\. Try again later\. Tell the help desk if it goes on: ([0-9a-f]{8})\.\n", said.err
    )
    assert found
    (log,) = (tmp_path / "log").glob("client-*.log")
    line = json.loads(log.read_text().splitlines()[-1])
    assert line["ref"] == found[1]
    assert "nobody foresaw this" in line["exception"]


def test_a_subject_that_is_missing_opens_no_window_for_a_program(tmp_path: Path) -> None:
    done = ClientProfile(tmp_path).run("report", "--json")
    assert (done.code, done.out) == (Exit.BAD_ARGUMENTS, "")
    assert "--subject" in done.err


@pytest.mark.parametrize("lost", [["--details", "typed"], ["--attach", "x"], ["--impact", "me"]])
def test_no_window_opens_where_something_typed_would_be_lost(tmp_path: Path, lost: list[str]) -> None:
    done = ClientProfile(tmp_path).run("report", *lost)
    assert (done.code, done.out) == (Exit.BAD_ARGUMENTS, "")
    assert done.err.startswith(f"{lost[0]} needs --subject.")
