"""A row of Settings: name and one sentence on the left, the control on the right; a locked row says that the company has set it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSizePolicy, QWidget

from desktop_client.screens.settings_page import Control, SettingRow
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Choice, Segments, Switch
from desktop_client.ui.parts.parts import IconLabel, Text, box
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import translate

CONTROL_WIDTH = 228
NARROW = 440
Change = Callable[[str, str | bool], object]


def setting_words(key: str) -> tuple[str, str]:
    """A row's name and its sentence ("" for none)."""
    words = {
        "language": (translate("Settings", "Language"), ""),
        "appearance": (translate("Settings", "Appearance"), ""),
        "start_at_sign_in": (
            translate("Settings", "Start with the computer"),
            translate("Settings", "So that replies reach you and reports go out."),
        ),
        "notify_replies": (
            translate("Settings", "Notify me of replies"),
            translate("Settings", "A message on the screen when somebody answers."),
        ),
        "warn_of_remote_tools": (
            translate("Settings", "Warn me of unknown remote tools"),
            translate("Settings", "By the names of running programs, looked at on this computer only."),
        ),
        "take_screenshots": (
            translate("Settings", "Take screenshots when I report"),
            translate("Settings", "You see each one and can leave it out before you send."),
        ),
        "count_help": (
            translate("Settings", "Which articles helped"),
            translate("Settings", "Counted without your name or what you typed."),
        ),
        "telephone": (translate("Settings", "Telephone"), translate("Settings", "Sent with every report, so that you can be called.")),
        "place": (translate("Settings", "Place"), translate("Settings", "Sent with every report, such as: building B, floor 3.")),
    }
    return words.get(key, (key, ""))


def choice_words(key: str, choice: str) -> str:
    """What a choice of a row is called; languages in their own words."""
    words = {
        ("language", "system"): translate("Settings", "As the system"),
        ("language", "en"): "English",
        ("language", "id"): "Bahasa Indonesia",
        ("appearance", "system"): translate("Settings", "System"),
        ("appearance", "light"): translate("Settings", "Light"),
        ("appearance", "dark"): translate("Settings", "Dark"),
    }
    return words.get((key, choice), choice)


class RowWidget(Worded):
    """One row. `show_row` puts the value in without telling anybody; `change` is called when the person has chosen."""

    def __init__(self, theme: Theme, row: SettingRow, change: Change) -> None:
        super().__init__()
        self._theme, self._row, self._change = theme, row, change
        self.setObjectName(f"row_{row.key}")
        self._layout = box(theme, self, margins=(16, 8, 16, 8), spacing=16, across=True)
        words = box(theme, spacing=2)
        words.addStretch(1)
        self._name = Text(theme, wrap=True)
        self._why = Text(theme, tier="small", ink="muted", wrap=True)
        words.addWidget(self._name)
        words.addWidget(self._why)
        self._lock = QWidget()
        lock = box(theme, self._lock, spacing=6, across=True)
        lock.addWidget(IconLabel(theme, "lock", "muted", 14), 0, Qt.AlignmentFlag.AlignTop)
        self._locked = Text(theme, tier="small", ink="muted", wrap=True)
        self._locked.setObjectName(f"locked_{row.key}")
        lock.addWidget(self._locked, 1)
        words.addWidget(self._lock)
        words.addStretch(1)
        self._layout.addLayout(words, 1)
        self._control = self._made_control()
        self._control.setObjectName(row.key)
        self._layout.addWidget(self._control, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def show_row(self, row: SettingRow) -> None:
        """The row as it is now."""
        if row != self._row:
            self._row = row
            self.retranslate()

    def retranslate(self) -> None:
        row = self._row
        name, why = setting_words(row.key)
        self._name.setText(name)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._lock.setVisible(row.locked)
        self._locked.setText(translate("Settings", "Set by your company"))
        self._control.setAccessibleName(name)
        self._control.setAccessibleDescription(f"{why} {self._locked.text()}".strip() if row.locked else why)
        self._control.setEnabled(not row.locked)
        # A locked row stays within reach of the keyboard, by its words.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if row.locked else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{name}, {self._locked.text()}" if row.locked else "")
        self._show_value()

    def _made_control(self) -> QWidget:
        theme, key = self._theme, self._row.key
        if self._row.control is Control.SWITCH:
            switch = Switch(theme)
            switch.clicked.connect(lambda on: self._change(key, on))
            return switch
        if self._row.control is Control.SEGMENTS:
            return Segments(theme, self._row.choices, lambda chosen: self._change(key, chosen))
        if self._row.control is Control.CHOICE:
            choice = Choice(theme)
            choice.activated.connect(lambda number: self._change(key, choice.itemData(number)))
            return choice
        field = QLineEdit()
        field.setMaxLength(self._row.longest)
        field.editingFinished.connect(lambda: self._text_done(field))
        return field

    def _text_done(self, field: QLineEdit) -> None:
        text = " ".join(field.text().split())
        if text != self._row.value:
            self._change(self._row.key, text)

    def _show_value(self) -> None:
        control, row = self._control, self._row
        if isinstance(control, Switch):
            control.setChecked(bool(row.value))
        elif isinstance(control, Segments):
            for choice in row.choices:
                control.name(choice, choice_words(row.key, choice))
            control.choose(str(row.value))
        elif isinstance(control, QComboBox):
            control.blockSignals(True)
            control.clear()
            for choice in row.choices:
                control.addItem(choice_words(row.key, choice), choice)
            control.setCurrentIndex(control.findData(row.value))
            control.blockSignals(False)
        elif isinstance(control, QLineEdit) and not control.hasFocus():
            control.setText(str(row.value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW) and not isinstance(self._control, Switch)
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._layout.setAlignment(self._control, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignVCenter)
        if not isinstance(self._control, Switch):
            self._control.setMinimumWidth(0 if narrow else self._theme.px(CONTROL_WIDTH))
            self._control.setMaximumWidth(
                16777215 if narrow else max(self._theme.px(CONTROL_WIDTH), self._control.minimumSizeHint().width())
            )
