"""Every word on real data: beside a running backend and without one, as text and as JSON."""

import signal
import sqlite3
import subprocess
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from server_stub.app import open_backend
from server_stub.commands.demo_tickets import COMPANY, HELP_DESK, PEOPLE, TICKETS
from server_stub.settings.rows import Settings
from server_stub.tickets.queue import View
from tests.server_stub.commands.conftest import ROOT, SERVER, Done, Running, run

Serve = Callable[..., Running]
TICKET_LINE = {"id", "number", "subject", "state", "priority", "person", "computer", "created"}


@pytest.fixture(params=["alone", "beside"])
def at(request: pytest.FixtureRequest, data: Path, serve: Serve) -> Callable[..., Done]:
    """A word on the sample data."""
    if request.param == "beside":
        serve(data)
    return lambda *words, **more: run(*words, "--data", str(data), **more)


def test_tickets_and_computers_are_listed(at: Callable[..., Done]) -> None:
    tickets = at("tickets", "--json").json()["tickets"]
    assert len(tickets) == len(TICKETS)
    assert all(set(one) == TICKET_LINE for one in tickets)
    assert [one["number"] for one in tickets] == [f"INC-{place:06d}" for place in range(1, len(TICKETS) + 1)]
    assert {one["state"] for one in tickets} == {"new", "open", "resolved"}
    text = at("tickets").out
    assert all(one["subject"] in text for one in tickets)
    computers = at("computers", "--json").json()["computers"]
    assert {one["computer"] for one in computers} == {person.computer for person in PEOPLE}
    assert all(person.computer in at("computers").out for person in PEOPLE[:1])


def test_reply_and_resolve_are_stored_with_the_name(at: Callable[..., Done]) -> None:
    assert at("tickets", "--json").json()["tickets"][-1]["state"] == "new"
    number = f"INC-{len(TICKETS):06d}"
    told = at("reply", number, "Sudah kami periksa.", "--json").json()
    assert (told["number"], told["state"]) == (number, "open")
    assert (
        at("reply", number, "-", "--as", "Ayu Lestari", typed="Zweite Zeile\n£ 印\n".encode()).out
        == f"{number} was answered, and is open.\n"
    )
    assert at("resolve", number.lower(), "--as", "Ayu Lestari").out == f"{number} is resolved.\n"
    shown = at("show", number, "--json").json()
    assert [(one["name"], one["text"], one["by"]) for one in shown["messages"]] == [
        (HELP_DESK, "Sudah kami periksa.", "technician"),
        ("Ayu Lestari", "Zweite Zeile\n£ 印\n", "technician"),
        ("Ayu Lestari", "", "technician"),
    ]
    assert shown["messages"][-1]["action"] == "resolve"
    assert shown["state"] == "resolved"


