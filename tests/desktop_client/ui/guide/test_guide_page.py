"""The guide player in every scene, with the keys and clicks that a person makes."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QRadioButton, QWidget

from contract.guides import ACTS
from desktop_client.screens.guide_view import (
    AskScene,
    AskWorksScene,
    BrokenScene,
    CheckingScene,
    ChoiceRow,
    EvidenceRow,
    FixedScene,
    FixingScene,
    GuideView,
    NoHelpScene,
    NotOfferedScene,
    OfferScene,
    ReadScene,
    RestartScene,
    Said,
    SaidChoice,
    SaidPlan,
    SaidVerdict,
    Scene,
    SolvedScene,
    StillFoundScene,
    Tone,
    TriedRow,
    VerdictScene,
)
from desktop_client.ui.gallery import settle, taken_down
from desktop_client.ui.guide.act_words import act_icon, act_name
from desktop_client.ui.guide.guide_actions import GuideActions
from desktop_client.ui.guide.guide_page import GuidePage
from desktop_client.ui.guide.lists import CheckedCard, TriedCard
from desktop_client.ui.guide.ring import Ring
from desktop_client.ui.guide.step_marks import StepMarks
from desktop_client.ui.look.icons import NAMES
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Check
from desktop_client.ui.parts.parts import box
from desktop_client.ui.parts.window import Window
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FOUND = SaidVerdict(
    name="Printer",
    title="the printer doesn't answer",
    text="It may be off.",
    tone=Tone.FOUND,
    rows=(EvidenceRow(label="Address", value="10.0.0.9"),),
    details="printer  found:gone",
)
OK = SaidVerdict(name="Network", title="this computer is connected", tone=Tone.OK)
PLAN = SaidPlan(
    name="Use another printer", actions=("Make B your default printer",), warnings=("It is in another room.",), can_put_back=True
)
READ = ReadScene(title="Look at the printer", text="First line.\nSecond line.", act="open-printer-settings")
ASK = AskScene(title="Is it on?", answers=(ChoiceRow(key="0", text="Yes"), ChoiceRow(key="1", text="No")))
CHECKING = CheckingScene(title="Does it answer?", checking="Checking the printer…", started=time.monotonic(), limit_s=15)
FIXING = FixingScene(title="Another printer", plan=PLAN, started=time.monotonic(), limit_s=20, can_stop=True)
VERDICT = VerdictScene(title="Does it answer?", verdict=FOUND, others=(OK,))
OFFER = OfferScene(title="Another printer", verdict=FOUND, plan=PLAN)
TRIED = (TriedRow(title="Use another printer", result="didn't help", text="It is still silent.", tone=Tone.FAILED),)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def page(theme: Theme, asked: Asked) -> Iterator[GuidePage]:
    """The player in a window with the keyboard."""
    window = Window(theme)
    made = GuidePage(theme, asked.actions(GuideActions))
    box(theme, window).addWidget(made)
    window.resize(860, 640)
    window.open()
    QTest.qWaitForWindowActive(window)
    yield made
    taken_down(window)


def show(page: GuidePage, scene: Scene, key: str = "step", *, step: int = 2, can_back: bool = True, resumed: bool = False) -> None:
    page.show_view(GuideView(guide="The printer", key=key, step=step, steps=6, scene=scene, can_back=can_back, resumed=resumed))
    settle()


def button(page: GuidePage, name: str) -> QAbstractButton:
    found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def there(page: GuidePage, name: str) -> bool:
    return any(one.isVisible() for one in page.findChildren(QWidget, name))


def words(page: GuidePage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def all_words(page: GuidePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def keys(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    settle()


# Reading and asking


def test_step_to_read(page: GuidePage, asked: Asked) -> None:
    show(page, READ)
    assert words(page, "guide_title") == "The printer"
    assert words(page, "guide_step") == "Step 2 of about 6"
    assert (words(page, "scene_title"), words(page, "scene_text_0"), words(page, "scene_text_1")) == (
        "Look at the printer",
        "First line.",
        "Second line.",
    )
    click(button(page, "act"))
    click(button(page, "next"))
    click(button(page, "back"))
    click(button(page, "later"))
    assert asked.calls == [("act", ("open-printer-settings",)), ("go_on", ()), ("back", ()), ("later", ())]


def test_act_that_this_client_does_not_know_has_no_button(page: GuidePage) -> None:
    show(page, ReadScene(title="X", act="run-anything"))
    assert not there(page, "act")
    assert all(act_name(act) and act_icon(act) in NAMES for act in ACTS)


def test_titles_are_plain_text(page: GuidePage) -> None:
    show(page, ReadScene(title="<b>x</b> & <img src='file:///etc/passwd'>", text="<a href='javascript:x'>y</a>"))
    assert page.findChild(QLabel, "scene_title").textFormat() is Qt.TextFormat.PlainText
    assert page.findChild(QLabel, "scene_text_0").textFormat() is Qt.TextFormat.PlainText


def test_first_step_has_no_way_back(page: GuidePage, asked: Asked) -> None:
    show(page, READ, can_back=False)
    assert not button(page, "back").isEnabled()
    keys(Qt.Key.Key_Backspace)
    assert asked.names() == []


def test_question_is_answered_by_one_click(page: GuidePage, asked: Asked) -> None:
    show(page, ASK)
    assert QApplication.focusWidget() is button(page, "answer_0")
    click(button(page, "answer_1"))
    click(button(page, "answer_unknown"))
    assert asked.of("answer") == [("1",), ("unknown",)]


def test_question_by_keyboard(page: GuidePage, asked: Asked) -> None:
    show(page, ASK)
    keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_Return)
    assert asked.of("answer") == [("1",)]
    keys(Qt.Key.Key_Space)
    assert asked.of("answer") == [("1",), ("1",)]


def test_answer_of_before_has_the_keyboard(page: GuidePage) -> None:
    show(page, replace(ASK, chosen="1"))
    assert QApplication.focusWidget() is button(page, "answer_1")


# Checks


def test_only_stop_is_active_while_it_checks(page: GuidePage, asked: Asked) -> None:
    show(page, replace(CHECKING, text="It is asked over the network.", checked=(OK,)))
    active = {one.objectName() for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()}
    assert active == {"stop"}
    assert QApplication.focusWidget() is button(page, "stop")
    assert "Nothing is changed." in all_words(page)
    assert words(page, "doing") == "Checking the printer…"
    assert page.findChild(CheckedCard) is not None
    keys(Qt.Key.Key_Escape)
    keys(Qt.Key.Key_Backspace)
    assert asked.names() == []
    keys(Qt.Key.Key_Return)
    assert asked.names() == ["stop"]


def test_time_goes_on_and_next_check_keeps_the_keyboard(page: GuidePage) -> None:
    show(page, replace(CHECKING, started=time.monotonic() - 4.2))
    stop = button(page, "stop")
    assert words(page, "time") == "4 seconds so far, at most 15"
    show(page, replace(CHECKING, checking="Checking the queue…", started=time.monotonic() - 1.1, limit_s=25, checked=(OK,)))
    assert words(page, "doing") == "Checking the queue…"
    assert words(page, "time") == "1 second so far, at most 25"
    assert button(page, "stop") is stop
    assert QApplication.focusWidget() is stop
    assert there(page, "so_far")


def test_stop_says_that_it_was_heard(page: GuidePage) -> None:
    show(page, CHECKING)
    show(page, replace(CHECKING, stopping=True))
    assert button(page, "stop").text() == "Stopping…"
    assert not button(page, "stop").isEnabled()


def test_ring_tells_the_seconds(theme: Theme) -> None:
    told: list[int] = []
    ring = Ring(theme, time.monotonic() - 3.5, 10, told.append)
    ring.show()
    assert int(ring.so_far_s()) == 3
    ring._tick()
    assert told == [3]
    ring.close()


def test_when_a_check_ends_the_verdict_is_read_out_and_enter_goes_on(page: GuidePage, asked: Asked) -> None:
    show(page, CHECKING)
    show(page, VERDICT)
    focused = QApplication.focusWidget()
    assert focused.objectName() == "scene_title"
    assert focused.accessibleName() == "Found: the printer doesn't answer. It may be off."
    keys(Qt.Key.Key_Return)
    assert asked.names() == ["go_on"]


def test_verdict_with_evidence_others_and_details(page: GuidePage) -> None:
    show(page, VERDICT)
    said = all_words(page)
    assert "Does it answer?" in said
    assert "What Sigap found" in said
    assert "10.0.0.9" in said
    assert "this computer is connected" in said
    assert "printer  found:gone" not in said
    click(button(page, "technical_details"))
    assert "printer  found:gone" in all_words(page)
    click(button(page, "technical_details"))
    assert "printer  found:gone" not in all_words(page)


def test_verdict_that_is_ok_and_one_that_is_not_possible(page: GuidePage) -> None:
    show(page, VerdictScene(title="T", verdict=OK))
    assert words(page, "scene_title") == "OK: this computer is connected"
    unknown = SaidVerdict(name="Line", title="Can't check this: no answer in time", text="You can go on.")
    show(page, VerdictScene(title="T", verdict=unknown), "other")
    assert words(page, "scene_title") == "Can't check this: no answer in time"
    assert words(page, "scene_text_0") == "You can go on."


# Fixes


def test_fix_is_explained_before_it_is_asked_for(page: GuidePage, asked: Asked) -> None:
    show(page, OFFER)
    said = all_words(page)
    for expected in (
        "Sigap can fix this: Use another printer",
        "Make B your default printer",
        "It is in another room.",
        "Can be put back",
        "Needs no administrator, takes about 10 seconds",
    ):
        assert expected in said
    keys(Qt.Key.Key_Return)
    click(button(page, "skip"))
    assert asked.calls == [("fix", ((),)), ("skip", ())]


@pytest.mark.parametrize(
    ("administrator", "takes_s", "said"),
    [
        (True, 10, "Needs an administrator, takes about 10 seconds"),
        (True, 180, "Needs an administrator, takes about 3 minutes"),
        (False, 300, "Needs no administrator, takes about 5 minutes"),
        (False, 1, "Needs no administrator, takes about 1 second"),
    ],
)
def test_what_a_fix_needs(page: GuidePage, administrator: bool, takes_s: int, said: str) -> None:  # noqa: FBT001 - a parameter of the test
    show(page, replace(OFFER, plan=replace(PLAN, needs_administrator=administrator, takes_s=takes_s, can_put_back=False)))
    assert said in all_words(page)
    assert "Can't be put back" in all_words(page)


def test_enter_on_skip_skips_and_never_fixes(page: GuidePage, asked: Asked) -> None:
    show(page, OFFER)
    button(page, "skip").setFocus()
    keys(Qt.Key.Key_Return)
    assert asked.names() == ["skip"]


def test_ticks_say_what_is_fixed(page: GuidePage, asked: Asked) -> None:
    choices = (SaidChoice(key="temp", title="Temporary files", size_bytes=2_400_000_000), SaidChoice(key="bin", title="Bin", ticked=False))
    show(page, replace(OFFER, plan=replace(PLAN, choices=choices)))
    assert "2.4 GB" in all_words(page)
    assert page.findChild(Check, "choice_temp").accessibleName() == "Temporary files, 2.4 GB"
    click(button(page, "choice_bin"))
    click(button(page, "fix"))
    click(button(page, "choice_bin"))
    click(button(page, "choice_temp"))
    assert not button(page, "fix").isEnabled()
    keys(Qt.Key.Key_Return)
    click(button(page, "choice_bin"))
    click(button(page, "fix"))
    assert asked.of("fix") == [(("temp", "bin"),), (("bin",),)]


def test_one_choice_is_one(page: GuidePage, asked: Asked) -> None:
    choices = (SaidChoice(key="wait", title="Wait"), SaidChoice(key="end", title="End", ticked=False))
    show(page, replace(OFFER, plan=replace(PLAN, choices=choices, one_choice=True)))
    assert len(page.findChildren(QRadioButton)) == 2
    click(button(page, "choice_end"))
    click(button(page, "fix"))
    assert asked.of("fix") == [(("end",),)]


def test_plan_that_is_not_there_yet_can_only_be_skipped(page: GuidePage, asked: Asked) -> None:
    show(page, OfferScene(title="X", planning=True))
    assert not button(page, "fix").isEnabled()
    keys(Qt.Key.Key_Return)
    assert asked.names() == []
    click(button(page, "skip"))
    assert asked.names() == ["skip"]


def test_fix_that_cant_be_done_here(page: GuidePage, asked: Asked) -> None:
    show(page, NotOfferedScene(title="Restart it", why=Said("An administrator must do this", "Nothing was changed.")))
    assert words(page, "scene_title") == "An administrator must do this"
    keys(Qt.Key.Key_Return)
    assert asked.names() == ["go_on"]


def test_fixing_putting_back_and_looking_again(page: GuidePage, asked: Asked) -> None:
    show(page, replace(FIXING, asks_administrator=True))
    assert words(page, "doing") == "Use another printer…"
    assert "Your system asks for an administrator" in all_words(page)
    click(button(page, "stop"))
    assert asked.names() == ["stop"]
    show(page, replace(FIXING, looking_again=True))
    assert words(page, "doing") == "Done. Checking again…"
    show(page, replace(FIXING, putting_back=True, can_stop=False))
    assert words(page, "doing") == "Putting it back…"
    assert not there(page, "stop")


def test_fixed_is_checked_again_and_can_be_put_back(page: GuidePage, asked: Asked) -> None:
    rows = (EvidenceRow(label="Default printer", value="B", before="A", tone=Tone.OK),)
    fixed = FixedScene(title="T", plan=PLAN, verdict=replace(OK, rows=rows), at="10:46", can_put_back=True)
    show(page, fixed)
    assert words(page, "scene_title") == "Fixed. Checked again: this computer is connected"
    said = all_words(page)
    assert "Checked again at 10:46" in said
    assert all(word in said for word in ("before", "now", "A", "B"))
    click(button(page, "put_back"))
    assert asked.names() == ["put_back"]
    show(page, replace(fixed, put_back=True))
    assert words(page, "scene_title") == "It is as before"
    assert not there(page, "put_back")


def test_didnt_help_with_verdict_or_reason(page: GuidePage) -> None:
    show(page, NoHelpScene(title="T", plan=PLAN, verdict=FOUND, can_put_back=True))
    assert words(page, "scene_title") == "That didn't help: the printer doesn't answer"
    assert there(page, "put_back")
    why = Said("The fix stopped halfway and was put back", "Check again.")
    show(page, NoHelpScene(title="T", plan=PLAN, why=why, put_back=True), "other")
    assert words(page, "scene_title") == "The fix stopped halfway and was put back"
    assert words(page, "scene_text_1") == "It is as before."


def test_restart_is_only_told(page: GuidePage, asked: Asked) -> None:
    show(page, RestartScene(title="Restart"))
    assert words(page, "scene_title") == "Restart the computer first"
    assert "The guide goes on here." in all_words(page)
    click(button(page, "later_here"))
    click(button(page, "restarted"))
    assert asked.names() == ["later", "go_on"]


# Ends


def test_only_the_person_knows(page: GuidePage, asked: Asked) -> None:
    show(page, AskWorksScene(title="The end", checked=(OK,)))
    assert words(page, "scene_title") == "Does it work now?"
    keys(Qt.Key.Key_Return)
    click(button(page, "still_broken"))
    assert asked.of("works") == [(True,), (False,)]


def test_solved_is_proved_or_said(page: GuidePage, asked: Asked) -> None:
    show(page, SolvedScene(title="T", text="It answers.", proof=(replace(OK, details="x"),), at="10:46", not_checked=("Line",)))
    assert words(page, "scene_title") == "Checked: it works again"
    assert words(page, "not_checked") == "Not checked: Line"
    click(button(page, "still_broken"))
    click(button(page, "done"))
    assert asked.calls == [("works", (False,)), ("go_on", ())]
    show(page, SolvedScene(title="T", by_person=True), "other")
    assert words(page, "scene_title") == "You said so: it works again"


def test_still_found(page: GuidePage, asked: Asked) -> None:
    show(page, StillFoundScene(title="T", verdict=FOUND, tried=TRIED))
    assert words(page, "scene_title") == "A check still finds: the printer doesn't answer"
    click(button(page, "go_on"))
    keys(Qt.Key.Key_Tab)
    click(button(page, "report"))
    assert asked.names() == ["go_on", "report"]


def test_broken_shows_what_was_tried(page: GuidePage, asked: Asked) -> None:
    show(page, BrokenScene(title="It still doesn't print", tried=TRIED, not_checked=("Line", "Clock")))
    said = all_words(page)
    assert page.findChild(TriedCard) is not None
    for expected in (
        "Use another printer",
        "It is still silent.",
        "didn't help",
        "Not checked: Line, Clock",
        "All of this goes into your report",
    ):
        assert expected in said
    assert button(page, "report").text() == "Report with what was tried"
    click(button(page, "again"))
    keys(Qt.Key.Key_Return)
    assert asked.names()[0] == "again"
    button(page, "report").click()
    assert asked.names()[-1] == "report"


def test_others_have_it_too(page: GuidePage) -> None:
    show(page, BrokenScene(title="Your colleagues too", many=True))
    assert "one report for all is enough" in all_words(page)
    assert button(page, "report").text() == "Report a problem"


# Everywhere


def test_escape_leaves_and_keeps_the_place(page: GuidePage, asked: Asked) -> None:
    show(page, VERDICT)
    keys(Qt.Key.Key_Escape)
    assert asked.names() == ["later"]
    assert page.window().isVisible()


def test_back_by_keyboard(page: GuidePage, asked: Asked) -> None:
    show(page, VERDICT)
    keys(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    keys(Qt.Key.Key_Backspace)
    assert asked.names() == ["back", "back"]


def test_coming_back_is_said(page: GuidePage) -> None:
    show(page, READ, resumed=True)
    assert words(page, "resumed") == "You are back where you were."


def test_same_view_again_moves_nothing(page: GuidePage) -> None:
    show(page, OFFER)
    button(page, "skip").setFocus()
    show(page, OFFER)
    assert QApplication.focusWidget() is button(page, "skip")
    show(page, replace(OFFER, text="Something new."))
    assert QApplication.focusWidget() is button(page, "skip")


def test_language_is_said_anew(page: GuidePage, asked: Asked) -> None:
    show(page, OFFER)
    use_language("id")
    settle()
    assert button(page, "skip").text() == "Lewati"
    assert words(page, "guide_step") == "Langkah 2 dari sekitar 6"
    assert asked.names() == ["say_again"]


def test_many_steps_have_marks_too(theme: Theme) -> None:
    marks = StepMarks(theme)
    marks.show_step(30, 45)
    marks.resize(400, 6)
    before = marks.grab().toImage()
    marks.show_step(45, 45)
    assert marks.grab().toImage() != before


def test_every_scene_has_at_most_one_filled_button(page: GuidePage) -> None:
    scenes = (
        READ,
        ASK,
        CHECKING,
        VERDICT,
        OFFER,
        FIXING,
        BrokenScene(title="B", tried=TRIED),
        SolvedScene(title="S"),
        RestartScene(title="R"),
    )
    for number, scene in enumerate(scenes):
        show(page, scene, str(number))
        filled = [one for one in page.findChildren(QPushButton) if one.property("kind") == "primary" and one.isVisible()]
        assert len(filled) <= 1
