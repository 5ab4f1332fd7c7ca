"""Send a report: it is saved on this computer when this returns, and goes out by itself."""

import logging
from collections.abc import Callable
from functools import partial

from contract.about import About
from desktop_client.flows import report_contents
from desktop_client.help_desk.delivery import Delivery
from desktop_client.help_desk.draft import Draft, is_worth_keeping
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.reasons import RefusedError

log = logging.getLogger(__name__)


def send_report(
    draft: Draft, *, drafts: Drafts, outbox: Outbox, about: About, progress: Callable[[int, int], None] | None = None
) -> Delivery:
    """Promises the report and forgets its draft. `progress` hears the bytes copied, and of how many.

    RefusedError: SUBJECT_EMPTY, SUBJECT_TOO_LONG, TEXT_TOO_LONG, TOO_MANY_FILES, FILE_TOO_LARGE, REPORT_TOO_LARGE, FILE_MISSING,
    FILE_CHANGING, DISK_FULL, PROFILE_READ_ONLY, CONFLICT; the draft is kept then.
    """
    clean = report_contents.cleaned(draft)
    report_contents.check(clean, about.limits)
    items = [item for item in clean.items if item.included]
    total = sum(item.size_bytes for item in items)
    done = 0

    def copied(more: int) -> None:
        nonlocal done
        done += more
        if progress:
            progress(done, total)

    place = partial(drafts.path, clean)

    delivery = outbox.promise_report(
        clean,
        report_contents.report_request(clean, about),
        report_contents.promised(items, place),
        report_contents.following(items, place, clean.changed),
        copied,
    )
    try:
        drafts.delete(draft.id)
    except RefusedError as error:
        # It is promised; a draft that stays is offered again, and is the same report by its id.
        log.info("The draft of a promised report stays: %s", error.reason.cause.value)
    return delivery


def kept_drafts(drafts: Drafts, outbox: Outbox) -> tuple[Draft, ...]:
    """The drafts worth going on with, newest first. What a crash left is finished with, and deleted here: one that was promised just
    before, and pictures to which nothing was said.
    """
    found = []
    for draft in drafts.all():
        kept = outbox.kept(draft.id)
        promised = kept and kept.promise.draft and kept.promise.draft.changed >= draft.changed
        if promised or not is_worth_keeping(draft):
            drafts.delete(draft.id)
        else:
            found.append(draft)
    return tuple(found)
