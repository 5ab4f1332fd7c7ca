"""The first start in its states, and the two small questions."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_client.reasons import Cause, Reason
from desktop_client.screens.enrol import enrol_view
from desktop_client.ui import words
from desktop_client.ui.examples.example import Example
from desktop_client.ui.examples.report import SAID
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.notice import Notice
from desktop_client.ui.notices.unexpected import UnexpectedWindow
from desktop_client.ui.report.draft_question import DraftQuestion
from desktop_client.ui.settings.enrol_window import EnrolActions, EnrolWindow

_GIVEN = {"address": "help.majubersama.co.id", "code": "K7QM-4XPD"}


def _nothing(*_arguments: object) -> None:
    """An example has no program behind it."""


def _enrol(theme: Theme, **more: object) -> QWidget:
    made = EnrolWindow(theme, EnrolActions(register=_nothing, cancel=_nothing, closed=_nothing))
    made.show_view(enrol_view(**more))
    return made


def _draft_question(theme: Theme) -> QWidget:
    made = DraftQuestion(theme, _nothing, _nothing)
    made.show_draft(datetime.now().astimezone() - timedelta(days=1), SAID[words.language()][0])
    return made


def _unexpected(theme: Theme) -> QWidget:
    made = UnexpectedWindow(theme, _nothing)
    made.show_state(draft_kept=True)
    return made


def _notice(theme: Theme) -> QWidget:
    made = Notice(theme, _nothing, _nothing)
    made.say(_damaged)
    made.hide()
    return made


def _damaged() -> tuple[str, str]:
    said = words.say(Reason(Cause.OUTBOX_DAMAGED, {"rescued": 3, "lost": 1, "folder": "~/sigap/outbox/quarantine-1"}))
    return f"{said.title}.", said.text


EXAMPLES: tuple[Example, ...] = (
    Example(name="enrol", build=_enrol),
    Example(name="enrol-busy", build=partial(_enrol, **_GIVEN, busy=True)),
    Example(name="enrol-code-wrong", build=partial(_enrol, **_GIVEN, problem=Reason(Cause.CODE_WRONG))),
    Example(name="enrol-waiting", build=partial(_enrol, **_GIVEN, problem=Reason(Cause.WAITING_ELSEWHERE, {"count": 2}))),
    Example(name="draft-question", build=_draft_question),
    Example(name="unexpected", build=_unexpected),
    Example(name="notice", build=_notice),
)
