"""Each scene of a guide as widgets and a foot: read, asked, checked, fixed, and how it ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop_client.screens.guide_view import (
    UNKNOWN,
    AskScene,
    AskWorksScene,
    BrokenScene,
    FixedScene,
    GuideView,
    NoHelpScene,
    NotOfferedScene,
    OfferScene,
    ReadScene,
    RestartScene,
    SaidVerdict,
    Scene,
    SolvedScene,
    StillFoundScene,
    Tone,
    VerdictScene,
)
from desktop_client.ui.guide.act_words import act_icon, act_name
from desktop_client.ui.guide.answer import AnswerButton
from desktop_client.ui.guide.found_card import FoundCard, FoundWords, anything_in
from desktop_client.ui.guide.guide_actions import GuideActions
from desktop_client.ui.guide.guide_footer import Foot, Press
from desktop_client.ui.guide.lists import CheckedCard, TriedCard
from desktop_client.ui.guide.plan_card import PlanCard
from desktop_client.ui.guide.scene_head import SceneHead
from desktop_client.ui.guide.working import Working, WorkingScene
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.words import listed

translate = QCoreApplication.translate
TITLE = "scene_title"


@dataclass(frozen=True)
class Stage:
    """What is shown: the parts from top to bottom, the foot, and the object name of what the keyboard is on first."""

    parts: tuple[QWidget, ...]
    foot: Foot
    first: str = TITLE
    working: Working | None = None


class Scenes:
    """Builds a stage from a view, in the language of now."""

    def __init__(self, theme: Theme, actions: GuideActions) -> None:
        self._theme, self._actions = theme, actions

    def stage(self, view: GuideView) -> Stage:
        """The stage of a view."""
        scene = view.scene
        builders: dict[type, Callable[[GuideView, Scene], Stage]] = {
            ReadScene: self._read,
            AskScene: self._ask,
            VerdictScene: self._verdict,
            OfferScene: self._offer,
            NotOfferedScene: self._not_offered,
            FixedScene: self._fixed,
            NoHelpScene: self._no_help,
            RestartScene: self._restart,
            AskWorksScene: self._ask_works,
            SolvedScene: self._solved,
            StillFoundScene: self._still_found,
            BrokenScene: self._broken,
        }
        return builders.get(type(scene), self._working)(view, scene)

    # What is read and asked

    def _read(self, view: GuideView, scene: ReadScene) -> Stage:
        head = SceneHead(self._theme, scene.title, scene.text)
        return Stage((head, *self._act(scene.act)), Foot(left=self._back(view), main=self._next()))

    def _ask(self, view: GuideView, scene: AskScene) -> Stage:
        head = SceneHead(self._theme, scene.title, scene.text)
        answers = [*((answer.key, answer.text) for answer in scene.answers), (UNKNOWN, translate("Guide", "I don't know"))]
        rows = QWidget()
        column = box(self._theme, rows, spacing=10)
        for key, text in answers:
            answer = AnswerButton(self._theme, text, lambda key=key: self._actions.answer(key), chosen=key == scene.chosen)
            answer.setObjectName(f"answer_{key}")
            answer.setAccessibleDescription(scene.title)
            column.addWidget(answer)
        first = scene.chosen or answers[0][0]
        return Stage((head, *self._act(scene.act), rows), Foot(left=self._back(view)), f"answer_{first}")

    def _act(self, act: str) -> tuple[QWidget, ...]:
        name = act_name(act)
        if not name:
            return ()
        made = QWidget()
        row = box(self._theme, made, across=True)
        button = Button(self._theme, name, icon_name=act_icon(act), on_click=lambda: self._actions.act(act))
        button.setObjectName("act")
        row.addWidget(button)
        row.addStretch(1)
        return (made,)

    # Checks

    def _working(self, view: GuideView, scene: WorkingScene) -> Stage:
        made = Working(self._theme, scene, self._actions.stop)
        foot = Foot(left=self._back(view, enabled=False), main=self._next(enabled=False))
        return Stage((made,), foot, "stop", made)

    def _verdict(self, view: GuideView, scene: VerdictScene) -> Stage:
        verdict = scene.verdict
        unknown = verdict.tone is Tone.PLAIN
        title = verdict.title if unknown else self._said(verdict)
        head = SceneHead(self._theme, title, verdict.text, tone=verdict.tone.value, above=scene.title)
        parts = [head, *self._act(scene.act), *self._found((verdict, *scene.others))]
        return Stage(tuple(parts), Foot(left=self._back(view), main=self._next()))

    def _said(self, verdict: SaidVerdict) -> str:
        if verdict.tone is Tone.OK:
            return translate("Guide", "OK: {verdict}").format(verdict=verdict.title)
        return translate("Guide", "Found: {verdict}").format(verdict=verdict.title)

    def _found(self, verdicts: Sequence[SaidVerdict], title: str = "") -> tuple[QWidget, ...]:
        if not verdicts or not anything_in(verdicts):
            return ()
        words = FoundWords(
            details=translate("Guide", "Technical details"),
            less=translate("Guide", "Fewer details"),
            before=translate("Guide", "before"),
            now=translate("Guide", "now"),
        )
        if not title:
            measured = any(one.rows for one in verdicts) or len(verdicts) > 1
            title = translate("Guide", "What Sigap found") if measured else translate("Guide", "Nothing was measured")
        return (FoundCard(self._theme, title, verdicts, words),)

    # Fixes

    def _offer(self, view: GuideView, scene: OfferScene) -> Stage:
        verdict = scene.verdict
        said = f"{self._said(verdict)}. {verdict.text}".strip() if verdict else ""
        text = "\n".join(part for part in (scene.text, said) if part)
        head = SceneHead(self._theme, scene.title, text, tone="warning" if verdict else "")
        skip = Press("skip", translate("Guide", "Skip"), "", self._actions.skip)
        if scene.plan is None:
            waiting = Text(
                self._theme, translate("Guide", "Sigap finds out what would be done. Nothing is changed."), ink="muted", wrap=True
            )
            main = Press("fix", translate("Guide", "Fix"), "tool", _nothing, enabled=False)
            return Stage((head, waiting), Foot(left=self._back(view), right=(skip,), main=main))
        card = PlanCard(self._theme, scene.plan)
        main = Press("fix", translate("Guide", "Fix"), "tool", lambda: self._fix(card), enabled=card.can_begin())
        parts = (head, *self._found((verdict,) if verdict else ()), card)
        return Stage(parts, Foot(left=self._back(view), right=(skip,), main=main))

    def _fix(self, card: PlanCard) -> None:
        if card.can_begin():
            self._actions.fix(card.chosen())

    def _not_offered(self, view: GuideView, scene: NotOfferedScene) -> Stage:
        text = "\n".join(part for part in (scene.why.text, scene.text) if part)
        head = SceneHead(self._theme, scene.why.title, text, tone="muted", above=scene.title)
        found = self._found((scene.verdict,) if scene.verdict else ())
        return Stage((head, *found), Foot(left=self._back(view), main=self._next()))

    def _fixed(self, view: GuideView, scene: FixedScene) -> Stage:
        if scene.put_back:
            title, tone = translate("Guide", "It is as before"), "muted"
        else:
            title, tone = translate("Guide", "Fixed. Checked again: {verdict}").format(verdict=scene.verdict.title), "success"
        head = SceneHead(self._theme, title, scene.verdict.text if not scene.put_back else "", tone=tone, above=scene.plan.name)
        again = translate("Guide", "Checked again at {time}").format(time=scene.at) if scene.at else ""
        found = () if scene.put_back else self._found((scene.verdict,), again)
        return Stage((head, *found), Foot(left=self._undo(view, scene), main=self._next()))

    def _no_help(self, view: GuideView, scene: NoHelpScene) -> Stage:
        verdict, why = scene.verdict, scene.why
        if verdict is not None:
            title, text = translate("Guide", "That didn't help: {verdict}").format(verdict=verdict.title), verdict.text
        elif why is not None:
            title, text = why.title, why.text
        else:
            title, text = translate("Guide", "That didn't help"), ""
        if scene.put_back:
            text = "\n".join(part for part in (text, translate("Guide", "It is as before.")) if part)
        tone = "warning" if verdict is not None else "danger" if why is not None and not scene.put_back else "muted"
        head = SceneHead(self._theme, title, text, tone=tone, above=scene.plan.name)
        found = self._found((verdict,) if verdict else ())
        return Stage((head, *found), Foot(left=self._undo(view, scene), main=self._next()))

    def _undo(self, view: GuideView, scene: FixedScene | NoHelpScene | SolvedScene) -> tuple[Press, ...]:
        if scene.can_put_back and not scene.put_back:
            return (Press("put_back", translate("Guide", "Put back"), "arrow-back-up", self._actions.put_back),)
        return self._back(view)

    def _restart(self, view: GuideView, scene: RestartScene) -> Stage:
        said = translate("Guide", "Save your work, then choose Restart, not Shut down. The guide goes on here.")
        text = "\n".join(part for part in (scene.text, said if not scene.back else "") if part)
        title = translate("Guide", "Restart the computer first")
        head = SceneHead(self._theme, title, text, tone="warning" if not scene.back else "success", above=scene.title)
        done = Press("restarted", translate("Guide", "It has been restarted"), "", self._actions.go_on)
        later = Press("later_here", translate("Guide", "Continue later"), "clock", self._actions.later)
        return Stage((head,), Foot(left=self._back(view), right=(later,), main=done))

    # Ends

    def _ask_works(self, view: GuideView, scene: AskWorksScene) -> Stage:
        head = SceneHead(self._theme, translate("Guide", "Does it work now?"), scene.text, above=scene.title)
        rows = QWidget()
        column = box(self._theme, rows, spacing=10)
        for name, words, yes in (
            ("works", translate("Guide", "Yes, it works"), True),
            ("still_broken", translate("Guide", "No, still broken"), False),
        ):
            answer = AnswerButton(self._theme, words, lambda yes=yes: self._actions.works(yes))
            answer.setObjectName(name)
            column.addWidget(answer)
        checked = (CheckedCard(self._theme, scene.checked),) if scene.checked else ()
        return Stage((head, *checked, rows), Foot(left=self._back(view)), "works")

    def _solved(self, view: GuideView, scene: SolvedScene) -> Stage:
        title = translate("Guide", "You said so: it works again") if scene.by_person else translate("Guide", "Checked: it works again")
        head = SceneHead(self._theme, title, scene.text, tone="success", above=scene.title)
        again = translate("Guide", "Checked again at {time}").format(time=scene.at) if scene.at else ""
        parts: list[QWidget] = [head, *self._found(scene.proof, again), *self._not_checked(scene.not_checked)]
        if not scene.by_person:
            parts.append(self._only_you())
        done = Press("done", translate("Guide", "Done"), "check", self._actions.go_on)
        return Stage(tuple(parts), Foot(left=self._undo(view, scene), main=done))

    def _only_you(self) -> QWidget:
        card, row = frame(self._theme, "card", margins=(16, 10, 16, 10), spacing=12, across=True)
        row.addWidget(IconLabel(self._theme, "eye", "muted", 20))
        row.addWidget(Text(self._theme, translate("Guide", "Is all well for you too? Some things only you can see."), wrap=True), 1)
        broken = Button(self._theme, translate("Guide", "Still broken"), on_click=lambda: self._actions.works(False))
        broken.setObjectName("still_broken")
        row.addWidget(broken)
        return card

    def _still_found(self, view: GuideView, scene: StillFoundScene) -> Stage:
        title = translate("Guide", "A check still finds: {verdict}").format(verdict=scene.verdict.title)
        head = SceneHead(self._theme, title, scene.verdict.text, tone="warning", above=scene.title)
        report = Press("report", translate("Guide", "Report with what was tried"), "camera", self._actions.report)
        go_on = Press("go_on", translate("Guide", "Go on"), "", self._actions.go_on)
        parts = (head, *self._found((scene.verdict,)), *self._tried(scene.tried))
        return Stage(parts, Foot(left=self._back(view), right=(go_on,), main=report))

    def _broken(self, view: GuideView, scene: BrokenScene) -> Stage:
        text = scene.text
        if scene.many:
            said = translate("Guide", "Others have it too: one report for all is enough, and nothing has to be changed on this computer.")
            text = "\n".join(part for part in (text, said) if part)
        head = SceneHead(self._theme, scene.title, text, tone="warning")
        parts: list[QWidget] = [head, *self._tried(scene.tried), *self._not_checked(scene.not_checked)]
        if scene.tried:
            note, row = frame(self._theme, "tone", "accent", margins=(16, 10, 16, 10), spacing=10, across=True)
            row.addWidget(IconLabel(self._theme, "file-text", "accent_text", 18), 0, Qt.AlignmentFlag.AlignTop)
            words = translate("Guide", "All of this goes into your report, so nobody asks you to do it again.")
            row.addWidget(Text(self._theme, words, wrap=True), 1)
            parts.append(note)
        again = Press("again", translate("Guide", "Start again"), "", self._actions.again)
        words = translate("Guide", "Report with what was tried") if scene.tried else translate("Guide", "Report a problem")
        report = Press("report", words, "camera", self._actions.report)
        return Stage(tuple(parts), Foot(left=self._back(view), right=(again,), main=report))

    def _tried(self, rows: Sequence) -> tuple[QWidget, ...]:
        return (TriedCard(self._theme, translate("Guide", "What was tried"), rows),) if rows else ()

    def _not_checked(self, names: Sequence[str]) -> tuple[QWidget, ...]:
        if not names:
            return ()
        said = translate("Guide", "Not checked: {list}").format(list=listed(list(names)))
        words = Text(self._theme, said, tier="small", ink="muted", wrap=True)
        words.setObjectName("not_checked")
        return (words,)

    # Feet

    def _back(self, view: GuideView, *, enabled: bool = True) -> tuple[Press, ...]:
        return (Press("back", translate("Guide", "Back"), "arrow-left", self._actions.back, enabled and view.can_back),)

    def _next(self, *, enabled: bool = True) -> Press:
        return Press("next", translate("Guide", "Next"), "", self._actions.go_on, enabled)


def _nothing() -> None:
    """A button that can't be pressed yet."""
