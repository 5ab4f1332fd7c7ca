"""What the command line may ask of an opened backend: the same functions beside a running one and without one."""

import base64
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from contract.tickets import Ticket
from contract.uploads import Attachment
from server_stub.commands.demo_data import demo_data
from server_stub.commands.opened import Backend
from server_stub.knowledge.taken import TakenFile
from server_stub.refusals import RefusalError, ServerRefused

if TYPE_CHECKING:
    from server_stub.store.accounts import Account


def code(backend: Backend, reusable: bool, expires_days: int) -> str:  # noqa: FBT001 - always by name
    """A new enrolment code, as it is read out."""
    return backend.people.make_code(reusable, expires_days)


def tickets(backend: Backend) -> object:
    """Every ticket in one line."""
    return backend.desk.list_tickets()


def show(backend: Backend, ticket: str) -> object:
    """A ticket, whole, with the place of each attachment in the data folder as `source`."""
    found = backend.desk.show(ticket)
    return told(backend, found)


def told(backend: Backend, ticket: Ticket) -> dict[str, Any]:
    """The ticket as the command line says it."""

    def attached(many: tuple[Attachment, ...]) -> list[dict[str, Any]]:
        return [
            {
                "id": one.id,
                "name": one.name,
                "type": one.type,
                "bytes": one.size_bytes,
                "sha256": one.sha256,
                "kind": one.kind,
                "source": str(backend.desk.attachment_path(one.id)),
            }
            for one in many
        ]

    value: dict[str, Any] = msgspec.to_builtins(ticket)
    value["attachments"] = attached(ticket.attachments)
    for message, plain in zip(ticket.messages, value["messages"], strict=True):
        plain["attachments"] = attached(message.attachments)
    return value


def reply(backend: Backend, ticket: str, text: str, name: str | None) -> object:
    """Answers the employee."""
    return backend.desk.reply(ticket, text, name or backend.settings.desk_name)


def resolve(backend: Backend, ticket: str, name: str | None) -> object:
    """Marks a ticket as resolved."""
    return backend.desk.resolve(ticket, name or backend.settings.desk_name)


def computers(backend: Backend) -> object:
    """Every enrolment in one line."""
    return backend.people.computers()


def revoke(backend: Backend, computer: str) -> object:
    """Ends an enrolment by its id, or all of a computer's by its name; answers the ids."""
    return backend.people.revoke(computer)


def keep_articles(backend: Backend, files: list[dict[str, Any]]) -> object:
    """Keeps articles that were read already, with their pictures in base64."""
    return backend.library.keep(msgspec.convert(files, list[TakenFile]))


def article_guides(backend: Backend) -> object:
    """The published guides by id."""
    return backend.library.guides()


def list_articles(backend: Backend) -> object:
    """Every article in one line."""
    return backend.library.lines()


def held_articles(backend: Backend, after: str) -> object:
    """The next articles above an id, whole."""
    return backend.library.held(after)


def set_article_state(backend: Backend, article: str, state: str) -> object:
    """Publishes or retires; answers the ids."""
    return backend.library.set_state(article, state)


def add_user(backend: Backend, login: str, name: str, role: str, title: str, language: str, password: str, picture: str | None) -> object:
    """Lets somebody sign in; `picture` in base64."""
    from server_stub.store.accounts import Preferences, Role  # noqa: PLC0415 - the store's libraries are slow to import

    data = None if picture is None else base64.b64decode(picture)
    preferences = Preferences(language=language)
    return told_user(backend.accounts.add(login, name, Role(role), title, password=password, picture=data, preferences=preferences))


def users(backend: Backend) -> object:
    """Every account in one line."""
    return backend.accounts.lines()


def disable_user(backend: Backend, login: str) -> object:
    """Lets somebody sign in no more."""
    return told_user(backend.accounts.disable(login))


def enable_user(backend: Backend, login: str) -> object:
    """Takes that back."""
    return told_user(backend.accounts.enable(login))


def set_user_password(backend: Backend, login: str, password: str) -> object:
    """A new password."""
    return told_user(backend.accounts.set_password(login, password))


def told_user(account: "Account") -> dict[str, Any]:
    """An account as the command line says it."""
    names = ("id", "login", "name", "title", "role", "disabled", "picture_sha256")
    return {name: getattr(account, name) for name in names} | {"language": account.preferences.language}


def audit_entries(backend: Backend, after: int) -> object:
    """The next entries of the audit above a number."""
    return backend.audit.entries(after)


def verify_audit(backend: Backend, noted: str) -> object:
    """Whether the audit is whole, and which entry has the hash that was noted."""
    return backend.audit.verify(noted)


USER_WORDS = (add_user, users, disable_user, enable_user, set_user_password)
AUDIT_WORDS = (audit_entries, verify_audit)
ARTICLE_WORDS = (keep_articles, article_guides, list_articles, held_articles, set_article_state)


def as_sentences(word: Callable[..., object]) -> Callable[..., object]:
    """The word, with a refusal of the store (a full disk, a backend that is ending) told as a sentence."""

    @functools.wraps(word)
    def wrapped(backend: Backend, **args: object) -> object:
        try:
            return word(backend, **args)
        except RefusalError as error:
            raise ServerRefused(error.detail or f"The backend refused this: {error.code}.") from None

    return wrapped


WORDS: dict[str, Callable[..., object]] = {
    word.__name__: as_sentences(word)
    for word in (code, tickets, show, reply, resolve, computers, revoke, demo_data, *ARTICLE_WORDS, *USER_WORDS, *AUDIT_WORDS)
}
