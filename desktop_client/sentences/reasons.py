"""What every reason says to a person: what happened, what is safe, what to do now. The one table for windows and command line.

A sentence is put together from whole sentences, never from pieces of them, so that each can be translated by itself. Qt Linguist's
`lupdate` finds the texts by the mark QT_TRANSLATE_NOOP; the windows hand in Qt's translation, the command line speaks English.
"""

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.sentences.mark import QT_TRANSLATE_NOOP

CONTEXT = "Sentences"
"""Under which Qt Linguist keeps the texts."""


@dataclass(frozen=True)
class Sentence:
    """`title` is the first sentence, without its full stop; `text` is the rest, perhaps ""."""

    title: str
    text: str

    def whole(self) -> str:
        """Both in one line."""
        return f"{self.title}. {self.text}".strip()


@dataclass(frozen=True)
class Forms:
    """How sizes and numbers are written: the windows hand in the locale's way."""

    size: Callable[[int], str]
    number: Callable[[int], str]


def english_size(size_bytes: int) -> str:
    """Bytes as people say them, such as "3.5 MB"."""
    size = float(size_bytes)
    units = ["bytes", "kB", "MB", "GB"]
    while size >= 1000 and len(units) > 1:
        size /= 1000
        units.pop(0)
    digits = f"{size:.1f}".removesuffix(".0") if size < 100 else f"{size:.0f}"
    return f"{digits} {units[0]}"


ENGLISH = Forms(size=english_size, number=lambda number: f"{number:,}")


class Shared(Enum):
    """Sentences that many reasons share; some depend on what is saved and whether Sigap tries again by itself."""

    SAVED = "what is kept"
    SAFE = "what is kept, or that nothing was changed"
    BY_ITSELF = "when Sigap tries again, if it does"
    RETRY = "when it is tried again"
    THEN_RETRY = "what to do after the step before"


SAVED = {
    "report": QT_TRANSLATE_NOOP("Sentences", "Your report is saved on this computer."),
    "reply": QT_TRANSLATE_NOOP("Sentences", "Your reply is saved on this computer."),
}
NEXT_TRY = QT_TRANSLATE_NOOP("Sentences", "Next try {when}.")
LATER = QT_TRANSLATE_NOOP("Sentences", "Try again later.")
THEN = QT_TRANSLATE_NOOP("Sentences", "Then try again.")
TEXT_KEPT = QT_TRANSLATE_NOOP("Sentences", "Your text is still here.")
REST_KEPT = QT_TRANSLATE_NOOP("Sentences", "Everything else is kept.")
ADD_AGAIN = QT_TRANSLATE_NOOP("Sentences", "Add it again.")
UNCHANGED = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed.")
NEW_CODE = QT_TRANSLATE_NOOP("Sentences", "Ask {desk} for a new code.")
WITHOUT = QT_TRANSLATE_NOOP("Sentences", "You can send without one.")
TELL = QT_TRANSLATE_NOOP("Sentences", "Tell {desk} if it goes on: {ref}.")
BROWSER = QT_TRANSLATE_NOOP("Sentences", "Sign in with your browser.")
CHECK_ADDRESS = QT_TRANSLATE_NOOP("Sentences", "Check the address.")
SEE_HELP = QT_TRANSLATE_NOOP("Sentences", "See sigap --help.")
NOT_DONE = QT_TRANSLATE_NOOP("Sentences", "Nothing was done.")
CHANGE_OR_KEEP = QT_TRANSLATE_NOOP("Sentences", "Change and resend it, or save it as a file.")
DEFAULT_DESK = QT_TRANSLATE_NOOP("Sentences", "the help desk")


@dataclass(frozen=True)
class Words:
    """The sentences of one cause. `bare` is the title where the data that `title` needs are not there, `one` that for the number 1.

    A sentence of `rest` whose data are not there is left out.
    """

    title: str
    rest: tuple[str | Shared, ...] = ()
    bare: str = ""
    one: str = ""


