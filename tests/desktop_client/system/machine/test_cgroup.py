"""Limits of control groups, in both versions, from files as the kernel writes them."""

from pathlib import Path

import pytest

from desktop_client.system.machine.cgroup import Group, folders, number_in, smallest_group

MOUNTS_2 = b"30 23 0:26 / %s rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n"
MOUNTS_1 = b"35 30 0:30 / %s rw - cgroup cgroup rw,memory\n"


def proc(tmp_path: Path, groups: bytes, mounts: bytes) -> Path:
    folder = tmp_path / "proc"
    folder.mkdir()
    (folder / "cgroup").write_bytes(groups)
    (folder / "mountinfo").write_bytes(mounts)
    return folder


def write(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".", 1)).write_text(text)


def test_version_2_takes_the_group_with_the_least_left(tmp_path: Path) -> None:
    root = tmp_path / "cgroup"
    inner = root / "user.slice/user-1000.slice/app.scope"
    write(inner, memory_max="max\n", memory_high="max", memory_current="100")
    write(
        inner.parent,
        memory_max="1000000\n",
        memory_high="900000",
        memory_current="880000",
        memory_stat="anon 1\ninactive_file 30000\n",
        memory_events="low 0\nhigh 7\nmax 3\noom 0\n",
        memory_pressure="some avg10=12.50 avg60=0.00 avg300=0.00 total=1\n",
    )
    write(inner.parent.parent, memory_max="9000000", memory_current="0", memory_stat="inactive_file 0")
    here = proc(tmp_path, b"0::/user.slice/user-1000.slice/app.scope\n", MOUNTS_2 % str(root).encode())
    assert smallest_group(here) == Group(900000, 50000, 10, 12.5)


def test_version_1(tmp_path: Path) -> None:
    root = tmp_path / "memory"
    write(root, memory_limit_in_bytes="9223372036854771712", memory_usage_in_bytes="5")
    write(
        root / "box",
        memory_limit_in_bytes="800000",
        memory_usage_in_bytes="790000",
        memory_failcnt="12\n",
        memory_stat="inactive_file 1\ntotal_inactive_file 20000\n",
    )
    here = proc(tmp_path, b"4:memory:/box\n0::/\n", MOUNTS_1 % str(root).encode())
    assert smallest_group(here) == Group(800000, 30000, 12, None)


def test_nothing_limits(tmp_path: Path) -> None:
    here = proc(tmp_path, b"0::/\n", MOUNTS_2 % str(tmp_path / "none").encode())
    assert smallest_group(here) is None
    assert smallest_group(tmp_path / "nowhere") is None


@pytest.mark.parametrize("text", [b"", b"\xff\n:\n::\n", b"x" * 100, b"0::/../../etc\n"])
def test_what_is_broken_is_no_group(text: bytes) -> None:
    assert all(".." not in folder.parts for folder, _ in folders(text, MOUNTS_2 % b"/sys/fs/cgroup" + b"1 2\n - \n"))


def test_a_container_sees_its_group_as_the_root() -> None:
    mounts = b"30 23 0:26 /docker/abc /sys/fs/cgroup ro - cgroup2 cgroup rw\n"
    assert list(folders(b"0::/docker/abc/inner\n", mounts)) == [(Path("/sys/fs/cgroup/inner"), 2), (Path("/sys/fs/cgroup"), 2)]


def test_numbers() -> None:
    assert [number_in(text) for text in (b"5\n", b"max\n", b"", b"-1", b"9" * 30)] == [5, None, None, None, None]
