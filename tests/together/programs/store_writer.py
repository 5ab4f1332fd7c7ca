"""Takes reports with attachments into the real store of the backend, so that its system calls can be recorded.

Usage: store_writer.py FOLDER FLAW COUNT. `ACK {…}` on standard output once something is answered: a piece of an upload, and a ticket.
FLAW as in outbox_writer.py.
"""

import hashlib
import json
import os
import random
import secrets
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from contract.enrolment import PutEnrolment
from contract.ids import new_id
from contract.tickets import PutTicket
from contract.uploads import AttachmentRef
from server_stub.app import open_backend
from server_stub.settings.rows import Settings

top, flaw, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
flush = os.fsync


def careless(handle: int) -> None:
    is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
    if flaw != ("folder" if is_folder else "file"):
        flush(handle)


os.fsync = careless
if flaw == "normal":

    @event.listens_for(Engine, "begin")
    def loosen(connection: Any) -> None:
        connection.connection.dbapi_connection.execute("PRAGMA synchronous=NORMAL")


def say(told: dict[str, object]) -> None:
    os.write(1, f"ACK {json.dumps(told)}\n".encode())


backend = open_backend(top, Settings())
token = "sgd_" + secrets.token_urlsafe(32)
asked = PutEnrolment(code=backend.people.make_code(), token=token, account="sari", computer="pc")
backend.people.enrol(new_id(), asked, "here", None)
who = backend.people.who(token)
chance = random.Random(count)
for number in range(count):
    body, upload, ticket = chance.randbytes(6_000), new_id(), new_id()
    digest = hashlib.sha256(body).hexdigest()
    backend.desk.uploads.create(who, upload, len(body), digest)
    for offset in (0, 2_500):
        piece = backend.desk.uploads.begin(who, upload, offset, None)
        piece.write(body[offset : offset + 2_500] if offset == 0 else body[offset:])
        place = piece.finish()
        say({"upload": upload, "offset": place.offset, "sha256": hashlib.sha256(body[: place.offset]).hexdigest()})
    ref = AttachmentRef(upload=upload, name="Screen 1.png", type="image/png", size_bytes=len(body), sha256=digest)
    stored, _ = backend.desk.put_ticket(who, ticket, PutTicket(subject=f"report {number}", written=datetime.now(UTC), attachments=(ref,)))
    say({"ticket": ticket, "number": stored.number, "subject": f"report {number}", "sha256": digest})
os._exit(0)  # as a power cut ends it: no tidying
