"""Who may call what: every endpoint of the contract by nobody, the owner, somebody else and a revoked computer."""

from collections.abc import Callable

import pytest

from contract.endpoints import ENDPOINTS, Endpoint
from contract.ids import new_id
from server_stub.api.routes import HANDLERS
from tests.server_stub.assist.remote_help import RemoteHelp
from tests.server_stub.knowledge.written import keep_article, put_help_use, put_opinion, today
from tests.server_stub.served import PIECE, Answer, Person, Served

DATA = b"Ana's picture"

ALLOWED = {
    "health": (200, 200),
    "about": (200, 200),
    "enrol": (200, 409),
    "put_ticket": (200, 201),
    "get_ticket": (200, 404),
    "put_message": (200, 404),
    "get_attachment": (200, 404),
    "feed": (200, 200),
    "articles": (200, 200),
    "article_image": (200, 200),
    "put_opinion": (200, 201),
    "put_help_use": (200, 201),
    "get_assist": (200, 404),
    "assist_picture": (200, 404),
    "put_assist_key": (200, 404),
    "put_assist_answer": (200, 404),
    "put_assist_step": (200, 404),
    "put_assist_code": (200, 404),
    "put_assist_alive": (200, 404),
    "upload_options": (204, 204),
    "create_upload": (200, 201),
    "head_upload": (200, 404),
    "patch_upload": (204, 404),
    "delete_upload": (204, 404),
}
"""The status for the owner of what is asked for, and for another person. What another person makes is another thing under the same id."""


class World:
    """Things of Ana's: a ticket with a message and an attachment, an upload that has not been taken, what she told about an article, and
    remote help that runs.
    """

    def __init__(self, ana: Person) -> None:
        ref = ana.upload(DATA)
        self.ids = {"enrolment_id": ana.enrolment, "message_id": new_id(), "upload_id": new_id()}
        self.ids["ticket_id"] = ana.ticket(attachments=[ref])
        ana.put_message(self.ids["ticket_id"], self.ids["message_id"])
        shown = ana.call("GET", f"/api/v1/tickets/{self.ids['ticket_id']}").json()
        self.ids["attachment_id"] = shown["attachments"][0]["id"]
        ana.create(self.ids["upload_id"], DATA)
        self.ref = ref
        self.ids |= {"article_id": "printer", "image_name": "pictures/tray.png", "opinion_id": new_id(), "day": today()}
        keep_article(ana.served)
        put_opinion(ana, "printer", self.ids["opinion_id"])
        put_help_use(ana, self.ids["day"])
        self.help = RemoteHelp(ana, self.ids["ticket_id"])
        self.ids["session_id"] = self.help.running()

    def ask(self, endpoint: Endpoint, person: Person) -> Answer:
        ids = self.ids
        asked: dict[str, Callable[[], Answer]] = {
            "create_upload": lambda: person.create(ids["upload_id"], DATA),
            "put_ticket": lambda: person.put_ticket(ids["ticket_id"], attachments=[self.ref] if person.name == "Ana" else []),
            "put_message": lambda: person.put_message(ids["ticket_id"], ids["message_id"]),
            "put_opinion": lambda: put_opinion(person, ids["article_id"], ids["opinion_id"]),
            "put_help_use": lambda: put_help_use(person, ids["day"]),
            "enrol": Person(person.served, ids["enrolment_id"], person.token, person.name, person.computer).enrol,
            "patch_upload": lambda: person.tus("PATCH", ids["upload_id"], DATA, {**PIECE, "Upload-Offset": "0"}),
        }
        if endpoint.name in asked:
            return asked[endpoint.name]()
        if endpoint.name in self.help.bodies:
            return person.call("PUT", endpoint.path.format_map(ids), self.help.bodies[endpoint.name])
        return person.call(endpoint.method, endpoint.path.format_map(ids), None, {"Tus-Resumable": "1.0.0"})


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_each_endpoint_serves_exactly_whom_it_may(served: Served, endpoint: Endpoint) -> None:
    ana, budi = served.person("Ana", "PC-1"), served.person("Budi", "PC-2")
    world = World(ana)
    assert world.ask(endpoint, budi).status == ALLOWED[endpoint.name][1]
    nobody = served.call(endpoint.method, endpoint.path.format_map(world.ids), None, {"Tus-Resumable": "1.0.0"})
    if endpoint.open_to_all:
        assert nobody.status != 401
    else:
        assert nobody.status == 401
        assert nobody.headers["www-authenticate"] == 'Bearer realm="sigap"'
    assert world.ask(endpoint, ana).status == ALLOWED[endpoint.name][0]
    served.backend.people.revoke(ana.enrolment)
    late = world.ask(endpoint, ana)
    if endpoint.open_to_all and endpoint.name != "enrol":
        assert late.status == ALLOWED[endpoint.name][0]
    else:
        assert late.status == 401
        assert late.headers["problem-code"] == "revoked"
        assert "invalid_token" in late.headers["www-authenticate"]


def test_every_endpoint_has_a_handler_and_a_row_above() -> None:
    assert [endpoint.name for endpoint, _ in HANDLERS] == [endpoint.name for endpoint in ENDPOINTS]
    assert set(ALLOWED) == {endpoint.name for endpoint in ENDPOINTS}


OWN = ("get_ticket", "put_message", "get_attachment", "head_upload", "patch_upload", "delete_upload")
ASSIST = tuple(endpoint.name for endpoint in ENDPOINTS if "{session_id}" in endpoint.path)


@pytest.mark.parametrize("name", [*OWN, *ASSIST])
def test_somebody_elses_answers_exactly_like_one_that_does_not_exist(shared: Served, name: str) -> None:
    ana, budi = shared.person("Ana", "PC-1"), shared.person("Budi", "PC-2")
    budi.extra["X-Request-Id"] = "the-same-for-both"
    endpoint = next(one for one in ENDPOINTS if one.name == name)
    world = World(ana)
    theirs = world.ask(endpoint, budi)
    world.ids |= dict.fromkeys(("ticket_id", "attachment_id", "upload_id", "session_id"), new_id())
    nobodys = world.ask(endpoint, budi)
    assert theirs.status == nobodys.status == 404
    assert theirs.body == nobodys.body
    assert {**theirs.headers, "date": ""} == {**nobodys.headers, "date": ""}


def test_an_attachment_is_found_under_its_own_ticket_only(shared: Served) -> None:
    ana = shared.person()
    world, other = World(ana), ana.ticket()
    assert ana.call("GET", f"/api/v1/tickets/{other}/attachments/{world.ids['attachment_id']}").status == 404


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic {token}",
        "Bearer sgd_short",
        "Bearer {token}x",
        "Bearer {token} {token}",
        "{token}",
        "Bearer 'or 1=1",
    ],
)
def test_only_a_whole_bearer_token_counts(ana: Person, header: str) -> None:
    answer = ana.served.call("GET", "/api/v1/feed", None, {"Authorization": header.format(token=ana.token)})
    assert answer.problem().code == "not-enrolled"


def test_the_scheme_is_read_in_any_case(ana: Person) -> None:
    assert ana.served.call("GET", "/api/v1/feed", None, {"Authorization": f"bearer {ana.token}"}).status == 200


def test_a_token_never_counts_in_the_address(ana: Person) -> None:
    assert ana.served.call("GET", f"/api/v1/feed?token={ana.token}&access_token={ana.token}").status == 401
