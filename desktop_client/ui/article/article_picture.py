"""An article's own picture, decoded with a bound; call it beside Qt's thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

PIXELS = 40_000_000
FORMATS = frozenset({b"png", b"jpg", b"jpeg", b"gif", b"webp", b"bmp"})


def decoded(data: bytes, widest: int) -> QImage:
    """The picture no wider than `widest` pixels; null for what is no picture of these formats, is damaged, or has over 40 million pixels.

    The size is read from the head, before anything is decoded. Deeper pixels than 32 bit meet Qt's own limit of 256 MiB.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if reader.format().data() not in FORMATS:
        return QImage()
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > PIXELS:
        return QImage()
    image = reader.read()
    if image.width() <= widest:
        return image
    fit = QSize(widest, max(1, image.height() * widest // image.width()))
    return image.scaled(fit, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
