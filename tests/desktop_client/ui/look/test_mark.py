import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_client.ui.look.mark import ICON_SIZES, app_icon, app_mark, hand, hand_width


@pytest.mark.parametrize("px", [16, 22, 24, 32, 64])
def test_fingers_and_gaps_are_whole_pixels(qapp: object, px: int) -> None:
    image = QImage(px, px, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(hand(px), QColor("#000000"))
    painter.end()
    row = round(px * 24 / 64)
    alphas = [image.pixelColor(x, row).alpha() for x in range(px)]
    assert set(alphas) == {0, 255}
    assert sum(alphas) // 255 == hand_width(px) - 3 * max(1, 4 * px // 64)
    runs = "".join("#" if alpha else " " for alpha in alphas).split()
    assert len(runs) == 4
    assert len(set(runs)) == 1


def test_the_palm_is_one_piece_under_the_fingers(qapp: object) -> None:
    path = hand(64)
    assert len(path.toSubpathPolygons()) == 1


def test_the_icon_comes_in_every_size(qapp: object) -> None:
    assert {size.width() for size in app_icon().availableSizes()} == set(ICON_SIZES)
    assert app_mark(48, 2.0).width() == 96
