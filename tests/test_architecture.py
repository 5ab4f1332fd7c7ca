"""The house: which row may import which, told once as a table and held against every import, lazy and type-only ones too."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent

CLIENT_ROWS = (
    ("__main__", "app"),
    ("ui", "commands"),
    ("sentences",),
    ("screens",),
    ("flows",),
    ("capture", "diagnostics", "help_desk", "knowledge", "guides", "assist"),
    ("backend",),
    ("settings", "policy"),
    ("company_tool",),
    ("system",),
    ("reasons", "version"),
)
"""Top to bottom; rooms of one row don't know each other, save that `__main__` starts `app`."""

SERVER_ROWS = (
    ("__main__", "app"),
    ("api", "console", "commands"),
    ("web",),
    ("running",),
    ("tickets", "identity", "knowledge", "assist"),
    ("store", "blobs", "events"),
    ("settings", "wire_checks", "pictures"),
    ("refusals", "version"),
)

QT_ALLOWED = {
    # QtPrintSupport puts an article on paper; `ui/article/printing.py` loads it only then.
    "ui": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"},
    "system/desktop": {"QtCore", "QtDBus", "QtNetwork"},
    "app": {"QtCore", "QtGui", "QtWidgets"},
}


def modules(package: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = {name: path for package in ("contract", "desktop_client", "server_stub") for name, path in modules(package)}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES or node.module == "PySide6" else node.module


def row_of(name: str, rows: tuple[tuple[str, ...], ...]) -> int:
    room = name.split(".")[1]
    found = [number for number, row in enumerate(rows) if room in row]
    assert found, f"{name} lives in no row of the house"
    return found[0]


def wrong_arrows(package: str, rows: tuple[tuple[str, ...], ...]) -> list[str]:
    wrong = []
    for name, path in MODULES.items():
        if not name.startswith(f"{package}."):
            continue
        for target in imports(path):
            if not target.startswith(f"{package}.") or target.split(".")[1] == name.split(".")[1]:
                continue
            if name.split(".")[1] == "__main__" and target == f"{package}.app":
                continue
            if row_of(target, rows) <= row_of(name, rows):
                wrong.append(f"{name} → {target}")
    return wrong


def test_client_imports_only_downward() -> None:
    assert wrong_arrows("desktop_client", CLIENT_ROWS) == []


def test_server_imports_only_downward() -> None:
    assert wrong_arrows("server_stub", SERVER_ROWS) == []


def test_client_and_server_do_not_know_each_other() -> None:
    others = {"desktop_client": "server_stub", "server_stub": "desktop_client"}
    crossing = [
        f"{name} → {t}" for name, path in MODULES.items() for t in imports(path) if t.split(".")[0] == others.get(name.split(".")[0])
    ]
    assert crossing == []


def test_contract_imports_standard_library_and_msgspec_only() -> None:
    import sys  # noqa: PLC0415 - only here

    allowed = {"contract", "msgspec", *sys.stdlib_module_names}
    foreign = [f"{n} → {t}" for n, p in MODULES.items() if n.startswith("contract") for t in imports(p) if t.split(".")[0] not in allowed]
    assert foreign == []


def test_qt_is_imported_only_where_it_may_be() -> None:
    wrong = []
    for name, path in MODULES.items():
        place = "/".join(name.split(".")[1:])
        allowed = next((libraries for room, libraries in QT_ALLOWED.items() if place == room or place.startswith(f"{room}/")), set())
        wrong += [f"{name} → {t}" for t in imports(path) if t.split(".")[0] == "PySide6" and t.split(".")[1] not in allowed]
    assert wrong == []


def test_no_module_is_in_a_circle() -> None:
    graph = {}
    for name, path in MODULES.items():
        graph[name] = {target for target in imports(path) if target in MODULES and target != name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None


def test_package_inits_hold_a_docstring_only() -> None:
    crowded = [name for name, path in MODULES.items() if path.name == "__init__.py" and len(ast.parse(path.read_text("utf-8")).body) != 1]
    assert crowded == []


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    empty = {"util", "utils", "helper", "helpers", "manager", "misc", "common"}
    assert [name for name in MODULES if empty & set(name.split("."))] == []


def test_packaging_folder_never_becomes_a_package() -> None:
    assert list((ROOT / "packaging").rglob("__init__.py")) == []
    assert list((ROOT / "packaging").rglob("test_*.py")) == []
