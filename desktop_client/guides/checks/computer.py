"""The checks of this computer, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.check import Check
from desktop_client.guides.checks.disk import DiskCheck
from desktop_client.guides.checks.hung import HungCheck
from desktop_client.guides.checks.memory import MemoryCheck
from desktop_client.guides.checks.printer import PrinterCheck
from desktop_client.guides.checks.queue import QueueCheck
from desktop_client.guides.checks.restart import RestartCheck
from desktop_client.guides.checks.sound import SoundCheck

COMPUTER_CHECKS: tuple[Check, ...] = (
    DiskCheck(),
    MemoryCheck(),
    HungCheck(),
    PrinterCheck(),
    QueueCheck(),
    SoundCheck(),
    RestartCheck(),
)
