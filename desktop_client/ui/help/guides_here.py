"""Guides in the place of the search: what plays them is made with the first one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_client.ui.guide.walking_through import Place, WalkingThrough


class GuidesHere:
    """Belongs to Qt's thread. `make` loads and builds the player."""

    def __init__(self, make: Callable[[], "WalkingThrough"]) -> None:
        self._make = make
        self._through: WalkingThrough | None = None

    def open(self, key: str, place: "Place") -> None:
        """Walks through the guide with this key, there."""
        if self._through is None:
            self._through = self._make()
        self._through.open(key, place)

    def close(self) -> None:
        """The program ends: the place in the guide is kept."""
        if self._through is not None:
            self._through.close()
