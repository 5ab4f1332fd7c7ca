"""The guide player: one step at a time, large and calm. The main button is where Enter leads; Esc leaves and keeps the place."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QScrollArea, QWidget

from desktop_client.screens.guide_view import CheckingScene, FixingScene, GuideView
from desktop_client.ui.guide.guide_actions import GuideActions
from desktop_client.ui.guide.guide_footer import GuideFooter
from desktop_client.ui.guide.guide_head import GuideHead
from desktop_client.ui.guide.plan_card import PlanCard
from desktop_client.ui.guide.scenes import TITLE, Scenes, Stage
from desktop_client.ui.guide.working import Working
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs, show_now
from desktop_client.ui.parts.parts import Text, box, emptied
from desktop_client.ui.parts.worded import Worded

COLUMN = 600
MARGIN, TOP = 32, 32


class GuidePage(Worded):
    """Fill it with `show_view`. A new scene takes the keyboard to what has to be read or answered first."""

    def __init__(self, theme: Theme, actions: GuideActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view: GuideView | None = None
        self._scenes, self._scenes_first = Scenes(theme, actions), TITLE
        self._working: Working | None = None
        self.setObjectName("guide_page")
        column = box(theme, self, spacing=0)
        self._head = GuideHead(theme, actions.later)
        column.addWidget(self._head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._body = box(theme, inner, margins=(MARGIN, TOP, MARGIN, 24), spacing=16)
        self._scroll.setWidget(inner)
        column.addWidget(self._scroll, 1)
        self._footer = GuideFooter(theme)
        column.addWidget(self._footer)
        for key in ("Alt+Left", "Backspace"):
            # A shortcut, for the scroll area takes the arrow keys whatever is held with them.
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._back)

    def show_view(self, view: GuideView) -> None:
        """The next look. The same scene with something new moves neither the keyboard nor what is seen."""
        before, self._view = self._view, view
        if view == before:
            return
        self._head.show_step(view.guide, view.step, view.steps)
        scene = view.scene
        self._head.later.setEnabled(not isinstance(scene, CheckingScene | FixingScene))
        same = before is not None and before.key == view.key and type(before.scene) is type(scene)
        if same and self._working is not None and isinstance(scene, CheckingScene | FixingScene) and self._working.follows(scene):
            self._working.show_scene(scene)
            return
        self._build(same=same)

    def focus(self) -> None:
        """The keyboard goes to what is read or answered first."""
        if self._view is not None:
            self._take_keyboard(self._scenes_first)

    def retranslate(self) -> None:
        if self._view is not None:
            self._build(same=True)
            # What the view says itself has to be said anew by who made it.
            self._actions.say_again()

    def _build(self, *, same: bool) -> None:
        view = self._view
        assert view is not None  # noqa: S101 - there is one before anything is built
        focused = QApplication.focusWidget()
        if not same and focused is not None and self.isAncestorOf(focused):
            # Or the keyboard would fall to whatever button comes next, and a second Enter press it.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        with kept_focus(self):
            stage = self._scenes.stage(view)
            self._put(stage, resumed=view.resumed)
        self._scenes_first = stage.first
        if not same:
            self._scroll.verticalScrollBar().setValue(0)
            if self.isVisible():
                QTimer.singleShot(0, self, lambda: self._take_keyboard(stage.first))

    def _put(self, stage: Stage, *, resumed: bool) -> None:
        emptied(self._body)
        self._working = stage.working
        if resumed:
            note = Text(self._theme, self.tr("You are back where you were."), tier="small", ink="muted", wrap=True)
            note.setObjectName("resumed")
            self._body.addWidget(note)
        for part in stage.parts:
            self._body.addWidget(part)
            if isinstance(part, PlanCard):
                part.on_choice(lambda part=part: self._choice_changed(part))
        self._body.addStretch(1)
        self._footer.show_foot(stage.foot)
        order_tabs(self)

    def _choice_changed(self, card: PlanCard) -> None:
        if self._footer.main is not None:
            self._footer.main.setEnabled(card.can_begin())

    def _take_keyboard(self, name: str) -> None:
        wanted = self.findChild(QWidget, name)
        if wanted is None or not self.isVisible():
            return
        show_now(wanted)
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        wanted.setFocus(Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        back = self.findChild(QAbstractButton, "back")
        if back is not None and back.isEnabled():
            back.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._press()
        elif key == Qt.Key.Key_Escape and plain:
            # What runs is never left by accident: it has a button of its own.
            if self._head.later.isEnabled():
                self._actions.later()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        """Enter presses the button that the keyboard is on, else the main one."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused) and not focused.isCheckable():
            focused.click()
        elif self._footer.main is not None and self._footer.main.isEnabled():
            self._footer.main.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, margin = self._scroll.width(), self._theme.px(MARGIN)
        side = max(margin if wide > self._theme.px(480) else self._theme.px(16), (wide - self._theme.px(COLUMN)) // 2)
        self._body.setContentsMargins(side, self._theme.px(TOP), side, self._theme.px(24))
