"""The contract agrees with itself, and its values mean what they say."""

import re
import time
import uuid

import msgspec
import pytest

from contract.about import CATEGORIES, MATRIX, About, priority
from contract.diagnostics import Hidden
from contract.endpoints import COMMON, ENDPOINTS
from contract.enrolment import CODE_ALPHABET, PutEnrolment, normal_code, shown_code
from contract.ids import is_id, new_id
from contract.problems import STATUS, Code
from contract.tickets import By, Impact, PutTicket, State, Ticket, Urgency
from contract.uploads import Kind


def test_each_code_has_one_status_and_somebody_who_says_it() -> None:
    assert set(STATUS) == set(Code)
    assert {code for endpoint in ENDPOINTS for code in endpoint.problems} | set(COMMON) == set(Code)


def test_each_endpoint_is_there_once() -> None:
    assert len({(endpoint.method, endpoint.path) for endpoint in ENDPOINTS}) == len(ENDPOINTS)
    assert len({endpoint.name for endpoint in ENDPOINTS}) == len(ENDPOINTS)
    assert [endpoint.path for endpoint in ENDPOINTS if not re.fullmatch(r"/health|/api/v1(/[a-z-]+|/\{[a-z_]+\})+", endpoint.path)] == []


@pytest.mark.parametrize("impact", Impact)
def test_more_people_or_less_work_is_never_less_urgent(impact: Impact) -> None:
    ranks = [priority(impact, urgency) for urgency in Urgency]
    assert ranks == sorted(ranks)
    assert MATRIX[Impact.COMPANY] <= MATRIX[impact] <= MATRIX[Impact.ME]


def test_ids_are_version_7_and_sort_by_time() -> None:
    first = new_id()
    time.sleep(0.002)
    later = [new_id() for _ in range(1_000)]
    assert uuid.UUID(first).version == 7
    assert uuid.UUID(first).variant == uuid.RFC_4122
    assert first < min(later)
    assert len(set(later)) == 1_000
    assert is_id(first)


@pytest.mark.parametrize("text", ["", "x", "01A20CAC-ED37-704A-A5F9-3280C485445B", "01a20caced37704aa5f93280c485445b", "{01a20cac}", "\n"])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_codes_as_they_are_typed_and_shown() -> None:
    assert normal_code(" abcd-2345 ") == "ABCD2345"
    assert shown_code("ABCD2345") == "ABCD-2345"
    assert not set("01OI") & set(CODE_ALPHABET)


def test_requests_are_strict_and_replies_are_lenient() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"subject":"S","written":"2026-01-01T00:00:00Z","new":1}', type=PutTicket)
    about = msgspec.json.decode(b'{"version":"9","company":"C","new":1}', type=About)
    assert about.categories == CATEGORIES
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"code":"c","token":"sgd_short","account":"a","computer":"c"}', type=PutEnrolment)


def test_values_of_a_newer_backend_are_read_as_something_known() -> None:
    assert (State("parked"), By("robot"), Kind("video")) == (State.OPEN, By.TECHNICIAN, Kind.FILE)
    assert Hidden.PASSWORD.mark() == "[hidden: password]"
    assert "messages" in Ticket.__struct_fields__
