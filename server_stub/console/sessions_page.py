"""Where somebody is signed in, and how to end that."""

from litestar.types import ASGIApp

from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.browsers import shown_browser
from server_stub.console.pages import HOME, back, page
from server_stub.console.route import EVERYONE, Route
from server_stub.console.way import Way
from server_stub.identity.ending import Ended
from server_stub.refusals import RefusalError

PAGE = f"{HOME}sessions"


async def sessions(asked: Asked, way: Way) -> ASGIApp:
    """The list; this one is marked."""
    found = await way.run(way.web_sessions.list, asked.account.id)
    return page(asked, "sessions.html", sessions=[(one, shown_browser(one.agent)) for one in found])


async def end_session(asked: Asked, way: Way) -> ASGIApp:
    """Ends one of one's own. Raises `RefusalError` not-found for anybody else's."""
    own = {one.id for one in await way.run(way.web_sessions.list, asked.account.id)}
    if asked.path("session") not in own:
        raise RefusalError(Code.NOT_FOUND)
    await way.run(way.web_sessions.end, asked.path("session"), Ended.BY_OWNER)
    return back(asked, PAGE)


async def end_others(asked: Asked, way: Way) -> ASGIApp:
    """Ends all but this one."""
    await way.run(way.web_sessions.end_others, asked.account.id, asked.session_id)
    return back(asked, PAGE)


ROUTES = (
    Route("GET", "/sessions", "sessions", sessions, EVERYONE),
    Route("POST", "/sessions/{session}/end", "end-session", end_session, EVERYONE),
    Route("POST", "/sessions/end-others", "end-other-sessions", end_others, EVERYONE),
)
