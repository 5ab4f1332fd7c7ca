"""Register this computer with a code, at the same backend again, after revocation, or at another one; what waits goes along."""

import msgspec

from contract.tickets import PutMessage, PutTicket
from desktop_client.backend import enrolment as way
from desktop_client.backend.address import normal_address
from desktop_client.backend.enrolment import Enrolment, Who
from desktop_client.flows.report_contents import LINE_LETTERS, clean_line
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.promise import Promise
from desktop_client.reasons import Cause, RefusedError, refused
from desktop_client.system.folders import Profile
from desktop_client.system.machine.identity import account, computer_name, display_name
from desktop_client.system.secrets import TokenStore


def enrol(
    address: str,
    code: str,
    *,
    profile: Profile,
    tokens: TokenStore,
    outbox: Outbox,
    cache: Cache | None = None,
    about: AboutKept | None = None,
    confirmed: bool = False,
    who: Who | None = None,
) -> Enrolment:
    """Registers this computer, and brings what waits along: reports as they are, replies to somebody else's tickets as reports.

    To another backend while something waits it asks first: RefusedError(WAITING_ELSEWHERE, count) unless `confirmed`. Other RefusedErrors:
    ADDRESS, CODE_…, TOO_MANY_TRIES and what a connection can meet; nothing was changed then. Wake sender and listener afterwards.
    """
    place = normal_address(address)
    before = way.current_enrolment(profile, tokens)
    waiting = outbox.waiting()
    if before and before.address != place and waiting and not confirmed:
        raise refused(Cause.WAITING_ELSEWHERE, count=len(waiting))
    now = way.enrol(profile, tokens, place, code, who or _this_person())
    follow_owner(now, outbox=outbox, cache=cache)
    outbox.registered()
    if about:
        if before is None or before.address != place:
            about.forget()
        _learn(profile, tokens, about)
    return now


def follow_owner(now: Enrolment, *, outbox: Outbox, cache: Cache | None) -> None:
    """Makes outbox and cache this person's. Harmless again, and to be called at each start: a crash may have come between."""
    if cache:
        cache.begin(now.owner)
    for message in outbox.begin(now.owner):
        outbox.replace(message.id, _as_report(message))


def _as_report(message: Promise) -> Promise:
    """A reply to a ticket that this person cannot see becomes a report, so that its words still arrive."""
    reply = msgspec.json.decode(message.request, type=PutMessage)
    subject = clean_line(f"Re: {message.subject or reply.text}")[: LINE_LETTERS // 3]
    report = PutTicket(subject=subject, details=reply.text, written=reply.written, attachments=reply.attachments)
    return Promise(
        id=message.id,
        kind=DeliveryKind.REPORT,
        ticket=message.id,
        subject=subject,
        since=message.since,
        request=msgspec.json.encode(report),
    )


def _learn(profile: Profile, tokens: TokenStore, about: AboutKept) -> None:
    try:
        session = way.open_session(profile, tokens)
        if session:
            with session:
                about.refresh(session)
    except RefusedError:
        # It is asked again at the next start; until then the built-in answer holds.
        return


def _this_person() -> Who:
    return Who(account=account(), display_name=display_name(), computer=computer_name())
