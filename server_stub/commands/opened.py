"""An opened backend, as far as the words of the command line know it."""

from typing import TYPE_CHECKING, Protocol

from server_stub.settings.rows import Settings

if TYPE_CHECKING:  # the store's libraries are slow to import, and a word beside a running backend needs none
    from server_stub.identity.accounts import Accounts
    from server_stub.identity.audit import Audit
    from server_stub.identity.people import People
    from server_stub.knowledge.library import Library
    from server_stub.store.database import Store
    from server_stub.tickets.desk import Desk
    from server_stub.tickets.handling import Handling


class Backend(Protocol):
    """What the words use of it."""

    desk: "Desk"
    handling: "Handling"
    library: "Library"
    people: "People"
    accounts: "Accounts"
    audit: "Audit"
    store: "Store"
    settings: Settings
