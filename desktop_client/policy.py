"""What the company has set for every computer, read from the one place where only an administrator can write.

On Linux that is `/etc/xdg/sigap/policy.toml`: a constant, so that no variable, argument or `XDG_CONFIG_DIRS` leads anywhere else. On
Windows and macOS there is no policy yet.
"""

import logging
import os
import stat
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from desktop_client.system.trusted_place import others_may_write, shared_folder

POLICY_FILE = Path("/etc/xdg/sigap/policy.toml")
LARGEST_BYTES = 1_000_000
NOTHING: Mapping[str, object] = MappingProxyType({})

log = logging.getLogger(__name__)


class UntrustedError(Exception):
    """Somebody other than an administrator could have written the policy."""


def read_policy(file: Path = POLICY_FILE, *, administrator: int = 0) -> Mapping[str, object]:
    """The policy's rows as they are written, unchecked; nothing where there is none, or where it can't be trusted or read (logged).

    `administrator` is the user id that must own the file and every folder above it.
    """
    if sys.platform != "linux":
        return NOTHING
    try:
        return MappingProxyType(tomllib.loads(_trusted_text(file, administrator)))
    except FileNotFoundError:
        return NOTHING
    except UntrustedError as error:
        log.warning("The policy is ignored: %s", error)
    except OSError as error:
        log.warning("The policy can't be read: %s", error.strerror)
    except UnicodeDecodeError:
        log.warning("The policy is ignored: it isn't UTF-8")
    except tomllib.TOMLDecodeError as error:
        # Only where it is wrong: the text around may be the enrolment code.
        log.warning("The policy is ignored: it isn't TOML (%s)", str(error).rpartition("(")[2].rstrip(")"))
    return NOTHING


def _trusted_text(file: Path, administrator: int) -> str:
    """The text of the file, after every step of its real path was found to be the administrator's alone."""
    real = file.resolve(strict=True)
    shared = shared_folder(real, administrator)
    if shared is not None:
        raise UntrustedError(f"others can write to {shared}")
    descriptor = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as opened:
        found = os.fstat(opened.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise UntrustedError("it isn't an ordinary file")
        if others_may_write(found, administrator):
            raise UntrustedError("others can write to it")
        text = opened.read(LARGEST_BYTES + 1)
    if len(text) > LARGEST_BYTES:
        raise UntrustedError("it is too long")
    return text.decode()
