"""One address of the technician's page: who may ask for it, and which function answers."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from litestar.types import ASGIApp

from server_stub.console.asked import Asked
from server_stub.console.way import Way
from server_stub.store.accounts import Role

Handler = Callable[[Asked, Way], Awaitable[ASGIApp]]

EVERYONE = frozenset(Role)
LEADS = frozenset({Role.LEAD})


@dataclass(frozen=True)
class Route:
    """`path` is written below /console, with `{name}` for a part without a slash and `{name:path}` for the rest. `roles` are those who
    may ask; None: somebody who isn't signed in, too. `by_itself`: an open page asks for it without anybody doing something, so that it
    doesn't keep a session from being idle.
    """

    method: Literal["GET", "POST"]
    path: str
    name: str
    handler: Handler
    roles: frozenset[Role] | None
    by_itself: bool = False

    def match(self, path: str) -> Mapping[str, str] | None:
        """The parts of a path that this address stands for, or None."""
        pattern = re.sub(r"\\{(\w+)(:path)?\\}", lambda part: f"(?P<{part[1]}>{'.+' if part[2] else '[^/]+'})", re.escape(self.path))
        found = re.fullmatch(pattern, path)
        return found and found.groupdict()