SENTENCES: Mapping[Cause, Words] = {
    Cause.UNREACHABLE: Words(
        QT_TRANSLATE_NOOP("Sentences", "Not connected to {company} yet."),
        (Shared.SAVED, Shared.RETRY),
        bare=QT_TRANSLATE_NOOP("Sentences", "Not connected yet."),
    ),
    Cause.CONNECTION_BROKE: Words(
        QT_TRANSLATE_NOOP("Sentences", "The connection broke with {percent}% sent."),
        (Shared.SAVED, Shared.RETRY),
        bare=QT_TRANSLATE_NOOP("Sentences", "The connection broke."),
    ),
    Cause.SLOW: Words(
        QT_TRANSLATE_NOOP("Sentences", "The connection broke with {percent}% sent."),
        (Shared.SAVED, Shared.RETRY),
        bare=QT_TRANSLATE_NOOP("Sentences", "The server didn't answer in time."),
    ),
    Cause.PORTAL: Words(
        QT_TRANSLATE_NOOP("Sentences", "This network asks for a sign-in."),
        (Shared.SAVED, BROWSER, Shared.THEN_RETRY),
    ),
    Cause.PROXY_SIGN_IN: Words(
        QT_TRANSLATE_NOOP("Sentences", "The company proxy asks for a sign-in."),
        (Shared.SAVED, BROWSER, Shared.THEN_RETRY),
    ),
    Cause.SERVER_PROBLEM: Words(
        QT_TRANSLATE_NOOP("Sentences", "The server of {company} has a problem."),
        (Shared.SAVED, Shared.RETRY, TELL),
        bare=QT_TRANSLATE_NOOP("Sentences", "The server has a problem."),
    ),
    Cause.SERVER_FULL: Words(
        QT_TRANSLATE_NOOP("Sentences", "The server of {company} has a problem."),
        (Shared.SAVED, Shared.RETRY, TELL),
        bare=QT_TRANSLATE_NOOP("Sentences", "The server has a problem."),
    ),
    Cause.SERVER_BUSY: Words(QT_TRANSLATE_NOOP("Sentences", "The server is busy."), (Shared.SAVED, Shared.RETRY)),
    Cause.CERTIFICATE: Words(
        QT_TRANSLATE_NOOP("Sentences", "Sigap can't be sure this is {company}."),
        (Shared.SAVED, QT_TRANSLATE_NOOP("Sentences", "Nothing was sent."), QT_TRANSLATE_NOOP("Sentences", "Tell {desk}.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "Sigap can't be sure this is the right server."),
    ),
    Cause.CLOCK: Words(
        QT_TRANSLATE_NOOP("Sentences", "This computer's clock is {difference} off."),
        (Shared.SAVED, QT_TRANSLATE_NOOP("Sentences", "Set the time to automatic."), Shared.THEN_RETRY),
        bare=QT_TRANSLATE_NOOP("Sentences", "This computer's clock is wrong."),
    ),
    Cause.NOT_OURS: Words(
        QT_TRANSLATE_NOOP("Sentences", "{host} is not a Sigap server."),
        (Shared.SAFE, CHECK_ADDRESS, Shared.BY_ITSELF),
        bare=QT_TRANSLATE_NOOP("Sentences", "This is not a Sigap server."),
    ),
    Cause.ADDRESS: Words(
        QT_TRANSLATE_NOOP("Sentences", "Sigap can't use the address {address}."),
        (UNCHANGED, CHECK_ADDRESS),
        bare=QT_TRANSLATE_NOOP("Sentences", "Sigap can't use this address."),
    ),
    Cause.NOT_ENROLLED: Words(
        QT_TRANSLATE_NOOP("Sentences", "This computer isn't registered yet."),
        (Shared.SAVED, QT_TRANSLATE_NOOP("Sentences", "Enter the code from {desk}.")),
    ),
    Cause.REVOKED: Words(QT_TRANSLATE_NOOP("Sentences", "This computer is no longer registered."), (Shared.SAVED, NEW_CODE)),
    Cause.CODE_WRONG: Words(
        QT_TRANSLATE_NOOP("Sentences", "This code doesn't work."),
        (UNCHANGED, QT_TRANSLATE_NOOP("Sentences", "Check each letter."), THEN),
    ),
    Cause.CODE_USED: Words(QT_TRANSLATE_NOOP("Sentences", "This code has been used."), (UNCHANGED, NEW_CODE)),
    Cause.CODE_EXPIRED: Words(QT_TRANSLATE_NOOP("Sentences", "This code has expired."), (UNCHANGED, NEW_CODE)),
    Cause.TOO_MANY_TRIES: Words(
        QT_TRANSLATE_NOOP("Sentences", "Too many tries. Wait {n} minutes."),
        (THEN,),
        bare=QT_TRANSLATE_NOOP("Sentences", "Too many tries. Wait a few minutes."),
        one=QT_TRANSLATE_NOOP("Sentences", "Too many tries. Wait 1 minute."),
    ),
    Cause.WAITING_ELSEWHERE: Words(
        QT_TRANSLATE_NOOP("Sentences", "{n} reports still wait for the server before this one."),
        (UNCHANGED, QT_TRANSLATE_NOOP("Sentences", "Let them go out first, or send them to the new server.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "Reports still wait for the server before this one."),
        one=QT_TRANSLATE_NOOP("Sentences", "1 report still waits for the server before this one."),
    ),
    Cause.REFUSED: Words(
        QT_TRANSLATE_NOOP("Sentences", "Not accepted: {detail}."),
        (Shared.SAVED, CHANGE_OR_KEEP),
        bare=QT_TRANSLATE_NOOP("Sentences", "Not accepted by the server."),
    ),
    Cause.CONFLICT: Words(
        QT_TRANSLATE_NOOP("Sentences", "{number} was already sent with other text."),
        (Shared.SAVED, QT_TRANSLATE_NOOP("Sentences", "Send the new text as a reply.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "This was already sent with other text."),
    ),
    Cause.LIMIT_REACHED: Words(
        QT_TRANSLATE_NOOP("Sentences", "{company} takes no more for now: a limit is reached."),
        (Shared.SAVED, Shared.RETRY, QT_TRANSLATE_NOOP("Sentences", "If it is urgent, call {desk}.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "The server takes no more for now: a limit is reached."),
    ),
    Cause.SUBJECT_EMPTY: Words(
        QT_TRANSLATE_NOOP("Sentences", "Say what is wrong."), (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "One line is enough."))
    ),
    Cause.SUBJECT_TOO_LONG: Words(
        QT_TRANSLATE_NOOP("Sentences", "The first box holds {n} letters."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Move the rest to Details.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "The first box can't hold that much."),
    ),
    Cause.TEXT_TOO_LONG: Words(
        QT_TRANSLATE_NOOP("Sentences", "The text may have {n} letters."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Shorten it, or add the rest as a file.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "The text is too long."),
    ),
    Cause.CHARACTERS_REMOVED: Words(
        QT_TRANSLATE_NOOP("Sentences", "Some characters can't be sent and were removed."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Read it over, then send.")),
    ),
    Cause.TOO_MANY_FILES: Words(
        QT_TRANSLATE_NOOP("Sentences", "A report holds {n} pictures and files."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Leave some out, or put files into one zip.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "These are too many pictures and files."),
    ),
    Cause.FILE_MISSING: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} is no longer there."), (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Choose it again."))
    ),
    Cause.FILE_UNREADABLE: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} can't be opened."),
        (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Close it in other apps, or choose another.")),
    ),
    Cause.FILE_EMPTY: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} is empty."), (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Save it first."), ADD_AGAIN)
    ),
    Cause.FILE_FOLDER: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} is a folder."),
        (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Add the files in it, or a zip.")),
    ),
    Cause.FILE_NOT_REGULAR: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} isn't an ordinary file."), (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Choose another."))
    ),
    Cause.FILE_TOO_LARGE: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} is {size}, the limit {limit}."),
        (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Add a smaller one, or write where it is.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "This file is too large."),
    ),
    Cause.FILE_CHANGING: Words(
        QT_TRANSLATE_NOOP("Sentences", "{file} is still being written."),
        (REST_KEPT, QT_TRANSLATE_NOOP("Sentences", "Wait a moment."), ADD_AGAIN),
    ),
    Cause.REPORT_TOO_LARGE: Words(
        QT_TRANSLATE_NOOP("Sentences", "The report is {size}, the limit {limit}."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Leave some pictures out.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "The report is too large."),
    ),
    Cause.NO_SUCH_ARTICLE: Words(
        QT_TRANSLATE_NOOP("Sentences", "No article {article}."),
        bare=QT_TRANSLATE_NOOP("Sentences", "This article isn't here."),
    ),
    Cause.NO_SUCH_TICKET: Words(
        QT_TRANSLATE_NOOP("Sentences", "{ticket} isn't one of your tickets."),
        (UNCHANGED,),
        bare=QT_TRANSLATE_NOOP("Sentences", "This isn't one of your tickets."),
    ),
    Cause.UNKNOWN_OPTION: Words(
        QT_TRANSLATE_NOOP("Sentences", "Unknown option {option}."),
        (NOT_DONE, SEE_HELP),
        bare=QT_TRANSLATE_NOOP("Sentences", "Unknown option."),
    ),
    Cause.BAD_VALUE: Words(
        QT_TRANSLATE_NOOP("Sentences", "{option} can't be {value}."),
        (NOT_DONE, SEE_HELP),
        bare=QT_TRANSLATE_NOOP("Sentences", "This value is not possible."),
    ),
    Cause.SET_BY_COMPANY: Words(QT_TRANSLATE_NOOP("Sentences", "This is set by your company."), (UNCHANGED,)),
    Cause.PROFILE_READ_ONLY: Words(
        QT_TRANSLATE_NOOP("Sentences", "Sigap can't save here."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Save the report as a file, and tell {desk}.")),
    ),
    Cause.PROFILE_NEWER: Words(
        QT_TRANSLATE_NOOP("Sentences", "This folder was made by a newer Sigap."),
        (UNCHANGED, QT_TRANSLATE_NOOP("Sentences", "Update Sigap.")),
    ),
    Cause.PROFILE_OTHER_USER: Words(
        QT_TRANSLATE_NOOP("Sentences", "This folder belongs to {owner}."),
        (UNCHANGED, QT_TRANSLATE_NOOP("Sentences", "Start Sigap with your own.")),
        bare=QT_TRANSLATE_NOOP("Sentences", "This folder belongs to somebody else."),
    ),
    Cause.DISK_FULL: Words(
        QT_TRANSLATE_NOOP("Sentences", "The disk is full."),
        (TEXT_KEPT, QT_TRANSLATE_NOOP("Sentences", "Free {size}, or save the report on another drive.")),
    ),
    Cause.OUTBOX_DAMAGED: Words(
        QT_TRANSLATE_NOOP("Sentences", "Saved reports were damaged: {n} rescued, {m} not."),
        (
            QT_TRANSLATE_NOOP("Sentences", "The old file is kept in {folder}."),
            QT_TRANSLATE_NOOP("Sentences", "Check My tickets."),
        ),
        bare=QT_TRANSLATE_NOOP("Sentences", "Saved reports were damaged."),
    ),
    Cause.CAPTURE_REFUSED: Words(
        QT_TRANSLATE_NOOP("Sentences", "No screenshot: permission was not given."),
        (WITHOUT, QT_TRANSLATE_NOOP("Sentences", "Or take it again.")),
    ),
    Cause.CAPTURE_IMPOSSIBLE: Words(
        QT_TRANSLATE_NOOP("Sentences", "No screenshot is possible here."), (WITHOUT, QT_TRANSLATE_NOOP("Sentences", "Or add a photo."))
    ),
    Cause.KEYRING_LOCKED: Words(
        QT_TRANSLATE_NOOP("Sentences", "Your password store is locked."),
        (Shared.SAVED, QT_TRANSLATE_NOOP("Sentences", "Unlock it."), Shared.THEN_RETRY),
    ),
    Cause.NO_KEYRING: Words(
        QT_TRANSLATE_NOOP("Sentences", "No password store here."),
        (QT_TRANSLATE_NOOP("Sentences", "Sigap keeps its key in a file only you can read."),),
    ),
    Cause.ALREADY_RUNNING: Words(
        QT_TRANSLATE_NOOP("Sentences", "Sigap is already running."), (QT_TRANSLATE_NOOP("Sentences", "Its panel is open now."),)
    ),
    Cause.NO_SCREEN: Words(
        QT_TRANSLATE_NOOP("Sentences", "Sigap finds no screen to show its windows on."),
        (NOT_DONE, QT_TRANSLATE_NOOP("Sentences", "To report from here: sigap report --subject.")),
    ),
    Cause.ASSIST_OVER: Words(QT_TRANSLATE_NOOP("Sentences", "This request has ended. Nothing was shared.")),
    Cause.TOOL_MISSING: Words(
        QT_TRANSLATE_NOOP("Sentences", "{tool} is not installed on this computer."),
        (QT_TRANSLATE_NOOP("Sentences", "Choose another way, or ask {desk} for it."),),
    ),
    Cause.TOOL_NOT_TRUSTED: Words(
        QT_TRANSLATE_NOOP("Sentences", "The {tool} on this computer doesn't come from its maker, so it wasn't opened."),
        (QT_TRANSLATE_NOOP("Sentences", "Tell {desk}."),),
    ),
    Cause.TOOL_DID_NOT_START: Words(
        QT_TRANSLATE_NOOP("Sentences", "{tool} didn't start. Nothing was shared."),
        (Shared.THEN_RETRY,),
    ),
    Cause.TOOL_TELLS_NO_CODE: Words(
        QT_TRANSLATE_NOOP("Sentences", "{tool} doesn't tell its code."),
        (QT_TRANSLATE_NOOP("Sentences", "Copy it from the window of {tool} and paste it here."),),
    ),
    Cause.TOOL_CODE_WRONG: Words(
        QT_TRANSLATE_NOOP("Sentences", "This is not a code of {tool}."),
        (QT_TRANSLATE_NOOP("Sentences", "Copy it again from the window of {tool}."),),
    ),
    Cause.UNEXPECTED: Words(QT_TRANSLATE_NOOP("Sentences", "Something went wrong inside Sigap."), (Shared.SAVED, Shared.RETRY, TELL)),
}
"""Every cause. The first sentence is the title."""

