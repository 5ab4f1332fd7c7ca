"""What one example is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_client.ui.look.theme import Theme


@dataclass(frozen=True)
class Example:
    """A window in one state. `build` makes it in the language set at the time; `width` and `height` are at 10 point text, None: its own.

    `name` is a file name: lower case, hyphens, the window first ("report-fresh").
    """

    name: str
    build: Callable[[Theme], QWidget]
    width: int | None = None
    height: int | None = None
