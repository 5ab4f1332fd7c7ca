from pathlib import Path

import pytest

from development.running import free_port
from tests.raw_server import RawServer, answer
from tests.together.backend_process import BackendProcess, ClientProfile

BARE = ("--no-screenshot", "--no-diagnostics")


def test_registering_says_who_where_and_keeps_the_token_to_itself(client: ClientProfile, backend: BackendProcess) -> None:
    code = backend.code()
    told = client.json("enroll", backend.address, code)
    assert list(told) == ["person", "computer", "backend"]
    assert told["backend"] == backend.address
    token = client.folder / "token"
    assert token.stat().st_mode & 0o777 == 0o600
    for path in client.folder.rglob("*"):
        if path.is_file() and path != token:
            content = path.read_bytes()
            assert token.read_bytes().strip() not in content, path
            assert code.encode() not in content, path


def test_the_code_comes_from_standard_input_too(client: ClientProfile, backend: BackendProcess) -> None:
    done = client.run("enroll", backend.address, "-", typed=f"  {backend.code().lower()} \nmore\n")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Registered to Nusantara as ")


def test_a_code_works_once(client: ClientProfile, backend: BackendProcess, tmp_path: Path) -> None:
    code = backend.code()
    client.json("enroll", backend.address, code)
    done = ClientProfile(tmp_path / "other").run("enroll", backend.address, code, "--json")
    assert (done.code, done.out) == (1, "")
    assert done.err == "This code has been used. Nothing was changed. Ask the help desk for a new code.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["ftp://help.example", "ABCD-EFGH"], 2, "Sigap can't use the address ftp://help.example."),
        (["http://help.example", "ABCD-EFGH"], 2, "Sigap can't use the address http://help.example."),
        (["not an address", "ABCD-EFGH"], 2, "Sigap can't use the address not an address."),
        (["http://127.0.0.1:1", ""], 2, "The code is missing."),
        (["http://127.0.0.1:1", "-"], 2, "The code is missing."),
        (["http://127.0.0.1:1", "ABCD-EFGH"], 1, "Not connected to 127.0.0.1 yet."),
        (["BACKEND", "WRONG-CODE"], 1, "This code doesn't work."),
    ],
)
def test_what_can_not_be_registered_is_a_sentence(
    client: ClientProfile, backend: BackendProcess, words: list[str], code: int, said: str
) -> None:
    done = client.run("enroll", "--json", *(word.replace("BACKEND", backend.address) for word in words))
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(said)
    assert not (client.folder / "enrolment.json").exists()


@pytest.mark.parametrize(
    ("served", "said"),
    [
        (answer(200, b"<html>Welcome, please sign in</html>", "text/html"), "This network asks for a sign-in."),
        (answer(302, b"", "text/html", Location="http://portal.example/"), "This network asks for a sign-in."),
        (answer(500, b"broken", "text/plain"), "The server of 127.0.0.1 has a problem."),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "127.0.0.1 is not a Sigap server."),
    ],
)
def test_what_answers_there_but_is_not_sigap(client: ClientProfile, served: bytes, said: str) -> None:
    with RawServer(served) as server:
        done = client.run("enroll", server.address, "ABCD-EFGH")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said), done.err


def test_another_backend_asks_first_while_something_waits(enrolled: ClientProfile, backend: BackendProcess, tmp_path: Path) -> None:
    enrolled.json("report", "--subject", "for whom", *BARE, "--wait", "0", code=3)
    (tmp_path / "second").mkdir()
    with BackendProcess(tmp_path / "second", free_port()) as second:
        code = second.code()
        done = enrolled.run("enroll", second.address, code)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("1 report still waits for the server before this one. Nothing was changed.")
        assert "sigap enroll --move" in done.err
        assert enrolled.json("enroll", "--move", second.address, code)["backend"] == second.address
        enrolled.json("report", "--subject", "and now", *BARE)
        tickets = second.command("tickets", "--json").json()["tickets"]
    assert sorted(ticket["subject"] for ticket in tickets) == ["and now", "for whom"]
