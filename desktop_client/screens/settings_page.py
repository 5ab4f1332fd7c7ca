"""What *Settings* shows: every row of `settings.SETTINGS` that a person may change, in sections, with its control, value and lock."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum

from desktop_client.settings import SETTINGS, Setting, Settings, Source


class Control(StrEnum):
    """By what a row is changed."""

    CHOICE = "choice"
    SEGMENTS = "segments"
    SWITCH = "switch"
    TEXT = "text"


class SectionKey(StrEnum):
    """The sections, in their order."""

    GENERAL = "general"
    REPORTS = "reports"
    REACH = "reach"


SECTION = {
    "language": SectionKey.GENERAL,
    "appearance": SectionKey.GENERAL,
    "start_at_sign_in": SectionKey.GENERAL,
    "notify_replies": SectionKey.GENERAL,
    "warn_of_remote_tools": SectionKey.GENERAL,
    "take_screenshots": SectionKey.REPORTS,
    "count_help": SectionKey.REPORTS,
    "telephone": SectionKey.REACH,
    "place": SectionKey.REACH,
}
"""Where a row stands; a row that is not named here stands in the first section."""
SEGMENTS = frozenset({"appearance"})
"""Rows whose few choices stand side by side."""


@dataclass(frozen=True, kw_only=True)
class SettingRow:
    """One row. `choices` are the keys to choose from; `longest` bounds a text in letters; `locked`: set by the company."""

    key: str
    control: Control
    value: str | bool
    choices: tuple[str, ...] = ()
    longest: int = 0
    locked: bool = False


@dataclass(frozen=True, kw_only=True)
class Section:
    """Rows that belong together."""

    key: SectionKey
    rows: tuple[SettingRow, ...]


@dataclass(frozen=True, kw_only=True)
class Registration:
    """What this computer is registered to; `company` is "" when it isn't, `locked` when the company registers it by itself."""

    company: str = ""
    address: str = ""
    person: str = ""
    locked: bool = False


@dataclass(frozen=True, kw_only=True)
class SettingsView:
    """All that the page shows."""

    sections: tuple[Section, ...]
    registration: Registration


def settings_view(values: Settings, source: Callable[[str], Source], registration: Registration) -> SettingsView:
    """The page for the values that hold now; `source` tells where each comes from."""
    current = {field.name: getattr(values, field.name) for field in fields(values)}
    rows: dict[SectionKey, list[SettingRow]] = {key: [] for key in SectionKey}
    for setting in SETTINGS:
        if setting.person_may_change:
            section = SECTION.get(setting.key, SectionKey.GENERAL)
            rows[section].append(_row(setting, current[setting.key], locked=source(setting.key) is Source.POLICY))
    return SettingsView(
        sections=tuple(Section(key=key, rows=tuple(found)) for key, found in rows.items() if found), registration=registration
    )


def _row(setting: Setting, value: str | bool, *, locked: bool) -> SettingRow:  # noqa: FBT001 - a setting's value
    return SettingRow(
        key=setting.key,
        control=_control(setting),
        value=value,
        choices=setting.choices,
        longest=setting.longest,
        locked=locked,
    )


def _control(setting: Setting) -> Control:
    if isinstance(setting.default, bool):
        return Control.SWITCH
    if setting.choices:
        return Control.SEGMENTS if setting.key in SEGMENTS else Control.CHOICE
    return Control.TEXT
