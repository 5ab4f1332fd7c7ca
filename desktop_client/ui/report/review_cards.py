"""The cards of Review: words, pictures and files, each with what it weighs, and a box for what may stay here."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from contract.tickets import Impact, Urgency
from desktop_client.screens.report import ReportWords
from desktop_client.screens.review import ReviewItem, ReviewView
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Check
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.kept_focus import kept_focus
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied, frame
from desktop_client.ui.parts.picture_loader import LoadPicture
from desktop_client.ui.parts.pictures import Shot
from desktop_client.ui.parts.worded import Worded

SHOT = 168


class WordsCard(Worded):
    """What the person wrote; it always goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: tuple[ReportWords, str] | None = None
        whole = box(theme, self)
        card, inside = frame(theme, "card", spacing=6)
        head = box(theme, spacing=8, across=True)
        head.addWidget(IconLabel(theme, "message", "muted", 20))
        self._heading = Text(theme, tier="label")
        self._weight = Text(theme, tier="small", ink="muted")
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._weight)
        inside.addLayout(head)
        self._subject = Text(theme, tier="label", wrap=True, selectable=True)
        self._details = Text(theme, wrap=True, selectable=True)
        self._line = Text(theme, tier="small", ink="muted", wrap=True)
        self._reach = Text(theme, tier="small", ink="muted", wrap=True)
        for name, label in (("subject", self._subject), ("details", self._details), ("line", self._line), ("reach", self._reach)):
            label.setObjectName(f"review_{name}")
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            inside.addWidget(label)
        whole.addWidget(card)
        self.retranslate()

    def show_words(self, said: ReportWords, topic: str) -> None:
        """The words as they are now, and the topic's name ("" if none was chosen)."""
        self._shown = (said, topic)
        weight = sum(len(text.encode("utf-8", "replace")) for text in (said.subject, said.details, said.telephone, said.place))
        self._weight.setText(self.tr("{size}, always sent").format(size=words.size(weight)))
        self._subject.setText(said.subject)
        self._details.setText(said.details)
        self._details.setVisible(bool(said.details))
        self._line.setText(" · ".join(part for part in (topic, self._impact(said.impact), self._urgency(said.urgency)) if part))
        reach = [self.tr("Telephone: {telephone}").format(telephone=said.telephone)] if said.telephone else []
        reach += [self.tr("Place: {place}").format(place=said.place)] if said.place else []
        self._reach.setText(" · ".join(reach))
        self._reach.setVisible(bool(reach))

    def _impact(self, impact: Impact) -> str:
        said = {
            Impact.ME: self.tr("only me"),
            Impact.SOME: self.tr("some colleagues"),
            Impact.TEAM: self.tr("my whole team"),
            Impact.COMPANY: self.tr("the whole company"),
        }
        return said[impact]

    def _urgency(self, urgency: Urgency) -> str:
        said = {
            Urgency.STOPPED: self.tr("work has stopped"),
            Urgency.HARD: self.tr("with difficulty"),
            Urgency.WORKAROUND: self.tr("in another way for now"),
            Urgency.WAIT: self.tr("can wait"),
        }
        return said[urgency]

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Words"))
        if self._shown is not None:
            self.show_words(*self._shown)


class ItemsCard(Worded):
    """A section with a box for the whole and one for each item; hidden while there is none."""

    def __init__(self, theme: Theme, include: Callable[[str, bool], object]) -> None:
        super().__init__()
        self.theme, self._include = theme, include
        self.items: tuple[ReviewItem, ...] = ()
        self._built: object = None
        self._boxes: dict[str, Check] = {}
        self._notes: dict[str, Text] = {}
        whole = box(theme, self)
        card, inside = frame(theme, "card", margins=16, spacing=8)
        head = box(theme, spacing=8, across=True)
        self.box = Check(theme, tier="label")
        self.box.clicked.connect(self._all)
        self.sum = Text(theme, tier="small", ink="muted")
        head.addWidget(self.box)
        head.addStretch(1)
        head.addWidget(self.sum)
        inside.addLayout(head)
        self.body = QWidget()
        inside.addWidget(self.body)
        whole.addWidget(card)

    def build(self) -> None:
        """Makes the rows for `items`; each row's box comes from `item_box`."""

    def item_box(self, item: ReviewItem, name: str) -> Check:
        """The box of an item."""
        check = Check(self.theme, name)
        check.setObjectName(f"include_{item.id}")
        check.clicked.connect(lambda on: self._include(item.id, on))
        self._boxes[item.id] = check
        return check

    def item_note(self, item: ReviewItem) -> Text:
        """The small words of an item: what it weighs, or that it stays."""
        note = Text(self.theme, tier="small", ink="muted")
        self._notes[item.id] = note
        return note

    def about(self, item: ReviewItem) -> str:
        """What the small words say of an item that goes."""
        return words.size(item.size_bytes)

    def show_items(self, items: tuple[ReviewItem, ...]) -> None:
        """The items as they are now."""
        self.setVisible(bool(items))
        self.items = items
        rows = ([(item.id, item.name) for item in items], words.language())
        if rows != self._built:
            self._built = rows
            self._boxes, self._notes = {}, {}
            with kept_focus(self):
                self.build()
        for item in items:
            self._boxes[item.id].setChecked(item.included)
            self._notes[item.id].setText(self.about(item) if item.included else self.tr("Stays here"))
        going = [item for item in items if item.included]
        state = Qt.CheckState.Checked if going else Qt.CheckState.Unchecked
        self.box.setCheckState(state if len(going) in {0, len(items)} else Qt.CheckState.PartiallyChecked)
        size = words.size(sum(item.size_bytes for item in going))
        counted = words.number(len(items))
        if len(going) < len(items):
            counted = self.tr("{n} of {total}").format(n=words.number(len(going)), total=counted)
        self.sum.setText(words.listed([counted, size]) if going else self.tr("Stays here"))

    def _all(self) -> None:
        on = self.box.checkState() is Qt.CheckState.Checked
        for item in self.items:
            if item.included != on:
                self._include(item.id, on)

    def retranslate(self) -> None:
        if self.items:
            self.show_items(self.items)


