from pathlib import Path

from development.running import free_port
from tests.together.backend_process import BackendProcess, ClientProfile

BARE = ("--no-screenshot", "--no-diagnostics")


def test_no_tickets_yet(client: ClientProfile) -> None:
    assert client.json("tickets") == {"tickets": []}
    assert client.run("tickets").out == "No tickets yet.\n"


def test_replies_and_states_are_seen_and_then_known_offline_too(client: ClientProfile, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with BackendProcess(tmp_path / "data", free_port()) as backend:
        client.enrol(backend)
        for subject in ("first", "second"):
            client.json("report", "--subject", subject, *BARE)
        backend.command("reply", "INC-000001", "Try it now", "--as", "Rina")
        backend.command("resolve", "INC-000002")
        told = client.json("tickets")["tickets"]
        backend.end()
    assert list(told[0]) == ["id", "number", "subject", "state", "unread", "updated"]
    by_number = {ticket["number"]: (ticket["subject"], ticket["state"], ticket["unread"]) for ticket in told}
    assert by_number == {"INC-000001": ("first", "open", 1), "INC-000002": ("second", "resolved", 1)}
    offline = client.run("tickets", "--json")
    assert (offline.code, offline.json()["tickets"]) == (0, told)
    assert offline.err == "Not connected to Your company yet. This is what this computer knows.\n"
    assert sorted(client.run("tickets").out.splitlines()) == [
        "INC-000001 being worked on first (1 unread)",
        "INC-000002 solved second (1 unread)",
    ]


def test_what_only_waits_is_no_ticket(client: ClientProfile) -> None:
    client.json("report", "--subject", "waiting", *BARE, "--wait", "0", code=3)
    assert client.json("tickets") == {"tickets": []}
