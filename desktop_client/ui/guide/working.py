"""A check or a fix at work: what is being done, for how long, what was seen so far, and the way to stop it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from desktop_client.screens.guide_view import CheckingScene, FixingScene
from desktop_client.ui.guide.lists import CheckedCard
from desktop_client.ui.guide.ring import Ring
from desktop_client.ui.guide.scene_head import SceneHead
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import number

WorkingScene = CheckingScene | FixingScene


class Working(Worded):
    """One scene at work. `follows` says whether another scene is only the same a moment later; then `show_scene` takes it."""

    def __init__(self, theme: Theme, scene: WorkingScene, on_stop: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._scene = theme, scene
        self._column = box(theme, self, spacing=20)
        self._head = SceneHead(theme, scene.title, self._explained())
        self._column.addWidget(self._head)
        card, row = frame(theme, "card", margins=(20, 18, 16, 18), spacing=16, across=True)
        card.setObjectName("working")
        self._row = row
        self._ring = Ring(theme, scene.started, scene.limit_s, lambda _s: self._say_time())
        row.addWidget(self._ring)
        words = box(theme, spacing=2)
        self._doing = Text(theme, tier="heading", wrap=True)
        self._doing.setObjectName("doing")
        self._time = Text(theme, ink="muted", wrap=True)
        self._time.setObjectName("time")
        words.addWidget(self._doing)
        words.addWidget(self._time)
        row.addLayout(words, 1)
        self.stop = Button(theme, on_click=on_stop)
        self.stop.setObjectName("stop")
        row.addWidget(self.stop)
        self._column.addWidget(card)
        self._ask, ask_row = frame(theme, "tone", "warning", margins=(16, 10, 16, 10), spacing=10, across=True)
        ask_row.addWidget(IconLabel(theme, "lock", "warning", 18), 0, Qt.AlignmentFlag.AlignTop)
        self._ask_words = Text(theme, wrap=True)
        ask_row.addWidget(self._ask_words, 1)
        self._column.addWidget(self._ask)
        self._so_far = Text(theme, tier="label", wrap=True)
        self._so_far.setObjectName("so_far")
        self._column.addWidget(self._so_far)
        self._checked = box(theme)
        self._column.addLayout(self._checked)
        self._card: CheckedCard | None = None
        self._show()

    def follows(self, scene: object) -> bool:
        """Whether that scene is this one, a moment later."""
        mine = self._scene
        if isinstance(mine, CheckingScene) and isinstance(scene, CheckingScene):
            return (mine.title, mine.text, mine.proof) == (scene.title, scene.text, scene.proof)
        return isinstance(mine, FixingScene) and isinstance(scene, FixingScene) and (mine.title, mine.plan) == (scene.title, scene.plan)

    def show_scene(self, scene: WorkingScene) -> None:
        """The same a moment later."""
        before, self._scene = self._scene, scene
        if (before.started, before.limit_s) != (scene.started, scene.limit_s):
            ring = Ring(self._theme, scene.started, scene.limit_s, lambda _s: self._say_time())
            self._row.replaceWidget(self._ring, ring)
            self._ring.deleteLater()
            self._ring = ring
        if replace(before, started=0.0, limit_s=0.0) != replace(scene, started=0.0, limit_s=0.0):
            self._show()
        else:
            self._say_time()

    def retranslate(self) -> None:
        self._show()

    def _explained(self) -> str:
        scene = self._scene
        if isinstance(scene, FixingScene):
            return ""
        unchanged = self.tr("Nothing is changed. You don't have to do anything.")
        return "\n".join(part for part in (scene.text, unchanged) if part)

    def _show(self) -> None:
        scene = self._scene
        if isinstance(scene, CheckingScene):
            doing, can_stop, stop = scene.checking, True, self.tr("Stop this check")
        else:
            doing, can_stop, stop = self._fixing(scene), scene.can_stop, self.tr("Stop")
        self._doing.setText(doing)
        self.stop.setText(self.tr("Stopping…") if scene.stopping else stop)
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(not scene.stopping)
        asks = isinstance(scene, FixingScene) and scene.asks_administrator
        self._ask.setVisible(asks)
        self._ask_words.setText(self.tr("Your system asks for an administrator in a window of its own. Answer there."))
        self._so_far.setText(self.tr("Checked so far"))
        checked = scene.checked if isinstance(scene, CheckingScene) else ()
        self._so_far.setVisible(bool(checked))
        if self._card is not None:
            self._checked.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if checked:
            self._card = CheckedCard(self._theme, checked)
            self._checked.addWidget(self._card)
        self._say_time()

    def _fixing(self, scene: FixingScene) -> str:
        if scene.putting_back:
            return self.tr("Putting it back…")
        if scene.looking_again:
            return self.tr("Done. Checking again…")
        return f"{scene.plan.name}…"

    def _say_time(self) -> None:
        so_far = int(self._ring.so_far_s())
        limit = round(self._scene.limit_s)
        if limit > 0:
            self._time.setText(self.tr("%n second(s) so far, at most {most}", "", so_far).format(most=number(limit)))
        else:
            self._time.setText(self.tr("%n second(s) so far", "", so_far))
