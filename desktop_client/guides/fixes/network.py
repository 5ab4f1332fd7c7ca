"""The fixes of the connection, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.fix import Fix
from desktop_client.guides.fixes.renew import Renew
from desktop_client.guides.fixes.switch_dns import SwitchDns

NETWORK_FIXES: tuple[Fix, ...] = (Renew(), SwitchDns())
