from pathlib import Path

import msgspec

from contract.tickets import Action
from contract.uploads import Kind
from desktop_client.flows.follow_tickets import waiting_messages
from desktop_client.flows.reply import reply
from desktop_client.flows.send_report import send_report
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.screens.held import held_reply, held_report
from desktop_client.screens.tickets import File
from tests.desktop_client.flows.test_send_report import ABOUT


def test_a_report_that_waits_is_shown_as_it_was_written(tmp_path: Path) -> None:
    drafts, outbox = Drafts(tmp_path / "drafts"), Outbox(tmp_path / "outbox")
    draft = drafts.add_bytes(drafts.new(), "screen-1.png", "image/png", Kind.SCREENSHOT, b"one", screen=1)
    draft = drafts.add_bytes(draft, "notes.txt", "text/plain", Kind.FILE, b"mine!")
    said = msgspec.structs.replace(draft, subject="No sound", details="Since noon.")
    delivery = send_report(said, drafts=drafts, outbox=outbox, about=ABOUT)
    kept = outbox.kept(delivery.id)
    assert kept is not None
    held = held_report(kept)
    assert held is not None
    assert held.text == "No sound\n\nSince noon."
    assert held.files == (File(name="screen-1.png", size_bytes=3, picture=True), File(name="notes.txt", size_bytes=5, picture=False))
    assert held.delivery.id == delivery.id


def test_a_reply_that_waits_is_no_report(tmp_path: Path) -> None:
    drafts, outbox = Drafts(tmp_path / "drafts"), Outbox(tmp_path / "outbox")
    said = msgspec.structs.replace(drafts.new(), subject="No sound")
    ticket = send_report(said, drafts=drafts, outbox=outbox, about=ABOUT).id
    (tmp_path / "notes.txt").write_bytes(b"mine!")
    delivery = reply(ticket, "Still", Action.REOPEN, (tmp_path / "notes.txt",), outbox=outbox, about=ABOUT)
    kept = outbox.kept(delivery.id)
    assert kept is not None
    assert held_report(kept) is None
    [waiting] = waiting_messages(ticket, outbox=outbox)
    held = held_reply(waiting)
    assert (held.text, held.action, held.files) == ("Still", Action.REOPEN, (File(name="notes.txt", size_bytes=5, picture=False),))