UNITS = (
    (120, 1, QT_TRANSLATE_NOOP("Sentences", "{n} seconds")),
    (7200, 60, QT_TRANSLATE_NOOP("Sentences", "{n} minutes")),
    (172_800, 3600, QT_TRANSLATE_NOOP("Sentences", "{n} hours")),
    (float("inf"), 86_400, QT_TRANSLATE_NOOP("Sentences", "{n} days")),
)
"""Spans of time, each unit from two on, so that none needs a plural."""

BOX = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c"}
"""Characters that turn the writing's direction: in a file's name they could make a sentence say something else."""
LONGEST_NAME = 120


def english(text: str) -> str:
    """No translation."""
    return text


def sentence(
    reason: Reason,
    *,
    desk: str,
    company: str,
    translate: Callable[[str], str] = english,
    saved: Literal["report", "reply"] | None = None,
    next_try: str | None = None,
    kept: bool = True,
    forms: Forms = ENGLISH,
) -> Sentence:
    """The reason in words.

    `desk` and `company` as the backend calls itself ("" where unknown); `saved` says what is kept on this computer, if anything;
    `next_try` is the time in words, such as "in 5 minutes", where Sigap tries again by itself. `kept` is whether what was being written
    is still there to be seen, as in a window.
    """
    words = SENTENCES[reason.cause]
    data = _data(reason, forms, translate)
    data["desk"] = desk or translate(DEFAULT_DESK)
    if company:
        data["company"] = shown(company)
    if next_try:
        data["when"] = next_try
    title = words.one if words.one and data.get("n") == forms.number(1) else words.title
    if not _needs(title) <= data.keys():
        title = words.bare or title
    by_itself = reason.cure is Cure.TIME and next_try is not None
    rest = [
        template for part in words.rest if (template := _template(part, saved, by_itself=by_itself)) and _needs(template) <= data.keys()
    ]
    if not kept:
        rest = [NOT_DONE if template in {TEXT_KEPT, REST_KEPT} else template for template in rest]
    filled = translate(title).format_map(_Filled(data))
    return Sentence(filled.removesuffix("."), " ".join(translate(template).format_map(data) for template in rest))


