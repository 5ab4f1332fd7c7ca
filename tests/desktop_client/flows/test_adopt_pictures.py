"""Fresh pictures for a kept draft."""

from pathlib import Path

from contract.uploads import Kind
from desktop_client.flows.adopt_pictures import adopt_pictures
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts


def with_picture(drafts: Drafts, data: bytes) -> Draft:
    return drafts.add_bytes(drafts.new(), "screen-1.png", "image/png", Kind.SCREENSHOT, data, screen=1, width=2, height=3)


def test_neither_picture_is_lost_and_the_fresh_one_stays_out_until_put_back(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    kept, fresh = with_picture(drafts, b"old"), with_picture(drafts, b"new")
    joined = adopt_pictures(kept, fresh, drafts)
    assert [(item.screen, item.included, drafts.path(joined, item).read_bytes()) for item in joined.items] == [
        (1, True, b"old"),
        (2, False, b"new"),
    ]
    assert drafts.all() == (joined,)


def test_the_log_that_was_asked_for_goes_along(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    kept = with_picture(drafts, b"old")
    fresh = drafts.add_bytes(with_picture(drafts, b"new"), "sigap.log", "text/plain", Kind.LOG, b"what happened")
    joined = adopt_pictures(kept, fresh, drafts)
    log = joined.items[-1]
    assert (log.name, log.kind, log.included, log.screen) == ("sigap.log", Kind.LOG, True, 0)
    assert drafts.path(joined, log).read_bytes() == b"what happened"
    assert [item.included for item in joined.items] == [True, False, True]
    assert drafts.all() == (joined,)
