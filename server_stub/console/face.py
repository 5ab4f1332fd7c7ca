"""The technician's page as an application: finds the address, asks who it is, and turns every refusal into words."""

import contextlib
import logging
from collections.abc import Mapping
from functools import partial
from urllib.parse import quote

from litestar import Request
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, Receive, Scope, Send

from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.cookies import secret_of
from server_stub.console.headers import guarded
from server_stub.console.languages import chosen
from server_stub.console.pages import back, json_answer, page
from server_stub.console.refused import LEADS_ONLY, NOT_FROM_HERE, SIGNED_OUT, NotAllowedError, SignedOutError, sentence, status_of
from server_stub.console.route import Route
from server_stub.console.routes import ROUTES
from server_stub.console.same_origin import has_word, is_from_here
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.web.request_body import ClientGoneError
from server_stub.web.request_log import noted

log = logging.getLogger("sigap.console")
ROOT = "/console"


def is_ours(path: str) -> bool:
    """Whether a path belongs to the technician's page."""
    return path in {"/", ROOT} or path.startswith(f"{ROOT}/")


class Console:
    """The technician's page."""

    def __init__(self, way: Way) -> None:
        self._way = way

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        request: Request = Request(scope, receive, guarded(send))  # type: ignore[type-arg]
        answer = await self._answer(request)
        await answer(scope, receive, guarded(send))

    async def _answer(self, request: Request) -> ASGIApp:  # type: ignore[type-arg]
        language = chosen("", request.headers.get("accept-language", ""))
        asked = Asked(request, self._way.settings.company, None, language, "system")
        try:
            return await self._handled(asked)
        except ClientGoneError:
            return self._refusal(asked, RefusalError(Code.BAD_REQUEST))
        except (RefusalError, SignedOutError, NotAllowedError) as refusal:
            await keep_typed(asked)
            return self._refusal(asked, refusal)
        except Exception as error:
            log.exception("unexpected", extra={"request_id": noted(request.scope).request_id})
            return self._refusal(asked, error)

    async def _handled(self, asked: Asked) -> ASGIApp:
        request = asked.request
        path = request.scope["path"]
        if not path.startswith(f"{ROOT}/"):
            return back(asked, f"{ROOT}/")
        method = "GET" if request.method == "HEAD" else str(request.method)
        route, asked.parts, known = find(method, path.removeprefix(ROOT))
        if route is not None:
            request.scope["path_template"] = f"{ROOT}{route.path}"
        if route is None or route.roles is not None:
            await self._recognise(asked, active=route is not None and not route.by_itself)
        if method == "POST":
            await self._check_origin(asked)
        if route is None:
            raise RefusalError(Code.METHOD_NOT_ALLOWED if known else Code.NOT_FOUND)
        if route.roles is not None and asked.account.role not in route.roles:
            raise NotAllowedError(LEADS_ONLY)
        return await route.handler(asked, self._way)

    async def _recognise(self, asked: Asked, *, active: bool) -> None:
        """Finds out who asks. Raises `SignedOutError`."""
        secret = secret_of(asked.request)
        asked.signed_in = await self._way.run(partial(self._way.web_sessions.who, secret, active=active)) if secret else None
        if asked.signed_in is None:
            raise SignedOutError
        preferences = asked.account.preferences
        asked.language = chosen(preferences.language, asked.request.headers.get("accept-language", ""))
        asked.theme = preferences.appearance

    @staticmethod
    async def _check_origin(asked: Asked) -> None:
        if not is_from_here(asked.request) or (asked.signed_in is not None and not await has_word(asked)):
            raise NotAllowedError(NOT_FROM_HERE)

    @staticmethod
    def _refusal(asked: Asked, error: Exception) -> ASGIResponse:
        """An error as a page for a person, as JSON for a script; who isn't signed in is led there."""
        note = noted(asked.request.scope)
        note.problem = error.code.value if isinstance(error, RefusalError) else type(error).__name__
        status = status_of(error)
        if isinstance(error, SignedOutError) and asked.reads_pages and asked.request.method in {"GET", "HEAD"}:
            return back(asked, f"{ROOT}/sign-in?next={quote(wanted(asked))}")
        if isinstance(error, RefusalError):
            said = sentence(asked, error)
        elif isinstance(error, NotAllowedError):
            said = asked.gettext(str(error))
        elif isinstance(error, SignedOutError):
            said = asked.gettext(SIGNED_OUT)
        else:
            said = sentence(asked, RefusalError(Code.INTERNAL))
        headers = {"Retry-After": str(error.retry_after_s)} if isinstance(error, RefusalError) and error.retry_after_s else {}
        if not asked.reads_pages:
            return json_answer({"sentence": said, "reference": note.request_id, "signed_out": status == 401}, status, headers)
        template = "refused.html" if asked.signed_in else "refused_outside.html"
        return page(asked, template, status, headers, said=said, reference=note.request_id, typed=typed(asked), lost=status == 404)


def find(method: str, path: str) -> tuple[Route | None, Mapping[str, str], bool]:
    """The route for a request with the parts of its path, and whether the path is one at all."""
    known = False
    for route in ROUTES:
        parts = route.match(path)
        if parts is not None:
            if route.method == method:
                return route, parts, True
            known = True
    return None, {}, known


def wanted(asked: Asked) -> str:
    """Where somebody wanted to go who has to sign in first."""
    query = asked.request.scope["query_string"].decode("latin-1")
    path = quote(asked.request.scope["path"], safe="/")
    return f"{path}?{query}" if query else path


async def keep_typed(asked: Asked) -> None:
    """Reads a form that was refused before anybody looked at it."""
    if asked.request.method == "POST" and asked.sends_form and asked.read_form is None and is_from_here(asked.request):
        with contextlib.suppress(RefusalError, ClientGoneError):
            await asked.form()


def typed(asked: Asked) -> str:
    """What was written in a form that was refused, so that it isn't gone."""
    return asked.read_form.get("text") if asked.read_form else ""
