"""Guides in Help articles: the player is made with the first guide, stands where the search stood, and gives way to it again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop_client.flows.begin_report import Beginning
from desktop_client.reasons import Reason
from desktop_client.screens.guide_view import GuideWords
from desktop_client.ui.background import Background
from desktop_client.ui.guide.guide_page import GuidePage
from desktop_client.ui.guide.playing import Playing, PlayingActions, PlayingWork
from desktop_client.ui.look.theme import Theme


class Place(Protocol):
    """Where the player is shown: `HelpPage`."""

    def show_page(self, page: QWidget) -> None:
        """Shows it."""

    def show_search(self) -> None:
        """Shows what stood there before."""

    def focus(self) -> None:
        """The keyboard goes there."""


@dataclass(frozen=True, kw_only=True)
class GuideProgram:
    """What guides ask of the rest of the program, in Qt's thread. `solved` gets the guide's key."""

    report: Callable[[Beginning], object]
    solved: Callable[[str], object]
    unexpected: Callable[[Exception], Reason]
    say: Callable[[Reason], object]


class WalkingThrough:
    """Belongs to Qt's thread."""

    def __init__(self, theme: Theme, pool: Background, work: PlayingWork, program: GuideProgram, words: GuideWords) -> None:
        self._place: Place | None = None
        actions = PlayingActions(
            leave=self._leave, report=program.report, solved=program.solved, unexpected=program.unexpected, say=program.say
        )
        self.playing = Playing(pool, work, actions, words)
        self.page = GuidePage(theme, self.playing.actions)
        self.playing.attach(self.page)

    def open(self, key: str, place: Place) -> None:
        """Walks through the guide with this key, there; one that was left goes on."""
        self._place = place
        self.playing.open(key, lambda: self._show(place))

    def close(self) -> None:
        """The program ends: the place is kept."""
        self.playing.leave()

    def _show(self, place: Place) -> None:
        place.show_page(self.page)
        place.focus()

    def _leave(self) -> None:
        if self._place is not None:
            self._place.show_search()
            self._place.focus()
