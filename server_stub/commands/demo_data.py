"""`sigap-server demo-data`: sample tickets of an invented company, its technicians, and the articles that come along, to look around in.

Running it again changes nothing. The technicians' passwords are made here, and told once: by the run that makes their accounts.
"""

import argparse
import hashlib
import secrets
import uuid
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from contract.diagnostics import Diagnostics
from contract.enrolment import TOKEN_PREFIX, PutEnrolment
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef, Kind
from server_stub.commands import articles
from server_stub.commands.command import Command, CommandError, Reach, Said, always
from server_stub.commands.demo_picture import picture
from server_stub.commands.demo_technicians import Technicians, made_technicians
from server_stub.commands.demo_tickets import COMPANY, HELP_DESK, OWN, PEOPLE, TELEPHONE, TICKETS, SampleMessage, SampleTicket
from server_stub.commands.opened import Backend
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.settings.checks import FILE_NAME
from server_stub.settings.rendering import rendered
from server_stub.settings.rows import Settings

if TYPE_CHECKING:
    from server_stub.store.people import Who

NAMESPACE = uuid.UUID("5f0d1c2e-8a4b-5c6d-9e7f-102938475665")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the word takes."""
    parser.add_argument("--for", dest="own", metavar="COMPUTER", help="file samples for this enrolled computer too (its id or name)")


def run(options: argparse.Namespace, reach: Reach) -> Said:
    """Writes the settings of the invented company where there are none, files the samples, and imports the articles that come along."""
    try:
        with (reach.data / FILE_NAME).open("x", encoding="utf-8") as file:
            file.write(rendered(Settings(company=COMPANY, help_desk=HELP_DESK, telephone=TELEPHONE)))
    except FileExistsError:
        pass
    except OSError as error:
        raise CommandError(f"{reach.data / FILE_NAME} can't be written: {error.strerror}.") from None
    made = reach.do("demo_data", own=options.own)
    numbers = made["tickets"]
    told = articles.imported(articles.STARTER, reach)
    count = told["imported"] + told["unchanged"]
    text = f"{len(numbers)} sample tickets are there: {numbers[0]} to {numbers[-1]}; and {count} help articles."
    signing_in = [f"\n  {one['login']}  {one['password']}  ({one['role']})" for one in made["technicians"] if one["password"]]
    if signing_in:
        text += f"\nAt the technician's page, /console/, these can sign in; the passwords are shown only now:{''.join(signing_in)}"
    return Said({"tickets": numbers, "articles": count, "technicians": made["technicians"]}, text)


def demo_data(backend: Backend, own: str | None) -> dict[str, Any]:
    """Files what is not there yet: the numbers of all samples, and the technicians, with the passwords of those that are new."""
    known = {one.id: one for one in backend.people.computers()}
    technicians, told = made_technicians(backend)
    filed = []
    who = [enrolled(backend, place, sample_id(f"person/{place}") in known) for place in range(len(PEOPLE))]
    for place, ticket in enumerate(TICKETS):
        filed.append(file_ticket(backend, technicians, who[ticket.person], sample_id(f"ticket/{place}"), ticket))
    if own is not None:
        meant = [one.id for one in known.values() if own in {one.id, one.computer} and one.revoked is None]
        if not meant:
            raise ServerRefused(f"No enrolled computer has the id or name {own[:60]}.")
        mine = known_person(backend, meant[-1])
        filed += [file_ticket(backend, technicians, mine, sample_id(f"{meant[-1]}/{place}"), ticket) for place, ticket in enumerate(OWN)]
    return {"tickets": filed, "technicians": told}


def sample_id(name: str) -> str:
    """The same id for the same sample, whenever it is filed."""
    return str(uuid.uuid5(NAMESPACE, name))


def enrolled(backend: Backend, place: int, known: bool) -> "Who":  # noqa: FBT001 - read where it is called
    """A person of the company. The token is thrown away, so that no sample person is a way in."""
    enrolment = sample_id(f"person/{place}")
    person = PEOPLE[place]
    if not known:
        token = TOKEN_PREFIX + secrets.token_urlsafe(32)
        code = backend.people.make_code(False, 1)
        asked = PutEnrolment(code=code, token=token, account=person.account, display_name=person.name, computer=person.computer)
        backend.people.enrol(enrolment, asked, f"sample {place}", None)
    return known_person(backend, enrolment)


def known_person(backend: Backend, enrolment: str) -> "Who":
    """Who is behind an enrolment."""
    from server_stub.store import people  # noqa: PLC0415 - loaded with the backend, and slow without it

    row: Any = backend.store.read(lambda connection: people.enrolment(connection, enrolment))
    return people.who_of(row)


def file_ticket(backend: Backend, technicians: Technicians, who: "Who", ticket_id: str, sample: SampleTicket) -> str:
    """Files one sample with everything that was said and noted, as far as it isn't there; its number."""
    new = False
    try:
        backend.desk.own_ticket(who, ticket_id)
    except RefusalError:
        put(backend, who, ticket_id, sample)
        new = True
    ticket = backend.desk.own_ticket(who, ticket_id)
    said = len(ticket.messages)
    if new and sample.taken_by:
        backend.handling.take(technicians[sample.taken_by], ticket.number)
    for place, message in enumerate(sample.said[said:], said):
        say(backend, technicians, who, ticket_id, ticket.number, place, message)
    for place, note in enumerate(sample.notes):
        backend.handling.note(technicians[note.technician], ticket.number, note.text, note_id=sample_id(f"{ticket_id}/note/{place}"))
    if sample.resolved_by and said <= len(sample.said):
        backend.handling.resolve(technicians[sample.resolved_by], ticket.number)
    return ticket.number


def put(backend: Backend, who: "Who", ticket_id: str, sample: SampleTicket) -> None:
    """The report itself, with its pictures."""
    written = datetime.now(UTC) - timedelta(days=sample.days_ago)
    refs = []
    for place, colour in enumerate(sample.pictures, 1):
        png = picture(colour, tuple(120 + (place * 97 + len(sample.subject) * line * 31) % 360 for line in range(12)))
        digest = hashlib.sha256(png).hexdigest()
        upload = sample_id(f"{ticket_id}/picture/{place}")
        if backend.desk.uploads.create(who, upload, len(png), digest).offset < len(png):
            piece = backend.desk.uploads.begin(who, upload, 0, len(png))
            piece.write(png)
            piece.finish()
        name = f"Screen {place}.png"
        refs.append(AttachmentRef(upload=upload, name=name, type="image/png", size_bytes=len(png), sha256=digest, kind=Kind.SCREENSHOT))
    request = PutTicket(
        subject=sample.subject,
        details=sample.details,
        category=sample.category,
        impact=sample.impact,
        urgency=sample.urgency,
        place=sample.place,
        written=written,
        attachments=tuple(refs),
        diagnostics=Diagnostics(facts=sample.facts, collected=written, took_s=2.4) if sample.facts else None,
    )
    backend.desk.put_ticket(who, ticket_id, request)


def say(backend: Backend, technicians: Technicians, who: "Who", ticket_id: str, number: str, place: int, message: SampleMessage) -> None:
    """One entry of the conversation."""
    message_id = sample_id(f"{ticket_id}/message/{place}")
    if message.technician:
        backend.handling.reply(technicians[message.technician], number, message.text, "", anyway=True, message_id=message_id)
        return
    request = PutMessage(text=message.text, action=message.action, written=datetime.now(UTC))
    backend.desk.put_message(who, ticket_id, message_id, request)


COMMAND = Command("demo-data", "fill in sample tickets of an invented company", add_arguments, run, creates_data=always)
