"""Files of a ticket over HTTP: pictures are shown only where their bytes are some, everything else is saved, and nothing runs."""

import contextlib
import http.client
import threading
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from contract.about import Limits
from contract.ids import new_id
from server_stub.settings.rows import Settings
from server_stub.store.accounts import Role
from server_stub.store.drafts import DraftKind
from server_stub.web.threads import THREADS
from tests.server_stub.console.conftest import PASSWORD, Console
from tests.server_stub.console.technician import SCRIPT, Technician, number_of
from tests.server_stub.console.ticket_scene import uploaded
from tests.server_stub.served import Answer, Person, serving
from tests.server_stub.test_pictures import png

PICTURE = png(3, 4) + b"\0" * 40
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>window.hit=1</script></svg>"


@pytest.fixture(scope="module")
def budi(console: Console) -> Technician:
    return Technician(console.sign_in("budi"))


@pytest.fixture(scope="module")
def dewi(console: Console) -> Technician:
    return Technician(console.sign_in("dewi"))


@pytest.fixture(scope="module")
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


@pytest.fixture
def number(rina: Person) -> str:
    return number_of(rina, rina.ticket(subject="Labels do not print"))


def add(by: Technician, number: str, kind: str, data: bytes, name: str = "a.txt", said: str = "text/plain", **headers: str) -> Answer:
    sent = {**SCRIPT, **by.caller.cookie, "X-CSRF": by.caller.csrf, "X-File-Name": quote(name, safe=""), "Content-Type": said, **headers}
    return by.served.call("POST", f"/console/tickets/{number}/files/{kind}", data, sent)


def added(by: Technician, number: str, kind: str, data: bytes, name: str = "a.txt") -> str:
    answer = add(by, number, kind, data, name)
    assert answer.status == 200, answer
    return answer.body.decode().split('data-file="')[1].split('"')[0]


def test_files_come_as_what_they_are(budi: Technician, rina: Person) -> None:
    names = (
        "picture.txt",
        "harmless.png",
        'a"; filename=b.html',
        "../../etc/passwd",
        "invoice\u202egnp.exe",
        "x" * 240 + ".pdf",
        "Bon ☕.pdf",
    )
    files = [uploaded(rina, PICTURE if place == 0 else SVG, name, "image/png") for place, name in enumerate(names)]
    number = number_of(rina, rina.ticket(attachments=files))
    attachments = budi.served.backend.desk.show(number).attachments
    shown = budi.get(f"/tickets/{number}/files/{attachments[0].id}")
    assert (shown.status, shown.headers["content-type"], shown.body) == (200, "image/png", PICTURE)
    assert shown.headers["content-disposition"] == "inline"
    saved = [budi.get(f"/tickets/{number}/files/{one.id}") for one in attachments[1:]]
    for one in [shown, *saved]:
        assert one.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert one.headers["x-content-type-options"] == "nosniff"
        assert one.headers["cache-control"] == "no-store"
    for one in saved:
        assert (one.headers["content-type"], one.body) == ("application/octet-stream", SVG)
    told = [one.headers["content-disposition"].removeprefix("attachment; filename*=UTF-8''") for one in saved]
    assert told == [quote(name, safe="") for name in ("harmless.png", names[2], ".._.._etc_passwd", "invoice\ufffdgnp.exe", *names[5:])]
    again = budi.get(f"/tickets/{number}/files/{attachments[0].id}?save=1")
    assert again.headers["content-disposition"].startswith("attachment;")


def test_a_picture_that_would_unfold_to_gigabytes_is_only_saved(budi: Technician, rina: Person) -> None:
    number = number_of(rina, rina.ticket(attachments=[uploaded(rina, png(60_000, 60_000), "bomb.png", "image/png")]))
    (bomb,) = budi.served.backend.desk.show(number).attachments
    assert budi.get(f"/tickets/{number}/files/{bomb.id}").headers["content-type"] == "application/octet-stream"
    assert "data-picture" not in budi.get(f"/tickets/{number}").body.decode()


def test_files_of_other_tickets_and_drafts_of_others_are_not_there(budi: Technician, dewi: Technician, rina: Person, number: str) -> None:
    other = number_of(rina, rina.ticket(attachments=[uploaded(rina, PICTURE, "a.png", "image/png")]))
    (file,) = budi.served.backend.desk.show(other).attachments
    draft = added(budi, number, "internal", PICTURE, "mine.png")
    assert budi.get(f"/tickets/{number}/drafts/{draft}").headers["content-type"] == "image/png"
    for by, path in (
        (budi, f"/tickets/{number}/files/{file.id}"),
        (budi, f"/tickets/{number}/files/{draft}"),
        (budi, f"/tickets/{number}/files/{new_id()}"),
        (budi, f"/tickets/{number}/files/x'--"),
        (dewi, f"/tickets/{number}/drafts/{draft}"),
        (budi, f"/tickets/{other}/drafts/{draft}"),
    ):
        assert by.get(path).status == 404, path
    assert dewi.send(f"/tickets/{number}/files/internal/{draft}/remove", {}).status == 404
    assert budi.served.backend.desk.show(number).attachments == ()


