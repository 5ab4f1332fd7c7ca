"""The words of remote help in the person's language: the tables of `sentences/assist.py`, filled in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from contract.assist import LONGEST_S, Ability, End
from desktop_client.screens.assist import Asker, ReceiptView, SentenceView, ToolView
from desktop_client.screens.assist_lines import AssistLine
from desktop_client.sentences.assist import ABILITIES, CONTEXT, ELSEWHERE, ENDS, LIMITS, NO_LIMIT, ROLES, SENTENCES, STEPS, WHERE
from desktop_client.sentences.reasons import CONTEXT as REASONS
from desktop_client.sentences.reasons import shown, span
from desktop_client.ui.words import clock_time, number

MINUTE_S, HOUR_S = 60, 3600
ABILITY_ICONS = {Ability.VIEW: "eye", Ability.CONTROL: "mouse", Ability.FILES: "file", Ability.CLIPBOARD: "clipboard"}
ORDER = tuple(Ability)


def _said(text: str, **values: str) -> str:
    """One text of the tables; names are shown as what they are, whatever is in them."""
    clean = {name: shown(value) for name, value in values.items()}
    return QCoreApplication.translate(CONTEXT, text).format_map(clean)


def in_order(can: Sequence[Ability]) -> tuple[Ability, ...]:
    """Each ability once, seeing first."""
    return tuple(ability for ability in ORDER if ability in can)


def asks(ability: Ability, name: str) -> str:
    """What consent says: "Budi sees your whole screen"."""
    return _said(ABILITIES[ability].asks, name=name)


def short(ability: Ability) -> str:
    """What the bar says: "mouse and keyboard"."""
    return _said(ABILITIES[ability].short)


def allowed(ability: Ability) -> str:
    """What the receipt says: "Use your mouse and keyboard"."""
    return _said(ABILITIES[ability].allowed)


def limits(tool: ToolView, name: str, desk: str) -> tuple[str, ...]:
    """What Sigap can't limit in a tool, one sentence each; keys that nobody has words for are left out."""
    keys = list(dict.fromkeys((*tool.limits, *(() if tool.closes else ("cannot-close",)))))
    minutes = number(LONGEST_S // MINUTE_S)
    texts = (NO_LIMIT, *(LIMITS[key] for key in keys if key in LIMITS))
    return tuple(_said(text, tool=tool.name, name=name, desk=desk, minutes=minutes) for text in texts)


def where(key: str, tool: str) -> str:
    """Where a tool's code is found, for the middle of a sentence."""
    return _said(WHERE.get(key, WHERE[ELSEWHERE]), tool=tool)


def end_words(end: End, *, tool: str, name: str, desk: str) -> str:
    """How a session ended: "You, with Stop"."""
    return _said(ENDS.get(end, ENDS[End.UNKNOWN]), tool=tool, name=name, desk=desk)


def told(view: SentenceView) -> tuple[str, str]:
    """Title and text of an end with nothing to account for."""
    words = SENTENCES[view.key]
    title = _said(words.title, name=view.name, tool=view.tool)
    return title, _said(words.text, name=view.name, tool=view.tool) if words.text else ""


def step(line: AssistLine, desk: str) -> str:
    """One step of a session, between the messages of a ticket."""
    return _said(STEPS[line.key], name=line.name, tool=line.tool, desk=desk)


def who(asker: Asker) -> str:
    """What somebody at the desk is: "Technician, IT Support Jakarta"; a title that names the role itself stands alone."""
    role = QCoreApplication.translate(CONTEXT, ROLES[asker.role]) if asker.role in ROLES else ""
    title = shown(asker.title)
    says_role = any(word.casefold() in title.casefold() for word in (role, "technician", "teknisi") if word)
    return title if says_role else ", ".join(part for part in (role, title) if part)


def elapsed(seconds: int) -> str:
    """A span as one says it: "14 minutes"."""
    return span(seconds, number, lambda text: QCoreApplication.translate(REASONS, text))


def span_of(receipt: ReceiptView) -> str:
    """Day and times: "24 November, 10:55–11:09"."""
    begun = receipt.begun.astimezone()
    day = QLocale().toString(QDate(begun.year, begun.month, begun.day), "d MMMM")
    until = f"–{clock_time(receipt.ended)}" if receipt.ended is not None else ""
    return f"{day}, {clock_time(receipt.begun)}{until}"


def running_time(seconds: int) -> str:
    """A running clock: "06:42", over an hour "1:06:42"."""
    hours, rest = divmod(seconds, HOUR_S)
    minutes, rest = divmod(rest, MINUTE_S)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
