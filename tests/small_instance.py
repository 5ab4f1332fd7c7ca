"""A profile that is enrolled to a small backend, without the way there: for what begins once a computer is registered."""

from pathlib import Path

from contract.about import About
from desktop_client.backend.enrolment import Enrolment
from desktop_client.backend.session import Session
from desktop_client.flows.instance import Instance
from desktop_client.system.folders import open_profile

TOKEN = "sgd_" + "a" * 43


class SmallInstance(Instance):
    """`address` may be changed, as by registering elsewhere; None while it isn't registered."""

    def __init__(self, folder: Path, address: str | None) -> None:
        super().__init__(open_profile(folder))
        self.address = address
        self.owner = "siti"
        self.synonyms: dict[str, str] = {}

    def enrolment(self) -> Enrolment | None:
        if self.address is None:
            return None
        return Enrolment(id="e", address=self.address, person="Siti", computer="pc", company="Contoh", owner=self.owner, token_digest="")

    def session(self) -> Session | None:
        return None if self.address is None else Session(self.address, lambda: TOKEN)

    def about(self) -> About:
        return About(version="1", company="Contoh", synonyms=self.synonyms)
