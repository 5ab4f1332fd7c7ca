"""The card to read out on the telephone: the computer's name and address, large, and letter by letter on request."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from desktop_client.screens.computer import spelled
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, line
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import desk as desk_words
from desktop_client.ui.words import translate

LARGE_POINTS = 1.9
COPIED_MS = 2000


def digit_words() -> tuple[str, ...]:
    """Zero to nine as they are said."""
    return tuple(
        translate("PhoneCard", word)
        for word in (
            QT_TRANSLATE_NOOP("PhoneCard", "zero"),
            QT_TRANSLATE_NOOP("PhoneCard", "one"),
            QT_TRANSLATE_NOOP("PhoneCard", "two"),
            QT_TRANSLATE_NOOP("PhoneCard", "three"),
            QT_TRANSLATE_NOOP("PhoneCard", "four"),
            QT_TRANSLATE_NOOP("PhoneCard", "five"),
            QT_TRANSLATE_NOOP("PhoneCard", "six"),
            QT_TRANSLATE_NOOP("PhoneCard", "seven"),
            QT_TRANSLATE_NOOP("PhoneCard", "eight"),
            QT_TRANSLATE_NOOP("PhoneCard", "nine"),
        )
    )


class LargeText(Text):
    """A name that is read out: as large as a headline, broken where it must, selectable."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wrap=True, selectable=True)
        self._enlarge()

    def _enlarge(self) -> None:
        font = self._theme.font("text")
        font.setPointSizeF(font.pointSizeF() * LARGE_POINTS)
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._enlarge()


class ReadOut(QWidget):
    """One thing to read out."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name, self._value, self._spelled = "", "", False
        self.setObjectName(name)
        column = box(theme, self, spacing=2)
        head = box(theme, spacing=8, across=True)
        self._title = Text(theme, ink="muted")
        head.addWidget(self._title, 1)
        self._copy = Button(theme, "", "icon", "copy", self._to_clipboard)
        self._copy.setObjectName(f"copy_{name}")
        self._copy.setFixedSize(theme.px(28), theme.px(28))
        head.addWidget(self._copy)
        column.addLayout(head)
        self._large = LargeText(theme)
        self._large.setObjectName(f"{name}_value")
        self._large.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(self._large)
        self._letters = Text(theme, tier="small", ink="muted", wrap=True)
        self._letters.setObjectName(f"{name}_spelled")
        column.addWidget(self._letters)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(COPIED_MS)
        self._back.timeout.connect(lambda: self._copy.set_icon("copy"))

    def show_value(self, name: str, value: str, *, spell: bool) -> None:
        """What it is and what it says; `spell` adds it letter by letter."""
        self._name, self._value = name, value
        self.setVisible(bool(value))
        self._title.setText(name)
        # A name that has nowhere to break may break after a hyphen or a full stop.
        self._large.setText(value)
        self._letters.setText(spelled(value, digit_words()) if spell else "")
        self._letters.setVisible(spell)
        self._copy.setAccessibleName(self.tr("Copy: {name}").format(name=name))
        self._copy.setToolTip(self.tr("Copy"))

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self._copy.set_icon("check", "success")
        self._back.start()


class PhoneCard(Worded):
    """The card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._desk, self._computer, self._address = UNKNOWN, "", ""
        outer = box(theme, self)
        card = QFrame()
        card.setProperty("role", "card")
        outer.addWidget(card)
        column = box(theme, card, margins=16, spacing=12)
        head = box(theme, spacing=10, across=True)
        head.addWidget(IconLabel(theme, "phone", "accent_text", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._title = Text(theme, tier="heading", wrap=True)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        self._name = ReadOut(theme, "computer_name")
        column.addWidget(self._name)
        self._between = line()
        column.addWidget(self._between)
        self._ip = ReadOut(theme, "ip_address")
        column.addWidget(self._ip)
        self._spell = Button(theme, "", icon_name="volume", on_click=self.retranslate)
        self._spell.setObjectName("spell")
        self._spell.setCheckable(True)
        row = box(theme, across=True)
        row.addWidget(self._spell)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        stays = box(theme, spacing=8, across=True)
        stays.addWidget(IconLabel(theme, "lock", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._stays = Text(theme, tier="small", ink="muted", wrap=True)
        stays.addWidget(self._stays, 1)
        column.addLayout(stays)
        self.retranslate()

    def show_names(self, computer: str, address: str) -> None:
        """What there is to read out; "" for what isn't known."""
        self._computer, self._address = computer, address
        self.retranslate()

    def show_desk(self, desk: Desk) -> None:
        """To whom it is read."""
        self._desk = desk
        self.retranslate()

    def spell(self, *, on: bool) -> None:
        """Spells it or not, as the button does."""
        self._spell.setChecked(on)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("On the phone? Read this to {desk}").format(desk=desk_words(self._desk.help_desk)))
        self._spell.setText(self.tr("Spell it"))
        self._stays.setText(self.tr("All this stays here until you send a report."))
        spell = self._spell.isChecked()
        self._name.show_value(self.tr("Computer name"), self._computer, spell=spell)
        self._ip.show_value(self.tr("IP address"), self._address, spell=spell)
        self._between.setVisible(bool(self._computer and self._address))
        self._spell.setEnabled(bool(self._computer or self._address))
