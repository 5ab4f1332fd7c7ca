"""How hosts are found by checks that measure something else than names."""

import sys
from functools import partial

from desktop_client.guides.check import Question
from desktop_client.system.network.connections import LookUp
from desktop_client.system.network.dns import NameServers, read_name_servers
from desktop_client.system.network.names import look_up
from desktop_client.system.network.patient_names import patient_look_up


def patiently(question: Question) -> LookUp:
    """Asks this computer's name servers by itself, too: a dead or lossy one keeps nobody waiting. On Linux, where it costs little."""
    told = read_name_servers(question.run) if sys.platform == "linux" else None
    servers = told.servers if isinstance(told, NameServers) else ()
    return partial(patient_look_up, servers=servers, stopped=question.stopped) if servers else look_up
