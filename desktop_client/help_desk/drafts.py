"""Drafts: what a person has written so far, in a folder each, so that log-off, crash and `kill -9` cost two seconds of typing at most."""

import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from contract.about import Limits
from contract.ids import is_id, new_id
from contract.uploads import Kind
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.help_desk.files import shown_name, take_file
from desktop_client.reasons import Cause, refused, unwritable
from desktop_client.system.durable import copy_hashed, flush_folder, make_folder, replace_file, write_new
from desktop_client.system.failpoints import passing

DRAFT_FILE = "draft.json"
GONE = ".gone"

log = logging.getLogger(__name__)


class Drafts:
    """The folder of drafts. The caller saves as often as it likes to lose little; saving is atomic and flushed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new(self) -> Draft:
        """An empty draft with an id of its own; nothing is on the disk yet."""
        now = datetime.now(UTC)
        return Draft(id=new_id(), created=now, changed=now)

    def all(self) -> tuple[Draft, ...]:
        """Every draft that can be read, the newest change first. One that can't be read stays where it is."""
        found = []
        try:
            places = [path for path in self.folder.iterdir() if is_id(path.name)]
        except OSError:
            return ()
        for place in places:
            try:
                draft = msgspec.json.decode((place / DRAFT_FILE).read_bytes(), type=Draft)
            except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
                log.info("A draft can't be read: %s", type(error).__name__)
                continue
            if draft.id == place.name:
                whole = tuple(item for item in draft.items if self._is_there(draft, item))
                found.append(draft if whole == draft.items else msgspec.structs.replace(draft, items=whole))
        return tuple(sorted(found, key=lambda draft: draft.changed, reverse=True))

    def save(self, draft: Draft) -> None:
        """Keeps the draft as it is now, in place of how it was. RefusedError: DISK_FULL, PROFILE_READ_ONLY."""
        place = self._place(draft.id)
        try:
            make_folder(place)
            replace_file(place / DRAFT_FILE, _encode(draft))
        except OSError as error:
            raise unwritable(error, self.folder) from error
        passing("draft-saved")

    def delete(self, draft_id: str) -> None:
        """Forgets a draft at once and its files with it; harmless when it isn't there."""
        place = self._place(draft_id)
        gone = place.with_name(f"{place.name}{GONE}")
        try:
            # A folder that is half deleted must not look like a draft.
            shutil.rmtree(gone, ignore_errors=True)
            place.rename(gone)
            flush_folder(self.folder)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise unwritable(error, self.folder) from error
        shutil.rmtree(gone, ignore_errors=True)

    def path(self, draft: Draft, item: DraftItem) -> Path:
        """Where the copy of a picture or file lies."""
        return self._place(draft.id) / os.path.basename(item.file)  # noqa: PTH119 - the last part only, whatever a damaged draft says

    def add_file(
        self,
        draft: Draft,
        source: Path,
        limits: Limits,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        """The draft with a copy of the person's file, saved. `progress` hears bytes done and of how many; `cancelled` is asked as it goes.

        RefusedError names the file and says what is wrong with it (FILE_…, TOO_MANY_FILES, REPORT_TOO_LARGE); nothing is kept then.
        """
        self._check_count(draft, limits)
        try:
            make_folder(self._place(draft.id))
        except OSError as error:
            raise unwritable(error, self.folder) from error
        item = take_file(
            source,
            self._place(draft.id),
            new_id(),
            limits,
            progress=progress or (lambda _done, _of: None),
            cancelled=cancelled or (lambda: False),
        )
        return self._with(draft, item, limits)

    def add_bytes(
        self,
        draft: Draft,
        name: str,
        type: str,  # noqa: A002 - what the wire calls it
        kind: Kind,
        data: bytes,
        screen: int = 0,
        width: int = 0,
        height: int = 0,
        limits: Limits | None = None,
    ) -> Draft:
        """The draft with these bytes as a picture or file, saved. RefusedError: DISK_FULL, PROFILE_READ_ONLY; with limits as `add_file`."""
        if not data:
            raise refused(Cause.FILE_EMPTY, file=shown_name(name))
        item_id = new_id()
        place = self._place(draft.id)
        try:
            make_folder(place)
            write_new(place / item_id, data)
        except OSError as error:
            raise unwritable(error, self.folder) from error
        item = DraftItem(
            id=item_id,
            kind=kind,
            name=shown_name(name),
            type=type,
            size_bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            file=item_id,
            screen=screen,
            width=width,
            height=height,
        )
        return self._with(draft, item, limits)

    def remove(self, draft: Draft, item_id: str) -> Draft:
        """The draft without a picture or file, saved, and the copy deleted."""
        left = msgspec.structs.replace(draft, items=tuple(item for item in draft.items if item.id != item_id), changed=datetime.now(UTC))
        self.save(left)
        for item in draft.items:
            if item.id == item_id:
                self.path(draft, item).unlink(missing_ok=True)
        return left

    def restore(self, draft: Draft, files: Mapping[str, Path]) -> Draft:
        """Makes a draft again of what was promised: copies its files (by item id) and saves it. Items whose file is gone are left out."""
        place = self._place(draft.id)
        kept = []
        try:
            make_folder(place)
            for item in draft.items:
                source = files.get(item.id)
                if source and source.exists() and copy_hashed(source, place / item.id) == (item.size_bytes, item.sha256):
                    kept.append(msgspec.structs.replace(item, file=item.id))
        except OSError as error:
            raise unwritable(error, self.folder) from error
        draft = msgspec.structs.replace(draft, items=tuple(kept))
        self.save(draft)
        return draft

    def _with(self, draft: Draft, item: DraftItem, limits: Limits | None) -> Draft:
        grown = msgspec.structs.replace(draft, items=(*draft.items, item), changed=datetime.now(UTC))
        try:
            if limits:
                self._check_count(draft, limits)
                _check_size(grown, limits)
            passing("draft-written")
            self.save(grown)
        except BaseException:
            self.path(draft, item).unlink(missing_ok=True)
            raise
        return grown

    def _check_count(self, draft: Draft, limits: Limits) -> None:
        if sum(1 for item in draft.items if item.included) >= limits.attachments:
            raise refused(Cause.TOO_MANY_FILES, limit=limits.attachments)

    def _is_there(self, draft: Draft, item: DraftItem) -> bool:
        try:
            return self.path(draft, item).stat().st_size == item.size_bytes
        except OSError:
            return False

    def _place(self, draft_id: str) -> Path:
        if not is_id(draft_id):
            raise ValueError("a draft's folder is named by its id")
        return self.folder / draft_id


def _check_size(draft: Draft, limits: Limits) -> None:
    size = sum(item.size_bytes for item in draft.items if item.included)
    if size > limits.report_bytes:
        raise refused(Cause.REPORT_TOO_LARGE, size_bytes=size, limit_bytes=limits.report_bytes)


def _encode(draft: Draft) -> bytes:
    """Half characters, which a text box can hold and no file can, are kept as question marks."""
    try:
        return msgspec.json.encode(draft)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_halves(msgspec.to_builtins(draft)))


def _without_halves(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {_without_halves(key): _without_halves(one) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_without_halves(one) for one in value]
        case _:
            return value
