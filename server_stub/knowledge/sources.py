"""Where articles are imported from: a folder or a zip, read within bounds. Nothing is unpacked to disk, nothing outside is reached."""

import os
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Protocol

from server_stub.knowledge.unreadable import UnreadableError
from server_stub.refusals import ServerRefused

ENDINGS = (".md", ".markdown")
MOST_FILES = 200_000
MOST_BYTES = 4_000_000_000
"""Of a zip, unpacked."""
MOST_RATIO = 200
"""Text is seldom packed to less than a tenth; a zip that grows by more than this is a bomb."""
FREE_BYTES = 50_000_000
"""A zip that holds no more than this may grow as it likes."""


class Sources(Protocol):
    """Files by their name, which is the path in the folder or zip with slashes. Reading raises `UnreadableError`."""

    names: list[str]
    unreadable: list[tuple[str, str]]

    def read(self, name: str, most: int) -> bytes:
        """A file's bytes."""
        ...

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        ...


class FolderSources:
    """A folder with everything below it. Links to folders are not followed, and names that begin with a point are left out.

    With `only`, one article of the folder, with its pictures.
    """

    def __init__(self, folder: Path, only: str = "") -> None:
        self._folder = folder
        self.names: list[str] = [only] if only else []
        self.unreadable: list[tuple[str, str]] = []
        if not only:
            self._look()

    def _look(self) -> None:
        folder = self._folder
        for where, inner, files in os.walk(folder, onerror=self._note):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            here = PurePosixPath(Path(where).relative_to(folder).as_posix())
            self.names += [str(here / name) for name in files if is_article(name)]
            if len(self.names) > MOST_FILES:
                raise ServerRefused(f"{folder} holds more than {MOST_FILES:,} articles: import it in parts.")
        self.names.sort()

    def read(self, name: str, most: int) -> bytes:
        """The file's bytes."""
        try:
            path = self._folder / name
            if not path.is_file():
                raise UnreadableError("It is not a file: put the article itself here.")
            with path.open("rb") as file:
                return bounded(file.read(most + 1), most)
        except OSError as error:
            raise UnreadableError(f"It can't be read: {error.strerror or error}.") from None

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self._folder / name).is_file()

    def _note(self, error: OSError) -> None:
        if error.filename == str(self._folder):
            raise ServerRefused(f"{self._folder} can't be read: {error.strerror}.") from None
        place = Path(error.filename).relative_to(self._folder).as_posix()
        self.unreadable.append((place, f"The folder can't be read: {error.strerror}."))


class ZipSources:
    """A zip. Its files are read one at a time, and what is a zip inside it stays one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.names: list[str] = []
        self.unreadable: list[tuple[str, str]] = []
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise ServerRefused(f"{path} can't be read: {error.strerror or error}.") from None
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
            raise ServerRefused(f"{path} is not a zip that can be read ({error}).") from None
        found = self._zip.infolist()
        self._refuse_bomb(found)
        self._held: dict[str, zipfile.ZipInfo] = {}
        for one in found:
            if one.is_dir():
                continue
            name = PurePosixPath(one.filename.replace("\\", "/"))
            if name.is_absolute() or ".." in name.parts or ":" in name.parts[0] or not one.filename.isprintable():
                self.unreadable.append((one.filename, "Its name leads out of the zip: pack it again with a plain name."))
            elif not any(part.startswith((".", "__MACOSX")) for part in name.parts):
                self._held[str(name)] = one
        self.names = sorted(name for name in self._held if is_article(name))

    def read(self, name: str, most: int) -> bytes:
        """The file's bytes. The size that the zip announces is not believed."""
        one = self._held[name]
        if one.flag_bits & 0x1:
            raise UnreadableError("It is encrypted: pack it without a password.")
        try:
            with self._zip.open(one) as file:
                return bounded(file.read(most + 1), most)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
            raise UnreadableError(f"The zip is damaged here ({error}): pack it again.") from None

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self._held

    def _refuse_bomb(self, found: list[zipfile.ZipInfo]) -> None:
        total, packed = sum(one.file_size for one in found), max(1, self._path.stat().st_size)
        if len(found) > MOST_FILES:
            raise ServerRefused(f"{self._path} holds more than {MOST_FILES:,} files: import it in parts.")
        if total > MOST_BYTES or (total > FREE_BYTES and total / packed > MOST_RATIO):
            raise ServerRefused(f"{self._path} would unpack to {total:,} bytes from {packed:,}: that is too much for articles.")


def opened(path: Path) -> Sources:
    """The folder, article or zip at a path. Raises `ServerRefused`."""
    if path.is_dir():
        return FolderSources(path)
    if not path.exists():
        raise ServerRefused(f"{path} isn't there.")
    if not path.is_file():
        raise ServerRefused(f"{path} is neither a folder nor a zip.")
    return FolderSources(path.parent, path.name) if is_article(path.name) else ZipSources(path)


def is_article(name: str) -> bool:
    """Whether the file is taken for an article."""
    return name.lower().endswith(ENDINGS) and not name.startswith(".")


def bounded(data: bytes, most: int) -> bytes:
    """The bytes. Raises `UnreadableError` when there are more than may be."""
    if len(data) > most:
        raise UnreadableError(f"It is larger than {most // 1_000_000} MB: make it shorter, or several of it.")
    return data
