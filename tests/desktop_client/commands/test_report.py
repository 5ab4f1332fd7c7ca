import argparse
import json
import os
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop_client.commands import report
from desktop_client.commands.command import Call, Output
from desktop_client.commands.instance import CommandInstance
from desktop_client.reasons import Cause, refused
from desktop_client.system import bell
from desktop_client.system.folders import open_profile, profile_at
from development.running import free_port
from development.virtual_screen import VirtualScreen
from tests.together.backend_process import CLIENT, ROOT, BackendProcess, ClientProfile, wait_until

BARE = ("--no-screenshot", "--no-diagnostics")
KEYS = ["id", "number", "state", "reason", "next_try", "sent"]


def shown(backend: BackendProcess, number: str, *words: str) -> Any:
    return backend.command("show", number, "--json", *words).json()


def drafts(client: ClientProfile) -> list[str]:
    return [path.name for path in (client.folder / "drafts").iterdir()]


def test_a_report_arrives_with_everything_that_was_said(enrolled: ClientProfile, backend: BackendProcess, tmp_path: Path) -> None:
    file = tmp_path / "Laporan é.txt"
    file.write_bytes(b"what the file says")
    told = enrolled.json(
        *("report", "--subject", "Printer × 印刷", "--details", "two\nlines", "--category", "printing"),
        *("--impact", "team", "--urgency", "stopped", "--attach", str(file), "--no-screenshot"),
    )
    assert list(told) == KEYS
    assert (told["state"], told["reason"], told["next_try"]) == ("delivered", None, None)
    assert (told["sent"]["pictures"], told["sent"]["files"]) == (0, 1)
    assert told["sent"]["facts"] > 10
    assert told["sent"]["bytes"] > 18
    ticket = shown(backend, told["number"])
    assert (ticket["id"], ticket["subject"], ticket["details"]) == (told["id"], "Printer × 印刷", "two\nlines")
    assert (ticket["category"], ticket["impact"], ticket["urgency"], ticket["priority"]) == ("printing", "team", "stopped", 1)
    assert [(one["name"], one["bytes"]) for one in ticket["attachments"]] == [("Laporan é.txt", 18)]
    assert len(ticket["diagnostics"]["facts"]) == told["sent"]["facts"]
    assert drafts(enrolled) == []


def test_with_a_screen_its_picture_goes_along(enrolled: ClientProfile, backend: BackendProcess, screen: VirtualScreen) -> None:
    told = enrolled.json("report", "--subject", "seen", "--no-diagnostics", DISPLAY=screen.display)
    assert told["sent"]["pictures"] == 1
    (picture,) = shown(backend, told["number"])["attachments"]
    assert picture["type"] == "image/png"


def test_without_a_screen_it_goes_on_without_and_says_so(enrolled: ClientProfile) -> None:
    done = enrolled.run("report", "--subject", "blind", "--no-diagnostics")
    assert done.code == 0
    assert done.out.endswith(" received.\n")
    assert done.err == "No screenshot is possible here. The report goes on without.\n"


def test_the_settings_hold_for_the_command_line_too(enrolled: ClientProfile, backend: BackendProcess, screen: VirtualScreen) -> None:
    settings = {"take_screenshots": False, "telephone": "ext. 7", "place": "Room 3"}
    (enrolled.folder / "settings.json").write_bytes(msgspec.json.encode(settings))
    told = enrolled.json("report", "--subject", "mine", "--no-diagnostics", DISPLAY=screen.display)
    ticket = shown(backend, told["number"])
    assert (told["sent"]["pictures"], ticket["telephone"], ticket["place"]) == (0, "ext. 7", "Room 3")


def test_details_come_from_standard_input(enrolled: ClientProfile, backend: BackendProcess) -> None:
    told = enrolled.json("report", "--subject", "long", "--details", "-", *BARE, typed="first\nsecond é\n")
    assert shown(backend, told["number"])["details"] == "first\nsecond é"


def test_not_registered_yet_it_is_saved_and_goes_out_later_in_its_order(client: ClientProfile, backend: BackendProcess) -> None:
    first = client.json("report", "--subject", "first", *BARE, code=3)
    assert (first["number"], first["state"], first["reason"], first["next_try"]) == (None, "waiting", "not-enrolled", None)
    second = client.run("report", "--subject", "second", *BARE)
    assert (second.code, second.err) == (3, "")
    assert second.out == "Saved. Waiting: This computer isn't registered yet. Next try when Sigap next runs.\n"
    client.enrol(backend)
    third = client.json("report", "--subject", "third", *BARE)
    assert client.json("outbox") == {"waiting": []}
    numbers = {ticket["subject"]: ticket["number"] for ticket in client.json("tickets")["tickets"]}
    assert sorted(numbers, key=numbers.__getitem__) == ["first", "second", "third"]
    assert numbers["third"] == third["number"]


