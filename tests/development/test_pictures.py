import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_client.ui.gallery import EXAMPLES, LOOKS
from development.pictures import FOLDER, PAGE, PICTURES

ROOT = Path(__file__).parent.parent.parent


def test_the_readme_shows_these_pictures_and_no_other() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(docs/pictures/([a-z-]+)\.png\)", (ROOT / "README.md").read_text("utf-8"))
    assert sorted(shown) == sorted([*PICTURES, PAGE])
    assert {file.stem for file in FOLDER.iterdir()} == {*PICTURES, PAGE}


@pytest.mark.parametrize("name", PICTURES)
def test_each_is_an_example_of_the_gallery(name: str) -> None:
    example, look = PICTURES[name]
    assert example in {each.name for each in EXAMPLES}
    assert look in {each.name for each in LOOKS}


@pytest.mark.parametrize("name", [*PICTURES, PAGE])
def test_each_is_a_picture_of_a_sensible_size(name: str) -> None:
    image = QImage(str(FOLDER / f"{name}.png"))
    assert image.width() > 250
    assert image.height() > 250
    assert (FOLDER / f"{name}.png").stat().st_size < 400_000
