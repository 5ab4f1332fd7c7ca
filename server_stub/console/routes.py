"""Every address of the technician's page, in one table. An address without a row in the test of all roles fails the tests."""

from server_stub.console import (
    account_page,
    alarms_page,
    assist_actions,
    assist_page,
    live_events,
    queue_page,
    sessions_page,
    sign_in_page,
    static_files,
    ticket_files,
    ticket_page,
    ticket_reply,
)
from server_stub.console.route import Route

ROUTES: tuple[Route, ...] = (
    *static_files.ROUTES,
    *sign_in_page.ROUTES,
    *account_page.ROUTES,
    *sessions_page.ROUTES,
    *live_events.ROUTES,
    *queue_page.ROUTES,
    *ticket_page.ROUTES,
    *ticket_reply.ROUTES,
    *ticket_files.ROUTES,
    *assist_page.ROUTES,
    *assist_actions.ROUTES,
    *alarms_page.ROUTES,
)
