"""A backend without data, so that what is tested is how it runs. Usage: toy_backend.py FOLDER [CERTIFICATE KEY]; prints its address."""

import asyncio
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from server_stub.refusals import ServerRefused
from server_stub.running.serving import Program, serve
from server_stub.settings.rows import Settings


class ToyEvents:
    def __init__(self) -> None:
        self.ended = threading.Event()

    def close(self) -> None:
        self.ended.set()


class Toy:
    def __init__(self) -> None:
        self.events = ToyEvents()
        self.told: list[str] = []

    def close(self) -> None:
        print("closed", flush=True)


def echo(toy: Toy, text: str) -> str:
    toy.told.append(text)
    return text


def slow(_toy: Toy, seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def refuse(_toy: Toy) -> None:
    raise ServerRefused("Not on a Sunday.")


def fail(_toy: Toy) -> None:
    raise RuntimeError("planted")


WORDS = {"echo": echo, "slow": slow, "refuse": refuse, "fail": fail}


def asgi(toy: Toy) -> Any:
    async def app(scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]) -> None:
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        if scope["path"] == "/upload":
            while (message := await receive())["type"] == "http.request" and message["more_body"]:
                pass
            if message["type"] == "http.disconnect":
                return
        client = (scope["client"] or ("",))[0].encode()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain"), (b"client", client)]})
        while scope["path"] == "/stream" and not toy.events.ended.is_set():
            await send({"type": "http.response.body", "body": b":\n\n", "more_body": True})
            await asyncio.sleep(0.05)
        await send({"type": "http.response.body", "body": b"done"})

    return app


def main() -> None:
    folder, *tls = (Path(word) for word in sys.argv[1:])
    serve(
        folder,
        Settings(trusted_proxies=("127.0.0.1",)),
        Program(lambda _data, _settings: Toy(), asgi, WORDS, (ServerRefused,)),
        host="127.0.0.1",
        port=0,
        certificate=tls[0] if tls else None,
        key=tls[1] if len(tls) > 1 else None,
        announce=lambda address: print(address.url(), flush=True),
    )


if __name__ == "__main__":
    main()
