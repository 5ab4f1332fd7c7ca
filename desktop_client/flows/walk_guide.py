"""Walk a guide on this computer: begin it or go on where it was left, and take along what was tried when it ends in a report."""

from collections.abc import Iterator, Mapping, Sequence

import psutil

from contract.diagnostics import Hidden
from contract.guides import CheckStep, Guide, GuideStep
from contract.tickets import Impact
from desktop_client.flows.begin_report import Beginning
from desktop_client.flows.instance import Instance
from desktop_client.flows.run_checks import asked_of, company_of
from desktop_client.flows.what_was_tried import cleaner, redacted
from desktop_client.guides import walk as walks
from desktop_client.guides.catalogue import CHECKS, FIXES
from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.walk import Phase, Walk
from desktop_client.guides.walking import BOOT_APART_S, Tools, Walking
from desktop_client.knowledge.library import Library
from desktop_client.reasons import Cause, refused
from desktop_client.system.machine.identity import account, computer_name, display_name


class LibraryGuides(Mapping[str, Guide]):
    """The guides of the library by their `article` key, in this language where they have it, or by their id where they stand alone.

    Each is read once, as it was then.
    """

    def __init__(self, library: Library, language: str) -> None:
        self._library, self._language = library, language
        self._read: dict[str, Guide | None] = {}
        self._titles: dict[str, str] = {}

    def __getitem__(self, key: str) -> Guide:
        if key not in self._read:
            article = self._library.by_key(key, self._language) or self._library.article(key)
            self._read[key] = article.guide if article else None
            self._titles[key] = article.title if article else ""
        found = self._read[key]
        if found is None:
            raise KeyError(key)
        return found

    def title(self, key: str) -> str:
        """The guide's title, "" when it isn't here."""
        return self._titles.get(key, "") if key in self else ""

    def __iter__(self) -> Iterator[str]:
        return iter(head.article for head in self._library.heads(self._language) if head.article)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def key_of(library: Library, wanted: str) -> str:
    """The key of a guide named by its key or by the id of one of its files."""
    article = library.article(wanted)
    return article.article or article.id if article else wanted


def checks_of(guides: Mapping[str, Guide], key: str) -> tuple[str, ...]:
    """Every check that a guide names, with those of the parts to which it leads. RefusedError: NO_SUCH_ARTICLE."""
    guide = guides.get(key)
    if guide is None:
        raise refused(Cause.NO_SUCH_ARTICLE, article=key)
    named = [check for step in guide.steps if isinstance(step, CheckStep) for check in step.checks]
    for other in [step.guide for step in guide.steps if isinstance(step, GuideStep) and step.guide != key]:
        part = guides.get(other)
        if part and part.part:
            named += checks_of({other: part}, other)
    return tuple(dict.fromkeys([*named, *guide.proof]))


def begin_guide(instance: Instance, key: str, language: str, *, again: bool = False) -> tuple[Walking, LibraryGuides]:
    """The walk through the guide with this `article` key; one that was left goes on, unless it is begun `again`.

    RefusedError: NO_SUCH_ARTICLE.
    """
    guides = LibraryGuides(instance.library, language)
    guide = guides.get(key)
    kept = KeptWalks(instance.profile.walks_folder)
    left = kept.get(key)
    enrolment = instance.enrolment()
    company = company_of(instance.about(), enrolment.address if enrolment else "")
    tools = Tools(guides=guides, checks=CHECKS, fixes=FIXES, asked=asked_of(instance.profile, company), kept=kept)
    if left is not None:
        # Whatever became of its guide: what was being fixed is put back.
        walking = Walking(left, tools)
        walking.begin()
        walk = walking.walk
        if not again and (walk.place.step == walks.OUT or walks.step_at(guides, walk.place) is not None) and guide is not None:
            return walking, guides
    if guide is None:
        raise refused(Cause.NO_SUCH_ARTICLE, article=key)
    # Begun anew, or its step has gone since.
    walking = Walking(walks.begin(key, guide), tools)
    walking.begin()
    return walking, guides


def end_guide(instance: Instance, key: str) -> None:
    """It is over: the next time it begins at its first step."""
    KeptWalks(instance.profile.walks_folder).forget(key)


def left_guides(instance: Instance) -> tuple[Walk, ...]:
    """Guides that were left half-way, the last begun first. What was being fixed as the computer ended is put back when one goes on."""
    return KeptWalks(instance.profile.walks_folder).all()


def guide_after_start(instance: Instance) -> str:
    """The key of a guide that goes on by itself after a start, "" for none: it had asked for the restart that was, or was cut short."""
    for walk in left_guides(instance):
        if walk.phase is Phase.FIXING or (walk.boot and abs(psutil.boot_time() - walk.boot) > BOOT_APART_S):
            return walk.guide
    return ""


def report_of(instance: Instance, walk: Walk, title: str, said: Sequence[str], *, many: bool) -> Beginning:
    """The beginning of a report after a guide: its title as the subject, `said` as lines of the details, and all of it as data.

    Secrets and names are taken out of both; `many`: others have it too.
    """
    names = ((account(), Hidden.USER_NAME), (display_name(), Hidden.USER_NAME), (computer_name(), Hidden.COMPUTER_NAME))
    clean = cleaner(instance.known_secrets(), names)
    details = clean("\n".join(said))
    return Beginning(subject=title, details=details, tried=redacted(walk.tried, clean), impact=Impact.SOME if many else None)
