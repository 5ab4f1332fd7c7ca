"""Tabler's outline icons (MIT) from the library pytablericons, drawn in any colour at any ratio.

Only the library's drawings are read. Importing it would load Pillow, which nothing here needs.
"""

import sys
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

LIBRARY = "pytablericons"
STROKE = "1.75"

NAMES = (
    "activity",
    "activity-heartbeat",
    "alert-circle",
    "alert-octagon",
    "alert-triangle",
    "app-window",
    "arrow-back-up",
    "arrow-left",
    "arrow-right",
    "battery",
    "book",
    "camera",
    "check",
    "chevron-down",
    "chevron-right",
    "chevron-up",
    "circle-check",
    "clipboard",
    "clock",
    "cloud-check",
    "cloud-off",
    "cloud-up",
    "copy",
    "cpu",
    "database",
    "device-desktop",
    "device-floppy",
    "device-laptop",
    "download",
    "edit",
    "eye",
    "eye-off",
    "file",
    "file-text",
    "flag",
    "grip-vertical",
    "headset",
    "home",
    "hourglass",
    "inbox",
    "info-circle",
    "key",
    "key-off",
    "language",
    "lock",
    "map-pin",
    "message",
    "message-reply",
    "mouse",
    "paperclip",
    "pencil",
    "phone",
    "phone-off",
    "photo",
    "photo-off",
    "player-stop",
    "power",
    "printer",
    "receipt",
    "refresh",
    "rotate",
    "screen-share",
    "screen-share-off",
    "search",
    "send",
    "settings",
    "shield-check",
    "text-size",
    "thumb-down",
    "thumb-up",
    "tool",
    "trash",
    "user",
    "user-check",
    "volume",
    "wifi",
    "world",
    "x",
)
"""Every icon in use: a package needs only these of the library's five thousand."""


def drawing(name: str) -> Path:
    """The SVG file of an icon of `NAMES`.

    In a bundle of PyInstaller the drawings lie beside the program, with or without the library's code.
    """
    if name not in NAMES:
        raise LookupError(f"{name!r} is not in icons.NAMES")
    spec = find_spec(LIBRARY)
    places = list(spec.submodule_search_locations or ()) if spec else []
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        places.append(str(Path(bundle) / LIBRARY))
    for place in places:
        file = Path(place) / "icons" / "outline" / f"{name}.svg"
        if file.is_file():
            return file
    raise LookupError(f"no icon {name!r} in {LIBRARY}")


@cache
def _svg(name: str) -> str:
    return drawing(name).read_text("utf-8").replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def _pixmap(name: str, rgba: int, px: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    image = QPixmap(round(px * ratio), round(px * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour.name()).encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def pixmap(name: str, colour: QColor, px: int, ratio: float) -> QPixmap:
    """An icon as a picture of px × px device independent pixels for a screen of that ratio. LookupError if Tabler has none of that name."""
    return _pixmap(name, colour.rgba(), px, ratio)


def icon(name: str, colour: QColor, px: int, disabled: QColor | None = None, gap: int = 0) -> QIcon:
    """An icon for a button or menu, sharp on every screen that is there now; `disabled` is its colour on a disabled button.

    `gap` is empty room right of it: Qt leaves 4 pixels before the words, whatever the text size is.
    """
    made = QIcon()
    for ratio in sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}):
        made.addPixmap(_spaced(pixmap(name, colour, px, ratio), gap))
        if disabled is not None:
            made.addPixmap(_spaced(pixmap(name, disabled, px, ratio), gap), QIcon.Mode.Disabled)
    return made


def _spaced(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wider = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider
