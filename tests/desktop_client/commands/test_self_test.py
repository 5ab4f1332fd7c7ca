import json
from pathlib import Path

import pytest

from contract import assist_words
from desktop_client.commands import self_test
from desktop_client.commands.command import Exit, Output
from desktop_client.commands.self_test import BrokenError, Check, SkippedError, basic_checks, run_checks
from desktop_client.reasons import Cause, refused
from tests.together.backend_process import BackendProcess, ClientProfile


def outcome(checks: tuple[Check, ...], capsys: pytest.CaptureFixture[str]) -> tuple[Exit, dict[str, tuple[str, str]]]:
    code = run_checks(checks, Output(as_json=True))
    told = json.loads(capsys.readouterr().out)["checks"]
    return code, {check["name"]: (check["state"], check["detail"]) for check in told}


def broken() -> str:
    raise BrokenError("it is bent")


def skipped() -> str:
    raise SkippedError("there is none")


def refuses() -> str:
    raise refused(Cause.DISK_FULL)


def fails() -> str:
    raise ZeroDivisionError("secret")


def test_this_installation_works(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "LANGUAGES", ())  # translations are compiled by the set-up, not by this test
    code, found = outcome(basic_checks(tmp_path), capsys)
    assert code is Exit.DONE
    assert {name: state for name, (state, _) in found.items()} == {
        "version": "OK",
        "libraries": "OK",
        "translations": "OK",
        "words": "OK",
        "folders": "OK",
        "backend": "skipped",
    }


def test_an_enrolled_one_looks_whether_the_backend_answers(
    enrolled: ClientProfile, backend: BackendProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = outcome(basic_checks(enrolled.folder)[-1:], capsys)
    assert (code, found) == (Exit.DONE, {"backend": ("OK", "127.0.0.1 answers")})


def test_what_is_broken_is_named_and_the_rest_is_looked_at(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(self_test, "LIBRARIES", ("msgspec", "no_such_library"))
    monkeypatch.setattr(self_test, "LANGUAGES", ("xx",))
    monkeypatch.setattr(assist_words, "word_list", lambda language: ("river",) * (assist_words.WORDS if language == "en" else 1))
    named = {"a": broken, "b": skipped, "c": refuses, "d": fails}
    code, found = outcome((*(Check(name, look) for name, look in named.items()), *basic_checks(tmp_path)[1:4]), capsys)
    assert code is Exit.FAILED
    assert found == {
        "a": ("broken", "it is bent"),
        "b": ("skipped", "there is none"),
        "c": ("broken", "The disk is full"),
        "d": ("broken", "ZeroDivisionError"),
        "libraries": ("broken", "missing: no_such_library"),
        "translations": ("broken", "missing: xx"),
        "words": ("broken", "not whole: id"),
    }


def test_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_checks((Check("a", lambda: ""), Check("b", broken)), Output(as_json=False)) is Exit.FAILED
    assert capsys.readouterr().out == "a: OK\nb: broken (it is bent)\n"
