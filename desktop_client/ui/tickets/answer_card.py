"""The card in place of the reply box when a ticket is solved: does it work now?"""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from desktop_client.screens.tickets import Answer
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.parts import Button, Text, box
from desktop_client.ui.parts.worded import Worded


class AnswerCard(Worded):
    """A question and the answers that fit. `on_answer` gets the one that was clicked."""

    def __init__(self, theme: Theme, on_answer: Callable[[Answer], object]) -> None:
        super().__init__()
        self._answers: tuple[Answer, ...] = ()
        outer = box(theme, self)
        card = QFrame()
        card.setProperty("role", "card")
        column = box(theme, card, margins=16, spacing=12)
        outer.addWidget(card)
        self._question = Text(theme, tier="label", wrap=True)
        self._question.setObjectName("answer_question")
        column.addWidget(self._question)
        flow = FlowLayout(gap=theme.px(8))
        self._buttons = {
            answer: Button(theme, "", icon_name=icon, on_click=lambda answer=answer: on_answer(answer))
            for answer, icon in ((Answer.WORKS_AGAIN, "check"), (Answer.STILL_BROKEN, "x"), (Answer.REOPEN, "rotate"))
        }
        for answer, button in self._buttons.items():
            button.setObjectName(f"answer_{answer.value}")
            flow.addWidget(button)
        column.addLayout(flow)
        self.retranslate()

    def show_answers(self, answers: tuple[Answer, ...]) -> None:
        """Which answers fit now."""
        self._answers = answers
        for answer, button in self._buttons.items():
            button.setVisible(answer in answers)
        self.retranslate()

    def retranslate(self) -> None:
        self._buttons[Answer.WORKS_AGAIN].setText(self.tr("It works again"))
        self._buttons[Answer.STILL_BROKEN].setText(self.tr("Still broken"))
        self._buttons[Answer.REOPEN].setText(self.tr("Reopen"))
        if Answer.STILL_BROKEN in self._answers:
            self._question.setText(self.tr("Does it work now?"))
        else:
            self._question.setText(self.tr("This ticket is solved. If the problem is back, open it again."))
