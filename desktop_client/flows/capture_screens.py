"""Takes the screens into a draft: each picture goes to the draft's folder as soon as it is taken, so that memory holds one at a time."""

import msgspec

from contract.uploads import Kind
from desktop_client.capture.screens import capture
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.reasons import RefusedError


def capture_screens(draft: Draft, drafts: Drafts, pointer: tuple[int, int] | None = None) -> Draft:
    """The draft with a fresh picture of every monitor in place of earlier ones; where none can be taken, with the reason instead."""
    earlier = tuple(item for item in draft.items if item.kind is Kind.SCREENSHOT)
    draft = msgspec.structs.replace(draft, items=tuple(item for item in draft.items if item not in earlier), no_picture=None)
    try:
        for picture in capture(pointer):
            draft = drafts.add_bytes(
                draft,
                name=f"screen-{picture.screen}.png",
                type="image/png",
                kind=Kind.SCREENSHOT,
                data=picture.png,
                screen=picture.screen,
                width=picture.width,
                height=picture.height,
            )
    except RefusedError as error:
        draft = msgspec.structs.replace(draft, no_picture=error.reason)
    drafts.save(draft)
    for item in earlier:
        drafts.path(draft, item).unlink(missing_ok=True)
    return draft
