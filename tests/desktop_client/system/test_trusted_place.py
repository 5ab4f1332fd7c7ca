import os
from pathlib import Path

import pytest

from desktop_client.system.trusted_place import others_may_write, shared_folder


def test_the_folder_that_others_may_write_to_is_told(tmp_path: Path) -> None:
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True, mode=0o755)
    file = inner / "tool"
    file.write_text("")
    assert shared_folder(file, os.getuid()) is None
    (tmp_path / "outer").chmod(0o775)
    assert shared_folder(file, os.getuid()) == tmp_path / "outer"
    (tmp_path / "outer").chmod(0o1777)
    assert shared_folder(file, os.getuid()) is None
    inner.chmod(0o1777)
    assert shared_folder(file, os.getuid()) == inner


def test_a_folder_of_somebody_else_is_shared(tmp_path: Path) -> None:
    file = tmp_path / "tool"
    assert shared_folder(file, os.getuid() + 12345) == (tmp_path if os.getuid() else None)


@pytest.mark.parametrize(("mode", "open_"), [(0o755, False), (0o775, True), (0o757, True), (0o600, False)])
def test_a_file_that_others_may_write_to(tmp_path: Path, mode: int, open_: bool) -> None:  # noqa: FBT001 - a row of the table
    file = tmp_path / "tool"
    file.write_text("")
    file.chmod(mode)
    assert others_may_write(file.stat(), os.getuid()) is open_
    assert others_may_write(file.stat(), os.getuid() + 1)
