"""Reply to a ticket: words, actions and files, saved at once or refused with a reason."""

import os
from pathlib import Path

import msgspec
import pytest

from contract.about import About, Limits
from contract.ids import new_id
from contract.tickets import Action, PutMessage
from desktop_client.flows.edit_waiting import withdraw_reply
from desktop_client.flows.reply import reply
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.outbox import Outbox
from desktop_client.reasons import Cause, RefusedError
from tests.desktop_client.help_desk.test_outbox import deliver

ABOUT = About(version="1", company="Contoh", limits=Limits(file_bytes=20_000_000, attachments=3))
TICKET = new_id()


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def sent(outbox: Outbox, delivery_id: str) -> PutMessage:
    kept = outbox.kept(delivery_id)
    assert kept is not None
    return msgspec.json.decode(kept.promise.request, type=PutMessage)


def nothing_left(outbox: Outbox) -> bool:
    return not list(outbox.database.folder.glob("staging-*"))


def test_words_and_files(outbox: Outbox, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("abc")
    delivery = reply(TICKET, " It still\0 jams. ", None, [tmp_path / "a.txt"], outbox=outbox, about=ABOUT, subject="Printer")
    assert (delivery.kind, delivery.ticket, delivery.subject) == (DeliveryKind.MESSAGE, TICKET, "Printer")
    message = sent(outbox, delivery.id)
    assert message.text == "It still jams."
    assert [ref.name for ref in message.attachments] == ["a.txt"]
    assert nothing_left(outbox)


def test_an_action_needs_no_words(outbox: Outbox) -> None:
    assert sent(outbox, reply(TICKET, "", Action.RESOLVE, outbox=outbox, about=ABOUT).id).action is Action.RESOLVE


def test_a_wish_needs_no_words_and_stays_what_it_was_when_it_goes_out(outbox: Outbox) -> None:
    understood = msgspec.structs.replace(ABOUT, understands=("tried", "remote-help"))
    bare = reply(TICKET, "", outbox=outbox, about=understood, wants="remote-help")
    kept = outbox.kept(bare.id)
    assert kept is not None
    # The request itself is kept, so that a client that was updated meanwhile sends the same.
    assert b'"wants":"remote-help"' in kept.promise.request
    words = sent(outbox, reply(TICKET, "Please look", outbox=outbox, about=understood, wants="remote-help").id)
    assert (words.text, words.wants) == ("Please look", "remote-help")


def test_a_wish_that_the_backend_does_not_understand_is_left_out(outbox: Outbox) -> None:
    assert sent(outbox, reply(TICKET, "Please look", outbox=outbox, about=ABOUT, wants="remote-help").id).wants is msgspec.UNSET
    with pytest.raises(RefusedError) as refused:
        reply(TICKET, " ", outbox=outbox, about=ABOUT, wants="remote-help")
    assert refused.value.reason.cause is Cause.SUBJECT_EMPTY


def test_a_wish_does_not_wait_for_a_big_file(outbox: Outbox, tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(os.urandom(5_000_001))
    understood = msgspec.structs.replace(ABOUT, understands=("remote-help",))
    delivery = reply(TICKET, "", None, [tmp_path / "big"], outbox=outbox, about=understood, wants="remote-help")
    assert sent(outbox, delivery.id).attachments == ()
    assert delivery.files_left == 1


def test_big_files_follow_the_words_and_are_the_message_where_there_are_none(outbox: Outbox, tmp_path: Path) -> None:
    for name in ("big", "bigger"):
        (tmp_path / name).write_bytes(os.urandom(5_000_001))
    words = reply(TICKET, "see", None, [tmp_path / "big"], outbox=outbox, about=ABOUT)
    assert sent(outbox, words.id).attachments == ()
    assert words.files_left == 1
    alone = reply(TICKET, "", None, [tmp_path / "big", tmp_path / "bigger"], outbox=outbox, about=ABOUT)
    assert len(sent(outbox, alone.id).attachments) == 1
    assert alone.files_left == 1


@pytest.mark.parametrize(
    ("ticket", "text", "files", "cause"),
    [
        (TICKET, " \n ", 0, Cause.SUBJECT_EMPTY),
        (TICKET, "x" * 50_001, 0, Cause.TEXT_TOO_LONG),
        (TICKET, "x", 4, Cause.TOO_MANY_FILES),
        ("INC-000001", "x", 0, Cause.NO_SUCH_TICKET),
        ("../x", "x", 0, Cause.NO_SUCH_TICKET),
    ],
)
def test_what_cannot_be_a_reply(outbox: Outbox, tmp_path: Path, ticket: str, text: str, files: int, cause: Cause) -> None:
    (tmp_path / "a").write_text("abc")
    with pytest.raises(RefusedError) as refused:
        reply(ticket, text, None, [tmp_path / "a"] * files, outbox=outbox, about=ABOUT)
    assert refused.value.reason.cause is cause
    assert outbox.waiting() == ()
    assert nothing_left(outbox)


def test_a_bad_file_refuses_all_of_it(outbox: Outbox, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("abc")
    with pytest.raises(RefusedError) as refused:
        reply(TICKET, "x", None, [tmp_path / "a", tmp_path], outbox=outbox, about=ABOUT)
    assert refused.value.reason.cause is Cause.FILE_FOLDER
    assert outbox.waiting() == ()
    assert nothing_left(outbox)


def test_the_same_message_twice_is_one(outbox: Outbox) -> None:
    message_id = new_id()
    for _ in range(2):
        reply(TICKET, "x", outbox=outbox, about=ABOUT, message_id=message_id)
    assert len(outbox.waiting()) == 1


def test_a_waiting_reply_comes_back_and_one_that_arrived_does_not(outbox: Outbox) -> None:
    waits = reply(TICKET, "wrong", Action.REOPEN, outbox=outbox, about=ABOUT)
    back = withdraw_reply(waits.id, outbox=outbox)
    assert (back.ticket, back.text, back.action) == (TICKET, "wrong", Action.REOPEN)
    assert outbox.waiting() == ()
    arrived = reply(TICKET, "there", outbox=outbox, about=ABOUT)
    deliver(outbox, arrived.id, "INC-000001", b"{}")
    with pytest.raises(RefusedError) as refused:
        withdraw_reply(arrived.id, outbox=outbox)
    assert refused.value.reason.cause is Cause.CONFLICT
    with pytest.raises(RefusedError):
        withdraw_reply(new_id(), outbox=outbox)
