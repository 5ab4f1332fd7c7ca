"""What the report window can ask for. Each call returns at once; what came of it comes back as a new view."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_client.reasons import Reason
from desktop_client.screens.articles import ArticleRow
from desktop_client.screens.report import ReportWords
from desktop_client.ui.parts.picture_loader import LoadPicture

ShowRows = Callable[[tuple[ArticleRow, ...]], object]


@dataclass(frozen=True, kw_only=True)
class SuggestionActions:
    """What may help while a report is written; each returns at once.

    `suggest` gets subject, details and whom to tell what was found. `open` opens an article beside the report. `ignored` gets the ids of
    those that were shown and not opened, when the report is sent.
    """

    suggest: Callable[[str, str, ShowRows], object]
    open: Callable[[str], object]
    ignored: Callable[[tuple[str, ...]], object]


NO_SUGGESTIONS = SuggestionActions(suggest=lambda *_asked: None, open=lambda _article: None, ignored=lambda _articles: None)


@dataclass(frozen=True, kw_only=True)
class ReportActions:
    """Functions of the window.

    `save` keeps the words in the draft, `send` saves and sends them. `add_picture` gets a function that makes the PNG, to be called beside
    Qt's thread. `leave_out` names a fact or group as in `Draft.left_out` ("" for all details) and whether it is included again.
    `closed` is told when the window has closed, its words saved before.
    """

    save: Callable[[ReportWords], object]
    send: Callable[[ReportWords], object]
    closed: Callable[[], object]
    delete_draft: Callable[[], object]
    take_again: Callable[[], object]
    include: Callable[[str, bool], object]
    remove: Callable[[str], object]
    add_files: Callable[[tuple[Path, ...]], object]
    add_picture: Callable[[Callable[[], bytes]], object]
    cancel_adding: Callable[[str], object]
    dismiss: Callable[[Reason], object]
    leave_out: Callable[[str, bool], object]
    open_item: Callable[[str], object]
    save_as_file: Callable[[Path], object]
    load_picture: LoadPicture
    suggestions: SuggestionActions = NO_SUGGESTIONS
