"""What the report window shows: the words, pictures and files of a draft, what is wrong with it, and what will be sent."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from contract.about import About
from contract.tickets import Impact, Urgency
from contract.uploads import Kind
from desktop_client.flows.report_contents import cleaned, sent_diagnostics
from desktop_client.flows.what_was_tried import sent_tried
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.reasons import Cause, Reason
from desktop_client.screens.review import ReviewView, review_view

FIELDS = ("subject", "details", "category", "telephone", "place")
FIELD_OF_CAUSE = {Cause.SUBJECT_EMPTY: "subject", Cause.SUBJECT_TOO_LONG: "subject", Cause.TEXT_TOO_LONG: "details"}


@dataclass(frozen=True, kw_only=True)
class ReportWords:
    """What the person writes and chooses."""

    subject: str = ""
    details: str = ""
    category: str = ""
    impact: Impact = Impact.ME
    urgency: Urgency = Urgency.HARD
    telephone: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class PictureView:
    """A screenshot. `screen` counts from 1, `file` is where it can be read from."""

    id: str
    screen: int
    file: Path
    width: int
    height: int
    size_bytes: int
    included: bool


@dataclass(frozen=True, kw_only=True)
class FileView:
    """A file that the person added."""

    id: str
    name: str
    size_bytes: int
    included: bool


@dataclass(frozen=True, kw_only=True)
class Adding:
    """A file that is being copied into the draft; `percent` is None while its size isn't known. `key` is for cancelling it."""

    key: str
    name: str
    percent: int | None = None


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A category in the person's language."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Checking:
    """How many collectors have answered."""

    done: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What will be sent, counted; `size_bytes` holds the words too."""

    pictures: int
    files: int
    facts: int
    size_bytes: int


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """All that the report window shows.

    `words` is taken over when another draft is shown, later the window's own fields are newer. `problem` stands in the banner and
    `wrong_field` is one of `FIELDS` or "". `mending` says that the backend had refused this report. `saving` is how much of it is saved
    after *Send*, in percent, None before. `file_problems` are files that could not be added.
    """

    draft: str
    words: ReportWords
    pictures: tuple[PictureView, ...]
    files: tuple[FileView, ...]
    topics: tuple[Topic, ...]
    sums: Sums
    review: ReviewView
    subject_letters: int
    no_picture: Reason | None = None
    taking: bool = False
    checking: Checking | None = None
    adding: tuple[Adding, ...] = ()
    file_problems: tuple[Reason, ...] = ()
    problem: Reason | None = None
    wrong_field: str = ""
    mending: bool = False
    saving: int | None = None
    help_desk: str = ""
    company: str = ""


def report_view(
    draft: Draft,
    *,
    about: About,
    language: str,
    folder: Path,
    person: str = "",
    computer: str = "",
    taking: bool = False,
    checking: Checking | None = None,
    adding: tuple[Adding, ...] = (),
    file_problems: tuple[Reason, ...] = (),
    problem: Reason | None = None,
    saving: int | None = None,
) -> ReportView:
    """The window for a draft whose copies lie in `folder`; `language` is "en" or "id".

    `problem` is what came of the last *Send*; without one, why the backend refused the report that is mended.
    """
    problem = problem or draft.refusal
    return ReportView(
        draft=draft.id,
        words=words_of(draft),
        pictures=pictures_of(draft, folder),
        files=files_of(draft),
        topics=topics_of(about, language),
        sums=sums_of(draft, about),
        review=review_view(draft, about=about, folder=folder, person=person, computer=computer, language=language),
        subject_letters=about.limits.subject_letters,
        no_picture=draft.no_picture,
        taking=taking,
        checking=checking,
        adding=adding,
        file_problems=file_problems,
        problem=problem,
        wrong_field=wrong_field(problem),
        mending=draft.refusal is not None,
        saving=saving,
        help_desk=about.help_desk,
        company=about.company,
    )


def words_of(draft: Draft) -> ReportWords:
    """The words of a draft."""
    return ReportWords(
        subject=draft.subject,
        details=draft.details,
        category=draft.category,
        impact=draft.impact,
        urgency=draft.urgency,
        telephone=draft.telephone,
        place=draft.place,
    )


def with_words(draft: Draft, words: ReportWords) -> Draft:
    """The draft with these words in place of its own."""
    return msgspec.structs.replace(
        draft,
        subject=words.subject,
        details=words.details,
        category=words.category,
        impact=words.impact,
        urgency=words.urgency,
        telephone=words.telephone,
        place=words.place,
    )


def with_item(draft: Draft, item_id: str, *, included: bool) -> Draft:
    """The draft with one picture or file left out or put back."""
    items = tuple(msgspec.structs.replace(item, included=included) if item.id == item_id else item for item in draft.items)
    return msgspec.structs.replace(draft, items=items)


def pictures_of(draft: Draft, folder: Path) -> tuple[PictureView, ...]:
    """The screenshots of a draft."""
    return tuple(
        PictureView(
            id=item.id,
            screen=item.screen,
            file=folder / item.file,
            width=item.width,
            height=item.height,
            size_bytes=item.size_bytes,
            included=item.included,
        )
        for item in draft.items
        if item.kind is Kind.SCREENSHOT
    )


def files_of(draft: Draft) -> tuple[FileView, ...]:
    """The files of a draft that are no screenshots."""
    return tuple(FileView(id=i.id, name=i.name, size_bytes=i.size_bytes, included=i.included) for i in draft.items if not _is_picture(i))


def topics_of(about: About, language: str) -> tuple[Topic, ...]:
    """The backend's categories in the language, in English where that name is missing, by key where both are."""
    return tuple(Topic(key=c.key, name=c.name.get(language) or c.name.get("en") or c.key) for c in about.categories)


def sums_of(draft: Draft, about: About) -> Sums:
    """What leaves when this draft is sent as it is."""
    included = [item for item in draft.items if item.included]
    diagnostics, tried = sent_diagnostics(cleaned(draft), about.limits), sent_tried(draft, about) or ()
    words = sum(len(text.encode("utf-8", "replace")) for text in (draft.subject, draft.details, draft.telephone, draft.place))
    facts = (len(msgspec.json.encode(diagnostics)) if diagnostics else 0) + (len(msgspec.json.encode(tried)) if tried else 0)
    return Sums(
        pictures=sum(_is_picture(item) for item in included),
        files=sum(not _is_picture(item) for item in included),
        facts=(len(diagnostics.facts) if diagnostics else 0) + len(tried),
        size_bytes=words + facts + sum(item.size_bytes for item in included),
    )


def wrong_field(problem: Reason | None) -> str:
    """The field that a refusal is about, "" if it is about none that the person can see."""
    if problem is None:
        return ""
    named = str(problem.data.get("field", "")).split(".", maxsplit=1)[0]
    return FIELD_OF_CAUSE.get(problem.cause, named if named in FIELDS else "")


def _is_picture(item: DraftItem) -> bool:
    return item.kind is Kind.SCREENSHOT
