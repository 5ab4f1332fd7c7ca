"""The first start at work: what was typed stays, only the last try is told, and one that was given up may still succeed."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from desktop_client.backend.enrolment import Enrolment
from desktop_client.flows.instance import Instance
from desktop_client.reasons import Cause, Reason, refused
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.settings.enrol_window import EnrolWindow
from desktop_client.ui.settings.registering import Registering
from tests.desktop_client.ui.report.at_work import press


class Backend:
    """Each try waits for its gate, and then does what is said."""

    def __init__(self) -> None:
        self.tries: list[tuple[str, str, bool]] = []
        self.gates: list[threading.Event] = []
        self.answer: Callable[[], Enrolment] = self.wrong
        self.done: list[Enrolment] = []
        self.errors: list[Exception] = []

    @staticmethod
    def wrong() -> Enrolment:
        raise refused(Cause.CODE_WRONG)

    def __call__(self, address: str, code: str, elsewhere: bool) -> Enrolment:  # noqa: FBT001 - the shape of the action
        self.tries.append((address, code, elsewhere))
        gate = threading.Event()
        answer = self.answer
        self.gates.append(gate)
        assert gate.wait(30)
        return answer()

    def tell(self, error: Exception) -> Reason:
        self.errors.append(error)
        return Reason(Cause.UNEXPECTED, {"ref": "1"})


def enrolment() -> Enrolment:
    return Enrolment(id="e", address="https://help.example", person="p", computer="c", company="Contoh", owner="o", token_digest="")


@pytest.fixture
def backend() -> Iterator[Backend]:
    made = Backend()
    yield made
    for gate in made.gates:
        gate.set()


@pytest.fixture
def registering(qtbot: QtBot, theme: Theme, pool: Background, backend: Backend) -> Iterator[Registering]:
    made = Registering(theme, pool, backend, backend.done.append, backend.tell)
    made.open(None)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def window(registering: Registering) -> EnrolWindow:
    assert registering._window is not None
    return registering._window


def fill(qtbot: QtBot, registering: Registering) -> None:
    qtbot.keyClicks(window(registering).address, "help.example")
    qtbot.keyClicks(window(registering).code, "K7QM-4XPD")


def begin(qtbot: QtBot, registering: Registering, backend: Backend) -> threading.Event:
    tries = len(backend.gates)
    press(qtbot, window(registering), "register")
    qtbot.waitUntil(lambda: len(backend.gates) == tries + 1)
    return backend.gates[-1]


def test_a_refusal_is_told_and_what_was_typed_stays(qtbot: QtBot, registering: Registering, backend: Backend) -> None:
    fill(qtbot, registering)
    begin(qtbot, registering, backend).set()
    qtbot.waitUntil(lambda: window(registering).code.accessibleDescription() != "")
    assert (window(registering).address.text(), window(registering).code.text()) == ("help.example", "K7QM-4XPD")
    assert backend.done == []


def test_cancelled_while_it_runs_it_is_told_nothing(qtbot: QtBot, registering: Registering, backend: Backend, pool: Background) -> None:
    fill(qtbot, registering)
    gate = begin(qtbot, registering, backend)
    press(qtbot, window(registering), "cancel")
    assert window(registering).register.isEnabled()
    gate.set()
    told: list[int] = []
    qtbot.wait(50)
    pool.run(lambda: 1, told.append)
    qtbot.waitUntil(lambda: told == [1])
    assert window(registering).code.accessibleDescription() == ""
    assert window(registering).code.text() == "K7QM-4XPD"


def test_one_that_was_given_up_may_succeed(qtbot: QtBot, registering: Registering, backend: Backend) -> None:
    backend.answer = enrolment
    fill(qtbot, registering)
    gate = begin(qtbot, registering, backend)
    qtbot.keyClick(window(registering), Qt.Key.Key_Escape)
    assert registering._window is None
    gate.set()
    qtbot.waitUntil(lambda: len(backend.done) == 1)


def test_only_the_last_try_is_told(qtbot: QtBot, registering: Registering, backend: Backend) -> None:
    fill(qtbot, registering)
    first = begin(qtbot, registering, backend)
    press(qtbot, window(registering), "cancel")
    backend.answer = enrolment
    second = begin(qtbot, registering, backend)
    first.set()
    qtbot.wait(50)
    assert not window(registering).register.isEnabled()
    second.set()
    qtbot.waitUntil(lambda: len(backend.done) == 1)
    assert registering._window is None


def test_a_real_address_at_which_nobody_listens(qtbot: QtBot, theme: Theme, pool: Background, instance: Instance) -> None:
    errors: list[Exception] = []
    made = Registering(
        theme,
        pool,
        lambda address, code, elsewhere: instance.enrol(address, code, confirmed=elsewhere),
        lambda _now: None,
        lambda error: errors.append(error) or Reason(Cause.UNEXPECTED),  # type: ignore[func-returns-value]
    )
    made.open(None)
    qtbot.keyClicks(window(made).address, "http://127.0.0.1:1")
    qtbot.keyClicks(window(made).code, "K7QM-4XPD")
    press(qtbot, window(made), "register")
    qtbot.waitUntil(lambda: window(made).address.accessibleDescription() != "", timeout=30_000)
    assert errors == []
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
