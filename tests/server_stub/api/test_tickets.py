import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest

from contract.ids import new_id
from contract.tickets import State
from tests.server_stub.served import WRITTEN, Person, Served

DIAGNOSTICS: dict[str, Any] = {
    "facts": [
        {"group": "Disk", "name": "/ free", "value": 3.25, "unit": "GB"},
        {"group": "Disk", "name": "/ full", "value": True},
        {"group": "Computer", "name": "processors", "value": 2},
        {"group": "Computer", "name": "system", "value": "Debian 12"},
        {"group": "Computer", "name": "large", "value": 2**63 - 1},
        {"group": "Computer", "name": "round", "value": 5.0},
    ],
    "not_collected": [{"collector": "printers", "reason": "slow"}],
    "collected": "2026-03-01T01:30:00Z",
    "took_s": 1.5,
}


def test_a_report_becomes_a_ticket_with_everything_that_was_sent(served: Served) -> None:
    ana = served.person("Ana", "PC-7")
    picture, note = b"\x89PNG picture" * 100, b"catatan"
    refs = [ana.upload(picture), ana.upload(note, "../../etc/passwd")]
    ticket_id = ana.ticket(
        details="It burns\nbadly",
        category="printing",
        impact="team",
        urgency="stopped",
        telephone="0812",
        place="2nd floor",
        attachments=refs,
        diagnostics=DIAGNOSTICS,
    )
    got = ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()
    assert got["number"] == "INC-000001"
    assert (got["subject"], got["details"], got["category"]) == ("The printer is on fire", "It burns\nbadly", "printing")
    assert (got["impact"], got["urgency"], got["priority"], got["state"]) == ("team", "stopped", 1, "new")
    assert (got["person"], got["account"], got["computer"], got["telephone"], got["place"]) == ("Ana", "ana", "PC-7", "0812", "2nd floor")
    assert got["written"] == "2026-03-01T01:30:00Z"
    wanted = [{"unit": "", **fact} for fact in DIAGNOSTICS["facts"]]
    assert got["diagnostics"]["facts"] == wanted
    assert [type(fact["value"]) for fact in got["diagnostics"]["facts"]] == [float, bool, int, str, int, float]
    assert got["diagnostics"]["not_collected"] == DIAGNOSTICS["not_collected"]
    assert [one["name"] for one in got["attachments"]] == ["01.png", "../../etc/passwd"]
    for one, data in zip(got["attachments"], (picture, note), strict=True):
        file = ana.call("GET", f"/api/v1/tickets/{ticket_id}/attachments/{one['id']}")
        assert file.body == data
        assert file.headers["content-type"] == "application/octet-stream"
        assert file.headers["content-disposition"].startswith("attachment;")
        assert file.headers["x-content-type-options"] == "nosniff"
        assert served.backend.desk.attachment_path(one["id"]).read_bytes() == data


def test_diagnostics_can_be_searched_as_numbers(served: Served) -> None:
    served.person().ticket(diagnostics=DIAGNOSTICS)
    sql = "SELECT value_number FROM facts WHERE group_name = 'Disk' AND name = '/ free' AND value_number < 4"
    assert served.backend.store.read(lambda connection: connection.exec_driver_sql(sql).scalar()) == 3.25


def test_the_answer_is_flat_json_with_id_and_number_first_and_not_compressed(ana: Person) -> None:
    ticket_id = new_id()
    ana.extra["Accept-Encoding"] = "gzip, br"
    answer = ana.put_ticket(ticket_id)
    assert answer.status == 201
    assert list(answer.json()) == ["id", "number", "state", "priority", "created"]
    assert answer.body.startswith(b'{"id":"%s","number":"INC-' % ticket_id.encode())
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("impact", "ranks"), [("company", (1, 1, 2, 3)), ("team", (1, 2, 3, 3)), ("some", (2, 3, 3, 4)), ("me", (2, 3, 4, 4))]
)
def test_priority_is_impact_times_urgency(ana: Person, impact: str, ranks: tuple[int, ...]) -> None:
    for urgency, rank in zip(("stopped", "hard", "workaround", "wait"), ranks, strict=True):
        assert ana.put_ticket(new_id(), impact=impact, urgency=urgency).json()["priority"] == rank


def test_the_same_again_is_answered_alike_and_makes_nothing(served: Served) -> None:
    ana = served.person()
    ticket_id, ref = new_id(), ana.upload(b"x" * 1000)
    first = ana.put_ticket(ticket_id, attachments=[ref])
    again = ana.put_ticket(ticket_id, attachments=[ref])
    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    assert len(served.backend.desk.list_tickets()) == 1
    assert len(ana.feed()["entries"]) == 1


