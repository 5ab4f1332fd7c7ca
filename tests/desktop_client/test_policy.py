"""Whether a policy counts is a question of who could have written it: the files here belong to root, or to others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_client.policy import POLICY_FILE, read_policy

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives files to other accounts")
NOBODY = 65534


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    folder = tmp_path / "sigap"
    folder.mkdir(mode=0o755)
    file = folder / "policy.toml"
    file.write_text('language = "id"\nbackend_code = "ABCD-EFGH"\n')
    file.chmod(0o644)
    return file


def test_an_administrators_file_counts(policy: Path) -> None:
    assert read_policy(policy) == {"language": "id", "backend_code": "ABCD-EFGH"}


def test_no_file_is_no_policy(tmp_path: Path) -> None:
    assert read_policy(tmp_path / "policy.toml") == {}


def test_the_place_is_a_constant(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(policy.parent.parent))
    monkeypatch.setenv("SIGAP_POLICY", str(policy))
    assert Path("/etc/xdg/sigap/policy.toml") == POLICY_FILE
    assert "language" not in read_policy()


def linked_from_elsewhere(file: Path) -> None:
    """The file is root's, but the link to it lies where anybody could have put it: the real place decides, and it is open."""
    open_folder = file.parent.parent / "open"
    open_folder.mkdir()
    open_folder.chmod(0o777)
    real = open_folder / "policy.toml"
    file.rename(real)
    file.symlink_to(real)


SPOILS: dict[str, Callable[[Path], None]] = {
    "somebody else's file": lambda file: os.chown(file, NOBODY, NOBODY),
    "the group may write": lambda file: file.chmod(0o664),
    "everybody may write": lambda file: file.chmod(0o646),
    "somebody else's folder": lambda file: os.chown(file.parent, NOBODY, NOBODY),
    "a folder in which everybody may write": lambda file: file.parent.chmod(0o777),
    "a sticky folder in which everybody may write": lambda file: file.parent.chmod(0o1777),
    "a folder above in which everybody may write": lambda file: file.parent.parent.chmod(0o777),
    "a link into an open folder": linked_from_elsewhere,
    "a folder in its place": lambda file: (file.unlink(), file.mkdir())[1],
    "a pipe in its place": lambda file: (file.unlink(), os.mkfifo(file, 0o600))[1],
    "not TOML": lambda file: file.write_text('backend_code = "ABCD-EFGH\n') and None,
    "twice the same row": lambda file: file.write_text('backend_code = "ABCD"\nbackend_code = "EFGH"\n') and None,
    "not UTF-8": lambda file: file.write_bytes(b'language = "\xff"') and None,
    "endless": lambda file: file.write_text("#" * 2_000_000) and None,
}


@pytest.mark.expects_log
@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_what_others_could_have_written_or_nobody_can_read_does_not_count(
    policy: Path, spoil: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    spoil(policy)
    assert read_policy(policy) == {}
    assert len(caplog.records) == 1
    assert "ABCD" not in caplog.text
    assert "EFGH" not in caplog.text
