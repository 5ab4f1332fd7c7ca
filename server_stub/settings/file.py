"""Reads DIR/settings.toml."""

import tomllib
from pathlib import Path

from server_stub.settings.checks import FILE_NAME, SettingsError, known
from server_stub.settings.rows import ROWS, Settings


def load(data: Path) -> Settings:
    """The settings of a data folder: defaults where the file, or a row of it, is absent. Raises `SettingsError`."""
    try:
        read = (data / FILE_NAME).read_bytes().decode()
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsError(f"{data / FILE_NAME} is not UTF-8 text (byte {error.start}).") from None
    except OSError as error:
        raise SettingsError(f"{data / FILE_NAME} can't be read: {error.strerror}.") from None
    return parsed(read)


def parsed(toml: str) -> Settings:
    """The settings that a file's text says. Raises `SettingsError`."""
    try:
        found = tomllib.loads(toml.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{FILE_NAME} is not valid TOML: {error}") from None
    known(found, tuple(ROWS))
    return Settings(**{name: ROWS[name].check(value, name) for name, value in found.items()})  # type: ignore[arg-type]
