"""Tokens under their owner's eyes and in a race: a revoked one never counts again, whatever was being looked up meanwhile."""

import threading
from typing import Any

import pytest

from contract.problems import Code
from server_stub.identity.people import People
from server_stub.refusals import RefusalError
from server_stub.store import people as store_people
from tests.server_stub.served import Served, new_token


def test_no_token_an_unknown_one_and_a_revoked_one(served: Served) -> None:
    ana, people = served.person(), served.backend.people
    assert isinstance(people, People)
    assert people.who(ana.token).name == "Ana"
    for token, code in ((None, Code.NOT_ENROLLED), (new_token(), Code.NOT_ENROLLED)):
        with pytest.raises(RefusalError) as refused:
            people.who(token)
        assert refused.value.code is code
    people.revoke(ana.enrolment)
    with pytest.raises(RefusalError) as refused:
        people.who(ana.token)
    assert refused.value.code is Code.REVOKED


def test_revoking_while_the_token_is_being_looked_up(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, people = served.person(), served.backend.people
    looked_up, revoked = threading.Event(), threading.Event()
    real = store_people.enrolment_by_token

    def slow(*args: Any) -> Any:
        row = real(*args)
        looked_up.set()
        assert revoked.wait(20)
        return row

    monkeypatch.setattr(store_people, "enrolment_by_token", slow)
    asking = threading.Thread(target=people.who, args=(ana.token,))
    asking.start()
    assert looked_up.wait(20)
    people.revoke(ana.enrolment)
    revoked.set()
    asking.join()
    with pytest.raises(RefusalError) as refused:
        people.who(ana.token)
    assert refused.value.code is Code.REVOKED


def test_last_seen_is_noted_seldom(served: Served) -> None:
    ana, people = served.person(), served.backend.people
    people.who(ana.token)
    served.backend.store.write(str)  # whatever waited before it is written now
    first = people.computers()[0].last_seen
    assert first is not None
    for _ in range(50):
        people.who(ana.token)
    served.backend.store.write(str)
    assert people.computers()[0].last_seen == first
