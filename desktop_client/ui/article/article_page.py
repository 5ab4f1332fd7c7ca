"""An article on its page: the bar, the text, what is beside it, and at the foot whether it helped."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from contract.articles import ArticleKind
from desktop_client.screens.article import ArticleView
from desktop_client.ui.article.article_actions import ArticleActions
from desktop_client.ui.article.article_bar import ArticleBar, BarActions
from desktop_client.ui.article.article_document import ArticleDocument, Heading
from desktop_client.ui.article.article_links import Outside, Target, ToArticle, slug
from desktop_client.ui.article.article_look import ArticleLook
from desktop_client.ui.article.article_text import ArticleText
from desktop_client.ui.article.finding import Finding
from desktop_client.ui.article.link_question import LinkQuestion
from desktop_client.ui.article.opinion import Opinion
from desktop_client.ui.article.printing import ask_printer
from desktop_client.ui.article.side import ArticleSide
from desktop_client.ui.article.whole_text import WholeText
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, Text, box, frame
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import day

SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 250)
SIDE_WIDTH, GAP, MARGIN = 208, 40, 32
NARROW = 560
SETTLED_MS = 200
SMALLEST_TEXT = 400
"""Of the text beside the side column; narrower than that, the column goes below."""


class ArticlePage(Worded):
    """The page. Fill it with `show_view`; another article begins at its top, the same one stays where it was."""

    def __init__(self, theme: Theme, actions: ArticleActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view = ArticleView(id="", title="")
        self._percent = 100
        self._document: ArticleDocument | None = None
        self._pictures: dict[int, QImage] = {}
        self.setObjectName("article_page")
        column = box(theme, self, spacing=0)
        self._build_body()
        self._finding = Finding(theme, self._text, self._show_place, self._focus_text)
        self._bar = ArticleBar(
            theme,
            BarActions(
                back=actions.back,
                find=self._finding.open,
                size=self._step_size,
                copy=self._copy,
                print=self._print,
                language=actions.other_language,
            ),
        )
        self._question = LinkQuestion(theme, actions.open_outside, self._focus_text)
        for part in (self._bar, self._finding.bar, self._question):
            column.addWidget(part)
        column.addWidget(self._scroll, 1)
        self._whole = WholeText(theme, self._back_to_article)
        column.addWidget(self._whole, 1)
        self._opinion = Opinion(theme, actions.opinion, actions.report)
        column.addWidget(self._opinion)
        self._add_keys()
        self.retranslate()

    # What is shown

    def show_view(self, view: ArticleView) -> None:
        """Another article, or the same with something new."""
        before, self._view = self._view, view
        another = (view.id, view.body, view.pictures) != (before.id, before.body, before.pictures)
        if another:
            self._pictures, self._reading_at = {}, None
            self._whole.hide()
            self._scroll.show()
            self._build_document()
            self._question.hide()
            self._scroll.verticalScrollBar().setValue(0)
            self._finding.again()
        if another or view.answered != before.answered:
            self._opinion.ask(answered=view.answered)
        self._side.show_related(view.related)
        self._say()
        self._arrange()
        self._order_tabs()
        self._follow()

    def use_size(self, percent: int) -> None:
        """The text size in percent, as `ArticleActions.keep_size` was told; what isn't possible becomes the nearest."""
        percent = max(SIZES[0], min(percent, SIZES[-1]))
        if percent != self._percent:
            self._percent = percent
            self._reform()
        self._say()

    def focus(self) -> None:
        """The keyboard goes to the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._cut.setText(self.tr("This article is very long. Only its beginning is laid out here."))
        self._show_whole.setText(self.tr("Show all as plain text"))
        self._text.name_copies()
        self._say()

    def _say(self) -> None:
        view = self._view
        self._title.setText(view.title)
        self._kind.setText(self._kind_line())
        self._text.setAccessibleName(view.title or self.tr("Article"))
        self._bar.show_state(from_results=view.from_results, language=view.other_language, percent=self._percent)

    def _kind_line(self) -> str:
        view = self._view
        kind = self.tr("Guide") if view.kind is ArticleKind.GUIDE else self.tr("Article")
        updated = self.tr("updated {day}").format(day=day(view.updated)) if view.updated else ""
        return " · ".join(part for part in (kind, view.category, updated) if part)

    # Construction

    def _build_body(self) -> None:
        theme = self._theme
        self._scroll = QScrollArea()
        self._scroll.setObjectName("article_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner, self._column = frame(theme, "plain", margins=(MARGIN, 20, MARGIN, 24), spacing=4)
        self._title = Text(theme, tier="title", wrap=True, selectable=True)
        self._title.setObjectName("article_title")
        self._title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._kind = Text(theme, tier="small", ink="muted", wrap=True)
        self._kind.setObjectName("article_kind")
        self._text = ArticleText(theme, self._follow_link, self._step_size, self._show_place)
        self._cut_frame, cut = frame(theme, "tone", "accent", margins=(14, 10, 10, 10), spacing=10)
        self._cut = Text(theme, wrap=True)
        self._show_whole = Button(theme, on_click=self._open_whole)
        self._show_whole.setObjectName("show_whole")
        cut.addWidget(self._cut)
        cut.addWidget(self._show_whole, 0, Qt.AlignmentFlag.AlignLeft)
        self._cut_frame.hide()
        for widget in (self._title, self._kind, self._cut_frame, self._text):
            self._column.addWidget(widget)
        self._column.insertSpacing(3, theme.px(10))
        self._column.addStretch(1)
        self._scroll.setWidget(inner)
        self._side = ArticleSide(theme, self._jump, self._actions.open)
        self._beside = QScrollArea(self._scroll.viewport())
        self._beside.setObjectName("beside")
        self._beside.setWidgetResizable(True)
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.setWidget(self._side)
        self._below = False
        self._scroll.viewport().installEventFilter(self)
        self._reading_at: float | None = None
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_place)
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())

    def _add_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+F", self._finding.open),
            ("F3", lambda: self._finding.next(1)),
            ("Shift+F3", lambda: self._finding.next(-1)),
            ("Ctrl++", lambda: self._step_size(1)),
            ("Ctrl+=", lambda: self._step_size(1)),
            ("Ctrl+-", lambda: self._step_size(-1)),
            ("Ctrl+0", lambda: self._step_size(0)),
            ("Ctrl+P", self._print),
            ("Alt+Left", self._actions.back),
            ("Backspace", self._actions.back),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _order_tabs(self) -> None:
        """Tab goes as the eye does: the bars, the text with its links, what can be copied in it, the side column, the foot."""
        bars = (self._bar, self._finding.bar.field, self._finding.bar, self._question)
        row: list[QWidget] = [part for bar in bars for part in (bar.findChildren(QPushButton) or [bar])]
        row += [self._text, *self._text.copy_buttons(), self._show_whole, *self._side.entries(), *self._opinion.controls()]
        for one, next_one in pairwise(row):
            QWidget.setTabOrder(one, next_one)

    def _build_document(self) -> None:
        look = ArticleLook(self._theme, self._percent)
        self._document = self._text.show_article(self._view, look)
        self._cut_frame.setVisible(not self._document.whole)
        self._side.show_headings(self._document.headings)
        for number, image in self._pictures.items():
            self._text.show_picture(number, image)
        article, widest = self._view.id, round(look.width * self.devicePixelRatioF())
        for number in self._document.wanted_pictures():
            if number not in self._pictures:
                self._actions.picture(
                    self._view.pictures[number], widest, lambda image, number=number: self._take_picture(article, number, image)
                )

    def _take_picture(self, article: str, number: int, image: QImage) -> None:
        if article == self._view.id:
            if not image.isNull():
                image.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[number] = image
            self._text.show_picture(number, image)

    def _reform(self) -> None:
        """The same article in another look or size; one goes on reading where one was."""
        if self._document is None:
            return
        bar = self._scroll.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        if self._reading_at is not None:
            share = self._reading_at
        self._build_document()
        self._finding.again()
        self._arrange()
        self._order_tabs()
        # The page takes the new height of the text in steps, each of which moves what is seen.
        self._reading_at = share
        QTimer.singleShot(SETTLED_MS, self, self._read_on)

    def _keep_place(self, _least: int, most: int) -> None:
        if self._reading_at is not None:
            self._scroll.verticalScrollBar().setValue(round(self._reading_at * most))

    def _read_on(self) -> None:
        self._reading_at = None

    # Moving through the text

    def _follow_link(self, led: Target) -> None:
        if isinstance(led, ToArticle):
            self._actions.open(led.id)
        elif isinstance(led, Outside):
            self._question.ask(led)
        elif self._document is not None:
            wanted = next((heading for heading in self._document.headings if slug(heading.text) == led.slug), None)
            if wanted is not None:
                self._jump(wanted)

    def _jump(self, heading: Heading) -> None:
        place = self._text.place_of(heading.position)
        top = self._text.mapTo(self._scroll.widget(), place.topLeft()).y()
        self._scroll.verticalScrollBar().setValue(top - self._theme.px(12))
        self._side.reading(heading.position)
        cursor = self._text.textCursor()
        cursor.setPosition(heading.position)
        self._text.setTextCursor(cursor)

    def _show_place(self, place: QRect) -> None:
        at = self._text.mapTo(self._scroll.widget(), place.center())
        self._scroll.ensureVisible(at.x(), at.y(), 0, self._theme.px(60))

    def _follow(self) -> None:
        """The contents say where one reads: the last heading above a line a little below the top; at the very end, the last one."""
        bar = self._scroll.verticalScrollBar()
        headings = self._side.headings()
        if not headings:
            return
        line = self._text.mapFrom(self._scroll.widget(), self._scroll.widget().rect().topLeft()).y() + bar.value() + self._theme.px(40)
        passed = [heading for heading in headings if self._text.place_of(heading.position).top() <= line]
        if bar.maximum() > 0 and bar.value() >= bar.maximum():
            passed = list(headings)
        self._side.reading(passed[-1].position if passed else -1)

    def _focus_text(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    # Size, copy, print, whole

    def _step_size(self, step: int) -> None:
        near = min(range(len(SIZES)), key=lambda number: abs(SIZES[number] - self._percent))
        percent = SIZES[max(0, min(near + step, len(SIZES) - 1))] if step else 100
        if percent != self._percent:
            self.use_size(percent)
            self._actions.keep_size(percent)

    def _copy(self) -> None:
        text = self._text.toPlainText().replace("\ufffc", "").strip() if self._document and self._document.whole else self._view.body
        QGuiApplication.clipboard().setText(f"{self._view.title}\n\n{text}\n")

    def _print(self) -> None:
        if self._document is not None:
            ask_printer(self, self._view, self._kind_line(), self._pictures, self._theme.size)

    def _open_whole(self) -> None:
        self._whole.show_text(self._view.title, self._view.body)
        self._scroll.hide()
        self._whole.show()
        self._whole.focus()

    def _back_to_article(self) -> None:
        self._whole.hide()
        self._scroll.show()
        self._focus_text()

    # Keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        page, row = bar.pageStep() - self._theme.px(40), self._theme.px(48)
        up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moves = {
            Qt.Key.Key_Up: bar.value() - row,
            Qt.Key.Key_Down: bar.value() + row,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_Space: bar.value() + (-page if up else page),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in moves:
            bar.setValue(moves[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self._finding.bar.isVisible():
            self._finding.bar.close_bar()
        elif event.key() == Qt.Key.Key_Escape and self._question.isVisible():
            self._question.close_question()
        elif event.key() == Qt.Key.Key_Escape and self._whole.isVisible():
            self._back_to_article()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        # The text takes its height with its width, and what is below it its place with that.
        QTimer.singleShot(0, self, self._follow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._reform()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """The side column beside the text where there is room for both, else below it."""
        theme, look = self._theme, ArticleLook(self._theme, self._percent)
        wide, side = self._scroll.viewport().width(), theme.px(SIDE_WIDTH)
        margin = theme.px(MARGIN if wide >= theme.px(NARROW) else 20)
        room = wide - 2 * margin - theme.px(GAP) - side + theme.px(12)
        below = room < theme.px(SMALLEST_TEXT) or not self._side.anything()
        text = max(1, min(look.width, wide - 2 * margin if below else room))
        if below != self._below:
            self._below = below
            if below:
                self._beside.takeWidget()
                self._column.insertWidget(self._column.count() - 1, self._side)
                # A scroll area gives what it holds a ground of its own, and leaves it.
                self._side.setAutoFillBackground(False)
            else:
                self._column.removeWidget(self._side)
                self._beside.setWidget(self._side)
        self._beside.setVisible(not below)
        self._side.setVisible(self._side.anything())
        # Not by a largest width: a layout counts the height of wrapped words at the width that it has itself.
        self._column.setContentsMargins(margin, theme.px(20), max(0, wide - margin - text), theme.px(24))
        if not below:
            left = margin + text + theme.px(GAP)
            self._beside.setGeometry(QRect(left, theme.px(20), side, max(1, self._scroll.viewport().height() - theme.px(28))))
            self._beside.raise_()
