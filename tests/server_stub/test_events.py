import asyncio

from server_stub.events import STREAMS, Events


def test_news_wakes_who_waits_and_nobody_else() -> None:
    async def run() -> None:
        events = Events()
        ana, budi = events.subscribe("ana", "e1"), events.subscribe("budi", "e2")
        waking = asyncio.get_running_loop().run_in_executor(None, events.wake, "ana")
        assert await ana.wait(10)
        await waking
        assert not await budi.wait(0.01)
        assert not await ana.wait(0.01), "one waking is one"
        assert not ana.ended.is_set()

    asyncio.run(run())


def test_news_between_two_waits_is_not_lost() -> None:
    async def run() -> None:
        events = Events()
        ana = events.subscribe("ana", "e1")
        for _ in range(5):
            events.wake("ana")
        await asyncio.sleep(0)
        assert await ana.wait(0.01)

    asyncio.run(run())


def test_ends() -> None:
    async def run() -> None:
        events = Events()
        one, other = events.subscribe("ana", "e1"), events.subscribe("ana", "e2")
        events.revoke("e1")
        assert await one.wait(10)
        assert one.ended.is_set()
        assert not other.ended.is_set()
        events.close()
        assert await other.wait(10)
        assert events.subscribe("ana", "e3").ended.is_set()
        for listener in (one, other):
            events.unsubscribe(listener)
        assert events.count() == 1

    asyncio.run(run())


def test_a_burst_of_streams_leaves_the_newest() -> None:
    async def burst() -> list[bool]:
        events = Events()
        other = events.subscribe("p", "another computer")
        listeners = [events.subscribe("p", "e") for _ in range(STREAMS + 5)]
        await asyncio.sleep(0.05)
        assert not other.ended.is_set()
        return [listener.ended.is_set() for listener in listeners]

    assert asyncio.run(burst()) == [True] * 5 + [False] * STREAMS


def test_a_listener_whose_loop_is_over_is_no_trouble() -> None:
    async def subscribe(events: Events) -> None:
        events.subscribe("ana", "e1")

    events = Events()
    asyncio.run(subscribe(events))
    events.wake("ana")
    events.revoke("e1")
    events.close()


def test_changed_articles_are_told_to_everybody_once() -> None:
    async def run() -> None:
        events = Events()
        ana, budi = events.subscribe("ana", "e1"), events.subscribe("budi", "e2")
        assert not ana.take_articles()
        events.articles_changed()
        events.articles_changed()
        assert await ana.wait(10)
        assert await budi.wait(10)
        assert [ana.take_articles(), budi.take_articles(), ana.take_articles()] == [True, True, False]

    asyncio.run(run())
