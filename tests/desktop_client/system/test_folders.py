import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_client.reasons import Cause, RefusedError
from desktop_client.system.folders import Profile, default_folder, open_profile

NOBODY = 65534
root_only = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives files to other accounts, mounts")


def refusal(folder: Path) -> tuple[Cause, dict[str, str | int | float]]:
    with pytest.raises(RefusedError) as caught:
        open_profile(folder)
    return caught.value.reason.cause, caught.value.reason.data


def test_a_new_profile_is_this_persons_alone(tmp_path: Path) -> None:
    profile = open_profile(tmp_path / "deep" / "profile")
    assert profile == Profile(tmp_path / "deep" / "profile", own=True)
    for folder in (profile.root, profile.outbox_folder, profile.drafts_folder, profile.log_folder):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert json.loads(profile.version_file.read_text()) == {"version": 1}
    assert open_profile(profile.root) == profile


def test_an_empty_folder_that_was_made_for_it_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o755)
    open_profile(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_accounts_own_profile_lies_in_its_local_data() -> None:
    profile = open_profile(None)
    assert not profile.own
    assert profile.root == default_folder() == Path(os.environ["XDG_DATA_HOME"]) / "sigap"


@pytest.mark.parametrize("version", [2, "2", None, [1]])
def test_a_profile_of_a_newer_sigap_is_left_alone(tmp_path: Path, version: object) -> None:
    (tmp_path / "profile.json").write_text(json.dumps({"version": version}))
    assert refusal(tmp_path)[0] is Cause.PROFILE_NEWER
    assert [path.name for path in tmp_path.iterdir()] == ["profile.json"]


@pytest.mark.expects_log
@pytest.mark.parametrize("content", ["", "{", "[]", '{"other": 1}'])
def test_a_damaged_version_is_taken_as_this_one(tmp_path: Path, content: str) -> None:
    (tmp_path / "profile.json").write_text(content)
    assert open_profile(tmp_path).outbox_folder.is_dir()


@root_only
def test_a_second_users_profile_is_left_alone(tmp_path: Path) -> None:
    os.chown(tmp_path, NOBODY, NOBODY)
    cause, data = refusal(tmp_path)
    assert (cause, data) == (Cause.PROFILE_OTHER_USER, {"owner": "nobody"})
    assert list(tmp_path.iterdir()) == []
    os.chown(tmp_path, 54321, NOBODY)
    assert refusal(tmp_path)[1] == {"owner": "54321"}


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "profile"
    file.write_text("mine")
    assert refusal(file) == (Cause.PROFILE_READ_ONLY, {"folder": str(file)})
    assert file.read_text() == "mine"


def test_a_path_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300))[0] is Cause.PROFILE_READ_ONLY


@contextlib.contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """A mount for this test; without the right to mount there is nothing to test."""
    done = subprocess.run(["mount", *options, folder], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("may not mount here")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@root_only
def test_a_read_only_profile_is_refused(tmp_path: Path) -> None:
    open_profile(tmp_path)
    with mounted(tmp_path, "--bind", str(tmp_path)):
        subprocess.run(["mount", "-o", "remount,bind,ro", tmp_path], check=True)
        assert refusal(tmp_path) == (Cause.PROFILE_READ_ONLY, {"folder": str(tmp_path)})


@root_only
def test_a_full_disk_is_refused(tmp_path: Path) -> None:
    with mounted(tmp_path, "-t", "tmpfs", "-o", "size=64k", "tmpfs"):
        (tmp_path / "fill").write_bytes(bytes(56 * 1024))
        assert refusal(tmp_path)[0] is Cause.DISK_FULL
        assert not list(tmp_path.glob(".room-*"))


AS_NOBODY = """
import os, sys
from pathlib import Path
from desktop_client.reasons import RefusedError
from desktop_client.system.folders import open_profile
os.setgid(65534)
os.setuid(65534)
try:
    open_profile(Path(sys.argv[1]))
except RefusedError as error:
    print(error.reason.cause.value)
"""


@root_only
def test_somebody_without_permission_is_refused() -> None:
    """As the account nobody, in a folder of root's."""
    answer = subprocess.run([sys.executable, "-c", AS_NOBODY, "/usr/sigap-test"], capture_output=True, text=True, check=False)
    assert answer.stdout == "profile-read-only\n", answer.stderr
    assert not Path("/usr/sigap-test").exists()
