"""Pictures for the screen: read and made smaller beside Qt's thread, once for each size."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop_client.ui.background import Background

LoadPicture = Callable[[Path, QSize, Callable[[QImage], None]], None]
"""Reads a picture so that it fits into a size in device pixels and hands it over; a picture that can't be read is null."""

KEPT = 24


def read_picture(file: Path, fit: QSize) -> QImage:
    """The picture, no larger than `fit`, with its own proportions; null if it can't be read."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull() or (image.width() <= fit.width() and image.height() <= fit.height()):
        return image
    return image.scaled(fit, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def load_at_once(file: Path, fit: QSize, done: Callable[[QImage], None]) -> None:
    """Reads in the caller's thread: for examples and tests."""
    done(read_picture(file, fit))


class PictureLoader:
    """Reads pictures in the background and keeps the last few, small, in memory. Its `load` is a `LoadPicture`."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()

    def load(self, file: Path, fit: QSize, done: Callable[[QImage], None]) -> None:
        """See `LoadPicture`; `done` is called in Qt's thread, at once if the picture is at hand."""
        key = (str(file), fit.width(), fit.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            done(self._kept[key])
            return

        def keep(image: QImage) -> None:
            self._kept[key] = image
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            done(image)

        self._background.run(lambda: read_picture(file, fit), keep, lambda _error: done(QImage()))

    def forget(self) -> None:
        """Frees the memory, for when the window closes."""
        self._kept.clear()


def png(image: QImage) -> bytes:
    """A picture as PNG (ISO 15948)."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())
