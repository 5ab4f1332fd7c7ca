"""Whether a call or a session from afar would end with the network."""

from pathlib import Path

import pytest

from desktop_client.system.commands import Commands
from desktop_client.system.network.line_in_use import in_call, in_remote_session, records
from desktop_client.system.network.traffic import bytes_through


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'[{"index":12,"corked":false,"mute":false}]', True),
        (b'[{"index":12}]', True),
        (b'[{"index":12,"corked":true}]', False),
        (b"[]", False),
        (b"", False),
        (b"\xff", False),
        (b"{}", False),
        (b"[" * 100_000, False),
    ],
)
def test_recordings(text: bytes, told: bool) -> None:  # noqa: FBT001 - a table
    assert records(text) is told


def saying(folder: Path, name: str, text: str) -> Commands:
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{text}'\n", "utf-8")
    program.chmod(0o755)
    return Commands(f"{folder}:/usr/bin:/bin")


def test_a_call(tmp_path: Path) -> None:
    assert in_call(saying(tmp_path, "pactl", '[{"index":1,"corked":false}]').run)
    assert not in_call(Commands(str(tmp_path / "none")).run)


def test_a_session_from_afar(tmp_path: Path) -> None:
    assert in_remote_session(Commands(str(tmp_path)).run, {"SSH_CONNECTION": "192.0.2.9 1 192.0.2.1 22"})
    assert in_remote_session(Commands(str(tmp_path)).run, {"SESSIONNAME": "RDP-Tcp#1"})
    assert in_remote_session(saying(tmp_path, "loginctl", "Remote=yes").run, {})
    assert not in_remote_session(saying(tmp_path, "loginctl", "Remote=no").run, {"SESSIONNAME": "Console"})


def test_traffic_is_counted_or_not_known() -> None:
    told = bytes_through("lo")
    assert told is None or told >= 0
    assert bytes_through("nothing0") is None
