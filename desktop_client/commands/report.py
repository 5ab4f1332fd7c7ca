"""`sigap report`: a report with screenshots and diagnostics, from the command line."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from contract.about import Limits
from contract.tickets import Impact, Urgency
from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit, Output, next_try, stamp
from desktop_client.commands.instance import CommandInstance
from desktop_client.flows import report_contents
from desktop_client.flows.capture_screens import capture_screens
from desktop_client.flows.diagnose import diagnose
from desktop_client.flows.send_report import send_report
from desktop_client.help_desk.delivery import Delivery, DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.reasons import Cause, Reason, RefusedError, refused
from desktop_client.system.log import unexpected

HELP = "Report a problem, with screenshots"
WAIT_S = 30.0
LONGEST_WAIT_S = 86_400.0
STATES = {
    DeliveryState.DELIVERED: "delivered",
    DeliveryState.REFUSED: "refused",
    DeliveryState.WAITING: "waiting",
    DeliveryState.SENDING: "waiting",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's parts."""
    parser.add_argument("--subject", metavar="TEXT", help="what is wrong, in a few words; without it the report window opens")
    parser.add_argument("--details", metavar="TEXT", help="what you did and what you saw; - reads them from standard input")
    parser.add_argument("--category", metavar="TOPIC", help="what it is about, such as printing")
    parser.add_argument("--impact", metavar="WHO", help=f"who is affected: {', '.join(Impact)}")
    parser.add_argument("--urgency", metavar="HOW", help=f"whether you can still work: {', '.join(Urgency)}")
    parser.add_argument("--attach", metavar="FILE", action="append", default=[], help="a file to send along; may be given several times")
    parser.add_argument("--no-screenshot", action="store_true", help="without pictures of the screens")
    parser.add_argument("--no-diagnostics", action="store_true", help="without details of this computer")
    parser.add_argument("--wait", metavar="SECONDS", help="how long to wait until it is delivered (30); 0 only saves it")


@dataclass(frozen=True)
class Given:
    """The arguments, checked."""

    subject: str
    details: str
    category: str
    impact: Impact
    urgency: Urgency
    attach: tuple[Path, ...]
    wait_s: float


def run(call: Call) -> Exit:
    """Saves the report, and waits until it is delivered or the seconds are over."""
    if call.options.subject is None:
        raise ArgumentsError(f"report needs --subject together with --json. {SEE_HELP}")
    instance = CommandInstance(call.profile)
    try:
        return _run(call, instance)
    finally:
        instance.close()


def _run(call: Call, instance: CommandInstance) -> Exit:
    about = instance.about()
    given = _given(call.options, [category.key for category in about.categories], about.limits)
    if instance.outbox.damage:
        call.output.note(instance.say(instance.outbox.damage).whole())
    delivery = _promise(call, instance, given)
    # From here on it is saved, and whatever happens, that is what is told.
    trouble = _send(instance, delivery, given.wait_s)
    return _tell(call.output, instance, instance.outbox.delivery(delivery.id) or delivery, trouble)


def _send(instance: CommandInstance, delivery: Delivery, wait_s: float) -> Reason | None:
    """Sends for a while; gives what stood in the way of trying at all."""
    try:
        if wait_s > 0:
            instance.sender().drain(delivery.id, wait_s)
        else:
            instance.ring("wake")
        return None if instance.enrolment() else Reason(Cause.NOT_ENROLLED)
    except KeyboardInterrupt:
        return None
    except RefusedError as error:
        return error.reason
    except Exception as error:  # noqa: BLE001 - a fault of ours is no reason to say less than that it is saved
        return Reason(Cause.UNEXPECTED, {"ref": unexpected(error)})


def _given(options: argparse.Namespace, categories: list[str], limits: Limits) -> Given:
    """ArgumentsError and RefusedError for values that can't be."""
    for name, value, possible in (
        ("--impact", options.impact, list(Impact)),
        ("--urgency", options.urgency, list(Urgency)),
        ("--category", options.category, categories),
    ):
        if value is not None and value not in possible:
            raise ArgumentsError(f"{name} can be {', '.join(possible)}. {SEE_HELP}")
    given = Given(
        subject=options.subject,
        details=_details(options.details, limits),
        category=options.category or "",
        impact=Impact(options.impact or Impact.ME),
        urgency=Urgency(options.urgency or Urgency.HARD),
        attach=tuple(Path(name) for name in options.attach),
        wait_s=_seconds(options.wait),
    )
    if len(given.attach) > limits.attachments:
        raise refused(Cause.TOO_MANY_FILES, limit=limits.attachments)
    return given


