"""Drafts, notes and the timeline as rows."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from contract.ids import new_id
from contract.uploads import Attachment, Kind
from server_stub.app import Backend, open_backend
from server_stub.settings.rows import Settings
from server_stub.store import drafts, notes, timeline
from server_stub.store.drafts import Draft, DraftKind
from server_stub.store.notes import Note
from server_stub.store.writer import DESK, Work
from tests.server_stub.served import Served
from tests.server_stub.tickets.technicians import technician

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
PUBLIC, INTERNAL = DraftKind.PUBLIC, DraftKind.INTERNAL


@pytest.fixture(scope="module")
def backend(shared: Served) -> Backend:
    shared.person().ticket()
    shared.person().ticket()
    return shared.backend


@pytest.fixture
def account(backend: Backend) -> str:
    return technician(backend, new_id()).id


def file(name: str, type_: str = "image/png") -> Attachment:
    return Attachment(id=new_id(), name=name, type=type_, size_bytes=7, sha256="0" * 64, kind=Kind.FILE)


def both(backend: Backend, account: str, ticket: int = 1) -> dict[DraftKind, Draft]:
    return backend.store.read(lambda connection: drafts.both(connection, account, ticket))


def test_texts_and_files_are_kept_apart_by_account_ticket_and_kind(backend: Backend, account: str) -> None:
    other = technician(backend, new_id()).id

    def run(work: Work) -> None:
        connection = work.connection
        drafts.keep(connection, account, 1, PUBLIC, "first", NOW)
        drafts.keep(connection, account, 1, PUBLIC, "second", LATER)
        drafts.keep(connection, other, 1, PUBLIC, "theirs", NOW)
        drafts.keep(connection, account, 2, INTERNAL, "elsewhere", NOW)
        for name in ("a", "b"):
            drafts.add_file(connection, account, 1, INTERNAL, file(name), "blob")
            drafts.touch(connection, account, 1, INTERNAL, LATER)

    backend.store.write(run)
    held = both(backend, account)
    assert (held[PUBLIC].text, held[PUBLIC].updated, held[PUBLIC].files) == ("second", LATER, ())
    assert (held[INTERNAL].text, held[INTERNAL].updated, [one.name for one in held[INTERNAL].files]) == ("", LATER, ["a", "b"])
    assert backend.store.read(lambda connection: drafts.weight(connection, account, 1, INTERNAL)) == (2, 14)
    assert backend.store.read(lambda connection: drafts.weight(connection, account, 1, PUBLIC)) == (0, 0)
    backend.store.write(lambda work: drafts.empty(work.connection, account, 1, INTERNAL))
    assert both(backend, account)[INTERNAL] == Draft()
    assert both(backend, account)[PUBLIC].text == "second"
    assert both(backend, account, 2)[INTERNAL].text == "elsewhere"
    assert both(backend, other)[PUBLIC].text == "theirs"


def test_a_note_takes_the_drafts_files_over(backend: Backend, account: str) -> None:
    picture, other = file("a.png"), file("b.txt", "text/plain")
    note = Note(id=new_id(), account=account, name="Budi", text="Fuse", created=NOW)

    def run(work: Work) -> None:
        for one in (picture, other):
            drafts.add_file(work.connection, account, 1, INTERNAL, one, f"blob of {one.name}")
        notes.add(work.connection, 1, note, drafts.files(work.connection, account, 1, INTERNAL))
        notes.add(work.connection, 1, Note(id=new_id(), account=account, name="Budi", text="Plain", created=LATER), ())

    backend.store.write(run)
    first, second = backend.store.read(lambda connection: notes.of_ticket(connection, 1)).values()
    assert (first.id, first.text, [(one.id, one.kind) for one in first.attachments]) == (
        note.id,
        "Fuse",
        [(picture.id, Kind.SCREENSHOT), (other.id, Kind.FILE)],
    )
    assert (second.text, second.attachments) == ("Plain", ())
    row = backend.store.read(lambda connection: notes.find_file(connection, 1, other.id))
    assert row is not None
    assert row.blob == "blob of b.txt"
    assert backend.store.read(lambda connection: notes.find_file(connection, 2, other.id)) is None
    assert backend.store.read(lambda connection: notes.find(connection, 2, note.id)) is None


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Backend]:
    backend = open_backend(tmp_path, Settings())
    yield backend
    backend.close()


def test_an_empty_timeline(quiet: Backend) -> None:
    assert quiet.store.read(timeline.last) == 0
    assert quiet.store.read(lambda connection: timeline.after(connection, 0, 5)) == []


def test_the_timeline_wakes_the_desk_and_keeps_signals_from_people(backend: Backend) -> None:
    woken: set[str] = set()

    def run(work: Work) -> int:
        before = timeline.last(work.connection)
        timeline.add(work, 1, NOW, timeline.TECHNICIAN, "Budi", timeline.TAKEN, account="a", empty="")
        timeline.add(work, 1, NOW, timeline.TECHNICIAN, "Budi", timeline.SIGNALS[0])
        woken.update(work.news)
        return before

    before = backend.store.write(run)
    assert woken == {DESK}
    told = backend.store.read(lambda connection: timeline.after(connection, before, 9))
    assert [(row.kind, row.number, row.detail) for row in told] == [("taken", 1, '{"account":"a"}'), (timeline.SIGNALS[0], 1, "{}")]
    assert [row.kind for row in backend.store.read(lambda connection: timeline.of_ticket(connection, 1, before))] == ["taken"]
