import os
from pathlib import Path

import pytest

from server_stub.running.folder import opened, refuse_foreign
from server_stub.running.lock import RunningError

NOBODY = 65534


def as_nobody(folder: Path) -> str:
    """What `opened` says to another account, in a child of this process."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            opened(folder, create=False)
        except BaseException as error:  # noqa: BLE001 - whatever it is must reach the test, and the child must end here
            os.write(writer, f"{type(error).__name__}: {error}".encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as told:
        return told.read()


def test_the_folder_is_made_for_this_account_alone(tmp_path: Path) -> None:
    made = opened(tmp_path / "a" / "b", create=True)
    assert made.stat().st_mode & 0o777 == 0o700
    assert opened(made, create=False) == made
    refuse_foreign(made)


def test_what_is_no_folder_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for create in (False, True):
        with pytest.raises(RunningError, match="is not a folder"):
            opened(tmp_path / "file", create=create)
    with pytest.raises(RunningError, match="isn't there"):
        opened(tmp_path / "absent", create=False)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root to become another account")
def test_another_accounts_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    opened(tmp_path / "data", create=True)
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)
    told = as_nobody(tmp_path / "data")
    assert told == f"RunningError: {tmp_path / 'data'} belongs to another account: run sigap-server as that one."


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root to make a folder of another account")
def test_root_leaves_another_accounts_data_alone(tmp_path: Path) -> None:
    os.chown(tmp_path, NOBODY, NOBODY)
    with pytest.raises(RunningError, match="belongs to another account"):
        refuse_foreign(tmp_path)
