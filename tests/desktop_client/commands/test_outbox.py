from pathlib import Path

from tests.together.backend_process import ClientProfile

BARE = ("--no-screenshot", "--no-diagnostics", "--wait", "0")


def test_nothing_waits(client: ClientProfile) -> None:
    assert client.json("outbox") == {"waiting": []}
    assert client.run("outbox").out == "Nothing is waiting.\n"


def test_what_waits_is_listed_oldest_first_and_stays_as_it_is(client: ClientProfile) -> None:
    for subject in ("first", "second"):
        client.json("report", "--subject", subject, *BARE, code=3)
    first, second = client.json("outbox")["waiting"]
    assert list(first) == ["id", "kind", "subject", "state", "since", "attempts", "reason", "next_try"]
    assert (first["subject"], second["subject"]) == ("first", "second")
    assert (first["kind"], first["state"], first["attempts"], first["next_try"]) == ("report", "waiting", 0, None)
    assert first["reason"] == "not-enrolled"
    assert first["since"] <= second["since"]
    assert client.json("outbox")["waiting"] == [first, second]
    why = "This computer isn't registered yet, next try when Sigap next runs"
    assert client.run("outbox").out == f"first: {why}\nsecond: {why}\n"


def test_a_damaged_outbox_is_told_and_set_aside(client: ClientProfile) -> None:
    client.json("report", "--subject", "first", *BARE, code=3)
    (database,) = (path for path in (client.folder / "outbox").rglob("*.db"))
    for beside in Path(database.parent).glob(f"{database.name}-*"):
        beside.unlink()
    database.write_bytes(b"not a database at all" * 400)
    done = client.run("outbox", "--json")
    assert done.code == 0
    assert done.json() == {"waiting": []} or done.json()["waiting"][0]["subject"] == "first"
    assert done.err.startswith("Saved reports were damaged: ")
    assert client.run("outbox").err == ""
