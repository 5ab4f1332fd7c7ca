"""Help articles: search as one types, or browse; what was not found can be reported with the same words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedLayout, QWidget

from desktop_client.screens.articles import ArticlesView, Filter, Showing
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.ui.help.article_words import sentence
from desktop_client.ui.help.result_list import ResultList
from desktop_client.ui.help.search_field import SearchField, typed_letters
from desktop_client.ui.help.unmoved import Unmoved
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.announced import announce
from desktop_client.ui.parts.choices import Segments
from desktop_client.ui.parts.empty_page import EmptyPage
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.parts.progress_line import ProgressLine
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import desk as desk_words
from desktop_client.ui.words import number

FIELD = 44
NARROW = 480
QUOTED = 60
"""Letters of what was typed that a title repeats."""
ON_BUTTON = 24


@dataclass(frozen=True, kw_only=True)
class SearchActions:
    """What the page does; each returns at once. `ask` gets what is typed ("" for everything), `report` the words to report with."""

    ask: Callable[[str], object]
    show: Callable[[Filter], object]
    open: Callable[[str], object]
    report: Callable[[str], object]


class SearchPage(Worded):
    """State flows in through `show_view`; `look_for` puts words into the field."""

    def __init__(self, theme: Theme, actions: SearchActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view = ArticlesView()
        self._desk = UNKNOWN
        self._open_first = False
        self.setObjectName("search_page")
        column = box(theme, self, spacing=0)
        self._body = box(theme, margins=(32, 24, 32, 0), spacing=12)
        self.field = SearchField(theme, on_type=self._typed, on_step=self._step, on_enter=self._enter, tall=FIELD)
        self._body.addWidget(self.field)
        self._body.addLayout(self._head())
        self._stack = QStackedLayout()
        self.results = ResultList(theme, self._actions.open, lambda row: announce(self.field, sentence(row)))
        self._unmoved = Unmoved(self.results)
        self._empty = EmptyPage(theme, "search", self._report, "camera", self.field.clear_words)
        self._empty.button.setObjectName("report_words")
        self._empty.other.setObjectName("clear_search")
        self._stack.addWidget(self.results)
        self._stack.addWidget(self._empty)
        self._body.addLayout(self._stack, 1)
        column.addLayout(self._body, 1)
        column.addWidget(self._foot())
        self.retranslate()

    # What others call

    def show_view(self, view: ArticlesView) -> None:
        """Answers to what is typed, or what else there is. Older answers are dropped, and nothing moves under the pointer."""
        if view.words == self.field.words():
            self._unmoved.put(lambda: self._take(view))

    def show_desk(self, desk: Desk) -> None:
        """Who helps."""
        if desk != self._desk:
            self._desk = desk
            self._render()

    def look_for(self, words: str) -> None:
        """Puts words into the field, as if they had been typed."""
        self.field.put(words)

    def focus(self) -> None:
        """The keyboard goes to the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.field.say()
        self._filter.name(Filter.ALL, self.tr("All"))
        self._filter.name(Filter.GUIDES, self.tr("Guides"))
        self._filter.name(Filter.ARTICLES, self.tr("Articles"))
        self.results.setAccessibleName(self.tr("Help articles"))
        self._question.setText(self.tr("Not what you need?"))
        self._offline.setText(self.tr("Search works offline too"))
        self._render()

    # Construction

    def _head(self) -> QBoxLayout:
        self._line = box(self._theme, spacing=12, across=True)
        self._count = Text(self._theme, ink="muted", wrap=True)
        self._count.setObjectName("count")
        self._line.addWidget(self._count, 1)
        self._filter = Segments(self._theme, list(Filter), lambda key: self._actions.show(Filter(key)))
        self._filter.choose(Filter.ALL)
        self._line.addWidget(self._filter)
        return self._line

    def _foot(self) -> QFrame:
        theme = self._theme
        self._footer, whole = frame(theme, "footer", margins=0, spacing=0)
        self._progress = ProgressLine(theme, 3, rounded=False)
        whole.addWidget(self._progress)
        self._foot_row = box(theme, margins=(32, 8, 32, 11), spacing=8, across=True)
        ask = self._ask = box(theme, spacing=0, across=True)
        self._question = Text(theme)
        self._report_button = Button(theme, "", "quiet", on_click=self._report)
        self._report_button.setObjectName("report_with_words")
        ask.addWidget(self._question)
        ask.addWidget(self._report_button, 0, Qt.AlignmentFlag.AlignLeft)
        ask.addStretch(1)
        self._foot_row.addLayout(ask, 1)
        self._state_box = QWidget()
        state = box(theme, self._state_box, spacing=8, across=True)
        self._offline_icon = IconLabel(theme, "cloud-off", "muted", 16)
        self._offline = Text(theme, tier="small", ink="muted")
        self._fetching = Text(theme, tier="small", ink="muted")
        self._fetching.setObjectName("fetching")
        for part in (self._offline_icon, self._offline, self._fetching):
            state.addWidget(part)
        self._foot_row.addWidget(self._state_box)
        whole.addLayout(self._foot_row)
        return self._footer

    # What is shown

    def _take(self, view: ArticlesView) -> None:
        before, self._view = self._view, view
        self._render()
        if view.words and (before.words, before.showing, before.count) != (view.words, view.showing, view.count):
            announce(self.field, self._announced())
        if self._open_first and view.words == self.field.words():
            self._open_first = False
            self._enter()

    def _render(self) -> None:
        view = self._view
        listed = view.showing in {Showing.ANSWERS, Showing.BROWSE}
        self._filter.choose(view.filter)
        self._filter.setVisible(listed or view.filter is not Filter.ALL)
        self._count.setText(self._count_words() if listed else "")
        if listed:
            self.results.show_rows(view.rows)
        else:
            self._show_empty()
        self._stack.setCurrentIndex(0 if listed else 1)
        self._progress.show_progress(view.done if view.fetching else None, max(1, view.total))
        self._fetching.setText(self._fetching_words() if view.fetching else "")
        self._fetching.setVisible(view.fetching)
        for part in (self._offline_icon, self._offline):
            part.setVisible(not view.fetching and listed)
        self._report_button.setText(self.tr("Report a problem with these words") if self.field.words() else self.tr("Report a problem"))
        # With nothing found the page itself offers it.
        self._question.setVisible(listed)
        self._report_button.setVisible(listed)
        self._footer.setVisible(listed or view.fetching)
        self._arrange_foot()

    def _count_words(self) -> str:
        if self._view.showing is Showing.BROWSE:
            if self._view.more:
                return self.tr("The first {n}; search finds all").format(n=number(self._view.count))
            return self.tr("%n in all", "", self._view.count)
        return self.tr("%n answer(s)", "", self._view.count)

    def _fetching_words(self) -> str:
        return self.tr("Fetching articles: {done} of {total}").format(done=number(self._view.done), total=number(self._view.total))

    def _announced(self) -> str:
        if self._view.showing is Showing.NOTHING:
            return self.tr("Nothing found for “{query}”").format(query=_shortened(self._view.words, QUOTED))
        return self._count_words() if self._view.showing is Showing.ANSWERS else ""

    def _show_empty(self) -> None:
        view, page = self._view, self._empty
        report = self.tr("Report a problem")
        desk = desk_words(self._desk.help_desk)
        page.show_icon("search" if view.showing is Showing.NOTHING else "book")
        if view.showing is Showing.NOTHING:
            words = view.words
            short = len(words) <= ON_BUTTON
            report = self.tr("Report “{query}”").format(query=words) if short else self.tr("Report with these words")
            page.say(
                self.tr("Nothing found for “{query}”").format(query=_shortened(words, QUOTED)),
                self.tr("Try fewer words, the name of the app, or the error code as it is shown. Or report it: your words go with it."),
                report,
                self.tr("Clear search"),
            )
        elif view.showing is Showing.FETCHING:
            page.say(self._fetching_words(), self.tr("They stay on this computer, and search works offline then."))
        elif view.showing is Showing.NONE:
            page.say(self.tr("No help articles yet"), self.tr("Nobody has written one so far. Report your problem instead."), report)
        else:
            text = self.tr("They come as soon as Sigap is connected. Until then report your problem, or call {desk}.").format(desk=desk)
            page.say(self.tr("No articles on this computer yet"), text, report)

    # What the person does

    def _typed(self, _text: str) -> None:
        self._open_first = False
        self._unmoved.typed()
        self._actions.ask(self.field.words())

    def _step(self, by: int) -> None:
        if self._stack.currentIndex() == 0:
            self.results.step(by)

    def _enter(self) -> None:
        if self._view.words != self.field.words():
            # The answers to these words are on their way.
            self._open_first = True
            return
        row = self.results.chosen() or (self.results.first() if self._view.showing is Showing.ANSWERS else None)
        if row is not None and self._stack.currentIndex() == 0:
            self._actions.open(row.id)

    def _report(self) -> None:
        self._actions.report(self.field.words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = typed_letters(event)
        if letters:
            self.field.begin(letters)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        narrow = self.width() < px(NARROW)
        side = px(16 if narrow else 32)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setContentsMargins(side, px(24), side, 0)
        self._foot_row.setContentsMargins(side, px(8), side, px(11))
        self._line.setDirection(down if narrow else across)
        self._arrange_foot()

    def _arrange_foot(self) -> None:
        """Side by side what has room so, else below each other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        room = self.width() - 2 * self._foot_row.contentsMargins().left()
        ask = self._question.sizeHint().width() + self._report_button.sizeHint().width()
        state = self._state_box.sizeHint().width() + self._foot_row.spacing()
        self._foot_row.setDirection(across if ask + state <= room else down)
        self._ask.setDirection(across if ask <= room else down)


def _shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
