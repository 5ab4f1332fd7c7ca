"""The system's pages by their documented names; what a desktop doesn't have is not opened."""

import sys
from pathlib import Path

import pytest

from contract.guides import ACTS
from desktop_client.flows.act import PAGES, act
from desktop_client.system.pages import commands, open_page
from tests.desktop_client.guides.plugins import until


def test_every_act_of_a_guide_is_known_here() -> None:
    assert set(PAGES) | {"play-tone", "open-portal"} == set(ACTS)


@pytest.mark.parametrize("page", sorted(set(PAGES.values())))
def test_every_page_has_its_documented_name_on_each_system(page: str) -> None:
    assert commands(page, "win32")[0][1].startswith("ms-settings:")
    assert commands(page, "darwin")[0][1].startswith("x-apple.systempreferences:")
    assert commands(page, "linux")


def test_an_unknown_page_and_an_act_that_a_guide_made_up_do_nothing() -> None:
    assert [commands("nonsense", platform) for platform in ("win32", "darwin", "linux")] == [(), (), ()]
    assert not open_page("nonsense")
    assert not act("rm -rf /")


@pytest.mark.skipif(sys.platform != "linux", reason="a desktop's own programs")
def test_the_first_program_that_is_here_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    program = tmp_path / "gnome-control-center"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$*" > "{told}.new" && mv "{told}.new" "{told}"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert act("open-date-settings")
    until(told.exists)
    assert told.read_text("utf-8") == "datetime"
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert not act("open-date-settings")
