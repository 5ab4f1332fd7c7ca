"""What employees' clients fetch: changes in order, in pages of JSON that are put together from rows which are JSON already."""

import gzip
import threading
from collections import OrderedDict
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from contract.articles import PAGE_BYTES
from server_stub.store import articles
from server_stub.store.database import Store

MOST_ROWS = 5_000
CACHE_BYTES = 32_000_000
"""10,000 articles fit, compressed to about a quarter."""
GZIP_LEVEL = 5


@dataclass(frozen=True)
class Asked:
    """Which page: the changes after `after`, when `last` was the newest."""

    last: int
    after: int


class Pages:
    """Pages, and the memory of compressed ones that were asked for lately: after an import all clients ask for the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._made: OrderedDict[Asked, bytes] = OrderedDict()
        self._size = 0

    def page(self, after: int) -> bytes:
        """The page's body, from the rows."""
        return self._store.read(lambda connection: page(connection, self._store.epoch, after))

    def zipped_page(self, after: int) -> bytes:
        """The page's body in gzip. One is made at a time: whoever waits finds it made."""
        with self._lock:
            asked = Asked(self._store.read(articles.last_change), after)
            if asked not in self._made:
                self._remember(asked, gzip.compress(self.page(after), GZIP_LEVEL, mtime=0))
            self._made.move_to_end(asked)
            return self._made[asked]

    def _remember(self, asked: Asked, made: bytes) -> None:
        if self._made and next(iter(self._made)).last != asked.last:
            self._made.clear()
            self._size = 0
        self._made[asked] = made
        self._size += len(made)
        while self._size > CACHE_BYTES and len(self._made) > 1:
            self._size -= len(self._made.popitem(last=False)[1])


def page(connection: Connection, epoch: str, after: int) -> bytes:
    """An `ArticlesPage` as JSON.

    Whoever saw a number that was never given, saw it before these data were brought back from a copy: the answer has an epoch of its own,
    so that the client begins anew.
    """
    last = articles.last_change(connection)
    if after > last:
        epoch = f"{epoch}/{last}"
    shown: list[bytes] = []
    gone: list[str] = []
    size, seen, more = 0, after, False
    rows = 0
    for row in articles.changed_after(connection, after, MOST_ROWS):
        content = row.content.encode()
        if size and size + len(content) > PAGE_BYTES:
            more = True
            break
        rows += 1
        size += len(content) + len(row.id)
        seen = row.change
        if content:
            shown.append(content)
        else:
            gone.append(row.id)
    more = more or rows == MOST_ROWS
    told = msgspec.json.encode({"last": seen if more else last, "more": more, "total": articles.count_shown(connection)})
    return b'{"epoch":%s,"articles":[%s],"gone":%s,%s' % (
        msgspec.json.encode(epoch),
        b",".join(shown),
        msgspec.json.encode(gone),
        told[1:],
    )
