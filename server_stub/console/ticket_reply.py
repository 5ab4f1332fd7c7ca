"""What a technician writes on a ticket: replies and notes, and the drafts of both."""

from typing import Any

import msgspec
from litestar.types import ASGIApp

from contract.ids import new_id
from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.pages import back, json_answer
from server_stub.console.refused import sentence
from server_stub.console.route import EVERYONE, Route
from server_stub.console.shown_values import one_line
from server_stub.console.ticket_page import kind_of, whole_page
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.store.drafts import DraftKind
from server_stub.tickets.conflicts import Newer

DRAFT_BYTES = 1_000_000


class KeptDraft(msgspec.Struct, forbid_unknown_fields=True):
    """A draft as the page sends it."""

    kind: DraftKind
    text: str


async def say(asked: Asked, way: Way) -> ASGIApp:
    """Sends a reply or saves a note: which of them, the form says, and nothing else decides it. What was typed is never lost: for a
    person who reads pages it comes back in its form with the reason, a script keeps it by itself.
    """
    sent = await asked.form()
    number, kind, text = asked.number(), kind_of(sent.get("kind")), sent.get("text").replace("\r\n", "\n")

    def run() -> None:
        if kind is DraftKind.INTERNAL:
            way.handling.note(asked.account, number, text, note_id=sent.get("message"))
        else:
            way.handling.reply(
                asked.account,
                number,
                text,
                sent.get("expected"),
                resolve=sent.get("then") == "resolve",
                anyway=sent.get("anyway") == "1",
                message_id=sent.get("message"),
            )

    try:
        await way.run(run)
    except Newer as newer:
        said = asked.gettext("{name} answered in the meantime. Nothing was sent; your text is still here.").format(
            name=one_line(newer.entries[-1].actor)
        )
        return await refused(asked, way, kind, text, newer, said)
    except RefusalError as refusal:
        if refusal.code is Code.NOT_FOUND:
            raise
        return await refused(asked, way, kind, text, refusal, why(asked, way, refusal, text))
    if not asked.reads_pages:
        return json_answer({"next": new_id()})
    query = sent.get("way")
    return back(asked, f"/console/tickets/{number}?{query}&kind={kind.value}#talk")


def why(asked: Asked, way: Way, refusal: RefusalError, text: str) -> str:
    """Why it wasn't taken, and what to do."""
    most = way.settings.limits.text_letters
    if refusal.code is Code.INVALID and refusal.field == "text":
        if len(text) > most:
            said = asked.gettext(
                "This has {letters} letters, the limit is {most}. Your text is still here. Shorten it, or attach it as a file."
            )
            return said.format(letters=len(text), most=most)
        if not text.strip():
            return asked.gettext("Write something first.")
        return asked.gettext("Some characters can't be sent. Your text is still here. Remove them and try again.")
    return sentence(asked, refusal)


async def refused(asked: Asked, way: Way, kind: DraftKind, text: str, refusal: RefusalError, said: str) -> ASGIApp:
    """The answer to what wasn't taken."""
    newer = refusal if isinstance(refusal, Newer) else None
    status = 409 if newer else 422
    if not asked.reads_pages:
        return json_answer({"sentence": said, "newer": newer is not None}, status)
    last = await way.run(way.queue.last)
    shown: dict[str, Any] = {"newer": newer} if newer else {"refused": said}
    return await whole_page(asked, way, last=last, open_kind=kind, status=status, typed=text, **shown)


async def keep_draft(asked: Asked, way: Way) -> ASGIApp:
    """Keeps what is written so far."""
    sent: KeptDraft = await asked.json(DRAFT_BYTES, KeptDraft)
    await way.run(way.handling.keep_draft, asked.account, asked.number(), sent.kind, sent.text)
    return json_answer({})


async def drafts(asked: Asked, way: Way) -> ASGIApp:
    """Both drafts as they are kept now: a page that was loaded again at once may have been drawn before the last words arrived."""
    number = asked.number()

    def run() -> dict[str, str]:
        return {kind.value: way.handling.draft(asked.account, number, kind).text for kind in DraftKind}

    return json_answer(await way.run(run))


ROUTES = (
    Route("GET", "/tickets/{number}/draft", "ticket-drafts", drafts, EVERYONE),
    Route("POST", "/tickets/{number}/say", "ticket-say", say, EVERYONE),
    Route("POST", "/tickets/{number}/draft", "ticket-draft", keep_draft, EVERYONE),
)
