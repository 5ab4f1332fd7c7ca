"""Edit, mend, send as a reply: what has not arrived comes back whole, what had arrived after all is not sent twice."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from contract.about import About
from contract.tickets import PutMessage
from contract.uploads import Kind
from desktop_client.backend.session import Session
from desktop_client.flows.edit_waiting import edit_waiting
from desktop_client.flows.mend_refused import let_go, mend_refused, send_as_reply, try_again
from desktop_client.flows.send_report import send_report
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.sender import Sender
from desktop_client.reasons import Cause, Reason, RefusedError
from tests.desktop_client.help_desk.test_outbox import deliver
from tests.raw_server import RawServer, problem
from tests.small_backend import SmallBackend

ABOUT = About(version="1", company="Contoh")


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def waiting(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> Draft:
    (tmp_path / "big.bin").write_bytes(b"b" * 5_000_001)
    draft = msgspec.structs.replace(drafts.new(), subject="Printer", details="jams")
    draft = drafts.add_bytes(draft, "Screen.png", "image/png", Kind.SCREENSHOT, b"png", screen=1)
    draft = drafts.add_file(draft, tmp_path / "big.bin", ABOUT.limits)
    send_report(draft, drafts=drafts, outbox=outbox, about=ABOUT)
    return draft


def drain(outbox: Outbox, address: str, delivery_id: str | None) -> None:
    Sender(outbox, lambda: Session(address, lambda: "sgd_" + "a" * 43), outbox.database.folder / "lock").drain(delivery_id, 20)


def test_a_waiting_report_comes_back_with_everything(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> None:
    draft = waiting(drafts, outbox, tmp_path)
    back = edit_waiting(draft.id, outbox=outbox, drafts=drafts)
    assert back == draft
    assert drafts.all() == (back,)
    assert [drafts.path(back, item).read_bytes() for item in back.items] == [b"png", b"b" * 5_000_001]
    assert outbox.waiting() == ()
    assert list(outbox.database.files.iterdir()) == []
    again = msgspec.structs.replace(back, subject="Scanner")
    assert send_report(again, drafts=drafts, outbox=outbox, about=ABOUT).id == draft.id


def test_what_has_arrived_or_is_not_here_cannot_be_edited(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> None:
    draft = waiting(drafts, outbox, tmp_path)
    deliver(outbox, draft.id, "INC-000001", b"{}")
    with pytest.raises(RefusedError) as refused:
        edit_waiting(draft.id, outbox=outbox, drafts=drafts)
    assert refused.value.reason == Reason(Cause.CONFLICT, {"number": "INC-000001"})
    assert drafts.all() == ()
    with pytest.raises(RefusedError) as refused:
        edit_waiting(drafts.new().id, outbox=outbox, drafts=drafts)
    assert refused.value.reason.cause is Cause.NO_SUCH_TICKET


def test_a_refused_report_is_mended_and_arrives(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> None:
    draft = waiting(drafts, outbox, tmp_path)
    backend = SmallBackend(
        lambda asked: problem(422, "invalid", field="details") if asked.method == "PUT" and b"jams" in asked.body else None
    )
    with RawServer(backend) as server:
        drain(outbox, server.address, draft.id)
        assert outbox.waiting()[0].state is DeliveryState.REFUSED
        assert try_again(draft.id, outbox=outbox).state is DeliveryState.WAITING
        drain(outbox, server.address, draft.id)
        back = mend_refused(draft.id, outbox=outbox, drafts=drafts)
        assert back.refusal is not None
        assert back.refusal.data["field"] == "details"
        send_report(msgspec.structs.replace(back, details="sticks"), drafts=drafts, outbox=outbox, about=ABOUT)
        drain(outbox, server.address, None)
    assert list(backend.tickets) == [draft.id]
    assert b"sticks" in backend.tickets[draft.id]
    assert outbox.waiting() == ()


def test_edited_after_it_had_arrived_the_new_text_becomes_a_reply(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> None:
    draft = waiting(drafts, outbox, tmp_path)
    backend = SmallBackend()
    with RawServer(backend) as server:
        backend.lose_answers = lambda asked: asked.method == "PUT"
        _one_try(outbox, server.address)
        assert list(backend.tickets) == [draft.id]
        back = edit_waiting(draft.id, outbox=outbox, drafts=drafts)
        send_report(msgspec.structs.replace(back, details="smokes"), drafts=drafts, outbox=outbox, about=ABOUT)
        backend.lose_answers = lambda _asked: False
        drain(outbox, server.address, draft.id)
        reason = outbox.waiting()[0].reason
        assert reason is not None
        assert (reason.cause, reason.data["number"]) == (Cause.CONFLICT, "INC-000001")
        reply = send_as_reply(draft.id, outbox=outbox)
        drain(outbox, server.address, None)
    assert outbox.waiting() == ()
    assert list(backend.tickets) == [draft.id]
    _, body = backend.messages[reply.id]
    message = msgspec.json.decode(body, type=PutMessage)
    assert message.text == "Printer\n\nsmokes"
    assert [ref.name for ref in message.attachments] == ["Screen.png"]
    assert max(len(upload) for upload in backend.uploads.values()) == 5_000_001


def _one_try(outbox: Outbox, address: str) -> None:
    Sender(outbox, lambda: Session(address, lambda: "sgd_" + "a" * 43), outbox.database.folder / "lock").drain(None, 0.6)


def test_letting_go(drafts: Drafts, outbox: Outbox, tmp_path: Path) -> None:
    draft = waiting(drafts, outbox, tmp_path)
    assert let_go(draft.id, outbox=outbox)
    assert not let_go(draft.id, outbox=outbox)
    assert outbox.waiting() == ()


KILLED = """
import sys
from pathlib import Path
from tests.desktop_client.flows.test_edit_waiting import Drafts, Outbox, edit_waiting
folder = Path(sys.argv[1])
edit_waiting(sys.argv[2], outbox=Outbox(folder / "outbox"), drafts=Drafts(folder / "drafts"))
"""


@pytest.mark.parametrize(("point", "waits"), [("take-back-draft-saved", True), ("take-back-committed", False)])
def test_killed_while_taking_back_nothing_is_lost(drafts: Drafts, outbox: Outbox, tmp_path: Path, point: str, waits: bool) -> None:  # noqa: FBT001 - a parameter of the test
    draft = waiting(drafts, outbox, tmp_path)
    outbox.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), draft.id], env={**os.environ, "SIGAP_FAILPOINT": point}, check=False, timeout=60
    )
    assert killed.returncode == -9
    again = Outbox(tmp_path / "outbox")
    assert drafts.all() == (draft,)
    assert [one.id for one in again.waiting()] == ([draft.id] if waits else [])
    again.close()
