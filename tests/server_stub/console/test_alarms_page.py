"""Alarms over real HTTP: for leads alone, until one of them confirms."""

from contract.ids import new_id
from tests.server_stub.console.conftest import Console
from tests.server_stub.console.technician import Technician, number_of


def test_an_alarm_is_a_leads_until_one_confirms(console: Console) -> None:
    budi, dewi = Technician(console.sign_in("budi")), Technician(console.sign_in("dewi"))
    rina = console.served.person("Rina Wijaya", "LT-0231")
    number = number_of(rina, rina.ticket())
    employee = budi.agreed(rina, number)
    employee.answer("not-our-help-desk")
    assert budi.get("/alarms").status == 403
    shown = dewi.get("/alarms").body.decode()
    assert "Rina Wijaya says that a request in the name of Budi Santoso is not from the help desk." in shown
    assert f"/console/tickets/{number}" in shown
    (alarm,) = [one.id for one in dewi.served.backend.assist.alarms() if one.session == employee.session]
    assert budi.send(f"/alarms/{alarm}/seen", {}).status == 403
    assert dewi.send(f"/alarms/{alarm}/seen", {}, {"X-CSRF": ""}).status == 403
    assert dewi.send(f"/alarms/{new_id()}/seen", {}).status == 404
    assert alarm in dewi.get("/alarms").body.decode()
    assert [dewi.send(f"/alarms/{alarm}/seen", {}).status for _ in range(2)] == [200, 200]
    assert alarm not in dewi.get("/alarms").body.decode()
