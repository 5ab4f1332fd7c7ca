"""The checks of this computer, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.check import Check

COMPUTER_CHECKS: tuple[Check, ...] = ()
