"""A search field whose first answers appear in place below it: in the panel and on Home."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop_client.screens.articles import QuickAnswers
from desktop_client.ui.help.article_words import sentence
from desktop_client.ui.help.result_row import ResultRow
from desktop_client.ui.help.search_field import SearchField
from desktop_client.ui.help.unmoved import Unmoved
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.announced import announce
from desktop_client.ui.parts.parts import CONTROL, Button, Text, box, emptied
from desktop_client.ui.parts.worded import Worded


@dataclass(frozen=True, kw_only=True)
class QuickFindActions:
    """Each returns at once. `ask` gets what is typed and whom to tell the answers, `open` an article's id, `open_all` the words."""

    ask: Callable[[str, Callable[[QuickAnswers], object]], object]
    open: Callable[[str], object]
    open_all: Callable[[str], object]


class QuickFind(Worded):
    """Field and answers. `on_change` is told when a search begins, has other answers, or is over: whoever holds this makes room.

    `place` is what moves when answers come; what the pointer rests on there stays while somebody types.
    """

    def __init__(
        self,
        theme: Theme,
        actions: QuickFindActions,
        on_change: Callable[[], object] = lambda: None,
        place: QWidget | None = None,
        tall: int = CONTROL,
    ) -> None:
        super().__init__()
        self._theme, self._actions, self._on_change = theme, actions, on_change
        self._answers = QuickAnswers()
        self._rows: list[ResultRow] = []
        self._chosen = -1
        self._searching = False
        self._column = box(theme, self, spacing=4)
        self.field = SearchField(theme, on_type=self._typed, on_step=self._step, on_enter=self._enter, tall=tall)
        self._column.addWidget(self.field)
        self.answers = QWidget()
        self.answers.setObjectName("answers")
        self._below = box(theme, self.answers, spacing=0)
        self._column.addWidget(self.answers)
        self.answers.hide()
        self._unmoved = Unmoved(place or self.answers)
        self.retranslate()

    def clear(self) -> None:
        """Without words and answers, as for a person who comes anew."""
        if self.field.text():
            self.field.put("")

    def searching(self) -> bool:
        """Whether somebody looks for something."""
        return self._searching

    def show_answers(self, answers: QuickAnswers) -> None:
        """What was found for what is typed; other answers are dropped."""
        if answers.words and answers.words == self.field.words():
            self._unmoved.put(lambda: self._take(answers))

    def retranslate(self) -> None:
        self.field.say()
        if self._answers.words:
            self._render()

    # inside

    def _typed(self, _text: str) -> None:
        words = self.field.words()
        self._unmoved.typed()
        if not words:
            self._unmoved.forget()
            self._answers = QuickAnswers()
            emptied(self._below)
            self._rows, self._chosen = [], -1
            self.answers.hide()
        self._actions.ask(words, self.show_answers)
        if bool(words) != self._searching:
            self._searching = bool(words)
            self._on_change()

    def _take(self, answers: QuickAnswers) -> None:
        if answers.words != self.field.words():
            return
        fresh = answers != self._answers
        self._answers = answers
        if fresh:
            self._render()
            announce(self.field, self._spoken())

    def _render(self) -> None:
        theme, answers = self._theme, self._answers
        chosen = self._rows[self._chosen].row.id if self._chosen >= 0 else ""
        below = emptied(self._below)
        self._rows, self._chosen = [], -1
        for row in answers.rows:
            made = ResultRow(theme, row, lambda row=row: self._actions.open(row.id), kind=False)
            # Tab goes on from the field; the answers are reached with the arrows.
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._rows.append(made)
            below.addWidget(made)
        if not answers.rows:
            said = Text(theme, self._nothing(), "small", "muted", wrap=True)
            said.setObjectName("nothing")
            said.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
            below.addWidget(said)
        under = box(theme, across=True)
        everything = Button(theme, self._all_words(), "quiet", on_click=lambda: self._actions.open_all(self.field.words()))
        everything.setObjectName("all_answers")
        under.addWidget(everything)
        under.addStretch(1)
        below.addLayout(under)
        below.addStretch(1)
        self.answers.show()
        again = next((n for n, made in enumerate(self._rows) if made.row.id == chosen), -1)
        if again >= 0:
            self._choose(again)
        self._on_change()

    def _nothing(self) -> str:
        if not self._answers.here:
            return self.tr("No articles on this computer yet")
        return self.tr("Nothing found. Try other words, or report it.")

    def _all_words(self) -> str:
        if self._answers.rows:
            return self.tr("See all %n answer(s)", "", self._answers.count)
        return self.tr("Open Help articles")

    def _spoken(self) -> str:
        if not self._answers.rows:
            return self._nothing()
        return self.tr("%n answer(s)", "", self._answers.count)

    def _step(self, by: int) -> None:
        if self._rows:
            self._choose(max(0, min(self._chosen + by, len(self._rows) - 1)))
            announce(self.field, sentence(self._rows[self._chosen].row))

    def _choose(self, number: int) -> None:
        self._chosen = number
        for place, row in enumerate(self._rows):
            row.set_chosen(chosen=place == number)

    def _enter(self) -> None:
        """The chosen one; without a choice all answers, on their page."""
        words = self.field.words()
        if self._chosen >= 0 and self._answers.words == words:
            self._actions.open(self._rows[self._chosen].row.id)
        else:
            self._actions.open_all(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._answers.words:
            self._column.invalidate()
