"""Enrolling through lost answers, kills at each step, wrong codes, renewals, revocation and moves: never half, never a token elsewhere."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from contract.enrolment import Enrolled, PutEnrolment
from desktop_client.backend.enrolment import Who, current_enrolment, enrol, open_session
from desktop_client.reasons import Cause, RefusedError
from desktop_client.system.folders import Profile, open_profile
from desktop_client.system.secrets import TokenStore
from tests.raw_server import Asked, RawServer, answer, problem

WHO = Who(account="siti", display_name="Siti", computer="pc-1")


class Registry:
    """A backend's enrolments: codes that are used up, ids that are known, tokens that end."""

    def __init__(self, *codes: str) -> None:
        self.codes = set(codes)
        self.known: dict[str, PutEnrolment] = {}
        self.persons: dict[str, str] = {}
        self.revoked: set[str] = set()
        self.lose_answer = False
        self.seen_tokens: set[str] = set()

    def __call__(self, asked: Asked, line: socket.socket) -> None:
        bearer = asked.headers.get("authorization", "").removeprefix("Bearer ")
        self.seen_tokens.add(bearer)
        if asked.method == "GET":
            good = bearer in self.persons and bearer not in self.revoked
            line.sendall(answer(200, b'{"epoch": "one", "last": 0}') if good else problem(401, "revoked"))
            return
        data = self._put(asked, bearer)
        if not self.lose_answer:
            line.sendall(data)

    def _put(self, asked: Asked, bearer: str) -> bytes:
        request = msgspec.json.decode(asked.body, type=PutEnrolment)
        enrolment = asked.path.rpartition("/")[2]
        if enrolment in self.known:
            if self.known[enrolment].token != request.token:
                return problem(409, "conflict")
            return problem(401, "revoked") if request.token in self.revoked else self._enrolled(enrolment, 200)
        if request.code not in self.codes:
            return problem(403, "code-used" if request.code == "USED" else "code-wrong")
        self.codes.remove(request.code)
        self.known[enrolment] = request
        keeps = bearer in self.persons and bearer not in self.revoked
        self.persons[request.token] = self.persons[bearer] if keeps else f"person {len(self.known)}"
        return self._enrolled(enrolment, 201)

    def _enrolled(self, enrolment: str, status: int) -> bytes:
        return answer(status, msgspec.json.encode(Enrolled(id=enrolment, person="Siti", computer="pc-1", company="Contoh")))


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return open_profile(tmp_path / "profile")


def token_of(profile: Profile) -> str:
    token = TokenStore(profile).read()
    assert token is not None
    return token


def test_it_is_known_and_can_speak(profile: Profile) -> None:
    registry = Registry("ABCD2345")
    tokens = TokenStore(profile)
    assert current_enrolment(profile, tokens) is None
    assert open_session(profile, tokens) is None
    with RawServer(registry) as server:
        made = enrol(profile, tokens, server.address, " abcd-2345 ", WHO)
        assert (made.person, made.company, made.address) == ("Siti", "Contoh", server.address)
    assert current_enrolment(profile, tokens) == made
    session = open_session(profile, tokens)
    assert session is not None
    assert session.address == made.address
    request = registry.known[made.id]
    assert request.token == token_of(profile)
    assert "token" not in profile.enrolment_file.read_text().replace("token_digest", "")
    assert not list(profile.root.glob("*pending*"))


@pytest.mark.parametrize(
    ("code", "cause"), [("WRONG", Cause.CODE_WRONG), ("USED", Cause.CODE_USED), ("", Cause.CODE_WRONG), (" - ", Cause.CODE_WRONG)]
)
def test_a_wrong_code_changes_nothing(profile: Profile, code: str, cause: Cause) -> None:
    registry = Registry("GOOD2345")
    tokens = TokenStore(profile)
    with RawServer(registry) as server:
        made = enrol(profile, tokens, server.address, "GOOD2345", WHO)
        token = token_of(profile)
        for address in (server.address, server.address.replace("127.0.0.1", "localhost")):
            with pytest.raises(RefusedError) as refused:
                enrol(profile, tokens, address, code, WHO)
            assert refused.value.reason.cause is cause
            assert current_enrolment(profile, tokens) == made
            assert token_of(profile) == token
        registry.codes.add("NEXT2345")
        assert enrol(profile, tokens, server.address, "NEXT2345", WHO).id != made.id


def test_a_lost_answer_and_a_used_up_code(profile: Profile) -> None:
    registry = Registry("ABCD2345")
    tokens = TokenStore(profile)
    with RawServer(registry) as server:
        registry.lose_answer = True
        with pytest.raises(RefusedError):
            enrol(profile, tokens, server.address, "ABCD2345", WHO)
        registry.lose_answer = False
        assert current_enrolment(profile, tokens) is None
        enrol(profile, tokens, server.address, "ABCD2345", WHO)
    assert len(registry.known) == 1


