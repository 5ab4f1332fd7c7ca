"""Scripts, sheets and drawings: kept by browsers under an address that changes with them."""

import re
from xml.etree import ElementTree as ET

import pytest

from server_stub.console import static_files
from server_stub.console.drawing import FOLDER as TEMPLATES
from server_stub.console.drawing import environment, icon
from server_stub.console.icons import FILLED, NAMES, OUTLINE, sprite
from server_stub.console.static_files import FOLDER, address, files, whole_hash
from tests.server_stub.console.conftest import Console

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", sorted(files()))
def test_every_file_is_served_as_what_it_is_and_may_be_kept(console: Console, name: str) -> None:
    answer = console.nobody().get(address(name))
    assert answer.status == 200
    assert answer.body == files()[name]
    assert (
        answer.headers["content-type"].partition(";")[0]
        == {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}[name.rpartition(".")[2]]
    )
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_an_address_of_other_content_is_none(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    assert console.nobody().get(f"/console/static/{'0' * 16}/page.js").status == 404
    assert console.nobody().get(f"/console/static/{whole_hash()}/nothing.js").status == 404
    assert console.nobody().get(f"/console/static/{whole_hash()}/..%2f..%2fface.py").status == 303, "no address at all"
    before = whole_hash()
    changed = {**files(), "page.js": b"// other"}
    static_files.whole_hash.cache_clear()
    monkeypatch.setattr(static_files, "files", lambda: changed)
    assert whole_hash() != before
    static_files.whole_hash.cache_clear()


def test_what_does_not_exist_has_no_address() -> None:
    with pytest.raises(KeyError):
        address("nothing.js")


def test_scripts_import_what_is_there() -> None:
    for name, content in files().items():
        for imported in re.findall(r'from "\./([^"]+)"|import\("\./([^"]+)"\)', content.decode()) if name.endswith(".js") else ():
            assert "".join(imported) in files(), f"{name} imports {imported}"
    assert {path.suffix for path in FOLDER.iterdir()} <= set(static_files.TYPES)


def test_the_sprite_holds_every_icon_and_no_other_is_drawn() -> None:
    symbols = {symbol.get("id"): symbol for symbol in ET.fromstring(sprite()).iter(f"{SVG}symbol")}  # noqa: S314 - our own
    assert sorted(symbols) == sorted(NAMES)
    assert all(len(symbol) for symbol in symbols.values())
    assert len(NAMES) == len(set(NAMES)) == len(OUTLINE) + len(FILLED)
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_every_template_can_be_read_in_both_languages() -> None:
    for language in ("en", "id"):
        for path in TEMPLATES.glob("*.html"):
            assert environment(language).get_template(path.name)
