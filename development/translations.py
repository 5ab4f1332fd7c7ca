"""Collects the strings that people read into Qt Linguist's files, fills in translations, and compiles them.

    python -m development.translations [JSON…]     collect, fill from the files given, compile
    python -m development.translations --compile   only compile (the set-up of `dev.py` does this)

A JSON file is `{"Context": {"source": "translation" or ["the one plural form"]}}`, for Indonesian. English is the language of the code: its
file holds the plural forms only, made from "picture(s)". The context "console" holds the texts of the technicians' page.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from development import console_texts

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "desktop_client" / "ui" / "translations"
ENGLISH, INDONESIAN = "sigap_en.ts", "sigap_id.ts"
Wanted = dict[str, dict[str, str | list[str]]]


def sources() -> list[Path]:
    """Every file that may say something to a person through Qt Linguist."""
    windows = sorted(path for path in (ROOT / "desktop_client" / "ui").rglob("*.py") if "examples" not in path.parts)
    return [*windows, *sorted((ROOT / "desktop_client" / "sentences").glob("*.py"))]


def tool(name: str, arguments: Sequence[str]) -> None:
    """Runs lupdate or lrelease of the installed PySide6; a failure shows what it said."""
    call = f"from PySide6.scripts.pyside_tool import {name}; {name}()"
    done = subprocess.run([sys.executable, "-c", call, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


def collect(folder: Path, translations: Wanted) -> list[str]:
    """Brings both files in that folder up to date with the code and fills in what is known.

    A translation that is there already stays unless another is given. Gives what has none yet, as "Context: source".
    """
    target = folder / INDONESIAN
    kept = known(target) if target.exists() else {}
    for context, strings in translations.items():
        kept.setdefault(context, {}).update(strings)
    files = [str(path) for path in sources()]
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "id"]
    tool("lupdate", [*files, *options, "-ts", str(target)])
    tree = ET.parse(target)  # noqa: S314 - our own file
    missing = _fill(tree.getroot(), lambda context, source: kept.get(context, {}).get(source))
    _save(tree, target)
    _only_plurals(tree.getroot())
    _fill(tree.getroot(), lambda _context, source: [source.replace("(s)", ""), source.replace("(s)", "s")])
    _save(tree, folder / ENGLISH)
    return missing


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    """Every message of a file with its context."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def known(file: Path) -> Wanted:
    """The translations that are in a file already."""
    found: Wanted = {}
    for context, message in messages(file):
        element = message.find("translation")
        if element is None or element.get("type") == "unfinished":
            continue
        plurals = [form.text or "" for form in element.iter("numerusform")]
        found.setdefault(context, {})[message.findtext("source", "")] = plurals or (element.text or "")
    return found


def wanted(files: Iterable[Path]) -> Wanted:
    """The translations of all JSON files together; a later file wins."""
    found: Wanted = {}
    for file in files:
        for context, strings in json.loads(file.read_text("utf-8")).items():
            found.setdefault(context, {}).update(strings)
    return found


def compile_all(folder: Path = FOLDER) -> None:
    """Makes the .qm files that the client loads. Each is renamed into its place: a running client has the old one mapped."""
    for name in (ENGLISH, INDONESIAN):
        made = folder / f".{os.getpid()}-{name}.qm"
        tool("lrelease", ["-silent", str(folder / name), "-qm", str(made)])
        made.replace((folder / name).with_suffix(".qm"))


def _fill(root: ET.Element, look_up: Callable[[str, str], str | list[str] | None]) -> list[str]:
    missing = []
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            # lupdate sees the plural only in a call of tr(); what is looked up later through a table is a plural by its %n.
            if "%n" in source:
                message.set("numerus", "yes")
            found = look_up(name, source)
            if found:
                _write(message, [found] if isinstance(found, str) else found)
            else:
                missing.append(f"{name}: {source}")
    return missing


def _only_plurals(root: ET.Element) -> None:
    root.set("language", "en")
    for context in list(root.iter("context")):
        for message in list(context.iter("message")):
            if message.get("numerus") != "yes":
                context.remove(message)
        if context.find("message") is None:
            root.remove(context)


def _save(tree: Any, file: Path) -> None:
    ET.indent(tree, "    ")
    text = ET.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def _write(message: ET.Element, forms: list[str]) -> None:
    element = message.find("translation")
    if element is None:
        element = ET.SubElement(message, "translation")
    element.attrib.pop("type", None)
    for old in list(element):
        element.remove(old)
    element.text = None
    if message.get("numerus") == "yes":
        for form in forms:
            plural = ET.SubElement(element, "numerusform")
            plural.text = form
    else:
        element.text = forms[0]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 if a string has no translation yet."""
    parser = argparse.ArgumentParser(description="Collect, fill in and compile the translations.")
    parser.add_argument("files", nargs="*", type=Path, metavar="JSON", help="Indonesian translations to fill in")
    parser.add_argument("--compile", action="store_true", help="only compile")
    given = parser.parse_args(arguments)
    missing: list[str] = []
    if not given.compile:
        translations = wanted(given.files)
        missing = console_texts.collect(translations.pop(console_texts.CONTEXT, {}))
        missing += collect(FOLDER, translations)
    compile_all()
    for line in missing:
        print(f"not translated yet: {line}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
