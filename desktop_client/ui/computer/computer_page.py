"""This computer: its facts with search and copy, and the card to read out on the telephone."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from contract.diagnostics import Fact
from desktop_client.screens.computer import ComputerView, FactGroup, FactRow, as_text, fact_groups
from desktop_client.screens.desk import Desk
from desktop_client.ui.computer.fact_list import FactList
from desktop_client.ui.computer.fact_words import fact_name, not_known_words, value_as_text
from desktop_client.ui.computer.phone_card import PhoneCard
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.icon_field import IconField
from desktop_client.ui.parts.parts import Button, Text, box
from desktop_client.ui.parts.progress_line import ProgressLine
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import clock_time, number

CARD_WIDTH = 304
LOW = 560
NARROW = 660
COPIED_MS = 2000
NOT_KNOWN = "not-known"


@dataclass(frozen=True, kw_only=True)
class ComputerActions:
    """What This computer does; each returns at once. `check` begins a check whose progress and result come as views, `cancel` ends it."""

    check: Callable[[], object]
    cancel: Callable[[], object]


class ComputerPage(Worded):
    """The page. Fill it with `show_view`; the first time that it is seen without facts it asks for a check by itself."""

    def __init__(self, theme: Theme, actions: ComputerActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view = ComputerView()
        self._groups: tuple[FactGroup, ...] = ()
        self._asked = False
        self.setObjectName("computer_page")
        column = box(theme, self, spacing=0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll)
        inner = QWidget()
        self._column = box(theme, inner, margins=(32, 20, 32, 24), spacing=6)
        self._scroll.setWidget(inner)
        top = box(theme, spacing=6)
        top.addLayout(self._head())
        self._progress = ProgressLine(theme)
        top.addWidget(self._progress)
        self._column.addLayout(top)
        self._body = box(theme, spacing=16, across=True)
        self._details = self._details_card()
        self.phone = PhoneCard(theme)
        self._body.addWidget(self._details, 1)
        self._body.addWidget(self.phone)
        self._column.addLayout(self._body, 1)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._copied.timeout.connect(self._show_copy)
        self.retranslate()

    def show_view(self, view: ComputerView) -> None:
        """What is known now."""
        if view != self._view:
            same_facts = view.diagnostics == self._view.diagnostics and (view.checking is None) == (self._view.checking is None)
            self._view = view
            self.phone.show_names(view.computer, view.address)
            self._show_head()
            if not same_facts:
                self._show_facts()

    def show_desk(self, desk: Desk) -> None:
        """Who helps."""
        self.phone.show_desk(desk)

    def focus(self) -> None:
        """The keyboard goes to the search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("This computer"))
        self._list.setAccessibleName(self.tr("Details of this computer"))
        self._progress.setAccessibleName(self.tr("Checking this computer"))
        self._show_copy()
        self._show_head()
        self._show_facts()

    # Construction

    def _head(self) -> QBoxLayout:
        self._top = box(self._theme, spacing=8, across=True)
        self._title = Text(self._theme, tier="title")
        self._top.addWidget(self._title)
        head = box(self._theme, spacing=12, across=True)
        self._top.addLayout(head, 1)
        self._checked = Text(self._theme, tier="small", ink="muted", wrap=True)
        self._checked.setObjectName("checked")
        head.addWidget(self._checked, 1)
        self._check = Button(self._theme, "", icon_name="refresh", on_click=self._check_or_cancel)
        self._check.setObjectName("check")
        head.addWidget(self._check)
        return self._top

    def _details_card(self) -> QFrame:
        theme = self._theme
        card = QFrame()
        card.setProperty("role", "card")
        column = box(theme, card, margins=(12, 12, 8, 8), spacing=8)
        tools = box(theme, margins=(0, 0, 4, 0), spacing=8, across=True)
        self._search = IconField(theme, "search")
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _text: self._show_facts())
        tools.addWidget(self._search, 1)
        self._copy = Button(theme, "", icon_name="copy", on_click=self._copy_all)
        self._copy.setObjectName("copy_all")
        tools.addWidget(self._copy)
        column.addLayout(tools)
        self._nothing = Text(theme, ink="muted", wrap=True)
        self._nothing.setObjectName("nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(theme.px(12), theme.px(16), theme.px(12), theme.px(16))
        column.addWidget(self._nothing, 1)
        self._list = FactList(theme)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self._list, 1)
        return card

    # What is shown

    def _show_head(self) -> None:
        checking, checked = self._view.checking, self._view.checked
        if checking is not None:
            said = self.tr("Checking this computer: {done} of {total}").format(done=number(checking.done), total=number(checking.total))
        else:
            said = self.tr("checked at {time}").format(time=clock_time(checked)) if checked else ""
        self._checked.setText(said)
        self._check.setText(self.tr("Cancel") if checking is not None else self.tr("Check again"))
        self._check.set_icon("x" if checking is not None else "refresh")
        self._progress.show_progress(checking.done if checking else None, checking.total if checking else 1)

    def _show_facts(self) -> None:
        diagnostics = self._view.diagnostics
        query = self._search.text()
        groups = fact_groups(diagnostics, name=fact_name, value=_value, query=query)
        self._groups = groups
        missing = () if query.strip() else self._not_known()
        self._list.show_groups((*groups, *missing))
        anything = bool(groups or missing)
        self._list.setVisible(anything)
        self._nothing.setVisible(not anything)
        if diagnostics is None and self._view.checking is not None:
            self._nothing.setText(self.tr("The details come when the check is done."))
        elif diagnostics is None:
            self._nothing.setText(self.tr("Not checked yet."))
        else:
            self._nothing.setText(self.tr('Nothing found for "{query}".').format(query=query.strip()))
        self._search.setPlaceholderText(self.tr("Search %n detail(s)", "", self._view.facts))
        self._search.setAccessibleName(self._search.placeholderText())
        self._copy.setEnabled(bool(groups))

    def _not_known(self) -> tuple[FactGroup, ...]:
        rows = tuple(
            FactRow(name=fact_name(missing.collector), value=not_known_words(missing.reason.split(":")[0]))
            for missing in self._view.not_collected
        )
        return (FactGroup(key=NOT_KNOWN, name=self.tr("Not known"), rows=rows),) if rows else ()

    def _show_copy(self) -> None:
        self._copy.setText(self.tr("Copy all"))
        self._copy.set_icon("copy")

    # What the person does

    def _check_or_cancel(self) -> None:
        if self._view.checking is not None:
            self._actions.cancel()
        else:
            self._actions.check()

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._groups))
        self._copy.setText(self.tr("Copied"))
        self._copy.set_icon("check")
        self._copied.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked and self._view.diagnostics is None and self._view.checking is None:
            self._asked = True
            self._actions.check()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other, or below each other where the window is narrow; where it is low, the page scrolls as a whole."""
        theme = self._theme
        narrow = self.width() < theme.px(NARROW)
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        sideways = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._checked.setAlignment(sideways | Qt.AlignmentFlag.AlignVCenter)
        self._column.setContentsMargins(*(theme.px(side) for side in ((16, 16, 16, 16) if narrow else (32, 20, 32, 24))))
        self.phone.setMinimumWidth(0 if narrow else theme.px(CARD_WIDTH))
        self.phone.setMaximumWidth(16777215 if narrow else theme.px(CARD_WIDTH))
        self._details.setMinimumHeight(theme.px(320) if narrow or self.height() < theme.px(LOW) else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()


def _value(fact: Fact) -> str:
    return value_as_text(fact.value, fact.unit)
