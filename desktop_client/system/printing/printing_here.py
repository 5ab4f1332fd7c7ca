"""Printing on this computer, as its checks ask about it: CUPS on Linux and macOS, Windows' own service."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_client.system.commands import Run
from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing import print_queues, windows_printing
from desktop_client.system.printing.default_printer import chosen_default
from desktop_client.system.printing.print_queues import Document, Queues

DESCRIPTIONS = (Path("/etc/cups/ppd"), Path("/private/etc/cups/ppd"))


@dataclass(frozen=True, kw_only=True)
class Printing:
    """The questions. `queue_exists` is asked when the service is silent: whether it has anything to do here at all."""

    queues: Callable[[], Queues | NotKnown] = print_queues.read_queues
    documents: Callable[[], tuple[Document, ...] | NotKnown] = print_queues.read_documents
    last_printed: Callable[[], datetime | None] = print_queues.last_printed
    queue_exists: Callable[[], bool]


def printing_of(run: Run) -> Printing:
    """This computer's printing. Windows: written from the documented form, not run."""
    if sys.platform == "win32":
        asked = windows_printing.WindowsPrinting(run)
        return Printing(queues=asked.queues, documents=asked.documents, last_printed=lambda: None, queue_exists=asked.queue_exists)
    return Printing(queue_exists=queue_exists)


def queue_exists(descriptions: tuple[Path, ...] = DESCRIPTIONS) -> bool:
    """Whether a queue was set up here, as far as that is seen without the service: its description, or somebody's choice of it."""
    return bool(chosen_default()) or any(True for folder in descriptions for _ in folder.glob("*.ppd"))
