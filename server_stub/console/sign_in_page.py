"""Signing in and out."""

from litestar.types import ASGIApp

from contract.problems import STATUS, Code
from server_stub.console.asked import Asked
from server_stub.console.cookies import giving, secret_of, taking
from server_stub.console.languages import LANGUAGES
from server_stub.console.pages import HOME, back, own_path, page
from server_stub.console.refused import sentence
from server_stub.console.route import EVERYONE, Route
from server_stub.console.way import Way
from server_stub.refusals import RefusalError

FORM_BYTES = 10_000


async def sign_in_page(asked: Asked, way: Way) -> ASGIApp:
    """The form; who is signed in already goes on."""
    secret = secret_of(asked.request)
    if secret and await way.run(way.web_sessions.who, secret) is not None:
        return back(asked, asked.query("next", HOME))
    read_in(asked, asked.query("language"))
    return form(asked, onward=own_path(asked.query("next", HOME)), left=asked.query("left") == "yes")


async def sign_in(asked: Asked, way: Way) -> ASGIApp:
    """Name and password become a session with a new secret; one that the browser had before ends."""
    sent = await asked.form(FORM_BYTES)
    read_in(asked, sent.get("language"))
    login, onward = sent.get("login").strip(), own_path(sent.get("next", HOME))
    try:
        secret, _ = await way.run(way.web_sessions.sign_in, login, sent.get("password"), asked.address, asked.agent)
    except RefusalError as refusal:
        if refusal.code not in {Code.CODE_WRONG, Code.TOO_MANY_TRIES}:
            raise
        return form(asked, STATUS[refusal.code], onward=onward, login=login, said=sentence(asked, refusal))
    if (before := secret_of(asked.request)) and (signed_in := await way.run(way.web_sessions.who, before)) is not None:
        await way.run(way.web_sessions.end, signed_in.session_id)
    return back(asked, onward, {"Set-Cookie": giving(asked.request, secret)})


async def sign_out(asked: Asked, way: Way) -> ASGIApp:
    """Ends the session; its open pages notice."""
    await way.run(way.web_sessions.end, asked.session_id)
    return back(asked, f"{HOME}sign-in?left=yes", {"Set-Cookie": taking(asked.request)})


def read_in(asked: Asked, language: str) -> None:
    """The language that somebody chose who isn't signed in."""
    if language in LANGUAGES:
        asked.language = language


def form(asked: Asked, status: int = 200, *, onward: str, login: str = "", said: str = "", left: bool = False) -> ASGIApp:
    """The page to sign in."""
    other = next(code for code in LANGUAGES if code != asked.language)
    return page(asked, "sign_in.html", status, onward=onward, login=login, said=said, left=left, other=other)


ROUTES = (
    Route("GET", "/sign-in", "sign-in-page", sign_in_page, None),
    Route("POST", "/sign-in", "sign-in", sign_in, None),
    Route("POST", "/sign-out", "sign-out", sign_out, EVERYONE),
)
