"""The hosts that the company named, and no others: nothing is sent to anybody else."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from contract.about import Service, ServiceKind
from contract.endpoints import HEALTH
from desktop_client.guides.company import Company
from desktop_client.system.network.proxy import is_loopback

TLS_PORTS = frozenset({443, 8443})


@dataclass(frozen=True)
class Place:
    """A host and a port; `path` "" where no answer is asked for, `secure` whether TLS is spoken there."""

    host: str
    port: int
    path: str = ""
    secure: bool = False

    @property
    def url(self) -> str:
        """As an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}{self.path}"


def is_address(host: str) -> bool:
    """Whether a host is named by its address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def place_of(service: Service) -> Place:
    """A service of the company's list."""
    return Place(service.host, service.port, service.path, service.port in TLS_PORTS)


def backend(company: Company) -> Place | None:
    """The company's server as enrolled, asked for its health; None before that."""
    parts = urlsplit(company.backend)
    if not parts.hostname:
        return None
    secure = parts.scheme == "https"
    return Place(parts.hostname, parts.port or (443 if secure else 80), parts.path.rstrip("/") + HEALTH.path, secure)


def far_places(company: Company) -> tuple[Place, ...]:
    """The backend and the services that are reached from anywhere, those on this computer left out."""
    own = backend(company)
    services = [place_of(service) for service in company.services if service.kind not in {ServiceKind.INSIDE, ServiceKind.FILES}]
    return tuple(place for place in dict.fromkeys([*([own] if own else []), *services]) if not is_loopback(place.host))


def company_name(company: Company) -> str:
    """A name of the company's that DNS should know everywhere, "" where it named addresses only."""
    return next((place.host for place in far_places(company) if not is_address(place.host)), "")


def public_name(company: Company) -> str:
    """The name of a service of kind public, "" for none."""
    services = (service for service in company.services if service.kind is ServiceKind.PUBLIC)
    return next((service.host for service in services if not is_address(service.host)), "")


def inside_name(company: Company) -> str:
    """A name that is known inside the company only, "" for none."""
    services = (service for service in company.services if service.kind is ServiceKind.INSIDE)
    return next((service.host for service in services if not is_address(service.host)), "")
