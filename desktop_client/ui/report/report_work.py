"""What the windows of a report have done for them. Every function blocks and is called beside Qt's thread, unless it says otherwise."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from contract.about import About
from contract.diagnostics import Diagnostics
from desktop_client.help_desk.delivery import Delivery
from desktop_client.help_desk.draft import Draft

Pointer = tuple[int, int] | None
"""Where the mouse is, in native pixels."""


@dataclass(frozen=True, kw_only=True)
class Click:
    """What a click on *Report a problem* took: a fresh draft, with its pictures, and the drafts that were kept before, newest first."""

    draft: Draft
    kept: tuple[Draft, ...]


@dataclass(frozen=True, kw_only=True)
class ReportWork:
    """The functions; each raises RefusedError where a person can do something about it.

    `begin` notes the program in front and takes the screens. `capture` takes them again. `adopt` gives a kept draft the pictures of a
    fresh one, left out until the person puts them back. `diagnose` gets how to tell progress, and an event that ends it early.
    `clean` gives the draft without what can't be sent, the same draft if there is nothing. `place` and `about` answer at once.
    """

    begin: Callable[[Pointer], Click]
    capture: Callable[[Draft, Pointer], Draft]
    adopt: Callable[[Draft, Draft], Draft]
    diagnose: Callable[[Callable[[int, int], None], threading.Event], Diagnostics]
    save: Callable[[Draft], None]
    delete: Callable[[str], None]
    add_file: Callable[[Draft, Path, Callable[[int, int], None], Callable[[], bool]], Draft]
    add_picture: Callable[[Draft, bytes], Draft]
    add_log: Callable[[Draft, bytes], Draft]
    remove: Callable[[Draft, str], Draft]
    clean: Callable[[Draft], Draft]
    send: Callable[[Draft, Callable[[int, int], None]], Delivery]
    save_as_file: Callable[[Draft, Path], None]
    edit: Callable[[str], Draft]
    place: Callable[[Draft], Path]
    about: Callable[[], About]
    person: str
    computer: str
