import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_client.system import log as log_module
from desktop_client.system.folders import Profile, open_profile
from desktop_client.system.log import RunningLog, log_files, prune, recent_log, start_log, unexpected, watch_uncaught

Started = Callable[[Callable[[str], str]], RunningLog]
SECRET = "sgd_planted"


def as_it_is(text: str) -> str:
    return text


def without_secret(text: str) -> str:
    return text.replace(SECRET, "[hidden: access-key]")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return open_profile(tmp_path)


@pytest.fixture
def started(profile: Profile) -> Iterator[Started]:
    logs: list[RunningLog] = []

    def start(redact: Callable[[str], str]) -> RunningLog:
        logs.append(start_log(profile, redact))
        return logs[-1]

    yield start
    for log in logs:
        log.close()


def lines(profile: Profile) -> list[dict[str, str]]:
    return [json.loads(line) for file in reversed(log_files(profile.log_folder)) for line in file.read_text("ascii").splitlines()]


def test_a_line_is_one_json_object_whatever_is_logged(profile: Profile, started: Started) -> None:
    log = started(as_it_is)
    logging.getLogger("sigap.test").info("first\nforged: %s", "\x1b[31m é \ud800 ")
    log.close()
    (line,) = lines(profile)
    assert line["message"] == "first\nforged: \x1b[31m é \ud800 "
    assert (line["level"], line["from"], line["thread"]) == ("info", "sigap.test", "MainThread")
    assert log.file.stat().st_mode & 0o777 == 0o600


def test_nothing_logged_is_no_file(profile: Profile, started: Started) -> None:
    started(as_it_is).close()
    assert log_files(profile.log_folder) == ()


@pytest.mark.expects_log
def test_message_arguments_and_traceback_are_redacted(profile: Profile, started: Started) -> None:
    log = started(without_secret)
    try:
        int(f"bad {SECRET}")
    except ValueError:
        logging.getLogger().exception("token %s", SECRET)
    log.close()
    text = log.file.read_text()
    assert SECRET not in text
    assert text.count("[hidden: access-key]") == 2  # the argument, and the error in the traceback
    assert "Traceback" in lines(profile)[0]["exception"]


def test_what_can_not_be_cleaned_is_not_written(profile: Profile, started: Started) -> None:
    def broken(_text: str) -> str:
        raise RuntimeError(SECRET)

    log = started(broken)
    logging.getLogger().info("token %s", SECRET)
    log.close()
    assert lines(profile)[0]["message"] == "[hidden: text]"
    assert SECRET not in log.file.read_text()


def test_it_never_raises(profile: Profile, started: Started, capfd: pytest.CaptureFixture[str]) -> None:
    class Nasty:
        def __str__(self) -> str:
            raise RuntimeError

    log = started(as_it_is)
    logger = logging.getLogger("nasty")
    logger.propagate = False  # pytest's own handler would raise
    logger.addHandler(log._queue)
    try:
        logger.info("%s", Nasty())
        logger.info("%d", "not a number")
        logger.info("good")
    finally:
        logger.removeHandler(log._queue)
        logger.propagate = True
    log.close()
    log.close()
    assert [line["message"] for line in lines(profile)] == ["good"]
    assert capfd.readouterr().err == ""


def test_a_folder_that_is_gone_costs_lines_only(profile: Profile, started: Started, capfd: pytest.CaptureFixture[str]) -> None:
    log = started(as_it_is)
    profile.log_folder.rename(profile.root / "elsewhere")
    logging.getLogger().info("lost")
    log.close()
    assert recent_log(profile) == b""
    assert capfd.readouterr().err == ""


def test_files_are_rotated_and_the_oldest_make_room(profile: Profile, started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "FILE_BYTES", 2000)
    log = started(as_it_is)
    for number in range(100):
        logging.getLogger().info("line %d", number)
    log.close()
    files = log_files(profile.log_folder)
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) <= 4000
    assert lines(profile)[-1]["message"] == "line 99"
    prune(profile.log_folder, all_bytes=1)
    assert log_files(profile.log_folder) == ()


def test_only_so_many_files_stay(profile: Profile) -> None:
    for number in range(40):
        file = profile.log_folder / f"client-20260101-{number:06}-1.log"
        file.write_text("{}\n")
        os.utime(file, (number, number))
    (profile.log_folder / "fault-1.txt").write_text("kept")
    prune(profile.log_folder)
    assert len(log_files(profile.log_folder)) == log_module.ALL_FILES
    assert log_files(profile.log_folder)[0].name == "client-20260101-000039-1.log"
    assert (profile.log_folder / "fault-1.txt").exists()


def test_the_attached_log_is_the_newest_whole_lines(profile: Profile) -> None:
    for number, text in enumerate([b"old 1\nold 2\n", b"new 1\nnew 2\n"]):
        file = profile.log_folder / f"client-2026010{number}-000000-1.log"
        file.write_bytes(text)
        os.utime(file, (number, number))
    assert recent_log(profile) == b"old 1\nold 2\nnew 1\nnew 2\n"
    assert recent_log(profile, most_bytes=20) == b"old 2\nnew 1\nnew 2\n"
    assert recent_log(profile, most_bytes=8) == b"new 2\n"


@pytest.mark.expects_log
def test_an_unforeseen_error_is_found_by_its_reference(profile: Profile, started: Started) -> None:
    log = started(as_it_is)
    reference = unexpected(ValueError("why"))
    log.close()
    (line,) = lines(profile)
    assert line["ref"] == reference
    assert "ValueError: why" in line["exception"]


@pytest.mark.expects_log
def test_what_nobody_caught_is_logged_and_told(
    profile: Profile, started: Started, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log = started(as_it_is)
    told: list[str] = []
    watch_uncaught(told.append)

    def fail() -> None:
        raise LookupError("in a thread")

    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    sys.excepthook(KeyError, KeyError("in the main thread"), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    log.close()
    found = lines(profile)
    assert [line["ref"] for line in found] == told
    assert ["LookupError" in found[0]["exception"], "KeyError" in found[1]["exception"]] == [True, True]
    assert capfd.readouterr().err == ""
