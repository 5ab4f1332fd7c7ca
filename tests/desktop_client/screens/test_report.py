from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from contract.about import About, Category, Limits
from contract.diagnostics import Diagnostics, Fact
from contract.tickets import Impact, Urgency
from contract.uploads import Kind
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.reasons import Cause, Reason
from desktop_client.screens.report import (
    Checking,
    ReportWords,
    report_view,
    sums_of,
    topics_of,
    with_item,
    with_words,
    words_of,
    wrong_field,
)

NOW = datetime(2026, 3, 12, 10, 44, tzinfo=UTC)
ABOUT = About(
    version="1",
    company="PT Maju Bersama",
    categories=(
        Category(key="vpn", name={"en": "VPN"}),
        Category(key="sap", name={"id": "SAP (id)", "en": "SAP"}),
        Category(key="x", name={}),
    ),
    limits=Limits(subject_letters=120),
)


def item(name: str, kind: Kind, size: int, *, included: bool = True, screen: int = 0) -> DraftItem:
    return DraftItem(
        id=name, kind=kind, name=name, type="x/y", size_bytes=size, sha256="0", file=f"f-{name}", screen=screen, included=included
    )


def draft(**more: object) -> Draft:
    made = Draft(
        id="d",
        created=NOW,
        changed=NOW,
        subject="Printer",
        details="é",
        items=(item("p1", Kind.SCREENSHOT, 1000, screen=1), item("p2", Kind.SCREENSHOT, 500, screen=2), item("log", Kind.LOG, 30)),
        diagnostics=Diagnostics(facts=(Fact(group="Disk", name="/ free", value=1),), collected=NOW, took_s=1.0),
    )
    return msgspec.structs.replace(made, **more)


def view_of(made: Draft, **more: object) -> object:
    return report_view(made, about=ABOUT, language="id", folder=Path("/d"), **more)


def test_the_window_of_a_draft() -> None:
    view = view_of(draft(), checking=Checking(done=1, total=2))
    assert [(p.id, p.screen, p.file) for p in view.pictures] == [("p1", 1, Path("/d/f-p1")), ("p2", 2, Path("/d/f-p2"))]
    assert [f.name for f in view.files] == ["log"]
    assert view.subject_letters == 120
    assert view.company == "PT Maju Bersama"
    assert view.checking == Checking(done=1, total=2)
    assert (view.problem, view.wrong_field, view.mending) == (None, "", False)


def test_topics_in_the_language_else_in_english_else_by_key() -> None:
    assert [(topic.key, topic.name) for topic in topics_of(ABOUT, "id")] == [("vpn", "VPN"), ("sap", "SAP (id)"), ("x", "x")]


def test_sums_hold_what_leaves_and_nothing_else() -> None:
    made = draft()
    facts = len(msgspec.json.encode(made.diagnostics))
    assert msgspec.json.encode(sums_of(made, ABOUT)) == msgspec.json.encode(
        {"pictures": 2, "files": 1, "facts": 1, "size_bytes": 1530 + len("Printeré".encode()) + facts}
    )
    less = with_item(made, "p1", included=False)
    assert (sums_of(less, ABOUT).pictures, sums_of(made, ABOUT).size_bytes - sums_of(less, ABOUT).size_bytes) == (
        1,
        1000,
    )
    assert sums_of(msgspec.structs.replace(made, left_out=frozenset({"Disk"})), ABOUT).facts == 0


def test_words_come_and_go_whole() -> None:
    said = ReportWords(subject="s", details="d", category="vpn", impact=Impact.COMPANY, urgency=Urgency.STOPPED, telephone="1", place="2")
    assert words_of(with_words(draft(), said)) == said
    assert with_words(draft(), said).items == draft().items


def test_an_item_is_left_out_and_put_back() -> None:
    made = with_item(draft(), "p2", included=False)
    assert [i.included for i in made.items] == [True, False, True]
    assert with_item(made, "p2", included=True) == draft()


@pytest.mark.parametrize(
    ("problem", "field"),
    [
        (None, ""),
        (Reason(Cause.SUBJECT_EMPTY), "subject"),
        (Reason(Cause.TEXT_TOO_LONG, {"limit": 5}), "details"),
        (Reason(Cause.REFUSED, {"field": "category"}), "category"),
        (Reason(Cause.REFUSED, {"field": "attachments.0.name"}), ""),
        (Reason(Cause.UNREACHABLE), ""),
    ],
)
def test_a_refusal_points_at_its_field(problem: Reason | None, field: str) -> None:
    assert wrong_field(problem) == field


def test_a_refused_report_is_mended_and_newer_trouble_comes_first() -> None:
    old, new = Reason(Cause.REFUSED, {"field": "category"}), Reason(Cause.DISK_FULL)
    view = view_of(draft(refusal=old))
    assert (view.problem, view.wrong_field, view.mending) == (old, "category", True)
    view = view_of(draft(refusal=old), problem=new)
    assert (view.problem, view.wrong_field, view.mending) == (new, "", True)


def test_lone_surrogates_are_counted_and_break_nothing() -> None:
    assert sums_of(draft(subject="\ud800"), ABOUT).size_bytes > 0
