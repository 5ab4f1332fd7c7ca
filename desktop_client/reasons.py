"""Why something didn't happen, as a value: a code, what the sentence about it needs, and whether trying again can cure it.

The core speaks in reasons; `sentences/reasons.py` says them to a person, in English or through Qt Linguist in another language. A reason is
kept in the outbox beside the report that it holds up, so it is plain data.
"""

import errno
from enum import StrEnum
from pathlib import Path

import msgspec


class Cause(StrEnum):
    """Everything that can stand in the way. The comment names the data of each."""

    # the way to the backend
    UNREACHABLE = "unreachable"  # host
    CONNECTION_BROKE = "connection-broke"  # percent
    SLOW = "slow"  # percent
    PORTAL = "portal"
    PROXY_SIGN_IN = "proxy-sign-in"
    SERVER_PROBLEM = "server-problem"  # ref
    SERVER_FULL = "server-full"  # ref
    SERVER_BUSY = "server-busy"
    CERTIFICATE = "certificate"
    CLOCK = "clock"  # difference_s
    NOT_OURS = "not-ours"  # host: what answers there is not a Sigap backend
    ADDRESS = "address"  # address: not one that Sigap speaks to
    # enrolment
    NOT_ENROLLED = "not-enrolled"
    REVOKED = "revoked"
    CODE_WRONG = "code-wrong"
    CODE_USED = "code-used"
    CODE_EXPIRED = "code-expired"
    TOO_MANY_TRIES = "too-many-tries"  # wait_s
    WAITING_ELSEWHERE = "waiting-elsewhere"  # count: reports wait for another backend
    # what the backend refused
    REFUSED = "refused"  # field, detail, ref
    CONFLICT = "conflict"  # number
    LIMIT_REACHED = "limit-reached"  # detail
    # what the person gave
    SUBJECT_EMPTY = "subject-empty"
    SUBJECT_TOO_LONG = "subject-too-long"  # limit
    TEXT_TOO_LONG = "text-too-long"  # limit
    CHARACTERS_REMOVED = "characters-removed"
    TOO_MANY_FILES = "too-many-files"  # limit
    FILE_MISSING = "file-missing"  # file
    FILE_UNREADABLE = "file-unreadable"  # file
    FILE_EMPTY = "file-empty"  # file
    FILE_FOLDER = "file-folder"  # file
    FILE_NOT_REGULAR = "file-not-regular"  # file
    FILE_TOO_LARGE = "file-too-large"  # file, size_bytes, limit_bytes
    FILE_CHANGING = "file-changing"  # file
    REPORT_TOO_LARGE = "report-too-large"  # size_bytes, limit_bytes
    NO_SUCH_TICKET = "no-such-ticket"  # ticket
    NO_SUCH_ARTICLE = "no-such-article"  # article: its id
    UNKNOWN_OPTION = "unknown-option"  # option
    BAD_VALUE = "bad-value"  # option, value
    SET_BY_COMPANY = "set-by-company"  # option: a setting that the company's policy holds
    # this computer
    PROFILE_READ_ONLY = "profile-read-only"  # folder
    PROFILE_NEWER = "profile-newer"
    PROFILE_OTHER_USER = "profile-other-user"  # owner
    DISK_FULL = "disk-full"  # size_bytes
    OUTBOX_DAMAGED = "outbox-damaged"  # rescued, lost, folder
    CAPTURE_REFUSED = "capture-refused"
    CAPTURE_IMPOSSIBLE = "capture-impossible"
    KEYRING_LOCKED = "keyring-locked"
    NO_KEYRING = "no-keyring"
    ALREADY_RUNNING = "already-running"
    NO_SCREEN = "no-screen"
    # remote help
    ASSIST_OVER = "assist-over"
    TOOL_MISSING = "tool-missing"  # tool
    TOOL_NOT_TRUSTED = "tool-not-trusted"  # tool
    TOOL_DID_NOT_START = "tool-did-not-start"  # tool
    TOOL_TELLS_NO_CODE = "tool-tells-no-code"  # tool
    TOOL_CODE_WRONG = "tool-code-wrong"  # tool
    UNEXPECTED = "unexpected"  # ref: what is in the log


class Cure(StrEnum):
    """What helps."""

    TIME = "time"
    """Trying again later does, without a person."""
    PERSON = "person"
    """Only a change by the person does."""


class Reason(msgspec.Struct, frozen=True):
    """A cause with its data (texts and numbers, never a secret), and what helps. `retry_after_s` is the backend's wish, if it had one."""

    cause: Cause
    data: dict[str, str | int | float] = {}
    cure: Cure = Cure.PERSON
    retry_after_s: float | None = None


class RefusedError(Exception):
    """Something was not done, nothing was changed or lost, and the reason is for a person to read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.cause.value)
        self.reason = reason


def refused(cause: Cause, **data: str | float) -> RefusedError:
    """The error for a cause that only the person can cure."""
    return RefusedError(Reason(cause, data))


ROOM_TO_FREE_BYTES = 100_000_000
"""What is asked of a person whose disk is full: enough for a report with its pictures."""


def unwritable(error: OSError, folder: Path) -> RefusedError:
    """The refusal for a folder that the operating system would not let Sigap write to."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return refused(Cause.DISK_FULL, size_bytes=ROOM_TO_FREE_BYTES)
    return refused(Cause.PROFILE_READ_ONLY, folder=str(folder))
