from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.about import About
from contract.diagnostics import Diagnostics, Fact, Hidden, NotCollected
from contract.uploads import Kind
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.screens.review import diagnostics_to_send, groups_of, review_view, segments, with_fact

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
    assert view.not_known == (("printers", "slow"),)
    assert (view.facts, view.facts_hidden) == (4, 1)
    assert view.facts_bytes == len(msgspec.json.encode(diagnostics_to_send(draft())))


def test_facts_are_grouped_in_the_order_in_which_they_came() -> None:
    groups = groups_of(draft())
    assert [(group.key, [fact.name for fact in group.facts]) for group in groups] == [
        ("Disk", ["/ free", "/ size"]),
        ("System", ["Name", "User"]),
    ]


def test_what_is_left_out_does_not_leave() -> None:
    sent = diagnostics_to_send(draft(left_out=frozenset({"Disk", "System/Name"})))
    assert [fact.name for fact in sent.facts] == ["User"]
    assert diagnostics_to_send(draft(left_out=frozenset({"Disk", "System"}))) is None
    assert diagnostics_to_send(msgspec.structs.replace(draft(), diagnostics=None)) is None


def test_a_group_whose_facts_all_stay_is_left_out_as_one() -> None:
    made = with_fact(draft(), "Disk// free", included=False)
    assert made.left_out == {"Disk// free"}
    made = with_fact(made, "Disk// size", included=False)
    assert made.left_out == {"Disk"}
    made = with_fact(made, "Disk// free", included=True)
    assert made.left_out == {"Disk// size"}
    made = with_fact(made, "", included=False)
    assert made.left_out == {"Disk", "System"}
    assert with_fact(made, "", included=True).left_out == frozenset()


KEYS = ["", "Disk", "System", "Disk// free", "Disk// size", "System/Name", "System/User"]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.booleans()), max_size=12))
def test_boxes_and_what_leaves_always_agree(ticks: list[tuple[str, bool]]) -> None:
    made, expected = draft(), {f"{fact.group}/{fact.name}": True for fact in FACTS}
    for key, on in ticks:
        made = with_fact(made, key, included=on)
        expected |= {k: on for k in expected if key in {"", k.split("/", maxsplit=1)[0], k}}
    sent = diagnostics_to_send(made)
    assert {f"{fact.group}/{fact.name}" for fact in (sent.facts if sent else ())} == {k for k, on in expected.items() if on}
    assert {fact.key: fact.included for group in groups_of(made) for fact in group.facts} == expected


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
