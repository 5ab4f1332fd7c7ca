import json
import logging
import os
import re
import threading
from pathlib import Path

import pytest

from desktop_client.reasons import Cause, RefusedError
from desktop_client.settings import ROWS, SETTINGS, Preferences, Settings, Source

DOCUMENT = Path(__file__).parents[2] / "docs" / "how-to" / "configure-the-client.md"


def refusal(preferences: Preferences, key: str, value: str | int) -> Cause:
    with pytest.raises(RefusedError) as caught:
        preferences.change(key, value)  # type: ignore[arg-type]
    return caught.value.reason.cause


def test_each_default_is_a_value_that_its_row_takes() -> None:
    for row in SETTINGS:
        assert row.takes(row.default), row.key
        assert getattr(Settings(), row.key) == row.default
    assert [row.key for row in SETTINGS] == list(Settings.__dataclass_fields__)


def test_what_the_person_chose_is_there_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    first = Preferences(file, {})
    assert first.source("language") is Source.DEFAULT
    first.change("language", "id")
    first.change("take_screenshots", False)
    again = Preferences(file, {})
    assert again.values() == Settings(language="id", take_screenshots=False)
    assert again.source("language") is Source.PERSON
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_the_policy_stands_above_the_person(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Preferences(file, {}).change("language", "id")
    locked = Preferences(file, {"language": "en", "accent": "#2563EB"})
    assert (locked.values().language, locked.values().accent) == ("en", "#2563EB")
    assert locked.source("language") is Source.POLICY
    assert refusal(locked, "language", "id") is Cause.SET_BY_COMPANY
    assert Preferences(file, {}).values().language == "id"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"),
        ("language", True),
        ("take_screenshots", "yes"),
        ("telephone", "1" * 101),
        ("place", "two\nlines"),
        ("place", "\ud800"),
        ("unheard_of", "x"),
    ],
)
def test_a_value_that_can_not_be_changes_nothing(tmp_path: Path, key: str, value: str | int) -> None:
    preferences = Preferences(tmp_path / "settings.json", {})
    assert refusal(preferences, key, value) is Cause.BAD_VALUE
    assert preferences.values() == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_only_the_company_sets_can_not_be_set_by_the_person(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    assert refusal(Preferences(file, {}), "accent", "#2563EB") is Cause.SET_BY_COMPANY
    file.write_text(json.dumps({"backend_address": "https://elsewhere.example", "accent": "#000000"}))
    assert Preferences(file, {}).values() == Settings()


@pytest.mark.expects_log
def test_a_wrong_policy_is_told_and_the_rest_of_it_holds(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    policy = {"language": "klingon", "start_at_sign_in": 1, "color": "red", "appearance": "dark", "nested": {"a": 1}}
    preferences = Preferences(tmp_path / "settings.json", policy)
    assert preferences.values() == Settings(appearance="dark")
    assert len(preferences.notes) == 4
    assert [key for key in ("language", "start_at_sign_in", "color", "nested") if any(key in note for note in preferences.notes)] == [
        "language",
        "start_at_sign_in",
        "color",
        "nested",
    ]
    assert set(preferences.notes) <= {record.getMessage() for record in caplog.records}


@pytest.mark.expects_log
@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"language": "fr"}'])
def test_a_damaged_file_means_the_defaults_and_can_be_written_again(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    preferences = Preferences(file, {})
    assert preferences.values() == Settings()
    assert preferences.notes
    preferences.change("language", "id")
    assert Preferences(file, {}).values().language == "id"


def test_rows_of_a_newer_sigap_survive_a_change(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"invented_later": 5}))
    Preferences(file, {}).change("language", "id")
    assert json.loads(file.read_text()) == {"invented_later": 5, "language": "id"}


def test_listeners_hear_changes_until_they_stop(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "settings.json", {})
    heard: list[Settings] = []
    stop = preferences.listen(heard.append)
    preferences.change("language", "id")
    preferences.change("language", "id")
    stop()
    preferences.change("language", "en")
    assert [values.language for values in heard] == ["id"]
    stop()


def test_a_folder_that_is_gone_refuses_and_keeps_the_old_value(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "gone" / "settings.json", {})
    assert refusal(preferences, "language", "id") is Cause.PROFILE_READ_ONLY
    assert preferences.values() == Settings()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")
