"""The window in which a problem is reported: pictures left, words right, what will be sent at the foot, and Review as its second page."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_client.reasons import Cause, Reason
from desktop_client.screens.articles import ArticleRow
from desktop_client.screens.report import ReportView
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.banner import Banner
from desktop_client.ui.parts.parts import box
from desktop_client.ui.parts.pasted import Pasted
from desktop_client.ui.parts.window import Window
from desktop_client.ui.report.report_actions import ReportActions
from desktop_client.ui.report.report_files import ReportFiles
from desktop_client.ui.report.report_footer import ReportFooter
from desktop_client.ui.report.report_pictures import ReportPictures
from desktop_client.ui.report.report_words import ReportWordsColumn
from desktop_client.ui.report.review_page import ReviewPage

WIDTH, HEIGHT = 1000, 680
NARROWEST, LOWEST = 430, 320
LEFT = 382
TWO_COLUMNS = 880
"""From 66 em on: pictures left, words right. Below, one column, words first."""
SAVE_MS = 2000
"""The words are kept at most this often."""


class ReportWindow(Window):
    """Fill it with `show_view`. What the person writes is the window's own until it is saved; everything else comes in with a view."""

    def __init__(self, theme: Theme, actions: ReportActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view: ReportView | None = None
        self._closing_quietly = False
        pasted = Pasted(actions.add_files, actions.add_picture)
        self._pasted = pasted
        self.banner = Banner(theme, self._ask_for_file)
        self.words = ReportWordsColumn(theme, pasted, self._changed, actions.suggestions.open)
        self.pictures = ReportPictures(theme, actions.load_picture, actions.include, actions.take_again)
        self.files = ReportFiles(theme, actions)
        self.review = ReviewPage(theme, actions)
        self.footer = ReportFooter(theme)
        self._build()
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(SAVE_MS)
        self._save_later.timeout.connect(self.save_now)
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(theme.px(NARROWEST), theme.px(LOWEST))
        self.retranslate()
        self.fit(WIDTH, HEIGHT)

    def _build(self) -> None:
        theme = self.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        content = QWidget()
        self._columns = box(theme, content, margins=(24, 20, 24, 16), spacing=24, across=True)
        self._left = QWidget()
        narrow = QWidget()
        narrow.setFixedWidth(theme.px(LEFT))
        # Below the words a column of fixed width would be asked for its height at the full width: a row knows better.
        beside = box(theme, self._left, across=True)
        beside.addWidget(narrow)
        beside.addStretch(1)
        left = box(theme, narrow, spacing=16)
        left.addWidget(self.pictures)
        left.addWidget(self.files)
        left.addStretch(1)
        # Words come first in the order of creation, so that Tab begins there.
        self._columns.addWidget(self.words, 1)
        self._columns.insertWidget(0, self._left)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self.words.suggestions.moves(content)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self.review)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.footer)
        self._order_focus()

    def _order_focus(self) -> None:
        """Subject, details, who, work, topic, how to be reached, pictures, files; the foot comes last by itself."""
        fields = self.words
        chain = [fields.subject, fields.details, fields.impact, fields.urgency, fields.category, fields.telephone, fields.place]
        chain += [self.pictures.leave_out, self.pictures.first, self.pictures.again, self.files.add]
        chain += [self.footer.review_button, self.footer.delete_button, self.footer.close_button, self.footer.send_button]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        fields.suggestions.follow(fields.subject)

    def _connect(self) -> None:
        footer = self.footer
        footer.review.connect(self.open_review)
        footer.back.connect(self.close_review)
        footer.closed.connect(self.close)
        footer.send.connect(self.send)
        footer.delete_draft.connect(self._delete)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)

    # what comes in

    def show_view(self, view: ReportView) -> None:
        """The report as it is now. The fields are filled only when it is another draft than before."""
        before, self._view = self._view, view
        self.words.show_topics(view.topics)
        if before is None or before.draft != view.draft:
            self._save_later.stop()
            self.words.show_words(view.words)
            self.words.suggestions.begin()
            self._suggest()
            self.footer.show_kept(kept=False)
            self.close_review()
            self.words.focus_field("subject")
        self.pictures.show_view(view)
        self.files.show_view(view)
        self.review.show_view(view.review)
        self.footer.show_sums(view.sums, view.checking, view.saving)
        self._pages.setEnabled(view.saving is None)
        self._show_problem()
        if view.wrong_field and (before is None or before.problem != view.problem):
            self.close_review()
            self.words.focus_field(view.wrong_field)
            # Where it will be is known only after the layout has made room for what was just said.
            QTimer.singleShot(0, self, self._scroll_to_focus)
        self._judge()

    def _scroll_to_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self.words.isAncestorOf(focused):
            margin = self.theme.px(32)
            self._scroll.ensureWidgetVisible(focused, margin, margin)

    def _show_problem(self) -> None:
        problem = self._view.problem
        had = self.banner.isVisibleTo(self)
        if problem is None:
            self.banner.say("", "")
            return
        saved = "report" if self._view.mending else None
        sentence = words.say(problem, help_desk=self._view.help_desk, company=self._view.company, saved=saved)
        tone = "warning" if problem.cause is Cause.CHARACTERS_REMOVED else "danger"
        self.banner.say(f"{sentence.title}.", sentence.text, button=self.tr("Save as file…"), tone=tone)
        if not had and not self.isMaximized():
            # Room for the strip, so that it pushes nothing out of sight.
            self.resize(self.width(), min(self.height() + self.banner.sizeHint().height(), self.room().height()))

    def _judge(self) -> None:
        """Marks what is wrong, and says what has to be done before *Send*."""
        view = self._view
        if view is None:
            return
        now = self.words.words()
        errors: dict[str, str] = {}
        obstacle = ""
        unchanged = self._still_wrong(view)
        if unchanged:
            errors[unchanged] = words.say(view.problem, help_desk=view.help_desk, company=view.company).title
        if not self.words.topic_is_known(view):
            errors["category"] = self.tr("Choose another topic")
            obstacle = self.tr("First choose another topic")
        letters = view.subject_letters
        if len(now.subject) > letters:
            errors["subject"] = words.say(Reason(Cause.SUBJECT_TOO_LONG, {"limit": letters})).whole()
            obstacle = self.tr("First shorten what's wrong")
        if not now.subject.strip():
            obstacle = self.tr("First write what's wrong")
        self.words.mark_wrong(errors)
        self.footer.show_obstacle(obstacle)

    def _still_wrong(self, view: ReportView) -> str:
        """The refused field, until the person has changed it."""
        field = view.wrong_field
        return field if field and getattr(self.words.words(), field) == getattr(view.words, field) else ""

    # what goes out

    def _changed(self) -> None:
        self.footer.show_kept(kept=False)
        self.words.suggestions.typed()
        self._suggest()
        if not self._save_later.isActive():
            self._save_later.start()
        self._judge()

    def _suggest(self) -> None:
        """What may help with what is written now; without a subject nothing does."""
        now = self.words.words()
        subject, details = now.subject.strip(), now.details.strip()
        if subject:
            self._actions.suggestions.suggest(subject, details, self._show_suggestions)
        else:
            self.words.suggestions.show_rows(())

    def _show_suggestions(self, rows: tuple[ArticleRow, ...]) -> None:
        if self.words.subject.text().strip():
            self.words.suggestions.show_rows(rows)

    def save_now(self) -> None:
        """Hands the words over to be kept."""
        self._save_later.stop()
        if self._view is not None:
            self._actions.save(self.words.words())
            self.footer.show_kept(kept=True)

    def send(self) -> None:
        """Sends, if nothing is in the way."""
        if self._view is None or not self.footer.send_button.isEnabled():
            return
        self._save_later.stop()
        self._actions.send(self.words.words())

    def open_review(self) -> None:
        """Everything that would leave, on the second page."""
        if self._view is not None:
            self.review.show_words(self.words.words())
            self._pages.setCurrentIndex(1)
            self.footer.show_reviewing(reviewing=True)
            self.review.focus_first()

    def close_review(self) -> None:
        """Back to the fields."""
        if self._pages.currentIndex() == 1:
            self._pages.setCurrentIndex(0)
            self.footer.show_reviewing(reviewing=False)
            self.footer.review_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _delete(self) -> None:
        self._save_later.stop()
        self._closing_quietly = True
        self._actions.delete_draft()
        self.close()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("zip (*.zip)")
        dialog.setDefaultSuffix("zip")
        dialog.selectFile("sigap-report.zip")
        dialog.fileSelected.connect(lambda file: self._actions.save_as_file(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Qt's own

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing_quietly:
            self.save_now()
        self._closing_quietly = False
        self.footer.stop_asking()
        super().closeEvent(event)
        self._actions.closed()

    def finish(self) -> None:
        """Closes after the report was saved for sending: there is no draft left to keep."""
        self._save_later.stop()
        self._closing_quietly = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self.footer.asking():
            self.footer.stop_asking()
        elif escape and self._pages.currentIndex() == 1:
            self.close_review()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._pasted.take(QGuiApplication.clipboard().mimeData()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._pasted.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._pasted.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = self.width() >= self.theme.px(TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.BottomToTop)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Report a problem"))
        if self._view is not None:
            self.show_view(replace(self._view))
