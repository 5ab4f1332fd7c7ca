"""What the page of a ticket shows, without the page."""

import pytest

from contract.about import CATEGORIES
from contract.ids import new_id
from contract.tickets import Impact, Urgency
from server_stub.console import ticket_entries
from server_stub.console.ticket_view import WayBack, topic, wants_remote_help
from server_stub.settings.rows import Settings
from tests.server_stub.console.conftest import Console
from tests.server_stub.console.technician import Technician, number_of


def test_the_way_back_names_view_and_search_and_nothing_else() -> None:
    way = WayBack(view="mine", search='a&b="><x')
    assert way.back == "/console/?view=mine&search=a%26b%3D%22%3E%3Cx"
    assert way.query_with("internal") == "view=mine&search=a%26b%3D%22%3E%3Cx&kind=internal"
    assert WayBack(view="open").back == "/console/?view=open"


@pytest.mark.parametrize(
    ("category", "language", "said"),
    [
        ("printing", "id", "Printer dan scanner"),
        ("printing", "en", "Printers and scanners"),
        ("a <new> one", "en", "a <new> one"),
        ("", "en", ""),
    ],
)
def test_the_topic_is_said_in_the_readers_language(console: Console, category: str, language: str, said: str) -> None:
    rina = console.served.person("Rina")
    ticket = console.served.backend.desk.show(number_of(rina, rina.ticket(category=category)))
    assert topic(ticket, Settings(categories=CATEGORIES), language) == said


def test_every_answer_of_the_employee_is_a_chip(console: Console) -> None:
    rina = console.served.person("Rina")
    said = set()
    for impact in Impact:
        for urgency in Urgency:
            ticket = console.served.backend.desk.show(number_of(rina, rina.ticket(impact=impact, urgency=urgency)))
            said |= {ticket_entries.impact(ticket, str), ticket_entries.urgency(ticket, str)}
    assert len(said) == len(Impact) + len(Urgency)


def test_a_wish_for_remote_help_is_answered_by_asking(console: Console) -> None:
    backend, rina, budi = console.served.backend, console.served.person("Rina"), Technician(console.sign_in("budi"))
    ticket = rina.ticket()
    number = number_of(rina, ticket)

    def wants() -> bool:
        return wants_remote_help(backend.desk.show(number), backend.assist.on_ticket(number))

    assert not wants()
    assert rina.put_message(ticket, new_id(), text="Please look", wants="remote-help").status == 201
    assert wants()
    budi.agreed(rina, number)
    assert not wants()