def test_no_answer_is_waiting_and_wait_0_only_saves(client: ClientProfile, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with BackendProcess(tmp_path / "other", free_port()) as other:
        client.enrol(other)
        other.end()
        told = client.json("report", "--subject", "away", *BARE, "--wait", "1", code=3)
        assert (told["state"], told["reason"], told["next_try"]) == ("waiting", "unreachable", None)
        saved = client.run("report", "--subject", "only saved", *BARE, "--wait", "0")
        assert (saved.code, saved.out) == (3, "Saved. It goes out when Sigap next runs.\n")
        other.start()
        assert client.json("report", "--subject", "back", *BARE)["state"] == "delivered"
        assert [ticket["subject"] for ticket in client.json("tickets")["tickets"]] == ["back", "only saved", "away"]


def test_beside_a_tray_it_is_not_said_to_wait_for_the_next_start(client: ClientProfile, tmp_path: Path) -> None:
    """The tray is a bell: it is what the command line asks, and what would try again."""
    (tmp_path / "other").mkdir()
    with BackendProcess(tmp_path / "other", free_port()) as other:
        client.enrol(other)
        other.end()
    with socket.socket(socket.AF_UNIX) as tray:
        tray.bind(str(bell.prepare_socket(profile_at(client.folder))))
        tray.listen()
        saved = client.run("report", "--subject", "away", *BARE, "--wait", "1")
        assert (saved.code, saved.out) == (3, "Saved. Waiting: Not connected to Your company yet. Next try soon.\n")
        assert client.run("outbox").out == "away: Not connected to Your company yet, next try soon\n"
    assert client.run("outbox").out == "away: Not connected to Your company yet, next try when Sigap next runs\n"


def test_a_big_file_that_is_held_up_is_not_said_to_be_on_its_way(client: ClientProfile, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.toml").write_text("bytes_per_day = 1_000_000\n", "utf-8")
    file = tmp_path / "big.bin"
    file.write_bytes(bytes(6_000_000))
    with BackendProcess(data) as backend:
        client.enrol(backend)
        done = client.run("report", "--subject", "big", *BARE, "--attach", str(file), "--wait", "3")
        (number,) = [ticket["number"] for ticket in backend.command("tickets", "--json").json()["tickets"]]
    assert (done.code, done.err) == (3, "")
    why = "Your company takes no more for now: a limit is reached"
    assert done.out == f"{number} received, 1 file not yet. Waiting: {why}. Next try when Sigap next runs.\n"


def test_a_refused_report_is_told_on_both_ways_out_and_kept(client: ClientProfile, tmp_path: Path) -> None:
    data = tmp_path / "strict"
    data.mkdir()
    with BackendProcess(data, free_port()) as strict:
        client.enrol(strict)
        strict.end()
        (data / "settings.toml").write_text("[limits]\nsubject_letters = 20\n", "utf-8")
        strict.start()
        done = client.run("report", "--subject", "longer than twenty letters", *BARE, "--json")
        assert done.code == 1
        assert (done.json()["state"], done.json()["reason"]) == ("refused", "refused")
        assert done.err.startswith("Not accepted")
        assert "Your report is saved on this computer." in done.err
        (waiting,) = client.json("outbox")["waiting"]
        assert (waiting["id"], waiting["state"], waiting["next_try"]) == (done.json()["id"], "refused", None)
        assert client.run("report", "--subject", "short", *BARE).code == 0


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_it_waits_it_says_what_is_saved(client: ClientProfile, tmp_path: Path, sent: signal.Signals) -> None:
    (tmp_path / "other").mkdir()
    with BackendProcess(tmp_path / "other", free_port()) as other:
        client.enrol(other)
        other.end()
    words = [*CLIENT, "--profile", str(client.folder), "report", "--subject", "stopped", *BARE, "--wait", "600"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        wait_until(lambda: any(one["attempts"] for one in client.json("outbox")["waiting"]), "the first try")
        process.send_signal(sent)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (3, "")
    assert out == "Saved. Waiting: Not connected to Your company yet. Next try when Sigap next runs.\n"
    assert [one["subject"] for one in client.json("outbox")["waiting"]] == ["stopped"]


@pytest.fixture
def odd(tmp_path: Path) -> dict[str, Path]:
    files = {name: tmp_path / name for name in ("missing.txt", "empty.txt", "folder", "pipe", "huge.bin")}
    files["empty.txt"].write_bytes(b"")
    files["folder"].mkdir()
    os.mkfifo(files["pipe"])
    with files["huge.bin"].open("wb") as huge:
        huge.truncate(200_000_000)
    files["zero"] = Path("/dev/zero")
    return files


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.txt", "missing.txt is no longer there. Nothing was done."),
        ("empty.txt", "empty.txt is empty. Nothing was done."),
        ("folder", "folder is a folder. Nothing was done."),
        ("pipe", "pipe isn't an ordinary file. Nothing was done."),
        ("zero", "zero isn't an ordinary file. Nothing was done."),
        ("huge.bin", "huge.bin is 200 MB, the limit 100 MB. Nothing was done."),
    ],
)
def test_a_file_that_can_not_go_along_is_named_and_nothing_stays_behind(
    client: ClientProfile, odd: dict[str, Path], name: str, said: str
) -> None:
    done = client.run("report", "--subject", "x", *BARE, "--json", "--attach", str(odd[name]))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert drafts(client) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--subject", ""], "--subject is empty."),
        (["--subject", " \t\n "], "--subject is empty."),
        (["--subject", "\x01\x02"], "--subject is empty."),
        (["--subject", "a" * 120_000], "--subject holds 200 letters."),
        (["--subject", "x", "--details", "a" * 60_000], "The text may have 50,000 letters."),
        (["--subject", "x", "--impact", "everyone"], "--impact can be me, some, team, company."),
        (["--subject", "x", "--urgency", "Now"], "--urgency can be stopped, hard, workaround, wait."),
        (["--subject", "x", "--category", "nonsense"], "--category can be computer, "),
        (["--subject", "x", "--wait", "-1"], "--wait can't be -1."),
        (["--subject", "x", "--wait", "nan"], "--wait can't be nan."),
        (["--subject", "x", "--wait", "soon"], "--wait can't be soon."),
        (["--subject", "x", *(["--attach", "x"] * 51)], "A report holds 50 pictures and files."),
    ],
)
def test_values_that_can_not_be_get_a_sentence(client: ClientProfile, words: list[str], said: str) -> None:
    done = client.run("report", *BARE, "--json", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert drafts(client) == []


def test_what_was_refused_is_not_in_the_outbox(client: ClientProfile, odd: dict[str, Path]) -> None:
    client.run("report", "--subject", " ", *BARE)
    client.run("report", "--subject", "x", *BARE, "--attach", str(odd["empty.txt"]))
    assert client.json("outbox") == {"waiting": []}


def test_endless_input_is_cut_and_told(client: ClientProfile) -> None:
    words = [*CLIENT, "--profile", str(client.folder), "report", "--subject", "x", "--details", "-", *BARE]
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(words, cwd=ROOT, stdin=endless, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("The text may have 50,000 letters.")


def test_closed_input_is_told(client: ClientProfile) -> None:
    words = [*CLIENT, "--profile", str(client.folder), "report", "--subject", "x", "--details", "-", *BARE]
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is none" in done.stderr


def test_characters_that_can_not_be_sent_are_removed_and_that_is_said(enrolled: ClientProfile, backend: BackendProcess) -> None:
    words = [*CLIENT, "--profile", str(enrolled.folder), "report", *BARE, "--json", "--details", "-", "--subject", b"bad \xff\xfe bytes"]
    done = subprocess.run(words, cwd=ROOT, input=b"nul \0 and \xff\x1b[31m", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"Some characters can't be sent and were removed.\n")
    ticket = shown(backend, msgspec.json.decode(done.stdout)["number"])
    assert (ticket["subject"], ticket["details"]) == ("bad bytes", "nul  and [31m")


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("trouble", "reason"), [(refused(Cause.KEYRING_LOCKED), "keyring-locked"), (ZeroDivisionError("a fault of ours"), "unexpected")]
)
def test_trouble_after_it_was_saved_does_not_hide_that_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], trouble: Exception, reason: str
) -> None:
    def fail(_instance: CommandInstance) -> None:
        raise trouble

    monkeypatch.setattr(CommandInstance, "sender", fail)
    profile = open_profile(tmp_path / "profile")
    parser = argparse.ArgumentParser()
    report.add_arguments(parser)
    options = parser.parse_args(["--subject", "saved", *BARE])
    assert report.run(Call(options, profile, Output(as_json=True))) == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["reason"]) == ("waiting", reason)
    assert [one["subject"] for one in ClientProfile(profile.root).json("outbox")["waiting"]] == ["saved"]
