"""What guides must be to each other: each in every language, of one structure, and leading only to guides that are there."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract.articles import Article
from contract.guides import CheckStep, FixStep, Guide, GuideStep, Step
from server_stub.knowledge.article_file import STATES, ArticleFile
from server_stub.knowledge.guide_form import meant
from server_stub.knowledge.guide_paths import ways

LANGUAGES = {"en": "English", "id": "Indonesian"}
"""What a published guide must have; more are welcome."""


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why the file of this name can't be taken; `line` counts from 1, 0 for the file as a whole."""

    name: str
    line: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class _Side:
    """One language of a guide: of a file, or kept already."""

    article: Article
    guide: Guide
    file: ArticleFile | None = None

    @property
    def language(self) -> str:
        return self.article.lang.partition("-")[0].lower()

    @property
    def name(self) -> str:
        return self.file.name if self.file else self.article.id


def refused(files: Sequence[ArticleFile], known: Mapping[str, Article]) -> list[Refusal]:
    """The guides among the files that can't be taken, each with its first reason, in the order of the files.

    `known` are the published articles that are kept already, by id; a file with the same id replaces one. Drafts may be unfinished, so only
    what they lead to is asked. A guide that leads to a refused one is refused too.
    """
    found: dict[str, Refusal] = {}
    while True:
        taken = [file for file in files if file.name not in found]
        new = {one.name: one for one in _refused_now(taken, known)}
        if not new:
            return [found[file.name] for file in files if file.name in found]
        found |= new


def _refused_now(files: Sequence[ArticleFile], known: Mapping[str, Article]) -> Iterator[Refusal]:
    replaced = {file.article.id for file in files}
    sides = [_Side(article=one, guide=one.guide) for one in known.values() if one.guide and one.id not in replaced]
    sides += [_Side(article=file.article, guide=file.article.guide, file=file) for file in files if file.article.guide]
    by_key: dict[str, list[_Side]] = defaultdict(list)
    for side in sides:
        if side.article.article and (side.file is None or side.file.state == STATES[0]):
            by_key[side.article.article].append(side)
    for side in sides:
        reason = side.file and next(_reasons(side, by_key), None)
        if side.file and reason:
            place, text = reason
            yield Refusal(name=side.file.name, line=side.file.lines.get(place, side.file.lines.get("steps", 0)), reason=text)


def _reasons(side: _Side, by_key: Mapping[str, list[_Side]]) -> Iterator[tuple[str, str]]:
    key = side.article.article
    if side.file and side.file.state == STATES[0]:
        if not key:
            yield "id", "A guide needs article: the key that its languages share."
            return
        for language, name in LANGUAGES.items():
            if language not in {one.language for one in by_key[key]}:
                yield "article", f"Missing translation: there is no published {name} file with article: {key}, so add one ({language})."
        yield from _twice(side, by_key[key])
        yield from _unlike_audience(side.file, by_key[key])
        yield from _unlike(side, by_key[key][0])
    for number, step in enumerate(side.guide.steps):
        if isinstance(step, GuideStep) and step.guide not in by_key:
            reason = f"The step {step.id} leads to the guide {step.guide}, which is not there: name the article key of one."
            yield f"steps[{number}].guide", reason + meant(step.guide, by_key)
        if isinstance(step, GuideStep) and step.guide == key:
            yield f"steps[{number}].guide", f"The step {step.id} leads to its own guide: lead to a step instead."


def _twice(side: _Side, others: Sequence[_Side]) -> Iterator[tuple[str, str]]:
    for one in others:
        if one is not side and one.article.lang == side.article.lang and (one.file is None or one.article.id != side.article.id):
            key = side.article.article
            yield "lang", f"Two files are {key} in this language, the other is {one.name}: keep one, or give this another article key."


def _unlike_audience(file: ArticleFile, others: Sequence[_Side]) -> Iterator[tuple[str, str]]:
    for one in others:
        if one.file and one.file.audience != file.audience:
            reason = f"{one.name} is for {one.file.audience}, this one for {file.audience}: translations have one audience."
            yield ("audience" if "audience" in file.lines else "article"), reason


def _unlike(side: _Side, model: _Side) -> Iterator[tuple[str, str]]:
    """Where a translation goes another way than the first file of its guide."""
    mine, theirs = side.guide, model.guide
    for key, value, other in (("first", mine.first, theirs.first), ("proof", mine.proof, theirs.proof), ("part", mine.part, theirs.part)):
        if value != other:
            yield key, f"{key} is not that of {model.name}: translations have the same steps, only other words."
    for number, (step, other_step) in enumerate(zip(mine.steps, theirs.steps, strict=False)):
        for place, look in _STRUCTURE:
            if look(step) != look(other_step):
                reason = f"The step {step.id} is not like the same step of {model.name}: translations differ in words only."
                yield f"steps[{number}]{place}", reason
    if len(mine.steps) != len(theirs.steps):
        count = f"{len(mine.steps)} steps here, {len(theirs.steps)} in {model.name}"
        yield "steps", f"The translations have different steps ({count}): give both the same."


def _done(step: Step) -> object:
    """What a step does, whatever it says."""
    if isinstance(step, CheckStep):
        return step.checks
    if isinstance(step, FixStep):
        return step.fix
    return step.guide if isinstance(step, GuideStep) else (getattr(step, "act", ""), getattr(step, "outcome", ""))


_STRUCTURE: tuple[tuple[str, Callable[[Step], object]], ...] = (
    (".id", lambda step: step.id),
    (".step", type),
    ("", _done),
    ("", ways),
)
