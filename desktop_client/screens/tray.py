"""What the tray icon says: which picture, which lines of the tooltip, which entries of the menu."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class IconState(StrEnum):
    """The five pictures of the icon, the calmest first. Outage is drawn already; nothing here leads to it yet."""

    IDLE = "idle"
    UNREAD = "unread"
    WAITING = "waiting"
    OUTAGE = "outage"
    VIEWED = "viewed"


class TooltipKind(StrEnum):
    """What a line of the tooltip is about."""

    VIEWED = "viewed"
    NOTHING_NEW = "nothing-new"
    UNREAD = "unread"
    WAITING = "waiting"
    REFUSED = "refused"


class Entry(StrEnum):
    """What an entry of the menu does."""

    REPORT = "report"
    FIND = "find"
    OPEN = "open"
    TICKETS = "tickets"
    COMPUTER = "computer"
    SETTINGS = "settings"
    STOP_HELP = "stop-help"
    QUIT = "quit"


@dataclass(frozen=True, kw_only=True)
class TooltipLine:
    """One line: how many it speaks of, when the next try is (None: now, or not known), and who sees the screen."""

    kind: TooltipKind
    count: int = 0
    next_try: datetime | None = None
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class MenuEntry:
    """One entry; `default` is the bold one, `unread` stands in the column of the shortcuts when it is not 0."""

    entry: Entry
    default: bool = False
    unread: int = 0


@dataclass(frozen=True, kw_only=True)
class TrayView:
    """All that the icon shows; the menu is in groups with a line between them."""

    icon: IconState
    tooltip: tuple[TooltipLine, ...]
    menu: tuple[tuple[MenuEntry, ...], ...]


def tray_view(*, unread: int = 0, waiting: int = 0, refused: int = 0, next_try: datetime | None = None, viewer: str = "") -> TrayView:
    """The icon for `unread` messages, `waiting` deliveries that go out by themselves, `refused` ones that wait for the person, and the name
    of a technician who sees the screen: while one does, the menu begins with Stop.
    """
    lines = []
    if viewer:
        lines.append(TooltipLine(kind=TooltipKind.VIEWED, name=viewer))
    if unread:
        lines.append(TooltipLine(kind=TooltipKind.UNREAD, count=unread))
    if waiting:
        lines.append(TooltipLine(kind=TooltipKind.WAITING, count=waiting, next_try=next_try))
    if refused:
        lines.append(TooltipLine(kind=TooltipKind.REFUSED, count=refused))
    return TrayView(
        icon=IconState.VIEWED if viewer else icon_state(unread=unread, waiting=waiting + refused),
        tooltip=tuple(lines) or (TooltipLine(kind=TooltipKind.NOTHING_NEW),),
        menu=(
            *(((MenuEntry(entry=Entry.STOP_HELP),),) if viewer else ()),
            (MenuEntry(entry=Entry.REPORT, default=True), MenuEntry(entry=Entry.FIND)),
            (
                MenuEntry(entry=Entry.OPEN),
                MenuEntry(entry=Entry.TICKETS, unread=unread),
                MenuEntry(entry=Entry.COMPUTER),
            ),
            (MenuEntry(entry=Entry.SETTINGS), MenuEntry(entry=Entry.QUIT)),
        ),
    )


def icon_state(*, unread: int, waiting: int) -> IconState:
    """Waiting wins over unread: what has not arrived yet is the greater worry."""
    if waiting:
        return IconState.WAITING
    return IconState.UNREAD if unread else IconState.IDLE