def test_the_same_values_in_other_bytes_are_the_same(ana: Person) -> None:
    ticket_id = new_id()
    report = {"subject": "S", "written": "2026-03-01T08:30:00+07:00", "diagnostics": {**DIAGNOSTICS, "took_s": 2.0}}
    assert ana.put_ticket(ticket_id, **report).status == 201
    other = msgspec.json.encode(dict(reversed(report.items()))).replace(b"2026-03-01T08:30:00+07:00", b"2026-03-01T01:30:00.000Z")
    other = b"  " + other.replace(b'"took_s":2.0', b'"took_s": 2').replace(b'"S"', b'"\\u0053"').replace(b"{", b'{"details":"",', 1)
    answer = ana.call("PUT", f"/api/v1/tickets/{ticket_id}", other, {"Content-Type": "application/json; charset=utf-8"})
    assert answer.status == 200, answer


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "The printer is on fire "},
        {"details": "more"},
        {"impact": "some"},
        {"written": "2026-03-01T08:30:01+07:00"},
        {"diagnostics": DIAGNOSTICS},
        {"place": "here"},
    ],
)
def test_the_same_id_with_other_content_is_refused_with_the_number_that_exists(ana: Person, change: dict[str, object]) -> None:
    ticket_id = new_id()
    number = ana.put_ticket(ticket_id).json()["number"]
    refused = ana.put_ticket(ticket_id, **change)
    assert refused.status == 409
    assert refused.problem().number == number
    assert ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()["subject"] == "The printer is on fire"


def test_an_upload_that_was_made_anew_does_not_change_the_report(ana: Person) -> None:
    ticket_id, first, second = new_id(), ana.upload(b"same bytes"), ana.upload(b"same bytes")
    assert ana.put_ticket(ticket_id, attachments=[first]).status == 201
    assert ana.put_ticket(ticket_id, attachments=[second]).status == 200
    assert ana.put_ticket(ticket_id, attachments=[second | {"name": "02.png"}]).status == 409


def test_two_reports_may_name_the_same_upload(ana: Person) -> None:
    ref = ana.upload(b"shared bytes")
    for ticket_id in (ana.ticket(attachments=[ref]), ana.ticket(attachments=[ref])):
        one = ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()["attachments"][0]
        assert ana.call("GET", f"/api/v1/tickets/{ticket_id}/attachments/{one['id']}").body == b"shared bytes"


def test_fifty_at_once_make_one_ticket_with_one_number(served: Served) -> None:
    ana, ticket_id = served.person(), new_id()
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: ana.put_ticket(ticket_id), range(50)))
    assert sorted(answer.status for answer in answers) == [200] * 49 + [201]
    assert {answer.json()["number"] for answer in answers} == {"INC-000001"}
    assert len(served.backend.desk.list_tickets()) == 1


def test_numbers_are_one_sequence_and_a_refused_report_skips_none(served: Served) -> None:
    people = [served.person("Ana"), served.person("Budi")]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: people[n % 2].put_ticket(new_id(), attachments=[] if n % 3 else [missing_file()]), range(60)))
    numbers = sorted(ticket.number for ticket in served.backend.desk.list_tickets())
    assert numbers == [f"INC-{n:06d}" for n in range(1, 41)]


def missing_file() -> dict[str, object]:
    return {"upload": new_id(), "name": "a", "type": "b", "size_bytes": 1, "sha256": hashlib.sha256(b"").hexdigest()}


def test_ids_belong_to_the_person_and_tell_nothing(ana: Person, budi: Person) -> None:
    ticket_id = ana.ticket(subject="Ana's")
    other = budi.put_ticket(ticket_id, subject="Budi's")
    assert other.status == 201
    assert ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()["subject"] == "Ana's"
    assert budi.call("GET", f"/api/v1/tickets/{ticket_id}").json()["subject"] == "Budi's"


