"""A report as a file: everything in it, names that harm nobody, and the target either whole or untouched."""

import json
import zipfile
from pathlib import Path

import msgspec
import pytest

from contract.about import About
from contract.diagnostics import Diagnostics, Fact, NotCollected
from contract.ids import new_id
from contract.tickets import Action
from contract.uploads import Kind
from desktop_client.flows.reply import reply
from desktop_client.flows.save_as_file import save_as_file
from desktop_client.flows.send_report import send_report
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.reasons import Cause, RefusedError
from tests.desktop_client.help_desk.test_outbox import NOW

ABOUT = About(version="1", company="Contoh")


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


def a_draft(drafts: Drafts) -> Draft:
    draft = msgspec.structs.replace(
        drafts.new(),
        subject="Printer \ud800",
        details="jams",
        diagnostics=Diagnostics(
            facts=(Fact(group="Disk", name="free", value=3, unit="GB"), Fact(group="Wi-Fi", name="name", value="secret")),
            not_collected=(NotCollected(collector="Printers", reason="slow"),),
            collected=NOW,
            took_s=1,
        ),
        left_out=frozenset({"Wi-Fi"}),
    )
    for name, kind in (("Screen 1.png", Kind.SCREENSHOT), ("..\\..\\evil.exe", Kind.FILE), ("con.txt", Kind.FILE), ("a:b?.txt", Kind.FILE)):
        draft = drafts.add_bytes(draft, name, "application/octet-stream", kind, name.encode())
    return msgspec.structs.replace(draft, items=(*draft.items[:-1], msgspec.structs.replace(draft.items[-1], included=False)))


def test_a_draft_and_the_same_promised(tmp_path: Path, drafts: Drafts) -> None:
    draft = a_draft(drafts)
    path = save_as_file(draft, tmp_path / "draft.zip", drafts=drafts)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == ["report.txt", "report.json", "pictures/01-Screen 1.png", "files/02-evil.exe", "files/03-_con.txt"]
        assert archive.read("pictures/01-Screen 1.png") == b"Screen 1.png"
        text = archive.read("report.txt").decode()
        assert "Disk / free: 3 GB" in text
        assert "Printers: not known (slow)" in text
        assert b"secret" not in archive.read("report.txt") + archive.read("report.json")
        assert json.loads(archive.read("report.json"))["report"]["details"] == "jams"
    outbox = Outbox(tmp_path / "outbox")
    delivery = send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    save_as_file(delivery, tmp_path / "promised.zip", outbox=outbox)
    with zipfile.ZipFile(tmp_path / "promised.zip") as archive:
        assert archive.namelist() == names


def test_a_big_file_that_follows_is_in_it_too(tmp_path: Path, drafts: Drafts) -> None:
    draft = drafts.add_bytes(msgspec.structs.replace(drafts.new(), subject="x"), "big.bin", "a/b", Kind.FILE, b"x" * 5_000_001)
    outbox = Outbox(tmp_path / "outbox")
    delivery = send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    save_as_file(delivery, tmp_path / "a.zip", outbox=outbox)
    assert zipfile.ZipFile(tmp_path / "a.zip").getinfo("files/01-big.bin").file_size == 5_000_001


def test_a_reply(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    delivery = reply(new_id(), "still", Action.REOPEN, outbox=outbox, about=ABOUT)
    save_as_file(delivery, tmp_path / "a.zip", outbox=outbox)
    text = zipfile.ZipFile(tmp_path / "a.zip").read("report.txt").decode()
    assert "still" in text
    assert "reopen" in text


def test_what_is_not_here_any_more_and_a_target_that_cannot_be(tmp_path: Path, drafts: Drafts) -> None:
    outbox = Outbox(tmp_path / "outbox")
    draft = a_draft(drafts)
    delivery = send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    with pytest.raises(RefusedError) as refused:
        save_as_file(delivery, tmp_path / "none" / "a.zip", outbox=outbox)
    assert refused.value.reason.cause is Cause.PROFILE_READ_ONLY
    (tmp_path / "folder").mkdir()
    with pytest.raises(RefusedError):
        save_as_file(delivery, tmp_path / "folder", outbox=outbox)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drafts", "folder", "outbox"]
    outbox.take_back(delivery.id)
    with pytest.raises(RefusedError) as refused:
        save_as_file(delivery, tmp_path / "a.zip", outbox=outbox)
    assert refused.value.reason.cause is Cause.NO_SUCH_TICKET
    assert not (tmp_path / "a.zip").exists()


def test_an_earlier_file_is_replaced_at_once(tmp_path: Path, drafts: Drafts) -> None:
    (tmp_path / "a.zip").write_text("earlier")
    save_as_file(a_draft(drafts), tmp_path / "a.zip", drafts=drafts)
    assert zipfile.is_zipfile(tmp_path / "a.zip")
