"""The main job by the two real command lines over real HTTP: registered, reported, answered; offline and later; refused and mended."""

import hashlib
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.together.backend_process import CLIENT, ROOT, BackendProcess, ClientProfile
from tests.together.small_disk import fill, make_read_only, small_disk

QUIET = ("--no-screenshot", "--no-diagnostics")


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[BackendProcess]:
    with BackendProcess(tmp_path / "data") as running:
        yield running


@pytest.fixture
def client(tmp_path: Path, backend: BackendProcess) -> ClientProfile:
    profile = ClientProfile(tmp_path / "profile")
    profile.enrol(backend)
    return profile


def shown(backend: BackendProcess, number: str, *words: str) -> Any:
    return backend.command("show", number, "--json", *words).json()


def tickets(backend: BackendProcess) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = backend.command("tickets", "--json").json()["tickets"]
    return found


def test_report_arrives_whole_and_its_answer_comes_back(tmp_path: Path, backend: BackendProcess, client: ClientProfile) -> None:
    small, big = tmp_path / "odd name\u202e.png", tmp_path / "trace.bin"
    small.write_bytes(random.Random(1).randbytes(70_000))
    big.write_bytes(random.Random(2).randbytes(6_000_000))
    words = (
        "--details",
        "-",
        "--category",
        "printing",
        "--impact",
        "team",
        "--urgency",
        "stopped",
        "--attach",
        str(small),
        "--attach",
        str(big),
    )
    told = client.json("report", "--subject", "Tak bisa mencetak 印刷", *words, "--no-screenshot", typed="Baris satu\nBaris dua\n")
    assert (told["number"], told["state"], told["reason"], told["next_try"]) == ("INC-000001", "delivered", None, None)
    assert (told["sent"]["pictures"], told["sent"]["files"]) == (0, 2)
    assert told["sent"]["facts"] > 5

    ticket = shown(backend, "INC-000001", "--files", str(tmp_path / "out"))
    assert (ticket["id"], ticket["subject"]) == (told["id"], "Tak bisa mencetak 印刷")
    assert ticket["details"].strip() == "Baris satu\nBaris dua"
    assert (ticket["category"], ticket["impact"], ticket["urgency"], ticket["priority"]) == ("printing", "team", "stopped", 1)
    arrived = [*ticket["attachments"], *(one for message in ticket["messages"] for one in message["attachments"])]
    assert [hashlib.sha256(Path(one["path"]).read_bytes()).hexdigest() for one in arrived] == [
        hashlib.sha256(file.read_bytes()).hexdigest() for file in (small, big)
    ]
    assert len(ticket["diagnostics"]["facts"]) == told["sent"]["facts"]

    assert backend.command("reply", "INC-000001", "Sudah kami isi kertasnya.", "--as", "Ayu").code == 0
    (mine,) = client.json("tickets")["tickets"]
    assert (mine["number"], mine["state"], mine["unread"]) == ("INC-000001", "open", 1)
    assert backend.command("resolve", "INC-000001").code == 0
    backend.end()
    (offline,) = client.json("tickets")["tickets"]
    assert (offline["number"], offline["subject"]) == ("INC-000001", "Tak bisa mencetak 印刷")
    backend.start()
    assert client.json("tickets")["tickets"][0]["state"] == "resolved"


def test_offline_reports_wait_and_arrive_in_order_later(backend: BackendProcess, client: ClientProfile) -> None:
    backend.kill()
    first = client.json("report", "--subject", "first", *QUIET, "--wait", "1", code=3)
    assert (first["number"], first["state"], first["reason"]) == (None, "waiting", "unreachable")
    assert client.json("report", "--subject", "second", *QUIET, "--wait", "0", code=3)["state"] == "waiting"
    plain = client.run("report", "--subject", "third", *QUIET, "--wait", "0")
    assert plain.code == 3
    assert "when Sigap next runs" in plain.out
    waiting = client.json("outbox")["waiting"]
    assert [one["subject"] for one in waiting] == ["first", "second", "third"]
    assert {one["next_try"] for one in waiting} == {None}
    backend.start()
    last = client.json("report", "--subject", "fourth", *QUIET, "--wait", "30")
    assert last["number"] == "INC-000004"
    assert client.json("outbox") == {"waiting": []}
    assert [one["subject"] for one in tickets(backend)] == ["first", "second", "third", "fourth"]


def test_report_before_registering_waits_and_goes_out_afterwards(tmp_path: Path, backend: BackendProcess) -> None:
    client = ClientProfile(tmp_path / "fresh")
    told = client.json("report", "--subject", "early", *QUIET, "--wait", "1", code=3)
    assert (told["state"], told["reason"]) == ("waiting", "not-enrolled")
    client.enrol(backend)
    client.json("report", "--subject", "late", *QUIET)
    assert [one["subject"] for one in tickets(backend)] == ["early", "late"]


def test_codes_that_do_not_help_are_told_and_change_nothing(tmp_path: Path, backend: BackendProcess) -> None:
    used = backend.code()
    ClientProfile(tmp_path / "one").json("enroll", backend.address, used)
    other = ClientProfile(tmp_path / "two")
    for code in (used, "AAAA-AAAA", "?", "x" * 500):
        done = other.run("enroll", backend.address, code)
        assert done.code in {1, 2}, (code, done)
        assert done.out == ""
        assert "Traceback" not in done.err
        assert done.err.strip()
        assert "AAAA-AAAA" not in done.err
    assert not (tmp_path / "two" / "enrolment.json").exists()
    reusable = backend.code("--reusable")
    for name in ("two", "three"):
        assert (
            ClientProfile(tmp_path / name).json("enroll", backend.address, reusable.lower().replace("-", " "))["backend"] == backend.address
        )
    assert len(backend.command("computers", "--json").json()["computers"]) == 3


