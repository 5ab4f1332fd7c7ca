"""A client without a face that lives long and writes reports all the time, until it is killed: the real drafts, outbox and sender.

Usage: client_driver.py PROFILE SEED COUNT [PAUSE_S]. Each line on standard output is flushed before the next step: `BEGIN {…}` before a
report or reply is promised, `KEPT id` once that returned. With COUNT 0 it only delivers what waits, says DRAINED, and ends.
"""

import hashlib
import json
import os
import random
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from contract.ids import new_id
from contract.tickets import PutMessage
from contract.uploads import AttachmentRef, Kind
from desktop_client.backend.enrolment import open_session
from desktop_client.flows.send_report import kept_drafts, send_report
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox, PromisedFile
from desktop_client.help_desk.sender import Sender
from desktop_client.system.folders import open_profile
from desktop_client.system.secrets import TokenStore

SMALL = (1, 700, 40_000, 300_000)
BIG = 5_200_000
"""Over this a file follows as a message of its own."""

profile = open_profile(Path(sys.argv[1]))
chance = random.Random(int(sys.argv[2]))
count = int(sys.argv[3])
pause_s = float(sys.argv[4]) if len(sys.argv) > 4 else 0.0
tokens = TokenStore(profile)
outbox = Outbox(profile.outbox_folder)
drafts = Drafts(profile.drafts_folder)
about = AboutKept(profile.about_file).about()
sender = Sender(outbox, lambda: open_session(profile, tokens), profile.sender_lock, health_every_s=0.2)


def say(word: str, told: object) -> None:
    os.write(1, f"{word} {json.dumps(told)}\n".encode())


def contents() -> list[bytes]:
    size = BIG if chance.random() < 0.02 else chance.choice(SMALL)
    return [chance.randbytes(size) for _ in range(chance.choice((0, 1, 1, 2)))]


def told(kind: str, new: str, ticket: str, text: str, bodies: list[bytes]) -> dict[str, object]:
    return {"kind": kind, "id": new, "ticket": ticket, "text": text, "sha256": [hashlib.sha256(body).hexdigest() for body in bodies]}


def report() -> str:
    bodies = contents()
    draft = drafts.new()
    text = f"report {chance.randrange(10**9)} ünïcödé 印刷"
    say("BEGIN", told("report", draft.id, draft.id, text, bodies))
    for place, body in enumerate(bodies):
        draft = drafts.add_bytes(draft, f"Screen {place + 1}.png", "image/png", Kind.SCREENSHOT if len(body) < BIG else Kind.FILE, body)
    draft = msgspec.structs.replace(draft, subject=text, details=text * 3)
    drafts.save(draft)
    send_report(draft, drafts=drafts, outbox=outbox, about=about)
    say("KEPT", draft.id)
    return draft.id


def message(ticket: str) -> None:
    new, text = new_id(), f"reply {chance.randrange(10**9)}"
    bodies = [chance.randbytes(3_000)] if chance.random() < 0.3 else []
    say("BEGIN", told("message", new, ticket, text, bodies))
    files = []
    for place, body in enumerate(bodies):
        source = profile.root / f"source-{place}"
        source.write_bytes(body)
        ref = AttachmentRef(
            upload=new_id(), name="log.txt", type="text/plain", size_bytes=len(body), sha256=hashlib.sha256(body).hexdigest()
        )
        files.append(PromisedFile(ref=ref, source=source))
    request = PutMessage(text=text, written=datetime.now(UTC), attachments=tuple(file.ref for file in files))
    outbox.promise_message(new, ticket, "reply", msgspec.json.encode(request), files)
    say("KEPT", new)


def hurry() -> None:
    """A person who presses "Try again" all the time."""
    while True:
        time.sleep(0.01)
        sender.wake()


if outbox.damage:
    say("DAMAGE", msgspec.to_builtins(outbox.damage))
threading.Thread(target=hurry, daemon=True).start()
if count == 0:
    for draft in kept_drafts(drafts, outbox):
        drafts.delete(draft.id)
    sender.drain(None, 120)
    say("DRAINED", len(outbox.waiting()))
    sys.exit(0)
threading.Thread(target=sender.run, daemon=True).start()
mine: list[str] = []
for _ in range(count):
    mine.append(report())
    if chance.random() < 0.4:
        message(chance.choice(mine[-3:]))
    time.sleep(chance.random() * pause_s)
while outbox.waiting():
    time.sleep(0.05)
say("DONE", count)
