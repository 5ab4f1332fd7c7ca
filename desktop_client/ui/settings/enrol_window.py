"""The first start: the address of the company's backend and a code register this computer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_client.screens.enrol import EnrolView
from desktop_client.ui import words
from desktop_client.ui.look.mark import app_mark
from desktop_client.ui.look.theme import Theme, repolish
from desktop_client.ui.parts.banner import Banner
from desktop_client.ui.parts.icon_field import IconField
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, line
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.window import Window
from desktop_client.ui.report.report_words import FieldError

WIDTH = 480
MARK = 56


@dataclass(frozen=True, kw_only=True)
class EnrolActions:
    """Functions of the window. `register` gets address and code as typed, and whether reports that wait may go to this backend too."""

    register: Callable[[str, str, bool], object]
    cancel: Callable[[], object]
    closed: Callable[[], object]


class EnrolWindow(Window):
    """Two fields, one button, three promises. While it registers, only *Cancel* can be pressed."""

    def __init__(self, theme: Theme, actions: EnrolActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view = EnrolView()
        self.banner = Banner(theme, self._register_anyway)
        self.address, self.code = IconField(theme, "world"), IconField(theme, "key")
        self.address.setObjectName("address")
        self.code.setObjectName("code")
        self._labels = {"address": Text(theme, tier="label"), "code": Text(theme, tier="label")}
        self._errors = {"address": FieldError(theme), "code": FieldError(theme)}
        self._fields = {"address": self.address, "code": self.code}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        content = QWidget()
        body = box(theme, content, margins=(40, 32, 40, 28), spacing=0)
        self._build_head(body)
        self._build_fields(body)
        body.addSpacing(theme.px(20))
        body.addWidget(line())
        body.addSpacing(theme.px(16))
        self._build_promises(body)
        body.addStretch(1)
        whole.addWidget(Scrolled(content), 1)
        for field in self._fields.values():
            field.textEdited.connect(lambda _text: self._judge())
        self._follow_look()
        self.retranslate()
        self.fit(WIDTH)
        self.address.setFocus()

    def _build_head(self, body: QBoxLayout) -> None:
        self._mark = QLabel()
        body.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(self.theme.px(14))
        self._title = Text(self.theme, tier="title", wrap=True)
        self._text = Text(self.theme, ink="muted", wrap=True)
        for label, gap in ((self._title, 6), (self._text, 20)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(label)
            body.addSpacing(self.theme.px(gap))

    def _build_fields(self, body: QBoxLayout) -> None:
        for name, field in self._fields.items():
            self._labels[name].setBuddy(field)
            under = box(self.theme, spacing=4)
            under.addWidget(self._labels[name])
            under.addWidget(field)
            under.addWidget(self._errors[name])
            body.addLayout(under)
            body.addSpacing(self.theme.px(14))
        self.register = Button(self.theme, kind="primary", on_click=lambda: self._register(elsewhere=False))
        self.register.setObjectName("register")
        self.register.setMinimumHeight(self.theme.px(48))
        self.cancel = Button(self.theme, on_click=self._actions.cancel)
        self.cancel.setObjectName("cancel")
        self.cancel.setMinimumHeight(self.theme.px(48))
        row = box(self.theme, spacing=12, across=True)
        row.addWidget(self.register, 1)
        row.addWidget(self.cancel)
        body.addLayout(row)

    def _build_promises(self, body: QBoxLayout) -> None:
        self._promises: list[tuple[Text, Text]] = []
        for name in ("camera", "eye", "lock"):
            row = box(self.theme, spacing=14, across=True)
            row.addWidget(IconLabel(self.theme, name, "accent_text", 20), 0, Qt.AlignmentFlag.AlignTop)
            said = box(self.theme, spacing=1)
            title, text = Text(self.theme, tier="label", wrap=True), Text(self.theme, tier="small", ink="muted", wrap=True)
            said.addWidget(title)
            said.addWidget(text)
            self._promises.append((title, text))
            row.addLayout(said, 1)
            holder = QWidget()
            holder.setLayout(row)
            row.setContentsMargins(0, 0, 0, self.theme.px(10))
            body.addWidget(holder)

    def show_view(self, view: EnrolView) -> None:
        """What came of it so far; what is typed stays."""
        before, self._view = self._view, view
        if view.address and view.address != before.address:
            self.address.setText(view.address)
        if view.code and view.code != before.code:
            self.code.setText(view.code)
        for widget in (*self._fields.values(), self.register):
            widget.setEnabled(not view.busy)
        self.cancel.setVisible(view.busy)
        self._name_button()
        self._say_problem()
        if view.busy:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before.busy or view.problem != before.problem:
            (self._fields.get(view.wrong_field) or self.register).setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()
        self.fit(WIDTH)

    def _say_problem(self) -> None:
        view = self._view
        self.banner.say("", "")
        wrong = {"address": "", "code": ""}
        if view.waiting:
            title = self.tr("%n report(s) still waiting for the backend before", "", view.waiting)
            text = self.tr("They can go to this one instead, if it is the right place for them.")
            self.banner.say(f"{title}.", text, button=self.tr("Register and send them"), tone="warning")
        elif view.problem is not None:
            sentence = words.say(view.problem, help_desk=view.help_desk, company=view.company)
            if view.wrong_field:
                wrong[view.wrong_field] = sentence.whole()
            else:
                self.banner.say(f"{sentence.title}.", sentence.text)
        for name, text in wrong.items():
            self._mark_wrong(name, text)

    def _mark_wrong(self, name: str, text: str) -> None:
        field = self._fields[name]
        self._errors[name].say(text)
        field.setAccessibleDescription(text)
        if bool(field.property("wrong")) != bool(text):
            field.setProperty("wrong", bool(text))
            repolish(field)

    def _judge(self) -> None:
        filled = bool(self.address.text().strip() and self.code.text().strip())
        self.register.setEnabled(filled and not self._view.busy)
        for name, field in self._fields.items():
            if field.isModified():
                self._mark_wrong(name, "")
                field.setModified(False)

    def _register(self, *, elsewhere: bool) -> None:
        if self.register.isEnabled():
            self._actions.register(self.address.text().strip(), self.code.text().strip(), elsewhere)

    def _register_anyway(self) -> None:
        self._register(elsewhere=True)

    def _follow_look(self) -> None:
        theme = self.theme
        self._mark.setPixmap(app_mark(theme.px(MARK), self.devicePixelRatioF()))
        spaced = theme.font("label")
        spaced.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.px(2))
        self.code.setFont(spaced)

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if event.type() in {event.Type.StyleChange, event.Type.DevicePixelRatioChange} and hasattr(self, "_promises"):
            self._follow_look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.focusWidget() is self.cancel:
                self._actions.cancel()
            else:
                self._register(elsewhere=False)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:
        if self._view.busy:
            self._actions.cancel()
        super().closeEvent(event)
        self._actions.closed()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Register this computer"))
        self._title.setText(self.tr("Register this computer"))
        self._text.setText(self.tr("Then the help desk of your company is one click away."))
        self._labels["address"].setText(self.tr("&Address"))
        self._labels["code"].setText(self.tr("Registration &code, from the help desk"))
        for name, field in self._fields.items():
            field.setAccessibleName(self._labels[name].text().replace("&", ""))
        self._name_button()
        self.cancel.setText(self.tr("Cancel"))
        promises = (
            (self.tr("Only when you report"), self.tr("Screenshots and computer details, seen by you first.")),
            (self.tr("Only if you allow it, each time"), self.tr("A technician sees your screen. You can always stop.")),
            (self.tr("Never"), self.tr("Files you did not add, your messages, what you type.")),
        )
        for labels, sentences in zip(self._promises, promises, strict=True):
            for label, text in zip(labels, sentences, strict=True):
                label.setText(text)
        self._say_problem()

    def _name_button(self) -> None:
        self.register.setText(self.tr("Registering…") if self._view.busy else self.tr("Register"))

    def forget(self) -> None:
        """Empties the window after it was used: a code is nobody else's business."""
        self._view = replace(self._view, code="", problem=None, wrong_field="", busy=False)
        self.code.clear()
