"""The outbox's promises: durable, in order, once, for several threads and processes at the same time."""

import hashlib
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import apsw
import msgspec
import pytest

from contract.ids import new_id
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef, Kind
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.outbox import FollowUp, Outbox, PromisedFile
from desktop_client.help_desk.outgoing import Job, Outgoing
from desktop_client.reasons import Cause, Reason, RefusedError

NOW = datetime.now(UTC)


def a_draft(subject: str = "Printer", draft_id: str = "") -> Draft:
    return Draft(id=draft_id or new_id(), created=NOW, changed=NOW, subject=subject)


def a_file(folder: Path, size: int = 1000, name: str = "a.png") -> PromisedFile:
    data = os.urandom(size)
    ref = AttachmentRef(
        upload=new_id(), name=name, type="image/png", size_bytes=size, sha256=hashlib.sha256(data).hexdigest(), kind=Kind.SCREENSHOT
    )
    (folder / ref.upload).write_bytes(data)
    return PromisedFile(ref=ref, source=folder / ref.upload)


def request(draft: Draft, *files: PromisedFile) -> bytes:
    return msgspec.json.encode(PutTicket(subject=draft.subject, written=draft.changed, attachments=tuple(file.ref for file in files)))


def promise(outbox: Outbox, subject: str = "Printer") -> str:
    draft = a_draft(subject)
    return outbox.promise_report(draft, request(draft)).id


def say(outbox: Outbox, ticket: str, text: str) -> str:
    return outbox.promise_message(new_id(), ticket, "Printer", msgspec.json.encode(PutMessage(text=text, written=NOW))).id


def take(outbox: Outbox, delivery_id: str) -> Job:
    job = Outgoing(outbox.database).take(delivery_id)
    assert job is not None
    return job


def deliver(outbox: Outbox, delivery_id: str, number: str, answer: bytes) -> None:
    Outgoing(outbox.database).delivered(take(outbox, delivery_id), number, answer)


def refuse(outbox: Outbox, delivery_id: str, reason: Reason) -> None:
    Outgoing(outbox.database).refused(take(outbox, delivery_id), reason)


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def test_a_promise_survives_with_its_files_byte_for_byte(outbox: Outbox, tmp_path: Path) -> None:
    file = a_file(tmp_path, 300_000)
    draft = a_draft()
    heard: list[int] = []
    delivery = outbox.promise_report(draft, request(draft, file), [file], progress=heard.append)
    data = file.source.read_bytes()
    file.source.unlink()
    outbox.close()
    again = Outbox(tmp_path / "outbox")
    assert again.waiting() == (delivery,)
    assert again.damage is None
    kept = again.kept(draft.id)
    assert kept is not None
    assert kept.promise.request == request(draft, file)
    assert kept.promise.draft == draft
    assert kept.files[file.ref.upload].read_bytes() == data
    assert sum(heard) == 300_000
    contents = again.contents(draft.id)
    assert contents is not None
    assert (contents.pictures, contents.files, contents.facts) == (1, 0, 0)


def test_everything_is_for_this_account_alone(outbox: Outbox, tmp_path: Path) -> None:
    file = a_file(tmp_path)
    draft = a_draft()
    outbox.promise_report(draft, request(draft, file), [file])
    # Others can't get past the folders, whatever SQLite's own files allow.
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "outbox" / "files").rglob("*"))
    assert (tmp_path / "outbox").stat().st_mode & 0o077 == 0


def test_the_same_promise_again_is_one_and_other_content_replaces_what_waits(outbox: Outbox) -> None:
    draft = a_draft()
    first = outbox.promise_report(draft, request(draft))
    assert outbox.promise_report(draft, request(draft)).id == first.id
    other = a_draft("Scanner", draft.id)
    outbox.promise_report(other, request(other))
    assert [delivery.subject for delivery in outbox.waiting()] == ["Scanner"]
    assert len(list((outbox.database.files).iterdir())) == 1


def test_other_content_for_what_has_arrived_is_a_conflict_with_its_number(outbox: Outbox) -> None:
    draft = a_draft()
    outbox.promise_report(draft, request(draft))
    deliver(outbox, draft.id, "INC-000007", b"{}")
    assert outbox.promise_report(draft, request(draft)).state is DeliveryState.DELIVERED
    other = a_draft("Scanner", draft.id)
    with pytest.raises(RefusedError) as refused:
        outbox.promise_report(other, request(other))
    assert refused.value.reason == Reason(Cause.CONFLICT, {"number": "INC-000007"})


def test_a_file_that_is_not_what_was_hashed_is_refused_and_leaves_nothing(outbox: Outbox, tmp_path: Path) -> None:
    file, gone = a_file(tmp_path), a_file(tmp_path)
    file.source.write_bytes(b"changed")
    gone.source.unlink()
    draft = a_draft()
    for one, cause in ((file, Cause.FILE_CHANGING), (gone, Cause.FILE_MISSING)):
        with pytest.raises(RefusedError) as refused:
            outbox.promise_report(draft, request(draft, one), [one])
        assert refused.value.reason.cause is cause
    assert outbox.waiting() == ()
    assert list(outbox.database.files.iterdir()) == []


