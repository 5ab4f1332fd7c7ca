"""Remote help in its states: the request, the code, the bar and its border, how it ended, and the warning of an unknown tool."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from msgspec import structs
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from contract.assist import Ability, AssistSession, AssistState, End, ShownTechnician
from contract.tickets import REMOTE_HELP, By, Message
from desktop_client.help_desk.conversation import Conversation
from desktop_client.reasons import Cause, Reason, refused
from desktop_client.screens.assist import (
    Asker,
    AskView,
    BarKind,
    BarView,
    CodeView,
    ReceiptView,
    SentenceView,
    ToolView,
    WarningView,
)
from desktop_client.screens.desk import Desk
from desktop_client.screens.tickets import conversation_view, ticket_lists
from desktop_client.sentences.assist import SENTENCES
from desktop_client.ui.assist.ask_window import AskActions, AskWindow
from desktop_client.ui.assist.bar import Bar, BarActions
from desktop_client.ui.assist.code_window import CodeActions, CodeWindow
from desktop_client.ui.assist.receipt_window import ReceiptActions, ReceiptWindow
from desktop_client.ui.assist.warning_window import WarningActions, WarningWindow
from desktop_client.ui.examples import main_window
from desktop_client.ui.examples.example import Example
from desktop_client.ui.look.theme import Theme

DESK = Desk(company="PT Maju Bersama", telephone="1500")
SCREEN = 1366
"""A bar is never wider than the smallest screen."""
EVERYTHING = tuple(Ability)
LIMITS = ("own-consent", "administrator-rights", "unattended", "relay")


def _nothing(*_values: object) -> None:
    """An example has no program behind it."""


def face() -> bytes:
    """A drawn face, as a PNG."""
    image = QImage(128, 128, QImage.Format.Format_RGB32)
    image.fill(QColor("#CFE4EA"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, box in (("#2A6E9E", QRectF(20, 92, 88, 70)), ("#3A2A20", QRectF(40, 22, 48, 50)), ("#D99C72", QRectF(43, 34, 42, 54))):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(box)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def asker(**more: object) -> Asker:
    """Budi, or somebody made of other values."""
    made = Asker(name="Budi Santoso", first="Budi", title="IT Support Jakarta", role="technician", initials="BS", picture=b"")
    return replace(made, **more)


def tool(key: str, name: str, **more: object) -> ToolView:
    """A tool that can do everything and that Sigap can close."""
    made = ToolView(key=key, name=name, can=EVERYTHING, limits=LIMITS, closes=True, missing=None, download="")
    return replace(made, **more)


ANYDESK = tool("anydesk", "AnyDesk")
QUICK_ASSIST = tool("quick-assist", "Quick Assist", can=(Ability.VIEW, Ability.CONTROL), closes=False)
TEAMVIEWER = tool(
    "teamviewer",
    "TeamViewer QuickSupport",
    missing=Reason(Cause.TOOL_MISSING, {"tool": "TeamViewer QuickSupport"}),
    download="https://help.majubersama.co.id/teamviewer",
)


def request(**more: object) -> AskView:
    """A request with one tool, whose words are there."""
    made = AskView(
        session="1",
        asker=asker(),
        number="INC-000123",
        subject="Printer on floor 3 not available",
        words=("mangga", "sungai"),
        tools=(ANYDESK,),
        left_s=272,
        offline=False,
    )
    return replace(made, **more)


def _ask(theme: Theme, *, picture: bool = False, **more: object) -> QWidget:
    window = AskWindow(theme, AskActions(answer=_nothing, download=_nothing))
    view = request(**more)
    window.show_view(replace(view, asker=replace(view.asker, picture=face())) if picture else view, DESK)
    window.hear_keys()
    return window


def code(**more: object) -> CodeView:
    """AnyDesk's address is wanted."""
    made = CodeView(session="1", name="Budi", tool="AnyDesk", wanted=True, where="anydesk-address", code="", refused=None)
    return replace(made, **more)


def _code(theme: Theme, **more: object) -> QWidget:
    window = CodeWindow(theme, CodeActions(code=_nothing, stop=_nothing))
    window.show_view(code(**more), DESK)
    return window


def bar(**more: object) -> BarView:
    """Budi sees the screen with AnyDesk."""
    made = BarView(
        session="1",
        kind=BarKind.RUNNING,
        asker=asker(),
        tool="AnyDesk",
        can=EVERYTHING,
        closes=True,
        elapsed_s=402,
        keys="Ctrl + Alt + S",
    )
    return replace(made, **more)


def _bar(theme: Theme, **more: object) -> QWidget:
    window = Bar(theme, BarActions(stop=_nothing, closed=_nothing, show_code=_nothing))
    window.show_view(bar(**more))
    window.fit_into(SCREEN - 16)
    return window


def receipt(**more: object) -> ReceiptView:
    """14 minutes with AnyDesk, ended with Stop."""
    begun = datetime.now(UTC).replace(hour=3, minute=55, second=0, microsecond=0)
    made = ReceiptView(
        session="1",
        ticket="t",
        number="INC-000123",
        asker=asker(),
        tool="AnyDesk",
        asked_for=(Ability.VIEW,),
        allowed=EVERYTHING,
        begun=begun,
        ended=begun + timedelta(minutes=14),
        elapsed_s=840,
        end=End.STOPPED,
        sure=True,
        consent_version=1,
    )
    return replace(made, **more)


