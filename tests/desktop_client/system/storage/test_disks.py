"""Disks: which count, each once, and a dead one holds nobody up."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.storage import disks
from desktop_client.system.storage.disks import MOST_DISKS, Mount, Space, chosen, mounts_in, read_disks, with_root

MOUNTS = rb"""/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /run tmpfs rw,nosuid 0 0
nsfs /run/netns/x nsfs rw 0 0
/dev/vda /var/lib/docker ext4 rw 0 0
/dev/loop3 /snap/core/1 squashfs ro 0 0
/dev/sdb1 /media/siti/My\040Stick vfat rw,noexec 0 0
server:/export /mnt/net nfs4 rw 0 0
/dev/sr0 /media/cdrom iso9660 ro 0 0
/dev/sdc1 /mnt/ro xfs ro,relatime 0 0
"""


def test_real_disks_each_once() -> None:
    assert chosen(mounts_in(MOUNTS)) == (
        Mount("/dev/vda", "/", "ext4", read_only=False),
        Mount("/dev/sdb1", "/media/siti/My Stick", "vfat", read_only=False),
        Mount("server:/export", "/mnt/net", "nfs4", read_only=False),
        Mount("/dev/sdc1", "/mnt/ro", "xfs", read_only=True),
    )


@pytest.mark.parametrize("text", [b"", b"\n\n", b"/dev/vda", b"/dev/vda /", b"\xff\xfe \xff", b"a" * 100_000])
def test_broken_lines_are_skipped(text: bytes) -> None:
    assert chosen(mounts_in(text)) == ()


def test_hostile_places_and_many_of_them() -> None:
    (mount,) = mounts_in(rb"/dev/sdd1 /mnt/a\011b\012c\134d\040:e" + "📠".encode() + b"\xff ext4 rw 0 0")
    assert mount.place == "/mnt/a\tb\nc\\d :e📠�"
    assert len(chosen(mounts_in(b"".join(b"/dev/x%d /mnt/%d ext4 rw 0 0\n" % (n, n) for n in range(1000))))) == MOST_DISKS


def test_the_disks_of_this_machine() -> None:
    found = read_disks(5.0)
    assert found
    for disk in found:
        assert isinstance(disk.space, Space)
        assert 0 <= disk.space.free_bytes <= disk.space.total_bytes


def test_one_that_does_not_answer_says_so_and_the_others_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    mounts = tuple(Mount(f"/dev/{name}", f"/{name}", "ext4", read_only=False) for name in ("dead", "fine", "gone", "denied"))

    def space(place: str) -> Space:
        if place == "/dead":
            release.wait(60)
        if place == "/gone":
            raise FileNotFoundError
        if place == "/denied":
            raise PermissionError
        return Space(10, 5, None)

    monkeypatch.setattr(disks, "read_mounts", lambda: mounts)
    monkeypatch.setattr(disks, "_space", space)
    found = {disk.mount.place: disk.space for disk in read_disks(0.3)}
    release.set()
    assert found == {
        "/dead": NotKnown(Why.TIMEOUT),
        "/fine": Space(10, 5, None),
        "/gone": NotKnown(Why.ABSENT),
        "/denied": NotKnown(Why.DENIED),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_a_full_disk_has_no_room(tmp_path: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "x", tmp_path], check=False, capture_output=True).returncode:
        pytest.skip("may not mount")
    try:
        (tmp_path / "fill").write_bytes(bytes(1 << 20))
        space = disks._space(str(tmp_path))
    finally:
        subprocess.run(["umount", tmp_path], check=True)
    assert (space.total_bytes, space.free_bytes) == (1 << 20, 0)


def test_a_root_that_is_no_line_of_its_own_counts_all_the_same() -> None:
    other = Mount("/dev/sdb1", "/media/siti", "vfat", read_only=False)
    assert [mount.place for mount in with_root((other,))] == ["/", "/media/siti"]
    root = Mount("/dev/vda", "/", "ext4", read_only=False)
    assert with_root((root, other)) == (root, other)