def test_order_is_kept_per_ticket_and_big_files_go_last(outbox: Outbox, tmp_path: Path) -> None:
    big = a_file(tmp_path)
    draft = a_draft("first")
    message = msgspec.json.encode(PutMessage(written=NOW, attachments=(big.ref,)))
    follow = FollowUp(id=big.ref.upload, request=message, file=big)
    first = outbox.promise_report(draft, request(draft), follow=[follow]).id
    reply, later_reply = say(outbox, first, "one"), say(outbox, first, "two")
    second = promise(outbox, "second")
    outgoing = Outgoing(outbox.database)
    assert outgoing.order() == [first, second]
    deliver(outbox, first, "INC-000001", b"{}")
    assert outgoing.order() == [reply, second]
    delivery = outbox.delivery(first)
    assert delivery is not None
    assert (delivery.state, delivery.number, delivery.files_left) == (DeliveryState.WAITING, "INC-000001", 1)
    deliver(outbox, reply, "INC-000001", b"{}")
    assert outgoing.order() == [later_reply, second]
    deliver(outbox, later_reply, "INC-000001", b"{}")
    assert outgoing.order() == [second, big.ref.upload]
    deliver(outbox, big.ref.upload, "INC-000001", b"{}")
    delivery = outbox.delivery(first)
    assert delivery is not None
    assert (delivery.state, delivery.files_left, delivery.sent_bytes) == (DeliveryState.DELIVERED, 0, delivery.total_bytes)


def test_what_follows_a_refused_report_waits_and_others_go_on(outbox: Outbox) -> None:
    first = promise(outbox)
    reply = say(outbox, first, "one")
    second = promise(outbox)
    outgoing = Outgoing(outbox.database)
    refuse(outbox, first, Reason(Cause.REFUSED, {"field": "subject"}))
    assert outgoing.order() == [second]
    outbox.try_again(first)
    assert outgoing.order() == [first, second]
    deliver(outbox, first, "INC-000001", b"{}")
    refuse(outbox, reply, Reason(Cause.REFUSED))
    last = say(outbox, first, "two")
    assert outgoing.order() == [second, last]


def test_what_was_edited_while_it_was_sent_is_not_taken_for_what_arrived(outbox: Outbox) -> None:
    draft = a_draft()
    outbox.promise_report(draft, request(draft))
    outgoing = Outgoing(outbox.database)
    job = take(outbox, draft.id)
    assert outbox.take_back(draft.id)
    edited = a_draft("Scanner", draft.id)
    outbox.promise_report(edited, request(edited))
    outgoing.delivered(job, "INC-000001", b"{}")
    outgoing.failed(job, Reason(Cause.SLOW), None)
    delivery = outbox.waiting()[0]
    assert (delivery.subject, delivery.state, delivery.number, delivery.attempts) == ("Scanner", DeliveryState.WAITING, None, 0)


def test_take_back_leaves_nothing_and_not_what_arrived(outbox: Outbox, tmp_path: Path) -> None:
    file = a_file(tmp_path)
    draft = a_draft()
    outbox.promise_report(draft, request(draft, file), [file])
    assert outbox.take_back(draft.id)
    assert not outbox.take_back(draft.id)
    assert outbox.delivery(draft.id) is None
    assert list(outbox.database.files.iterdir()) == []
    arrived = promise(outbox)
    deliver(outbox, arrived, "INC-000001", b"{}")
    assert not outbox.take_back(arrived)


def test_what_was_being_sent_when_the_process_died_waits_again(outbox: Outbox) -> None:
    one = promise(outbox)
    outgoing = Outgoing(outbox.database)
    outgoing.take(one)
    assert outbox.waiting()[0].state is DeliveryState.SENDING
    outgoing.recover()
    assert outbox.waiting()[0].state is DeliveryState.WAITING


def test_what_arrived_is_kept_for_thirty_days(outbox: Outbox) -> None:
    old, new = promise(outbox), promise(outbox)
    deliver(outbox, old, "INC-000001", b"{}")
    deliver(outbox, new, "INC-000002", b"{}")
    outbox.database.run(
        lambda connection: connection.execute("UPDATE promises SET delivered = delivered - 31 * 86400 WHERE id = ?", (old,)).fetchall()
    )
    outbox.sweep()
    assert outbox.delivery(old) is None
    assert outbox.delivery(new) is not None
    assert len(list(outbox.database.files.iterdir())) == 1


def test_a_newer_outbox_is_left_alone(outbox: Outbox, tmp_path: Path) -> None:
    promise(outbox)
    outbox.close()
    with_newer = apsw.Connection(str(tmp_path / "outbox" / "outbox.db"))
    with_newer.pragma("user_version", 99)
    with_newer.close()
    before = (tmp_path / "outbox" / "outbox.db").read_bytes()
    with pytest.raises(RefusedError) as refused:
        Outbox(tmp_path / "outbox")
    assert refused.value.reason.cause is Cause.PROFILE_NEWER
    assert (tmp_path / "outbox" / "outbox.db").read_bytes() == before
    assert not list((tmp_path / "outbox").glob("quarantine-*"))


