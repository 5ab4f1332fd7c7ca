from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from contract.ids import new_id
from server_stub.refusals import ServerRefused
from server_stub.settings.rows import Settings
from tests.server_stub.served import Person, Served, new_token, serving


def somebody(served: Served, name: str = "Ana") -> Person:
    return Person(served, new_id(), new_token(), name, "PC-1")


def test_a_code_for_one_computer(served: Served) -> None:
    code = served.backend.people.make_code(False, 30)
    ana = somebody(served)
    first = ana.enrol(code)
    assert (first.status, first.json()) == (
        201,
        {"id": ana.enrolment, "person": "Ana", "computer": "PC-1", "company": "Your company"},
    )
    again = ana.enrol(code)
    assert (again.status, again.body) == (200, first.body), "the same again, though the code is used up"
    assert somebody(served).enrol(code).problem().code == "code-used"
    assert ana.enrol("2222-2222").status == 200, "the code doesn't matter any more"
    assert len(served.backend.people.computers()) == 1


def test_a_code_is_read_however_it_is_typed(served: Served) -> None:
    code = served.backend.people.make_code(True, None)
    assert len(code) == 9
    for typed in (code, code.lower(), code.replace("-", ""), f" {code[:2]} {code[2:]} ", code.replace("-", " - ")):
        assert somebody(served).enrol(typed).status == 201


def test_a_code_for_many_until_it_expires(served: Served) -> None:
    code = served.backend.people.make_code(True, 7)
    assert [somebody(served).enrol(code).status for _ in range(3)] == [201, 201, 201]
    served.backend.store.write(lambda work: work.connection.execute(text("UPDATE codes SET expires = 1 WHERE expires IS NOT NULL")))
    assert somebody(served).enrol(code).problem().code == "code-expired"


@pytest.mark.parametrize("days", [0, -1, 100_000])
def test_days_that_are_none(served: Served, days: int) -> None:
    with pytest.raises(ServerRefused, match="1 to 3650 days"):
        served.backend.people.make_code(True, days)


def test_the_same_id_with_another_token_is_a_conflict(served: Served) -> None:
    ana = served.person()
    thief = Person(served, ana.enrolment, new_token(), "Eve", "PC-9")
    assert thief.enrol().problem().code == "conflict"
    assert ana.call("GET", "/api/v1/feed").status == 200


def test_a_token_belongs_to_one_enrolment(served: Served) -> None:
    ana = served.person()
    twin = Person(served, new_id(), ana.token, "Ana", "PC-1")
    refused = twin.enrol().problem()
    assert (refused.code, refused.field) == ("conflict", "token")


def test_ten_at_once_with_a_code_for_one(served: Served) -> None:
    code = served.backend.people.make_code(False, None)
    with ThreadPoolExecutor(10) as pool:
        statuses = list(pool.map(lambda _: somebody(served).enrol(code).status, range(9)))
    assert sorted(statuses) == [201] + [403] * 8


def test_the_same_enrolment_ten_times_at_once(served: Served) -> None:
    code, ana = served.backend.people.make_code(False, None), somebody(served)
    with ThreadPoolExecutor(10) as pool:
        statuses = list(pool.map(lambda _: ana.enrol(code).status, range(10)))
    assert sorted(statuses) == [200] * 9 + [201]


def test_a_live_token_vouches_for_the_person(served: Served) -> None:
    ana = served.person()
    ticket_id = ana.ticket()
    anew = Person(served, new_id(), new_token(), "Ana Lestari", "PC-1")
    anew.extra["Authorization"] = f"Bearer {ana.token}"
    assert anew.enrol().status == 201
    anew.extra.clear()
    assert ana.call("GET", "/api/v1/feed").status == 200, "the old token lives until the new one is used: its answer may be lost"
    assert anew.call("GET", f"/api/v1/tickets/{ticket_id}").status == 200
    assert anew.put_ticket(ticket_id).status == 200, "the same person, the same report"
    assert ana.call("GET", "/api/v1/feed").problem().code == "revoked"
    assert [bool(one.revoked) for one in served.backend.people.computers()] == [True, False]


