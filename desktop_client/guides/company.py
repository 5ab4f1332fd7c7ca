"""What checks and fixes know from the company; what is absent makes a check `not_possible:not here`."""

from dataclasses import dataclass

from contract.about import NetworkDns, Service, ServiceKind


@dataclass(frozen=True, kw_only=True)
class Company:
    """`backend` is the address of the company's server as enrolled, "" before that."""

    backend: str = ""
    services: tuple[Service, ...] = ()
    portal_page: str = ""
    test_file: str = ""
    dns_servers: tuple[NetworkDns, ...] = ()
    fixes_refused: frozenset[str] = frozenset()

    def service(self, wanted: str) -> Service | None:
        """The service with this key, else the first of this kind."""
        by_key = (service for service in self.services if service.key == wanted)
        by_kind = (service for service in self.services if service.kind is not ServiceKind.WEB and service.kind.value == wanted)
        return next(by_key, None) or next(by_kind, None)


NOTHING_KNOWN = Company()
"""Before the company said anything."""
