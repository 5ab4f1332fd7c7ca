"""Every row that a person may change is on the page, with the control that fits it."""

from pathlib import Path

from desktop_client.screens.settings_page import Control, Registration, SectionKey, SettingRow, SettingsView, settings_view
from desktop_client.settings import SETTINGS, Preferences, Settings, Source

COMPANY = Registration(company="Nusantara Makmur", address="https://help.example")


def rows(view: SettingsView) -> dict[str, SettingRow]:
    return {row.key: row for section in view.sections for row in section.rows}


def test_every_row_that_a_person_may_change_and_no_other() -> None:
    shown = rows(settings_view(Settings(), lambda _key: Source.DEFAULT, COMPANY))
    assert set(shown) == {setting.key for setting in SETTINGS if setting.person_may_change}
    assert "backend_code" not in shown


def test_controls_fit_the_kind() -> None:
    shown = rows(settings_view(Settings(), lambda _key: Source.DEFAULT, COMPANY))
    assert {key: row.control for key, row in shown.items()} == {
        "language": Control.CHOICE,
        "appearance": Control.SEGMENTS,
        "start_at_sign_in": Control.SWITCH,
        "take_screenshots": Control.SWITCH,
        "notify_replies": Control.SWITCH,
        "count_help": Control.SWITCH,
        "warn_of_remote_tools": Control.SWITCH,
        "telephone": Control.TEXT,
        "place": Control.TEXT,
    }
    assert shown["telephone"].longest > 0
    assert shown["language"].choices == ("system", "en", "id")


def test_policy_locks_and_shows_its_value(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "settings.json", {"start_at_sign_in": False})
    kept.change("place", "Floor 3")
    shown = rows(settings_view(kept.values(), kept.source, COMPANY))
    assert {key for key, row in shown.items() if row.locked} == {"start_at_sign_in"}
    assert (shown["start_at_sign_in"].value, shown["place"].value) == (False, "Floor 3")


def test_sections_come_in_their_order_and_none_is_empty() -> None:
    view = settings_view(Settings(), lambda _key: Source.DEFAULT, COMPANY)
    assert [section.key for section in view.sections] == list(SectionKey)
    assert all(section.rows for section in view.sections)
    assert view.registration is COMPANY
