"""What somebody sets for themselves, and how colleagues look."""

from litestar.types import ASGIApp

from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.languages import LANGUAGES
from server_stub.console.pages import HOME, back, json_answer
from server_stub.console.picture_file import picture_file
from server_stub.console.route import EVERYONE, Route
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.store.accounts import Preferences

APPEARANCES = ("system", "light", "dark")


async def keep_preferences(asked: Asked, way: Way) -> ASGIApp:
    """Language, appearance and single-letter keys."""
    sent = await asked.form()
    language, appearance = sent.get("language"), sent.get("appearance")
    if language not in {"", *LANGUAGES} or appearance not in APPEARANCES:
        raise RefusalError(Code.INVALID)
    kept = Preferences(language=language, appearance=appearance, single_keys=sent.get("single_keys") == "yes")
    await way.run(way.accounts.set_preferences, asked.account.id, kept)
    return back(asked, sent.get("next", HOME))


async def session(asked: Asked, _way: Way) -> ASGIApp:
    """For a page that was left alone: whether it still belongs to who is signed in, and the word that its scripts send along."""
    return json_answer({"account": asked.account.id, "csrf": asked.csrf})


async def face(asked: Asked, way: Way) -> ASGIApp:
    """A colleague's picture."""
    found = await way.run(way.accounts.picture, asked.path("account"))
    if found is None:
        raise RefusalError(Code.NOT_FOUND)
    return await picture_file(found, way)


ROUTES = (
    Route("POST", "/account", "keep-preferences", keep_preferences, EVERYONE),
    Route("GET", "/session", "session", session, EVERYONE, by_itself=True),
    Route("GET", "/people/{account}/picture", "face", face, EVERYONE, by_itself=True),
)
