"""Two faces at one address: the interface of employees' clients, and the technicians' page."""

from collections.abc import Callable

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send


class Faces:
    """Gives each request to the face whose path it has. The application's life is the first one's."""

    def __init__(self, api: ASGIApp, page: ASGIApp, is_page: Callable[[str], bool]) -> None:
        self._api = api
        self._page = page
        self._is_page = is_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the life of the application."""
        page = scope["type"] == ScopeType.HTTP and self._is_page(scope["path"])
        await (self._page if page else self._api)(scope, receive, send)
