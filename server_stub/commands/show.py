"""`sigap-server show`: a ticket, whole; with --files its pictures and files, under names that are ours."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server_stub.commands.command import Command, CommandError, Reach, Said, clean, clean_lines

ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
}
"""By type, and .bin for every other: what the sender called the file never becomes a name here."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the word takes."""
    parser.add_argument("ticket", metavar="INC-…", help="the ticket's number")
    parser.add_argument("--files", metavar="DIR", type=Path, help="write its pictures and files there as 01.png, 02.png …")


def run(options: argparse.Namespace, reach: Reach) -> Said:
    """Reads the ticket, and copies the files if asked to."""
    ticket = reach.do("show", ticket=options.ticket)
    if options.files is not None:
        write_files(ticket, options.files)
    for one in attachments(ticket):
        del one["source"]
    return Said(ticket, as_text(ticket))


def attachments(ticket: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Those of the report, then those of its messages."""
    yield from ticket["attachments"]
    for message in ticket["messages"]:
        yield from message["attachments"]


def write_files(ticket: dict[str, Any], folder: Path) -> None:
    """Copies every attachment as number and ending; each appears whole or not at all, and `path` says where."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number, one in enumerate(attachments(ticket), 1):
            path = folder.absolute() / f"{number:02d}{ENDINGS.get(one['type'], '.bin')}"
            copy_whole(Path(one["source"]), path)
            one["path"] = str(path)
    except OSError as error:
        raise CommandError(f"The files of {ticket['number']} can't be written to {folder}: {error.strerror or error}.") from None


def copy_whole(source: Path, target: Path) -> None:
    """Copies beside the target and renames, so that a link of the target's name is replaced, not followed."""
    with source.open("rb") as reading, tempfile.NamedTemporaryFile(dir=target.parent, prefix=".sigap-", delete=False) as writing:
        try:
            shutil.copyfileobj(reading, writing, 1 << 20)
            Path(writing.name).replace(target)
        except OSError:
            os.unlink(writing.name)  # noqa: PTH108 - a temporary file's name is text
            raise


def as_text(ticket: dict[str, Any]) -> str:
    """The ticket to read in a terminal."""
    lines = [
        f"{ticket['number']}  {clean(ticket['subject'])}",
        f"{ticket['state']}, priority {ticket['priority']} ({ticket['impact']}, {ticket['urgency']}), {ticket['category'] or 'no topic'}",
        f"by {clean(ticket['person'])} (account {clean(ticket['account'])}, claimed) on {clean(ticket['computer'])}",
        f"written {ticket['written']}, arrived {ticket['created']}",
    ]
    lines += [f"{name}: {clean(ticket[name])}" for name in ("telephone", "place") if ticket[name]]
    if ticket["details"]:
        lines += ["", clean_lines(ticket["details"])]
    lines += [line for one in ticket["attachments"] for line in (attachment_line(one),)]
    if ticket["tried"]:
        lines += ["", "Tried before"]
        lines += [clean(tried_line(one)) for one in ticket["tried"]]
    for message in ticket["messages"]:
        action = f" [{message['action']}]" if message.get("action") else ""
        lines += ["", f"{message['created'][:16].replace('T', ' ')}  {clean(message['name'])} ({message['by']}){action}"]
        lines += [clean_lines(message["text"])] if message["text"] else []
        lines += [attachment_line(one) for one in message["attachments"]]
    diagnostics = ticket.get("diagnostics") or {"facts": [], "not_collected": []}
    if diagnostics["facts"] or diagnostics["not_collected"]:
        lines += ["", "Diagnostics"]
        lines += [clean(f"  {one['group']}: {one['name']} = {one['value']} {one['unit']}".rstrip()) for one in diagnostics["facts"]]
        lines += [clean(f"  {one['collector']}: not collected ({one['reason']})") for one in diagnostics["not_collected"]]
    return "\n".join(lines)


def tried_line(one: dict[str, Any]) -> str:
    """One thing that a guide tried: what, how it ended, and what was measured."""
    what = one["title"] or one["name"] or one["step"]
    measured = ", ".join(f"{held['name']} {held['value']} {held['unit']}".rstrip() for held in one["evidence"])
    name = f" {one['name']}" if one["name"] else ""
    return f"  {one['guide']}: {what} ({one['kind']}{name}) = {one['result']}" + (f" [{measured}]" if measured else "")


def attachment_line(one: dict[str, Any]) -> str:
    """One attachment: what the sender called it, its size, and where it is now."""
    where = f" → {clean(one['path'])}" if "path" in one else ""
    return f"  attached: {clean(one['name'])} ({clean(one['type'])}, {one['bytes']} bytes){where}"


COMMAND = Command("show", "show a ticket, and write its files", add_arguments, run)