def test_a_full_disk_refuses_and_keeps_the_old_value(tmp_path: Path) -> None:
    (tmp_path / f"settings.json.{os.getpid()}.{threading.get_ident()}.part").symlink_to("/dev/full")
    preferences = Preferences(tmp_path / "settings.json", {})
    assert refusal(preferences, "language", "id") is Cause.DISK_FULL
    assert preferences.values() == Settings()


def test_the_code_shows_in_no_text(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    values = Preferences(tmp_path / "settings.json", {"backend_code": "ABCD-EFGH"}).values()
    assert values.backend_code == "ABCD-EFGH"
    assert "ABCD" not in repr(values)
    assert "ABCD" not in caplog.text


TOOLS = {
    "remote_tools": ["anydesk", "own"],
    "remote_tools_always_run": ["anydesk", "x11vnc"],
    "remote_tool": {"key": "own", "name": "Own", "program": "/usr/bin/own"},
    "remote_tool_programs": {"teamviewer": "/opt/qs/teamviewer"},
    "remote_tool_downloads": {"anydesk": "https://intranet.example/anydesk"},
    "warn_of_remote_tools": False,
}


def test_lists_and_tables_of_a_policy_hold_and_nobody_changes_them(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "settings.json", TOOLS)
    values = preferences.values()
    assert preferences.notes == ()
    assert values.remote_tools == ("anydesk", "own")
    assert values.remote_tools_always_run == ("anydesk", "x11vnc")
    assert values.remote_tool == TOOLS["remote_tool"]
    assert values.remote_tool_programs == TOOLS["remote_tool_programs"]
    assert values.remote_tool_downloads == TOOLS["remote_tool_downloads"]
    assert not values.warn_of_remote_tools
    assert refusal(preferences, "warn_of_remote_tools", 1) is Cause.BAD_VALUE
    assert refusal(preferences, "remote_tools", "anydesk") is Cause.BAD_VALUE
    with pytest.raises(TypeError):
        values.remote_tool["key"] = "other"  # type: ignore[index]


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("remote_tools", "anydesk"),
        ("remote_tools", ["Any Desk"]),
        ("remote_tools", [5]),
        ("remote_tools", {"anydesk": 1}),
        ("remote_tools", ["a"] * 51),
        ("remote_tools_always_run", ["--all"]),
        ("remote_tools_always_run", [""]),
        ("remote_tool", ["key"]),
        ("remote_tool", {"key": "own"}),
        ("remote_tool_programs", {"teamviewer": "teamviewer"}),
        ("remote_tool_programs", {"Team Viewer": "/opt/teamviewer"}),
        ("remote_tool_programs", {"teamviewer": ["/opt/teamviewer"]}),
        ("remote_tool_programs", {"teamviewer": "/opt/\0"}),
        ("remote_tool_downloads", {"anydesk": "http://intranet.example/"}),
        ("remote_tool_downloads", {"anydesk": "https://budi:secret@intranet.example/"}),
        ("remote_tool_downloads", {f"a{number}": "https://intranet.example/" for number in range(51)}),
        ("warn_of_remote_tools", "no"),
    ],
)
def test_a_wrong_list_or_table_is_told_and_the_rest_holds(tmp_path: Path, key: str, value: object) -> None:
    preferences = Preferences(tmp_path / "settings.json", {**TOOLS, key: value, "language": "id"})
    assert (
        preferences.values()
        == Preferences(
            tmp_path / "settings.json", {**{name: kept for name, kept in TOOLS.items() if name != key}, "language": "id"}
        ).values()
    )
    assert [key in note for note in preferences.notes] == [True]


def test_a_person_s_file_sets_nothing_that_is_the_company_s(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({key: value for key, value in TOOLS.items() if key != "warn_of_remote_tools"}))
    assert Preferences(file, {}).values() == Settings()


def test_the_document_tells_every_setting() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    assert {key for key, *_ in rows} == set(ROWS)
    for key, default, possible, who, explanation in rows:
        row = ROWS[key]
        assert default == f"`{json.dumps(row.default)}`", key
        assert possible == row.possible(), key
        assert who == ("person, company" if row.person_may_change else "company"), key
        assert explanation == row.explanation, key
