"""Where a report is refused or stored, without HTTP in between: what the store holds afterwards."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from contract.diagnostics import Diagnostics, Fact, NotCollected
from contract.ids import new_id
from contract.problems import Code
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef
from server_stub.app import Backend, open_backend
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import facts
from server_stub.store.people import Who, add_enrolment, add_person
from server_stub.tickets.desk import Desk
from server_stub.tickets.intake import Intake

WRITTEN = datetime(2026, 3, 1, tzinfo=UTC)
TABLES = ("tickets", "messages", "attachments", "facts", "not_collected", "feed")


@pytest.fixture
def backend(tmp_path: Path) -> Backend:
    return open_backend(tmp_path, Settings())


@pytest.fixture
def who(backend: Backend) -> Who:
    def run(work: object) -> Who:
        connection = work.connection  # type: ignore[attr-defined]
        person = add_person(connection, WRITTEN)
        connection.execute(text("INSERT INTO codes VALUES ('c', x'00', 0, 0, NULL, NULL)"))
        one = Who(enrolment=new_id(), person=person, account="ana", display_name="", computer="PC-1")
        add_enrolment(connection, one, b"hash", "c", WRITTEN)
        return one

    return backend.store.write(run)


def counts(backend: Backend) -> dict[str, int]:
    return {
        table: backend.store.read(lambda connection, table=table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar())  # type: ignore[misc]  # noqa: S608 - names from above
        for table in TABLES
    }


def uploaded(backend: Backend, who: Who, data: bytes) -> AttachmentRef:
    import hashlib  # noqa: PLC0415 - only here

    sha256, upload_id = hashlib.sha256(data).hexdigest(), new_id()
    backend.desk.uploads.create(who, upload_id, len(data), sha256)
    piece = backend.desk.uploads.begin(who, upload_id, 0, len(data))
    piece.write(data)
    piece.finish()
    return AttachmentRef(upload=upload_id, name="a.png", type="image/png", size_bytes=len(data), sha256=sha256)


CHECKED = Diagnostics(
    facts=(Fact(group="g", name="n", value=-0.1), Fact(group="g", name="m", value=False), Fact(group="g", name="o", value="")),
    not_collected=(NotCollected(collector="printers", reason="slow"),),
    collected=WRITTEN,
    took_s=0.25,
)


def test_a_refused_report_leaves_nothing(backend: Backend, who: Who) -> None:
    ref = uploaded(backend, who, b"here")
    missing = msgspec.structs.replace(ref, upload=new_id())
    report = PutTicket(subject="S", written=WRITTEN, attachments=(ref, missing), diagnostics=CHECKED)
    with pytest.raises(RefusalError) as refused:
        backend.desk.put_ticket(who, new_id(), report)
    assert (refused.value.code, refused.value.uploads) == (Code.UPLOAD_GONE, (missing.upload,))
    assert set(counts(backend).values()) == {0}
    stored, new = backend.desk.put_ticket(who, new_id(), msgspec.structs.replace(report, attachments=(ref,)))
    assert (stored.number, new) == ("INC-000001", True)
    assert counts(backend) == {"tickets": 1, "messages": 0, "attachments": 1, "facts": 3, "not_collected": 1, "feed": 1}
    backend.close()


def test_diagnostics_come_back_exactly(backend: Backend, who: Who) -> None:
    backend.desk.put_ticket(who, new_id(), PutTicket(subject="S", written=WRITTEN, diagnostics=CHECKED))
    assert backend.desk.show("1").diagnostics == CHECKED
    assert backend.store.read(lambda connection: facts.read(connection, 1)) == (CHECKED.facts, CHECKED.not_collected)
    backend.close()


def test_a_check_that_found_nothing_is_another_than_none(backend: Backend, who: Who) -> None:
    nothing = Diagnostics(collected=WRITTEN, took_s=0.0)
    backend.desk.put_ticket(who, new_id(), PutTicket(subject="S", written=WRITTEN, diagnostics=nothing))
    backend.desk.put_ticket(who, new_id(), PutTicket(subject="S", written=WRITTEN))
    assert backend.desk.show("1").diagnostics == nothing
    assert backend.desk.show("2").diagnostics is None
    backend.close()


def test_bytes_that_vanished_from_the_disk_are_gone(backend: Backend, who: Who) -> None:
    ref = uploaded(backend, who, b"soon lost")
    for path in backend.blobs.folder.glob("??/*"):
        path.unlink()
    with pytest.raises(RefusalError) as refused:
        backend.desk.put_ticket(who, new_id(), PutTicket(subject="S", written=WRITTEN, attachments=(ref,)))
    assert refused.value.code is Code.UPLOAD_GONE
    assert backend.desk.uploads.create(who, ref.upload, ref.size_bytes, ref.sha256).created, "and can be made anew"
    backend.close()


def test_a_message_needs_a_ticket_of_ones_own(backend: Backend, who: Who) -> None:
    assert isinstance(backend.desk, Desk)
    assert isinstance(backend.desk._intake, Intake)
    with pytest.raises(RefusalError) as refused:
        backend.desk.put_message(who, new_id(), new_id(), PutMessage(text="T", written=WRITTEN))
    assert refused.value.code is Code.NOT_FOUND
    assert set(counts(backend).values()) == {0}
    backend.close()
