"""Who helps: the names that sentences need, and where to call."""

from dataclasses import dataclass

from contract.about import About


@dataclass(frozen=True, kw_only=True)
class Desk:
    """`company` and `help_desk` as the backend names them ("" where it doesn't), `telephone` "" when there is none to call."""

    company: str = ""
    help_desk: str = ""
    telephone: str = ""


UNKNOWN = Desk()
"""Before a backend has said anything."""


def desk_of(about: About) -> Desk:
    """The same, of what a backend says about itself."""
    return Desk(company=about.company, help_desk=about.help_desk, telephone=about.telephone)
