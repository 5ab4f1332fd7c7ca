"""Collects the texts of the technicians' page (gettext by Babel) and fills in translations.

English is the language of the code, so there is one catalogue, Indonesian; the backend compiles it when it starts. In the JSON files of
`development.translations` its context is "console": `{"console": {"source": "translation" or ["the one plural form"]}}`.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CONSOLE = ROOT / "server_stub" / "console"
FOLDER = CONSOLE / "translations"
CONTEXT = "console"
LANGUAGE = "id"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS: dict[str, dict[str, Any]] = {"**.html": {"trimmed": "true", "silent": "false"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "gettext_noop": None, "N_": None}


HEADER = """# Indonesian texts of the technicians' page; `python3 dev.py translations` brings them up to date with the code.
msgid ""
msgstr ""
"Language: id\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


def texts(console: Path = CONSOLE) -> Catalog:
    """Every text of templates and code, without translations."""
    found = Catalog()
    for name, line, text, comments, context in extract_from_dir(str(console), METHODS, OPTIONS, KEYWORDS):
        found.add(text, None, [(name, line)], auto_comments=comments, context=context)
    return found


def collect(translations: dict[str, str | list[str]], folder: Path = FOLDER) -> list[str]:
    """Brings the catalogue up to date with the page and fills in what is known. Gives what has no translation yet."""
    place = folder / f"{LANGUAGE}.po"
    kept = read_catalogue(place) if place.exists() else Catalog(locale=LANGUAGE)
    made = Catalog(locale=LANGUAGE)
    made.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]  # Babel's table has none for Indonesian, and would write two
    missing = []
    for message in sorted((one for one in texts() if one.id), key=lambda one: source_of(one.id)):
        source = source_of(message.id)
        before = kept.get(message.id)
        known = translations.get(source) or (before.string if before else "")
        said: Any = known
        if isinstance(message.id, tuple):
            forms = [known] if isinstance(known, str) else list(known or ())
            said = (forms[0],)
            known = forms[0]
        if not known:
            missing.append(f"{CONTEXT}: {source}")
        made.add(message.id, said, flags=message.flags & {"python-format"})
    folder.mkdir(exist_ok=True)
    written = BytesIO()
    write_po(written, made, width=0, omit_header=True)
    place.write_bytes(HEADER.encode() + written.getvalue())
    return missing


def source_of(text: Any) -> str:
    """A text as a JSON file names it: of a plural the first form."""
    return text if isinstance(text, str) else text[0]


def read_catalogue(place: Path) -> Catalog:
    """A .po file."""
    with place.open("rb") as file:
        return read_po(file, locale=LANGUAGE)
