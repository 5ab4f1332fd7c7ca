"""What the windows have done for them, on a real profile."""

from pathlib import Path

import msgspec
import pytest

from contract.uploads import Kind
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.delivery import DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.ui.instance_work import Reports, Tickets
from tests.desktop_client.help_desk.test_outbox import refuse


@pytest.fixture
def woken() -> list[str]:
    return []


@pytest.fixture
def reports(instance: Instance, woken: list[str]) -> Reports:
    return Reports(instance, lambda: woken.append("sender"))


@pytest.fixture
def tickets(instance: Instance, woken: list[str]) -> Tickets:
    return Tickets(instance, lambda: woken.append("sender"))


def send(reports: Reports, instance: Instance, **words: str) -> str:
    draft = msgspec.structs.replace(instance.drafts.new(), subject="Printer", **words)  # type: ignore[arg-type]
    return reports.send(draft, lambda _done, _of: None).id


def test_a_click_begins_a_draft_with_how_to_be_reached(reports: Reports, instance: Instance) -> None:
    instance.preferences.change("telephone", "0812")
    instance.preferences.change("take_screenshots", value=False)
    click = reports.begin(None)
    assert (click.draft.telephone, click.draft.items, click.kept) == ("0812", (), ())


def test_without_a_screen_it_goes_on_and_says_so(reports: Reports) -> None:
    click = reports.begin(None)
    assert click.draft.items == ()
    assert click.draft.no_picture == Reason(Cause.CAPTURE_IMPOSSIBLE)


def test_what_was_sent_wakes_the_sender_and_is_remembered(reports: Reports, instance: Instance, woken: list[str]) -> None:
    send(reports, instance, telephone=" 0812 ", place="Floor 3")
    assert woken == ["sender"]
    values = instance.preferences.values()
    assert (values.telephone, values.place) == ("0812", "Floor 3")


def test_pasted_pictures_are_numbered(reports: Reports, instance: Instance) -> None:
    draft = reports.add_picture(reports.add_picture(instance.drafts.new(), b"one"), b"two")
    assert [item.name for item in draft.items] == ["picture-1.png", "picture-2.png"]


def test_an_empty_log_is_no_log(reports: Reports, instance: Instance) -> None:
    assert reports.add_log(instance.drafts.new(), b"").items == ()
    assert [item.kind for item in reports.add_log(instance.drafts.new(), b"x").items] == [Kind.LOG]


def test_clean_words_are_the_same_draft(reports: Reports, instance: Instance) -> None:
    draft = msgspec.structs.replace(instance.drafts.new(), subject="Fine")
    assert reports.clean(draft) is draft
    assert reports.clean(msgspec.structs.replace(draft, subject="Not \x00 fine")).subject != "Not \x00 fine"


def test_a_report_that_waits_is_a_conversation(reports: Reports, tickets: Tickets, instance: Instance) -> None:
    report = send(reports, instance)
    view = tickets.conversation(report)
    assert view is not None
    assert (view.subject, view.report is not None) == ("Printer", True)
    assert tickets.conversation("00000000-0000-7000-8000-000000000009") is None
    assert tickets.fetch_words(report) is False


def test_a_refused_one_is_tried_again_as_it_is(reports: Reports, tickets: Tickets, instance: Instance) -> None:
    report = send(reports, instance)
    refuse(instance.outbox, report, Reason(Cause.REFUSED, {"field": "subject", "detail": "x", "ref": "1"}))
    tickets.try_again(report)
    assert [delivery.state for delivery in instance.outbox.waiting()] == [DeliveryState.WAITING]


def test_one_that_had_arrived_with_other_words_becomes_a_reply(reports: Reports, tickets: Tickets, instance: Instance) -> None:
    report = send(reports, instance)
    refuse(instance.outbox, report, Reason(Cause.CONFLICT, {"number": "INC-000001"}))
    tickets.try_again(report)
    [delivery] = instance.outbox.waiting()
    assert (delivery.kind, delivery.ticket) == (DeliveryKind.MESSAGE, report)


def test_saving_what_is_not_there_is_told(tickets: Tickets, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as error:
        tickets.save_delivery("00000000-0000-7000-8000-000000000009", tmp_path / "x.zip")
    assert error.value.reason.cause is Cause.NO_SUCH_TICKET
