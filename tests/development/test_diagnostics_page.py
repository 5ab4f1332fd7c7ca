"""The page of what is collected is what the catalogue says."""

from desktop_client.diagnostics.catalogue import COLLECTORS
from development.diagnostics_page import PAGE, page


def test_the_page_is_as_the_catalogue_is_now() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python3 dev.py docs"


def test_every_fact_is_on_it() -> None:
    text = page()
    assert [kind.name for collector in COLLECTORS for kind in collector.kinds if f"| {kind.name} |" not in text] == []


def test_no_cell_breaks_its_table() -> None:
    rows = [line for line in page().splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} <= {3, 4}
