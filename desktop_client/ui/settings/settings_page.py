"""Settings: every row that a person may change, in effect at once, and what this computer is registered to."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_client.reasons import Reason
from desktop_client.screens.settings_page import Registration, Section, SectionKey, SettingsView
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied, line
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.settings.setting_rows import RowWidget
from desktop_client.ui.words import say

WIDEST = 860


@dataclass(frozen=True, kw_only=True)
class SettingsActions:
    """What Settings does; each returns at once. `change` keeps a value: a new view answers, or `refused` with the reason."""

    change: Callable[[str, str | bool], object]
    register: Callable[[], object]


class SettingsPage(Worded):
    """The page. Fill it with `show_view`."""

    def __init__(self, theme: Theme, actions: SettingsActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view: SettingsView | None = None
        self._rows: dict[str, RowWidget] = {}
        self._titles: dict[SectionKey, Text] = {}
        self.setObjectName("settings_page")
        column = box(theme, self)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(scroll)
        inner = QWidget()
        whole = box(theme, inner, margins=(32, 20, 32, 24), spacing=8)
        scroll.setWidget(inner)
        self._title = Text(theme, tier="title")
        whole.addWidget(self._title)
        self._refusal = Text(theme, ink="danger", wrap=True)
        self._refusal.setObjectName("settings_refusal")
        self._refusal.hide()
        whole.addWidget(self._refusal)
        self._sections = box(theme, spacing=8)
        whole.addLayout(self._sections)
        self._registered_title = Text(theme, tier="label")
        self._registered_title.setContentsMargins(0, theme.px(12), 0, 0)
        whole.addWidget(self._registered_title)
        whole.addWidget(self._registration_card())
        whole.addStretch(1)
        self.retranslate()

    def show_view(self, view: SettingsView) -> None:
        """The values as they are now; what has the focus keeps it."""
        shape = self._shape(self._view)
        self._view = view
        self._refusal.hide()
        if self._shape(view) != shape:
            self._build(view.sections)
        for section in view.sections:
            for row in section.rows:
                self._rows[row.key].show_row(row)
        self._show_registration(view.registration)

    def refused(self, reason: Reason) -> None:
        """A value could not be kept; the row shows the old one again."""
        said = say(reason)
        self._refusal.setText(said.whole())
        self._refusal.show()
        for row in self._rows.values():
            row.retranslate()

    def focus(self) -> None:
        """The keyboard goes to the first control."""
        first = next((row for row in self._rows.values()), None)
        if first is not None:
            first.findChild(QWidget, first.objectName().removeprefix("row_")).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        titles = {
            SectionKey.GENERAL: self.tr("General"),
            SectionKey.REPORTS: self.tr("What Sigap may collect"),
            SectionKey.REACH: self.tr("Where can you be reached? (optional)"),
        }
        for key, label in self._titles.items():
            label.setText(titles[key])
        self._registered_title.setText(self.tr("Registration"))
        self._show_registration(self._view.registration if self._view else Registration())

    @staticmethod
    def _shape(view: SettingsView | None) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(row.key for row in section.rows) for section in view.sections) if view else ()

    def _build(self, sections: tuple[Section, ...]) -> None:
        with kept_focus(self):
            column = emptied(self._sections)
            self._rows, self._titles = {}, {}
            for number, section in enumerate(sections):
                title = Text(self._theme, tier="label")
                title.setContentsMargins(0, self._theme.px(12 if number else 0), 0, 0)
                self._titles[section.key] = title
                column.addWidget(title)
                card, rows = self._card()
                for position, row in enumerate(section.rows):
                    if position:
                        rows.addWidget(line())
                    self._rows[row.key] = RowWidget(self._theme, row, self._actions.change)
                    self._rows[row.key].setMinimumHeight(self._theme.px(52))
                    rows.addWidget(self._rows[row.key])
                column.addWidget(card)
            order_tabs(self)
        self.retranslate()

    def _card(self) -> tuple[QFrame, object]:
        card = QFrame()
        card.setProperty("role", "card")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return card, box(self._theme, card, margins=(1, 1, 1, 1), spacing=0)

    def _registration_card(self) -> QFrame:
        theme = self._theme
        card = QFrame()
        card.setProperty("role", "card")
        row = box(theme, card, margins=(16, 10, 16, 10), spacing=16, across=True)
        self._key = IconLabel(theme, "key", "muted", 20)
        row.addWidget(self._key)
        words = box(theme, spacing=2)
        self._registered = Text(theme, wrap=True)
        self._registered.setObjectName("registered")
        self._registered_to = Text(theme, tier="small", ink="muted", wrap=True)
        words.addWidget(self._registered)
        words.addWidget(self._registered_to)
        row.addLayout(words, 1)
        self._register = Button(theme, on_click=self._actions.register)
        self._register.setObjectName("register")
        row.addWidget(self._register)
        return card

    def _show_registration(self, now: Registration) -> None:
        if now.company:
            self._registered.setText(self.tr("Registered to {company}").format(company=now.company))
            self._key.show_icon("circle-check", "success")
        else:
            self._registered.setText(self.tr("This computer isn't registered yet."))
            self._key.show_icon("key", "muted")
        parts = [part for part in (now.person, now.address) if part]
        if now.locked:
            parts.append(self.tr("set by your company"))
        self._registered_to.setText(" · ".join(parts))
        self._registered_to.setVisible(bool(parts))
        self._register.setText(self.tr("Register again…") if now.company else self.tr("Register this computer"))
        self._register.setEnabled(not now.locked)
