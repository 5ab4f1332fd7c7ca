"""The fixes of this computer, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.fix import Fix

COMPUTER_FIXES: tuple[Fix, ...] = ()
