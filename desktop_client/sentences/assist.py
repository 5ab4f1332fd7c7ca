"""Words of remote help: what a tool can do, what Sigap can't limit in it, where its code is found, and how a session ended.

Tables by key, marked for Qt Linguist in the context `CONTEXT`; braces name what the window fills in: {name} the technician, {tool},
{desk} the help desk as the company calls it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from contract.assist import Ability, End
from desktop_client.sentences.mark import QT_TRANSLATE_NOOP

CONTEXT = "Assist"


@dataclass(frozen=True)
class AbilityWords:
    """An ability before consent (`asks`), on the bar (`short`), and on the receipt (`allowed`)."""

    asks: str
    short: str
    allowed: str


ABILITIES: Mapping[Ability, AbilityWords] = {
    Ability.VIEW: AbilityWords(
        QT_TRANSLATE_NOOP("Assist", "{name} sees your whole screen"),
        QT_TRANSLATE_NOOP("Assist", "screen"),
        QT_TRANSLATE_NOOP("Assist", "See your screen"),
    ),
    Ability.CONTROL: AbilityWords(
        QT_TRANSLATE_NOOP("Assist", "{name} can use your mouse and keyboard"),
        QT_TRANSLATE_NOOP("Assist", "mouse and keyboard"),
        QT_TRANSLATE_NOOP("Assist", "Use your mouse and keyboard"),
    ),
    Ability.FILES: AbilityWords(
        QT_TRANSLATE_NOOP("Assist", "{name} can exchange files with this computer"),
        QT_TRANSLATE_NOOP("Assist", "files"),
        QT_TRANSLATE_NOOP("Assist", "Exchange files"),
    ),
    Ability.CLIPBOARD: AbilityWords(
        QT_TRANSLATE_NOOP("Assist", "{name} can share copy and paste with you"),
        QT_TRANSLATE_NOOP("Assist", "copy and paste"),
        QT_TRANSLATE_NOOP("Assist", "Share copy and paste"),
    ),
}

NO_LIMIT = QT_TRANSLATE_NOOP("Assist", "{tool} shows {name} your whole screen. Sigap can't limit what is shown or used there.")
"""Said of every tool."""

LIMITS: Mapping[str, str] = {
    "administrator-prompts": QT_TRANSLATE_NOOP(
        "Assist", "Questions for an administrator stay hidden from {name}. Never say or type a password because of them."
    ),
    "administrator-rights": QT_TRANSLATE_NOOP("Assist", "{tool} may ask for an administrator. Then {name} could change this computer."),
    "own-consent": QT_TRANSLATE_NOOP("Assist", "{tool} asks you once more in its own window before {name} gets in."),
    "unattended": QT_TRANSLATE_NOOP("Assist", "Never set a password for lasting access in {tool}: nobody at {desk} needs one."),
    "cannot-close": QT_TRANSLATE_NOOP(
        "Assist", "Sigap can't close {tool}: you close it yourself at the end. After {minutes} minutes the session ends in any case."
    ),
    "cannot-watch": QT_TRANSLATE_NOOP("Assist", "Sigap can't see when {tool} ends."),
    "relay": QT_TRANSLATE_NOOP("Assist", "The picture goes through the servers of {tool}'s maker."),
    "company-tool": QT_TRANSLATE_NOOP("Assist", "{tool} was chosen by your company. Sigap doesn't know all that it can do."),
}
"""What Sigap can't limit in a tool, beside what is said of all, by the keys of `Tool.limits`."""

WHERE: Mapping[str, str] = {
    "anydesk-address": QT_TRANSLATE_NOOP("Assist", "at the top of the AnyDesk window, under “This Desk”"),
    "teamviewer-id": QT_TRANSLATE_NOOP("Assist", "in the TeamViewer window, under “Your ID”"),
    "chrome-code": QT_TRANSLATE_NOOP("Assist", "on the page that has opened, after you clicked “Generate code”"),
    "rustdesk-id": QT_TRANSLATE_NOOP("Assist", "in the RustDesk window, under “ID”"),
    "quick-assist-code": QT_TRANSLATE_NOOP("Assist", "in the field “Security code from assistant” of Quick Assist"),
    "tool-window": QT_TRANSLATE_NOOP("Assist", "in the window of {tool}"),
}
"""Where a tool's code is found, by the keys of `Tool.where`; it stands in the middle of a sentence."""

ELSEWHERE = "tool-window"
"""For a tool that names no place."""

