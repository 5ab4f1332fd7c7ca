"""The rows about self-help: services and networks that checks test, what guides may mend, and the words that people use."""

import ipaddress
import re
from urllib.parse import urlsplit

from contract.about import NetworkDns, Service, ServiceKind
from server_stub.settings.checks import Check, known, names, number, text, wrong

SERVICES = 100
NETWORKS = 200
SERVERS = 8
SYNONYMS = 5_000
SYNONYM_LETTERS = 100
HOST = re.compile(r"[A-Za-z0-9._-]{1,253}")
PATH = re.compile(r"(?:/[!-~]{0,499})?")
KINDS = tuple(kind.value for kind in ServiceKind)


def services(found: object, row: str) -> tuple[Service, ...]:
    """What people use, each with a key of its own."""
    if not isinstance(found, list) or len(found) > SERVICES:
        raise wrong(row, f"a list of at most {SERVICES} services", found)
    read: dict[str, Service] = {}
    for place, one in enumerate(found, 1):
        here = f"{row}[{place}]"
        if not isinstance(one, dict):
            raise wrong(here, 'a table with "key", "name", "host" and "port"', one)
        known(one, Service.__struct_fields__, f"{here}.")
        key, kind, path = one.get("key"), one.get("kind", ServiceKind.WEB.value), one.get("path", "")
        if not isinstance(key, str) or not re.fullmatch("[a-z0-9-]{1,40}", key) or key in read:
            raise wrong(f"{here}.key", "small letters, digits and hyphens that no other service has", key)
        if kind not in KINDS:
            raise wrong(f"{here}.kind", f"one of {', '.join(KINDS)}", kind)
        if not isinstance(path, str) or not PATH.fullmatch(path):
            raise wrong(f"{here}.path", 'a path that begins with "/", such as "/health"', path)
        read[key] = Service(
            key=key,
            name=names(one.get("name"), f"{here}.name"),
            host=service_host(one.get("host"), f"{here}.host"),
            port=int(str(number(1, 2**16 - 1)(one.get("port"), f"{here}.port"))),
            path=path,
            kind=ServiceKind(kind),
        )
    return tuple(read.values())


def service_host(found: object, row: str) -> str:
    """A host's name or address, without a port."""
    if isinstance(found, str):
        if HOST.fullmatch(found):
            return found
        try:
            return str(ipaddress.ip_address(found))
        except ValueError:
            pass
    raise wrong(row, "a host's name or address, without a port", found)


def dns_servers(found: object, row: str) -> tuple[NetworkDns, ...]:
    """DNS servers by network, each network once."""
    if not isinstance(found, list) or len(found) > NETWORKS:
        raise wrong(row, f"a list of at most {NETWORKS} networks", found)
    read: dict[str, NetworkDns] = {}
    for place, one in enumerate(found, 1):
        here = f"{row}[{place}]"
        if not isinstance(one, dict):
            raise wrong(here, 'a table with "network" and "servers"', one)
        known(one, NetworkDns.__struct_fields__, f"{here}.")
        network, servers = one.get("network"), one.get("servers")
        try:
            network = str(ipaddress.ip_network(network if isinstance(network, str) else ""))
        except ValueError:
            raise wrong(f"{here}.network", 'a network such as "10.20.0.0/16"', network) from None
        if network in read:
            raise wrong(f"{here}.network", "a network that no other line has", network)
        if not isinstance(servers, list) or not 1 <= len(servers) <= SERVERS:
            raise wrong(f"{here}.servers", f"a list of 1 to {SERVERS} addresses", servers)
        read[network] = NetworkDns(network=network, servers=tuple(server_address(server, f"{here}.servers") for server in servers))
    return tuple(read.values())


def server_address(found: object, row: str) -> str:
    """An IP address in its one spelling."""
    try:
        return str(ipaddress.ip_address(found if isinstance(found, str) else ""))
    except ValueError:
        raise wrong(row, "IP addresses", found) from None


def address(*schemes: str) -> Check:
    """A web address, or nothing."""
    needs = f'an address that begins with {" or ".join(f"{scheme}://" for scheme in schemes)}, or ""'

    def check(found: object, row: str) -> str:
        if found == "":
            return ""
        try:
            parts = urlsplit(found if isinstance(found, str) else "")
            fits = parts.scheme in schemes and parts.hostname and parts.username is None and not parts.fragment and parts.port != 0
        except ValueError:
            fits = False
        if not isinstance(found, str) or not fits or not re.fullmatch("[!-~]{1,500}", found):
            raise wrong(row, needs, found)
        return found

    return check


def synonyms(found: object, row: str) -> dict[str, str]:
    """What articles call it, by the word that people type."""
    if not isinstance(found, dict) or len(found) > SYNONYMS:
        raise wrong(row, f"a table of at most {SYNONYMS} words", found)
    word = text(SYNONYM_LETTERS, empty=False)
    return {str(word(typed, row)): str(word(meant, f"{row}.{typed[:40]}")) for typed, meant in found.items()}
