"""Help without a network, on a real screen: found while typing, read, and a guide walked to its end, with what it tried in the report.

The tray runs in a network namespace of its own, in which there is nothing, not even a loopback that is up.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.walk import Phase, Walk
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.settings import Preferences
from desktop_client.system.folders import open_profile
from development.running import CLIENT, RunningBackend, call_json
from development.virtual_screen import VirtualScreen, wait_for
from tests.desktop.tray_client import TrayClient

pytestmark = pytest.mark.screen

FIND = ("Down", "Down")
"""In the tray's menu."""
CUT_OFF = ("unshare", "--net", "--", *CLIENT)
GUIDE, ARTICLE = "disk-full", "strong-passwords"
MOST_STEPS = 25
I_DONT_KNOW: dict[str, tuple[str, ...]] = {"whose": ("Tab",) * 4}
"""From a question's first answer to its last."""


def can_cut_off() -> bool:
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "--net", "true"], check=False, capture_output=True).returncode == 0


@pytest.fixture
def client(screen: VirtualScreen, tmp_path: Path) -> Iterator[TrayClient]:
    """A client that has all articles, and from now on no network."""
    if not can_cut_off():
        pytest.skip("only root can take a network away here")
    with RunningBackend(tmp_path / "data") as backend:
        backend.command("articles", "import", "--starter")
        client = TrayClient(screen, backend, tmp_path / "profile")
        client.enrol()
        found = call_json(*CLIENT, "--profile", str(client.profile), "--json", "search", "--sync", "disk full")
        assert found["results"][0]["id"].startswith(f"{GUIDE}.")
    profile = open_profile(client.profile)
    Preferences(profile.settings_file, {}).change("count_help", True)
    client.start("--quiet", program=CUT_OFF)
    screen.wait_for_tray_icon()
    yield client
    client.stop()


def opened(client: TrayClient) -> list[str]:
    """The articles that were opened, as they are counted."""
    with closing(sqlite3.connect(f"file:{client.profile / 'knowledge.db'}?mode=ro", uri=True)) as database:
        return [str(row[0]) for row in database.execute("SELECT article FROM uses WHERE opened > 0 ORDER BY article")]


def walk_of(client: TrayClient) -> Walk | None:
    return KeptWalks(open_profile(client.profile).walks_folder).get(GUIDE)


def waits_for_a_person(client: TrayClient, before: Walk | None) -> Walk | str | None:
    """The walk once it is another than before and nothing runs; "over" when it is at its end."""
    walk = walk_of(client)
    if walk is None:
        return "over" if before is not None else None
    works_by_itself = walk.phase is Phase.HERE and walk.place.step.startswith(("look", "disk", "check", "fix", "free"))
    return walk if walk != before and not works_by_itself else None


def next_state(client: TrayClient, before: Walk | None) -> Walk | str:
    return wait_for(lambda: waits_for_a_person(client, before), f"a step after {before and before.place}", 60)


def drafts(client: TrayClient) -> tuple[Draft, ...]:
    return Drafts(open_profile(client.profile).drafts_folder).all()


def test_searched_read_and_walked_to_the_end_with_the_network_cut(client: TrayClient) -> None:
    client.choose(*FIND)
    client.box("^Sigap$")
    client.type("passwrds strong")
    client.key("Return")
    wait_for(lambda: f"{ARTICLE}.en" in opened(client) or None, "the article")
    client.key("BackSpace")
    client.choose(*FIND)
    client.key("ctrl+a")
    client.type("disk is full")
    client.key("Return")
    before: Walk | None = None
    for _ in range(MOST_STEPS):
        now = next_state(client, before)
        if isinstance(now, str):
            break
        before = now
        client.still("^Sigap$")
        client.key(*I_DONT_KNOW.get(now.place.step, ()), "Return")
        if client.screen.windows("^Report a problem"):
            break
    client.report_window()
    draft = wait_for(lambda: next((draft for draft in drafts(client) if draft.tried), None), "the draft")
    assert next(one.name for one in draft.tried if one.kind == "check") == "disk"
    assert {one.kind for one in draft.tried} <= {"check", "fix", "answer"}
    assert draft.details.startswith("Tried before this report:")
    assert walk_of(client) is None
    assert msgspec.json.encode(draft.tried)
