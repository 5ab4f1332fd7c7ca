"""`show --files` with everything that a sender may call a file: what is written has our names only, and the right bytes."""

import hashlib
import secrets
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from contract.enrolment import PutEnrolment
from contract.ids import new_id
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef
from server_stub.app import Backend, open_backend
from server_stub.commands.show import as_text
from server_stub.settings.rows import Settings
from server_stub.store.people import Who
from tests.server_stub.commands.conftest import run

HOSTILE = [
    ("../../etc/passwd", "image/png", "01.png"),
    ("C:\\Windows\\win.ini", "text/plain", "02.txt"),
    ("CON", "application/x-sh", "03.bin"),
    ("a\nb", "image/png; x=../../y", "04.bin"),
    ("x" * 255, "image/jpeg", "05.jpg"),
    ("-rf", "IMAGE/PNG", "06.bin"),
    ("\u202egnp.exe", "../../evil", "07.bin"),
    (".bashrc", "application/pdf", "08.pdf"),
    ("01.png", "image/png", "09.png"),
    ('"; filename=', "application/zip", "10.zip"),
]


def file_of(place: int) -> bytes:
    return f"content {place}".encode() * 1000


def refs(backend: Backend, who: Who, places: range) -> tuple[AttachmentRef, ...]:
    made = []
    for place in places:
        name, kind, _ = HOSTILE[place]
        body, upload = file_of(place), new_id()
        digest = hashlib.sha256(body).hexdigest()
        backend.desk.uploads.create(who, upload, len(body), digest)
        piece = backend.desk.uploads.begin(who, upload, 0, len(body))
        piece.write(body)
        piece.finish()
        made.append(AttachmentRef(upload=upload, name=name, type=kind, size_bytes=len(body), sha256=digest))
    return tuple(made)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    backend = open_backend(folder, Settings())
    token = "sgd_" + secrets.token_urlsafe(32)
    asked = PutEnrolment(code=backend.people.make_code(), token=token, account="a\x1b[2Jb", computer="PC\u202e1")
    backend.people.enrol(new_id(), asked, "here", None)
    who = backend.people.who(token)
    ticket, now = new_id(), datetime.now(UTC)
    backend.desk.put_ticket(who, ticket, PutTicket(subject="a\x1b]0;title\x07", written=now, attachments=refs(backend, who, range(5))))
    backend.desk.put_message(who, ticket, new_id(), PutMessage(text="more", written=now, attachments=refs(backend, who, range(5, 10))))
    backend.close()
    return folder


def attached(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [*shown["attachments"], *(one for message in shown["messages"] for one in message["attachments"])]


def test_written_files_have_our_names_and_the_senders_bytes(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "deep" / "out"
    shown = run("show", "INC-000001", "--files", str(target), "--json", "--data", str(data)).json()
    assert sorted(file.name for file in target.iterdir()) == [written for _, _, written in HOSTILE]
    assert [file.name for file in tmp_path.iterdir()] == ["deep"]
    for place, (one, (name, kind, written)) in enumerate(zip(attached(shown), HOSTILE, strict=True)):
        assert (one["name"], one["type"], one["path"]) == (name, kind, str(target / written))
        assert (target / written).read_bytes() == file_of(place)
        assert one["bytes"] == len(file_of(place))
        assert one["sha256"] == hashlib.sha256(file_of(place)).hexdigest()
        assert "source" not in one
        assert (target / written).stat().st_mode & 0o777 == 0o600


def test_without_files_nothing_is_written_and_no_path_is_told(data: Path) -> None:
    shown = run("show", "INC-000001", "--json", "--data", str(data)).json()
    assert all("path" not in one and "source" not in one for one in attached(shown))


def test_text_form_steers_no_terminal(data: Path) -> None:
    text = (
        run("show", "INC-000001", "--data", str(data)).out
        + run("tickets", "--data", str(data)).out
        + run("computers", "--data", str(data)).out
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\x07" not in text
    assert "attached: ../../etc/passwd" in text


def test_links_in_the_target_are_replaced_not_followed(data: Path, tmp_path: Path) -> None:
    precious, target = tmp_path / "precious", tmp_path / "out"
    precious.write_text("keep")
    target.mkdir()
    (target / "01.png").symlink_to(precious)
    (target / "02.txt").write_text("older")
    run("show", "INC-000001", "--files", str(target), "--json", "--data", str(data)).json()
    assert precious.read_text() == "keep"
    assert not (target / "01.png").is_symlink()
    assert (target / "02.txt").read_bytes() == file_of(1)


def test_target_that_cannot_hold_the_files_is_a_sentence(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert str(file) in run("show", "INC-000001", "--files", str(file), "--data", str(data)).sentence()
    blocked = tmp_path / "blocked"
    (blocked / "01.png").mkdir(parents=True)
    assert str(blocked) in run("show", "INC-000001", "--files", str(blocked), "--data", str(data)).sentence()
    assert [one.name for one in blocked.iterdir()] == ["01.png"], "no half file is left"
    assert run("show", "INC-000001", "--files", "/proc/nowhere", "--data", str(data)).sentence()


def test_lost_blob_is_a_sentence(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)
    for blob in (copy / "attachments").glob("??/*"):
        blob.unlink()
    assert "INC-000001" in run("show", "INC-000001", "--files", str(tmp_path / "out"), "--data", str(copy)).sentence()


def test_what_was_tried_is_shown_a_line_each() -> None:
    ticket = {
        **dict.fromkeys(("number", "subject", "state", "impact", "urgency", "category", "person", "account", "computer"), "x"),
        **dict.fromkeys(("written", "created", "telephone", "place", "details"), ""),
        "priority": 3,
        "attachments": [],
        "messages": [],
        "tried": [
            {"guide": "printer", "step": "look", "title": "Look\x1b[2J", "kind": "check", "name": "queue", "result": "found:stuck"}
            | {"evidence": [{"name": "age", "value": 4.5, "unit": "min"}, {"name": "held", "value": True, "unit": ""}]},
            {"guide": "printer", "step": "paper", "title": "", "kind": "answer", "name": "", "result": "No", "evidence": []},
        ],
    }
    text = as_text(ticket)
    assert "Tried before\n  printer: Look�[2J (check queue) = found:stuck [age 4.5 min, held True]\n" in text
    assert text.endswith("\n  printer: paper (answer) = No")
