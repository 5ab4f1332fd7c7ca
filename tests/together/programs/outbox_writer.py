"""Promises reports with the real drafts and outbox, so that its system calls can be recorded. Usage: outbox_writer.py FOLDER FLAW COUNT.

`ACK {…}` on standard output once a report is promised. FLAW plants what must be caught: `normal` (the database isn't flushed at each
commit), `file` (files aren't flushed), `folder` (folders aren't flushed), `none`.
"""

import hashlib
import json
import os
import random
import stat
import sys
from pathlib import Path

import apsw
import msgspec

from contract.uploads import Kind
from desktop_client.flows.send_report import send_report
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox

top, flaw, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
flush = os.fsync


def careless(handle: int) -> None:
    is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
    if flaw != ("folder" if is_folder else "file"):
        flush(handle)


os.fsync = careless
outbox = Outbox(top / "outbox")
if flaw == "normal":
    connection = outbox.database._connection
    assert isinstance(connection, apsw.Connection)
    connection.pragma("synchronous", 1)
drafts = Drafts(top / "drafts")
about = AboutKept(top / "about.json").about()
chance = random.Random(count)
for number in range(count):
    body = chance.randbytes(3_000)
    draft = drafts.add_bytes(drafts.new(), "Screen 1.png", "image/png", Kind.SCREENSHOT, body)
    draft = msgspec.structs.replace(draft, subject=f"report {number}")
    drafts.save(draft)
    send_report(draft, drafts=drafts, outbox=outbox, about=about)
    told = {"id": draft.id, "subject": draft.subject, "sha256": hashlib.sha256(body).hexdigest()}
    os.write(1, f"ACK {json.dumps(told)}\n".encode())
os._exit(0)  # as a power cut ends it: no tidying
