"""Whom sentences speak of, from what the backend says about itself."""

from contract.about import About
from desktop_client.screens.desk import UNKNOWN, Desk, desk_of


def test_names_are_the_companys_own() -> None:
    about = About(version="1", company="Nusantara Makmur", help_desk="Helpdesk", telephone="1500")
    assert desk_of(about) == Desk(company="Nusantara Makmur", help_desk="Helpdesk", telephone="1500")


def test_nothing_is_invented_before_a_backend_has_said_anything() -> None:
    assert (UNKNOWN.company, UNKNOWN.help_desk, UNKNOWN.telephone) == ("", "", "")
