import shlex
import sys
from pathlib import Path

import pytest

from desktop_client.reasons import Cause, RefusedError
from desktop_client.system.autostart import autostart_is_on, exec_line, set_autostart, start_command
from desktop_client.system.folders import Profile

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the XDG way")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / ".config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def account(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile", own=False)


def entry(home: Path) -> Path:
    return home / ".config" / "autostart" / "sigap.desktop"


def for_everybody(home: Path) -> Path:
    file = home.parent / "xdg" / "autostart" / "sigap.desktop"
    file.parent.mkdir(parents=True)
    file.write_text("[Desktop Entry]\nType=Application\nName=Sigap\nExec=sigap\n")
    return file


def test_on_and_off(home: Path, account: Profile) -> None:
    assert not autostart_is_on(account)
    set_autostart(account, True)
    assert autostart_is_on(account)
    rows = entry(home).read_text().splitlines()
    assert rows[0] == "[Desktop Entry]"
    assert "Type=Application" in rows
    (line,) = [row.removeprefix("Exec=") for row in rows if row.startswith("Exec=")]
    assert shlex.split(line) == start_command()
    set_autostart(account, False)
    set_autostart(account, False)
    assert not autostart_is_on(account)
    assert not entry(home).exists()


def test_writing_the_same_again_leaves_the_file_alone(home: Path, account: Profile) -> None:
    set_autostart(account, True)
    before = entry(home).stat().st_mtime_ns, entry(home).stat().st_ino
    set_autostart(account, True)
    assert (entry(home).stat().st_mtime_ns, entry(home).stat().st_ino) == before


@pytest.mark.parametrize("row", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_the_desktop_switched_off_is_off(home: Path, account: Profile, row: str) -> None:
    entry(home).parent.mkdir(parents=True)
    entry(home).write_text(f"[Desktop Entry]\nType=Application\nExec=sigap\n{row}\n")
    assert not autostart_is_on(account)
    set_autostart(account, True)
    assert autostart_is_on(account)


def test_an_installer_that_starts_it_for_everybody_is_only_overruled(home: Path, account: Profile) -> None:
    installed = for_everybody(home)
    before = installed.read_text()
    assert autostart_is_on(account)
    set_autostart(account, False)
    assert not autostart_is_on(account)
    assert "Hidden=true" in entry(home).read_text()
    set_autostart(account, True)
    assert autostart_is_on(account)
    assert not entry(home).exists()
    assert installed.read_text() == before


def test_an_own_profile_touches_nothing_of_the_account(home: Path, tmp_path: Path) -> None:
    (home / ".config").mkdir()
    (home / ".config" / "other").write_text("as it was")
    own = Profile(tmp_path / "profile", own=True)
    set_autostart(own, True)
    set_autostart(own, False)
    assert not autostart_is_on(own)
    assert sorted(path.relative_to(home).as_posix() for path in home.rglob("*")) == [".config", ".config/other"]
    assert (home / ".config" / "other").read_text() == "as it was"


def test_a_relative_configuration_folder_does_not_count(home: Path, account: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    set_autostart(account, True)
    assert entry(home).exists()


def test_a_folder_that_can_not_be_made_is_a_reason(home: Path, account: Profile) -> None:
    (home / ".config").write_text("a file")
    with pytest.raises(RefusedError) as caught:
        set_autostart(account, True)
    assert caught.value.reason.cause is Cause.PROFILE_READ_ONLY


def test_inside_an_appimage_the_image_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPIMAGE", "/home/siti/Apps/Sigap 1.0.AppImage")
    assert start_command() == ["/home/siti/Apps/Sigap 1.0.AppImage", "--quiet"]
    assert exec_line(start_command()) == '"/home/siti/Apps/Sigap 1.0.AppImage" --quiet'


def test_frozen_the_program_itself_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command() == [sys.executable, "--quiet"]


@pytest.mark.parametrize(
    ("argument", "line"),
    [
        ("/usr/bin/sigap", "/usr/bin/sigap"),
        ("", '""'),
        ("100%", '"100%%"'),
        ("a b", '"a b"'),
        ('say "hi"', r'"say \\"hi\\""'),
        ("$HOME`x`", r'"\\$HOME\\`x\\`"'),
        ("back\\slash", r'"back\\\\slash"'),
        ("line\nend", r'"line\nend"'),
    ],
)
def test_arguments_are_quoted_as_the_specification_says(argument: str, line: str) -> None:
    assert exec_line([argument]) == line
