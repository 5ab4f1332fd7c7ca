"""What guides tried before a report: cleaned of secrets, shown in Review line by line, and sent where the backend takes it."""

from collections.abc import Callable, Iterable

import msgspec

from contract.about import About
from contract.diagnostics import Fact, Hidden
from contract.guides import Evidence, Tried
from desktop_client.help_desk.draft import Draft

GROUP = "Tried"
"""How `Draft.left_out` and Review name all of it; one of them is "Tried/0"."""
UNDERSTOOD = "tried"
"""The word in `about.understands`."""
MOST = 200
VALUE_LETTERS = 500


def key_at(number: int) -> str:
    """How `Draft.left_out` names one of them."""
    return f"{GROUP}/{number}"


def as_fact(tried: Tried) -> Fact:
    """One of them as Review shows it."""
    evidence = [f"{one.name} {one.value} {one.unit}".rstrip() for one in tried.evidence]
    return Fact(group=GROUP, name=tried.title or tried.name or tried.step, value="; ".join([tried.result, *evidence]))


def sent_tried(draft: Draft, about: About) -> tuple[Tried, ...] | msgspec.UnsetType:
    """What leaves of it; unset where there is nothing, or the backend would not take it."""
    if UNDERSTOOD not in about.understands or GROUP in draft.left_out:
        return msgspec.UNSET
    kept = tuple(tried for number, tried in enumerate(draft.tried) if key_at(number) not in draft.left_out)
    return kept[-MOST:] or msgspec.UNSET


def cleaner(known_secrets: Iterable[str], names: Iterable[tuple[str, Hidden]]) -> Callable[[str], str]:
    """Takes secrets and names out of a text; one that can't be cleaned becomes the mark of a hidden text."""
    from desktop_client.diagnostics.redaction.redact import RedactionError, redactor  # noqa: PLC0415 - its rules are slow to load

    cleaning = redactor(known_secrets, names)

    def clean(text: str) -> str:
        try:
            return cleaning.text(text)
        except RedactionError:
            return Hidden.TEXT.mark()

    return clean


def redacted(tried: Iterable[Tried], clean: Callable[[str], str]) -> tuple[Tried, ...]:
    """The same without what must not leave."""

    def text(value: str) -> str:
        return clean(value)[:VALUE_LETTERS]

    def evidence(one: Evidence) -> Evidence:
        return Evidence(name=one.name, value=text(one.value) if isinstance(one.value, str) else one.value, unit=one.unit)

    return tuple(
        msgspec.structs.replace(
            one, title=text(one.title), result=text(one.result), evidence=tuple(evidence(value) for value in one.evidence)
        )
        for one in tried
    )
