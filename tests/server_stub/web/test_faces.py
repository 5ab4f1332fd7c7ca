"""Each face gets what is its own, and one life is lived."""

import asyncio
from typing import Any

from server_stub.console.face import is_ours
from server_stub.web.event_stream import send_event
from server_stub.web.faces import Faces
from server_stub.web.threads import Threads


def face(name: str, asked: list[str]) -> Any:
    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        asked.append(name)

    return app


def test_requests_go_by_their_path_and_the_life_to_the_first() -> None:
    asked: list[str] = []
    faces = Faces(face("api", asked), face("page", asked), is_ours)
    scopes = [{"type": "http", "path": path} for path in ("/", "/console", "/console/x", "/consolex", "/api/v1/about", "")]
    for scope in ({"type": "lifespan"}, *scopes):
        asyncio.run(faces(scope, None, None))  # type: ignore[arg-type]
    assert asked == ["api", "page", "page", "page", "api", "api", "api"]


def test_an_event_ends_with_an_empty_line() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(send_event(send, b"data: {}"))
    assert sent == [{"type": "http.response.body", "body": b"data: {}\n\n", "more_body": True}]


def test_a_blocking_function_runs_beside_the_loop() -> None:
    threads = Threads()
    try:
        assert asyncio.run(threads.run(lambda one, two: one + two, 1, 2)) == 3
    finally:
        threads.close()
