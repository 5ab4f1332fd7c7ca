"""Articles over real HTTP: pages, pictures, opinions and counts."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from contract.ids import new_id
from server_stub.api.articles import accepts_gzip
from tests.server_stub.knowledge.written import article, keep_article, put, put_help_use, put_opinion, take_in, today
from tests.server_stub.served import Person, Served

OPINIONS = "SELECT id, version, helped, missing FROM opinions"


def rows(served: Served, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in served.backend.store.read(lambda connection: connection.execute(text(query)).all())]


def test_a_page_in_the_order_and_form_of_the_contract(served: Served, tmp_path: Path) -> None:
    ana = served.person()
    empty = ana.call("GET", "/api/v1/articles").json()
    assert empty == {"epoch": served.backend.store.epoch, "articles": [], "gone": [], "last": 0, "more": False, "total": 0}
    put(tmp_path, "in/a.md", article("a", "Words.", tags="one, two", summary="Short", updated="2026-01-31", product="outlook"))
    take_in(served.backend, tmp_path / "in")
    told = ana.call("GET", "/api/v1/articles?after=0")
    assert told.headers["content-type"] == "application/json"
    assert told.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in told.headers
    page = told.json()
    assert list(page) == ["epoch", "articles", "gone", "last", "more", "total"]
    (one,) = page["articles"]
    assert (one["id"], one["title"], one["body"], one["tags"], one["version"]) == ("a", "About a", "Words.", ["one", "two"], 1)
    assert page["last"] == page["total"] == 1


def test_compressed_for_whoever_accepts_it(served: Served) -> None:
    ana = served.person()
    keep_article(served)
    plain = ana.call("GET", "/api/v1/articles")
    packed = ana.call("GET", "/api/v1/articles", None, {"Accept-Encoding": "gzip, deflate"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(packed.body)
    assert gzip.decompress(packed.body) == plain.body


@pytest.mark.parametrize(
    ("header", "taken"),
    [("", False), ("gzip", True), ("br;q=1, GZIP;q=0.5", True), ("gzip; q=0", False), ("identity, gzip;q=0.0", False), ("*", False)],
)
def test_who_accepts_gzip(header: str, *, taken: bool) -> None:
    assert accepts_gzip(header) == taken


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "", "9" * 19, "%00", "١"])
def test_a_number_that_is_none_is_refused(shared: Served, ana: Person, after: str) -> None:
    problem = ana.call("GET", f"/api/v1/articles?after={after.encode().hex() if not after.isascii() else after}").problem()
    assert (problem.code, problem.field) == ("invalid", "after")


def test_an_opinion_is_kept_once(served: Served) -> None:
    ana, budi = served.person("Ana"), served.person("Budi")
    keep_article(served)
    first = new_id()
    answer = put_opinion(ana, "printer", first, missing="The blue tray", version=3)
    assert (answer.status, answer.json()) == (201, {"id": first, "article": "printer"})
    again = put_opinion(ana, "printer", first, missing="The blue tray", version=3, written="2026-03-01T01:30:00Z")
    assert (again.status, again.body) == (200, answer.body)
    for change in ({"missing": "The red tray"}, {"helped": True}, {"version": 4}, {"written": "2026-03-01T01:30:01Z"}):
        assert put_opinion(ana, "printer", first, **{"missing": "The blue tray", "version": 3, **change}).problem().code == "conflict"
    assert put_opinion(budi, "printer", first, helped=True).status == 201, "another person's id is another"
    assert rows(served, OPINIONS) == [(first, 3, 0, "The blue tray"), (first, 1, 1, "")]
    (line,) = served.backend.library.lines()
    assert (line.helped, line.not_helped) == (1, 1)


def test_an_opinion_of_what_was_taken_away_since_is_kept_and_of_what_nobody_had_is_not(served: Served, tmp_path: Path) -> None:
    ana = served.person()
    keep_article(served)
    put(tmp_path, "in/draft.md", article("draft", state="draft"))
    take_in(served.backend, tmp_path / "in")
    served.backend.library.set_state("printer", "retired")
    assert put_opinion(ana, "printer", new_id()).status == 201
    for other in ("draft", "nothing", "x" * 300, "%00"):
        assert put_opinion(ana, other, new_id()).problem().code == "not-found"


@pytest.mark.parametrize(
    "values",
    [
        {"helped": 1},
        {"missing": "x" * 2001},
        {"missing": "a\0b"},
        {"version": "1"},
        {"version": 2**63},
        {"written": "yesterday"},
        {"words": "lemot"},
    ],
)
def test_an_opinion_of_another_form_is_refused(served: Served, values: dict[str, object]) -> None:
    keep_article(served)
    assert put_opinion(served.person(), "printer", new_id(), **values).problem().code == "invalid"
    assert rows(served, OPINIONS) == []


def test_counts_of_a_day_take_the_place_of_earlier_ones(served: Served) -> None:
    ana, budi = served.person("Ana", "PC-1"), served.person("Budi", "PC-2")
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    assert put_help_use(ana, today()).status == 201
    assert put_help_use(ana, yesterday).status == 201
    assert put_help_use(budi, today()).status == 201
    answer = put_help_use(ana, today(), searches=9, articles=[{"article": "wifi", "solved": 1}])
    assert (answer.status, answer.json()) == (200, {"day": today()})
    kept = rows(served, "SELECT enrolment, day, searches, found_nothing FROM help_use ORDER BY day, searches")
    assert kept == [(ana.enrolment, yesterday, 7, 2), (budi.enrolment, today(), 7, 2), (ana.enrolment, today(), 9, 2)]
    used = rows(served, f"SELECT article, opened, solved, ignored FROM help_use_articles WHERE enrolment = '{ana.enrolment}' ORDER BY day")  # noqa: S608 - an id of ours
    assert used == [("printer", 3, 1, 2), ("wifi", 0, 1, 0)]


@pytest.mark.parametrize(
    ("day", "values"),
    [
        ("2026-2-3", {}),
        ("20260203", {}),
        ("2026-W01-1", {}),
        ("today", {}),
        ("1999-01-01", {}),
        ("2999-01-01", {}),
        ("", {"searches": -1}),
        ("", {"searches": 1.5}),
        ("", {"articles": [{"article": ""}]}),
        ("", {"articles": [{"article": "a"}, {"article": "a"}]}),
        ("", {"articles": [{"article": "a", "words": "lemot"}]}),
        ("", {"articles": [{"article": str(place)} for place in range(501)]}),
        ("", {"typed": "lemot"}),
    ],
)
def test_counts_of_another_form_are_refused(served: Served, day: str, values: dict[str, object]) -> None:
    assert put_help_use(served.person(), day or today(), **values).problem().code == "invalid"
    assert rows(served, "SELECT * FROM help_use") == []
