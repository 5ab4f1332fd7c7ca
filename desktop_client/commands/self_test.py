"""`sigap --self-test`: whether this installation works. What needs no Qt is looked at here; the program adds capture and tray."""

import importlib
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import desktop_client
from contract import assist_words
from desktop_client.backend.enrolment import open_session
from desktop_client.commands.command import Exit, Output
from desktop_client.reasons import RefusedError
from desktop_client.sentences.reasons import sentence
from desktop_client.system.folders import open_profile
from desktop_client.system.secrets import TokenStore
from desktop_client.version import client_version

LIBRARIES = ("apsw", "cryptography", "keyring", "msgspec", "mss", "platformdirs", "psutil", "requests", "truststore")
LANGUAGES = ("id",)
"""Besides English, which is in the program."""


class SkippedError(Exception):
    """There is nothing to look at here, and that is all right. The text says why."""


class BrokenError(Exception):
    """It does not work. The text says what."""


@dataclass(frozen=True)
class Check:
    """One thing that must work. `look` returns what it found, or raises SkippedError, BrokenError, RefusedError or anything else."""

    name: str
    look: Callable[[], str]


def basic_checks(folder: Path | None) -> tuple[Check, ...]:
    """What needs no Qt, for the profile in this folder (None: this account's own)."""
    return (
        Check("version", lambda: f"Sigap {client_version()}, Python {platform.python_version()}, {platform.system()}"),
        Check("libraries", _libraries),
        Check("translations", _translations),
        Check("words", _words),
        Check("folders", lambda: _folders(folder)),
        Check("backend", lambda: _backend(folder)),
    )


def run_checks(checks: Sequence[Check], output: Output) -> Exit:
    """Looks at everything, says what it found, and fails where anything is broken."""
    found = [(check.name, *_outcome(check)) for check in checks]
    values = {"checks": [{"name": name, "state": state, "detail": detail} for name, state, detail in found]}
    output.answer(values, "\n".join(f"{name}: {state}{f' ({detail})' if detail else ''}" for name, state, detail in found))
    return Exit.FAILED if any(state == "broken" for _, state, _ in found) else Exit.DONE


def _outcome(check: Check) -> tuple[str, str]:
    try:
        return "OK", check.look()
    except SkippedError as reason:
        return "skipped", str(reason)
    except BrokenError as error:
        return "broken", str(error)
    except RefusedError as error:
        return "broken", sentence(error.reason, desk="", company="", kept=False).title
    except Exception as error:  # noqa: BLE001 - whatever it is, the other checks are still of use
        return "broken", type(error).__name__


def _libraries() -> str:
    missing = []
    for name in LIBRARIES:
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    if missing:
        raise BrokenError(f"missing: {', '.join(missing)}")
    import apsw  # noqa: PLC0415 - it is there by now

    return f"{len(LIBRARIES)} libraries, SQLite {apsw.sqlite_lib_version()}"


def _translations() -> str:
    folder = Path(desktop_client.__file__).parent / "ui" / "translations"
    missing = [language for language in LANGUAGES if not _is_there(folder / f"sigap_{language}.qm")]
    if missing:
        raise BrokenError(f"missing: {', '.join(missing)}")
    return ", ".join(("en", *LANGUAGES))


def _words() -> str:
    short = [language for language in assist_words.LANGUAGES if len(assist_words.word_list(language)) != assist_words.WORDS]
    if short:
        raise BrokenError(f"not whole: {', '.join(short)}")
    return f"{assist_words.WORDS} in each of {', '.join(assist_words.LANGUAGES)}"


def _is_there(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def _folders(folder: Path | None) -> str:
    return str(open_profile(folder).root)


def _backend(folder: Path | None) -> str:
    profile = open_profile(folder)
    session = open_session(profile, TokenStore(profile))
    if session is None:
        raise SkippedError("this computer isn't registered yet")
    with session:
        session.check_health()
        return f"{session.host} answers"
