"""What guides tried comes back exactly as it was sent."""

from pathlib import Path
from typing import Any

from contract.ids import new_id
from server_stub.store import tried
from tests.server_stub.served import Person, Served, serving

TRIED: list[dict[str, object]] = [
    {"guide": "printer", "step": "look", "title": "Look", "kind": "check", "name": "printer", "result": "ok", "at": "2026-03-01T08:30:00Z"},
    {
        "guide": "printer",
        "step": "clear",
        "title": "Set the stuck document aside",
        "kind": "fix",
        "name": "clear-queue",
        "result": "no-help",
        "evidence": [
            {"name": "pages", "value": 3, "unit": ""},
            {"name": "age", "value": 4.5, "unit": "min"},
            {"name": "held", "value": True},
            {"name": "queue", "value": "Lantai 2"},
        ],
        "at": "2026-03-01T08:31:00.000001+07:00",
    },
    {"guide": "printer", "step": "paper", "kind": "answer", "result": "I don't know", "at": "2026-03-01T08:32:00Z"},
]


def shown(person: Person, ticket: str) -> Any:
    return person.call("GET", f"/api/v1/tickets/{ticket}").json()["tried"]


def test_what_was_tried_is_part_of_the_ticket(served: Served) -> None:
    ana = served.person()
    ticket = ana.ticket(tried=TRIED)
    found = served.backend.desk.show("INC-000001").tried
    assert [(one.step, one.kind, one.name, one.result) for one in found] == [
        ("look", "check", "printer", "ok"),
        ("clear", "fix", "clear-queue", "no-help"),
        ("paper", "answer", "", "I don't know"),
    ]
    assert [type(one.value) for one in found[1].evidence] == [int, float, bool, str]
    assert found[1].at.isoformat() == "2026-03-01T01:31:00.000001+00:00"
    assert shown(ana, ticket)[1]["evidence"][1] == {"name": "age", "value": 4.5, "unit": "min"}
    assert shown(ana, ana.ticket()) == []
    assert served.backend.store.read(lambda connection: tried.read(connection, 99)) == ()


def test_it_is_part_of_what_makes_a_report_the_same(served: Served) -> None:
    ana, ticket = served.person(), new_id()
    assert ana.put_ticket(ticket, tried=TRIED).status == 201
    assert ana.put_ticket(ticket, tried=TRIED).status == 200
    assert ana.put_ticket(ticket, tried=TRIED[:2]).status == 409
    assert ana.put_ticket(ticket).status == 409


def test_a_report_without_it_is_the_same_as_one_where_nothing_was_tried(served: Served) -> None:
    ana, ticket = served.person(), new_id()
    assert ana.put_ticket(ticket).status == 201
    assert ana.put_ticket(ticket, tried=[]).status == 200


def test_what_no_screen_can_keep_is_refused(served: Served) -> None:
    ana = served.person()
    changes: tuple[tuple[dict[str, object], str], ...] = (
        ({"title": "a\0b"}, "tried[0].title"),
        ({"unknown": 1}, "tried[0].unknown"),
        ({"at": "yesterday"}, "tried[0].at"),
        ({"evidence": [{"name": "n", "value": 2**63}]}, "tried[0].evidence[0].value"),
        ({"evidence": [{"name": "n", "value": 1}] * 5001}, "tried"),
    )
    for change, field in changes:
        problem = ana.put_ticket(new_id(), tried=[TRIED[0] | change]).problem()
        assert (problem.code, problem.field) == ("invalid", field)
    assert ana.put_ticket(new_id(), tried=[TRIED[0]] * 201).problem().code == "invalid"
    assert served.backend.desk.list_tickets() == []


def test_it_survives_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path) as first:
        first.person().ticket(tried=TRIED)
    with serving(tmp_path) as second:
        assert len(second.backend.desk.show("INC-000001").tried) == 3
