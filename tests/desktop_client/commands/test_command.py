import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from desktop_client.commands.command import BAD_ARGUMENTS, Exit, exit_for, next_try, stamp, when
from desktop_client.reasons import Cause, Reason

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

SAY = """
import sys
from desktop_client.commands.command import Output
output = Output(as_json=len(sys.argv) > 1)
output.answer({"said": "é\\ud800×"}, "é\\ud800×")
output.note("noted")
sys.exit(3)
"""


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(seconds=1), "now"),
        (timedelta(seconds=30), "in 30 seconds"),
        (timedelta(seconds=60), "in 1 minute"),
        (timedelta(minutes=15), "in 15 minutes"),
    ],
)
def test_a_time_soon_is_told_by_how_long_it_takes(later: timedelta, said: str) -> None:
    assert when(NOW + later, NOW) == said


def test_a_time_later_is_told_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    at = NOW.astimezone()
    assert when(NOW + timedelta(hours=2), NOW) == f"today at {at + timedelta(hours=2):%H:%M}"
    assert when(NOW + timedelta(days=1), NOW) == f"tomorrow at {at:%H:%M}"
    assert when(NOW + timedelta(days=10), NOW) == f"on 4 December at {at:%H:%M}"


def test_who_tries_again_and_when() -> None:
    away, revoked = Reason(Cause.UNREACHABLE), Reason(Cause.REVOKED)
    soon = datetime.now(UTC) + timedelta(seconds=300)
    assert next_try(soon, away, by_itself=False) == "when Sigap next runs"
    assert next_try(soon, away, by_itself=True) == "in 5 minutes"
    assert next_try(None, away, by_itself=True) == next_try(None, None, by_itself=True) == "soon"
    assert next_try(None, revoked, by_itself=True) == "once it is registered"


def test_a_stamp_is_a_time_with_its_offset() -> None:
    assert stamp(NOW) == "2026-11-24T09:00:00+00:00"
    assert stamp(None) is None


@pytest.mark.parametrize("cause", Cause)
def test_only_what_other_arguments_would_cure_is_their_fault(cause: Cause) -> None:
    assert exit_for(Reason(cause)) is (Exit.BAD_ARGUMENTS if cause in BAD_ARGUMENTS else Exit.FAILED)


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "latin-1"])
def test_an_answer_can_be_written_wherever_it_goes(encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding, "PATH": ""}
    text = subprocess.run([sys.executable, "-c", SAY], capture_output=True, env=environment, check=False)
    assert (text.returncode, text.stderr) == (3, b"noted\n")
    assert text.stdout.count(b"\n") == 1
    assert b"\\ud800" in text.stdout
    values = subprocess.run([sys.executable, "-c", SAY, "json"], capture_output=True, env=environment, check=False)
    assert values.stdout == b'{"said": "\\u00e9\\ud800\\u00d7"}\n'


def test_a_reader_that_went_away_is_no_error() -> None:
    with subprocess.Popen([sys.executable, "-c", SAY], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b"noted\n"
    assert process.returncode == 3


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-", ">/dev/full"])
def test_no_standard_output_is_no_error(redirection: str) -> None:
    done = subprocess.run(["sh", "-c", f'"$0" -c "$1" {redirection}', sys.executable, SAY], capture_output=True, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