@pytest.mark.parametrize("vouching", ["revoked", "unknown", "damaged"])
def test_any_other_token_does_not(served: Served, vouching: str) -> None:
    ana = served.person()
    ticket_id = ana.ticket()
    token = {"revoked": ana.token, "unknown": new_token(), "damaged": "sgd_x"}[vouching]
    if vouching == "revoked":
        served.backend.people.revoke(ana.enrolment)
    anew = somebody(served)
    anew.extra["Authorization"] = f"Bearer {token}"
    assert anew.enrol().status == 201
    anew.extra.clear()
    assert anew.call("GET", f"/api/v1/tickets/{ticket_id}").status == 404
    assert anew.feed()["last"] == 0


def test_wrong_codes_are_counted_and_right_ones_are_not(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(code_tries=3)) as served:
        for _ in range(5):
            assert somebody(served).enrol().status == 201
        for _ in range(3):
            assert somebody(served).enrol("2345-6789").status == 403
        known = served.backend.people.computers()
        refused = somebody(served).enrol()
        assert refused.problem().code == "too-many-tries"
        assert 0 < int(refused.headers["retry-after"]) <= 900
        assert served.backend.people.computers() == known


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"account": ""}, "account"),
        ({"account": " "}, "account"),
        ({"computer": ""}, "computer"),
        ({"account": "a\0b"}, "account"),
        ({"display_name": "\0"}, "display_name"),
        ({"token": "sgd_short"}, "token"),
        ({"token": new_token() + "\n"}, "token"),
        ({"token": "x" * 47}, "token"),
        ({"computer": "x" * 256}, "computer"),
        ({"person": "x"}, "person"),
    ],
)
def test_claims_that_are_refused(shared: Served, change: dict[str, str], field: str) -> None:
    refused = somebody(shared).enrol(**change).problem()
    assert (refused.code, refused.field) == ("invalid", field)


def test_computers_are_listed_and_revoked_by_id_or_name(served: Served) -> None:
    ana, budi, second = served.person("Ana", "PC-1"), served.person("Budi", "PC-2"), served.person("Citra", "pc-2")
    ana.ticket()
    people = served.backend.people
    listed = people.computers()
    assert [(one.person, one.account, one.computer, one.tickets) for one in listed] == [
        ("Ana", "ana", "PC-1", 1),
        ("Budi", "budi", "PC-2", 0),
        ("Citra", "citra", "pc-2", 0),
    ]
    served.backend.store.write(str)  # whatever waited before it is written now
    assert people.computers()[0].last_seen is not None
    assert people.revoke("Pc-2") == [budi.enrolment, second.enrolment]
    assert people.revoke(ana.enrolment) == [ana.enrolment]
    for person in (ana, budi, second):
        assert person.call("GET", "/api/v1/feed").problem().code == "revoked"
    with pytest.raises(ServerRefused, match="revoked already"):
        people.revoke("PC-1")
    with pytest.raises(ServerRefused, match="has the id or name nowhere"):
        people.revoke("nowhere")


def test_a_person_without_a_display_name_is_shown_by_account(served: Served) -> None:
    ana = Person(served, new_id(), new_token(), "Ana", "PC-1")
    assert ana.enrol(display_name="").json()["person"] == "ana"


def test_enrolments_survive_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        ana = served.person()
        ticket_id = ana.ticket()
    with serving(tmp_path) as again:
        back = Person(again, ana.enrolment, ana.token, "Ana", "PC-1")
        assert back.call("GET", f"/api/v1/tickets/{ticket_id}").status == 200
        assert back.enrol("2222-2222").status == 200


def test_behind_a_trusted_proxy_each_client_is_counted_by_its_own_address(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(code_tries=2, trusted_proxies=("127.0.0.1",))) as served:

        def tried(forwarded: str) -> int:
            eve = somebody(served)
            eve.extra["X-Forwarded-For"] = forwarded
            return eve.enrol("2222-2222").status

        assert [tried("10.0.0.1") for _ in range(3)] == [403, 403, 429]
        assert tried("10.0.0.2") == 403
        assert tried("10.9.9.9, 10.0.0.1") == 429, "what the client wrote in front of it is not believed"
