"""Whether only an administrator can change what lies at a place: the folders above it, each by owner and rights."""

import stat
from os import stat_result
from pathlib import Path


def shared_folder(real: Path, administrator: int = 0) -> Path | None:
    """The first folder above a resolved path in which somebody else could replace things; None when there is none.

    `administrator` is the user id that must own each folder (or root). Raises OSError where one can't be looked at.
    """
    for place in (real.parent, *real.parent.parents):
        found = place.stat()
        shared = bool(found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
        # In a sticky folder such as /tmp nobody replaces what belongs to the administrator; beside the file itself not even that will do.
        if found.st_uid not in {administrator, 0} or (shared and (place == real.parent or not found.st_mode & stat.S_ISVTX)):
            return place
    return None


def others_may_write(found: stat_result, administrator: int = 0) -> bool:
    """Whether somebody other than the administrator may write to the file itself, or own it."""
    return found.st_uid != administrator or bool(found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
