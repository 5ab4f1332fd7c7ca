"""The checks of the connection, in the order in which they look. A new one gets a file here and a line below."""

from desktop_client.guides.check import Check
from desktop_client.guides.checks.answers import Answers
from desktop_client.guides.checks.clock import Clock
from desktop_client.guides.checks.connected import Connected
from desktop_client.guides.checks.dns import Dns
from desktop_client.guides.checks.gateway import Gateway
from desktop_client.guides.checks.line import Line
from desktop_client.guides.checks.portal import Portal
from desktop_client.guides.checks.proxy import Proxy

NETWORK_CHECKS: tuple[Check, ...] = (Connected(), Gateway(), Portal(), Proxy(), Dns(), Clock(), Answers(), Line())
