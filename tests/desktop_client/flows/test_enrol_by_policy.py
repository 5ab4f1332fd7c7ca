"""A computer that its company registers: as soon as the backend answers, and never in vain again and again."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_client.backend.session import Session
from desktop_client.flows.enrol_by_policy import PolicyEnrolment
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.backoff import Backoff
from desktop_client.settings import Preferences
from desktop_client.system.folders import open_profile
from development.running import free_port
from development.virtual_screen import wait_for
from tests.together.backend_process import BackendProcess


@pytest.fixture
def instance_with(tmp_path: Path) -> Callable[[str, str], Instance]:
    def make(address: str, code: str) -> Instance:
        instance = Instance(open_profile(tmp_path / "profile"))
        policy = {"backend_address": address, "backend_code": code} if address else {}
        instance.preferences = Preferences(instance.profile.settings_file, policy)
        return instance

    return make


def test_it_is_registered_once_the_backend_answers(instance_with: Callable[[str, str], Instance], tmp_path: Path) -> None:
    port = free_port()
    with BackendProcess(tmp_path / "data") as first:
        code = first.code("--reusable")
    instance = instance_with(f"http://127.0.0.1:{port}", code)
    tried = threading.Event()
    told: list[str] = []

    class Watched(Backoff):
        def failed(self, retry_after_s: float | None = None) -> float:
            tried.set()
            return super().failed(retry_after_s)

    # The next try by itself would be in an hour: the network's word is what makes it come.
    part = PolicyEnrolment(instance, lambda: told.append("enrolled"), Watched(clock=lambda: 0.0))
    thread = threading.Thread(target=part.run)
    thread.start()
    try:
        assert tried.wait(20)
        assert instance.enrolment() is None
        with BackendProcess(tmp_path / "data", port=port):
            part.wake()
            wait_for(lambda: told or None, "the registration")
            thread.join(20)
    finally:
        part.close()
        thread.join(20)
    enrolment = instance.enrolment()
    assert enrolment is not None
    assert enrolment.address == f"http://127.0.0.1:{port}"
    assert told == ["enrolled"]
    instance.close()


def test_a_code_that_is_no_good_is_not_tried_again(instance_with: Callable[[str, str], Instance], tmp_path: Path) -> None:
    with BackendProcess(tmp_path / "data") as backend:
        instance = instance_with(backend.address, "AAAA-AAAA-AAAA")
        told: list[str] = []
        # It ends by itself, in this thread.
        PolicyEnrolment(instance, lambda: told.append("enrolled")).run()
    assert told == []
    assert instance.enrolment() is None
    instance.close()


@pytest.mark.parametrize(("address", "code"), [("", ""), ("http://127.0.0.1:1", "")])
def test_without_address_or_code_nothing_is_asked(
    instance_with: Callable[[str, str], Instance], address: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []
    monkeypatch.setattr(Session, "call", lambda *arguments, **_named: calls.append(arguments))
    instance = instance_with(address, code)
    PolicyEnrolment(instance, lambda: calls.append("enrolled")).run()
    assert calls == []
    instance.close()


def test_waiting_ends_with_the_program(instance_with: Callable[[str, str], Instance]) -> None:
    instance = instance_with(f"http://127.0.0.1:{free_port()}", "AAAA-AAAA-AAAA")
    part = PolicyEnrolment(instance, lambda: None, Backoff(clock=lambda: 0.0))
    thread = threading.Thread(target=part.run)
    thread.start()
    part.close()
    thread.join(20)
    assert not thread.is_alive()
    instance.close()
