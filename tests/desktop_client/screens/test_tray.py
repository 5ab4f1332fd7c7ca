"""The icon's picture, tooltip and menu, for what there is to tell."""

from datetime import UTC, datetime

import pytest

from desktop_client.screens.tray import Entry, IconState, TooltipKind, TooltipLine, tray_view

SOON = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("unread", "waiting", "refused", "icon"),
    [
        (0, 0, 0, IconState.IDLE),
        (2, 0, 0, IconState.UNREAD),
        (0, 1, 0, IconState.WAITING),
        (2, 1, 0, IconState.WAITING),
        (0, 0, 1, IconState.WAITING),
        (2, 0, 1, IconState.WAITING),
    ],
)
def test_waiting_wins_over_unread(unread: int, waiting: int, refused: int, icon: IconState) -> None:
    assert tray_view(unread=unread, waiting=waiting, refused=refused).icon is icon


def test_who_sees_the_screen_wins_over_all_else() -> None:
    view = tray_view(unread=1, waiting=1, viewer="Budi")
    assert view.icon is IconState.VIEWED
    assert view.tooltip[0] == TooltipLine(kind=TooltipKind.VIEWED, name="Budi")
    assert view.menu[0][0].entry is Entry.STOP_HELP


def test_tooltip_says_so_when_nothing_is_new() -> None:
    assert tray_view().tooltip == (TooltipLine(kind=TooltipKind.NOTHING_NEW),)


def test_tooltip_tells_everything_there_is() -> None:
    lines = tray_view(unread=2, waiting=3, refused=1, next_try=SOON).tooltip
    assert lines == (
        TooltipLine(kind=TooltipKind.UNREAD, count=2),
        TooltipLine(kind=TooltipKind.WAITING, count=3, next_try=SOON),
        TooltipLine(kind=TooltipKind.REFUSED, count=1),
    )


def test_report_is_the_first_entry_and_the_only_default_one() -> None:
    entries = [entry for group in tray_view(unread=4).menu for entry in group]
    assert [entry.entry for entry in entries] == [
        Entry.REPORT,
        Entry.FIND,
        Entry.OPEN,
        Entry.TICKETS,
        Entry.COMPUTER,
        Entry.SETTINGS,
        Entry.QUIT,
    ]
    assert [entry.entry for entry in entries if entry.default] == [Entry.REPORT]
    assert {entry.entry: entry.unread for entry in entries if entry.unread} == {Entry.TICKETS: 4}
