"""Send a report: saved or refused with a reason, never half, and exactly what was reviewed."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from contract.about import About, Limits
from contract.diagnostics import Diagnostics, Fact, NotCollected
from contract.tickets import Impact, PutMessage, PutTicket, Urgency
from contract.uploads import Kind
from desktop_client.flows import report_contents
from desktop_client.flows.send_report import kept_drafts, send_report
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.reasons import Cause, RefusedError
from tests.desktop_client.help_desk.test_outbox import NOW

ABOUT = About(version="1", company="Contoh")


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def sent(outbox: Outbox, draft_id: str) -> PutTicket:
    kept = outbox.kept(draft_id)
    assert kept is not None
    return msgspec.json.decode(kept.promise.request, type=PutTicket)


def test_what_was_reviewed_is_what_leaves(drafts: Drafts, outbox: Outbox) -> None:
    draft = drafts.add_bytes(drafts.new(), "Screen 1.png", "image/png", Kind.SCREENSHOT, b"one", screen=1)
    draft = drafts.add_bytes(draft, "Screen 2.png", "image/png", Kind.SCREENSHOT, b"two", screen=2)
    left_out = msgspec.structs.replace(draft.items[1], included=False)
    facts = (
        Fact(group="Disk", name="free", value=3),
        Fact(group="Disk", name="total", value=9),
        Fact(group="Wi-Fi", name="name", value="x"),
    )
    draft = msgspec.structs.replace(
        draft,
        subject="  Printer\n broken ",
        details="It jams.\r\nAlways.\n",
        category="printing",
        impact=Impact.TEAM,
        urgency=Urgency.STOPPED,
        telephone="123",
        place="Floor 2",
        items=(draft.items[0], left_out),
        diagnostics=Diagnostics(facts=facts, not_collected=(NotCollected(collector="Printers", reason="slow"),), collected=NOW, took_s=1),
        left_out=frozenset({"Wi-Fi", "Disk/total"}),
    )
    heard: list[tuple[int, int]] = []
    delivery = send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT, progress=lambda done, of: heard.append((done, of)))
    assert delivery.state is DeliveryState.WAITING
    assert drafts.all() == ()
    assert heard == [(3, 3)]
    request = sent(outbox, draft.id)
    assert (request.subject, request.details) == ("Printer broken", "It jams.\nAlways.")
    assert (request.category, request.impact, request.urgency) == ("printing", Impact.TEAM, Urgency.STOPPED)
    assert (request.telephone, request.place) == ("123", "Floor 2")
    assert [(ref.name, ref.kind) for ref in request.attachments] == [("Screen 1.png", Kind.SCREENSHOT)]
    assert request.diagnostics is not None
    assert [fact.name for fact in request.diagnostics.facts] == ["free"]
    assert request.diagnostics.not_collected == (NotCollected(collector="Printers", reason="slow"),)
    contents = outbox.contents(draft.id)
    assert contents is not None
    assert (contents.pictures, contents.files, contents.facts) == (1, 0, 1)


def test_big_files_follow_and_big_pictures_do_not(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(b"x" * 5_000_001)
    draft = drafts.add_file(msgspec.structs.replace(drafts.new(), subject="Big"), big, ABOUT.limits)
    draft = drafts.add_bytes(draft, "Screen.png", "image/png", Kind.SCREENSHOT, b"p" * 5_000_001)
    delivery = send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    assert delivery.files_left == 1
    assert [ref.name for ref in sent(outbox, draft.id).attachments] == ["Screen.png"]
    message = outbox.kept(draft.items[0].id)
    assert message is not None
    assert message.promise.parent == draft.id
    assert [ref.name for ref in msgspec.json.decode(message.promise.request, type=PutMessage).attachments] == ["big.bin"]
    kept = outbox.kept(draft.id)
    assert kept is not None
    assert set(kept.files) == {item.id for item in draft.items}


def refused_for(draft: Draft, drafts: Drafts, outbox: Outbox, about: About = ABOUT) -> Cause:
    drafts.save(draft)
    before = drafts.all()
    with pytest.raises(RefusedError) as refused:
        send_report(draft, drafts=drafts, outbox=outbox, about=about)
    assert drafts.all() == before
    assert outbox.waiting() == ()
    return refused.value.reason.cause


@pytest.mark.parametrize(
    ("subject", "cause"),
    [
        ("", Cause.SUBJECT_EMPTY),
        (" \n\t ", Cause.SUBJECT_EMPTY),
        ("\0\0", Cause.SUBJECT_EMPTY),
        ("\ud800", Cause.SUBJECT_EMPTY),
        ("x" * 201, Cause.SUBJECT_TOO_LONG),
        ("x" * 1_000_000, Cause.SUBJECT_TOO_LONG),
    ],
)
def test_a_subject_that_says_nothing_or_too_much(drafts: Drafts, outbox: Outbox, subject: str, cause: Cause) -> None:
    assert refused_for(msgspec.structs.replace(drafts.new(), subject=subject), drafts, outbox) is cause


def test_the_backends_limits_hold(drafts: Drafts, outbox: Outbox) -> None:
    draft = msgspec.structs.replace(drafts.new(), subject="x", details="y" * 50_001)
    assert refused_for(draft, drafts, outbox) is Cause.TEXT_TOO_LONG
    draft = drafts.add_bytes(msgspec.structs.replace(drafts.new(), subject="x"), "a", "text/plain", Kind.FILE, b"abc")
    small = About(version="1", company="x", limits=Limits(file_bytes=2))
    drafts.delete(drafts.all()[-1].id)
    assert refused_for(draft, drafts, outbox, small) is Cause.FILE_TOO_LARGE
    assert refused_for(draft, drafts, outbox, About(version="1", company="x", limits=Limits(report_bytes=2))) is Cause.REPORT_TOO_LARGE
    assert refused_for(draft, drafts, outbox, About(version="1", company="x", limits=Limits(attachments=0))) is Cause.TOO_MANY_FILES


def test_a_copy_that_vanished_or_changed_is_named(drafts: Drafts, outbox: Outbox) -> None:
    draft = drafts.add_bytes(msgspec.structs.replace(drafts.new(), subject="x"), "a.txt", "text/plain", Kind.FILE, b"abc")
    drafts.path(draft, draft.items[0]).write_bytes(b"abd")
    assert refused_for(draft, drafts, outbox) is Cause.FILE_CHANGING
    drafts.path(draft, draft.items[0]).unlink()
    with pytest.raises(RefusedError) as refused:
        send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    assert refused.value.reason.data == {"file": "a.txt"}


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "a\x1b[31mb", "\x7f", "\u202e"])
def test_what_cannot_be_sent_is_removed_everywhere(drafts: Drafts, outbox: Outbox, text: str) -> None:
    fact = Fact(group=text or "g", name=text, value=text, unit=text)
    draft = msgspec.structs.replace(
        drafts.new(),
        subject=f"ok{text}",
        details=text,
        telephone=text,
        place=text,
        diagnostics=Diagnostics(facts=(fact,), collected=NOW, took_s=1),
    )
    send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    everything = msgspec.json.encode(sent(outbox, draft.id)).decode()
    assert not any(letter in everything for letter in ("\\u0000", "\\u001b", "\x7f"))
    assert report_contents.loses_characters(draft) is (text != "\u202e")


def test_sending_twice_is_sending_once(drafts: Drafts, outbox: Outbox) -> None:
    draft = msgspec.structs.replace(drafts.new(), subject="x")
    drafts.save(draft)
    first = send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    assert send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT).id == first.id
    assert len(outbox.waiting()) == 1


KILLED = """
import sys
from pathlib import Path
from tests.desktop_client.flows.test_send_report import ABOUT, Drafts, Outbox, send_report
folder = Path(sys.argv[1])
drafts = Drafts(folder / "drafts")
send_report(drafts.all()[0], drafts=drafts, outbox=Outbox(folder / "outbox"), about=ABOUT)
"""


@pytest.mark.parametrize("point", ["promise-files-written", "promise-before-commit", "promise-committed"])
def test_killed_while_sending_it_is_a_draft_or_a_promise(tmp_path: Path, drafts: Drafts, point: str) -> None:
    draft = drafts.add_bytes(msgspec.structs.replace(drafts.new(), subject="x"), "a.txt", "text/plain", Kind.FILE, b"abc")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], env={**os.environ, "SIGAP_FAILPOINT": point}, check=False, timeout=60
    )
    assert killed.returncode == -9
    outbox = Outbox(tmp_path / "outbox")
    kept = [one.id for one in kept_drafts(drafts, outbox)]
    waiting = [one.id for one in outbox.waiting()]
    assert kept + waiting == [draft.id]


def test_a_draft_changed_after_it_was_promised_is_kept(drafts: Drafts, outbox: Outbox) -> None:
    draft = msgspec.structs.replace(drafts.new(), subject="x")
    send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    drafts.save(draft)
    assert kept_drafts(drafts, outbox) == ()
    changed = msgspec.structs.replace(draft, subject="y", changed=draft.changed.replace(year=2090))
    drafts.save(changed)
    assert kept_drafts(drafts, outbox) == (changed,)


def test_pictures_to_which_nothing_was_said_are_no_draft_to_go_on_with(drafts: Drafts, outbox: Outbox) -> None:
    alone = drafts.add_bytes(drafts.new(), "Screen 1.png", "image/png", Kind.SCREENSHOT, b"one", screen=1)
    with_file = drafts.add_bytes(drafts.new(), "notes.txt", "text/plain", Kind.FILE, b"mine")
    said = msgspec.structs.replace(drafts.new(), details="It jams.")
    drafts.save(said)
    assert {draft.id for draft in kept_drafts(drafts, outbox)} == {with_file.id, said.id}
    assert not (drafts.folder / alone.id).exists()
