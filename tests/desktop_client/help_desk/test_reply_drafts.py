"""Unsent replies on the disk."""

from pathlib import Path

import pytest

from desktop_client.help_desk.reply_drafts import MOST, ReplyDrafts, WrittenReply


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "replies.json"


def test_a_reply_is_there_after_a_restart(file: Path) -> None:
    written = WrittenReply(text="It began\non Monday", files=("/home/ayu/log.txt",))
    ReplyDrafts(file).keep("t1", written)
    assert ReplyDrafts(file).get("t1") == written
    assert ReplyDrafts(file).get("t2") == WrittenReply()


def test_an_empty_reply_is_forgotten(file: Path) -> None:
    drafts = ReplyDrafts(file)
    drafts.keep("t1", WrittenReply(text="words"))
    drafts.keep("t1", WrittenReply())
    assert b"t1" not in file.read_bytes()


def test_half_characters_are_kept_as_question_marks(file: Path) -> None:
    ReplyDrafts(file).keep("t1", WrittenReply(text="a\ud800b"))
    assert ReplyDrafts(file).get("t1").text == "a?b"


def test_the_oldest_make_room(file: Path) -> None:
    drafts = ReplyDrafts(file)
    for number in range(MOST + 1):
        drafts.keep(f"t{number}", WrittenReply(text="x"))
    assert drafts.get("t0") == WrittenReply()
    assert drafts.get(f"t{MOST}").text == "x"


def test_a_damaged_file_is_as_none(file: Path) -> None:
    file.write_bytes(b"{not json")
    drafts = ReplyDrafts(file)
    assert drafts.get("t1") == WrittenReply()
    drafts.keep("t1", WrittenReply(text="new"))
    assert drafts.get("t1").text == "new"
