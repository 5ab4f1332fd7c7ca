"""What Review shows: everything that would leave this computer, item by item, and what was hidden in it."""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from contract.about import About
from contract.diagnostics import Fact, Hidden
from contract.uploads import Kind
from desktop_client.flows.report_contents import cleaned, sent_diagnostics
from desktop_client.flows.what_was_tried import GROUP, UNDERSTOOD, as_fact, key_at, sent_tried
from desktop_client.help_desk.draft import Draft

NOT_KNOWN = "not known"
"""Names, for `with_fact`, all collectors that gave no answer."""
HIDDEN = re.compile(r"\[hidden: ([a-z-]+)\]")


@dataclass(frozen=True, kw_only=True)
class ReviewItem:
    """A picture (with its screen's number) or a file (screen 0)."""

    id: str
    name: str
    screen: int
    file: Path
    width: int
    height: int
    size_bytes: int
    included: bool


@dataclass(frozen=True, kw_only=True)
class ReviewFact:
    """A fact. `value` is text with `Hidden` where something was taken away, or a number; `key` is what `Draft.left_out` holds for it."""

    key: str
    name: str
    value: tuple[str | Hidden, ...] | int | float | bool
    unit: str
    included: bool


@dataclass(frozen=True, kw_only=True)
class ReviewGroup:
    """Facts that belong together; `key` is what `Draft.left_out` holds for all of them."""

    key: str
    facts: tuple[ReviewFact, ...]


@dataclass(frozen=True, kw_only=True)
class ReviewMissing:
    """A collector that gave no answer, and why ("slow", "failed", "redaction"); its name is what `Draft.left_out` holds for it."""

    collector: str
    reason: str
    included: bool


@dataclass(frozen=True, kw_only=True)
class ReviewView:
    """All that Review shows.

    `facts` counts those that will be sent, `facts_bytes` is what the details to be sent weigh, `words_bytes` the words.
    """

    person: str
    computer: str
    help_desk: str
    company: str
    words_bytes: int
    topic: str
    pictures: tuple[ReviewItem, ...]
    files: tuple[ReviewItem, ...]
    groups: tuple[ReviewGroup, ...]
    not_known: tuple[ReviewMissing, ...]
    facts: int
    facts_hidden: int
    facts_bytes: int


def review_view(draft: Draft, *, about: About, folder: Path, person: str, computer: str, language: str) -> ReviewView:
    """Everything of a draft that can be sent; the copies of its pictures and files lie in `folder`."""
    if UNDERSTOOD not in about.understands:
        # It stays here, so it is not among what leaves.
        draft = msgspec.structs.replace(draft, tried=())
    sent = sent_diagnostics(cleaned(draft), about.limits)
    tried = sent_tried(draft, about) or ()
    topic = next((c.name.get(language) or c.name.get("en") or c.key for c in about.categories if c.key == draft.category), "")
    items = [
        ReviewItem(
            id=item.id,
            name=item.name,
            screen=item.screen if item.kind is Kind.SCREENSHOT else 0,
            file=folder / item.file,
            width=item.width,
            height=item.height,
            size_bytes=item.size_bytes,
            included=item.included,
        )
        for item in draft.items
    ]
    return ReviewView(
        person=person,
        computer=computer,
        help_desk=about.help_desk,
        company=about.company,
        words_bytes=sum(len(text.encode("utf-8", "replace")) for text in (draft.subject, draft.details, draft.telephone, draft.place)),
        topic=topic,
        pictures=tuple(item for item in items if item.screen),
        files=tuple(item for item in items if not item.screen),
        groups=groups_of(draft),
        not_known=missing_of(draft),
        facts=(len(sent.facts) if sent else 0) + len(tried),
        facts_hidden=sum(bool(HIDDEN.search(str(fact.value))) for fact in sent.facts) if sent else 0,
        facts_bytes=(len(msgspec.json.encode(sent)) if sent else 0) + (len(msgspec.json.encode(tried)) if tried else 0),
    )


def groups_of(draft: Draft) -> tuple[ReviewGroup, ...]:
    """The facts of a draft by group, both in the order in which they came."""
    grouped: dict[str, list[ReviewFact]] = {}
    for fact in draft.diagnostics.facts if draft.diagnostics else ():
        grouped.setdefault(fact.group, []).append(
            ReviewFact(key=key_of(fact), name=fact.name, value=_value(fact), unit=fact.unit, included=not is_left_out(fact, draft.left_out))
        )
    tried = [_of_tried(number, draft) for number in range(len(draft.tried))]
    if tried:
        grouped = {GROUP: tried, **grouped}
    return tuple(ReviewGroup(key=group, facts=tuple(facts)) for group, facts in grouped.items())


def _of_tried(number: int, draft: Draft) -> ReviewFact:
    fact = as_fact(draft.tried[number])
    included = not {GROUP, key_at(number)} & draft.left_out
    return ReviewFact(key=key_at(number), name=fact.name, value=_value(fact), unit="", included=included)


def key_of(fact: Fact) -> str:
    """How `Draft.left_out` names one fact."""
    return f"{fact.group}/{fact.name}"


def is_left_out(fact: Fact, left_out: frozenset[str]) -> bool:
    """Whether a fact stays here, by itself or with its group."""
    return fact.group in left_out or key_of(fact) in left_out


def missing_of(draft: Draft) -> tuple[ReviewMissing, ...]:
    """The collectors that gave no answer."""
    missing = draft.diagnostics.not_collected if draft.diagnostics else ()
    return tuple(ReviewMissing(collector=m.collector, reason=m.reason, included=m.collector not in draft.left_out) for m in missing)


def with_fact(draft: Draft, key: str, *, included: bool) -> Draft:
    """The draft with details left out or put back: a fact ("Disk/free"), a group ("Disk"), a collector, `NOT_KNOWN`, or all ("")."""
    keys = _keys(draft)
    silent = {missing.collector for missing in missing_of(draft)}
    named = {fact for fact, group in keys.items() if key in {"", group, fact}}
    named |= {collector for collector in silent if key in {"", NOT_KNOWN, collector}}
    stays = {fact for fact, group in keys.items() if {group, fact} & draft.left_out} | (silent & draft.left_out)
    stays = stays - named if included else stays | named
    groups = set(keys.values()) - {group for fact, group in keys.items() if fact not in stays}
    single = ({fact for fact, group in keys.items() if group not in groups} | silent) & stays
    return msgspec.structs.replace(draft, left_out=frozenset(groups | single))


def _keys(draft: Draft) -> dict[str, str]:
    """The group of every detail that can be left out, by the detail's key."""
    facts = draft.diagnostics.facts if draft.diagnostics else ()
    return {key_of(fact): fact.group for fact in facts} | {key_at(number): GROUP for number in range(len(draft.tried))}


def segments(text: str) -> tuple[str | Hidden, ...]:
    """Text cut at the marks that redaction left; a kind that this version doesn't know is hidden text."""
    parts: list[str | Hidden] = []
    for number, part in enumerate(HIDDEN.split(text)):
        if number % 2:
            parts.append(Hidden(part) if part in set(Hidden) else Hidden.TEXT)
        elif part:
            parts.append(part)
    return tuple(parts)


def _value(fact: Fact) -> tuple[str | Hidden, ...] | int | float | bool:
    return segments(fact.value) if isinstance(fact.value, str) else fact.value
