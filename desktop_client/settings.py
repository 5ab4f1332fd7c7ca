"""Every setting once: its default, what it may be, and what it is for; and where its value comes from on this computer.

The company's policy stands above what the person chose, which stands above the default. The settings page, the table in
`docs/how-to/configure-the-client.md` and the validation all read `SETTINGS`.
"""

import contextlib
import json
import logging
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from desktop_client.company_tool import KEY, company_tool, is_https
from desktop_client.reasons import Cause, refused, unwritable
from desktop_client.system.durable import replace_file

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """The values that hold now. `SETTINGS` explains each."""

    language: str = "system"
    appearance: str = "system"
    start_at_sign_in: bool = True
    take_screenshots: bool = True
    notify_replies: bool = True
    count_help: bool = False
    telephone: str = ""
    place: str = ""
    accent: str = ""
    backend_address: str = ""
    backend_code: str = ""
    warn_of_remote_tools: bool = True
    remote_tools: tuple[str, ...] = ()
    remote_tools_always_run: tuple[str, ...] = ()
    remote_tool: Mapping[str, object] = field(default_factory=dict)
    remote_tool_programs: Mapping[str, str] = field(default_factory=dict)
    remote_tool_downloads: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Without the enrolment code, which must not reach a log."""
        shown = ", ".join(f"{row.name}={getattr(self, row.name)!r}" for row in fields(self) if row.name != "backend_code")
        return f"Settings({shown})"


Value = str | bool | tuple[str, ...] | Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One row: a text unless `choices` name the few values there are, or `default` is yes or no, a list of texts, or a table.

    What it may be beyond its kind is said by `form`, a regular expression that a text, each of a list, or each value of a table must
    match, and by `check`, which raises ValueError with what is wrong. `such` says both to a person.
    """

    key: str
    default: Value
    explanation: str
    choices: tuple[str, ...] = ()
    longest: int = 0
    """Letters that a text may have."""
    form: str = ""
    such: str = ""
    check: Callable[[Mapping[str, object]], object] | None = None
    person_may_change: bool = True

    def takes(self, value: object) -> bool:
        """Whether the value is one that this setting may have."""
        return not self.wrong_with(value)

    def wrong_with(self, value: object) -> str:
        """What is wrong with a value, as the end of a sentence; "" when nothing is."""
        must_be = f"it must be {self.possible()}"
        if isinstance(self.default, bool):
            return "" if isinstance(value, bool) else must_be
        if isinstance(self.default, tuple):
            return "" if isinstance(value, list | tuple) and len(value) <= MOST and all(map(self._matches, value)) else must_be
        if isinstance(self.default, Mapping):
            return self._wrong_with_table(value) if isinstance(value, Mapping) else must_be
        if self.choices:
            return "" if value in self.choices else must_be
        shown = isinstance(value, str) and value.isprintable() and len(value) <= self.longest
        return "" if shown and (not value or not self.form or self._matches(value)) else must_be

    def kept(self, value: object) -> Value:
        """A value that this setting takes, so that nobody changes it later."""
        if isinstance(self.default, tuple) and isinstance(value, list | tuple):
            return tuple(map(str, value))
        if isinstance(value, Mapping):
            return MappingProxyType(dict(value))
        return value if isinstance(value, bool) else str(value)

    def possible(self) -> str:
        """What it may be, for the documentation."""
        if isinstance(self.default, bool):
            return "true or false"
        if self.choices:
            return ", ".join(f'"{choice}"' for choice in self.choices)
        return self.such or f"up to {self.longest} letters"

    def _matches(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(self.form, value) is not None

    def _wrong_with_table(self, table: Mapping[str, object]) -> str:
        if self.form and not (len(table) <= MOST and all(re.fullmatch(KEY, key) and self._matches(table[key]) for key in table)):
            return f"it must be {self.possible()}"
        try:
            if self.check is not None and table:
                self.check(table)
        except ValueError as error:
            return str(error)
        return ""


MOST = 50
"""Entries of a list or a table."""


def _check_addresses(table: Mapping[str, object]) -> None:
    for key, address in table.items():
        if not is_https(str(address)):
            raise ValueError(f"{key} must be an https address")


SETTINGS: tuple[Setting, ...] = (
    Setting(key="language", default="system", choices=("system", "en", "id"), explanation="The language of the windows."),
    Setting(key="appearance", default="system", choices=("system", "light", "dark"), explanation="Light or dark windows."),
    Setting(key="start_at_sign_in", default=True, explanation="Whether Sigap starts when the person signs in to the computer."),
    Setting(key="take_screenshots", default=True, explanation="Whether a new report begins with a picture of every screen."),
    Setting(key="notify_replies", default=True, explanation="Whether a reply is announced on the desktop."),
    Setting(
        key="count_help",
        default=False,
        explanation="Whether it is counted how often articles were opened and helped, without the person's name or what was typed.",
    ),
    Setting(key="telephone", default="", longest=100, explanation="Where the person can be called, sent with every report."),
    Setting(key="place", default="", longest=100, explanation="Where the person sits, sent with every report."),
    Setting(
        key="accent",
        default="",
        longest=7,
        form="#[0-9A-Fa-f]{6}",
        such='a colour such as "#2563EB"',
        person_may_change=False,
        explanation="The company's colour for buttons and marks; empty for Sigap's own.",
    ),
    Setting(
        key="backend_address",
        default="",
        longest=500,
        person_may_change=False,
        explanation="The address of the company's Sigap server. With `backend_code` the computer registers itself, without asking.",
    ),
    Setting(
        key="backend_code",
        default="",
        longest=64,
        person_may_change=False,
        explanation="A reusable registration code. It is never shown and never written to the log.",
    ),
    Setting(
        key="warn_of_remote_tools",
        default=True,
        explanation="Whether a remote tool that starts without a session of remote help is told to the person.",
    ),
    Setting(
        key="remote_tools",
        default=(),
        form=KEY,
        such='a list of keys such as ["anydesk", "rustdesk"]',
        person_may_change=False,
        explanation="The remote tools that are offered, in this order; empty for those that are on the computer.",
    ),
    Setting(
        key="remote_tools_always_run",
        default=(),
        form="[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}",
        such='a list of keys or process names such as ["anydesk", "x11vnc"]',
        person_may_change=False,
        explanation="Remote tools that run on every computer, so that nobody is warned of them.",
    ),
    Setting(
        key="remote_tool",
        default={},
        such="a table as in set-up-remote-tools.md",
        check=company_tool,
        person_may_change=False,
        explanation="A remote tool of the company's own.",
    ),
    Setting(
        key="remote_tool_programs",
        default={},
        form=r"/[^\0\n]{1,400}|[A-Za-z]:\\[^\0\n]{1,400}",
        such="a table of whole paths by the tools' keys",
        person_may_change=False,
        explanation="Where a tool's program is, when it is not where its maker puts it.",
    ),
    Setting(
        key="remote_tool_downloads",
        default={},
        form="https://.{1,500}",
        such="a table of https addresses by the tools' keys",
        check=_check_addresses,
        person_may_change=False,
        explanation="Where the company offers a tool that is not on the computer yet.",
    ),
)

ROWS: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}


