"""The volumes of this person, from the kernel's table and from this computer."""

import os
from pathlib import Path

from desktop_client.system.not_known import NotKnown
from desktop_client.system.storage.disks import Mount
from desktop_client.system.storage.volumes import Volume, mount_in, own_places, read_volumes

TABLE = (
    b"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    b"23 22 8:2 / /home rw - ext4 /dev/sda2 rw\n"
    b"24 22 8:2 /sub /srv/with\\040blank rw - ext4 /dev/sda2 rw\n"
    b"25 22 0:44 / /net ro - nfs4 server:/x rw\n"
    b"broken\n26 1 - x\n"
)


def test_the_mount_of_a_device() -> None:
    assert mount_in(TABLE, 8, 2) == Mount("/dev/sda2", "/home", "ext4", read_only=False)
    assert mount_in(TABLE, 0, 44) == Mount("server:/x", "/net", "nfs4", read_only=True)
    assert mount_in(TABLE, 9, 9) is None
    assert mount_in(b"\xff" * 200, 8, 2) is None


def test_this_computer(tmp_path: Path) -> None:
    volumes = read_volumes(5.0)
    assert volumes
    assert all(isinstance(volume, Volume) and volume.total_bytes > 0 for volume in volumes)
    assert own_places()[str(Path.home())] is True
    (volume,) = read_volumes(5.0, {str(tmp_path): True, str(tmp_path / "none"): True})
    assert not isinstance(volume, NotKnown)
    told = os.statvfs(tmp_path)
    assert volume.total_bytes == told.f_blocks * told.f_frsize


def test_percent_of_nothing() -> None:
    assert Volume(place="/", total_bytes=0, free_bytes=0).free_percent == 0.0
