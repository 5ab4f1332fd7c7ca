"""`sigap outbox`: what this computer has promised to deliver, and why it isn't delivered yet."""

import argparse

import msgspec

from desktop_client.commands.command import Call, Exit, next_try, stamp
from desktop_client.commands.instance import CommandInstance
from desktop_client.help_desk.delivery import Delivery, DeliveryState
from desktop_client.reasons import Cause, Reason

HELP = "List what is waiting to send"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(call: Call) -> Exit:
    """Lists it, oldest first. Reads only: nothing is sent."""
    instance = CommandInstance(call.profile)
    try:
        if instance.outbox.damage:
            call.output.note(instance.say(instance.outbox.damage).whole())
        by_itself = instance.tray_runs()
        waiting = [_explained(delivery, instance) for delivery in instance.outbox.waiting()]
        lines = [_line(delivery, instance, by_itself=by_itself) for delivery in waiting]
        values = {"waiting": [_values(delivery, by_itself=by_itself) for delivery in waiting]}
        call.output.answer(values, "\n".join(lines) or "Nothing is waiting.")
        return Exit.DONE
    finally:
        instance.close()


def _explained(delivery: Delivery, instance: CommandInstance) -> Delivery:
    """What could not even be tried says why."""
    if delivery.reason is None and delivery.state is DeliveryState.WAITING and instance.enrolment() is None:
        return msgspec.structs.replace(delivery, reason=Reason(Cause.NOT_ENROLLED))
    return delivery


def _values(delivery: Delivery, *, by_itself: bool) -> dict[str, object]:
    refused = delivery.state is DeliveryState.REFUSED
    return {
        "id": delivery.id,
        "kind": delivery.kind.value,
        "subject": delivery.subject,
        "state": "refused" if refused else "waiting",
        "since": stamp(delivery.since),
        "attempts": delivery.attempts,
        "reason": delivery.reason.cause.value if delivery.reason else None,
        "next_try": stamp(delivery.next_try) if by_itself and not refused else None,
    }


def _line(delivery: Delivery, instance: CommandInstance, *, by_itself: bool) -> str:
    reason = instance.say(delivery.reason).title if delivery.reason else "not tried yet"
    if delivery.state is DeliveryState.REFUSED:
        return f"{delivery.subject}: {reason}. Change and resend it in My tickets."
    if delivery.state is DeliveryState.SENDING:
        return f"{delivery.subject}: being sent"
    return f"{delivery.subject}: {reason}, next try {next_try(delivery.next_try, delivery.reason, by_itself=by_itself)}"