def test_a_file_waits_in_its_own_draft_and_goes_with_it_alone(budi: Technician, rina: Person, number: str) -> None:
    before = rina.feed()["last"]
    added(budi, number, "internal", b"secret plan", "plan.txt")
    answer = add(budi, number, "public", b"manual", "Buku \u202e panduan <b>.txt")
    assert "&lt;b&gt;.txt" in answer.body.decode()
    assert "\u202e" not in answer.body.decode()
    assert budi.caller.post(f"/console/tickets/{number}/say", {"kind": "public", "text": ""}, {"Accept": "*/*"}).status == 200
    (said,) = rina.feed(before)["entries"]
    (file,) = said["message"]["attachments"]
    assert "panduan" in file["name"]
    page = budi.get(f"/tickets/{number}").body.decode()
    assert "plan.txt" in page[page.index('id="answer-internal"') :]
    assert budi.caller.post(f"/console/tickets/{number}/say", {"kind": "internal", "text": "See"}, {"Accept": "*/*"}).status == 200
    assert "plan.txt" not in rina.call("GET", f"/api/v1/feed?after={before}").body.decode()
    note = next(one.note for one in budi.served.backend.handling.whole(budi.account, number).entries if one.note)
    saved = budi.get(f"/tickets/{number}/files/{note.attachments[0].id}")
    assert (saved.body, saved.headers["content-type"]) == (b"secret plan", "application/octet-stream")


def test_a_file_is_taken_away_again_and_the_text_stays(budi: Technician, number: str) -> None:
    one, two = added(budi, number, "public", b"1", "one.txt"), added(budi, number, "public", b"2", "two.txt")
    assert budi.send(f"/tickets/{number}/files/public/{one}/remove", {}).json() == {}
    fields = {"text": "Half a\r\nsentence", "way": "view=mine"}
    answer = budi.caller.post(f"/console/tickets/{number}/files/public/{two}/remove", fields)
    assert answer.headers["location"] == f"/console/tickets/{number}?view=mine&kind=public#answer"
    page = budi.get(f"/tickets/{number}").body.decode()
    assert "one.txt" not in page
    assert "two.txt" not in page
    assert "\nHalf a\nsentence</textarea>" in page
    assert budi.send(f"/tickets/{number}/files/public/{two}/remove", {}).status == 404


def test_what_is_no_file_is_refused(budi: Technician, number: str) -> None:
    assert add(budi, number, "public", b"").status == 422
    assert add(budi, number, "loud", b"x").status == 422
    assert add(budi, "INC-999999", "public", b"x").status == 404
    assert add(budi, number, "public", b"x", **{"X-CSRF": "guessed"}).status == 403
    assert "no name" not in budi.get(f"/tickets/{number}").body.decode()


def test_a_file_that_is_too_large_is_refused_while_it_arrives(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(limits=Limits(file_bytes=300_000, report_bytes=500_000))) as served:
        served.backend.accounts.add("budi", "Budi Santoso", Role.TECHNICIAN, password=PASSWORD)
        budi, rina = Technician(Console(served).sign_in("budi")), served.person("Rina")
        number = number_of(rina, rina.ticket())
        assert add(budi, number, "public", b"x" * 3_000_000).status == 413
        assert add(budi, number, "public", b"x" * 300_000).status == 200
        refused = add(budi, number, "public", b"x" * 300_000)
        assert (refused.status, refused.json()["sentence"]) == (413, "This is too large. Nothing was changed.")
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", served.port)) as connection:
            connection.putrequest("POST", f"/console/tickets/{number}/files/public")
            sent = {**SCRIPT, **budi.caller.cookie, "X-CSRF": budi.caller.csrf, "X-File-Name": "half.bin", "Content-Length": "200000"}
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders(b"y" * 100_000)
        draft = served.backend.handling.whole(budi.account, number).drafts[DraftKind.PUBLIC]
        assert [file.size_bytes for file in draft.files] == [300_000]
        kept = [path for path in served.backend.blobs.folder.glob("??/*") if path.stat().st_size]
        for _ in range(100):
            if len(kept) == 1:
                break
            time.sleep(0.05)
            kept = [path for path in served.backend.blobs.folder.glob("??/*") if path.stat().st_size]
        assert [path.stat().st_size for path in kept] == [300_000]


def test_slow_lines_of_technicians_hold_nobody_else(budi: Technician, rina: Person, number: str) -> None:
    path, host = f"/console/tickets/{number}/files/public", budi.caller.console.address.removeprefix("http://")
    headers = {**SCRIPT, **budi.caller.cookie, "X-CSRF": budi.caller.csrf, "X-File-Name": "a", "Content-Type": "text/plain"}
    with contextlib.ExitStack() as slow:
        for _ in range(THREADS + 1):
            connection = slow.enter_context(contextlib.closing(http.client.HTTPConnection(host, timeout=10)))
            connection.putrequest("POST", path)
            for name, value in {**headers, "Content-Length": "100000"}.items():
                connection.putheader(name, value)
            connection.endheaders(b"the first words")
        time.sleep(0.3)  # until each of them has come as far as it gets
        answers: list[int] = []
        asking = threading.Thread(target=lambda: answers.append(rina.call("GET", "/api/v1/feed?after=0").status), daemon=True)
        asking.start()
        asking.join(timeout=8)
        assert answers == [200]