def test_code_is_alone_on_stdout_and_revoke_ends_a_computer(at: Callable[..., Done]) -> None:
    code = at("code").out
    assert len(code) == 10
    assert code[4] == "-"
    assert at("code", "--reusable", "--expires", "7", "--json").json()["code"] != code.strip()
    computer = PEOPLE[0].computer
    revoked = at("revoke", computer.lower(), "--json").json()["revoked"]
    assert len(revoked) == 1
    assert "revoked already" in at("revoke", revoked[0]).sentence()
    (one,) = [one for one in at("computers", "--json").json()["computers"] if one["revoked"]]
    assert one["computer"] == computer


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["show", "INC-999999"], 1, "no ticket INC-999999"),
        (["show", "../../etc/passwd"], 1, "not a ticket's number"),
        (["show", ""], 1, "not a ticket's number"),
        (["show", "INC-" + "9" * 5_000], 1, "ticket"),
        (["reply", "INC-000001", "   "], 2, "empty"),
        (["reply", "INC-000001", "x" * 60_000], 1, "60000 letters"),
        (["reply", "INC-000001", "x", "--as", "\n"], 2, "--as"),
        (["reply", "INC-000404", "x"], 1, "no ticket INC-000404"),
        (["resolve", "INC-000001"], 1, "resolved already"),
        (["revoke", "NOBODY"], 1, "NOBODY"),
        (["code", "--expires", "0"], 2, "--expires"),
        (["code", "--expires", "99999"], 2, "--expires"),
        (["serve", "--port", "70000"], 2, "--port"),
        (["serve", "--key", "k.pem"], 2, "--certificate"),
        (["demo-data", "--for", "NOBODY"], 1, "NOBODY"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(data: Path, words: list[str], code: int, said: str) -> None:
    for json in ([], ["--json"]):
        assert said in run(*words, *json, "--data", str(data)).sentence(code)


def test_standard_input_that_is_no_text_is_a_sentence(data: Path) -> None:
    assert "UTF-8" in run("reply", "INC-000001", "-", "--data", str(data), typed=b"\xff\xfe").sentence(2)


def test_standard_input_that_never_ends_is_a_sentence(data: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        words = [*SERVER, "reply", "INC-000001", "-", "--data", str(data)]
        done = subprocess.run(words, cwd=ROOT, stdin=endless, capture_output=True, text=True, timeout=60, check=False)
    assert "too long for a reply" in Done(done.returncode, done.stdout, done.stderr).sentence(2)


def test_everything_is_for_this_account_alone(tmp_path: Path, serve: Serve) -> None:
    far = tmp_path / ("long" * 30) / "data"
    assert run("demo-data", "--data", str(far)).code == 0
    serve(far)
    assert (far / "control.path").exists(), "the path is too long for a socket"
    assert [file.name for file in far.rglob("*") if file.stat().st_mode & 0o077] == []


def test_demo_data_again_changes_nothing(data: Path, serve: Serve) -> None:
    before = run("tickets", "--json", "--data", str(data)).json()
    shown = run("show", "INC-000001", "--json", "--data", str(data)).json()
    serve(data)
    assert len(run("demo-data", "--json", "--data", str(data)).json()["tickets"]) == len(TICKETS)
    assert run("tickets", "--json", "--data", str(data)).json() == before
    assert run("show", "INC-000001", "--json", "--data", str(data)).json() == shown
    own = run("demo-data", "--for", PEOPLE[1].computer, "--json", "--data", str(data)).json()["tickets"]
    assert len(own) > len(TICKETS)
    assert run("demo-data", "--for", PEOPLE[1].computer, "--json", "--data", str(data)).json()["tickets"] == own


def test_demo_data_says_the_technicians_passwords_once_and_they_sign_in(tmp_path: Path) -> None:
    first = run("demo-data", "--json", "--data", str(tmp_path / "data")).json()["technicians"]
    assert [(one["login"], one["role"]) for one in first] == [("budi", "technician"), ("dewi", "lead")]
    assert len({one["password"] for one in first}) == 2
    again = run("demo-data", "--data", str(tmp_path / "data"))
    assert (again.code, [one["password"] in again.out for one in first]) == (0, [False, False])
    backend = open_backend(tmp_path / "data", Settings())
    accounts = []
    for one in first:
        secret, _ = backend.web_sessions.sign_in(one["login"], one["password"], "127.0.0.1", "test")
        signed_in = backend.web_sessions.who(secret)
        assert signed_in is not None
        assert (signed_in.account.name, signed_in.account.role) == (one["name"], one["role"])
        accounts.append(signed_in.account)
    mine = backend.queue.page(View.MINE, accounts[-1].id).rows
    assert [(row.number, row.unread) for row in mine] == [("INC-000004", True), ("INC-000002", False)]
    notes = [entry.note.name for entry in backend.handling.whole(accounts[-1], "INC-000004").entries if entry.note]
    assert notes == ["Dewi Lestari", "Budi Santoso"]
    backend.close()


def test_settings_print_the_file_in_force(data: Path, tmp_path: Path) -> None:
    printed = run("settings", "--data", str(data)).out
    assert tomllib.loads(printed)["company"] == COMPANY
    assert run("settings", "--data", str(data), "--json").json()["help_desk"] == HELP_DESK
    (data / "settings.toml").write_text("reports_per_day = 0\n")
    for word in (["settings"], ["tickets"], ["serve", "--port", "0"], ["demo-data"]):
        assert 'row "reports_per_day"' in run(*word, "--data", str(data)).sentence()
    home = {"XDG_DATA_HOME": str(tmp_path / "nothing")}
    assert tomllib.loads(run("settings", **home).out)["company"] == "Your company"


@pytest.mark.parametrize("word", [["tickets"], ["show", "INC-1"], ["reply", "INC-1", "x"], ["computers"], ["revoke", "x"], ["settings"]])
def test_data_folder_that_is_not_there_is_a_sentence(tmp_path: Path, word: list[str]) -> None:
    assert "isn't there" in run(*word, "--data", str(tmp_path / "absent")).sentence()
    assert not (tmp_path / "absent").exists()
    file = tmp_path / "file"
    file.touch()
    assert "not a folder" in run(*word, "--data", str(file)).sentence()
    if word != ["settings"]:
        assert "no backend's data" in run(*word, SIGAP_DATA=str(tmp_path)).sentence()
        assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_second_serve_is_refused_and_the_first_goes_on(data: Path, serve: Serve) -> None:
    first = serve(data)
    assert f"process {first.process.pid}" in run("serve", "--port", "0", "--data", str(data)).sentence()
    assert run("tickets", "--json", "--data", str(data)).json()["tickets"]
    assert first.end() == 0


def test_port_in_use_is_a_sentence_and_data_is_let_go(data: Path, tmp_path: Path, serve: Serve) -> None:
    port = serve(data).address.rsplit(":", 1)[1]
    assert f"port {port}" in run("serve", "--port", port, "--data", str(tmp_path / "other")).sentence()
    assert run("code", "--data", str(tmp_path / "other")).code == 0


def test_killed_backend_leaves_nothing_in_the_way(data: Path, serve: Serve) -> None:
    serve(data).end(signal.SIGKILL)
    assert run("reply", "INC-000002", "after the kill", "--data", str(data)).code == 0
    assert serve(data).end() == 0
    assert run("show", "INC-000002", "--json", "--data", str(data)).json()["messages"][-1]["text"] == "after the kill"


@pytest.mark.parametrize("running", [True, False])
def test_replies_at_once_all_arrive_once(data: Path, serve: Serve, *, running: bool) -> None:
    if running:
        serve(data)
    texts = [f"reply {place}" for place in range(6)]
    done: list[Done] = []
    threads = [
        threading.Thread(target=lambda text=text: done.append(run("reply", "INC-000004", text, "--data", str(data)))) for text in texts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.code for one in done] == [0] * len(texts), [one.err for one in done]
    said = [one["text"] for one in run("show", "INC-000004", "--json", "--data", str(data)).json()["messages"]]
    assert sorted(text for text in said if text.startswith("reply ")) == texts


def test_data_of_a_newer_version_is_refused_unchanged(data: Path) -> None:
    database = sqlite3.connect(data / "store.db")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    before = (data / "store.db").read_bytes()
    for word in (["serve", "--port", "0"], ["tickets"], ["code"], ["demo-data"]):
        assert "newer" in run(*word, "--data", str(data)).sentence()
    assert (data / "store.db").read_bytes() == before


def test_reader_that_goes_away_is_no_error(data: Path) -> None:
    words = [*SERVER, "show", "INC-000001", "--data", str(data)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as showing:
        assert showing.stdout is not None
        showing.stdout.close()
        assert showing.stderr is not None
        assert showing.stderr.read() == b""
        assert showing.wait(timeout=30) == 0


def test_full_output_device_is_a_sentence(data: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*SERVER, "tickets", "--data", str(data)], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"The answer can't be written: No space left on device.\n"


def test_serve_says_where_it_listens_as_text_too(data: Path) -> None:
    words = [*SERVER, "serve", "--port", "0", "--data", str(data)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as serving:
        assert serving.stdout is not None
        assert serving.stdout.readline().startswith("Sigap listens on http://127.0.0.1:")
        serving.terminate()
        assert serving.stdout.read() == ""
        assert serving.wait(timeout=20) == 0
