"""The conversation's pieces: a bubble with words and files, a small line between bubbles, and the line above what is new."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from contract.tickets import Action
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.screens.article_links import article_links
from desktop_client.screens.desk import Desk
from desktop_client.screens.tickets import Bubble, File, Line, LineKind
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.message_text import MessageText
from desktop_client.ui.parts.parts import IconLabel, Text, box
from desktop_client.ui.tickets.linked_text import LinkedText
from desktop_client.ui.words import clock_time, say, size, translate, when

WIDEST = 380
PADDING = 12
CORNER = 8


def answer_words(action: Action) -> str:
    """What a click says when it carries no words."""
    if action is Action.RESOLVE:
        return translate("Conversation", "It works again")
    return translate("Conversation", "Still broken")


class FileChip(QFrame):
    """An attachment by name and size."""

    def __init__(self, theme: Theme, file: File) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = Text(theme, file.name)
        row = box(theme, self, margins=(8, 4, 8, 4), spacing=6, across=True)
        row.addWidget(IconLabel(theme, "photo" if file.picture else "file-text", "muted", 16))
        row.addWidget(self._name)
        row.addWidget(Text(theme, size(file.size_bytes), "small", "muted"))
        self.setAccessibleName(f"{file.name}, {size(file.size_bytes)}")

    def fit(self, widest: int) -> None:
        """Shortens a long name in its middle, so that the ending stays readable; the whole name is the tool tip."""
        over = self.sizeHint().width() - widest
        if over > 0:
            whole = self._name.text()
            metrics = self._name.fontMetrics()
            shorter = metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, metrics.horizontalAdvance(whole) - over)
            self._name.setText(shorter)
            self.setToolTip(whole)


class BubbleWidget(QWidget):
    """A message. Mine stands right and coloured, theirs left and grey."""

    def __init__(self, theme: Theme, bubble: Bubble, desk: Desk, open_article: Callable[[str], object] = lambda _article: None) -> None:
        """`open_article` gets an article that the message names."""
        super().__init__()
        self._theme, self._bubble, self._desk = theme, bubble, desk
        side = Qt.AlignmentFlag.AlignRight if bubble.mine else Qt.AlignmentFlag.AlignLeft
        column = box(theme, self, spacing=4)
        name = translate("Conversation", "You") if bubble.mine else bubble.name
        if bubble.head:
            head = Text(theme, f"{name} · {when(bubble.at)}", "small", "muted", wrap=True)
            head.setObjectName("bubble_fit")
            column.addWidget(head, 0, side)
        self._ground = Ground(theme, "accent_soft" if bubble.mine else "hover")
        self._inside = box(theme, self._ground, margins=(PADDING, 8, PADDING, 8), spacing=8)
        words = bubble.text.strip("\n") or (answer_words(bubble.action) if bubble.action else "")
        wish = translate("Conversation", "Asks for remote help") if bubble.wants_help else ""
        self._wish = WishLine(theme, wish) if wish else None
        if self._wish is not None:
            self._inside.addWidget(self._wish)
        self._text = self._words(words, open_article) if words else None
        if self._text is not None:
            self._text.setObjectName(f"message_{bubble.id}")
            self._inside.addWidget(self._text)
        self._files: list[FileChip] = []
        if bubble.files:
            self._flow = FlowLayout(gap=theme.px(8))
            for file in bubble.files:
                chip = FileChip(theme, file)
                self._files.append(chip)
                self._flow.addWidget(chip)
            self._inside.addLayout(self._flow)
        column.addWidget(self._ground, 0, side)
        self._add_state(column, side)
        spoken = [name, when(bubble.at), wish, words, *(chip.accessibleName() for chip in self._files)]
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def _words(self, words: str, open_article: Callable[[str], object]) -> MessageText:
        return LinkedText(self._theme, words, open_article) if article_links(words) else MessageText(self._theme, words)

    def fit(self, room: int) -> None:
        """Lays the bubble out for a conversation of that width in pixels."""
        widest = min(self._theme.px(WIDEST), room) - 2 * self._theme.px(PADDING)
        if self._text is not None:
            self._text.fit(widest)
        if self._files:
            for chip in self._files:
                chip.fit(widest)
            wide = max(sum(chip.sizeHint().width() + self._theme.px(8) for chip in self._files), self._text.width() if self._text else 0)
            wish = self._wish.sizeHint() if self._wish is not None else QSize()
            wide = min(widest, max(wide, wish.width()))
            self._ground.setFixedWidth(wide + 2 * self._theme.px(PADDING))
            text = self._text.height() + self._theme.px(8) if self._text is not None else 0
            text += wish.height() + self._theme.px(8) if wish.isValid() else 0
            self._ground.setFixedHeight(text + self._flow.heightForWidth(wide) + 2 * self._theme.px(8))
        for label in self.findChildren(Text, "bubble_fit"):
            # A wrapped label with an alignment gets no height for its width from the layout.
            label.ensurePolished()
            wide = min(label.fontMetrics().horizontalAdvance(label.text()) + 2, min(self._theme.px(WIDEST), room) - self._theme.px(20))
            label.setFixedSize(wide, label.heightForWidth(wide))

    def _add_state(self, column: QBoxLayout, side: Qt.AlignmentFlag) -> None:
        bubble = self._bubble
        if bubble.held is None and not bubble.received:
            return
        icon, ink, text = self._state()
        row = box(self._theme, spacing=4, across=True)
        row.addWidget(IconLabel(self._theme, icon, ink, 14), 0, Qt.AlignmentFlag.AlignTop)
        says = Text(self._theme, text, "small", ink, wrap=True)
        says.setObjectName("bubble_fit")
        row.addWidget(says)
        holder = QWidget()
        holder.setLayout(row)
        column.addWidget(holder, 0, side)

    def _state(self) -> tuple[str, str, str]:
        """Icon, ink and words below the bubble."""
        held = self._bubble.held
        if held is None:
            return "check", "muted", translate("Conversation", "Received {time}").format(time=clock_time(self._bubble.at))
        if held.state is DeliveryState.SENDING:
            return "cloud-up", "muted", translate("Conversation", "Sending")
        if held.state is DeliveryState.REFUSED:
            said = say(held.reason, help_desk=self._desk.help_desk, company=self._desk.company).title if held.reason else ""
            return "alert-circle", "danger", said or translate("TicketWords", "Needs your attention")
        parts = [translate("TicketWords", "Waiting to send")]
        if held.next_try is not None:
            parts.append(translate("TicketWords", "next try {when}").format(when=when(held.next_try)))
        return "clock", "warning", ", ".join(parts)


class WishLine(QWidget):
    """What a message asks for, above its words."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        row = box(theme, self, spacing=6, across=True)
        row.addWidget(IconLabel(theme, "screen-share", "accent_text", 16))
        row.addWidget(Text(theme, words, "label"))
        row.addStretch(1)


