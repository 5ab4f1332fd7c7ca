"""Remote help from the question to both receipts: the client's own thread, a real backend, a real program as tool."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import psutil
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from contract.assist import Ability, Answer, AssistSession, AssistState, End
from contract.assist_words import SECRET_INFO, TO_TECHNICIAN, WORDS_INFO, info, two_words
from contract.ids import new_id
from desktop_client.assist.catalogue import offered
from desktop_client.assist.exchange import Agreed, Exchange, _decode
from desktop_client.assist.now import AssistNow, Phase
from desktop_client.assist.tool import Provider
from desktop_client.backend.listener import Listener
from desktop_client.flows import remote_help
from desktop_client.flows.follow_tickets import follow_tickets
from desktop_client.flows.instance import Instance
from desktop_client.flows.remote_help import RemoteHelp
from desktop_client.settings import Settings
from desktop_client.system.folders import open_profile
from server_stub.store.accounts import Account, Role
from tests.server_stub.assist.room import add_technician
from tests.server_stub.served import Served, serving
from tests.together.backend_process import ClientProfile, wait_until

SLEEP = {"key": "office-tool", "name": "Office tool", "program": "/usr/bin/sleep", "arguments": ("600",), "can": ("view", "control")}
TOLD = {**SLEEP, "program": "/usr/bin/tail", "arguments": ("-f", "{code_file}"), "code_from": "made"}
PASTED = {**SLEEP, "arguments": ("602",), "code_from": "employee", "code": "[0-9]{6}"}


class Page(Exchange):
    """The technician's end of the exchange: the same, with the two keys in the other order."""

    def agree(self, client_key: str, commitment: str, *, session: str, number: str, language: str) -> Agreed:
        theirs = _decode(client_key)
        assert hashlib.sha256(theirs).hexdigest() == commitment
        shared = self._private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
        salt = hashlib.sha256(_decode(self.public) + theirs).digest()
        made = [
            HKDF(hashes.SHA256(), length, salt, info(purpose, session, number)).derive(shared)
            for purpose, length in ((WORDS_INFO, 4), (SECRET_INFO, 32))
        ]
        return Agreed(words=two_words(made[0], language), session=session, secret=made[1])


class Technician:
    """The page's side: its key, and what it asks of the backend."""

    def __init__(self, served: Served, login: str = "budi", role: Role = Role.TECHNICIAN) -> None:
        self.assist = served.backend.assist
        self.account: Account = add_technician(served.backend.store, login, role, name="Budi Santoso")
        self.page = Page()
        self.session = ""

    def ask(self, number: str) -> None:

        commitment = hashlib.sha256(_decode(self.page.public)).hexdigest()
        self.session = self.assist.ask(self.account, number, commitment, (Ability.VIEW,)).id

    def sees(self) -> AssistSession:
        return self.assist.of_technician(self.account, self.session)

    def reveal(self) -> None:
        wait_until(lambda: self.sees().client_key, "the client's key")
        self.assist.reveal(self.account, self.session, self.page.public)

    def until(self, state: AssistState) -> AssistSession:
        wait_until(lambda: self.sees().state is state, f"the state {state}")
        return self.sees()


class Client:
    """The tray's threads of remote help on one profile."""

    def __init__(self, served: Served, folder: Path, tool: dict[str, object]) -> None:
        self.served, self.folder, self.tool = served, folder, tool
        self.now: AssistNow | None = None
        if not (folder / "enrolment.json").exists():
            ClientProfile(folder).json("enroll", f"http://127.0.0.1:{served.port}", "-", typed=served.code + "\n")
        self.open()

    def open(self) -> None:
        self.now = None
        self.instance = Instance(open_profile(self.folder))
        self.instance.settle()
        self.help = RemoteHelp(self.instance, self.offered, self.changed)
        self.listener: Listener = follow_tickets(
            cache=self.instance.cache,
            session_factory=self.instance.session,
            on_news=lambda _told: None,
            on_assist=self.help.heard,
        )
        self.threads = [threading.Thread(target=part.run, daemon=True) for part in (self.help, self.listener)]
        for thread in self.threads:
            thread.start()

    def offered(self) -> tuple[Provider, ...]:
        return offered(Settings(remote_tools=("office-tool",), remote_tool=self.tool))

    def changed(self, now: AssistNow | None) -> None:
        self.now = now

    def report(self) -> str:
        told = ClientProfile(self.folder).json("report", "--subject", "It is slow", "--no-screenshot", "--no-diagnostics", "--wait", "30")
        return str(told["number"])

    def until(self, what: str, condition: Callable[[AssistNow], bool]) -> AssistNow:
        wait_until(lambda: self.now is not None and condition(self.now), what)
        assert self.now is not None
        return self.now

    def words(self) -> tuple[str, str]:
        words = self.until("the words", lambda now: now.words is not None and bool(now.tools)).words
        assert words is not None
        return words

    def consent(self, technician: Technician) -> None:
        self.words()
        self.help.answer(technician.session, Answer.CONSENT, "office-tool")

    def tools(self) -> list[psutil.Process]:
        """The programs that were started for the technician."""
        return [one for one in psutil.Process().children(recursive=True) if one.status() != "zombie" and one.name() in {"sleep", "tail"}]

    def close(self) -> None:
        self.help.close()
        self.listener.close()
        for thread in self.threads:
            thread.join(timeout=20)
            assert not thread.is_alive()
        self.instance.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "data").mkdir()
    with serving(tmp_path / "data") as running:
        yield running


