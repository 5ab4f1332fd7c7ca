"""The window after *Send* in its states."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.after_send import AfterSendView, Stage
from desktop_client.ui import words
from desktop_client.ui.examples.example import Example
from desktop_client.ui.examples.report import SAID
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.after_send import AfterSendActions, AfterSendWindow


def _view(**more: object) -> AfterSendView:
    now = datetime.now().astimezone()
    view = AfterSendView(
        id="a",
        stage=Stage.SENDING,
        subject=SAID[words.language()][0],
        number="",
        saved=now.replace(hour=10, minute=44),
        percent=43,
        sent_bytes=600_000,
        total_bytes=1_400_000,
        reason=None,
        next_try=now + timedelta(minutes=2),
        files_left=0,
        help_desk="",
        company="PT Maju Bersama",
        telephone="1500",
    )
    return replace(view, **more)


def _window(theme: Theme, **more: object) -> QWidget:
    def nothing(*_arguments: object) -> None:
        """An example has no program behind it."""

    actions = AfterSendActions(**dict.fromkeys(AfterSendActions.__dataclass_fields__, nothing))
    made = AfterSendWindow(theme, actions)
    made.show_view(_view(**more))
    return made


_OFFLINE = Reason(Cause.UNREACHABLE, {"host": "help.majubersama.co.id"}, Cure.TIME)
_REFUSED = Reason(Cause.REFUSED, {"field": "category"})
_STATES = (
    ("sent-saved", {}),
    ("sent-waiting", {"stage": Stage.WAITING, "reason": _OFFLINE}),
    ("sent-received", {"stage": Stage.RECEIVED, "number": "INC-000123"}),
    ("sent-files-follow", {"stage": Stage.RECEIVED, "number": "INC-000123", "files_left": 2}),
    ("sent-refused", {"stage": Stage.REFUSED, "reason": _REFUSED}),
)
EXAMPLES: tuple[Example, ...] = tuple(Example(name=name, build=partial(_window, **more)) for name, more in _STATES)
