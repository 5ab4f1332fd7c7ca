"""A report while it is written: plain values. `drafts.py` keeps it in a folder of its own with its pictures and files."""

from datetime import datetime

import msgspec

from contract.diagnostics import Diagnostics
from contract.guides import Tried
from contract.tickets import Impact, Urgency
from contract.uploads import Kind
from desktop_client.reasons import Reason


class DraftItem(msgspec.Struct, frozen=True, kw_only=True):
    """A picture or file of the draft, copied into its folder, hashed; what leaves is byte for byte this copy.

    `id` becomes the upload's id. `file` is the copy's name inside the draft's folder, made by us; `name` is what the person sees.
    `screen` numbers the monitors from 1 (0: not a screenshot).
    """

    id: str
    kind: Kind
    name: str
    type: str
    size_bytes: int
    sha256: str
    file: str
    screen: int = 0
    width: int = 0
    height: int = 0
    included: bool = True


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has said so far. `id` becomes the ticket's id.

    `tried` is what guides tried before, redacted. `left_out` names what stays here: a group of facts ("Disk"), one fact ("Disk/free"), or
    by its number one thing that was tried ("Tried/0"). `refusal` is why the backend refused it, when
    a refused report is mended; `no_picture` is why there is no screenshot.
    """

    id: str
    created: datetime
    changed: datetime
    subject: str = ""
    details: str = ""
    category: str = ""
    impact: Impact = Impact.ME
    urgency: Urgency = Urgency.HARD
    telephone: str = ""
    place: str = ""
    items: tuple[DraftItem, ...] = ()
    diagnostics: Diagnostics | None = None
    tried: tuple[Tried, ...] = ()
    left_out: frozenset[str] = frozenset()
    no_picture: Reason | None = None
    refusal: Reason | None = None


def is_worth_keeping(draft: Draft) -> bool:
    """Whether there is something of the person's own in it: pictures alone, taken by the click, are no draft."""
    return bool(draft.subject.strip() or draft.details.strip() or any(item.kind is not Kind.SCREENSHOT for item in draft.items))
