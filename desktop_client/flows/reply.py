"""Reply to a ticket, with files, or say that it works again or is still broken: saved here at once, and goes out by itself."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from contract.about import About
from contract.ids import is_id, new_id
from contract.tickets import REMOTE_HELP, Action, PutMessage
from desktop_client.flows import report_contents
from desktop_client.help_desk.delivery import Delivery
from desktop_client.help_desk.draft import DraftItem
from desktop_client.help_desk.files import take_file
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.outbox_database import STAGING
from desktop_client.reasons import Cause, refused, unwritable


def reply(
    ticket_id: str,
    text: str,
    action: Action | None = None,
    files: Sequence[Path] = (),
    *,
    outbox: Outbox,
    about: About,
    subject: str = "",
    message_id: str | None = None,
    wants: Literal["remote-help"] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Delivery:
    """Promises a message. `subject` is the ticket's, for lists; `message_id` makes a second call with the same id harmless. `wants` is what
    it asks for, left out where the backend doesn't understand that.

    RefusedError: NO_SUCH_TICKET, SUBJECT_EMPTY (nothing was said), TEXT_TOO_LONG, everything about files, DISK_FULL, PROFILE_READ_ONLY.
    """
    if not is_id(ticket_id):
        raise refused(Cause.NO_SUCH_TICKET, ticket=ticket_id[:60])
    clean = report_contents.clean_text(text).strip()
    wanted = wants if REMOTE_HELP in about.understands else None
    if not clean and action is None and not files and wanted is None:
        raise refused(Cause.SUBJECT_EMPTY)
    if len(clean) > about.limits.text_letters:
        raise refused(Cause.TEXT_TOO_LONG, limit=about.limits.text_letters)
    if len(files) > about.limits.attachments:
        raise refused(Cause.TOO_MANY_FILES, limit=about.limits.attachments)
    folder = _staging(outbox)
    try:
        items = [
            take_file(
                path,
                folder,
                new_id(),
                about.limits,
                progress=progress or (lambda _done, _of: None),
                cancelled=cancelled or (lambda: False),
            )
            for path in files
        ]
        report_contents.check_items(items, about.limits)
        request = PutMessage(text=clean, action=action, written=datetime.now(UTC), wants=wanted or msgspec.UNSET)
        return _promise(ticket_id, message_id or new_id(), request, items, folder, outbox, subject)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _promise(
    ticket_id: str,
    message_id: str,
    words: PutMessage,
    items: Sequence[DraftItem],
    folder: Path,
    outbox: Outbox,
    subject: str,
) -> Delivery:
    # With nothing else to say, a big file is the message itself.
    silent = not words.text and words.action is None and words.wants is msgspec.UNSET
    alone = silent and all(report_contents.follows(item) for item in items)
    first = items[:1] if alone else [item for item in items if not report_contents.follows(item)]
    rest = [item for item in items if item not in first]
    request = msgspec.structs.replace(words, attachments=tuple(report_contents.ref_of(item) for item in first))

    def place(item: DraftItem) -> Path:
        return folder / item.file

    return outbox.promise_message(
        message_id,
        ticket_id,
        subject or _known_subject(ticket_id, outbox),
        msgspec.json.encode(request),
        report_contents.promised_all(first, place),
        report_contents.following(rest, place, words.written),
    )


def _known_subject(ticket_id: str, outbox: Outbox) -> str:
    found = outbox.delivery(ticket_id)
    return found.subject if found else ""


def _staging(outbox: Outbox) -> Path:
    """A folder for copies that nobody was promised yet. The outbox sweeps what a crash leaves of it."""
    try:
        return Path(tempfile.mkdtemp(prefix=STAGING, dir=outbox.database.folder))
    except OSError as error:
        raise unwritable(error, outbox.database.folder) from error