def test_revoked_computer_keeps_its_reports_and_sends_them_as_somebody_new(backend: BackendProcess, client: ClientProfile) -> None:
    client.json("report", "--subject", "before", *QUIET)
    (computer,) = backend.command("computers", "--json").json()["computers"]
    assert backend.command("revoke", computer["id"]).code == 0
    told = client.json("report", "--subject", "after", *QUIET, "--wait", "5", code=3)
    assert (told["state"], told["reason"]) == ("waiting", "revoked")
    client.enrol(backend)
    client.json("report", "--subject", "again", *QUIET)
    assert [one["subject"] for one in tickets(backend)] == ["before", "after", "again"]
    assert [one["subject"] for one in client.json("tickets")["tickets"]] != [], "the new person sees their own"
    assert "before" not in [one["subject"] for one in client.json("tickets")["tickets"]], "and nobody else's"


def test_two_people_never_see_each_other(tmp_path: Path, backend: BackendProcess, client: ClientProfile) -> None:
    other = ClientProfile(tmp_path / "other")
    other.enrol(backend)
    client.json("report", "--subject", "mine", *QUIET)
    other.json("report", "--subject", "theirs", *QUIET)
    assert [one["subject"] for one in client.json("tickets")["tickets"]] == ["mine"]
    assert [one["subject"] for one in other.json("tickets")["tickets"]] == ["theirs"]


def test_reports_over_the_backends_limits_are_refused_with_the_reason(
    tmp_path: Path, backend: BackendProcess, client: ClientProfile
) -> None:
    backend.end()
    (backend.data / "settings.toml").write_text("limits.subject_letters = 20\nreports_per_day = 2\n", "utf-8")
    backend.start()
    refused = client.json("report", "--subject", "x" * 60, *QUIET, "--wait", "5", code=1)
    assert (refused["state"], refused["number"]) == ("refused", None)
    assert [one["state"] for one in client.json("outbox")["waiting"]] == ["refused"]
    assert client.json("report", "--subject", "one", *QUIET)["number"] == "INC-000001"
    assert client.json("report", "--subject", "two", *QUIET)["number"] == "INC-000002"
    third = client.json("report", "--subject", "three", *QUIET, "--wait", "3", code=3)
    assert third["reason"] == "limit-reached"


def test_full_disk_of_the_backend_stores_nothing_half_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(random.Random(3).randbytes(400_000))
    with small_disk(tmp_path / "disk", "12m") as disk, BackendProcess(disk / "data") as backend:
        client = ClientProfile(tmp_path / "profile")
        client.enrol(backend)
        client.json("report", "--subject", "fits", *QUIET)
        rest = fill(disk)
        for words in (("--attach", str(picture)), ()):
            told = client.json("report", "--subject", f"full {len(words)}", *words, *QUIET, "--wait", "4", code=3)
            assert told["state"] == "waiting"
            assert told["reason"] == "server-full"
        assert [one["subject"] for one in tickets(backend)] == ["fits"]
        rest.unlink()
        assert client.json("report", "--subject", "room", *QUIET)["state"] == "delivered"
        assert [one["subject"] for one in tickets(backend)] == ["fits", "full 2", "full 0", "room"]
        (kept,) = shown(backend, "INC-000002", "--files", str(tmp_path / "out"))["attachments"]
        assert Path(kept["path"]).read_bytes() == picture.read_bytes()
        assert backend.end() == 0
        assert "traceback" not in backend.log.read_text("utf-8")


def test_full_disk_of_the_client_is_told_and_nothing_that_waits_is_lost(tmp_path: Path, backend: BackendProcess) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(bytes(900_000))
    with small_disk(tmp_path / "disk", "3m") as disk:
        client = ClientProfile(disk / "profile")
        client.enrol(backend)
        backend.kill()
        client.json("report", "--subject", "kept", *QUIET, "--wait", "0", code=3)
        rest = fill(disk, leave=500_000)
        done = client.run("report", "--subject", "no room", "--attach", str(picture), *QUIET, "--wait", "0", "--json")
        assert done.code == 1, done
        assert done.out == ""
        assert "Traceback" not in done.err
        rest.unlink()
        assert [one["subject"] for one in client.json("outbox")["waiting"]] == ["kept"]
        backend.start()
        client.json("report", "--subject", "room", *QUIET)
        assert [one["subject"] for one in tickets(backend)] == ["kept", "room"]


def test_read_only_profile_is_told_and_what_waits_there_stays(tmp_path: Path, backend: BackendProcess) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        client = ClientProfile(disk / "profile")
        client.enrol(backend)
        backend.kill()
        client.json("report", "--subject", "kept", *QUIET, "--wait", "0", code=3)
        make_read_only(disk)
        for words in (("report", "--subject", "no", *QUIET), ("outbox",), ("enroll", backend.address, "AAAA-AAAA")):
            done = client.run(*words, "--json")
            assert (done.code, done.out) == (1, ""), done
            assert "Traceback" not in done.err
            assert len(done.err.strip()) > 20
        make_read_only(disk, read_only=False)
        assert [one["subject"] for one in client.json("outbox")["waiting"]] == ["kept"]


def test_two_reports_at_once_on_one_profile_both_arrive_once(backend: BackendProcess, client: ClientProfile) -> None:
    words = [*CLIENT, "--profile", str(client.folder), "report", *QUIET, "--json", "--subject"]
    both = [subprocess.Popen([*words, f"at once {place}"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for place in range(3)]
    for one in both:
        _, err = one.communicate(timeout=60)
        assert one.returncode == 0, err
    assert sorted(one["subject"] for one in tickets(backend)) == ["at once 0", "at once 1", "at once 2"]
