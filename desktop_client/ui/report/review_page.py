"""Review: everything that would leave this computer, with a box for all that may stay. What is ticked here is what leaves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_client.screens.report import ReportWords
from desktop_client.screens.review import ReviewView
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Check
from desktop_client.ui.parts.parts import Text, box, frame, line
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.report.report_actions import ReportActions
from desktop_client.ui.report.review_cards import FilesCard, Identity, PicturesCard, WordsCard
from desktop_client.ui.report.review_facts import FactsTree

LEFT, TWO_COLUMNS = 400, 880


class ReviewPage(Worded):
    """The second page of the report window."""

    def __init__(self, theme: Theme, actions: ReportActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view: ReviewView | None = None
        self._words = ReportWords()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_head())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._build_body())
        whole.addWidget(self._scroll, 1)
        self.retranslate()

    def _build_head(self) -> QFrame:
        head, inside = frame(self._theme, "header", margins=(24, 11, 24, 11), spacing=16, across=True)
        self._head = inside
        said = box(self._theme, spacing=1)
        self._title = Text(self._theme, tier="heading", wrap=True)
        self._hint = Text(self._theme, ink="muted", wrap=True)
        said.addWidget(self._title)
        said.addWidget(self._hint)
        inside.addLayout(said, 1)
        self._identity = Identity(self._theme)
        inside.addWidget(self._identity)
        return head

    def _build_body(self) -> QWidget:
        theme, body = self._theme, QWidget()
        self._columns = box(theme, body, margins=(24, 16, 24, 16), spacing=24, across=True)
        self._left = QWidget()
        left = box(theme, self._left, spacing=12)
        self.words_card = WordsCard(theme)
        self.pictures = PicturesCard(theme, self._actions.load_picture, self._actions.include)
        self.files = FilesCard(theme, self._actions.include, self._actions.open_item)
        for card in (self.words_card, self.pictures, self.files):
            left.addWidget(card)
        left.addStretch(1)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._build_details(), 1)
        return body

    def _build_details(self) -> QFrame:
        theme = self._theme
        card, inside = frame(theme, "card", margins=0, spacing=0)
        self._details = card
        head = box(theme, margins=(16, 12, 16, 12), spacing=8, across=True)
        self.details_box = Check(theme, tier="label")
        self.details_box.setObjectName("include_details")
        self.details_box.clicked.connect(self._all_details)
        self._sum = Text(theme, tier="small", ink="muted")
        self._sum.setObjectName("details_sum")
        head.addWidget(self.details_box)
        head.addStretch(1)
        head.addWidget(self._sum)
        inside.addLayout(head)
        inside.addWidget(line())
        self.facts = FactsTree(theme, self._actions.leave_out)
        tree = box(theme, margins=(12, 4, 4, 8))
        tree.addWidget(self.facts)
        inside.addLayout(tree, 1)
        return card

    def show_view(self, view: ReviewView) -> None:
        """The report as it is now."""
        self._view = view
        self._identity.show_view(view)
        self.pictures.show_items(view.pictures)
        self.files.show_items(view.files)
        self.facts.show_groups(view.groups, view.not_known, self.tr("Not known"))
        self._details.setVisible(bool(view.groups or view.not_known))
        boxes = [fact.included for group in view.groups for fact in group.facts] + [missing.included for missing in view.not_known]
        state = Qt.CheckState.Checked if any(boxes) else Qt.CheckState.Unchecked
        self.details_box.setCheckState(state if sum(boxes) in {0, len(boxes)} else Qt.CheckState.PartiallyChecked)
        self._sum.setText(self._said_sum(view, any_left=any(boxes)))
        self.words_card.show_words(self._words, view.topic)

    def _said_sum(self, view: ReviewView, *, any_left: bool) -> str:
        if not any_left:
            return self.tr("Stays here")
        every = sum(len(group.facts) for group in view.groups)
        counted = words.number(view.facts)
        if view.facts < every:
            counted = self.tr("{n} of {total}").format(n=counted, total=words.number(every))
        parts = [counted]
        if view.facts_hidden:
            parts.append(self.tr("%n of them hidden", "", view.facts_hidden))
        return words.listed([*parts, words.size(view.facts_bytes)])

    def show_words(self, said: ReportWords) -> None:
        """The words as they stand in the fields now."""
        self._words = said
        if self._view is not None:
            self.words_card.show_words(said, self._view.topic)

    def focus_first(self) -> None:
        """Focus to the first box."""
        for each in (self.pictures, self.files):
            if each.items:
                each.box.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.details_box.setFocus(Qt.FocusReason.TabFocusReason)

    def _all_details(self) -> None:
        self._actions.leave_out("", self.details_box.checkState() is Qt.CheckState.Checked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = self.width() >= self._theme.px(TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom)
        if two:
            self._left.setFixedWidth(self._theme.px(LEFT))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)

    def retranslate(self) -> None:
        self._title.setText(self.tr("All this will be sent"))
        self._hint.setText(self.tr("Untick what should stay here."))
        self.details_box.setText(self.tr("Computer details"))
        self.facts.setAccessibleName(self.tr("Computer details"))
        if self._view is not None:
            self.facts.forget_words()
            self.show_view(self._view)
