"""What happened on a ticket, as a sentence with an icon: one row for each kind of entry on its timeline."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from server_stub.console.shown_values import Words, one_line


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for marking a text of a table
    """Marks a text for translation."""
    return text


class Step(NamedTuple):
    """How an entry reads; `{actor}` is who did it."""

    icon: str
    sentence: str


STEPS: dict[str, Step] = {
    "received": Step("inbox", N_("{actor} reported it")),
    "message": Step("message", N_("{actor} wrote")),
    "note": Step("lock", N_("{actor} wrote an internal note")),
    "taken": Step("user-check", N_("{actor} took it")),
    "released": Step("user-question", N_("{actor} gave it back")),
    "resolved": Step("circle-check", N_("{actor} resolved it")),
    "reopened": Step("rotate", N_("{actor} reopened it")),
    "read": Step("eye", N_("{actor} read it")),
    "alarm": Step("alert-triangle", N_("{actor} raised an alarm: this is not the help desk, or the words differ")),
    "alarm-confirmed": Step("shield-check", N_("{actor} confirmed the alarm")),
}

MESSAGES: dict[tuple[str, str], Step] = {
    ("employee", "resolve"): Step("circle-check", N_("{actor} said that it works again")),
    ("employee", "reopen"): Step("rotate", N_("{actor} said that it is still broken")),
    ("technician", "resolve"): STEPS["resolved"],
    ("technician", "reopen"): STEPS["reopened"],
    ("employee", "remote-help"): Step("screen-share", N_("{actor} asked for remote help")),
}
"""Messages that do something, by side and what they do or want."""

ASSIST: dict[str, Step] = {
    "asked": Step("screen-share", N_("{actor} asked to see the screen")),
    "declined": Step("x", N_("{actor} declined remote help")),
    "expired": Step("clock", N_("Nobody answered the request for remote help")),
    "withdrawn": Step("x", N_("{actor} withdrew the request for remote help")),
    "consented": Step("shield-check", N_("{actor} allowed remote help")),
    "starting": Step("screen-share", N_("The tool for remote help is starting")),
    "running": Step("screen-share", N_("Remote help is running")),
    "ended": Step("circle-check", N_("Remote help is over")),
}
"""Steps of remote help, by the state that they lead to."""

OTHER = Step("history", N_("{actor}: {kind}"))


def step(kind: str, side: str, detail: Mapping[str, Any]) -> Step:
    """How an entry reads. A kind that a newer part of the backend adds is at least named."""
    if kind == "message":
        does = str(detail.get("action") or detail.get("wants") or "")
        return MESSAGES.get((side, does), STEPS["message"])
    if kind == "assist":
        return ASSIST.get(str(detail.get("state")), OTHER)
    return STEPS.get(kind, OTHER)


def sentence(one: Step, actor: str, kind: str, words: Words) -> Markup:
    """The sentence, in which only our own words are markup."""
    bold = Markup("<b>{}</b>").format(one_line(actor)) if actor else Markup("<b>{}</b>").format("Sigap")
    return Markup("{}").format(words(one.sentence)).format(actor=bold, kind=kind)
