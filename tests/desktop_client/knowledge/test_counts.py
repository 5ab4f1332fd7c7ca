"""Counts of a day: they add up, replace what was told, and stay bounded."""

from contract.articles import PutHelpUse
from desktop_client.knowledge.counts import Counts
from desktop_client.knowledge.library import Library


def test_counts_of_a_day_add_up_and_are_sent_until_they_are_known(library: Library) -> None:
    counts: Counts = library.counts
    counts.searched("2026-11-23", found_nothing=True)
    counts.searched("2026-11-24", found_nothing=False)
    counts.used("2026-11-24", "vpn", opened=1)
    counts.used("2026-11-24", "vpn", solved=1)
    counts.used("2026-11-24", "mouse", ignored=1)
    told = counts.waiting()
    assert list(told) == ["2026-11-23", "2026-11-24"]
    assert told["2026-11-23"] == PutHelpUse(searches=1, found_nothing=1)
    assert [(use.article, use.opened, use.solved, use.ignored) for use in told["2026-11-24"].articles] == [
        ("vpn", 1, 1, 0),
        ("mouse", 0, 0, 1),
    ]
    for day, sent in told.items():
        counts.told(day, sent, "2026-11-24")
    assert counts.waiting() == {}
    counts.searched("2026-11-24", found_nothing=False)
    assert counts.waiting()["2026-11-24"].searches == 2  # today's are kept: the same day again replaces
    counts.told("2026-11-24", told["2026-11-24"], "2026-11-24")
    assert counts.waiting()["2026-11-24"].searches == 2  # another search came while they were sent
    counts.forget()
    assert counts.waiting() == {}


def test_counts_stay_bounded(library: Library) -> None:
    for day in range(90):
        library.counts.searched(f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}", found_nothing=False)
    for number in range(520):
        library.counts.used("2026-12-01", f"a{number}", opened=1 + (number == 519))
    waiting = library.counts.waiting()
    assert len(waiting) == 60
    assert len(waiting["2026-12-01"].articles) == 500
    assert waiting["2026-12-01"].articles[0].article == "a519"
