"""`sigap tickets`: the person's tickets, offline too."""

import argparse
import logging
import threading

from contract.tickets import State
from desktop_client.backend.session import StoppedError
from desktop_client.commands.command import Call, Exit, stamp
from desktop_client.commands.instance import CommandInstance
from desktop_client.flows.follow_tickets import look_for_news, my_tickets
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.reasons import RefusedError

HELP = "List your tickets"
STATES = {State.NEW: "received", State.OPEN: "being worked on", State.RESOLVED: "solved"}
PATIENCE_S = 10.0

log = logging.getLogger(__name__)


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(call: Call) -> Exit:
    """Lists what was delivered, the last changed first. Without a connection it is what this computer knows, and says so."""
    instance = CommandInstance(call.profile)
    try:
        _look_for_news(call, instance)
        rows = my_tickets(cache=instance.cache, outbox=instance.outbox)
        call.output.answer({"tickets": [_values(row) for row in rows]}, "\n".join(_line(row) for row in rows) or "No tickets yet.")
        return Exit.DONE
    finally:
        instance.close()


def _look_for_news(call: Call, instance: CommandInstance) -> None:
    """Asks the backend, for a while; the list is shown in any case."""
    instance.settle()
    try:
        session = instance.session()
        if session is None:
            return
        with session:
            patience = threading.Timer(PATIENCE_S, session.stop)
            patience.daemon = True
            patience.start()
            try:
                look_for_news(session, instance.cache)
            finally:
                patience.cancel()
        instance.learn()
    except StoppedError:
        call.output.note("The server didn't answer in time. This is what this computer knows.")
    except RefusedError as error:
        log.info("No news: %s", error.reason.cause.value)
        call.output.note(f"{instance.say(error.reason).title}. This is what this computer knows.")


def _values(row: TicketRow) -> dict[str, object]:
    ticket = row.ticket
    return {
        "id": ticket.id,
        "number": ticket.number,
        "subject": ticket.subject,
        "state": ticket.state.value,
        "unread": row.unread,
        "updated": stamp(ticket.updated),
    }


def _line(row: TicketRow) -> str:
    unread = f" ({row.unread} unread)" if row.unread else ""
    return f"{row.ticket.number} {STATES[row.ticket.state]} {row.ticket.subject}{unread}"
