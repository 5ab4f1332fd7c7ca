"""PUT /enrolments over HTTP: form and bounds; what it decides is tested in tests/server_stub/identity."""

import pytest

from contract.ids import new_id
from server_stub.api.enrolment import BODY_BYTES
from tests.server_stub.served import Person, Served, new_token


def test_the_body_is_bounded(shared: Served) -> None:
    path = f"/api/v1/enrolments/{new_id()}"
    refused = shared.call("PUT", path, b" " * (BODY_BYTES + 1), {"Content-Type": "application/json"}).problem()
    assert (refused.code, refused.limit) == ("too-large", BODY_BYTES)
    assert shared.call("PUT", path, b" " * BODY_BYTES, {"Content-Type": "application/json"}).problem().code == "bad-request"


@pytest.mark.parametrize("enrolment_id", ["x", "me", new_id().upper(), new_id().replace("-", "")])
def test_the_id_is_a_canonical_uuid(shared: Served, enrolment_id: str) -> None:
    refused = Person(shared, enrolment_id, new_token(), "Ana", "PC-1").enrol().problem()
    assert (refused.code, refused.field) == ("invalid", "enrolment_id")


def test_a_refusal_never_repeats_the_code_or_the_token(shared: Served) -> None:
    token = new_token()
    for changes in ({"code": "2222-SECRET"}, {"account": 5}, {"token": token + "!"}):
        body = {"code": "2222-SECRET", "token": token, "account": "ana", "computer": "PC-1"} | changes
        answer = shared.call("PUT", f"/api/v1/enrolments/{new_id()}", body)
        assert answer.status in {403, 422}
        assert b"SECRET" not in answer.body
        assert token.encode() not in answer.body
