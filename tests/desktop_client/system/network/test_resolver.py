"""Setting other name servers where NetworkManager doesn't: a plain file, and systemd-resolved's command."""

from pathlib import Path

import pytest

from desktop_client.system import administrator
from desktop_client.system.administrator import Became
from desktop_client.system.commands import Commands
from desktop_client.system.network import resolver
from desktop_client.system.network.resolver import Decides, became_of, put_servers_back, set_servers, who_decides, with_servers, write_file
from desktop_client.system.not_known import Why

PLAIN = "# by hand\nnameserver 192.0.2.1\nsearch corp\nnameserver 192.0.2.2\noptions edns0\n"


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")


def test_who_decides(tmp_path: Path) -> None:
    file = tmp_path / "resolv.conf"
    assert who_decides("eth0", file) is None
    file.write_text(PLAIN, "utf-8")
    assert who_decides("eth0", file) is Decides.FILE
    file.write_text("nameserver 127.0.0.53\n", "utf-8")
    assert who_decides("eth0", file) is Decides.RESOLVED
    other = tmp_path / "link"
    file.write_text(PLAIN, "utf-8")
    other.symlink_to(file)
    assert who_decides("eth0", other) is None


def test_every_other_line_stays() -> None:
    assert with_servers(PLAIN, ("198.51.100.54",)) == "# by hand\nsearch corp\noptions edns0\nnameserver 198.51.100.54\n"


def test_a_file_is_written_in_place_and_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "resolv.conf"
    file.write_text(PLAIN, "utf-8")
    file.chmod(0o640)
    inode = file.stat().st_ino
    monkeypatch.setattr(administrator, "is_administrator", lambda: True)
    assert write_file(with_servers(PLAIN, ("198.51.100.54",)), Commands().run, file) is Became.DONE
    assert "198.51.100.54" in file.read_text("utf-8")
    assert write_file(PLAIN, Commands().run, file) is Became.DONE
    assert (file.read_text("utf-8"), file.stat().st_ino, file.stat().st_mode & 0o777) == (PLAIN, inode, 0o640)


def test_a_refused_dialog_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "resolv.conf"
    file.write_text(PLAIN, "utf-8")
    program = tmp_path / "pkexec"
    program.write_text("#!/bin/sh\nexit 126\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(administrator, "is_administrator", lambda: False)
    assert write_file("nameserver 203.0.113.66\n", Commands(f"{tmp_path}:/usr/bin:/bin").run, file) is Became.RIGHTS
    assert file.read_text("utf-8") == PLAIN


def test_resolved_is_told_by_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    program = tmp_path / "resolvectl"
    program.write_text(f'#!/bin/sh\necho "$@" >> {told}\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(administrator, "is_administrator", lambda: True)
    run = Commands(f"{tmp_path}:/usr/bin:/bin").run
    assert set_servers(Decides.RESOLVED, "eth0", ("198.51.100.54", "198.51.100.55"), run) is Became.DONE
    assert put_servers_back(Decides.RESOLVED, "eth0", "192.0.2.1", run) is Became.DONE
    assert told.read_text("utf-8").splitlines() == ["dns eth0 198.51.100.54 198.51.100.55", "dns eth0 192.0.2.1"]


def test_a_file_that_is_as_it_was_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolver, "read_file", lambda: PLAIN)
    assert put_servers_back(Decides.FILE, "eth0", PLAIN, Commands(str(tmp_path)).run) is Became.DONE


@pytest.mark.parametrize(
    ("trouble", "end"), [(None, Became.DONE), (Why.DENIED, Became.RIGHTS), (Why.TIMEOUT, Became.TIME), (Why.ABSENT, Became.FAILED)]
)
def test_networkmanager_s_answers(trouble: Why | None, end: Became) -> None:
    assert became_of(trouble) is end


def test_without_networkmanager_it_can_t_be_told() -> None:
    assert set_servers(Decides.NETWORK_MANAGER, "eth0", ("192.0.2.1",), Commands().run) is Became.FAILED
