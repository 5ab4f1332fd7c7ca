"""Check this computer: collect facts side by side, and take out of them what must not leave before anybody sees them."""

import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from contract.diagnostics import Diagnostics, Fact, Hidden, NotCollected
from desktop_client.system.machine.identity import account, computer_name, display_name
from desktop_client.system.not_known import NotKnown
from desktop_client.system.programs.front_program import FrontProgram


def diagnose(
    *,
    address: str | None,
    hosts: tuple[str, ...] = (),
    known_secrets: Callable[[], Iterable[str]] = tuple,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    limit_s: float | None = None,
    cancelled: threading.Event | None = None,
    front: FrontProgram | NotKnown | None = None,
) -> Diagnostics:
    """The facts of this computer, redacted, and what could not be told. Blocks; call it in a background thread.

    `address` is the backend's, None before enrolment; `hosts` are the company's, "name:port". `known_secrets` gives what must never leave:
    the device token, an enrolment code, a proxy's password. `on_progress` is called in this thread with how many collectors have answered,
    and of how many. After `limit_s`, or once `cancelled` is set, what has come until then is given, the rest is told as slow.
    `front` is the program that was in front before our own window showed.
    """
    # Collectors and their libraries are loaded when somebody asks: a tray at rest needs none of them.
    from desktop_client.diagnostics.catalogue import COLLECTORS  # noqa: PLC0415 - not at start
    from desktop_client.diagnostics.redaction.redact import redactor  # noqa: PLC0415 - the same
    from desktop_client.diagnostics.redaction.shown import shown  # noqa: PLC0415 - the same
    from desktop_client.diagnostics.runner import Asked, run_collectors  # noqa: PLC0415 - the same

    started = time.monotonic()
    collected = datetime.now(UTC)
    results = run_collectors(
        COLLECTORS, Asked(address=address, hosts=hosts, front=front), limit_s=limit_s, stop=cancelled, on_progress=on_progress
    )
    names = ((account(), Hidden.USER_NAME), (display_name(), Hidden.USER_NAME), (computer_name(), Hidden.COMPUTER_NAME))
    cleaning = redactor(known_secrets(), names)
    facts: list[Fact] = []
    missing: list[NotCollected] = []
    for result in results:
        cleaned, dropped = shown(result, cleaning)
        facts += cleaned
        missing += dropped
    return Diagnostics(facts=tuple(facts), not_collected=tuple(missing), collected=collected, took_s=round(time.monotonic() - started, 2))