@pytest.fixture
def client(served: Served, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Client]:
    made = Client(served, tmp_path / "profile", getattr(request, "param", SLEEP))
    yield made
    made.close()


@pytest.fixture
def technician(served: Served) -> Technician:
    return Technician(served)


def agreed(technician: Technician) -> Agreed:
    """What the page makes of the exchange."""

    seen = technician.sees()
    theirs = hashlib.sha256(_decode(seen.client_key)).hexdigest()
    return technician.page.agree(seen.client_key, theirs, session=seen.id, number=seen.number, language=seen.language)


def test_from_the_question_to_the_receipt(client: Client, technician: Technician, served: Served) -> None:
    number = client.report()
    technician.ask(number)
    technician.reveal()
    assert client.words() == agreed(technician).words
    assert client.tools() == []
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    [tool] = client.tools()
    assert client.until("the bar", lambda now: now.phase is Phase.RUNNING).tool is not None
    assert client.help.expected_tool() == "office-tool"
    technician.assist.end(technician.account, technician.session)
    shown = client.until("the end", lambda now: now.phase is Phase.OVER)
    assert shown.end is End.TECHNICIAN
    wait_until(lambda: not tool.is_running() or tool.status() == "zombie", "the end of the tool")
    over = technician.sees()
    assert (over.state, over.end, over.tool_name, over.can) == (
        AssistState.ENDED,
        End.TECHNICIAN,
        "Office tool",
        (Ability.VIEW, Ability.CONTROL),
    )
    assert over.audit
    assert over.consented
    assert over.started
    assert over.ended
    assert not over.code

    def receipt() -> tuple[AssistSession, ...]:
        talk = client.instance.cache.conversation(over.ticket)
        return tuple(one for one in talk.assist if one.audit) if talk else ()

    [kept] = wait_until(receipt, "the receipt on the computer")
    assert (kept.audit, kept.end) == (over.audit, over.end)
    assert not kept.client_key
    assert not (client.folder / "assist.json").exists()
    assert served.backend.audit.verify().broken is None


@pytest.mark.expects_log
def test_neither_an_odd_time_nor_a_look_that_fails_leaves_a_session_alone(
    client: Client, technician: Technician, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_help, "AWAY_EVERY_S", 0.0)
    answers: Iterator[bool | OSError] = iter([OSError(24, "Too many open files")])
    monkeypatch.setattr(remote_help, "is_away", lambda: fails_once(answers))
    technician.ask(client.report())
    asked = technician.sees()
    client.help.heard(msgspec.structs.replace(asked, id=new_id(), expires=datetime.max.replace(tzinfo=UTC)))
    technician.reveal()
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    [tool] = client.tools()
    tool.kill()
    assert technician.until(AssistState.ENDED).end is End.TOOL_ENDED


def fails_once(answers: "Iterator[bool | OSError]") -> bool:
    answer = next(answers, False)
    if isinstance(answer, OSError):
        raise answer
    return answer


def test_stop_ends_it_at_once(client: Client, technician: Technician) -> None:
    technician.ask(client.report())
    technician.reveal()
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    client.help.stop()
    assert client.tools() == []
    assert technician.until(AssistState.ENDED).end is End.STOPPED


