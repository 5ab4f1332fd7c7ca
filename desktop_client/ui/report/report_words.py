"""The right side of the report window: what is wrong, how bad it is, and how the person can be reached."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from contract.tickets import Impact, Urgency
from desktop_client.screens.report import ReportView, ReportWords, Topic
from desktop_client.ui.look.theme import Theme, repolish
from desktop_client.ui.parts.choices import Choice, RadioGroup
from desktop_client.ui.parts.icon_field import IconField
from desktop_client.ui.parts.parts import IconLabel, Text, box
from desktop_client.ui.parts.pasted import DetailsField, Pasted, PasteWatch
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.report.suggestions import Suggestions

GAP = 12


class FieldError(QWidget):
    """What is wrong with the field above it; hidden while nothing is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        layout = box(theme, self, spacing=6, across=True)
        layout.addWidget(IconLabel(theme, "alert-circle", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Text(theme, ink="danger", wrap=True)
        layout.addWidget(self.words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Shows the text, hides for ""."""
        self.words.setText(text)
        self.setVisible(bool(text))


class SubjectField(QLineEdit):
    """One line; Down goes to what may help, where there is something."""

    def __init__(self, on_down: Callable[[], object]) -> None:
        super().__init__()
        self._on_down = on_down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._on_down()
        else:
            super().keyPressEvent(event)


class ReportWordsColumn(Worded):
    """The fields. `on_change` is called at every change by the person, never when a view is shown."""

    def __init__(
        self, theme: Theme, pasted: Pasted, on_change: Callable[[], object], open_article: Callable[[str], object] = lambda _article: None
    ) -> None:
        super().__init__()
        self._theme, self._on_change = theme, on_change
        self._showing = False
        self._topics: tuple[Topic, ...] = ()
        self._labels = {
            name: Text(theme, tier="label", wrap=True) for name in ("subject", "details", "impact", "urgency", "category", "reach")
        }
        self.suggestions = Suggestions(theme, open_article, self)
        self.subject = SubjectField(self.suggestions.focus_first)
        self.details = DetailsField(theme, pasted)
        self.impact = RadioGroup(theme, [impact.value for impact in Impact], lambda _key: self._changed())
        self.urgency = RadioGroup(theme, [urgency.value for urgency in Urgency], lambda _key: self._changed())
        self.category = Choice(theme)
        self.telephone, self.place = IconField(theme, "phone"), IconField(theme, "map-pin")
        self._errors = {name: FieldError(theme) for name in ("subject", "details", "category", "telephone", "place")}
        self._fields = {
            "subject": self.subject,
            "details": self.details,
            "category": self.category,
            "telephone": self.telephone,
            "place": self.place,
        }
        for name, field in {**self._fields, "impact": self.impact, "urgency": self.urgency}.items():
            field.setObjectName(name)
            if name in self._labels:
                self._labels[name].setBuddy(field)
        self._watch = [PasteWatch(field, pasted) for field in (self.subject, self.telephone, self.place)]
        self.subject.textEdited.connect(lambda _text: self._changed())
        self.details.textChanged.connect(self._changed)
        self.category.currentIndexChanged.connect(lambda _index: self._changed())
        for field in (self.telephone, self.place):
            field.textEdited.connect(lambda _text: self._changed())
        self._build()
        self.suggestions.follow(self.subject)
        self.retranslate()

    def _build(self) -> None:
        theme = self._theme
        whole = box(theme, self, spacing=GAP)
        whole.addLayout(self._under("subject", self.subject))
        whole.addWidget(self.suggestions)
        details = self._under("details", self.details)
        whole.addLayout(details, 1)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._under("impact", self.impact), 0, 0)
        grid.addLayout(self._under("urgency", self.urgency), 0, 1)
        for column, name, field in ((0, "category", self.category), (1, "reach", self._reach())):
            # A label may need two lines in one language; the fields stay side by side.
            self._labels[name].setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(self._labels[name], 2, column)
            grid.addWidget(field, 3, column)
        errors = box(theme, spacing=4)
        errors.addWidget(self._errors["telephone"])
        errors.addWidget(self._errors["place"])
        grid.addWidget(self._errors["category"], 4, 0)
        grid.addLayout(errors, 4, 1)
        grid.setRowMinimumHeight(1, theme.px(GAP - 8))
        whole.addLayout(grid)
        self.category.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.category.setMinimumContentsLength(12)
        for field in (self.category, self.telephone, self.place):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(theme.px(60))

    def _under(self, name: str, field: QWidget) -> object:
        layout = box(self._theme, spacing=4)
        layout.addWidget(self._labels[name])
        layout.addWidget(field, 1 if name == "details" else 0)
        if name in self._errors:
            layout.addWidget(self._errors[name])
        if name != "details":
            layout.addStretch(1)
        return layout

    def _reach(self) -> QWidget:
        pair = QWidget()
        row = box(self._theme, pair, spacing=8, across=True)
        row.addWidget(self.telephone, 1)
        row.addWidget(self.place, 1)
        return pair

    def retranslate(self) -> None:
        self._labels["subject"].setText(self.tr("&What's wrong?"))
        self._labels["details"].setText(self.tr("&Details (optional)"))
        self._labels["impact"].setText(self.tr("Who is &affected?"))
        self._labels["urgency"].setText(self.tr("&Can you still work?"))
        self._labels["category"].setText(self.tr("What is it a&bout?"))
        self._labels["reach"].setText(self.tr("Where can you be reached? (optional)"))
        self.subject.setPlaceholderText(self.tr("In a few words, such as: Can't print from Excel"))
        self.details.setPlaceholderText(self.tr("What did you do, and what did you see? Never write a password here."))
        self.telephone.setPlaceholderText(self.tr("Telephone"))
        self.place.setPlaceholderText(self.tr("Place"))
        for name, label in self._labels.items():
            if name != "reach":
                getattr(self, name).setAccessibleName(label.text().replace("&", ""))
        self.telephone.setAccessibleName(self.tr("Telephone"))
        self.place.setAccessibleName(self.tr("Place"))
        self._name_choices()
        if self.category.count():
            self.category.setItemText(0, self.tr("Not sure"))

    def _name_choices(self) -> None:
        for key, text in (
            (Impact.ME, self.tr("Only me")),
            (Impact.SOME, self.tr("Some colleagues")),
            (Impact.TEAM, self.tr("My whole team")),
            (Impact.COMPANY, self.tr("The whole company")),
        ):
            self.impact.name(key, text)
        for key, text in (
            (Urgency.STOPPED, self.tr("No, my work has stopped")),
            (Urgency.HARD, self.tr("Yes, but with difficulty")),
            (Urgency.WORKAROUND, self.tr("Yes, in another way for now")),
            (Urgency.WAIT, self.tr("Yes, this can wait")),
        ):
            self.urgency.name(key, text)

    def show_words(self, words: ReportWords) -> None:
        """Fills the fields."""
        self._showing = True
        self.subject.setText(words.subject)
        self.subject.setCursorPosition(0)
        self.details.setPlainText(words.details)
        self.impact.choose(words.impact.value)
        self.urgency.choose(words.urgency.value)
        self.telephone.setText(words.telephone)
        self.place.setText(words.place)
        self._choose_topic(words.category)
        self._showing = False

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """The topics to choose from, after "Not sure"; what was chosen stays."""
        if topics == self._topics:
            return
        chosen = self.category.currentData() or ""
        self._showing = True
        self._topics = topics
        self.category.clear()
        self.category.addItem(self.tr("Not sure"), "")
        for topic in topics:
            self.category.addItem(topic.name, topic.key)
        self._choose_topic(chosen)
        self._showing = False

    def _choose_topic(self, key: str) -> None:
        if self.category.findData(key) < 0:
            # A topic that the backend no longer has stays readable until another is chosen.
            self.category.addItem(key, key)
        self.category.setCurrentIndex(self.category.findData(key))

    def words(self) -> ReportWords:
        """What stands in the fields now."""
        return ReportWords(
            subject=self.subject.text(),
            details=self.details.toPlainText(),
            category=self.category.currentData() or "",
            impact=Impact(self.impact.chosen() or Impact.ME),
            urgency=Urgency(self.urgency.chosen() or Urgency.HARD),
            telephone=self.telephone.text(),
            place=self.place.text(),
        )

    def mark_wrong(self, errors: dict[str, str]) -> None:
        """Marks these fields, by name, with what is wrong; every other field is right."""
        for name, field in self._fields.items():
            text = errors.get(name, "")
            self._errors[name].say(text)
            field.setAccessibleDescription(text)
            if bool(field.property("wrong")) != bool(text):
                field.setProperty("wrong", bool(text))
                repolish(field)

    def focus_field(self, name: str) -> None:
        """Focus to a field by name."""
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def topic_is_known(self, view: ReportView) -> bool:
        """Whether the chosen topic is one that the backend has ("Not sure" is)."""
        return (self.category.currentData() or "") in {"", *(topic.key for topic in view.topics)}

    def _changed(self) -> None:
        if not self._showing:
            self._on_change()
