"""What was tried leaves only where it is understood and wanted, and without secrets and names."""

import json
from datetime import UTC, datetime

import msgspec
import pytest

from contract.about import About
from contract.diagnostics import Hidden
from contract.guides import Evidence, Tried
from contract.tickets import PutTicket
from desktop_client.flows.report_contents import report_request
from desktop_client.flows.what_was_tried import GROUP, as_fact, cleaner, key_at, redacted, sent_tried
from desktop_client.help_desk.draft import Draft
from desktop_client.screens.review import review_view, with_fact

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
UNDERSTANDS = About(version="1", company="Nusantara", understands=("tried",))
OLDER = About(version="1", company="Nusantara")


def tried(name: str, result: str = "ok", *evidence: Evidence) -> Tried:
    return Tried(guide="printer", step="look", title=f"Is {name} there?", kind="check", name=name, result=result, evidence=evidence, at=NOW)


def draft(*left_out: str) -> Draft:
    both = (tried("printer", "found:gone", Evidence(name="ms", value=4, unit="ms")), tried("queue"))
    return Draft(id="1", created=NOW, changed=NOW, subject="Can't print", tried=both, left_out=frozenset(left_out))


@pytest.mark.parametrize(
    ("left_out", "names"), [((), ["printer", "queue"]), ((key_at(0),), ["queue"]), ((GROUP,), []), ((key_at(0), key_at(1)), [])]
)
def test_what_is_ticked_is_what_leaves(left_out: tuple[str, ...], names: list[str]) -> None:
    request = msgspec.json.decode(report_request(draft(*left_out), UNDERSTANDS), type=PutTicket)
    assert [one.name for one in request.tried or ()] == names


def test_an_older_backend_gets_the_report_as_it_always_was() -> None:
    assert "tried" not in json.loads(report_request(draft(), OLDER))
    assert "tried" not in json.loads(report_request(msgspec.structs.replace(draft(), tried=()), UNDERSTANDS))
    assert sent_tried(draft(), OLDER) is msgspec.UNSET


def test_review_shows_each_and_ticking_it_is_what_counts(tmp_path_factory: pytest.TempPathFactory) -> None:
    def view(of: Draft, about: About = UNDERSTANDS) -> list[tuple[str, bool]]:
        folder = tmp_path_factory.getbasetemp()
        shown = review_view(of, about=about, folder=folder, person="Ayu", computer="LT-1", language="en")
        assert shown.facts == sum(fact.included for group in shown.groups for fact in group.facts)
        return [(fact.name, fact.included) for group in shown.groups for fact in group.facts]

    assert view(draft()) == [("Is printer there?", True), ("Is queue there?", True)]
    one = with_fact(draft(), key_at(1), included=False)
    assert view(one) == [("Is printer there?", True), ("Is queue there?", False)]
    assert with_fact(one, key_at(0), included=False).left_out == {GROUP}
    assert with_fact(draft(GROUP), "", included=True).left_out == frozenset()
    assert view(draft(), OLDER) == []
    assert as_fact(draft().tried[0]).value == "found:gone; ms 4 ms"


def test_secrets_and_names_are_taken_out_of_every_text() -> None:
    secret = "tok-5f2b9c1d7e8a4b6c"
    clean = cleaner([secret], [("ayu.lestari", Hidden.USER_NAME)])
    dirty = Tried(
        guide="printer",
        step="look",
        title="Printer of ayu.lestari",
        kind="answer",
        result=f"it says {secret}",
        evidence=(Evidence(name="path", value="/home/ayu.lestari/x"), Evidence(name="n", value=3)),
        at=NOW,
    )
    (found,) = redacted([dirty], clean)
    assert secret not in str(found)
    assert "ayu.lestari" not in str(found)
    assert found.evidence[1].value == 3
