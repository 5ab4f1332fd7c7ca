"""Every string that a person may read is translated, and the files of Qt Linguist are those of the code."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from development import translations
from development.translations import ENGLISH, FOLDER, INDONESIAN, collect, known, messages, sources

PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n")
CALLS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""The functions that lupdate looks for, and which argument is the text."""


def strings() -> Iterator[tuple[str, str, list[str]]]:
    for context, message in messages(FOLDER / INDONESIAN):
        element = message.find("translation")
        forms = [form.text or "" for form in element.iter("numerusform")] or [element.text or ""]
        yield context, message.findtext("source", ""), forms


def test_every_string_has_an_indonesian_translation() -> None:
    unfinished = [
        f"{context}: {message.findtext('source')}"
        for context, message in messages(FOLDER / INDONESIAN)
        if message.find("translation").get("type") is not None
    ]
    assert unfinished == []
    assert [f"{context}: {source}" for context, source, forms in strings() if not all(forms)] == []


def test_translations_have_the_placeholders_of_their_source() -> None:
    wrong = [
        f"{context}: {source}"
        for context, source, forms in strings()
        for form in forms
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(source))
    ]
    assert wrong == []


def test_plurals_have_their_forms() -> None:
    for file, count in ((FOLDER / INDONESIAN, 1), (FOLDER / ENGLISH, 2)):
        plurals = [message for _context, message in messages(file) if "%n" in message.findtext("source", "")]
        assert plurals
        for message in plurals:
            assert message.get("numerus") == "yes", message.findtext("source")
            assert len(list(message.iter("numerusform"))) == count, message.findtext("source")
    assert not [source for _context, source, _forms in strings() if "(s)" in source and "%n" not in source]


def test_accelerators_are_unique_within_a_window_in_both_languages() -> None:
    windows = {"ReportWordsColumn", "ReportPictures", "ReportFiles", "ReportFooter"}
    for which in (0, 1):
        keys: dict[str, list[str]] = {}
        for context, source, forms in strings():
            text = (source, forms[0])[which]
            if context in windows and (found := re.search(r"&([^&\s])", text)):
                keys.setdefault(found[1].casefold(), []).append(f"{context}: {text}")
        # "Take again" and "Take now" are never shown together.
        clashes = {key: texts for key, texts in keys.items() if len(texts) > 1 and not all("ReportPictures" in t for t in texts)}
        assert clashes == {}


def test_the_files_are_those_of_the_code(tmp_path: Path) -> None:
    for name in (ENGLISH, INDONESIAN):
        shutil.copy(FOLDER / name, tmp_path / name)
    assert collect(tmp_path, {}) == []
    for name in (ENGLISH, INDONESIAN):
        assert known(tmp_path / name) == known(FOLDER / name), "run: python3 dev.py translations"


@pytest.mark.parametrize("file", sources(), ids=lambda path: path.name)
def test_what_is_translated_is_written_out(file: Path) -> None:
    wrong = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in CALLS or len(node.args) <= CALLS[name]:
            continue
        if name == "translate" and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") != "QCoreApplication":
            continue  # a painter's
        text = node.args[CALLS[name]]
        looked_up = isinstance(text, ast.Name | ast.Subscript | ast.Attribute)
        if name == "tr" and not isinstance(text, ast.Constant):
            wrong.append(f"line {node.lineno}: tr() of something that lupdate can't read")
        elif name != "tr" and not (isinstance(text, ast.Constant) or looked_up):
            wrong.append(f"line {node.lineno}: {name}() of something that lupdate can't read")
    assert wrong == []


def test_a_translation_stays_when_the_strings_are_collected_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "window.py"
    code.write_text('class Window:\n    def say(self, n):\n        return self.tr("%n file(s)", "", n) + self.tr("Close")\n')
    monkeypatch.setattr(translations, "sources", lambda: [code])
    assert collect(tmp_path, {"Window": {"%n file(s)": ["%n berkas"]}}) == ["Window: Close"]
    assert collect(tmp_path, {"Window": {"Close": "Tutup"}}) == []
    assert known(tmp_path / INDONESIAN) == {"Window": {"%n file(s)": ["%n berkas"], "Close": "Tutup"}}
    assert known(tmp_path / ENGLISH) == {"Window": {"%n file(s)": ["%n file", "%n files"]}}
    code.write_text("class Window:\n    pass\n")
    assert collect(tmp_path, {}) == []
    assert known(tmp_path / INDONESIAN) == {}


def test_compiled_files_are_loaded_by_qt(tmp_path: Path, qapp: object) -> None:
    from PySide6.QtCore import QTranslator  # noqa: PLC0415 - the other tests here need no Qt

    for name in (ENGLISH, INDONESIAN):
        shutil.copy(FOLDER / name, tmp_path / name)
    translations.compile_all(tmp_path)
    translator = QTranslator()
    assert translator.load(str(tmp_path / "sigap_id.qm"))
    assert translator.translate("ReportFooter", "Keep draft") == "Simpan draf"
