"""The search index follows the library: what changed goes into it in batches, and it goes on where it was interrupted.

Its position says from which library it was made and up to which change, as "MARK:NUMBER". Of another library, such as one that had to be
made anew, nothing in it holds.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from contract.articles import Article
from desktop_client.knowledge.library import Library


class FollowingIndex(Protocol):
    """As much of the index as feeding needs."""

    def put(self, articles: Sequence[Article]) -> None:
        """Makes them findable, in the place of what had their ids."""

    def remove(self, ids: Iterable[str]) -> None:
        """Makes them unfindable."""

    def clear(self) -> None:
        """Makes everything unfindable, and the position ""."""

    def position(self) -> str:
        """What `set_position` said last."""

    def set_position(self, position: str) -> None:
        """Says up to where everything is in it."""


def follow(
    library: Library,
    index: FollowingIndex,
    told: Callable[[int], object] = lambda _left: None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Brings the index to where the library is. `told` hears after each batch how many articles are left; `stopped` ends it early."""
    mark, after = library.mark(), _place(index, library)
    while not stopped():
        changes = library.changes(after)
        if library.mark() != mark:
            mark, after = library.mark(), _place(index, library)
            continue
        findable = [article for article in changes.articles if not (article.guide and article.guide.part)]
        parts = [article.id for article in changes.articles if article.guide and article.guide.part]
        if changes.gone or parts:
            index.remove([*changes.gone, *parts])
        if findable:
            index.put(findable)
        if changes.last > after:
            after = changes.last
            index.set_position(f"{mark}:{after}")
        told(changes.left)
        if not changes.left:
            return


def follows(library: Library, index: FollowingIndex) -> bool:
    """Whether everything that is in the library can be found, and the library is whole."""
    return library.whole() and index.position() == f"{library.mark()}:{library.last_change()}"


def _place(index: FollowingIndex, library: Library) -> int:
    mark, _, number = index.position().partition(":")
    if mark == library.mark() and number.isascii() and number.isdigit():
        return int(number)
    index.clear()
    index.set_position(f"{library.mark()}:0")
    return 0
