"""What the page says when something is refused, and what to do then: one sentence for each code."""

from contract.problems import STATUS, Code
from server_stub.console.asked import Asked
from server_stub.refusals import RefusalError


def gettext_noop(text: str) -> str:
    """Marks a text of a table for translation."""
    return text


N_ = gettext_noop

SENTENCES: dict[Code, str] = {
    Code.BAD_REQUEST: N_("The browser sent something that can't be read. Nothing was changed. Load the page again."),
    Code.INVALID: N_("Something in it doesn't fit. Nothing was changed. Check what you typed and try again."),
    Code.CODE_WRONG: N_("This name and password don't belong together."),
    Code.NOT_FOUND: N_("There is nothing here. It may have been removed, or the address has a typing mistake."),
    Code.METHOD_NOT_ALLOWED: N_("This address can't be used in that way. Nothing was changed."),
    Code.CONFLICT: N_("Somebody was faster. Nothing was changed. Load the page again to see how it stands."),
    Code.ASSIST_OVER: N_("This session of remote help is over."),
    Code.TOO_LARGE: N_("This is too large. Nothing was changed."),
    Code.LIMIT_REACHED: N_("The limit is reached. Nothing was changed. Try again later."),
    Code.STORAGE_FULL: N_("The backend's disk is full. Nothing was changed. Tell whoever looks after the backend."),
    Code.UNAVAILABLE: N_("The backend can't answer right now. Nothing was changed. Try again in a minute."),
    Code.INTERNAL: N_("Something went wrong in the backend. Try again; if it stays, tell whoever looks after it this reference."),
    Code.CHECKSUM_MISMATCH: N_("The file arrived damaged. Nothing was changed. Add it again."),
    Code.UNSUPPORTED_MEDIA_TYPE: N_("A file of this kind can't be used here. Nothing was changed."),
}
LEADS_ONLY = N_("This needs the role of a lead.")
NOT_FROM_HERE = N_("This page is from an earlier sign-in, or the request came from another page. Nothing was changed. Load the page again.")
SIGNED_OUT = N_("You are signed out. Nothing was changed.")


class SignedOutError(Exception):
    """Nobody is signed in, and the address needs somebody."""


class NotAllowedError(Exception):
    """Refused for who asks or from where; the text is the sentence."""


def sentence(asked: Asked, refusal: RefusalError) -> str:
    """What is said about a refusal, in the reader's language."""
    if refusal.code is Code.TOO_MANY_TRIES:
        return tries(asked, refusal.retry_after_s or 60)
    return asked.gettext(SENTENCES.get(refusal.code, SENTENCES[Code.BAD_REQUEST]))


def tries(asked: Asked, wait_s: int) -> str:
    """The wait after too many tries, in whole minutes."""
    minutes = -(-wait_s // 60)
    said = asked.ngettext(
        "Too many tries. Signing in is possible again in {minutes} minute.",
        "Too many tries. Signing in is possible again in {minutes} minutes.",
        minutes,
    )
    return said.format(minutes=minutes)


def status_of(error: Exception) -> int:
    """The answer's status."""
    if isinstance(error, RefusalError):
        return STATUS[error.code]
    if isinstance(error, SignedOutError):
        return 401
    return 403 if isinstance(error, NotAllowedError) else 500
