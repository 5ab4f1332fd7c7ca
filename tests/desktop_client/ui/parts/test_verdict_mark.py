"""The marks of verdicts: each shape is another one, and none is told by its colour alone."""

from itertools import combinations

from PySide6.QtGui import QImage, qGray

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.verdict_mark import DANGER, MUTED, SUCCESS, WARNING, VerdictMark


def shape(theme: Theme, tone: str) -> list[bool]:
    """Where the ink is, without its colour."""
    mark = VerdictMark(theme, tone, 40)
    mark.resize(40, 40)
    image = mark.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = qGray(image.pixel(0, 0))
    return [abs(qGray(image.pixel(x, y)) - ground) > 40 for y in range(40) for x in range(40)]


def test_shapes_differ(theme: Theme) -> None:
    shapes = {tone: shape(theme, tone) for tone in (SUCCESS, WARNING, DANGER, MUTED)}
    for one, other in combinations(shapes, 2):
        differing = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing > 60, (one, other)
    assert all(any(pixels) for pixels in shapes.values())
