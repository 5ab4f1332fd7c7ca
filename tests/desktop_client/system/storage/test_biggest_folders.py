"""The biggest folders by blocks: holes, links and second names count nothing."""

import os
from pathlib import Path

from desktop_client.system.storage.biggest_folders import allocated_bytes, biggest_folders


def test_biggest_first(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "big/inner").mkdir(parents=True)
    (tmp_path / "small/a").write_bytes(b"x" * 50_000)
    (tmp_path / "big/inner/a").write_bytes(b"x" * 400_000)
    os.link(tmp_path / "big/inner/a", tmp_path / "big/b")
    with (tmp_path / "small/hole").open("wb") as file:
        file.truncate(10_000_000_000)
    (tmp_path / "small/link").symlink_to(tmp_path / "big")
    (tmp_path / "file").write_bytes(b"x" * 900_000)
    told = biggest_folders(tmp_path, 5, lambda: False)
    assert [Path(folder.path).name for folder in told] == ["big", "small"]
    assert 400_000 <= told[0].bytes < 500_000
    assert biggest_folders(tmp_path, 1, lambda: False)[0].path == told[0].path


def test_time_that_is_up_and_folders_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert biggest_folders(tmp_path, 5, lambda: True) == ()
    assert biggest_folders(tmp_path / "none", 5, lambda: False) == ()
    assert allocated_bytes(str(tmp_path / "none"), 1) == 0
