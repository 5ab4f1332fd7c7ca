"""The fixes of the connection, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.fix import Fix

NETWORK_FIXES: tuple[Fix, ...] = ()
