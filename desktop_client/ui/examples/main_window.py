"""The main window: My tickets, This computer and Settings in their states."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QWidget

from contract.diagnostics import Diagnostics, Fact, Hidden, NotCollected
from contract.tickets import Action, By, Message, State, TicketSummary
from contract.uploads import Attachment, Kind
from desktop_client.help_desk.conversation import Conversation, TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.computer import ComputerView, Progress
from desktop_client.screens.settings_page import Registration, settings_view
from desktop_client.screens.tickets import File, Held, conversation_view, held_view, ticket_lists
from desktop_client.settings import Settings, Source
from desktop_client.ui.computer.computer_page import ComputerActions
from desktop_client.ui.examples.example import Example
from desktop_client.ui.examples.panel import DESK, english
from desktop_client.ui.help.quick_find import QuickFindActions
from desktop_client.ui.help.search_page import SearchActions
from desktop_client.ui.home.home_page import HomeActions
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.main_window import HEIGHT, WIDTH, MainActions, MainWindow, Page
from desktop_client.ui.settings.settings_page import SettingsActions
from desktop_client.ui.tickets.reply_box import ReplyDraft, ReplyItem
from desktop_client.ui.tickets.tickets_page import TicketsActions

OFFLINE = Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME)
TOO_LARGE = Reason(Cause.REPORT_TOO_LARGE, {"size_bytes": 620_000_000, "limit_bytes": 500_000_000})


def nothing(*_values: object) -> None:
    """An action that does nothing."""


def at(hour: int, minute: int) -> datetime:
    """A time yesterday, as the clock here shows it: never one that is still to come."""
    return datetime.now().astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0) - timedelta(days=1)


def said(en: str, indonesian: str) -> str:
    """What a person wrote, in the language of the example."""
    return en if english() else indonesian


def window(theme: Theme) -> MainWindow:
    """The window without anything in it."""
    made = MainWindow(
        theme,
        MainActions(
            home=HomeActions(
                report=nothing,
                find=QuickFindActions(ask=nothing, open=nothing, open_all=nothing),
                open_ticket=nothing,
                open_tickets=nothing,
                open_computer=nothing,
            ),
            tickets=TicketsActions(
                report=nothing,
                select=nothing,
                mark_read=nothing,
                send=nothing,
                keep_draft=nothing,
                try_now=nothing,
                edit=nothing,
                save_as_file=nothing,
                open_article=nothing,
            ),
            help=SearchActions(ask=nothing, show=nothing, open=nothing, report=nothing),
            computer=ComputerActions(check=nothing, cancel=nothing),
            settings=SettingsActions(change=nothing, register=nothing),
        ),
    )
    made.show_desk(DESK, connected=True)
    made.go(Page.TICKETS)
    return made


def summary(number: int, subject: str, state: State, technician: str = "", hour: int = 9) -> TicketSummary:
    """A ticket."""
    return TicketSummary(
        id=f"t{number}",
        number=f"INC-{number:06}",
        subject=subject,
        state=state,
        priority=3,
        technician=technician,
        created=at(8, 55),
        updated=at(hour, 10),
    )


def printer(state: State = State.OPEN) -> TicketSummary:
    """The ticket that the conversations are about."""
    return summary(123, said("Printer on floor 3 not available", "Printer lantai 3 tidak tersedia"), state, "Budi Santoso", 10)


def rows(*, solved: bool = False) -> list[TicketRow]:
    """The tickets of the list."""
    return [
        TicketRow(ticket=printer(State.RESOLVED if solved else State.OPEN), unread=0 if solved else 2),
        TicketRow(
            ticket=summary(119, said("Outlook asks for the password again", "Outlook terus meminta kata sandi"), State.OPEN, "Rina Kartika")
        ),
        TicketRow(ticket=summary(116, said("Access to the payroll folder", "Akses ke folder penggajian"), State.NEW)),
        TicketRow(ticket=summary(94, said("VPN drops every hour", "VPN putus setiap jam"), State.RESOLVED, "Dimas")),
    ]


def waiting(state: DeliveryState = DeliveryState.WAITING) -> Delivery:
    """A report that has not arrived."""
    return Delivery(
        id="w1",
        kind=DeliveryKind.REPORT,
        ticket="w1",
        subject=said("Projector in Melati has no picture", "Proyektor Melati tidak ada gambar"),
        state=state,
        since=at(8, 30),
        attempts=2,
        reason=TOO_LARGE if state is DeliveryState.REFUSED else OFFLINE,
        next_try=datetime.now().astimezone() + timedelta(minutes=4, seconds=30) if state is DeliveryState.WAITING else None,
        sent_bytes=620_000,
        total_bytes=1_400_000,
    )


def _message(number: int, by: By, text: str, at: datetime, action: Action | None = None, files: tuple[Attachment, ...] = ()) -> Message:
    name = "Budi Santoso" if by is By.TECHNICIAN else "Ayu Lestari"
    return Message(id=f"m{number}", by=by, name=name, text=text, created=at, action=action, attachments=files)


def talk() -> tuple[Message, ...]:
    """What was said about the printer."""
    sha = "0" * 64
    files = (
        Attachment(id="a", name="screen-1.png", type="image/png", size_bytes=412_000, sha256=sha, kind=Kind.SCREENSHOT),
        Attachment(id="b", name="print-log.txt", type="text/plain", size_bytes=38_000, sha256=sha),
    )
    me, they = By.EMPLOYEE, By.TECHNICIAN
    return (
        _message(
            1,
            me,
            said(
                "Since this morning every document stays in the queue. It worked yesterday.",
                "Sejak pagi semua dokumen tertahan di antrean. Kemarin masih bisa.",
            ),
            at(8, 55),
            files=files,
        ),
        _message(
            2,
            they,
            said(
                "Good morning, Ayu. Which printer do you choose when you print?",
                "Selamat pagi, Ayu. Printer mana yang Anda pilih saat mencetak?",
            ),
            at(9, 10),
        ),
        _message(3, me, said("HP-LT3-Ruang-Keuangan, as always.", "HP-LT3-Ruang-Keuangan, seperti biasa."), at(9, 15)),
        _message(
            4,
            they,
            said("Thank you. I have restarted the print queue.", "Terima kasih. Antrean cetak sudah saya mulai ulang."),
            at(10, 51),
        ),
        _message(5, they, said("Please print one page. Does it come out?", "Silakan cetak satu halaman. Apakah keluar?"), at(10, 52)),
    )


def tickets_window(theme: Theme, draft: ReplyDraft | None = None) -> QWidget:
    """My tickets with a conversation."""
    made = window(theme)
    made.show_unread(2)
    made.tickets.show_lists(ticket_lists(rows(), [waiting()]), DESK)
    made.tickets.open_ticket("t123")
    made.tickets.show_conversation(conversation_view(Conversation(ticket=printer(), messages=talk(), unread=2)), draft)
    return made


def reply_waits(theme: Theme) -> QWidget:
    """A conversation with a reply that has not arrived, offline."""
    made = window(theme)
    made.show_desk(DESK, connected=False)
    reply = Delivery(
        id="r1",
        kind=DeliveryKind.MESSAGE,
        ticket="t123",
        subject="",
        state=DeliveryState.WAITING,
        since=at(10, 55),
        reason=OFFLINE,
        next_try=datetime.now().astimezone() + timedelta(minutes=2, seconds=30),
    )
    held = Held(delivery=reply, text=said("Yes, it prints again.", "Ya, sudah keluar."), action=Action.RESOLVE)
    made.tickets.show_lists(ticket_lists(rows(), [reply]), DESK)
    made.tickets.open_ticket("t123")
    made.tickets.show_conversation(conversation_view(Conversation(ticket=printer(), messages=talk()), [held]))
    return made


def report_held(state: DeliveryState) -> Callable[[Theme], QWidget]:
    """A report that has not arrived."""

    def build(theme: Theme) -> QWidget:
        made = window(theme)
        made.show_desk(DESK, connected=state is DeliveryState.REFUSED)
        delivery = waiting(state)
        made.tickets.show_lists(ticket_lists(rows(), [delivery]), DESK)
        made.tickets.open_ticket("w1")
        text = said("The cable is in, the laptop shows two screens.", "Kabel sudah terpasang, laptop menampilkan dua layar.")
        files = (File(name="screen-1.png", size_bytes=412_000, picture=True),)
        made.tickets.show_conversation(held_view(Held(delivery=delivery, text=text, files=files)))
        return made

    return build


def solved(theme: Theme) -> QWidget:
    """A ticket that a technician has solved."""
    made = window(theme)
    made.tickets.show_lists(ticket_lists(rows(solved=True), []), DESK)
    made.tickets.open_ticket("t123")
    messages = (
        *talk()[:3],
        _message(
            6,
            By.TECHNICIAN,
            said("The cable under your desk was loose.", "Kabel di bawah meja Anda longgar."),
            at(10, 20),
            Action.RESOLVE,
        ),
    )
    made.tickets.show_conversation(conversation_view(Conversation(ticket=printer(State.RESOLVED), messages=messages)))
    return made


def solved_by_me(theme: Theme) -> QWidget:
    """A ticket of which the person said that it works again."""
    made = window(theme)
    made.tickets.show_lists(ticket_lists(rows(solved=True), []), DESK)
    made.tickets.open_ticket("t123")
    messages = (*talk(), _message(6, By.EMPLOYEE, "", at(11, 2), Action.RESOLVE))
    made.tickets.show_conversation(conversation_view(Conversation(ticket=printer(State.RESOLVED), messages=messages)))
    return made


def no_tickets(theme: Theme) -> QWidget:
    """Nothing was ever reported."""
    made = window(theme)
    made.tickets.show_lists(ticket_lists([], []), DESK)
    return made


FACTS = Diagnostics(
    facts=(
        Fact(group="System", name="Name", value="Debian GNU/Linux 12"),
        Fact(group="System", name="Kernel", value="6.1.0-28-amd64"),
        Fact(group="System", name="Running for", value=9.5, unit="days"),
        Fact(group="Memory", name="Total", value=7.7, unit="GB"),
        Fact(group="Memory", name="Available", value=1.6, unit="GB"),
        Fact(group="Disk", name="/ total", value=256, unit="GB"),
        Fact(group="Disk", name="/ free", value=3.5, unit="GB"),
        Fact(group="Network", name="Own address", value="10.20.4.117"),
        Fact(group="Network", name="wlan0 kind", value="Wi-Fi"),
        Fact(group="Network", name="wlan0 signal", value=-52, unit="dBm"),
        Fact(group="Connection", name="help.example:443", value=12, unit="ms"),
        Fact(group="Printing", name="Default", value="HP-LT3-Ruang-Keuangan"),
        Fact(group="Printing", name="HP-LT3-Ruang-Keuangan jobs", value=0),
        Fact(group="Recent errors", name="10:31 cupsd", value=f"Unable to open {Hidden.USER_NAME.mark()}/job-118: Permission denied"),
    ),
    not_collected=(NotCollected(collector="Battery", reason="slow"),),
    collected=datetime.now(UTC),
    took_s=1.9,
)


def computer(view: ComputerView, *, spell: bool = False) -> Callable[[Theme], QWidget]:
    """This computer."""

    def build(theme: Theme) -> QWidget:
        made = window(theme)
        made.go(Page.COMPUTER)
        made.computer.show_view(view)
        made.computer.phone.spell(on=spell)
        return made

    return build


def settings(*, locked: frozenset[str], registration: Registration) -> Callable[[Theme], QWidget]:
    """Settings."""

    def build(theme: Theme) -> QWidget:
        made = window(theme)
        made.show_unread(2)
        made.go(Page.SETTINGS)
        values = Settings(
            language="en" if english() else "id", appearance="dark" if theme.dark else "light", telephone="1523", take_screenshots=False
        )
        made.settings.show_view(settings_view(values, lambda key: Source.POLICY if key in locked else Source.PERSON, registration))
        return made

    return build


REGISTERED = Registration(company="Nusantara Makmur", address="https://help.nusantara.example", person="Ayu Lestari")
KNOWN = ComputerView(computer="LT-FIN-0231", address="10.20.4.117", diagnostics=FACTS)
CHECKING = ComputerView(computer="LT-FIN-0231", address="10.20.4.117", checking=Progress(done=4, total=13))
TYPED = ReplyDraft("HP-LT3-Ruang-Keuangan", (ReplyItem("print-log.txt"), ReplyItem("Screenshot from a very long path name 2026-11-24.png")))


def _whole(name: str, build: Callable[[Theme], QWidget]) -> Example:
    return Example(name, build, WIDTH, HEIGHT)


EXAMPLES = (
    _whole("tickets", tickets_window),
    _whole("tickets-writing", lambda theme: tickets_window(theme, TYPED)),
    _whole("tickets-reply-waits", reply_waits),
    _whole("tickets-waiting", report_held(DeliveryState.WAITING)),
    _whole("tickets-sending", report_held(DeliveryState.SENDING)),
    _whole("tickets-refused", report_held(DeliveryState.REFUSED)),
    _whole("tickets-solved", solved),
    _whole("tickets-solved-by-me", solved_by_me),
    _whole("tickets-empty", no_tickets),
    Example("tickets-narrow", tickets_window, 480, 640),
    _whole("computer", computer(KNOWN, spell=True)),
    _whole("computer-checking", computer(CHECKING)),
    Example("computer-narrow", computer(KNOWN), 480, 640),
    _whole("settings", settings(locked=frozenset({"start_at_sign_in"}), registration=REGISTERED)),
    _whole("settings-not-registered", settings(locked=frozenset(), registration=Registration())),
)
