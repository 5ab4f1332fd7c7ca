"""The bell of a running tray: another process of the same person rings it with one word, and hears whether it was heard.

The protocol: connect, send the word and a line feed, read "heard" and a line feed. On POSIX through a socket in the profile, or, where
that path is too long for one, in a folder of its own that the profile names; on Windows through a named pipe (not tried there yet).
"""

import contextlib
import hashlib
import os
import re
import shutil
import socket
import stat
import sys
import tempfile
import time
from pathlib import Path

from contract.articles import ARTICLE_ID
from desktop_client.system.durable import replace_file
from desktop_client.system.folders import Profile

MESSAGES = ("panel", "report", "wake", "enrolled")
"""Open the panel; begin a report; something was put into the outbox; this computer was enrolled."""
HEARD = b"heard\n"
ARTICLE = re.compile(f"article:{ARTICLE_ID}")
"""Open this article, by its file's id or its key."""
LONGEST_MESSAGE = 256
LONGEST_SOCKET_PATH = 100
"""Bytes; systems allow 103 to 107."""
PATIENCE_S = 2.0


def known(message: str) -> bool:
    """Whether this is something that a bell says."""
    return message in MESSAGES or ARTICLE.fullmatch(message) is not None


def ring(profile: Profile, message: str, *, patience_s: float = PATIENCE_S) -> bool:
    """Rings the tray of this profile, and says whether somebody heard. Waits no longer than `patience_s`."""
    if not known(message):
        raise ValueError(message)
    try:
        if sys.platform == "win32":
            return _ring_pipe(profile, message)
        return _ring_socket(socket_path(profile), message, patience_s)
    except OSError:
        return False


def answers(profile: Profile) -> bool:
    """Whether a tray of this profile listens; it is not rung."""
    try:
        if sys.platform == "win32":
            return os.path.exists(rf"\\.\pipe\{pipe_name(profile)}")  # noqa: PTH110 - no path, but a pipe's name
        path = socket_path(profile)
        if not _private(path.parent):
            return False
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(PATIENCE_S)
            line.connect(os.fsencode(path))
    except OSError:
        return False
    return True


def ring_starting(profile: Profile, message: str, limit_s: float) -> bool:
    """Rings a tray that is known to run, again and again until it heard: it may have its lock, and not yet its bell."""
    until = time.monotonic() + limit_s
    while not ring(profile, message):
        if time.monotonic() >= until:
            return False
        time.sleep(0.05)
    return True


def socket_path(profile: Profile) -> Path:
    """Where the tray of this profile listens, whether or not it does."""
    try:
        return Path(os.fsdecode(_pointer(profile).read_bytes())) / "bell"
    except OSError:
        return profile.root / "bell"


def prepare_socket(profile: Profile) -> Path:
    """A free place to listen at, for who holds the instance lock: the socket of an earlier run is removed. OSError: there is none."""
    beside = profile.root / "bell"
    if len(os.fsencode(beside)) <= LONGEST_SOCKET_PATH and _private(profile.root):
        _pointer(profile).unlink(missing_ok=True)
        path = beside
    elif _pointer(profile).exists() and _private(socket_path(profile).parent):
        path = socket_path(profile)
    else:
        path = _runtime_folder(profile) / "bell"
    path.unlink(missing_ok=True)
    return path


def remove_socket(profile: Profile) -> None:
    """Takes the socket away, and the folder that was made for it."""
    path = socket_path(profile)
    path.unlink(missing_ok=True)
    if path.parent != profile.root and _pointer(profile).exists():
        with contextlib.suppress(OSError):
            path.parent.rmdir()
        _pointer(profile).unlink(missing_ok=True)


def pipe_name(profile: Profile) -> str:
    """The named pipe of this profile (Windows)."""
    return f"sigap-{hashlib.sha256(os.fsencode(profile.root)).hexdigest()[:32]}"


def _pointer(profile: Profile) -> Path:
    return profile.root / "bell.folder"


def _runtime_folder(profile: Profile) -> Path:
    """A new 0700 folder with a short path, named in the profile."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    base = runtime if runtime.startswith("/") and len(runtime) < LONGEST_SOCKET_PATH // 2 and os.access(runtime, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="sigap-", dir=base or "/tmp"))  # noqa: S108 - mkdtemp makes a private folder; TMPDIR may be long
    try:
        replace_file(_pointer(profile), os.fsencode(folder))
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _private(folder: Path) -> bool:
    """Whether only this person can have put something there: a folder in /tmp may be somebody else's by now."""
    try:
        found = folder.stat(follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _ring_socket(path: Path, message: str, patience_s: float) -> bool:
    if not _private(path.parent):
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(patience_s)
        line.connect(os.fsencode(path))
        line.sendall(message.encode("ascii") + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            piece = line.recv(LONGEST_MESSAGE)
            if not piece:
                break
            answer += piece
    return answer == HEARD


def _ring_pipe(profile: Profile, message: str) -> bool:
    with open(rf"\\.\pipe\{pipe_name(profile)}", "r+b", buffering=0) as pipe:  # noqa: PTH123 - no path, but a pipe's name
        pipe.write(message.encode("ascii") + b"\n")
        return pipe.readline() == HEARD
