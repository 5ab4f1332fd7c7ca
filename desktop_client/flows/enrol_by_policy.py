"""Registers this computer by itself, with the address and the code that the company's policy gives, as soon as the backend answers."""

import logging
import threading
from collections.abc import Callable

from desktop_client.flows.instance import Instance
from desktop_client.help_desk.backoff import Backoff
from desktop_client.reasons import Cause, RefusedError

log = logging.getLogger(__name__)

POINTLESS = {Cause.ADDRESS, Cause.CODE_WRONG, Cause.CODE_USED, Cause.CODE_EXPIRED}
"""Only another policy cures these, and it is read at the next start. Asking again would use up the tries of everybody at this address."""


class PolicyEnrolment:
    """`run` belongs to a thread of its own; `wake` and `close` may be called by any."""

    def __init__(self, instance: Instance, enrolled: Callable[[], object], backoff: Backoff | None = None) -> None:
        """`enrolled` is called in the thread of `run`, once, when this computer was registered here."""
        self._instance, self._enrolled = instance, enrolled
        self._backoff = backoff or Backoff()
        self._told = threading.Condition()
        self._closed = False

    def run(self) -> None:
        """Tries until this computer is registered, whoever did it; ends at once where the policy gives no address or no code."""
        values = self._instance.preferences.values()
        if not values.backend_address or not values.backend_code:
            return
        while not self._closed and self._instance.enrolment() is None:
            try:
                self._instance.enrol(values.backend_address, values.backend_code, confirmed=True)
            except RefusedError as error:
                log.info("Not registered by the policy yet: %s", error.reason.cause.value)
                if error.reason.cause in POINTLESS:
                    return
                self._wait(error.reason.retry_after_s)
            else:
                self._enrolled()
                return

    def wake(self) -> None:
        """The network or a person gives cause to try at once."""
        with self._told:
            self._backoff.hurry()
            self._told.notify_all()

    def close(self) -> None:
        """Ends the waiting. A try that is on its way ends by itself."""
        with self._told:
            self._closed = True
            self._told.notify_all()

    def _wait(self, asked_s: float | None) -> None:
        with self._told:
            self._backoff.failed(asked_s)
            while not self._closed and self._backoff.wait_s > 0:
                self._told.wait(self._backoff.wait_s)