def _end(theme: Theme) -> ReceiptWindow:
    return ReceiptWindow(theme, ReceiptActions(open_ticket=_nothing, wrong=_nothing, done=_nothing))


def _receipt(theme: Theme, **more: object) -> QWidget:
    window = _end(theme)
    window.show_receipt(receipt(**more), DESK)
    return window


def _sentence(theme: Theme, key: str) -> QWidget:
    window = _end(theme)
    window.show_sentence(SentenceView(session="1", ticket="t", number="INC-000123", key=key, name="Budi Santoso", tool="AnyDesk"), DESK)
    return window


def _warning(theme: Theme, desk: Desk = DESK) -> QWidget:
    window = WarningWindow(theme, WarningActions(report=_nothing, close_tool=_nothing, opened_myself=_nothing, ignored=_nothing))
    window.show_view(WarningView(key="anydesk", tool="AnyDesk"), desk)
    return window


def sessions() -> tuple[AssistSession, ...]:
    """What a ticket tells: a request that was declined, and one with its receipt."""
    first, second = main_window.at(9, 20), main_window.at(10, 30)
    made = AssistSession(
        id="1",
        ticket="t123",
        number="INC-000123",
        subject="",
        technician=ShownTechnician(name="Budi Santoso", title="IT Support Jakarta"),
        state=AssistState.DECLINED,
        commitment="0" * 64,
        asked=first,
        expires=first + timedelta(minutes=5),
        end=End.DECLINED,
        ended=first + timedelta(minutes=1),
    )
    receipt = structs.replace(
        made,
        id="2",
        state=AssistState.ENDED,
        asked=second,
        consented=second + timedelta(minutes=1),
        started=second + timedelta(minutes=2),
        ended=second + timedelta(minutes=16),
        tool="anydesk",
        tool_name="AnyDesk",
        can=EVERYTHING,
        consent_version=1,
        end=End.STOPPED,
        audit="3f2a9c0d71e4" + "0" * 52,
    )
    return made, receipt


def _ticket(theme: Theme, *, wished: bool = False) -> QWidget:
    """A conversation with what was done from afar; a wish for it is offered, or made already."""
    made = main_window.window(theme)
    made.tickets.show_lists(ticket_lists(main_window.rows(), []), DESK)
    made.tickets.open_ticket("t123")
    said = main_window.talk()
    wish = Message(
        id="m9",
        by=By.EMPLOYEE,
        name="Ayu Lestari",
        text=main_window.said("Please have a look yourself.", "Tolong lihat sendiri."),
        created=main_window.at(11, 2),
        wants=REMOTE_HELP,
    )
    talk = Conversation(ticket=main_window.printer(), messages=(*said, wish) if wished else said, assist=sessions())
    made.tickets.show_conversation(conversation_view(talk, remote_help=True))
    return made


HOSTILE = asker(name="<b>Budi</b>\u202e " + "W" * 90, first="<b>Budi</b>", title="&amp; " + "M" * 120, role="<i>", initials="<\u202e")
WRONG = refused(Cause.TOOL_CODE_WRONG, tool="AnyDesk").reason
_WINDOWS: tuple[tuple[str, Callable[[Theme], QWidget]], ...] = (
    ("assist-ask", partial(_ask, picture=True)),
    ("assist-ask-making", partial(_ask, words=None, tools=(), left_s=299)),
    ("assist-ask-tools", partial(_ask, tools=(ANYDESK, QUICK_ASSIST, TEAMVIEWER))),
    ("assist-ask-cannot-close", partial(_ask, tools=(QUICK_ASSIST,), offline=True)),
    ("assist-ask-missing", partial(_ask, tools=(TEAMVIEWER,))),
    ("assist-ask-no-tool", partial(_ask, tools=())),
    ("assist-ask-hostile", partial(_ask, asker=HOSTILE, subject="</p><script>" + "x" * 300)),
    ("assist-code", _code),
    ("assist-code-wrong", partial(_code, refused=WRONG)),
    ("assist-code-shown", partial(_code, wanted=False, code="X4K9Q2", tool="Quick Assist")),
    ("assist-bar", _bar),
    ("assist-bar-starting", partial(_bar, kind=BarKind.STARTING, elapsed_s=None, has_code=True)),
    (
        "assist-bar-cannot-close",
        partial(_bar, tool="Quick Assist", closes=False, closes_at=datetime.now(UTC) + timedelta(minutes=50), keys="", offline=True),
    ),
    ("assist-bar-confirm", partial(_bar, kind=BarKind.CONFIRM_CLOSED, tool="Quick Assist", elapsed_s=None)),
    ("assist-ended", _receipt),
    ("assist-ended-unsure", partial(_receipt, tool="Quick Assist", sure=False, end=End.TIME_UP, allowed=QUICK_ASSIST.can)),
    *((f"assist-{key}", partial(_sentence, key=key)) for key in SENTENCES),
    ("scam", _warning),
    ("scam-long-desk", partial(_warning, desk=Desk(help_desk="Pusat Layanan Teknologi Informasi"))),
)
EXAMPLES: tuple[Example, ...] = (
    *(Example(name=name, build=build) for name, build in _WINDOWS),
    Example("tickets-assist", _ticket, 1040, 700),
    Example("tickets-assist-asked", partial(_ticket, wished=True), 1040, 700),
)
