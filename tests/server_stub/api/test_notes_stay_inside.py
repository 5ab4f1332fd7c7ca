"""Internal notes, drafts and their files never reach an employee: every endpoint is asked, and the answers are looked through."""

import logging

import pytest

from contract.endpoints import ENDPOINTS
from contract.ids import new_id
from server_stub.store.drafts import DraftKind
from server_stub.tickets.queue import View
from tests.server_stub.api.test_authorization import World
from tests.server_stub.api.test_feed import streaming, until
from tests.server_stub.served import Answer, Served
from tests.server_stub.tickets.technicians import pieces, technician

CANARY = "kanarikuning"
NUMBER = "INC-000001"
BUDI = "Budi Canarytechnician"


def seen(answer: Answer) -> str:
    """Everything of an answer that a client can read."""
    return f"{dict(answer.headers)}{answer.body.decode('utf-8', 'replace')}".casefold()


def test_no_endpoint_tells_of_notes_and_drafts(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ana, other = served.person("Ana", "PC-1"), served.person("Tuan", "PC-2")
    world, hand = World(ana), served.backend.handling
    ticket = f"/api/v1/tickets/{world.ids['ticket_id']}"
    before = (ana.call("GET", ticket).body, ana.call("GET", "/api/v1/feed").body)
    with streaming(ana) as stream:
        until(lambda: len(stream.events) > 1)
        events = list(stream.events)
        by = technician(served.backend, BUDI)
        inside = [hand.note(by, NUMBER, f"{CANARY} is why").id]
        inside += [hand.add_file(by, NUMBER, kind, f"{CANARY}.txt", "text/plain", pieces(CANARY.encode())).id for kind in DraftKind]
        inside.append(hand.note(by, NUMBER, "").id)
        for kind in DraftKind:
            hand.keep_draft(by, NUMBER, kind, CANARY)
            inside.append(hand.add_file(by, NUMBER, kind, f"{CANARY}.png", "image/png", pieces(CANARY.encode())).id)
        hand.read(by, NUMBER)
        assert served.backend.queue.page(View.ALL, by.id, search=CANARY).rows[0].number == NUMBER
        assert (ana.call("GET", ticket).body, ana.call("GET", "/api/v1/feed").body) == before
        assert stream.events == events
    answers = [world.ask(endpoint, person) for endpoint in ENDPOINTS for person in (ana, other)]
    answers += [ana.call("GET", f"{ticket}/attachments/{one}") for one in inside]
    assert all(answer.status == 404 for answer in answers[-len(inside) :])
    answers += [ana.call("GET", path) for path in (ticket, "/api/v1/feed", "/api/v1/articles", f"{ticket}/messages/{inside[0]}")]
    taken = ana.put_message(world.ids["ticket_id"], inside[0])
    assert taken.status == 201, "an id that a note has says nothing to the employee's side"
    answers += [taken, ana.call("GET", ticket), ana.call("GET", "/api/v1/feed"), ana.put_message(world.ids["ticket_id"], new_id())]
    found = [answer for answer in answers if CANARY in seen(answer) or "canarytechnician" in seen(answer)]
    assert found == []
    assert CANARY not in caplog.text.casefold()


def test_what_is_said_to_the_employee_leaves_the_other_draft_inside(served: Served) -> None:
    ana, hand = served.person("Ana", "PC-1"), served.backend.handling
    ticket = ana.ticket()
    by = technician(served.backend, BUDI)
    hand.keep_draft(by, NUMBER, DraftKind.INTERNAL, CANARY)
    hidden = hand.add_file(by, NUMBER, DraftKind.INTERNAL, f"{CANARY}.txt", "", pieces(CANARY.encode()))
    shown = hand.add_file(by, NUMBER, DraftKind.PUBLIC, "How to.txt", "", pieces(b"Press the button"))
    hand.reply(by, NUMBER, "See the file", hand.whole(by, NUMBER).last, resolve=True)
    hand.note(by, NUMBER, CANARY)
    whole = ana.call("GET", f"/api/v1/tickets/{ticket}")
    (message,) = whole.json()["messages"]
    assert [one["name"] for one in message["attachments"]] == ["How to.txt"]
    for answer in (whole, ana.call("GET", "/api/v1/feed")):
        assert CANARY not in seen(answer)
        assert by.id not in seen(answer)
        assert hidden.id not in seen(answer)
        assert shown.id not in seen(answer)
