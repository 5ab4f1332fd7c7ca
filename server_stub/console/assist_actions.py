"""What a technician does in remote help: ask, show the page's key, send a code, withdraw, end, say that the words differ.

The page's script asks and sends what it made; what ends something is a form, so that it works whatever became of the script.
"""

from typing import Any

import msgspec
from litestar.types import ASGIApp

from contract.assist import LIVE, Ability, Commitment, PublicKey, Sealed
from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.pages import back, json_answer
from server_stub.console.route import EVERYONE, Route
from server_stub.console.way import Way
from server_stub.refusals import RefusalError


class Ask(msgspec.Struct, forbid_unknown_fields=True):
    """What the page sends to ask: the commitment to its key, and whether mouse and keyboard are wanted too."""

    commitment: Commitment
    control: bool = False


class Reveal(msgspec.Struct, forbid_unknown_fields=True):
    """The page's public key."""

    key: PublicKey


class SealedCode(msgspec.Struct, forbid_unknown_fields=True):
    """A code of the technician's side, sealed for the computer."""

    code: Sealed


async def ask(asked: Asked, way: Way) -> ASGIApp:
    """Asks, and answers the session's id. The same again is answered alike: an answer may have been lost."""
    number = asked.number()
    sent: Ask = await asked.json(kind=Ask)
    wanted = (Ability.VIEW, Ability.CONTROL) if sent.control else (Ability.VIEW,)
    try:
        made = await way.run(way.assist.ask, asked.account, number, sent.commitment, wanted)
    except RefusalError as refusal:
        if refusal.code is not Code.CONFLICT:
            raise
        sessions = await way.run(way.assist.on_ticket, number)
        same = [one for one in sessions if one.commitment == sent.commitment and one.state in LIVE]
        if not same:
            raise
        made = await way.run(way.assist.of_technician, asked.account, same[0].id)
    return json_answer({"session": made.id})


async def reveal(asked: Asked, way: Way) -> ASGIApp:
    """Passes the page's key on to the computer."""
    sent: Reveal = await asked.json(kind=Reveal)
    await way.run(way.assist.reveal, asked.account, asked.path("session"), sent.key)
    return json_answer({})


async def send_code(asked: Asked, way: Way) -> ASGIApp:
    """Passes a sealed code on to the computer."""
    sent: SealedCode = await asked.json(kind=SealedCode)
    await way.run(way.assist.send_code, asked.account, asked.path("session"), sent.code)
    return json_answer({})


async def withdraw(asked: Asked, way: Way) -> ASGIApp:
    """Takes the request back."""
    return await done(asked, way, way.assist.withdraw)


async def end(asked: Asked, way: Way) -> ASGIApp:
    """Ends the session."""
    return await done(asked, way, way.assist.end)


async def words_differ(asked: Asked, way: Way) -> ASGIApp:
    """Ends everything and alarms."""
    return await done(asked, way, way.assist.words_differ)


async def done(asked: Asked, way: Way, what: Any) -> ASGIApp:
    """Does something with a session and shows how it stands then. In a stale tab it may be over already: the page says so itself."""
    session_id = asked.path("session")
    try:
        await way.run(what, asked.account, session_id)
    except RefusalError as refusal:
        if refusal.code not in {Code.ASSIST_OVER, Code.CONFLICT}:
            raise
    return back(asked, f"/console/assist/{session_id}")


ROUTES = (
    Route("POST", "/tickets/{number}/assist", "assist-ask", ask, EVERYONE),
    Route("POST", "/assist/{session}/reveal", "assist-reveal", reveal, EVERYONE),
    Route("POST", "/assist/{session}/code", "assist-code", send_code, EVERYONE),
    Route("POST", "/assist/{session}/withdraw", "assist-withdraw", withdraw, EVERYONE),
    Route("POST", "/assist/{session}/end", "assist-end", end, EVERYONE),
    Route("POST", "/assist/{session}/differ", "assist-words-differ", words_differ, EVERYONE),
)
