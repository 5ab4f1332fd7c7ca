"""Go on with a kept draft after a click that took fresh pictures: they join it, left out until the person puts them back."""

import msgspec

from contract.uploads import Kind
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts


def adopt_pictures(kept: Draft, fresh: Draft, drafts: Drafts) -> Draft:
    """The kept draft with what is in `fresh`, whose folder is deleted; only the log goes along at once: the person asked for it.

    RefusedError: DISK_FULL, PROFILE_READ_ONLY.
    """
    known = {item.id for item in kept.items}
    last = max((item.screen for item in kept.items), default=0)
    for item in fresh.items:
        screen = last + item.screen if item.screen else 0
        kept = drafts.add_bytes(
            kept,
            name=f"screen-{screen}.png" if item.kind is Kind.SCREENSHOT else item.name,
            type=item.type,
            kind=item.kind,
            data=drafts.path(fresh, item).read_bytes(),
            screen=screen,
            width=item.width,
            height=item.height,
        )
    items = tuple(
        item if item.id in known or item.kind is not Kind.SCREENSHOT else msgspec.structs.replace(item, included=False)
        for item in kept.items
    )
    kept = msgspec.structs.replace(kept, items=items)
    drafts.save(kept)
    drafts.delete(fresh.id)
    return kept
