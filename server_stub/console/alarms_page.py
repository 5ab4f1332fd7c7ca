"""Alarms of remote help, on every page of every lead until one of them has seen to it."""

from litestar.types import ASGIApp

from server_stub.console.asked import Asked
from server_stub.console.pages import fragment, json_answer
from server_stub.console.route import LEADS, Route
from server_stub.console.way import Way


async def alarms(asked: Asked, way: Way) -> ASGIApp:
    """The banner with those that nobody has confirmed; empty without any."""
    last = await way.run(way.queue.changes, 2**53, 1)
    return fragment(asked, "alarm_banner.html", alarms=await way.run(way.assist.alarms), last=last.last)


async def confirm(asked: Asked, way: Way) -> ASGIApp:
    """A lead has seen it."""
    await way.run(way.assist.confirm_alarm, asked.account, asked.path("alarm"))
    return json_answer({})


ROUTES = (
    Route("GET", "/alarms", "alarms", alarms, LEADS, by_itself=True),
    Route("POST", "/alarms/{alarm}/seen", "alarm-seen", confirm, LEADS),
)
