"""What is found while something else is done: in the panel, under a report's subject, and the question when it helped."""

from PySide6.QtWidgets import QWidget

from contract.tickets import By, Message, State
from desktop_client.help_desk.conversation import Conversation, TicketRow
from desktop_client.screens.articles import QuickAnswers
from desktop_client.screens.panel import PanelView
from desktop_client.screens.tickets import conversation_view, ticket_lists
from desktop_client.ui.examples.example import Example
from desktop_client.ui.examples.finding import query, quick, suggestions
from desktop_client.ui.examples.main_window import at, printer, said, window
from desktop_client.ui.examples.panel import DESK, actions, tickets
from desktop_client.ui.examples.report import example_draft, example_view
from desktop_client.ui.examples.report import window as report_window
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.main_window import HEIGHT, WIDTH, Page
from desktop_client.ui.report.solved_question import SolvedQuestion
from desktop_client.ui.tray.panel import Panel


def panel(theme: Theme, answers: QuickAnswers, *, as_window: bool = False) -> QWidget:
    """The panel with answers in it."""
    made = Panel(theme, actions(), as_window=as_window)
    made.show_view(PanelView(name="Ayu", computer="LT-FIN-0231", desk=DESK, known=True, tickets=tickets()))
    made.finder.field.put(answers.words)
    made.finder.show_answers(answers)
    return made


def report(theme: Theme) -> QWidget:
    """Two suggestions under the subject."""
    made = report_window(theme, example_view(example_draft()))
    made.words.suggestions.show_rows(suggestions())
    made.footer.show_kept(kept=True)
    return made


def solved(theme: Theme) -> QWidget:
    """An article helped."""

    def nothing() -> None:
        """An example has no program behind it."""

    return SolvedQuestion(theme, nothing, nothing)


def linked(theme: Theme) -> QWidget:
    """A technician's message that names an article."""
    made = window(theme)
    made.go(Page.TICKETS)
    made.tickets.show_lists(ticket_lists([TicketRow(ticket=printer(State.OPEN))], []), DESK)
    made.tickets.open_ticket("t123")
    text = said(
        "Please follow sigap://article/error-709-en. Does it print then?",
        "Silakan ikuti sigap://article/error-709-id. Apakah sudah keluar?",
    )
    message = Message(id="m1", by=By.TECHNICIAN, name="Budi Santoso", text=text, created=at(9, 10))
    made.tickets.show_conversation(conversation_view(Conversation(ticket=printer(State.OPEN), messages=(message,))))
    return made


EXAMPLES = (
    Example("panel-search", lambda theme: panel(theme, quick(query()))),
    Example("panel-search-nothing", lambda theme: panel(theme, QuickAnswers(words="plotter"))),
    Example("panel-search-no-articles", lambda theme: panel(theme, QuickAnswers(words="plotter", here=False))),
    Example("panel-window-search", lambda theme: panel(theme, quick(query()), as_window=True)),
    Example("report-suggestions", report, 1000, 680),
    Example("report-suggestions-narrow", report, 860, 680),
    Example("report-solved", solved),
    Example("tickets-article-link", linked, WIDTH, HEIGHT),
)
