"""What a fix would do: said before anything is done, with what to know, what to choose, and whether it can be put back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from desktop_client.screens.guide_view import SaidChoice, SaidPlan
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Check
from desktop_client.ui.parts.parts import IconLabel, Text, box, line
from desktop_client.ui.parts.verdict_mark import VerdictMark
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import size

MINUTE_S = 120
"""From here on, minutes are said."""


class PlanCard(Worded):
    """`chosen` tells the keys of what is ticked."""

    def __init__(self, theme: Theme, plan: SaidPlan) -> None:
        super().__init__()
        self._theme, self._plan = theme, plan
        self._choices: list[tuple[str, Check | QRadioButton]] = []
        whole = box(theme, self)
        card = QFrame()
        card.setProperty("role", "card")
        card.setObjectName("plan")
        if theme.high_contrast:
            card.setFrameShape(QFrame.Shape.Box)
        whole.addWidget(card)
        column = box(theme, card, margins=(16, 12, 16, 14), spacing=8)
        self._title = Text(theme, tier="heading", wrap=True)
        self._title.setObjectName("plan_title")
        column.addWidget(self._title)
        for action in plan.actions:
            column.addWidget(self._row("arrow-right", "accent", action))
        for warning in plan.warnings:
            column.addWidget(self._row("", "", warning))
        if plan.choices:
            column.addWidget(self._choice_rows())
        column.addWidget(line())
        self._back = Text(theme, ink="muted", wrap=True)
        self._effort = Text(theme, ink="muted", wrap=True)
        column.addWidget(self._beside("arrow-back-up" if plan.can_put_back else "alert-circle", self._back))
        column.addWidget(self._beside("shield-check" if not plan.needs_administrator else "lock", self._effort))
        self.retranslate()

    def chosen(self) -> tuple[str, ...]:
        """The keys of what is ticked."""
        return tuple(key for key, control in self._choices if control.isChecked())

    def can_begin(self) -> bool:
        """Whether enough is chosen: something, where there is something to choose."""
        return not self._choices or bool(self.chosen())

    def on_choice(self, told: Callable[[], object]) -> None:
        """Calls that when a choice changes."""
        for _key, control in self._choices:
            control.toggled.connect(lambda _on: told())

    def retranslate(self) -> None:
        plan = self._plan
        self._title.setText(self.tr("Sigap can fix this: {action}").format(action=plan.name))
        self._back.setText(self.tr("Can be put back") if plan.can_put_back else self.tr("Can't be put back"))
        minutes = plan.takes_s >= MINUTE_S
        amount = round(plan.takes_s / 60) if minutes else plan.takes_s
        if plan.needs_administrator and minutes:
            effort = self.tr("Needs an administrator, takes about %n minute(s)", "", amount)
        elif plan.needs_administrator:
            effort = self.tr("Needs an administrator, takes about %n second(s)", "", amount)
        elif minutes:
            effort = self.tr("Needs no administrator, takes about %n minute(s)", "", amount)
        else:
            effort = self.tr("Needs no administrator, takes about %n second(s)", "", amount)
        self._effort.setText(effort)

    def _choice_rows(self) -> QWidget:
        made = QWidget()
        column = box(self._theme, made, margins=(0, 4, 0, 4), spacing=4)
        group = QButtonGroup(made) if self._plan.one_choice else None
        for choice in self._plan.choices:
            row = box(self._theme, spacing=8, across=True)
            control = self._control(choice)
            if group is not None:
                group.addButton(control)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
            words = Text(self._theme, choice.title, wrap=True)
            words.setBuddy(control)
            row.addWidget(words, 1)
            if choice.size_bytes:
                row.addWidget(Text(self._theme, size(choice.size_bytes), ink="muted"))
            column.addLayout(row)
        return made

    def _control(self, choice: SaidChoice) -> Check | QRadioButton:
        control = QRadioButton() if self._plan.one_choice else Check(self._theme)
        control.setChecked(choice.ticked)
        control.setObjectName(f"choice_{choice.key}")
        said = f"{choice.title}, {size(choice.size_bytes)}" if choice.size_bytes else choice.title
        control.setAccessibleName(said)
        self._choices.append((choice.key, control))
        return control

    def _row(self, icon: str, colour: str, words: str) -> QWidget:
        made = QWidget()
        row = box(self._theme, made, spacing=10, across=True)
        mark = IconLabel(self._theme, icon, colour, 18) if icon else VerdictMark(self._theme, "warning", 18)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._theme, words, wrap=True), 1)
        return made

    def _beside(self, icon: str, words: Text) -> QWidget:
        made = QWidget()
        row = box(self._theme, made, spacing=10, across=True)
        row.addWidget(IconLabel(self._theme, icon, "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return made
