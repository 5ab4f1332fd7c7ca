"""`/health` and `/about`: for anybody, before enrolment too."""

from typing import Any

from litestar import Request
from litestar.types import ASGIApp

from contract.about import About
from contract.endpoints import Health
from contract.tickets import REMOTE_HELP
from server_stub.api.replies import json_reply
from server_stub.api.way import Way
from server_stub.version import server_version


async def health(_request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """Answers once the store was read."""
    await way.run(way.desk.check)
    return json_reply(Health(status="ok", version=server_version()))


async def about(_request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The settings that clients go by."""
    settings = way.settings
    return json_reply(
        About(
            version=server_version(),
            company=settings.company,
            help_desk=settings.help_desk,
            telephone=settings.telephone,
            categories=settings.categories,
            matrix=settings.matrix,
            limits=settings.limits,
            hosts=settings.hosts,
            services=settings.services,
            portal_page=settings.portal_page,
            test_file=settings.test_file,
            dns_servers=settings.dns_servers,
            fixes_refused=settings.fixes_refused,
            synonyms=settings.synonyms,
            understands=("tried", REMOTE_HELP),
        )
    )
