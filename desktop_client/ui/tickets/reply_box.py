"""Where a reply is written: words that grow downward, files by button, paste and drop, and the one filled button."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop_client.screens.assist_lines import Wish
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box
from desktop_client.ui.parts.picture_loader import png
from desktop_client.ui.parts.worded import Worded

MOST_LINES = 6
NAME_WIDEST = 220


@dataclass(frozen=True)
class ReplyItem:
    """Something that goes along: a file of the person's, or a pasted picture that is not encoded yet."""

    name: str
    path: Path | None = None
    picture: QImage | None = None

    def png(self) -> bytes:
        """The pasted picture as PNG; slow, to be called beside Qt's thread."""
        return png(self.picture or QImage())


@dataclass(frozen=True)
class ReplyDraft:
    """A reply while it is written."""

    text: str = ""
    items: tuple[ReplyItem, ...] = ()


class ReplyEdit(QPlainTextEdit):
    """The words. Pictures and files that are pasted or dropped here go along with the reply."""

    def __init__(self, theme: Theme, take: Callable[[QMimeData], bool]) -> None:
        super().__init__()
        self._theme, self._take = theme, take
        self.setObjectName("reply_text")
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        return QSize(self._theme.px(200), lines * line + 2 * self._theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.fontMetrics().lineSpacing() + 2 * self._theme.px(4))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self._take(source):
            super().insertFromMimeData(source)


