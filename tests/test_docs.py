"""What the pages name exists: files, folders, links between pages, and commands of dev.py."""

import re
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "changes").glob("*.md")])
FOLDERS = (
    "desktop_client",
    "server_stub",
    "contract",
    "tests",
    "development",
    "packaging",
    "requirements",
    "docs",
    "changes",
)
NAMED = re.compile(rf"`((?:{'|'.join(FOLDERS)}|dev\.py)(?:/[^`\s]*)?)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"dev\.py ([a-z]+)")
MADE = ("dist", "build")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_named_on_a_page_exist(page: Path) -> None:
    missing = []
    for path in NAMED.findall(page.read_text("utf-8")):
        if any(part.isupper() for part in re.split(r"[/_.]", path) if part):
            continue  # NAME stands for the reader's own
        pattern = path.replace("…", "*")
        choices = re.sub(r"\{[^}]*\}", "*", pattern)
        if not list(ROOT.glob(choices.rstrip("/"))):
            missing.append(path)
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text("utf-8")) if not target.startswith(("http:", "https:", "mailto:"))]
    assert [target for target in targets if not (page.parent / target).resolve().exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_named_on_a_page_exist(page: Path) -> None:
    words = {command.word for command in dev.COMMANDS}
    assert [word for word in COMMAND.findall(page.read_text("utf-8")) if word not in words] == []


def test_every_command_is_explained() -> None:
    text = (ROOT / "docs" / "how-to" / "develop.md").read_text("utf-8")
    assert [command.word for command in dev.COMMANDS if f"`{command.word}" not in text] == []


def test_every_command_is_there() -> None:
    missing = [c.word for c in dev.COMMANDS if c.word != "setup" and not (ROOT / "development" / f"{c.word}.py").exists()]
    assert missing == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(page.name[:4]) for page in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_fragments_say_what_kind_of_change_they_are() -> None:
    fragments = [page for page in (ROOT / "changes").glob("*.md") if page.name != "README.md"]
    wrong = [page.name for page in fragments if not page.read_text("utf-8").startswith(("New: ", "Better: ", "Mended: ", "Gone: "))]
    assert fragments
    assert wrong == []