def test_threads_side_by_side(outbox: Outbox) -> None:
    ids: list[str] = []
    errors: list[BaseException] = []

    def many() -> None:
        try:
            for number in range(10):
                ids.append(promise(outbox, f"{threading.get_ident()} {number}"))
                outbox.waiting()
        except BaseException as error:  # noqa: BLE001 - told to the test
            errors.append(error)

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert sorted(delivery.id for delivery in outbox.waiting()) == sorted(ids)


PROCESS = """
import sys
from pathlib import Path
from tests.desktop_client.help_desk.test_outbox import Outbox, promise
for number in range(15):
    outbox = Outbox(Path(sys.argv[1]))
    print(promise(outbox, str(number)), flush=True)
    outbox.close()
"""


def test_processes_side_by_side_open_and_promise(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    running = [subprocess.Popen([sys.executable, "-c", PROCESS, str(folder)], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    ids = [line for process in running for line in process.communicate(timeout=120)[0].split()]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(ids) == 45
    outbox = Outbox(folder)
    assert sorted(delivery.id for delivery in outbox.waiting()) == sorted(ids)
    assert outbox.damage is None


@pytest.mark.parametrize(
    ("point", "promised"),
    [("promise-files-written", False), ("promise-before-commit", True), ("promise-committed", True)],
)
def test_killed_while_promising(tmp_path: Path, point: str, promised: bool) -> None:  # noqa: FBT001 - a parameter of the test
    code = "import sys\nfrom pathlib import Path\nfrom tests.desktop_client.help_desk import test_outbox as t\n"
    code += "t.promise(t.Outbox(Path(sys.argv[1])))"
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "outbox")], env={**os.environ, "SIGAP_FAILPOINT": point}, check=False, timeout=60
    )
    assert killed.returncode == -9
    outbox = Outbox(tmp_path / "outbox")
    # Once all of it is on the disk it goes out: the person asked for that, and its id makes a second time harmless.
    assert len(outbox.waiting()) == int(promised)
    assert outbox.damage is None
    assert len(list(outbox.database.files.iterdir())) == int(promised)


def test_killed_between_taking_back_and_tidying_up(tmp_path: Path, outbox: Outbox) -> None:
    one = promise(outbox)
    outbox.close()
    code = "import sys\nfrom pathlib import Path\nfrom desktop_client.help_desk.outbox import Outbox\n"
    code += "Outbox(Path(sys.argv[1])).take_back(sys.argv[2])"
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "outbox"), one],
        env={**os.environ, "SIGAP_FAILPOINT": "take-back-committed"},
        check=False,
        timeout=60,
    )
    assert killed.returncode == -9
    again = Outbox(tmp_path / "outbox")
    assert again.waiting() == ()
    assert list(again.database.files.iterdir()) == []


def test_a_new_person_takes_along_what_waits(outbox: Outbox) -> None:
    assert outbox.begin("first") == ()
    arrived, waits = promise(outbox), promise(outbox)
    deliver(outbox, arrived, "INC-000001", b"{}")
    to_arrived, to_waiting = say(outbox, arrived, "lost"), say(outbox, waits, "goes along")
    assert outbox.begin("first") == ()
    for _ in range(2):  # the same again, as after a crash in between
        assert [one.id for one in outbox.begin("second")] == [to_arrived]
    assert outbox.delivery(arrived) is None
    assert outbox.delivery(to_waiting) is not None
    assert outbox.delivery(waits) is not None


def test_a_full_disk_is_a_reason_and_nothing_is_half_saved(tmp_path: Path) -> None:
    mount = tmp_path / "small"
    mount.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(mount)], check=False, capture_output=True).returncode:
        pytest.skip("no right to mount here")
    try:
        outbox = Outbox(mount / "outbox")
        small = promise(outbox, "fits")
        big = a_file(tmp_path, 3_000_000)
        draft = a_draft()
        with pytest.raises(RefusedError) as refused:
            outbox.promise_report(draft, request(draft, big), [big])
        assert refused.value.reason.cause is Cause.DISK_FULL
        assert [delivery.id for delivery in outbox.waiting()] == [small]
        assert len(list(outbox.database.files.iterdir())) == 1
        outbox.close()
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def test_a_read_only_profile_is_a_reason(tmp_path: Path) -> None:
    mount = tmp_path / "ro"
    mount.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(mount)], check=False, capture_output=True).returncode:
        pytest.skip("no right to mount here")
    try:
        Outbox(mount / "outbox").close()
        subprocess.run(["mount", "-o", "remount,ro", str(mount)], check=True)
        with pytest.raises(RefusedError) as refused:
            Outbox(mount / "outbox")
        assert refused.value.reason.cause is Cause.PROFILE_READ_ONLY
    finally:
        subprocess.run(["umount", str(mount)], check=True)
