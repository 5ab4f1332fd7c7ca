"""What comes by paste and by drop: files and pictures; text stays with the field it is pasted into."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import png

TakeFiles = Callable[[tuple[Path, ...]], object]
TakePicture = Callable[[Callable[[], bytes]], object]


class Pasted:
    """Hands on what can be attached. Text that comes with a picture (a table from a spreadsheet) stays text."""

    def __init__(self, take_files: TakeFiles, take_picture: TakePicture) -> None:
        self._take_files, self._take_picture = take_files, take_picture

    def can_take(self, data: QMimeData) -> bool:
        """Whether there is a file or a picture in it."""
        return bool(_files(data)) or (data.hasImage() and not data.hasText())

    def take(self, data: QMimeData) -> bool:
        """Takes files or a picture; False if there are none."""
        if files := _files(data):
            self._take_files(files)
            return True
        if data.hasImage() and not data.hasText():
            image = QImage(data.imageData())
            if not image.isNull():
                self._take_picture(lambda: png(image))
                return True
        return False


class PasteWatch(QObject):
    """Lets a one-line field, which knows text only, take files and pictures from the clipboard."""

    def __init__(self, field: QWidget, pasted: Pasted) -> None:
        super().__init__(field)
        self._pasted = pasted
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste):
            return self._pasted.take(QGuiApplication.clipboard().mimeData())
        return False


class DetailsField(QPlainTextEdit):
    """Text of several lines; Tab leaves it, pictures and files pasted or dropped into it are attached."""

    def __init__(self, theme: Theme, pasted: Pasted, lines: int = 4) -> None:
        super().__init__()
        self._theme, self._pasted, self._lines = theme, pasted, lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.fontMetrics().lineSpacing() * self._lines + self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self._pasted.can_take(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self._pasted.take(source):
            super().insertFromMimeData(source)


def _files(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()) if data.hasUrls() else ()
