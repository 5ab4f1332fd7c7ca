from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.about import About
from contract.diagnostics import Diagnostics, Fact, Hidden, NotCollected
from contract.uploads import Kind
from desktop_client.flows.report_contents import sent_diagnostics
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.screens.review import NOT_KNOWN, ReviewMissing, groups_of, missing_of, review_view, segments, with_fact

NOW = datetime(2026, 3, 12, 10, 44, tzinfo=UTC)
ABOUT = About(version="1", company="PT Maju Bersama", help_desk="Helpdesk")
FACTS = (
    Fact(group="Disk", name="/ free", value=3.5, unit="GB"),
    Fact(group="System", name="Name", value="Debian"),
    Fact(group="Disk", name="/ size", value=256, unit="GB"),
    Fact(group="System", name="User", value=f"/home/{Hidden.USER_NAME.mark()}/x"),
)


def draft(facts: tuple[Fact, ...] = FACTS, left_out: frozenset[str] = frozenset()) -> Draft:
    missing = (NotCollected(collector="printers", reason="slow"),)
    return Draft(
        id="d",
        created=NOW,
        changed=NOW,
        subject="Printer",
        category="printing",
        items=(
            DraftItem(id="p", kind=Kind.SCREENSHOT, name="s.png", type="image/png", size_bytes=10, sha256="0", file="f1", screen=1),
            DraftItem(id="f", kind=Kind.FILE, name="a.txt", type="text/plain", size_bytes=20, sha256="0", file="f2", included=False),
        ),
        diagnostics=Diagnostics(facts=facts, not_collected=missing, collected=NOW, took_s=1.0),
        left_out=left_out,
    )


def view_of(made: Draft) -> object:
    return review_view(made, about=ABOUT, folder=Path("/d"), person="Ayu", computer="LT-1", language="id")


def test_everything_that_can_leave_is_there() -> None:
    view = view_of(draft())
    assert (view.person, view.computer, view.help_desk, view.company) == ("Ayu", "LT-1", "Helpdesk", "PT Maju Bersama")
    assert [(item.id, item.screen, item.file, item.included) for item in view.pictures] == [("p", 1, Path("/d/f1"), True)]
    assert [(item.id, item.screen, item.included) for item in view.files] == [("f", 0, False)]
    assert view.topic == "Printer dan scanner"
    assert view.not_known == (ReviewMissing(collector="printers", reason="slow", included=True),)
    assert (view.facts, view.facts_hidden) == (4, 1)
    assert view.facts_bytes == len(msgspec.json.encode(sent_diagnostics(draft(), ABOUT.limits)))


def test_facts_are_grouped_in_the_order_in_which_they_came() -> None:
    groups = groups_of(draft())
    assert [(group.key, [fact.name for fact in group.facts]) for group in groups] == [
        ("Disk", ["/ free", "/ size"]),
        ("System", ["Name", "User"]),
    ]


def test_what_is_left_out_does_not_leave() -> None:
    view = view_of(draft(left_out=frozenset({"Disk", "System/Name"})))
    assert [fact.key for group in view.groups for fact in group.facts if fact.included] == ["System/User"]
    assert (view.facts, view.facts_hidden) == (1, 1)
    view = view_of(draft(left_out=frozenset({"Disk", "System", "printers"})))
    assert (view.facts, view.facts_bytes) == (0, 0)
    view = view_of(msgspec.structs.replace(draft(), diagnostics=None))
    assert (view.groups, view.not_known, view.facts_bytes) == ((), (), 0)


def test_a_group_whose_facts_all_stay_is_left_out_as_one() -> None:
    made = with_fact(draft(), "Disk// free", included=False)
    assert made.left_out == {"Disk// free"}
    made = with_fact(made, "Disk// size", included=False)
    assert made.left_out == {"Disk"}
    made = with_fact(made, "Disk// free", included=True)
    assert made.left_out == {"Disk// size"}
    made = with_fact(made, "", included=False)
    assert made.left_out == {"Disk", "System", "printers"}
    assert with_fact(made, "", included=True).left_out == frozenset()


KEYS = ["", NOT_KNOWN, "printers", "Disk", "System", "Disk// free", "Disk// size", "System/Name", "System/User"]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.booleans()), max_size=12))
def test_boxes_and_what_leaves_always_agree(ticks: list[tuple[str, bool]]) -> None:
    made, expected = draft(), {f"{fact.group}/{fact.name}": True for fact in FACTS} | {"printers": True}
    for key, on in ticks:
        made = with_fact(made, key, included=on)
        expected |= {k: on for k in expected if key in {"", k.split("/", maxsplit=1)[0], k} or (key == NOT_KNOWN and k == "printers")}
    sent = sent_diagnostics(made, ABOUT.limits)
    leaves = {f"{fact.group}/{fact.name}" for fact in sent.facts} | {m.collector for m in sent.not_collected} if sent else set()
    assert leaves == {k for k, on in expected.items() if on}
    shown = {fact.key: fact.included for group in groups_of(made) for fact in group.facts}
    assert shown | {m.collector: m.included for m in missing_of(made)} == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", ("plain",)),
        ("", ()),
        ("[hidden: password]", (Hidden.PASSWORD,)),
        ("a [hidden: user-name] b", ("a ", Hidden.USER_NAME, " b")),
        ("[hidden: of-next-year]", (Hidden.TEXT,)),
        ("[hidden: password][hidden: text]", (Hidden.PASSWORD, Hidden.TEXT)),
        ("[hidden", ("[hidden",)),
    ],
)
def test_marks_of_redaction_are_found(text: str, parts: tuple[object, ...]) -> None:
    assert segments(text) == parts
