"""Makes room on a full disk: old temporary files, caches and the own bin, as the person ticks them. Final, and said so first."""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_client.guides.checks.measures import gigabytes
from desktop_client.guides.fix import Applied, Choice, Doing, FixQuestion, NotHere, Plan
from desktop_client.system.storage import removable
from desktop_client.system.storage.personal_folders import personal_folder
from desktop_client.system.storage.removable import Removable, Wanted

TEMPORARY, CACHES, BIN, FILE = "temporary", "caches", "bin", "file:"
MEASURE_S = 10.0
LAST_WORDS_S = 3.0
LARGE_BYTES = 50_000_000
MOST_FILES = 5


@dataclass(frozen=True, kw_only=True)
class FreeFix:
    """Never mail stores, browsers' profiles or others' files. Large files of Downloads and the desktop are listed, never ticked."""

    name: str = "free"
    limit_s: float = 120.0
    mends: tuple[str, ...] = ("disk:full", "disk:low")
    large_bytes: int = LARGE_BYTES

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """What there is, with sizes."""
        if not sys.platform.startswith("linux"):
            return NotHere("not on this system")
        until = time.monotonic() + MEASURE_S

        def enough() -> bool:
            return question.stopped.is_set() or time.monotonic() > until

        choices = []
        volume = _volume(question)
        for key in (TEMPORARY, CACHES, BIN):
            found = removable.measure(*_what(key, volume), enough)
            if found.bytes > 0:
                choices.append(Choice(key, "", size_bytes=found.bytes, says=Doing(f"choice-{key}", {"n": found.files})))
        for folder in ("DOWNLOAD", "DESKTOP"):
            place = personal_folder(folder)
            # A home without such a folder has itself there.
            files = removable.biggest_files(place, self.large_bytes, MOST_FILES) if place is not None and _lies_on(place, volume) else ()
            choices += [Choice(f"{FILE}{path}", path.name, size_bytes=size, ticked=False) for path, size in files]
        if not choices:
            return NotHere("nothing to do")
        return Plan(
            actions=(Doing("remove"),),
            warnings=(Doing("final"), Doing("kept")),
            choices=tuple(choices),
            can_put_back=False,
            takes_s=20,
            # Until the person agrees, another file may get the name.
            target={one.key: removable.identity(Path(one.key.removeprefix(FILE))) for one in choices if one.key.startswith(FILE)},
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Removes what is ticked. The gain is what the files held; snapshots and open files may keep some of it."""
        offered = {choice.key for choice in plan.choices}
        chosen = [key for key in question.chosen if key in offered]
        if not chosen:
            return Applied(done=False, why="stopped")
        freed = Removable(0, 0)
        until = time.monotonic() + question.limit_s - LAST_WORDS_S
        for key in chosen:
            gone = _remove(key, question, plan.target.get(key, ""), lambda: question.stopped.is_set() or time.monotonic() > until)
            freed = Removable(freed.bytes + gone.bytes, freed.files + gone.files)
        return Applied(done=True, evidence=(gigabytes("freed", freed.bytes),))

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """What is removed is gone."""
        del question, undo
        return False


def _volume(question: FixQuestion) -> int | None:
    """The volume that the check found full: room made elsewhere is no help. None where it isn't told."""
    verdict = question.verdicts.get("disk")
    drives = [str(one.value) for one in verdict.evidence if one.name == "drive"] if verdict is not None else []
    try:
        return Path(drives[0]).stat().st_dev if drives else None
    except OSError:
        return None


def _lies_on(place: Path, volume: int | None) -> bool:
    try:
        return volume is None or place.stat().st_dev == volume
    except OSError:
        return False


def _what(key: str, volume: int | None) -> tuple[tuple[Path, ...], Wanted]:
    all_of_them = {TEMPORARY: removable.temporary_places, CACHES: removable.cache_places, BIN: removable.bin_places}[key]()
    places = tuple(place for place in all_of_them if _lies_on(place, volume))
    return places, removable.old if key == TEMPORARY else removable.anything


def _remove(key: str, question: FixQuestion, same: str, enough: Callable[[], bool]) -> Removable:
    if enough():
        return Removable(0, 0)
    if key.startswith(FILE):
        return Removable(removable.remove_one(Path(key.removeprefix(FILE)), same), 1)
    return removable.remove(*_what(key, _volume(question)), enough)