def _details(told: str | None, limits: Limits) -> str:
    if told != "-":
        return told or ""
    if sys.stdin is None:
        raise ArgumentsError(f"--details - reads standard input, and there is none. {SEE_HELP}")
    # Never more than could be sent, whatever stands behind it.
    most = limits.text_letters * 4
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise refused(Cause.TEXT_TOO_LONG, limit=limits.text_letters)
    return data.decode("utf-8", "surrogateescape")


def _seconds(told: str | None) -> float:
    if told is None:
        return WAIT_S
    try:
        seconds = float(told)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= LONGEST_WAIT_S:
        raise refused(Cause.BAD_VALUE, option="--wait", value=told)
    return seconds


def _promise(call: Call, instance: CommandInstance, given: Given) -> Delivery:
    """Puts the report together and saves it. Whatever goes wrong before that leaves no draft behind."""
    settings = instance.preferences.values()
    about = instance.about()
    draft = msgspec.structs.replace(
        instance.drafts.new(),
        subject=given.subject,
        details=given.details,
        category=given.category,
        impact=given.impact,
        urgency=given.urgency,
        telephone=settings.telephone,
        place=settings.place,
    )
    typed, draft = draft, report_contents.cleaned(draft)
    _check(draft, about.limits)
    if report_contents.loses_characters(typed):
        call.output.note(f"{instance.say(Reason(Cause.CHARACTERS_REMOVED)).title}.")
    try:
        # Before anything else: the screen as it is now.
        if settings.take_screenshots and not call.options.no_screenshot:
            draft = capture_screens(draft, instance.drafts)
            if draft.no_picture:
                call.output.note(f"{instance.say(draft.no_picture).title}. The report goes on without.")
        for file in given.attach:
            draft = instance.drafts.add_file(draft, file, about.limits)
        if not call.options.no_diagnostics:
            draft = _with_diagnostics(draft, instance)
        return send_report(draft, drafts=instance.drafts, outbox=instance.outbox, about=about)
    except BaseException:
        _forget(draft, instance)
        raise


def _check(draft: Draft, limits: Limits) -> None:
    """Before anything is collected, and in the words of the command line."""
    try:
        report_contents.check(draft, limits)
    except RefusedError as error:
        match error.reason.cause:
            case Cause.SUBJECT_EMPTY:
                raise ArgumentsError("--subject is empty. Say in a few words what is wrong. Nothing was done.") from error
            case Cause.SUBJECT_TOO_LONG:
                raise ArgumentsError(
                    f"--subject holds {limits.subject_letters} letters. Move the rest to --details. Nothing was done."
                ) from error
            case _:
                raise


def _with_diagnostics(draft: Draft, instance: CommandInstance) -> Draft:
    enrolment = instance.enrolment()
    found = diagnose(
        address=enrolment.address if enrolment else None,
        hosts=instance.about().hosts,
        known_secrets=instance.known_secrets,
    )
    return msgspec.structs.replace(draft, diagnostics=found)


def _forget(draft: Draft, instance: CommandInstance) -> None:
    try:
        instance.drafts.delete(draft.id)
    except RefusedError:
        return


def _tell(output: Output, instance: CommandInstance, delivery: Delivery, trouble: Reason | None) -> Exit:
    by_itself = instance.tray_runs()
    again = delivery.next_try if by_itself and delivery.state is not DeliveryState.DELIVERED else None
    reason = None if delivery.state is DeliveryState.DELIVERED else delivery.reason or trouble
    values: dict[str, object] = {
        "id": delivery.id,
        "number": delivery.number,
        "state": STATES[delivery.state],
        "reason": reason.cause.value if reason else None,
        "next_try": stamp(again),
        "sent": msgspec.to_builtins(instance.outbox.contents(delivery.id)),
    }
    if delivery.state is DeliveryState.DELIVERED:
        output.answer(values, f"{delivery.number} received.")
        return Exit.DONE
    if delivery.state is DeliveryState.REFUSED and reason:
        if output.as_json:
            output.answer(values, "")
        output.note(instance.say(reason, saved="report").whole())
        return Exit.FAILED
    output.answer(values, _waiting_text(delivery, reason, instance, by_itself=by_itself))
    return Exit.WAITING


def _waiting_text(delivery: Delivery, reason: Reason | None, instance: CommandInstance, *, by_itself: bool) -> str:
    saved, rest = "Saved.", "It"
    if delivery.number and delivery.files_left:
        files = "1 file" if delivery.files_left == 1 else f"{delivery.files_left} files"
        if reason is None and by_itself:
            return f"{delivery.number} received. {files} still being sent."
        saved, rest = f"{delivery.number} received, {files} not yet.", "The rest"
    if reason is None:
        return f"{saved} {rest} is being sent." if by_itself else f"{saved} {rest} goes out when Sigap next runs."
    later = next_try(delivery.next_try, reason, by_itself=by_itself)
    return f"{saved} Waiting: {instance.say(reason, saved='report').title}. Next try {later}."