def _template(part: str | Shared, saved: str | None, *, by_itself: bool) -> str | None:
    match part:
        case Shared.SAVED:
            return SAVED[saved] if saved else None
        case Shared.SAFE:
            return SAVED[saved] if saved else UNCHANGED
        case Shared.BY_ITSELF:
            return NEXT_TRY if by_itself else None
        case Shared.RETRY:
            return NEXT_TRY if by_itself else (None if saved else LATER)
        case Shared.THEN_RETRY:
            return NEXT_TRY if by_itself else THEN
        case _:
            return part


def _needs(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def _data(reason: Reason, forms: Forms, translate: Callable[[str], str]) -> dict[str, str]:
    """The reason's data under the names that the sentences use, ready to be read; empty texts count as missing."""
    said: dict[str, str] = {}
    for name, value in reason.data.items():
        match name, value:
            case ("size_bytes", int() | float()):
                said["size"] = forms.size(int(value))
            case ("limit_bytes", int() | float()):
                said["limit"] = forms.size(int(value))
            case ("difference_s", int() | float()):
                said["difference"] = span(abs(value), forms.number, translate)
            case ("wait_s", int() | float()):
                said["n"] = forms.number(max(1, -(-int(value) // 60)))
            case ("limit" | "count" | "rescued", int() | float()):
                said["n"] = forms.number(int(value))
            case ("lost", int() | float()):
                said["m"] = forms.number(int(value))
            case _, int() | float():
                said[name] = forms.number(round(value))
            case _, str() if line := shown(value):
                said[name] = line.removesuffix(".") if name == "detail" else line
    return said


def span(seconds: float, number: Callable[[int], str], translate: Callable[[str], str]) -> str:
    """A span of time in words, "41 seconds", "3 minutes"."""
    size, template = next((size, template) for below, size, template in UNITS if seconds < below)
    return translate(template).format(n=number(round(seconds / size)))


def shown(text: str) -> str:
    """A name as it can stand in a sentence: one line, in its own direction, not endless."""
    encodable = text.encode("utf-8", "replace").decode()
    line = "".join(letter if letter.isprintable() and letter not in BOX else "\ufffd" for letter in encodable)
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"


class _Filled(dict[str, str]):
    """What a title needs and nobody gave shows as a dash: a sentence with a hole is better than none."""

    def __missing__(self, key: str) -> str:
        return "–"