class AskedForHelp(QWidget):
    """In the place of the button, until somebody has answered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("asked_for_remote_help")
        row = box(theme, self, margins=(10, 0, 0, 4), spacing=6, across=True)
        row.addWidget(IconLabel(theme, "check", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(theme, tier="small", ink="muted", wrap=True)
        row.addWidget(self._words, 1)

    def say(self, words: str) -> None:
        """The words."""
        self._words.setText(words)


class ReplyBox(Worded):
    """The whole box. `on_send` gets the draft, `on_ask_help` the same where it asks for remote help besides; `on_change` is called after
    every change by the person.
    """

    def __init__(
        self,
        theme: Theme,
        on_send: Callable[[ReplyDraft], object],
        on_change: Callable[[ReplyDraft], object],
        on_ask_help: Callable[[ReplyDraft], object] = lambda _draft: None,
    ) -> None:
        super().__init__()
        self._theme, self._on_send, self._on_change, self._on_ask_help = theme, on_send, on_change, on_ask_help
        self._wish = Wish.NONE
        self._items: tuple[ReplyItem, ...] = ()
        self._busy = False
        self._may_be_empty = False
        self._quiet = False
        self.setObjectName("reply_box")
        self.setAcceptDrops(True)
        column = box(theme, self, margins=(12, 8, 8, 8), spacing=6)
        self._edit = ReplyEdit(theme, self._take)
        self._edit.textChanged.connect(self._changed)
        column.addWidget(self._edit)
        self._chips = FlowLayout(gap=theme.px(6))
        self._chip_holder = QWidget()
        self._chip_holder.setLayout(self._chips)
        self._chip_holder.hide()
        column.addWidget(self._chip_holder)
        column.addLayout(self._tools())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.send)
        self._edit.installEventFilter(self)
        self.retranslate()
        self._show_state()

    def show_draft(self, draft: ReplyDraft) -> None:
        """Another draft, without telling anybody."""
        self._quiet = True
        if draft.text != self._edit.toPlainText():
            self._edit.setPlainText(draft.text)
        self._items = draft.items
        self._quiet = False
        self._show_items()

    def draft(self) -> ReplyDraft:
        """What is written now."""
        return ReplyDraft(self._edit.toPlainText(), self._items)

    def show_wish(self, wish: Wish) -> None:
        """Whether remote help can be asked for."""
        self._wish = wish
        self._show_state()

    def set_busy(self, *, busy: bool) -> None:
        """While the reply is being saved, it can't be changed or sent again."""
        self._busy = busy
        self._edit.setReadOnly(busy)
        self._show_state()

    def set_may_be_empty(self, *, may: bool) -> None:
        """Whether it may be sent without words: when it also opens the ticket again."""
        self._may_be_empty = may
        self._show_state()

    def focus(self) -> None:
        """The keyboard goes to the words."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """As the button: hands the draft over if there is anything in it."""
        if self._send.isEnabled():
            self._on_send(self.draft())

    def add_files(self, paths: list[Path]) -> None:
        """More files; the same one again is left out."""
        known = {item.path for item in self._items}
        self._add([ReplyItem(path.name or str(path), path=path) for path in paths if path not in known])

    def retranslate(self) -> None:
        self._edit.setPlaceholderText(self.tr("Write a reply"))
        self._edit.setAccessibleName(self.tr("Write a reply"))
        self._add_file.setText(self.tr("Add file…"))
        self._paste.setText(self.tr("Paste picture"))
        self._send.setText(self.tr("Send reply"))
        self._ask_help.setText(self.tr("Ask for remote help"))
        self._asked.say(self.tr("You asked for remote help"))
        self._show_items()

    def _tools(self) -> QBoxLayout:
        theme = self._theme
        self._add_file = Button(theme, "", "tool", "paperclip", self._choose_files)
        self._add_file.setObjectName("reply_add_file")
        self._paste = Button(theme, "", "tool", "clipboard", self._paste_picture)
        self._paste.setObjectName("reply_paste")
        self._send = Button(theme, "", "primary", "send", self.send)
        self._send.setObjectName("reply_send")
        self._no_picture = Text(theme, "", "small", "muted", wrap=True)
        self._no_picture.hide()
        tools = FlowLayout(gap=theme.px(4))
        tools.addWidget(self._add_file)
        tools.addWidget(self._paste)
        self._ask_help = Button(theme, "", "tool", "screen-share", lambda: self._on_ask_help(self.draft()))
        self._ask_help.setObjectName("ask_for_remote_help")
        tools.addWidget(self._ask_help)
        column = box(theme, spacing=4)
        row = box(theme, spacing=8, across=True)
        row.addLayout(tools, 1)
        row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self._no_picture)
        self._asked = AskedForHelp(theme)
        column.addWidget(self._asked)
        return column

    def _choose_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("Add files to the reply"))
        self.add_files([Path(name) for name in names])

    def _paste_picture(self) -> None:
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self._no_picture.setText(self.tr("There is no picture to paste. Copy one first."))
            self._no_picture.show()

    def _take(self, source: QMimeData) -> bool:
        """Takes pictures and files; False leaves what else there is (words) to the text."""
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
            return True
        if source.hasImage() and not source.hasText():
            image = QImage(source.imageData())
            if not image.isNull():
                number = 1 + sum(item.picture is not None for item in self._items)
                self._add([ReplyItem(self.tr("Picture {n}").format(n=number) + ".png", picture=image)])
                return True
        return False

    def _add(self, items: list[ReplyItem]) -> None:
        if items and not self._busy:
            self._items = (*self._items, *items)
            self._show_items()
            self._changed()

    def _remove(self, item: ReplyItem) -> None:
        self._items = tuple(kept for kept in self._items if kept is not item)
        self._show_items()
        self._changed()
        self.focus()

    def _show_items(self) -> None:
        with kept_focus(self):
            while (old := self._chips.takeAt(0)) is not None:
                old.widget().hide()
                old.widget().deleteLater()
            for number, item in enumerate(self._items):
                self._chips.addWidget(self._chip(number, item))
            order_tabs(self.window())
        self._chip_holder.setVisible(bool(self._items))
        self._fit_chips()
        self._show_state()

    def _chip(self, number: int, item: ReplyItem) -> QFrame:
        chip = QFrame()
        chip.setProperty("role", "card")
        row = box(self._theme, chip, margins=(8, 0, 0, 0), spacing=6, across=True)
        row.addWidget(IconLabel(self._theme, "photo" if item.picture is not None else "file-text", "muted", 16))
        name = Text(self._theme, item.name)
        name.setText(name.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideMiddle, self._theme.px(NAME_WIDEST)))
        chip.setToolTip(item.name)
        row.addWidget(name)
        away = Button(self._theme, "", "icon", "x", lambda: self._remove(item))
        away.setObjectName(f"reply_remove_{number}")
        away.setAccessibleName(self.tr("Leave out {name}").format(name=item.name))
        away.setToolTip(away.accessibleName())
        away.setFixedSize(self._theme.px(30), self._theme.px(30))
        row.addWidget(away)
        return chip

    def _changed(self) -> None:
        self._no_picture.hide()
        self._show_state()
        if not self._quiet:
            self._on_change(self.draft())

    def _show_state(self) -> None:
        anything = bool(self._edit.toPlainText().strip() or self._items)
        self._send.setEnabled((anything or self._may_be_empty) and not self._busy)
        for tool in (self._add_file, self._paste, self._ask_help):
            tool.setEnabled(not self._busy)
        self._ask_help.setVisible(self._wish is Wish.OFFERED)
        self._asked.setVisible(self._wish is Wish.ASKED)

    def _fit_chips(self) -> None:
        inner = self.width() - self._theme.px(20)
        self._chip_holder.setFixedHeight(self._chips.heightForWidth(max(inner, self._theme.px(120))) if self._items else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._edit and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._edit.hasFocus()
        thick = 2 if focused else 1
        painter.setPen(QPen(self._theme.colour("accent" if focused else "input"), thick))
        painter.setBrush(self._theme.colour("surface"))
        inset = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._theme.px(8), self._theme.px(8))