def test_the_tool_that_ends_by_itself(client: Client, technician: Technician) -> None:
    technician.ask(client.report())
    technician.reveal()
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    client.tools()[0].kill()
    assert technician.until(AssistState.ENDED).end is End.TOOL_ENDED


def test_declining_is_one_click_and_is_kept(client: Client, technician: Technician) -> None:
    number = client.report()
    technician.ask(number)
    technician.reveal()
    client.words()
    client.help.answer(technician.session, Answer.DECLINE)
    technician.until(AssistState.DECLINED)
    assert technician.assist.why_not(number) == "declined"
    assert client.tools() == []


def test_somebody_else_raises_the_alarm(client: Client, technician: Technician) -> None:
    technician.ask(client.report())
    technician.reveal()
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    client.help.answer(technician.session, Answer.NOT_OUR_HELP_DESK)
    assert technician.until(AssistState.ENDED).end is End.NOT_OUR_HELP_DESK
    assert client.tools() == []
    [alarm] = technician.assist.alarms()
    assert alarm.number == technician.sees().number
    client.until("that the people in charge know", lambda now: now.alarmed)


def test_a_closed_ticket_ends_it(client: Client, technician: Technician, served: Served) -> None:
    number = client.report()
    technician.ask(number)
    technician.reveal()
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    served.backend.desk.resolve(number, "Budi Santoso")
    assert technician.until(AssistState.ENDED).end is End.TICKET_CLOSED
    wait_until(lambda: not client.tools(), "the end of the tool")


@pytest.mark.parametrize("client", [TOLD], indirect=True)
def test_a_code_reaches_the_technician_who_asked_alone(client: Client, technician: Technician, served: Served) -> None:
    technician.ask(client.report())
    technician.reveal()
    client.consent(technician)
    wait_until(lambda: technician.sees().code, "the code")
    sealed = technician.sees().code

    raw = _decode(sealed)
    plain = AESGCM(agreed(technician).secret).decrypt(raw[:12], raw[12:], TO_TECHNICIAN + b"\0" + technician.session.encode())
    assert plain.decode().isalnum()
    assert all(plain not in file.read_bytes() for file in served.folder.rglob("*") if file.is_file())
    client.help.stop()
    assert technician.until(AssistState.ENDED).code == ""


@pytest.mark.parametrize("client", [PASTED], indirect=True)
def test_a_pasted_code_is_held_against_its_form(client: Client, technician: Technician) -> None:
    technician.ask(client.report())
    technician.reveal()
    client.consent(technician)
    client.until("the question for the code", lambda now: now.code_wanted)
    client.help.give_code("--install")
    client.until("the refusal", lambda now: now.code_refused is not None)
    assert technician.sees().code == ""
    client.help.give_code(" 123456 ")
    wait_until(lambda: technician.sees().code, "the code")


def test_a_silent_backend_ends_it_here(client: Client, technician: Technician, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    technician.ask(client.report())
    technician.reveal()
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    monkeypatch.setattr(remote_help, "SILENT_S", 1.0)
    monkeypatch.setattr(remote_help, "SIGN_EVERY_S", 600.0)
    wait_until(lambda: not client.tools(), "the end of the tool")
    monkeypatch.undo()
    client.help.wake()
    assert technician.until(AssistState.ENDED).end is End.SILENT
    assert served.backend.assist.alarms() == ()


def test_a_restart_goes_on_where_it_can_and_ends_where_it_must(client: Client, technician: Technician) -> None:
    technician.ask(client.report())
    technician.reveal()
    words = client.words()
    client.close()
    client.open()
    assert client.words() == words
    client.consent(technician)
    technician.until(AssistState.RUNNING)
    client.close()
    assert technician.until(AssistState.ENDED).end is End.CLIENT_ENDED
    client.open()


def test_nobody_else_can_answer(client: Client, technician: Technician, served: Served) -> None:
    technician.ask(client.report())
    stranger = served.person("Eve", "PC-2")
    for method, path in (("GET", ""), ("PUT", "/answer"), ("PUT", "/key"), ("GET", "/picture")):
        answer = stranger.call(method, f"/api/v1/assist/{technician.session}{path}", {"answer": "consent"} if method == "PUT" else None)
        assert answer.status in {404, 422}
    technician.reveal()
    assert client.words() == agreed(technician).words
