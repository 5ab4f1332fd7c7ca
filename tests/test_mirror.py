"""Tests lie where the code lies: a module is tested in the mirrored folder, by its own file or by one there that imports it.

Modules that only hold values (no function) have nothing to test. What is a part of one thing is in the table, and the table only shrinks.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("contract", "desktop_client", "server_stub", "development")

TESTED_THROUGH = {
    "desktop_client/assist/talking.py": "tests/together/test_remote_help.py",
    "desktop_client/backend/clock.py": "tests/desktop_client/backend/test_session.py",
    "desktop_client/backend/line.py": "tests/desktop_client/backend/test_session.py",
    "desktop_client/capture/screens.py": "tests/desktop_client/flows/test_capture_screens.py",
    "desktop_client/commands/guide.py": "tests/desktop_client/commands/test_check.py",
    "desktop_client/diagnostics/collectors": "tests/desktop_client/diagnostics/test_catalogue.py",
    "desktop_client/diagnostics/redaction/marks.py": "tests/desktop_client/diagnostics/redaction/test_redact.py",
    "desktop_client/flows/remote_help.py": "tests/together/test_remote_help.py",
    "desktop_client/help_desk/deliver.py": "tests/desktop_client/help_desk/test_sender.py",
    "desktop_client/help_desk/outbox_database.py": "tests/desktop_client/help_desk/test_outbox.py",
    "desktop_client/help_desk/outbox_schema.py": "tests/desktop_client/help_desk/test_outbox.py",
    "desktop_client/help_desk/promise.py": "tests/desktop_client/help_desk/test_outbox.py",
    "desktop_client/help_desk/read_marks.py": "tests/desktop_client/help_desk/test_cache.py",
    "desktop_client/system/durable.py": "tests/together/test_power_cuts.py",
    "desktop_client/system/shared_lock.py": "tests/desktop_client/help_desk/test_outbox.py",
    "desktop_client/ui/instance_assist.py": "tests/desktop/test_remote_help.py",
    "desktop_client/ui/report/additions.py": "tests/desktop_client/ui/report/test_report_session.py",
    "server_stub/commands/computers.py": "tests/server_stub/commands/test_words_on_data.py",
    "server_stub/commands/demo_data.py": "tests/development/test_demo.py",
    "server_stub/commands/demo_picture.py": "tests/development/test_demo.py",
    "server_stub/commands/demo_technicians.py": "tests/server_stub/commands/test_words_on_data.py",
    "server_stub/commands/make_code.py": "tests/server_stub/commands/test_words_on_data.py",
    "server_stub/commands/reply.py": "tests/server_stub/commands/test_words_on_data.py",
    "server_stub/commands/settings.py": "tests/server_stub/commands/test_words_on_data.py",
    "server_stub/commands/tickets.py": "tests/server_stub/commands/test_words_on_data.py",
    "server_stub/running/log.py": "tests/server_stub/commands/test_serve.py",
    "server_stub/running/named_pipe.py": "tests/server_stub/running/test_control.py",
    "development/console_pictures.py": "tests/development/test_demo.py",
    "development/docs.py": "tests/development/test_openapi.py",
}
"""Modules, and folders of them, that no test imports by itself: what, and the test of the thing that they are a part of."""


def has_functions(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def imported(path: Path) -> set[str]:
    """Every dotted name that a file imports, and each name that it imports from one."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def untested() -> list[str]:
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            place = path.relative_to(ROOT)
            if path.name.startswith("__") or not has_functions(path):
                continue
            name = ".".join(place.with_suffix("").parts)
            own = ROOT / "tests" / place.parent / f"test_{path.name}"
            # A room's tests see what stands in its inner rooms too.
            room = ROOT / "tests" / Path(*place.parent.parts[:2])
            if own.exists() or any(name in imported(test) for test in room.rglob("test_*.py")):
                continue
            found.append(place.as_posix())
    return found


def listed(place: str) -> bool:
    return any(place == entry or place.startswith(f"{entry}/") for entry in TESTED_THROUGH)


def test_every_module_is_tested_where_it_lies() -> None:
    assert [place for place in untested() if not listed(place)] == []


def test_the_table_only_shrinks() -> None:
    places = untested()
    assert [entry for entry in TESTED_THROUGH if not any(p == entry or p.startswith(f"{entry}/") for p in places)] == []
    assert [test for test in TESTED_THROUGH.values() if not (ROOT / test).exists()] == []


def test_every_folder_of_tests_mirrors_a_folder_of_code() -> None:
    own = {"together", "desktop", "faults", "__pycache__"}
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in sorted(folders) if folder.parts and folder.parts[0] not in own and not (ROOT / folder).is_dir()] == []
