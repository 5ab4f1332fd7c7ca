"""Enrolling with something in the outbox: asked before it goes elsewhere, and what a new person can't see becomes a report."""

from pathlib import Path

import msgspec
import pytest

from contract.tickets import PutTicket
from desktop_client.backend.enrolment import Who, open_session
from desktop_client.backend.session import Session
from desktop_client.flows.enrol import enrol
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.sender import Sender
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.system.folders import Profile, open_profile
from desktop_client.system.secrets import TokenStore
from tests.desktop_client.backend.test_enrolment import Registry
from tests.desktop_client.help_desk.test_cache import page
from tests.desktop_client.help_desk.test_outbox import deliver, promise, say
from tests.raw_server import RawServer, problem
from tests.small_backend import SmallBackend, summary

WHO = Who(account="siti", display_name="Siti", computer="pc-1")


class Desk:
    """One profile and everything that enrolling touches."""

    def __init__(self, folder: Path) -> None:
        self.profile: Profile = open_profile(folder)
        self.tokens = TokenStore(self.profile)
        self.outbox = Outbox(self.profile.outbox_folder)
        self.cache = Cache(self.profile.cache_file)
        self.about = AboutKept(self.profile.about_file)

    def enrol(self, address: str, code: str, *, confirmed: bool = False) -> str:
        made = enrol(
            address,
            code,
            profile=self.profile,
            tokens=self.tokens,
            outbox=self.outbox,
            cache=self.cache,
            about=self.about,
            confirmed=confirmed,
            who=WHO,
        )
        return made.owner


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "profile")


def test_an_address_that_cannot_be(desk: Desk) -> None:
    for typed in ("http://help.example.com", "ftp://x", ""):
        with pytest.raises(RefusedError) as refused:
            desk.enrol(typed, "ABCD2345")
        assert refused.value.reason.cause is Cause.ADDRESS


def test_what_waited_before_goes_along(desk: Desk) -> None:
    waits = promise(desk.outbox)
    with RawServer(Registry("ABCD2345")) as server:
        desk.enrol(server.address, "ABCD2345")
    assert [delivery.id for delivery in desk.outbox.waiting()] == [waits]


def test_what_waited_for_being_registered_waits_for_nothing_any_more(desk: Desk) -> None:
    waits = promise(desk.outbox)
    with RawServer(problem(401, "revoked")) as server:
        Sender(desk.outbox, lambda: Session(server.address, lambda: f"sgd_{'A' * 43}"), desk.profile.sender_lock).drain(waits, 30)
    assert [delivery.reason for delivery in desk.outbox.waiting()] == [Reason(Cause.REVOKED)]
    with RawServer(Registry("ABCD2345")) as server:
        desk.enrol(server.address, "ABCD2345")
    assert [(delivery.id, delivery.reason) for delivery in desk.outbox.waiting()] == [(waits, None)]


def test_another_backend_is_asked_about_while_something_waits(desk: Desk) -> None:
    with RawServer(Registry("ABCD2345")) as first, RawServer(Registry("OTHE2345")) as second:
        owner = desk.enrol(first.address, "ABCD2345")
        waits = promise(desk.outbox)
        with pytest.raises(RefusedError) as refused:
            desk.enrol(second.address, "OTHE2345")
        assert refused.value.reason == Reason(Cause.WAITING_ELSEWHERE, {"count": 1})
        assert second.asked == []
        assert desk.enrol(second.address, "OTHE2345", confirmed=True) != owner
    assert [delivery.id for delivery in desk.outbox.waiting()] == [waits]
    session = open_session(desk.profile, desk.tokens)
    assert session is not None
    assert session.address == f"http://{second.asked[0].headers['host']}"


def test_after_revocation_replies_become_reports_and_old_tickets_go(desk: Desk) -> None:
    registry = Registry("ABCD2345", "NEXT2345")
    with RawServer(registry) as server:
        desk.enrol(server.address, "ABCD2345")
        arrived, waits = promise(desk.outbox, "arrived"), promise(desk.outbox, "waits")
        deliver(desk.outbox, arrived, "INC-000001", b"{}")
        lost, along = say(desk.outbox, arrived, "more about it"), say(desk.outbox, waits, "and this")
        backend = SmallBackend()
        backend.say(summary(arrived), "hello")
        desk.cache.apply(page(backend))
        registry.revoked.update(registry.persons)
        desk.enrol(server.address, "NEXT2345")
    assert desk.cache.tickets() == ()
    found = {delivery.id: delivery for delivery in desk.outbox.waiting()}
    assert set(found) == {waits, lost, along}
    assert found[lost].kind is DeliveryKind.REPORT
    assert found[along].kind is DeliveryKind.MESSAGE
    kept = desk.outbox.kept(lost)
    assert kept is not None
    report = msgspec.json.decode(kept.promise.request, type=PutTicket)
    assert (report.subject, report.details) == ("Re: Printer", "more about it")
    desk.outbox.close()
    # It was replaced on the disk as well.
    assert {delivery.id: delivery.kind for delivery in Outbox(desk.profile.outbox_folder).waiting()}[lost] is DeliveryKind.REPORT


def test_renewing_keeps_tickets_and_replies(desk: Desk) -> None:
    with RawServer(Registry("ABCD2345", "NEXT2345")) as server:
        owner = desk.enrol(server.address, "ABCD2345")
        arrived = promise(desk.outbox, "arrived")
        deliver(desk.outbox, arrived, "INC-000001", b"{}")
        reply = say(desk.outbox, arrived, "more")
        backend = SmallBackend()
        backend.say(summary(arrived), "hello")
        desk.cache.apply(page(backend))
        assert desk.enrol(server.address, "NEXT2345") == owner
    assert len(desk.cache.tickets()) == 1
    assert desk.outbox.waiting()[0].id == reply
    assert desk.outbox.waiting()[0].kind is DeliveryKind.MESSAGE
