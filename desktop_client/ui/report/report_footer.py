"""The foot of the report window: what will be sent, and the buttons. It never scrolls; where it is narrow it takes two lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_client.screens.report import Checking, Sums
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, Text, box, frame
from desktop_client.ui.parts.progress_line import ProgressLine
from desktop_client.ui.parts.worded import Worded


class ReportFooter(Worded):
    """Sums, *Review*, status, *Close* and *Send*; the question before a draft is deleted takes their place."""

    review = Signal()
    back = Signal()
    closed = Signal()
    send = Signal()
    delete_draft = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sums = Sums(pictures=0, files=0, facts=0, size_bytes=0)
        self._checking: Checking | None = None
        self._saving: int | None = None
        self._obstacle, self._kept, self._reviewing = "", False, False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.progress = ProgressLine(theme, 3, rounded=False)
        whole.addWidget(self.progress)
        ground, inside = frame(theme, "footer", margins=(24, 11, 24, 11))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._build_bar())
        self._pages.addWidget(self._build_question())
        inside.addWidget(self._pages)
        whole.addWidget(ground)
        self.retranslate()

    def _build_bar(self) -> QWidget:
        theme, bar = self._theme, QWidget()
        self._bar = box(theme, bar, spacing=8, across=True)
        left = box(theme, spacing=16, across=True)
        sums = box(theme, spacing=1)
        self._title = Text(theme, tier="label")
        self._line = Text(theme, ink="muted")
        self._line.setObjectName("sums")
        sums.addWidget(self._title)
        sums.addWidget(self._line)
        left.addLayout(sums)
        self.review_button = self._button("review", "quiet", self.review)
        left.addWidget(self.review_button)
        left.addStretch(1)
        self._left = left
        right = box(theme, spacing=12, across=True)
        right.addStretch(1)
        self._status = Text(theme, tier="small", ink="muted")
        self._status.setObjectName("status")
        right.addWidget(self._status)
        self.delete_button = Button(theme, kind="icon", icon_name="trash", on_click=self._ask)
        self.delete_button.setObjectName("delete_draft")
        right.addWidget(self.delete_button)
        self.close_button = self._button("close", "", self.closed)
        self.back_button = self._button("back", "", self.back)
        self.send_button = self._button("send", "primary", self.send, "send")
        for button in (self.close_button, self.back_button, self.send_button):
            right.addWidget(button)
        self._right = right
        self._bar.addLayout(left, 1)
        self._bar.addLayout(right)
        self.back_button.hide()
        return bar

    def _build_question(self) -> QWidget:
        theme, page = self._theme, QWidget()
        layout = box(theme, page, spacing=12, across=True)
        self._question = Text(theme, tier="label", wrap=True)
        layout.addWidget(self._question, 1)
        self.delete_now = self._button("delete_now", "danger", self.delete_draft, "trash")
        self.keep_draft = Button(theme, on_click=self._dont_delete)
        self.keep_draft.setObjectName("keep_draft")
        layout.addWidget(self.delete_now)
        layout.addWidget(self.keep_draft)
        return page

    def _button(self, name: str, kind: str, signal: Signal, icon_name: str = "") -> Button:
        button = Button(self._theme, kind=kind, icon_name=icon_name, on_click=signal.emit)
        button.setObjectName(name)
        return button

    def show_sums(self, sums: Sums, checking: Checking | None, saving: int | None) -> None:
        """What will be sent; while the computer is checked or the report is saved, how far that is."""
        self._sums, self._checking, self._saving = sums, checking, saving
        if saving is not None:
            self.progress.show_progress(saving)
        elif checking is not None and not self._reviewing:
            self.progress.show_progress(checking.done, checking.total)
        else:
            self.progress.show_progress(None)
        self._say()

    def show_obstacle(self, obstacle: str) -> None:
        """Why *Send* can't be pressed yet, "" when it can."""
        if obstacle != self._obstacle:
            self._obstacle = obstacle
            self._say()

    def show_kept(self, *, kept: bool) -> None:
        """Whether the draft has been saved since the last change."""
        if kept != self._kept:
            self._kept = kept
            self._say()

    def show_reviewing(self, *, reviewing: bool) -> None:
        """The buttons of the review page or of the fields."""
        self._reviewing = reviewing
        self._dont_delete()
        for button in (self.review_button, self.close_button, self.delete_button):
            button.setVisible(not reviewing)
        self.back_button.setVisible(reviewing)
        self.show_sums(self._sums, self._checking, self._saving)

    def _ask(self) -> None:
        self._pages.setCurrentIndex(1)
        self.keep_draft.setFocus(Qt.FocusReason.TabFocusReason)

    def _dont_delete(self) -> None:
        asked = self._pages.currentIndex() == 1
        self._pages.setCurrentIndex(0)
        if asked:
            self.delete_button.setFocus(Qt.FocusReason.TabFocusReason)

    def asking(self) -> bool:
        """Whether the question before deleting is shown."""
        return self._pages.currentIndex() == 1

    def stop_asking(self) -> None:
        """Back from the question, nothing deleted."""
        self._dont_delete()

    def _say(self) -> None:
        sums, checking = self._said_sums(), self._checking
        title, line = self.tr("To be sent"), sums
        if checking is not None and not self._reviewing:
            title = self.tr("To be sent: {sums}").format(sums=sums)
            line = self.tr("Checking this computer: {done} of {total}").format(
                done=words.number(checking.done), total=words.number(checking.total)
            )
        self._title.setText(title)
        self._line.setText(line)
        busy = self._saving is not None
        status = self.tr("Saving: {percent}%").format(percent=words.number(self._saving)) if busy else self._obstacle
        if not status and self._kept and not self._reviewing:
            status = self.tr("Draft kept.")
        self._status.setText(status)
        self._status.setVisible(bool(status))
        self.send_button.setEnabled(not self._obstacle and not busy)
        self.send_button.setAccessibleDescription(self._obstacle)
        self.delete_button.setEnabled(not busy)
        self._turn()

    def _said_sums(self) -> str:
        """Such as "2 pictures, 1 file, 41 details, 1.4 MB"; nothing that is none."""
        sums = self._sums
        parts = [self.tr("%n picture(s)", "", sums.pictures)] if sums.pictures else []
        parts += [self.tr("%n file(s)", "", sums.files)] if sums.files else []
        parts += [self.tr("%n detail(s)", "", sums.facts)] if sums.facts else []
        if not parts:
            return self.tr("only your text")
        return words.listed([*parts, words.size(sums.size_bytes)])

    def _turn(self) -> None:
        """Two lines where one is too narrow."""
        margins = self._theme.px(24) * 2 + self._theme.px(16)
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + margins
        narrow = needed > self.width()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._bar.direction() is not direction:
            self._bar.setDirection(direction)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def retranslate(self) -> None:
        self.review_button.setText(self.tr("&Review"))
        self.close_button.setText(self.tr("Close"))
        self.back_button.setText(self.tr("Back"))
        self.send_button.setText(self.tr("&Send"))
        for say in (self.delete_button.setToolTip, self.delete_button.setAccessibleName):
            say(self.tr("Delete draft"))
        self._question.setText(self.tr("Delete this draft?"))
        self.delete_now.setText(self.tr("Delete"))
        self.keep_draft.setText(self.tr("Keep draft"))
        self._say()
