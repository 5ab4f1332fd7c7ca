"""The search index follows the library: what changed goes into it in batches, and it goes on where it was interrupted.

Its position says from which library it was made and up to which change, as "MARK:NUMBER". Of another library, such as one that had to be
made anew, nothing in it holds.
"""

import logging
from collections.abc import Callable

from desktop_client.knowledge.index import Index
from desktop_client.knowledge.library import Library

log = logging.getLogger(__name__)


def follow(
    library: Library,
    index: Index,
    told: Callable[[int], object] = lambda _left: None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Brings the index to where the library is. `told` hears after each batch how many articles are left; `stopped` ends it early."""
    again = True
    mark, after = library.mark(), _place(index, library)
    while not stopped():
        if index.position() != f"{mark}:{after}" or library.mark() != mark:
            # One of the two had to be made anew meanwhile, or another process was here.
            mark, after = library.mark(), _place(index, library)
        changes = library.changes(after)
        if library.mark() != mark:
            continue
        if changes.gone:
            index.remove(changes.gone)
        if changes.last > after:
            after = changes.last
            index.put(changes.articles, f"{mark}:{after}")
        told(changes.left)
        if changes.left:
            continue
        if again and after and index.count() != library.findable():
            # It was damaged in the middle of being written.
            again = False
            log.info("The search index doesn't hold what it says, and is made anew")
            index.clear()
            continue
        return


def follows(library: Library, index: Index) -> bool:
    """Whether everything that is in the library can be found, and the library is whole."""
    return library.whole() and index.position() == f"{library.mark()}:{library.last_change()}"


def _place(index: Index, library: Library) -> int:
    mark, _, number = index.position().partition(":")
    if mark == library.mark() and number.isascii() and number.isdigit():
        return int(number)
    index.clear()
    index.set_position(f"{library.mark()}:0")
    return 0
