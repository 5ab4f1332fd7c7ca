"""Technicians of a served backend, and files as browsers send them."""

from collections.abc import Iterator
from datetime import UTC, datetime

from contract.ids import new_id
from server_stub.app import Backend
from server_stub.store import accounts
from server_stub.store.accounts import Account, Preferences, Role

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (8).to_bytes(4) + (8).to_bytes(4) + b"\x08\x02\0\0\0" + bytes(40)


def technician(backend: Backend, name: str, role: Role = Role.TECHNICIAN) -> Account:
    """An account with which nobody can sign in: its password is none."""
    login = name.split(maxsplit=1)[0].casefold()
    account = Account(
        id=new_id(), login=login, name=name, role=role, title="", picture="", picture_sha256="", disabled=False, preferences=Preferences()
    )
    backend.store.write(lambda work: accounts.add(work, account, "!", datetime.now(UTC)))
    return account


def pieces(data: bytes, size: int = 7) -> Iterator[bytes]:
    for place in range(0, len(data), size):
        yield data[place : place + size]
