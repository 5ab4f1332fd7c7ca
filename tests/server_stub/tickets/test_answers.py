import pytest

from contract.ids import new_id
from server_stub.refusals import ServerRefused
from tests.server_stub.served import Served


def test_a_ticket_is_found_by_number_or_id(served: Served) -> None:
    ticket_id = served.person().ticket()
    desk = served.backend.desk
    for said in ("INC-000001", "inc-1", "1", ticket_id):
        assert desk.show(said).number == "INC-000001"
    for said in ("INC-000002", new_id()):
        with pytest.raises(ServerRefused, match="There is no ticket"):
            desk.show(said)
    with pytest.raises(ServerRefused, match="look like INC-000123"):
        desk.show("the printer one")


def test_an_id_that_two_people_used_needs_the_number(served: Served) -> None:
    ticket_id = served.person("Ana").ticket()
    served.person("Budi").put_ticket(ticket_id)
    with pytest.raises(ServerRefused, match="INC-000001, INC-000002"):
        served.backend.desk.show(ticket_id)


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("", "Dewi", "text is empty"),
        (" \n", "Dewi", "text is empty"),
        ("x" * 50_001, "Dewi", "at most 50000"),
        ("a\0b", "Dewi", "NUL"),
        ("a\udc80", "Dewi", "surrogate"),
        ("Hello", "x" * 101, "one line"),
        ("Hello", "De\nwi", "one line"),
    ],
)
def test_replies_that_are_refused(served: Served, text: str, name: str, sentence: str) -> None:
    served.person().ticket()
    with pytest.raises(ServerRefused, match=sentence):
        served.backend.desk.reply("1", text, name)
    assert served.backend.desk.show("1").messages == ()


def test_resolving_twice_is_said(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    ana.ticket()
    desk.resolve("1", "")
    assert desk.show("1").technician == "Help desk"
    with pytest.raises(ServerRefused, match="INC-000001 is resolved already"):
        desk.resolve("1", "Dewi")
    assert [entry["kind"] for entry in ana.feed()["entries"]] == ["ticket", "message"]


def test_an_attachment_that_is_none(served: Served) -> None:
    with pytest.raises(ServerRefused, match="no attachment"):
        served.backend.desk.attachment_path(new_id())
