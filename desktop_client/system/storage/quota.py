"""What an administrator lets this person use of a volume: disk quotas of Linux, asked of the kernel (quotactl(2)), for oneself only."""

import ctypes
import os
import sys
from dataclasses import dataclass

_GET = 0x800007 << 8
_BLOCK_BYTES = 1024


class _Told(ctypes.Structure):
    _fields_ = (
        ("hard", ctypes.c_uint64),
        ("soft", ctypes.c_uint64),
        ("used_bytes", ctypes.c_uint64),
        ("files_hard", ctypes.c_uint64),
        ("files_soft", ctypes.c_uint64),
        ("files", ctypes.c_uint64),
        ("grace", ctypes.c_uint64),
        ("files_grace", ctypes.c_uint64),
        ("valid", ctypes.c_uint32),
    )


@dataclass(frozen=True)
class Quota:
    """Limits and use in bytes and numbers of files; 0 is no limit."""

    limit_bytes: int
    used_bytes: int
    files_limit: int
    files: int

    @property
    def left_bytes(self) -> int | None:
        """What may still be written, None without a limit."""
        return max(0, self.limit_bytes - self.used_bytes) if self.limit_bytes else None

    @property
    def used_up(self) -> bool:
        """Whether less than 2 % of the room or of the files is left."""
        pairs = ((self.limit_bytes, self.used_bytes), (self.files_limit, self.files))
        return any(limit and used >= 0.98 * limit for limit, used in pairs)


def read_quota(device: str) -> Quota | None:
    """This person's quota on a block device; None where there is none (or no such system)."""
    if not sys.platform.startswith("linux") or not device:
        return None
    told = _Told()
    try:
        answer = ctypes.CDLL(None).quotactl(ctypes.c_int(_GET), device.encode(), ctypes.c_int(os.getuid()), ctypes.byref(told))
    except AttributeError:
        return None
    if answer != 0 or not (told.hard or told.soft or told.files_hard or told.files_soft):
        return None
    return Quota(_BLOCK_BYTES * int(told.hard or told.soft), int(told.used_bytes), int(told.files_hard or told.files_soft), int(told.files))
