"""A computer that its company registers by a policy: nobody is asked anything, and the code is nowhere to be read."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from development.running import CLIENT, RunningBackend
from development.virtual_screen import VirtualScreen, wait_for
from tests.desktop.tray_client import TrayClient

pytestmark = pytest.mark.screen

POLICIES = Path("/etc/xdg")


def may_mount() -> bool:
    """Whether this account may lay a folder over another for its own programs."""
    return POLICIES.is_dir() and os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with RunningBackend(tmp_path_factory.mktemp("backend") / "data") as running:
        yield running


def under_policy(folder: Path, text: str) -> tuple[str, ...]:
    """The client, as on a computer with this policy."""
    place = folder / "xdg" / "sigap"
    place.mkdir(parents=True, mode=0o755)
    (place / "policy.toml").write_text(text, "utf-8")
    (place / "policy.toml").chmod(0o644)
    words = f'mount --bind {shlex.quote(str(folder / "xdg"))} {POLICIES} && exec {shlex.join(CLIENT)} "$@"'
    return ("unshare", "--mount", "sh", "-c", words, "sigap")


@pytest.mark.skipif(not may_mount(), reason="needs an administrator who may mount")
def test_it_is_registered_silently_and_what_is_set_can_t_be_changed(screen: VirtualScreen, backend: RunningBackend, tmp_path: Path) -> None:
    code = backend.code("--reusable")
    client = TrayClient(screen, backend, tmp_path / "profile")
    policy = f'backend_address = "{backend.address}"\nbackend_code = "{code}"\nlanguage = "id"\n'
    client.start(program=under_policy(tmp_path, policy))
    try:
        wait_for(lambda: (client.profile / "enrolment.json").exists() or None, "the registration")
        # The panel, as at any start; nobody is asked for a code.
        client.box("^Sigap$")
        assert screen.windows("Daftarkan|Register") == []
        assert len(backend.command("computers")["computers"]) == 1
        client.key("Escape")
        client.gone("^Sigap$")
        client.choose(*("Down",) * 6)
        client.box("^Sigap$")
        # The language is locked: what would choose another one does nothing.
        client.key("Home", "Tab", "Home", "Down")
        client.command("report")
        client.box("^Laporkan masalah")
        client.type("Dari kebijakan")
        client.key("ctrl+Return")
        assert client.arrived("Dari kebijakan")
    finally:
        client.stop()
    for file in (*client.profile.rglob("*"), backend.log):
        assert not file.is_file() or code.encode() not in file.read_bytes(), file
