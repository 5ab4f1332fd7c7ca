"""What stands against a technician's action until it is confirmed."""

from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.tickets.queue import Technician
from server_stub.tickets.ticket_page import Entry


class Taken(RefusalError):  # noqa: N818 - it reads as what happened
    """The ticket is somebody else's; with `anyway` it is taken."""

    def __init__(self, technician: Technician) -> None:
        super().__init__(Code.CONFLICT, f"{technician.name} has this ticket.", field="assignee")
        self.technician = technician


class Newer(RefusalError):  # noqa: N818 - it reads as what happened
    """Another technician wrote something that the page didn't show; with `anyway` the own text is sent after it."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__(Code.CONFLICT, "Somebody else has answered. Nothing was sent.", field="expected")
        self.entries = entries
