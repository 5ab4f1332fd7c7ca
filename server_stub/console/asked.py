"""A request to the technician's page, with who asks it and in which language they read."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qs

import msgspec
from litestar import Request

from contract.problems import Code
from server_stub.console.languages import catalogue
from server_stub.identity.web_sessions import SignedIn
from server_stub.refusals import RefusalError
from server_stub.store.accounts import Account
from server_stub.store.tickets import read_number, shown_number
from server_stub.web.request_body import pieces, whole

FORM_BYTES = 1_000_000
JSON_BYTES = 200_000
FIELDS = 500
FORM = "application/x-www-form-urlencoded"
Decoded = TypeVar("Decoded")


class Form:
    """The fields of a form that was sent. A field may be there several times."""

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        self._fields = fields

    def get(self, name: str, default: str = "") -> str:
        """A field's value; the last one where there are several."""
        return self._fields.get(name, [default])[-1]

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, in order."""
        return tuple(self._fields.get(name, ()))


@dataclass
class Asked:
    """What a handler is asked. `language` is "en" or "id"; `theme` "light", "dark" or "system"."""

    request: Request[Any, Any, Any]
    company: str
    signed_in: SignedIn | None
    language: str
    theme: str
    parts: Mapping[str, str] = field(default_factory=dict)
    read_form: Form | None = None

    @property
    def account(self) -> Account:
        """Who asks. Only for addresses that need somebody."""
        assert self.signed_in is not None  # noqa: S101 - the face asked before
        return self.signed_in.account

    @property
    def session_id(self) -> str:
        """The session's id, as the list of sessions names it; not the secret."""
        assert self.signed_in is not None  # noqa: S101 - the face asked before
        return self.signed_in.session_id

    @property
    def csrf(self) -> str:
        """What every form and every script of this session sends along; "" for nobody."""
        return self.signed_in.csrf if self.signed_in else ""

    @property
    def address(self) -> str:
        """Where the request comes from; the server has put a trusted proxy's client there already."""
        client = self.request.scope.get("client")
        return client[0] if client else ""

    @property
    def agent(self) -> str:
        """What the browser says that it is."""
        return self.request.headers.get("user-agent", "")

    @property
    def reads_pages(self) -> bool:
        """Whether a person gets to see the answer as a page; a script and a picture don't ask for HTML."""
        return "text/html" in self.request.headers.get("accept", "")

    def path(self, name: str) -> str:
        """A part of the address."""
        return self.parts[name]

    def number(self) -> str:
        """The ticket's number in the address, in its one spelling. Raises `RefusalError` not-found for what is no number."""
        number = read_number(self.parts["number"])
        if number is None:
            raise RefusalError(Code.NOT_FOUND)
        return shown_number(number)

    def query(self, name: str, default: str = "") -> str:
        """A value after the question mark. Raises `RefusalError` bad-request for more values than any page of ours asks with."""
        typed = self.request.scope["query_string"].decode("latin-1")
        try:
            found = parse_qs(typed, keep_blank_values=True, max_num_fields=FIELDS, errors="replace")
        except ValueError:
            raise RefusalError(Code.BAD_REQUEST, "There are too many values after the question mark.") from None
        return found.get(name, [default])[-1]

    @property
    def sends_form(self) -> bool:
        """Whether the body is a form's."""
        return self.request.headers.get("content-type", "").partition(";")[0].strip().lower() == FORM

    async def form(self, limit: int = FORM_BYTES) -> Form:
        """The form that was sent, read once. Raises `RefusalError` too-large, or bad-request for what is no form in UTF-8."""
        if self.read_form is None:
            self.read_form = Form({})  # a body that can't be read is gone, and not waited for again
            raw = await whole(self.request, limit)
            try:
                self.read_form = Form(parse_qs(raw.decode("ascii"), keep_blank_values=True, max_num_fields=FIELDS, errors="strict"))
            except (ValueError, UnicodeError):
                raise RefusalError(Code.BAD_REQUEST, "The form can't be read.") from None
        return self.read_form

    async def json(self, limit: int = JSON_BYTES, kind: type[Decoded] | Any = Any) -> Any:
        """The JSON that was sent, as `kind` (strictly) or as plain values. Raises `RefusalError` too-large, bad-request or invalid."""
        self._refuse_form()
        raw = await whole(self.request, limit)
        try:
            return msgspec.json.decode(raw, type=kind)
        except msgspec.ValidationError as error:
            raise RefusalError(Code.INVALID, str(error)) from None
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            raise RefusalError(Code.BAD_REQUEST, "The body is not JSON.") from None

    def pieces(self) -> AsyncIterator[bytes]:
        """The body as it arrives, for files. The handler bounds it. Raises `RefusalError` for a form."""
        self._refuse_form()
        return pieces(self.request)

    def _refuse_form(self) -> None:
        """Where something else is expected; a form was read already, for the session's word."""
        if self.sends_form:
            raise RefusalError(Code.BAD_REQUEST, "A form was not expected.")

    def gettext(self, text: str) -> str:
        """A text in the reader's language."""
        return catalogue(self.language).gettext(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A text with a number in the reader's language."""
        return catalogue(self.language).ngettext(one, many, count)
