"""The panel in its states."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from contract.tickets import State
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.desk import Desk
from desktop_client.screens.panel import PanelTicket, PanelView, RefusedBox, WaitingBox
from desktop_client.ui.examples.example import Example
from desktop_client.ui.help.quick_find import QuickFindActions
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.panel import Panel, PanelActions

DESK = Desk(company="Nusantara Makmur", telephone="Extension 1500")
OFFLINE = Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME)


def english() -> bool:
    """Whether the examples speak English: what people write is in their own language, too."""
    return QCoreApplication.translate("Words", "the help desk") == "the help desk"


def actions() -> PanelActions:
    """Actions that do nothing."""

    def nothing(*_values: object) -> None:
        return

    return PanelActions(
        report=nothing,
        try_now=nothing,
        open_ticket=nothing,
        open_tickets=nothing,
        open_computer=nothing,
        open_settings=nothing,
        register=nothing,
        open_home=nothing,
        find=QuickFindActions(ask=nothing, open=nothing, open_all=nothing),
    )


def tickets() -> tuple[PanelTicket, ...]:
    """Three tickets, one of them with an answer that was not read."""
    here = english()
    return (
        PanelTicket(
            id="a",
            number="INC-000118",
            subject="Printer on floor 3 not available" if here else "Printer lantai 3 tidak tersedia",
            state=State.OPEN,
            technician="Rina Hartono",
            unread=1,
        ),
        PanelTicket(
            id="b",
            number="INC-000114",
            subject="Outlook asks for my password" if here else "Outlook terus meminta kata sandi",
            state=State.OPEN,
            technician="Dimas",
            unread=0,
        ),
        PanelTicket(
            id="c",
            number="INC-000097",
            subject="New keyboard" if here else "Keyboard baru",
            state=State.NEW,
            technician="",
            unread=0,
        ),
    )


def waiting(*, sending: bool = False) -> WaitingBox:
    """One report that waits, or is being sent."""
    return WaitingBox(
        count=1,
        subject="Projector in Melati has no picture" if english() else "Proyektor Melati tidak ada gambar",
        sending=sending,
        reason=None if sending else OFFLINE,
        next_try=None if sending else datetime.now().astimezone() + timedelta(minutes=4, seconds=30),
    )


def refused() -> RefusedBox:
    """One report that the backend refused."""
    return RefusedBox(
        count=1,
        ticket="z",
        subject="Access to the payroll folder" if english() else "Akses ke folder penggajian",
        reason=Reason(Cause.REPORT_TOO_LARGE, {"size_bytes": 620_000_000, "limit_bytes": 500_000_000}),
    )


def _panel(theme: Theme, view: PanelView, *, as_window: bool = False) -> QWidget:
    panel = Panel(theme, actions(), as_window=as_window)
    panel.show_view(view)
    return panel


def _view(**parts: object) -> PanelView:
    return PanelView(**{"name": "Ayu", "computer": "LT-FIN-0231", "desk": DESK, "known": True, **parts})


EXAMPLES = (
    Example("panel", lambda theme: _panel(theme, _view(tickets=tickets()))),
    Example("panel-offline", lambda theme: _panel(theme, _view(tickets=tickets()[1:], waiting=waiting()))),
    Example("panel-sending", lambda theme: _panel(theme, _view(tickets=tickets()[1:], waiting=waiting(sending=True)))),
    Example("panel-refused", lambda theme: _panel(theme, _view(tickets=tickets()[:1], waiting=waiting(), refused=refused()))),
    Example("panel-empty", lambda theme: _panel(theme, _view(known=False))),
    Example("panel-no-open", lambda theme: _panel(theme, _view())),
    Example("panel-not-registered", lambda theme: _panel(theme, _view(known=False, enrolled=False))),
    Example("panel-window", lambda theme: _panel(theme, _view(tickets=tickets()), as_window=True)),
)
