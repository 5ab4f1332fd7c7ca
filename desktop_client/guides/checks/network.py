"""The checks of the connection, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.check import Check

NETWORK_CHECKS: tuple[Check, ...] = ()