class Ground(QFrame):
    """A rounded ground in a token's colour."""

    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme, self._token = theme, token

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("text") if self._theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._token))
        corner = self._theme.px(CORNER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


class StateLine(Text):
    """What happened between two messages, small and in the middle."""

    def __init__(self, theme: Theme, line: Line) -> None:
        super().__init__(theme, self._words(line), "small", "muted", wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    @staticmethod
    def _words(line: Line) -> str:
        at = when(line.at) if line.at else ""
        if line.kind is LineKind.SOLVED:
            said = (
                translate("Conversation", "{name} solved this").format(name=line.name)
                if line.name
                else translate("Conversation", "You said: it works again")
            )
        else:
            said = (
                translate("Conversation", "{name} opened it again").format(name=line.name)
                if line.name
                else translate("Conversation", "You said: still broken")
            )
        return f"{said} · {at}" if at else said


class NewLine(QWidget):
    """How many messages below it are new."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._text = translate("Conversation", "%n new", "", count)
        self.setFont(theme.font("small_label"))
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + self._theme.px(48), metrics.height() + self._theme.px(4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(self._theme.font("small_label"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.fontMetrics().horizontalAdvance(self._text)
        left, right = (self.width() - wide) // 2 - self._theme.px(10), (self.width() + wide) // 2 + self._theme.px(10)
        middle = self.height() // 2
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(0, middle, left, middle)
        painter.drawLine(right, middle, self.width(), middle)
        painter.setPen(self._theme.colour("accent_text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
