"""The fixes of this computer. A new one gets a file here and a line below."""

from desktop_client.guides.fix import Fix
from desktop_client.guides.fixes.clear_queue import ClearQueueFix
from desktop_client.guides.fixes.end_program import EndProgramFix
from desktop_client.guides.fixes.free import FreeFix
from desktop_client.guides.fixes.restart_print import RestartPrintFix
from desktop_client.guides.fixes.set_default import SetDefaultFix
from desktop_client.guides.fixes.unmute import UnmuteFix

COMPUTER_FIXES: tuple[Fix, ...] = (
    ClearQueueFix(),
    RestartPrintFix(),
    SetDefaultFix(),
    FreeFix(),
    EndProgramFix(),
    UnmuteFix(),
)