ENDS: Mapping[End, str] = {
    End.STOPPED: QT_TRANSLATE_NOOP("Assist", "You, with Stop"),
    End.TOOL_ENDED: QT_TRANSLATE_NOOP("Assist", "{tool} was closed"),
    End.TOOL_FAILED: QT_TRANSLATE_NOOP("Assist", "{tool} didn't start"),
    End.CLIENT_ENDED: QT_TRANSLATE_NOOP("Assist", "Sigap was closed"),
    End.LOCKED: QT_TRANSLATE_NOOP("Assist", "The computer was locked"),
    End.TIME_UP: QT_TRANSLATE_NOOP("Assist", "The time was up"),
    End.NOT_OUR_HELP_DESK: QT_TRANSLATE_NOOP("Assist", "You: this was not {desk}"),
    End.TECHNICIAN: QT_TRANSLATE_NOOP("Assist", "{name} ended it"),
    End.WORDS_DIFFER: QT_TRANSLATE_NOOP("Assist", "{name}: the two words were not the same"),
    End.TICKET_CLOSED: QT_TRANSLATE_NOOP("Assist", "The ticket was closed"),
    End.SILENT: QT_TRANSLATE_NOOP("Assist", "The connection was lost"),
    End.DECLINED: QT_TRANSLATE_NOOP("Assist", "You declined"),
    End.EXPIRED: QT_TRANSLATE_NOOP("Assist", "Nobody answered in time"),
    End.UNKNOWN: QT_TRANSLATE_NOOP("Assist", "It ended"),
}
"""How a session ended, as a receipt says it."""


@dataclass(frozen=True)
class Told:
    """A title of one sentence, and what stands below it."""

    title: str
    text: str = ""


NOTHING_SHARED = QT_TRANSLATE_NOOP("Assist", "Nothing was shared.")

SENTENCES: Mapping[str, Told] = {
    "declined": Told(QT_TRANSLATE_NOOP("Assist", "You declined."), NOTHING_SHARED),
    "expired": Told(QT_TRANSLATE_NOOP("Assist", "This request has ended."), NOTHING_SHARED),
    "over": Told(QT_TRANSLATE_NOOP("Assist", "This request has ended."), NOTHING_SHARED),
    "withdrawn": Told(QT_TRANSLATE_NOOP("Assist", "{name} withdrew the request."), NOTHING_SHARED),
    "words-differ": Told(
        QT_TRANSLATE_NOOP("Assist", "The two words were not the same."),
        QT_TRANSLATE_NOOP("Assist", "{name} said so and ended the request. Nothing was shared."),
    ),
    "ticket-closed": Told(QT_TRANSLATE_NOOP("Assist", "The ticket was closed, so the request has ended."), NOTHING_SHARED),
    "tool-failed": Told(
        QT_TRANSLATE_NOOP("Assist", "{tool} didn't start. Nothing was shared."),
        QT_TRANSLATE_NOOP("Assist", "{name} sees it on the ticket and can ask again."),
    ),
    "not-ours": Told(
        QT_TRANSLATE_NOOP("Assist", "Nothing is shared any more."),
        QT_TRANSLATE_NOOP("Assist", "The people in charge know."),
    ),
    "not-ours-yet": Told(
        QT_TRANSLATE_NOOP("Assist", "Nothing is shared any more."),
        QT_TRANSLATE_NOOP("Assist", "The people in charge hear of it as soon as Sigap is connected again."),
    ),
}
"""How it ended where there is nothing to account for, by `SentenceView.key`."""

STEPS: Mapping[str, str] = {
    "asked": QT_TRANSLATE_NOOP("Assist", "{name} asked to see your screen"),
    "allowed": QT_TRANSLATE_NOOP("Assist", "You allowed it, with {tool}"),
    "declined": QT_TRANSLATE_NOOP("Assist", "You declined"),
    "expired": QT_TRANSLATE_NOOP("Assist", "Nobody answered in time"),
    "withdrawn": QT_TRANSLATE_NOOP("Assist", "{name} withdrew the request"),
    "words-differ": QT_TRANSLATE_NOOP("Assist", "{name}: the two words were not the same"),
    "ticket-closed": QT_TRANSLATE_NOOP("Assist", "The ticket was closed, so the request ended"),
    "not-ours": QT_TRANSLATE_NOOP("Assist", "You said: this is not {desk}"),
    "tool-failed": QT_TRANSLATE_NOOP("Assist", "{tool} didn't start. Nothing was shared."),
    "over": QT_TRANSLATE_NOOP("Assist", "The request ended. Nothing was shared."),
}
"""The steps of a session between the messages of a ticket, by `AssistLine.key`."""

ROLES: Mapping[str, str] = {
    "technician": QT_TRANSLATE_NOOP("Assist", "Technician"),
    "lead": QT_TRANSLATE_NOOP("Assist", "Lead technician"),
}
"""What somebody at the desk is; of a role that a newer backend adds, nothing is said."""
