import asyncio

import pytest

from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.web import turns
from server_stub.web.turns import Turns

KEY = ("person", "upload")


def test_who_comes_later_asks_the_earlier_to_stop_and_waits() -> None:
    async def run() -> list[str]:
        said, all_turns = [], Turns()

        async def work(name: str) -> None:
            async with all_turns.take(KEY) as turn:
                said.append(f"{name} begins")
                await turn.stop.wait()
                said.append(f"{name} stops")

        first = asyncio.create_task(work("first"))
        await asyncio.sleep(0)
        async with all_turns.take(KEY):
            said.append("second")
        await first
        return said

    assert asyncio.run(run()) == ["first begins", "first stops", "second"]


def test_others_do_not_wait() -> None:
    async def run() -> None:
        all_turns = Turns()
        async with all_turns.take(KEY) as turn, all_turns.take(("person", "other")), all_turns.take(("other", "upload")):
            assert not turn.stop.is_set()

    asyncio.run(run())


def test_only_one_at_a_time_of_many() -> None:
    async def run() -> None:
        all_turns, inside = Turns(), [0]

        async def work() -> None:
            async with all_turns.take(KEY):
                inside[0] += 1
                assert inside[0] == 1
                await asyncio.sleep(0)
                inside[0] -= 1

        await asyncio.gather(*(work() for _ in range(30)))
        assert all_turns._held == {}

    asyncio.run(run())


def test_one_that_does_not_stop_is_refused_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_S", 0.01)

    async def run() -> None:
        all_turns = Turns()
        async with all_turns.take(KEY):
            with pytest.raises(RefusalError) as refused:
                async with all_turns.take(KEY):
                    raise AssertionError
            assert refused.value.code is Code.UNAVAILABLE

    asyncio.run(run())
