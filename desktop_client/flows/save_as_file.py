"""Save a report as a file that can be carried or mailed: a zip with its words, facts, pictures and files."""

import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from contract.about import About
from contract.diagnostics import Diagnostics
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef, Kind
from desktop_client.flows import report_contents
from desktop_client.help_desk.delivery import Delivery, DeliveryKind
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.files import shown_name
from desktop_client.help_desk.outbox import Outbox
from desktop_client.reasons import Cause, refused, unwritable
from desktop_client.system.durable import flush_folder

LONGEST_NAME = 100
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def save_as_file(what: Draft | Delivery, target: Path, *, drafts: Drafts | None = None, outbox: Outbox | None = None) -> Path:
    """Writes the zip in one step, in place of a file of that name, and gives its path. Needs `drafts` for a draft, `outbox` otherwise.

    RefusedError: NO_SUCH_TICKET (the delivery isn't here any more), PROFILE_READ_ONLY with the target's folder, DISK_FULL.
    """
    if isinstance(what, Draft):
        if drafts is None:
            raise TypeError("a draft's files are found through its drafts")
        clean = report_contents.cleaned(what)
        items = [item for item in clean.items if item.included]
        # All of it in one request here: nothing has to be small to be saved.
        request = msgspec.json.decode(report_contents.report_request(clean, About(version="", company="")), type=PutTicket)
        request = msgspec.structs.replace(request, attachments=tuple(report_contents.ref_of(item) for item in items))
        return _write(target, what.id, request, {item.id: drafts.path(clean, item) for item in items})
    if outbox is None:
        raise TypeError("a delivery is found through its outbox")
    kept = outbox.kept(what.id)
    if kept is None:
        raise refused(Cause.NO_SUCH_TICKET, ticket=what.subject)
    decoded: PutTicket | PutMessage
    if kept.promise.kind is DeliveryKind.REPORT:
        decoded = msgspec.json.decode(kept.promise.request, type=PutTicket)
    else:
        decoded = msgspec.json.decode(kept.promise.request, type=PutMessage)
    big = tuple(
        report_contents.ref_of(item)
        for item in (kept.promise.draft.items if kept.promise.draft else ())
        if item.id in kept.files and item.id not in {ref.upload for ref in decoded.attachments}
    )
    return _write(target, what.id, msgspec.structs.replace(decoded, attachments=(*decoded.attachments, *big)), kept.files)


def _write(target: Path, id_: str, request: PutTicket | PutMessage, files: Mapping[str, Path]) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=".sigap-", suffix=".part", dir=target.parent)
    except OSError as error:
        raise unwritable(error, target.parent) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("report.txt", _text(id_, request))
                archive.writestr("report.json", msgspec.json.format(msgspec.json.encode({"id": id_, "report": request}), indent=2))
                for ref, inside in zip(request.attachments, _names(request.attachments), strict=True):
                    if ref.upload in files and files[ref.upload].exists():
                        archive.write(files[ref.upload], inside)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise unwritable(error, target.parent) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target


def _names(refs: tuple[AttachmentRef, ...]) -> list[str]:
    """Names inside the zip: numbered, so that none meets another, and harmless wherever it is unpacked."""
    names = []
    for number, ref in enumerate(refs, start=1):
        folder = "pictures" if ref.kind is Kind.SCREENSHOT else "files"
        plain = "".join("_" if letter in '<>:"/\\|?*' else letter for letter in shown_name(ref.name)).strip(". ") or "file"
        stem, dot, ending = plain.rpartition(".")
        plain = f"{stem[: LONGEST_NAME - len(ending)]}.{ending[:16]}" if dot and stem else plain[:LONGEST_NAME]
        if plain.partition(".")[0].lower() in RESERVED:
            plain = f"_{plain}"
        names.append(f"{folder}/{number:02d}-{plain}")
    return names


def _text(id_: str, request: PutTicket | PutMessage) -> str:
    """The report for a person to read, in English: who receives it may not be who wrote it."""
    if isinstance(request, PutMessage):
        action = f"Says: {request.action.value}\n" if request.action else ""
        return f"Reply {id_}\nWritten: {request.written.isoformat()}\n{action}\n{request.text}\n"
    lines = [
        request.subject,
        "",
        request.details,
        "",
        f"Report: {id_}",
        f"Written: {request.written.isoformat()}",
        f"Category: {request.category or '-'}",
        f"Impact: {request.impact.value}",
        f"Urgency: {request.urgency.value}",
        f"Telephone: {request.telephone or '-'}",
        f"Place: {request.place or '-'}",
    ]
    return "\n".join([*lines, *_facts(request.diagnostics)]) + "\n"


def _facts(diagnostics: Diagnostics | None) -> list[str]:
    if diagnostics is None:
        return []
    lines = ["", f"Computer details, {diagnostics.collected.isoformat()}"]
    lines += [f"  {fact.group} / {fact.name}: {fact.value} {fact.unit}".rstrip() for fact in diagnostics.facts]
    return lines + [f"  {one.collector}: not known ({one.reason})" for one in diagnostics.not_collected]