class PicturesCard(ItemsCard):
    """Screenshots, side by side."""

    def __init__(self, theme: Theme, load: LoadPicture, include: Callable[[str, bool], object]) -> None:
        super().__init__(theme, include)
        self._load = load
        self._shots: dict[str, Shot] = {}
        self._flow = FlowLayout(self.body, gap=theme.px(16), line_gap=theme.px(12))
        self.box.setObjectName("include_pictures")
        self.retranslate()

    def build(self) -> None:
        emptied(self._flow)
        self._shots = {}
        for item in self.items:
            cell = QWidget()
            column = box(self.theme, cell, spacing=4)
            shot = Shot(self.theme, self._load, SHOT, 120)
            shot.setFixedWidth(self.theme.px(SHOT))
            self._shots[item.id] = shot
            column.addWidget(shot)
            column.addWidget(self.item_box(item, self.tr("Screen {n}").format(n=words.number(item.screen))))
            column.addWidget(self.item_note(item))
            self._flow.addWidget(cell)

    def about(self, item: ReviewItem) -> str:
        return f"{item.width} × {item.height}, {words.size(item.size_bytes)}"

    def show_items(self, items: tuple[ReviewItem, ...]) -> None:
        super().show_items(items)
        for item in items:
            name = self.tr("Screen {n}").format(n=words.number(item.screen))
            self._shots[item.id].show_picture(item.file, QSize(item.width, item.height), included=item.included, name=name)

    def retranslate(self) -> None:
        self.box.setText(self.tr("Pictures"))
        super().retranslate()


class FilesCard(ItemsCard):
    """Files, one a row, each with a button that opens it."""

    def __init__(self, theme: Theme, include: Callable[[str, bool], object], open_item: Callable[[str], object]) -> None:
        super().__init__(theme, include)
        self._open = open_item
        self._rows = box(theme, self.body, spacing=0)
        self.box.setObjectName("include_files")
        self.retranslate()

    def build(self) -> None:
        emptied(self._rows)
        for item in self.items:
            self._rows.addWidget(self._row(item))

    def _row(self, item: ReviewItem) -> QFrame:
        row, inside = frame(self.theme, "row", margins=0, spacing=8, across=True)
        inside.addWidget(self.item_box(item, item.name.replace("&", "&&")), 1)
        inside.addWidget(self.item_note(item))
        look = Button(self.theme, kind="icon", icon_name="eye", on_click=lambda: self._open(item.id))
        look.setObjectName(f"open_{item.id}")
        says = self.tr("Open {file}").format(file=item.name)
        look.setToolTip(says)
        look.setAccessibleName(says)
        inside.addWidget(look)
        return row

    def retranslate(self) -> None:
        self.box.setText(self.tr("Files"))
        super().retranslate()


class Identity(Worded):
    """Who the report comes from and goes to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: ReviewView | None = None
        layout = box(theme, self, spacing=10, across=True)
        layout.addWidget(IconLabel(theme, "user", "muted", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        said = box(theme, spacing=0)
        self._from = Text(theme, tier="label")
        self._to = Text(theme, tier="small", ink="muted")
        self._from.setObjectName("from")
        said.addWidget(self._from)
        said.addWidget(self._to)
        layout.addLayout(said)

    def show_view(self, view: ReviewView) -> None:
        """Person, computer and help desk."""
        self._view = view
        self._from.setText(self.tr("From {name}, computer {computer}").format(name=view.person, computer=view.computer))
        if view.company:
            self._to.setText(self.tr("To {desk} of {company}").format(desk=words.desk(view.help_desk), company=view.company))
        else:
            self._to.setText(self.tr("To {desk}").format(desk=words.desk(view.help_desk)))

    def retranslate(self) -> None:
        if self._view is not None:
            self.show_view(self._view)
