"""Files and pictures on their way into a report: each is copied beside Qt's thread, one after the other, with its progress."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.screens.report import Adding
from desktop_client.ui.background import Background
from desktop_client.ui.report.report_work import ReportWork


class Additions:
    """Belongs to Qt's thread. `draft` gives the report as it is by then."""

    def __init__(
        self,
        disk: Background,
        work: ReportWork,
        draft: Callable[[], Draft],
        *,
        changed: Callable[[], object],
        added: Callable[[tuple[DraftItem, ...]], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """`changed`: the rows are others. `added` gets what arrived; `failed` says why something could not be added."""
        self._disk, self._work, self._draft = disk, work, draft
        self._changed, self._added, self._failed = changed, added, failed
        self._numbers = itertools.count(1)
        self._rows: dict[str, Adding] = {}
        self._cancelled: set[str] = set()
        self._under_way: set[str] = set()

    def rows(self) -> tuple[Adding, ...]:
        """What is being added, without what was cancelled."""
        return tuple(self._rows.values())

    def busy(self) -> bool:
        """Whether a copy is still under way, a cancelled one too: until it has ended, the draft's folder isn't quiet."""
        return bool(self._under_way)

    def add_files(self, files: tuple[Path, ...]) -> None:
        """Copies of the person's files."""
        for file in files:
            self._add(file.name, lambda key, file=file: self._copy(key, file))

    def add_picture(self, make_png: Callable[[], bytes]) -> None:
        """A picture from the clipboard."""
        self._add("", lambda _key: self._work.add_picture(self._draft(), make_png()))

    def add_log(self, log: Callable[[], bytes]) -> None:
        """The client's own log; `log` blocks."""
        self._add("sigap.log", lambda _key: self._work.add_log(self._draft(), log()))

    def cancel(self, key: str) -> None:
        """The person changed their mind about one."""
        self._cancelled.add(key)
        self._rows.pop(key, None)
        self._changed()

    def cancel_all(self) -> None:
        """The report is closed, sent or deleted."""
        self._cancelled |= self._under_way
        self._rows.clear()

    def _copy(self, key: str, file: Path) -> Draft:
        return self._work.add_file(
            self._draft(), file, lambda done, of: self._disk.post(lambda: self._copied(key, done, of)), lambda: key in self._cancelled
        )

    def _add(self, name: str, add: Callable[[str], Draft]) -> None:
        key = str(next(self._numbers))
        self._rows[key] = Adding(key=key, name=name)
        self._under_way.add(key)
        self._disk.run(lambda: add(key), lambda grown: self._arrived(key, grown), lambda error: self._not_added(key, error))
        self._changed()

    def _copied(self, key: str, done: int, of: int) -> None:
        adding = self._rows.get(key)
        percent = done * 100 // of if of else None
        if adding is not None and adding.percent != percent:
            self._rows[key] = replace(adding, percent=percent)
            self._changed()

    def _arrived(self, key: str, grown: Draft) -> None:
        self._end(key)
        now = self._draft()
        known = {item.id for item in now.items}
        fresh = tuple(item for item in grown.items if item.id not in known)
        if key in self._cancelled:
            # It was too late to stop: what was copied is deleted again.
            late = msgspec.structs.replace(now, items=(*now.items, *fresh))
            for item in fresh:
                self._disk.run(lambda item=item: self._work.remove(late, item.id), None, self._failed)
            fresh = ()
        self._added(fresh)

    def _not_added(self, key: str, error: Exception) -> None:
        self._end(key)
        if key in self._cancelled:
            self._added(())
        else:
            self._failed(error)

    def _end(self, key: str) -> None:
        self._under_way.discard(key)
        self._rows.pop(key, None)
