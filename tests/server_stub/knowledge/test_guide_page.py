"""The page for those who write guides: its example is good, and it names everything that there is."""

import re
from pathlib import Path

from contract.guides import ACTS, CHECKS, FIXES, EndOutcome
from server_stub.knowledge.article_file import read_article
from server_stub.knowledge.guide_form import KEYS, STEPS
from server_stub.knowledge.guide_rules import refused

PAGE = (Path(__file__).parent.parent.parent.parent / "docs" / "how-to" / "write-a-guide.md").read_text("utf-8")
BLOCKS = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_is_taken_as_it_stands() -> None:
    files = [read_article(f"{number}.md", block.encode()) for number, block in enumerate(BLOCKS)]
    assert [file.article.lang for file in files] == ["en", "id"]
    assert refused(files, {}) == []
    used = {type(step).__struct_config__.tag for file in files if file.article.guide for step in file.article.guide.steps}
    assert used == set(STEPS) - {"guide"}


def test_everything_that_may_be_named_is_on_the_page() -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", PAGE, re.MULTILINE))
    for check, codes in CHECKS.items():
        assert tuple(re.findall(r"`([\w-]+)`", rows[check] if check != "restart" else "`pending`")) == codes
    assert "| `restart` | `pending` |" in PAGE
    for name in (*FIXES, *ACTS, *STEPS, *KEYS, *EndOutcome):
        assert f"`{name}`" in PAGE