class Source(StrEnum):
    """Where a value comes from."""

    DEFAULT = "default"
    PERSON = "person"
    POLICY = "policy"


class Preferences:
    """The settings of one profile, under the policy. Safe from any thread; a listener is called in the thread that changed something."""

    def __init__(self, profile_settings_file: Path, policy: Mapping[str, object]) -> None:
        self._file = profile_settings_file
        self._lock = threading.Lock()
        self._listeners: list[Callable[[Settings], None]] = []
        notes: list[str] = []
        self._policy = _checked_policy(policy, notes)
        self._written = _read(profile_settings_file, notes)
        self.notes = tuple(notes)
        """What was wrong in the policy or in the file, one English sentence each; those rows are as if they weren't there."""
        for note in notes:
            log.warning("%s", note)

    def values(self) -> Settings:
        """The values that hold now."""
        with self._lock:
            return Settings(**{**self._chosen(), **self._policy})  # type: ignore[arg-type] # each was checked by its row

    def source(self, key: str) -> Source:
        """Where the value of a row comes from; a row from the policy is shown as locked."""
        if key in self._policy:
            return Source.POLICY
        with self._lock:
            return Source.PERSON if key in self._chosen() else Source.DEFAULT

    def change(self, key: str, value: str | bool) -> None:  # noqa: FBT001 - a setting's value, not a switch of this function
        """Keeps the person's choice, on the disk before this returns.

        RefusedError: BAD_VALUE, SET_BY_COMPANY, PROFILE_READ_ONLY or DISK_FULL; then nothing has changed.
        """
        row = ROWS.get(key)
        if row is None or not row.takes(value):
            raise refused(Cause.BAD_VALUE, option=key, value=str(value))
        if key in self._policy or not row.person_may_change:
            raise refused(Cause.SET_BY_COMPANY, option=key)
        with self._lock:
            if self._chosen().get(key, row.default) == value:
                return
            written = {**self._written, key: value}
            try:
                replace_file(self._file, json.dumps(written, indent=1, sort_keys=True).encode())
            except OSError as error:
                raise unwritable(error, self._file.parent) from error
            self._written = written
        now = self.values()
        for listener in tuple(self._listeners):
            listener(now)

    def listen(self, callback: Callable[[Settings], None]) -> Callable[[], None]:
        """Calls back with the new values after every change; what is returned ends it."""
        self._listeners.append(callback)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(callback)

        return stop

    def _chosen(self) -> dict[str, object]:
        """The person's values that are theirs to choose. Rows of a newer Sigap stay in the file, unread."""
        return {
            key: value for key, value in self._written.items() if key in ROWS and ROWS[key].person_may_change and ROWS[key].takes(value)
        }


def _checked_policy(policy: Mapping[str, object], notes: list[str]) -> dict[str, object]:
    kept: dict[str, object] = {}
    for key, value in policy.items():
        row = ROWS.get(key)
        if row is None:
            notes.append(f"The policy has a row that Sigap doesn't know: {key}")
        elif not row.takes(value):
            notes.append(f"The policy's value for {key} is ignored: {row.wrong_with(value)}")
        else:
            kept[key] = row.kept(value)
    return kept


def _read(file: Path, notes: list[str]) -> dict[str, object]:
    try:
        written = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        notes.append("The settings can't be read; the defaults hold")
        return {}
    if not isinstance(written, dict):
        notes.append("The settings can't be read; the defaults hold")
        return {}
    notes.extend(
        f"The setting {key} is ignored: {ROWS[key].wrong_with(written[key])}"
        for key in written
        if key in ROWS and not ROWS[key].takes(written[key])
    )
    return written
