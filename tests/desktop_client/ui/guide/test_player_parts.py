"""The pieces of the guide player by themselves: what they do when there is little room, and what they tell."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop_client.screens.guide_view import (
    CheckingScene,
    EvidenceRow,
    FixingScene,
    GuideView,
    ReadScene,
    SaidChoice,
    SaidPlan,
    SaidVerdict,
    Tone,
)
from desktop_client.ui.gallery import settle, taken_down
from desktop_client.ui.guide.answer import AnswerButton
from desktop_client.ui.guide.found_card import FoundCard, FoundWords, anything_in
from desktop_client.ui.guide.guide_actions import GuideActions
from desktop_client.ui.guide.guide_footer import Foot, GuideFooter, Press
from desktop_client.ui.guide.guide_head import GuideHead
from desktop_client.ui.guide.plan_card import PlanCard
from desktop_client.ui.guide.scene_head import SceneHead
from desktop_client.ui.guide.scenes import TITLE, Scenes
from desktop_client.ui.guide.working import Working
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import box
from tests.desktop_client.ui.asked import Asked

WORDS = FoundWords(details="Technical details", less="Fewer details", before="before", now="now")
PLAN = SaidPlan(name="Free space", actions=("Delete it",))
CHECKING = CheckingScene(title="T", checking="Checking…", started=time.monotonic(), limit_s=5)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def nothing() -> None:
    """A button that does nothing."""


def shown(widget: QWidget, width: int) -> QWidget:
    widget.resize(width, 300)
    widget.show()
    settle()
    return widget


def place(widget: QWidget, words: str) -> tuple[int, int]:
    label = next(one for one in widget.findChildren(QLabel) if one.text() == words)
    return label.x(), label.y()


def test_answer_grows_with_its_words(theme: Theme) -> None:
    short, long = AnswerButton(theme, "Yes", nothing), AnswerButton(theme, "A long answer with many words. " * 6, nothing)
    shown(short, 300)
    shown(long, 300)
    assert long.minimumHeight() > 2 * short.minimumHeight()
    taken_down(short)
    taken_down(long)


def test_before_and_now_stand_below_each_other_where_it_is_narrow(theme: Theme) -> None:
    rows = (
        EvidenceRow(label="Printer", value="B", before="A", tone=Tone.OK),
        EvidenceRow(label="Answer", value="yes", before="no", tone=Tone.OK),
        EvidenceRow(label="Same", value="4 ms", tone=Tone.OK),
    )
    card = FoundCard(theme, "Checked again", (SaidVerdict(name="N", title="T", rows=rows),), WORDS)
    shown(card, 700)
    assert place(card, "A")[1] == place(card, "B")[1]
    assert place(card, "A")[0] < place(card, "B")[0]
    card.resize(360, 400)
    settle()
    assert place(card, "A")[1] < place(card, "B")[1]
    assert not next(one for one in card.findChildren(QLabel) if one.text() == "before").isVisible()
    card.resize(700, 400)
    settle()
    assert place(card, "A")[1] == place(card, "B")[1]
    taken_down(card)


def test_no_part_is_ever_a_window_of_its_own(theme: Theme, qapp: QApplication) -> None:
    before = {widget for widget in qapp.topLevelWidgets() if widget.isVisible()}
    rows = (EvidenceRow(label="Printer", value="B", before="A"),)
    card = FoundCard(theme, "Checked again", (SaidVerdict(name="N", title="T", rows=rows, details="raw"),), WORDS)
    working = Working(theme, CHECKING, nothing)
    plan = PlanCard(theme, PLAN)
    assert {widget for widget in qapp.topLevelWidgets() if widget.isVisible()} <= before
    for made in (card, working, plan):
        made.deleteLater()


def test_card_needs_something_in_it() -> None:
    bare = SaidVerdict(name="N", title="T")
    assert not anything_in(())
    assert not anything_in((bare,))
    assert anything_in((bare, bare))
    assert anything_in((SaidVerdict(name="N", title="T", details="raw"),))


def test_foot_goes_into_more_lines_where_it_is_narrow(theme: Theme) -> None:
    foot = GuideFooter(theme)
    back = Press("back", "Back", "arrow-left", nothing)
    again, report = Press("again", "Start again", "", nothing), Press("report", "Report with what was tried", "camera", nothing)
    foot.show_foot(Foot(left=(back,), right=(again,), main=report))
    holder = QWidget()
    box(theme, holder).addWidget(foot)
    shown(holder, 800)
    buttons = {one.objectName(): one for one in foot.findChildren(QAbstractButton)}
    assert buttons["back"].y() == buttons["report"].y()
    holder.resize(340, 300)
    settle()
    assert buttons["report"].y() < buttons["again"].y() < buttons["back"].y()
    assert all(one.width() >= one.sizeHint().width() for one in buttons.values())
    taken_down(holder)


def test_head_goes_into_two_lines_where_it_is_narrow(theme: Theme) -> None:
    head = GuideHead(theme, nothing)
    head.show_step("A guide with a rather long title", 7, 5)
    shown(head, 800)
    title, step = head.findChild(QLabel, "guide_title"), head.findChild(QLabel, "guide_step")
    # There are never fewer steps than were taken.
    assert step.text() == "Step 7 of about 7"
    assert abs(title.geometry().center().y() - step.geometry().center().y()) < 4
    head.resize(360, 200)
    settle()
    assert step.y() > title.y() + title.height() // 2
    taken_down(head)


def test_plan_tells_what_is_chosen(theme: Theme) -> None:
    told: list[bool] = []
    choices = (SaidChoice(key="a", title="A"), SaidChoice(key="b", title="B", ticked=False))
    card = PlanCard(theme, SaidPlan(name="N", actions=(), choices=choices))
    card.on_choice(lambda: told.append(card.can_begin()))
    assert (card.chosen(), card.can_begin()) == (("a",), True)
    card.findChild(QAbstractButton, "choice_a").click()
    assert (card.chosen(), card.can_begin(), told) == ((), False, [False])
    assert PlanCard(theme, PLAN).can_begin()


def test_title_is_read_out_with_its_text(theme: Theme) -> None:
    head = SceneHead(theme, "Found: it is off.", "Switch it on.", tone="warning", above="The printer")
    assert head.title.accessibleName() == "Found: it is off. Switch it on."
    assert head.title.objectName() == TITLE


def test_stage_names_what_has_the_keyboard_first(theme: Theme) -> None:
    scenes = Scenes(theme, Asked().actions(GuideActions))
    stage = scenes.stage(GuideView(guide="G", key="k", step=1, steps=2, scene=ReadScene(title="T"), can_back=False))
    assert stage.first == TITLE
    assert stage.foot.main is not None
    assert not stage.foot.left[0].enabled
    working = scenes.stage(GuideView(guide="G", key="k", step=1, steps=2, scene=CHECKING))
    assert working.first == "stop"
    assert working.working is not None


@pytest.mark.parametrize(
    ("scene", "follows"),
    [
        (CheckingScene(title="T", checking="Other…", started=1, limit_s=9), True),
        (CheckingScene(title="Other", checking="Checking…", started=1, limit_s=9), False),
        (CheckingScene(title="T", checking="Checking…", started=1, limit_s=9, proof=True), False),
        (FixingScene(title="T", plan=PLAN, started=1, limit_s=9), False),
        (ReadScene(title="T"), False),
    ],
)
def test_what_is_only_the_same_a_moment_later(theme: Theme, scene: object, follows: bool) -> None:  # noqa: FBT001 - a parameter of the test
    working = Working(theme, CHECKING, nothing)
    assert working.follows(scene) is follows


def test_work_without_a_limit_tells_only_how_long(theme: Theme) -> None:
    stops: list[Callable[[], None]] = []
    working = Working(theme, FixingScene(title="T", plan=PLAN, started=time.monotonic() - 2.5, limit_s=0), lambda: stops.append(nothing))
    assert working.findChild(QLabel, "time").text() == "2 seconds so far"
    assert working.stop.isHidden()
