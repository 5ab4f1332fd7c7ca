"""What leaves with a report: clean texts, included pictures and files, and the facts that the person didn't leave out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from contract.about import About, Limits
from contract.diagnostics import Diagnostics, Fact, NotCollected
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef, Kind
from desktop_client.flows.what_was_tried import sent_tried
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.help_desk.outbox import FollowUp, PromisedFile
from desktop_client.reasons import Cause, refused

FOLLOWS_BYTES = 5_000_000
"""A file above this, added by the person, follows as a message of its own."""

LINE_LETTERS = 500
"""The contract's bound for one line."""


def clean_text(text: str) -> str:
    """Without what can't be sent: NUL and other control characters save line ends and tabs, and halves of characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter in "\n\t" or not _is_unsendable(letter))


def clean_line(text: str) -> str:
    """One line, without what can't be sent."""
    return " ".join(clean_text(text).split())


def cleaned(draft: Draft) -> Draft:
    """The draft as it would be sent; when it differs in letters from what was typed, CHARACTERS_REMOVED is worth saying."""
    return msgspec.structs.replace(
        draft,
        subject=clean_line(draft.subject),
        details=clean_text(draft.details).strip(),
        category=clean_line(draft.category)[:LINE_LETTERS],
        telephone=clean_line(draft.telephone)[:LINE_LETTERS],
        place=clean_line(draft.place)[:LINE_LETTERS],
        diagnostics=_clean_diagnostics(draft.diagnostics),
        left_out=frozenset(clean_text(name) for name in draft.left_out),
    )


def loses_characters(draft: Draft) -> bool:
    """Whether the person typed or pasted something that can't be sent."""
    texts = (draft.subject, draft.details, draft.telephone, draft.place)
    return any(len(clean_text(text)) != len(text.replace("\r\n", "\n")) for text in texts)


def check(draft: Draft, limits: Limits) -> None:
    """Refuses, with its reason, a cleaned draft that the backend would not take."""
    if not draft.subject:
        raise refused(Cause.SUBJECT_EMPTY)
    if len(draft.subject) > limits.subject_letters:
        raise refused(Cause.SUBJECT_TOO_LONG, limit=limits.subject_letters)
    if len(draft.details) > limits.text_letters:
        raise refused(Cause.TEXT_TOO_LONG, limit=limits.text_letters)
    check_items([item for item in draft.items if item.included], limits)


def check_items(items: Sequence[DraftItem], limits: Limits) -> None:
    """Refuses too many, too large, and together too large pictures and files."""
    if len(items) > limits.attachments:
        raise refused(Cause.TOO_MANY_FILES, limit=limits.attachments)
    for item in items:
        if item.size_bytes > limits.file_bytes:
            raise refused(Cause.FILE_TOO_LARGE, file=item.name, size_bytes=item.size_bytes, limit_bytes=limits.file_bytes)
    size = sum(item.size_bytes for item in items)
    if size > limits.report_bytes:
        raise refused(Cause.REPORT_TOO_LARGE, size_bytes=size, limit_bytes=limits.report_bytes)


def sent_diagnostics(draft: Draft, limits: Limits) -> Diagnostics | None:
    """A cleaned draft's facts without those that the person left out by group ("Disk") or one by one ("Disk/free")."""
    found = draft.diagnostics
    if found is None:
        return None
    facts = [fact for fact in found.facts if not {fact.group, f"{fact.group}/{fact.name}"} & draft.left_out]
    missing = tuple(one for one in found.not_collected if one.collector not in draft.left_out)
    if not facts and not missing:
        return None
    return msgspec.structs.replace(found, facts=tuple(facts[: max(limits.facts - len(missing), 0)]), not_collected=missing)


def report_request(draft: Draft, about: About) -> bytes:
    """The encoded report; the same draft gives the same bytes."""
    return msgspec.json.encode(
        PutTicket(
            subject=draft.subject,
            details=draft.details,
            category=draft.category,
            impact=draft.impact,
            urgency=draft.urgency,
            telephone=draft.telephone,
            place=draft.place,
            written=draft.changed,
            attachments=tuple(ref_of(item) for item in draft.items if item.included and not follows(item)),
            diagnostics=sent_diagnostics(draft, about.limits),
            tried=sent_tried(draft, about),
        )
    )


def follows(item: DraftItem) -> bool:
    """Whether it follows the words as a message of its own."""
    return item.kind is not Kind.SCREENSHOT and item.size_bytes > FOLLOWS_BYTES


def ref_of(item: DraftItem) -> AttachmentRef:
    """The item as the request names it."""
    return AttachmentRef(upload=item.id, name=item.name, type=item.type, size_bytes=item.size_bytes, sha256=item.sha256, kind=item.kind)


def promised(items: Sequence[DraftItem], place: Callable[[DraftItem], Path]) -> tuple[PromisedFile, ...]:
    """Those that go with the words, and where their bytes are."""
    return promised_all([item for item in items if not follows(item)], place)


def promised_all(items: Sequence[DraftItem], place: Callable[[DraftItem], Path]) -> tuple[PromisedFile, ...]:
    """All of them, and where their bytes are."""
    return tuple(PromisedFile(ref=ref_of(item), source=place(item)) for item in items)


def following(items: Sequence[DraftItem], place: Callable[[DraftItem], Path], written: datetime) -> tuple[FollowUp, ...]:
    """Those that follow. The message's id is the file's own, so that promising again names the same message."""
    return tuple(
        FollowUp(
            id=item.id,
            request=msgspec.json.encode(PutMessage(written=written, attachments=(ref_of(item),))),
            file=PromisedFile(ref=ref_of(item), source=place(item)),
        )
        for item in items
        if follows(item)
    )


def _is_unsendable(letter: str) -> bool:
    return letter < " " or letter == "\x7f" or "\ud800" <= letter <= "\udfff"


def _clean_diagnostics(found: Diagnostics | None) -> Diagnostics | None:
    if found is None:
        return None
    missing = tuple(NotCollected(collector=clean_text(one.collector), reason=clean_text(one.reason)) for one in found.not_collected)
    return msgspec.structs.replace(found, facts=tuple(_clean_fact(fact) for fact in found.facts), not_collected=missing)


def _clean_fact(fact: Fact) -> Fact:
    value = clean_text(fact.value) if isinstance(fact.value, str) else fact.value
    return Fact(group=clean_text(fact.group), name=clean_text(fact.name), value=value, unit=clean_text(fact.unit))
