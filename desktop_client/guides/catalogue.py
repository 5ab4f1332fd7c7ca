"""Every check and every fix that this client ships."""

from desktop_client.guides.check import Check
from desktop_client.guides.checks.computer import COMPUTER_CHECKS
from desktop_client.guides.checks.network import NETWORK_CHECKS
from desktop_client.guides.fix import Fix
from desktop_client.guides.fixes.computer import COMPUTER_FIXES
from desktop_client.guides.fixes.network import NETWORK_FIXES

CHECKS: tuple[Check, ...] = (*NETWORK_CHECKS, *COMPUTER_CHECKS)
FIXES: tuple[Fix, ...] = (*NETWORK_FIXES, *COMPUTER_FIXES)
