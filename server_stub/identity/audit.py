"""The audit, as an administrator reads and proves it."""

from sqlalchemy.exc import DBAPIError

from server_stub.refusals import ServerRefused
from server_stub.store import audit
from server_stub.store.audit import Entry, Verified
from server_stub.store.database import Store

MOST = 500


class Audit:
    """Everything that must be provable later. It is written where it happens."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, after: int, most: int = MOST) -> list[Entry]:
        """The next entries above a number, oldest first. Raises `ServerRefused` for some that can't be read any more."""
        try:
            return self._store.read(lambda connection: audit.entries(connection, after, min(most, MOST)))
        except DBAPIError:
            raise ServerRefused("The audit can't be read: sigap-server audit verify says where it was changed.") from None

    def verify(self, noted: str = "") -> Verified:
        """Whether the chain is whole; see `server_stub.store.audit.verify`."""
        return self._store.read(lambda connection: audit.verify(connection, noted))