def test_again_with_a_good_token_keeps_the_person(profile: Profile) -> None:
    registry = Registry("ABCD2345", "NEXT2345")
    tokens = TokenStore(profile)
    with RawServer(registry) as server:
        first = enrol(profile, tokens, server.address, "ABCD2345", WHO)
        old = token_of(profile)
        second = enrol(profile, tokens, server.address, "NEXT2345", WHO)
    assert second.owner == first.owner
    assert registry.persons[old] == registry.persons[token_of(profile)]


def test_after_revocation_it_is_somebody_new(profile: Profile) -> None:
    registry = Registry("ABCD2345", "NEXT2345")
    tokens = TokenStore(profile)
    with RawServer(registry) as server:
        first = enrol(profile, tokens, server.address, "ABCD2345", WHO)
        registry.revoked.add(token_of(profile))
        second = enrol(profile, tokens, server.address, "NEXT2345", WHO)
    assert second.owner != first.owner
    assert len(set(registry.persons.values())) == 2


def test_a_pending_one_that_was_revoked_begins_anew(profile: Profile) -> None:
    registry = Registry("ABCD2345", "NEXT2345")
    tokens = TokenStore(profile)
    with RawServer(registry) as server:
        registry.lose_answer = True
        with pytest.raises(RefusedError):
            enrol(profile, tokens, server.address, "ABCD2345", WHO)
        registry.lose_answer = False
        registry.revoked.update(request.token for request in registry.known.values())
        made = enrol(profile, tokens, server.address, "NEXT2345", WHO)
    assert registry.known[made.id].token == token_of(profile)


def test_another_backend_never_hears_the_first_ones_token(profile: Profile) -> None:
    one, other = Registry("ABCD2345"), Registry("OTHE2345")
    tokens = TokenStore(profile)
    with RawServer(one) as first, RawServer(other) as second:
        enrol(profile, tokens, first.address, "ABCD2345", WHO)
        old = token_of(profile)
        with pytest.raises(RefusedError):
            enrol(profile, tokens, second.address, "WRONG", WHO)
        assert token_of(profile) == old
        enrol(profile, tokens, second.address, "OTHE2345", WHO)
        assert token_of(profile) != old
    assert old not in other.seen_tokens
    assert other.seen_tokens == {""}


def test_a_token_that_is_not_the_enrolments_goes_nowhere(profile: Profile) -> None:
    tokens = TokenStore(profile)
    with RawServer(Registry("ABCD2345")) as server:
        enrol(profile, tokens, server.address, "ABCD2345", WHO)
    tokens.write("sgd_" + "b" * 43)
    assert open_session(profile, tokens) is None


def test_a_damaged_enrolment_is_none(profile: Profile) -> None:
    tokens = TokenStore(profile)
    with RawServer(Registry("ABCD2345")) as server:
        enrol(profile, tokens, server.address, "ABCD2345", WHO)
    profile.enrolment_file.write_bytes(b"{")
    assert current_enrolment(profile, tokens) is None
    assert open_session(profile, tokens) is None


KILLED = """
import sys
from pathlib import Path
from tests.desktop_client.backend.test_enrolment import TokenStore, WHO, enrol, open_profile
profile = open_profile(Path(sys.argv[1]))
enrol(profile, TokenStore(profile), sys.argv[2], sys.argv[3], WHO)
"""


@pytest.mark.parametrize("point", ["enrol-stored", "enrol-answered", "enrol-token-written"])
def test_killed_on_the_way(profile: Profile, point: str) -> None:
    registry, other = Registry("ABCD2345"), Registry("OTHE2345")
    tokens = TokenStore(profile)
    with RawServer(registry) as server, RawServer(other) as elsewhere:
        first = enrol(profile, tokens, elsewhere.address, "OTHE2345", WHO)
        killed = subprocess.run(
            [sys.executable, "-c", KILLED, str(profile.root), server.address, "ABCD2345"],
            env={**os.environ, "SIGAP_FAILPOINT": point},
            check=False,
            timeout=60,
        )
        assert killed.returncode == -9
        found = current_enrolment(profile, tokens)
        session = open_session(profile, tokens)
        if point == "enrol-token-written":
            # The answer was kept: the rest needs no network.
            assert found is not None
            assert found.address == server.address
        else:
            assert found == first
        assert session is not None
        assert session.address == (found.address if found else "")
        made = enrol(profile, tokens, server.address, "ABCD2345", WHO) if point != "enrol-token-written" else found
        assert made is not None
        assert registry.known[made.id].token == token_of(profile)
        assert len(registry.known) == 1
    assert token_of(profile) not in other.seen_tokens
