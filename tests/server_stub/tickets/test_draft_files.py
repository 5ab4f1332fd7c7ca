"""A technician's files: what is taken, what they are called, and that no byte is lost or left behind."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from contract.ids import new_id
from contract.problems import Code
from contract.uploads import Kind
from server_stub.app import open_backend
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store.accounts import Account
from server_stub.store.drafts import DraftKind
from server_stub.tickets.draft_files import shown_name
from tests.server_stub.served import Served, serving
from tests.server_stub.tickets.technicians import PNG, pieces, technician

ONE = "INC-000001"
LIMITS = msgspec.structs.replace(Settings().limits, file_bytes=100, report_bytes=250, attachments=4)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("small"), Settings(limits=LIMITS)) as served:
        served.person().ticket()
        yield served


@pytest.fixture
def budi(small: Served) -> Iterator[Account]:
    """A technician without a file; nothing of theirs is left afterwards."""
    account = technician(small.backend, f"Budi{new_id()[-12:]}")
    yield account
    for kind in DraftKind:
        for file in small.backend.handling.draft(account, ONE, kind).files:
            small.backend.handling.remove_file(account, ONE, kind, file.id)
    assert blobs(small) == 0


def blobs(served: Served) -> int:
    return len(list(served.backend.blobs.names(float("inf"))))


@pytest.mark.parametrize(
    ("data", "said", "type_", "kind"),
    [
        (PNG, "text/html", "image/png", Kind.SCREENSHOT),
        (b"<svg onload='alert(1)'/>", "image/svg+xml", "application/octet-stream", Kind.FILE),
        (b"<script>", "text/html", "application/octet-stream", Kind.FILE),
        (b"GIF89a\x08\0\x08\0\0\0\0<script>", "image/gif", "image/gif", Kind.SCREENSHOT),
        (b"not a picture", "image/png", "application/octet-stream", Kind.FILE),
        (b"a,b", "text/csv", "text/csv", Kind.FILE),
        (b"%PDF", "application/pdf", "application/pdf", Kind.FILE),
        (b"x", "text/plain\r\nSet-Cookie: a=b", "application/octet-stream", Kind.FILE),
        (b"x", "", "application/octet-stream", Kind.FILE),
    ],
)
def test_what_a_file_is_its_bytes_say(small: Served, budi: Account, data: bytes, said: str, type_: str, kind: Kind) -> None:
    file = small.backend.handling.add_file(budi, ONE, DraftKind.PUBLIC, "f", said, pieces(data, 1))
    assert (file.type, file.kind, file.size_bytes, file.sha256) == (type_, kind, len(data), hashlib.sha256(data).hexdigest())
    assert small.backend.handling.draft_file(budi, ONE, file.id).file.path.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Screen 1.png", "Screen 1.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\Laporan bulan.pdf", "Laporan bulan.pdf"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("harm\u202egnp.exe", "harmgnp.exe"),
        ("\u2066a\u2069\ufeff.png", "a.png"),
        ("", "file"),
        ("/", "file"),
        ("\0\ud800", "file"),
        (" a  b ", "a b"),
        ("x" * 300 + ".png", "x" * 251 + ".png"),
        ("<img src=x onerror=alert(1)>.png", "<img src=x onerror=alert(1)>.png"),
        ("laporan-\U0001f4c4.pdf", "laporan-\U0001f4c4.pdf"),
    ],
)
def test_names_are_shown_and_never_a_path(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_limits_are_sentences_and_leave_nothing(small: Served, budi: Account) -> None:
    hand = small.backend.handling

    def add(data: bytes, kind: DraftKind = DraftKind.PUBLIC) -> None:
        hand.add_file(budi, ONE, kind, "f.bin", "", pieces(data))

    def refused(data: bytes) -> tuple[Code, str | None, int | None, str]:
        with pytest.raises(RefusalError) as caught:
            add(data)
        return caught.value.code, caught.value.field, caught.value.limit, caught.value.detail

    assert refused(b"") == (Code.INVALID, "file", None, "The file is empty.")
    assert refused(b"x" * 101) == (Code.TOO_LARGE, "file", 100, "The file is too large.")
    assert blobs(small) == 0
    for _ in range(2):
        add(b"x" * 100)
    assert refused(b"x" * 51) == (Code.TOO_LARGE, "files", 250, "The files together are too large.")
    add(b"x" * 25)
    add(b"x" * 25)
    assert refused(b"x")[:3] == (Code.LIMIT_REACHED, "files", 4)
    add(b"x", DraftKind.INTERNAL)
    assert blobs(small) == 5
    assert hand.draft(budi, ONE, DraftKind.PUBLIC).updated is not None


def test_a_line_that_breaks_leaves_nothing(small: Served, budi: Account) -> None:

    def broken() -> Iterator[bytes]:
        yield PNG
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        small.backend.handling.add_file(budi, ONE, DraftKind.PUBLIC, "f.png", "image/png", broken())
    assert (blobs(small), small.backend.handling.draft(budi, ONE, DraftKind.PUBLIC).files) == (0, ())


def test_two_files_at_once_keep_to_the_limit(small: Served, budi: Account) -> None:
    hand = small.backend.handling
    for _ in range(3):
        hand.add_file(budi, ONE, DraftKind.PUBLIC, "f", "", pieces(b"x" * 60))

    def slow() -> Iterator[bytes]:
        yield b"x" * 50
        hand.add_file(budi, ONE, DraftKind.PUBLIC, "quick", "", pieces(b"x" * 50))

    with pytest.raises(RefusalError) as refused:
        hand.add_file(budi, ONE, DraftKind.PUBLIC, "slow", "", slow())
    assert refused.value.code is Code.LIMIT_REACHED
    assert [one.name for one in hand.draft(budi, ONE, DraftKind.PUBLIC).files] == ["f", "f", "f", "quick"]
    assert blobs(small) == 4


def test_the_sweep_leaves_drafts_notes_and_answers_and_takes_what_was_removed(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        served.person().ticket()
        budi, hand = technician(served.backend, "Budi"), served.backend.handling
        noted, said, begun, removed = (b"noted", b"said", b"begun", b"removed")
        for kind, data in ((DraftKind.INTERNAL, noted), (DraftKind.PUBLIC, said)):
            hand.add_file(budi, ONE, kind, "f", "", pieces(data))
        hand.note(budi, ONE, "")
        hand.reply(budi, ONE, "", "")
        hand.add_file(budi, ONE, DraftKind.PUBLIC, "f", "", pieces(begun))
        gone = hand.add_file(budi, ONE, DraftKind.PUBLIC, "f", "", pieces(removed))
        place = hand.draft_file(budi, ONE, gone.id).file.path
        hand.remove_file(budi, ONE, DraftKind.PUBLIC, gone.id)
        assert not place.exists()
        place.write_bytes(removed)  # as if the process had died between the commit and the removal
    backend = open_backend(tmp_path, Settings())
    left = sorted(backend.blobs.path(name).read_bytes() for name in backend.blobs.names(float("inf")))
    backend.close()
    assert left == sorted([noted, said, begun])
