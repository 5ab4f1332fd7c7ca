import ast
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon

from desktop_client.ui.look import icons

UI = Path(icons.__file__).parent.parent


def test_every_icon_in_use_is_drawn() -> None:
    for name in icons.NAMES:
        assert icons.drawing(name).suffix == ".svg"
    assert list(icons.NAMES) == sorted(set(icons.NAMES))


def test_none_is_carried_along_unused() -> None:
    trees = [ast.parse(file.read_text("utf-8")) for file in UI.rglob("*.py") if file.name != "icons.py"]
    strings = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert [name for name in icons.NAMES if name not in strings] == []


def test_a_name_that_is_not_listed_is_a_mistake_though_the_library_has_it() -> None:
    with pytest.raises(LookupError, match="'alien' is not in"):
        icons.drawing("alien")


def test_icons_take_their_colour_and_are_sharp(qapp: object) -> None:
    picture = icons.pixmap("send", QColor("#B3261E"), 18, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)
    image = picture.toImage()
    inks = {image.pixelColor(x, y).name() for x in range(36) for y in range(36) if image.pixelColor(x, y).alpha() == 255}
    assert inks == {"#b3261e"}


def test_a_disabled_button_has_its_own_ink(qapp: object) -> None:
    made = icons.icon("send", QColor("#FFFFFF"), 18, QColor("#000000"))
    assert made.pixmap(18, 18).toImage() != made.pixmap(18, 18, QIcon.Mode.Disabled).toImage()


def test_in_a_bundle_the_drawings_lie_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pytablericons" / "icons" / "outline" / "send.svg"
    file.parent.mkdir(parents=True)
    file.write_text("<svg/>")
    monkeypatch.setattr(icons, "find_spec", lambda _name: None)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert icons.drawing("send") == file


def test_no_imaging_library_is_loaded_for_icons() -> None:
    code = "import sys; from desktop_client.ui.look import icons; icons.drawing('send'); print({'PIL', 'pytablericons'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=UI.parent.parent)
    assert done.stdout.strip() == "set()"
