"""The lower left of the report window: files that the person added, what could not be added and why, and the ways to add more."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QSizePolicy

from desktop_client.reasons import Reason
from desktop_client.screens.report import Adding, FileView, ReportView
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.kept_focus import kept_focus
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied, frame
from desktop_client.ui.parts.progress_line import ProgressLine
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.report.report_actions import ReportActions


class FileName(Text):
    """A file's name: one line, its middle left out where it is too long; the whole name is in the tool tip."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._name = name
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setMinimumWidth(theme.px(60))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._name) + 2)
        return hint


class ReportFiles(Worded):
    """The files of the report."""

    def __init__(self, theme: Theme, actions: ReportActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view: ReportView | None = None
        self._built: object = None
        self._dialog: QFileDialog | None = None
        whole = box(theme, self, spacing=8)
        self._heading = Text(theme, tier="label")
        whole.addWidget(self._heading)
        self._rows = box(theme, spacing=8)
        whole.addLayout(self._rows)
        foot = FlowLayout(gap=theme.px(8), line_gap=theme.px(4))
        self.add = Button(theme, icon_name="paperclip", on_click=self.choose_files)
        self.add.setObjectName("add_file")
        self._or = Text(theme, tier="small", ink="muted")
        foot.addWidget(self.add)
        foot.addWidget(self._or)
        whole.addLayout(foot)
        self.retranslate()

    def show_view(self, view: ReportView) -> None:
        """The files as they are now."""
        self._view = view
        state = (view.files, view.file_problems, view.adding, words.language())
        if state != self._built:
            self._built = state
            with kept_focus(self):
                self._rebuild(view)

    def _rebuild(self, view: ReportView) -> None:
        rows = emptied(self._rows)
        for file in view.files:
            rows.addWidget(self._file_row(file))
        for adding in view.adding:
            rows.addWidget(self._adding_row(adding))
        for problem in view.file_problems:
            rows.addWidget(self._problem_row(problem))

    def _file_row(self, file: FileView) -> QFrame:
        card, row = frame(self._theme, "card", margins=(14, 1, 2, 1), spacing=8, across=True)
        row.addWidget(IconLabel(self._theme, "file-text" if file.included else "eye-off"))
        row.addWidget(FileName(self._theme, file.name))
        about = words.size(file.size_bytes) if file.included else self.tr("Stays here")
        row.addWidget(Text(self._theme, about, "small", "muted"))
        row.addStretch(1)
        row.addWidget(
            self._cross(f"remove_{file.id}", self.tr("Remove {file}").format(file=file.name), lambda: self._actions.remove(file.id))
        )
        return card

    def _adding_row(self, adding: Adding) -> QFrame:
        card, row = frame(self._theme, "card", margins=(14, 1, 2, 1), spacing=8, across=True)
        row.addWidget(IconLabel(self._theme, "file-text"))
        middle = box(self._theme, spacing=4, margins=(0, 6, 0, 6))
        middle.addWidget(FileName(self._theme, adding.name))
        progress = ProgressLine(self._theme)
        progress.show_progress(adding.percent or 0)
        progress.setAccessibleName(adding.name)
        middle.addWidget(progress)
        row.addLayout(middle, 1)
        cancel = self.tr("Don't add {file}").format(file=adding.name)
        row.addWidget(self._cross(f"cancel_{adding.key}", cancel, lambda: self._actions.cancel_adding(adding.key)))
        return card

    def _problem_row(self, problem: Reason) -> QFrame:
        view = self._view
        sentence = words.say(problem, help_desk=view.help_desk, company=view.company)
        card, row = frame(self._theme, "card", "danger", margins=(14, 8, 2, 8), spacing=8, across=True)
        row.addWidget(IconLabel(self._theme, "alert-circle", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        said = box(self._theme, spacing=2)
        said.addWidget(Text(self._theme, f"{sentence.title}.", "label", wrap=True))
        if sentence.text:
            said.addWidget(Text(self._theme, sentence.text, wrap=True))
        row.addLayout(said, 1)
        cross = self._cross("dismiss", self.tr("Dismiss"), lambda: self._actions.dismiss(problem))
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setAccessibleName(sentence.whole())
        return card

    def _cross(self, name: str, says: str, on_click: Callable[[], object]) -> Button:
        button = Button(self._theme, kind="icon", icon_name="x", on_click=on_click)
        button.setObjectName(name)
        button.setToolTip(says)
        button.setAccessibleName(says)
        return button

    def choose_files(self) -> None:
        """Opens the system's own dialog, beside the window: Qt's thread goes on."""
        dialog = QFileDialog(self.window(), self.tr("Add file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: self._actions.add_files(tuple(Path(file) for file in files)))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Files"))
        self.add.setText(self.tr("Add &file…"))
        self._or.setText(self.tr("or paste, or drop files here"))
        if self._view is not None:
            self.show_view(self._view)
