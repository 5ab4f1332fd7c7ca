"""With what a report begins: words that were typed in a search, and what a guide tried already."""

from dataclasses import dataclass

import msgspec

from contract.guides import Tried
from contract.tickets import Impact
from desktop_client.help_desk.draft import Draft


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """`subject` and `category` are taken where there is none yet, `details` stand below what is there, `tried` joins what was tried."""

    subject: str = ""
    details: str = ""
    tried: tuple[Tried, ...] = ()
    impact: Impact | None = None
    category: str = ""


NOTHING = Beginning()


def begun(draft: Draft, beginning: Beginning) -> Draft:
    """The draft with it; nothing that the person wrote is lost."""
    details = "\n\n".join(text for text in (draft.details.rstrip(), beginning.details) if text)
    known = {(one.step, one.at) for one in draft.tried}
    return msgspec.structs.replace(
        draft,
        subject=draft.subject or beginning.subject,
        details=details if beginning.details and beginning.details not in draft.details else draft.details,
        tried=(*draft.tried, *(one for one in beginning.tried if (one.step, one.at) not in known)),
        impact=beginning.impact or draft.impact,
        category=draft.category or beginning.category,
    )
