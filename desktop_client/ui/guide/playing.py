"""Plays a guide on its page: what the person does moves the walk beside Qt's thread, and each state of it becomes the next view."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from contract.guides import FixStep, Guide
from desktop_client.flows.begin_report import Beginning
from desktop_client.guides.verdict import Verdict, name_of
from desktop_client.guides.walk import Phase, Walk
from desktop_client.guides.walking import ADMINISTRATOR_S, PUT_BACK_S, Walking, Watching
from desktop_client.reasons import Reason, RefusedError
from desktop_client.screens.guide import AtWork, guide_view
from desktop_client.screens.guide_view import UNKNOWN, BrokenScene, GuideWords, StillFoundScene
from desktop_client.ui.background import Background
from desktop_client.ui.guide.guide_actions import GuideActions

if TYPE_CHECKING:
    from desktop_client.ui.guide.guide_page import GuidePage

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Begun:
    """A walk that was begun or goes on, the guides that it may enter, by key, and their titles."""

    walking: Walking
    guides: Mapping[str, Guide]
    title: Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class PlayingWork:
    """What the player has done for it; functions block and are called beside Qt's thread, save `limit_s` and `portal_page`.

    `begin` takes a guide's key, and whether it begins anew. `report` gets the walk, the guide's title, what was tried as lines, and
    whether others have it too. `limit_s` is how long a check or fix may take, by name.
    """

    begin: Callable[[str, bool], Begun]
    end: Callable[[str], object]
    report: Callable[[Walk, str, tuple[str, ...], bool], Beginning]
    act: Callable[[str], bool]
    limit_s: Callable[[str], float]
    portal_page: Callable[[], str]


@dataclass(frozen=True, kw_only=True)
class PlayingActions:
    """What it asks of the rest of the program, in Qt's thread.

    `leave` goes back to where the guide was opened, `solved` hears the key of one that helped.
    """

    leave: Callable[[], object]
    report: Callable[[Beginning], object]
    solved: Callable[[str], object]
    unexpected: Callable[[Exception], Reason]
    say: Callable[[Reason], object]


class Playing:
    """One guide at a time; all functions belong to Qt's thread."""

    def __init__(self, pool: Background, work: PlayingWork, actions: PlayingActions, words: GuideWords) -> None:
        self._pool, self._work, self._told, self._words = pool, work, actions, words
        self._page: GuidePage | None = None
        self._walking: Walking | None = None
        self._begun: Begun | None = None
        self._key = ""
        self._at_work: AtWork | None = None
        self._busy = False
        self._resumed = False
        self._shown: Callable[[], object] | None = None
        self._stop, self._left = threading.Event(), threading.Event()
        self.actions = GuideActions(
            answer=lambda key: self._move(lambda walking: walking.answer(-1 if key == UNKNOWN else int(key))),
            go_on=self._go_on,
            back=lambda: self._move(lambda walking: walking.back()),
            stop=self._stop_now,
            fix=self._fix,
            skip=lambda: self._move(lambda walking: walking.skip()),
            put_back=self._put_back,
            works=self._works,
            later=self.later,
            report=self._report,
            again=lambda: self._move(lambda walking: walking.once_more()),
            act=self._act,
            say_again=self._say_again,
        )

    def attach(self, page: "GuidePage") -> None:
        """The page on which it plays."""
        self._page = page

    def open(self, key: str, shown: Callable[[], object]) -> None:
        """Plays the guide with this `article` key; one that was left goes on. `shown` is called once its first view is on the page."""
        self._shown = shown
        if self._walking is not None and self._key == key:
            self._show()
            return
        self.leave()
        self._key = key

        def begin() -> Begun:
            return self._work.begin(key, False)

        self._pool.run(begin, lambda begun: self._begin(key, begun), lambda error: self._not_begun(key, error))

    def leave(self) -> None:
        """Another page, or the end of the program: what runs is stopped, the place is kept."""
        self._left.set()
        self._stop.set()
        self._walking, self._begun, self._at_work, self._busy, self._key = None, None, None, False, ""

    def later(self) -> None:
        """The person leaves, and may come back."""
        self.leave()
        self._told.leave()

    def _say_again(self) -> None:
        """The language is another one: the guide's own words too, once nothing runs that would be in the way."""
        self._show()
        key = self._key
        if self._walking is not None and not self._busy:
            self._busy = True
            self._pool.run(lambda: self._work.begin(key, False), lambda begun: self._begin(key, begun, back=False), self._not_said)

    def _not_said(self, error: Exception) -> None:
        self._busy = False
        self._told.unexpected(error)

    # the walk

    def _begin(self, key: str, begun: Begun, *, back: bool = True) -> None:
        if key != self._key:
            return
        walking = begun.walking
        self._walking, self._begun = walking, begun
        self._resumed = back and bool(walking.walk.tried or walking.walk.back)
        self._stop, self._left = threading.Event(), threading.Event()
        self._moved(walking)

    def _move(self, how: Callable[[Walking], Walk]) -> None:
        """One move of the walk; while something runs there is none."""
        walking = self._walking
        if walking is None or self._busy:
            return
        self._busy, self._resumed = True, False
        self._stop = threading.Event()
        self._pool.run(lambda: how(walking), lambda _walk: self._moved(walking), lambda error: self._failed(walking, error))

    def _moved(self, walking: Walking) -> None:
        if walking is not self._walking:
            return
        self._busy, self._at_work = False, None
        if walking.waits_for_work():
            self._begin_work(walking, walking.work)
        else:
            self._show()

    def _begin_work(self, walking: Walking, work: Callable[[Watching], Walk], *, limit_s: float = 0.0) -> None:
        self._busy = True
        self._at_work = AtWork(started=time.monotonic(), limit_s=limit_s)
        self._stop = threading.Event()
        watching = Watching(
            on_begin=lambda reference: self._pool.post(lambda: self._looks(walking, reference)),
            on_verdict=lambda verdict: self._pool.post(lambda: self._looked(walking, verdict)),
            stop=self._stop,
            left=self._left,
        )
        self._show()
        self._pool.run(lambda: work(watching), lambda _walk: self._moved(walking), lambda error: self._failed(walking, error))

    def _looks(self, walking: Walking, reference: str) -> None:
        if walking is not self._walking or self._at_work is None:
            return
        fixing = isinstance(walking.step(), FixStep)
        limit_s = self._work.limit_s(name_of(reference))
        self._at_work = replace(self._at_work, reference=reference, started=time.monotonic(), limit_s=limit_s, looking_again=fixing)
        self._show()

    def _looked(self, walking: Walking, verdict: Verdict) -> None:
        if walking is self._walking and self._at_work is not None:
            self._at_work = replace(self._at_work, checked=(*self._at_work.checked, verdict))
            self._show()

    def _not_begun(self, key: str, error: Exception) -> None:
        self._say(error)
        if self._walking is None and key == self._key:
            self._key = ""
            self._told.leave()

    def _failed(self, walking: Walking, error: Exception) -> None:
        """Of a guide that was left, an error is told, but moves nothing in the one that is played now."""
        self._say(error)
        if walking is self._walking:
            self._busy, self._at_work = False, None
            self._show()

    def _say(self, error: Exception) -> None:
        self._told.say(error.reason if isinstance(error, RefusedError) else self._told.unexpected(error))

    def _show(self) -> None:
        if self._page is None or self._walking is None or self._begun is None:
            return
        begun = self._begun
        view = guide_view(
            begun.walking.walk,
            begun.guides,
            title=self._title(begun),
            words=self._words,
            at_work=self._at_work,
            resumed=self._resumed,
        )
        self._page.show_view(view)
        shown, self._shown = self._shown, None
        if shown is not None:
            shown()

    def _title(self, begun: Begun) -> str:
        walk = begun.walking.walk
        here = begun.guides.get(walk.place.guide)
        return begun.title(walk.guide if here is None or here.part else walk.place.guide)

    # what the person does

    def _go_on(self) -> None:
        walking = self._walking
        if walking is None or self._busy:
            return
        if walking.walk.phase in {Phase.DONE, Phase.PROVEN} and not walking.waits_for_work():
            self._finish()
        else:
            self._move(lambda walk: walk.go_on())

    def _works(self, yes: bool) -> None:  # noqa: FBT001 - the shape of the page's action
        self._move(lambda walking: walking.works(yes=yes))

    def _finish(self) -> None:
        """Solved: the next time it begins at its first step."""
        key = self._key
        self.leave()
        self._pool.run(lambda: self._work.end(key), None, self._told.unexpected)
        self._told.solved(key)
        self._told.leave()

    def _stop_now(self) -> None:
        self._stop.set()
        if self._at_work is not None:
            self._at_work = replace(self._at_work, stopping=True)
            self._show()

    def _fix(self, chosen: tuple[str, ...]) -> None:
        walking = self._walking
        state = walking.walk.fix if walking else None
        if walking is None or self._busy or state is None or state.plan is None:
            return
        limit_s = self._work.limit_s(state.fix) + (ADMINISTRATOR_S if state.plan.needs_administrator else 0)
        self._begin_work(walking, lambda watching: walking.fix(chosen, watching), limit_s=limit_s)

    def _put_back(self) -> None:
        walking = self._walking
        if walking is None or self._busy:
            return
        self._begin_work(walking, lambda _watching: walking.put_back(), limit_s=PUT_BACK_S)
        self._at_work = replace(self._at_work, putting_back=True)
        self._show()

    def _act(self, name: str) -> None:
        if name == "open-portal":
            page = self._work.portal_page()
            if page:
                QDesktopServices.openUrl(QUrl(page))
            return
        self._pool.run(lambda: self._work.act(name), None, self._told.unexpected)

    def _report(self) -> None:
        begun = self._begun
        if begun is None:
            return
        walk, title, key = begun.walking.walk, self._title(begun), self._key
        scene = guide_view(walk, begun.guides, title=title, words=self._words).scene
        rows = scene.tried if isinstance(scene, BrokenScene | StillFoundScene) else ()
        many = isinstance(scene, BrokenScene) and scene.many
        lines = tuple(f"{row.title}: {row.result}" for row in rows)
        if lines:
            lines = (translate("Guide", "Tried before this report:"), *lines)

        def begin() -> Beginning:
            beginning = self._work.report(walk, title, lines, many)
            self._work.end(key)
            return beginning

        self.leave()
        self._pool.run(begin, self._told.report, self._told.unexpected)
        self._told.leave()
