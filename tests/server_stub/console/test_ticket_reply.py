"""Replies, notes and drafts over HTTP: the form says for whom it is, the server holds it to that, and no typed word is lost."""

import pytest

from contract.ids import new_id
from tests.server_stub.console.conftest import Console
from tests.server_stub.console.technician import SCRIPT, Technician, number_of
from tests.server_stub.served import Answer, Person


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


def say(by: Technician, number: str, kind: str, text: str, *, script: bool = True, **fields: str) -> Answer:
    headers = {"Accept": "*/*"} if script else {}
    return by.caller.post(f"/console/tickets/{number}/say", {"kind": kind, "text": text, **fields}, headers)


def last(by: Technician, number: str) -> str:
    return by.served.backend.handling.whole(by.account, number).last


def test_a_reply_reaches_the_employee_and_a_note_never(budi: Technician, rina: Person, number: str) -> None:
    before = rina.feed()["last"]
    assert say(budi, number, "internal", "Port 14 is **down**").status == 200
    assert say(budi, number, "public", "We are on it", expected=last(budi, number)).json()["next"]
    feed = rina.call("GET", f"/api/v1/feed?after={before}").body.decode()
    assert "We are on it" in feed
    assert "Port 14" not in feed
    page = budi.get(f"/tickets/{number}").body.decode()
    assert "Port 14 is <strong>down</strong>" in page
    assert "Rina can't see this" in page


@pytest.mark.parametrize("kind", ["", "Public", "both", "public,internal", "draft"])
def test_a_form_that_does_not_say_for_whom_it_is_sends_nothing(budi: Technician, rina: Person, number: str, kind: str) -> None:
    before = rina.feed()["last"]
    assert say(budi, number, kind, "For whom?").status == 422
    assert rina.feed(before)["entries"] == []
    assert "For whom?" not in budi.get(f"/tickets/{number}").body.decode()


def test_nothing_is_sent_from_another_page(budi: Technician, rina: Person, number: str) -> None:
    before = rina.feed()["last"]
    fields = {"kind": "public", "text": "Forged"}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"X-CSRF": "guessed"}):
        assert budi.caller.post(f"/console/tickets/{number}/say", fields, headers).status == 403
    assert budi.caller.post(f"/console/tickets/{number}/say", {**fields, "csrf": "guessed"}).status == 403
    assert budi.send(f"/tickets/{number}/draft", {"kind": "public", "text": "x"}, {"X-CSRF": "guessed"}).status == 403
    assert rina.feed(before)["entries"] == []


def test_somebody_was_faster(budi: Technician, dewi: Technician, number: str) -> None:
    seen = last(budi, number)
    assert say(dewi, number, "public", "Dewi was here", expected=seen).status == 200
    refused = say(budi, number, "public", "Budi was here", expected=seen)
    assert (refused.status, refused.json()["newer"]) == (409, True)
    assert "Dewi Lestari answered" in refused.json()["sentence"]
    page = say(budi, number, "public", "Budi was here", script=False, expected=seen)
    assert page.status == 409
    assert "<b>Dewi Lestari answered" in page.body.decode()
    assert "\nBudi was here</textarea>" in page.body.decode()
    assert "Dewi was here" in page.body.decode()
    assert say(budi, number, "public", "Budi was here", script=False, expected=seen, anyway="1").status == 303
    assert budi.get(f"/tickets/{number}").body.decode().count("Budi was here") == 1


def test_the_same_sent_again_is_sent_once(budi: Technician, dewi: Technician, rina: Person, number: str) -> None:
    before, id_ = rina.feed()["last"], new_id()
    for _ in range(2):
        assert say(budi, number, "public", "Once", message=id_).status == 200
    for _ in range(2):
        assert say(budi, number, "internal", "Noted once", message=new_id() if _ else id_).status == 200
    assert say(dewi, number, "public", "Mine", message=id_, anyway="1").status == 422
    assert [entry["message"]["text"] for entry in rina.feed(before)["entries"]] == ["Once"]


def test_without_a_script_what_was_typed_comes_back_in_its_own_form(budi: Technician, number: str) -> None:
    sent = say(budi, number, "public", "Hello\r\nRina", script=False, way="view=mine")
    assert sent.headers["location"] == f"/console/tickets/{number}?view=mine&kind=public#talk"
    assert ">Hello\nRina</div>" in budi.get(f"/tickets/{number}").body.decode()
    most = budi.served.backend.settings.limits.text_letters
    long = say(budi, number, "internal", "</textarea><script>1</script>" + "é" * most, script=False)
    assert long.status == 422
    page = long.body.decode()
    assert f"the limit is {most}" in page
    assert "&lt;/textarea&gt;&lt;script&gt;1&lt;/script&gt;" + "é" * most in page
    assert '<form class="public" id="answer-public"' in page
    assert page.index('id="answer-public"') < page.index(" hidden>\n", page.index('id="answer-public"')) < page.index('id="text-public"')


@pytest.mark.parametrize("text", ["", " \n\t", "a\0b"])
def test_what_can_not_be_sent_is_refused_with_what_to_do(budi: Technician, number: str, text: str) -> None:
    for kind in ("public", "internal"):
        refused = say(budi, number, kind, text)
        assert refused.status == 422
        assert refused.json()["sentence"] in {
            "Write something first.",
            "Some characters can't be sent. Your text is still here. Remove them and try again.",
        }


def test_sending_can_resolve(budi: Technician, rina: Person, number: str) -> None:
    before = rina.feed()["last"]
    assert say(budi, number, "public", "It prints again", then="resolve").status == 200
    assert rina.feed(before)["entries"][0]["message"]["action"] == "resolve"
    assert say(budi, number, "public", "Once more", then="resolve").status == 422


def test_each_draft_is_kept_for_itself_and_for_its_writer_alone(budi: Technician, dewi: Technician, number: str) -> None:
    for kind, text in (("public", "Dear Rina"), ("internal", "Look at <port 14>")):
        assert budi.send(f"/tickets/{number}/draft", {"kind": kind, "text": text}).json() == {}
    mine = budi.get(f"/tickets/{number}").body.decode()
    assert "\nDear Rina</textarea>" in mine
    assert "\nLook at &lt;port 14&gt;</textarea>" in mine
    assert mine.index("\nDear Rina</textarea>") < mine.index('id="answer-internal"') < mine.index("\nLook at")
    assert "Dear Rina" not in dewi.get(f"/tickets/{number}").body.decode()
    assert say(budi, number, "public", "Dear Rina, done").status == 200
    after = budi.get(f"/tickets/{number}").body.decode()
    assert "\nDear Rina</textarea>" not in after
    assert "\nLook at &lt;port 14&gt;</textarea>" in after


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "loud", "text": "x"},
        {"kind": "public"},
        {"kind": "public", "text": 1},
        {"kind": "public", "text": "x", "account": "dewi"},
        [],
    ],
)
def test_a_draft_that_is_none_is_refused(budi: Technician, number: str, sent: object) -> None:
    assert budi.send(f"/tickets/{number}/draft", sent).status == 422


def test_a_form_that_can_not_be_read_changes_nothing(budi: Technician, number: str) -> None:
    caller = budi.caller
    form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": caller.console.address}
    headers = {**SCRIPT, **form, **caller.cookie, "X-CSRF": caller.csrf}
    for body in (b"kind=public&text=%ff%fe", b"\xff\xfe", b"a&" * 2_000):
        assert budi.served.call("POST", f"/console/tickets/{number}/say", body, headers).status in {400, 422}
    assert budi.served.call("POST", f"/console/tickets/{number}/say", b"text=" + b"x" * 2_000_000, headers).status == 413
