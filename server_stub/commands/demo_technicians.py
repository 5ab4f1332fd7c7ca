"""Who works at the invented company's help desk. Nobody knows their passwords but whoever reads what the command says once."""

import secrets
from typing import TYPE_CHECKING, Any

from server_stub.commands.demo_tickets import TECHNICIANS
from server_stub.commands.opened import Backend

if TYPE_CHECKING:  # loaded with the backend, and slow without it
    from server_stub.store.accounts import Account

Technicians = dict[str, "Account"]
"""By login."""


def made_technicians(backend: Backend) -> tuple[Technicians, list[dict[str, Any]]]:
    """Those of the help desk, made where they are missing; and what is told of each, `password` "" for one that was there."""
    from server_stub.store.accounts import Role  # noqa: PLC0415 - loaded with the backend, and slow without it

    there = {account.login: account for account in backend.accounts.all()}
    told = []
    for one in TECHNICIANS:
        password = "" if one.login in there else new_password()
        if password:
            there[one.login] = backend.accounts.add(one.login, one.name, Role(one.role), one.title, password=password)
        told.append({"login": one.login, "name": one.name, "role": one.role, "password": password})
    return there, told


def new_password() -> str:
    """One that can be typed from a screen: 64 random bits in four groups."""
    return "-".join(secrets.token_hex(2) for _ in range(4))
