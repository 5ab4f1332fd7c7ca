"""The small parts that every handler uses: who asks, how answers and refusals are written, and threads for what blocks."""

import asyncio
import threading
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from contract.ids import new_id
from contract.problems import STATUS, Code, Problem
from contract.tickets import MessageStored, State
from server_stub.api.refusals import problem_reply
from server_stub.api.replies import empty_reply, json_reply
from server_stub.api.way import Way
from server_stub.api.who import address_of, existing_id, token_of
from server_stub.api.who import new_id as put_id
from server_stub.refusals import RefusalError
from server_stub.web.request_log import KEY, Noted
from server_stub.web.threads import Threads
from tests.server_stub.served import Served, new_token


def asked(method: str = "GET", **values: Any) -> Any:
    return SimpleNamespace(method=method, scope={KEY: Noted("request-1"), **values.pop("scope", {})}, **values)


@pytest.mark.parametrize("code", Code)
def test_each_code_becomes_problem_details(code: Code) -> None:
    refusal = RefusalError(code, "detail", number="INC-000001", field="f", limit=5, uploads=("u",), retry_after_s=7)
    reply = problem_reply(asked(), refusal)
    assert reply.status_code == STATUS[code]
    problem = msgspec.json.decode(reply.content, type=Problem)
    assert problem == Problem(
        title=problem.title,
        status=STATUS[code],
        detail="detail",
        code=code.value,
        request_id="request-1",
        number="INC-000001",
        field="f",
        limit=5,
        uploads=("u",),
        retry_after_s=7,
    )
    assert reply.headers["Retry-After"] == "7"
    assert ("WWW-Authenticate" in reply.headers) == (STATUS[code] == 401)
    assert problem_reply(asked("HEAD"), refusal).content == b""


def test_answers_keep_the_contracts_order() -> None:
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    created = datetime(2026, 3, 1, tzinfo=UTC)
    reply = json_reply(MessageStored(id="i", ticket="t", number="n", state=State.NEW, created=created), 201)
    assert reply.body == b'{"id":"i","ticket":"t","number":"n","state":"new","created":"2026-03-01T00:00:00Z"}'
    assert reply.status_code == 201
    assert dict(empty_reply({"A": "b"}, 200).headers)["content-length"] == "0"
    assert "content-length" not in dict(empty_reply({"A": "b"}).headers)


def test_ids_in_the_path() -> None:
    one = new_id()
    assert existing_id(asked(path_params={"x": one}), "x") == put_id(asked(path_params={"x": one}), "x") == one
    with pytest.raises(RefusalError) as refused:
        existing_id(asked(path_params={"x": one + "\n"}), "x")
    assert refused.value.code is Code.NOT_FOUND
    with pytest.raises(RefusalError) as refused:
        put_id(asked(path_params={"x": one.upper()}), "x")
    assert (refused.value.code, refused.value.field) == (Code.INVALID, "x")


def test_where_a_request_comes_from() -> None:
    assert address_of(asked(scope={"client": ("10.0.0.1", 5)})) == "10.0.0.1"
    assert address_of(asked(scope={"client": None})) == ""
    token = new_token()
    assert token_of(asked(headers={"authorization": f"Bearer {token}"})) == token


def test_what_blocks_runs_beside_the_loop(served: Served) -> None:
    backend = served.backend
    way = Way(backend.desk, backend.library, backend.people, backend.events, backend.settings, backend.assist, Threads())

    async def run() -> int:
        return await way.run(threading.get_ident)

    assert asyncio.run(run()) != threading.get_ident()
    way.threads.close()