def test_the_conversation(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    ticket_id = ana.ticket()
    desk.reply("INC-000001", "Is it plugged in?", "Dewi")
    ref = ana.upload(b"photo")
    message_id = new_id()
    said = ana.put_message(ticket_id, message_id, attachments=[ref])
    assert said.status == 201
    assert said.json() | {"created": ""} == {
        "id": message_id,
        "ticket": ticket_id,
        "number": "INC-000001",
        "state": "open",
        "created": "",
    }
    assert ana.put_message(ticket_id, message_id, attachments=[ref]).status == 200
    changed = ana.put_message(ticket_id, message_id, text="other")
    assert (changed.status, changed.problem().number) == (409, "INC-000001")
    got = ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()
    assert [(m["by"], m["name"], m["text"]) for m in got["messages"]] == [
        ("technician", "Dewi", "Is it plugged in?"),
        ("employee", "Ana", "Still smoking"),
    ]
    assert got["technician"] == "Dewi"
    assert got["attachments"] == []
    one = got["messages"][1]["attachments"][0]
    assert ana.call("GET", f"/api/v1/tickets/{ticket_id}/attachments/{one['id']}").body == b"photo"


def test_what_messages_make_of_the_state(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    ticket_id = ana.ticket()

    def say(**values: object) -> str:
        return str(ana.put_message(ticket_id, new_id(), **values).json()["state"])

    assert say() == "new"
    assert say(text="", action="reopen") == "new"
    assert say(text="", action="resolve") == "resolved"
    assert say(text="", action="reopen") == "new", "nobody has answered yet"
    assert desk.reply("INC-000001", "Try this", "Dewi").state is State.OPEN
    assert desk.resolve("INC-000001", "Dewi").state is State.RESOLVED
    assert say(text="Thanks") == "resolved", "words alone reopen nothing"
    assert desk.reply("INC-000001", "You're welcome", "Dewi").state is State.RESOLVED
    assert say(text="", action="reopen") == "open"
    assert say(text="It works again", action="resolve") == "resolved"


def test_settings_decide_how_much_a_report_holds(ana: Person) -> None:
    assert ana.put_ticket(new_id(), subject="x" * 200).status == 201
    refused = ana.put_ticket(new_id(), subject="x" * 201).problem()
    assert (refused.status, refused.field, refused.limit) == (422, "subject", 200)
    refused = ana.put_ticket(new_id(), details="x" * 50_001).problem()
    assert (refused.status, refused.field, refused.limit) == (422, "details", 50_000)
    many = [{"group": "g", "name": str(n), "value": n} for n in range(2_001)]
    refused = ana.put_ticket(new_id(), diagnostics={**DIAGNOSTICS, "facts": many, "not_collected": []}).problem()
    assert (refused.status, refused.field, refused.limit) == (422, "diagnostics.facts", 2_000)
    refused = ana.put_ticket(new_id(), attachments=[missing_file() for _ in range(51)]).problem()
    assert (refused.status, refused.field, refused.limit) == (422, "attachments", 50)
    refused = ana.put_ticket(new_id(), attachments=[missing_file() | {"size_bytes": 100_000_001}]).problem()
    assert (refused.status, refused.field, refused.limit) == (413, "attachments[0].size_bytes", 100_000_000)
    refused = ana.put_ticket(new_id(), attachments=[missing_file() | {"size_bytes": 100_000_000} for _ in range(6)]).problem()
    assert (refused.status, refused.field, refused.limit) == (413, "attachments", 500_000_000)


def test_an_upload_of_another_person_is_as_gone_as_one_that_never_was(ana: Person, budi: Person) -> None:
    theirs = budi.upload(b"budi's secret")
    ana.extra["X-Request-Id"] = "the-same-for-both"
    refused = ana.put_ticket(new_id(), attachments=[theirs])
    never = ana.put_ticket(new_id(), attachments=[theirs | {"upload": new_id()}])
    assert refused.problem().uploads == (theirs["upload"],)
    assert refused.status == never.status == 410
    assert refused.body.replace(theirs["upload"].encode(), never.problem().uploads[0].encode()) == never.body
    assert budi.put_ticket(new_id(), attachments=[theirs]).status == 201


def test_an_upload_is_taken_for_what_it_is(ana: Person) -> None:
    ref = ana.upload(b"four")
    for change, field in (({"size_bytes": 5}, "size_bytes"), ({"sha256": "0" * 64}, "sha256")):
        refused = ana.put_ticket(new_id(), attachments=[ref | change]).problem()
        assert (refused.status, refused.field) == (422, f"attachments[0].{field}")
    assert ana.put_ticket(new_id(), attachments=[ref, ref]).problem().field == "attachments"


def test_claims_are_those_of_the_enrolment_and_not_of_the_report(ana: Person) -> None:
    for name in ("person", "account", "computer", "state", "number", "priority", "created"):
        refused = ana.put_ticket(new_id(), **{name: "x"}).problem()
        assert (refused.status, refused.code, refused.field) == (422, "invalid", name)


def test_what_was_written_long_ago_is_taken(ana: Person) -> None:
    assert ana.put_ticket(new_id(), written="2016-01-01T00:00:00Z").status == 201
    assert ana.put_ticket(new_id(), written=WRITTEN[:19]).problem().field == "written", "a time without its offset"
