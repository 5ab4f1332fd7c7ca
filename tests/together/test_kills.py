"""150 times `kill -9` of client and backend, at named points and at random: nothing is lost, nothing comes twice, every byte is right."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop_client.backend.enrolment import Who, enrol
from desktop_client.system.failpoints import FAILPOINTS
from desktop_client.system.folders import open_profile
from desktop_client.system.secrets import TokenStore
from server_stub.store.failpoints import NAMES
from tests.together.backend_process import ROOT, BackendProcess
from tests.together.history import History, hold_against

DRIVER = [sys.executable, str(Path(__file__).parent / "programs" / "client_driver.py")]
CLIENT_POINTS = [name for name in FAILPOINTS if not name.startswith(("enrol", "take-back"))]
"""The others belong to registering and editing, which have tests of their own."""

BACKEND_POINTS = [name for name in NAMES if not name.startswith(("enrol", "assist"))]
CLIENT_KILLS = 58
"""Of each of two clients, the named ones included, and of the backend besides its named ones: together over 150."""
BACKEND_KILLS = 26


class ClientDriver:
    """The driver program on one profile, started and killed again and again."""

    def __init__(self, profile: Path, history: History, chance: random.Random) -> None:
        self._profile = profile
        self._history = history
        self._chance = chance
        self.kills: Counter[str] = Counter()

    def enrol(self, backend: BackendProcess, name: str) -> None:
        profile = open_profile(self._profile)
        enrol(profile, TokenStore(profile), backend.address, backend.code(), Who(account=name, display_name=name, computer=f"pc-{name}"))

    def killed(self, failpoint: str, within_s: float) -> bool:
        """Lets it write until it dies at the failpoint, or is killed after that time; whether it was the failpoint."""
        process = self._start(10_000, failpoint)
        timer: threading.Timer | None = None
        assert process.stdout is not None
        for line in process.stdout:
            if timer is None:  # now it is at work
                timer = threading.Timer(within_s, process.kill)
                timer.start()
            if line.endswith("\n"):
                self._history.note(line)
        process.stdout.close()
        code = process.wait(timeout=20)
        by_itself = timer is None or timer.is_alive()
        if timer:
            timer.cancel()
        assert code == -signal.SIGKILL, "it may end only by being killed"
        self.kills[failpoint if by_itself else "at random"] += 1
        return by_itself

    def drain(self) -> str:
        process = self._start(0, "")
        told, _ = process.communicate(timeout=200)
        assert process.returncode == 0
        return told

    def _start(self, count: int, failpoint: str) -> "subprocess.Popen[str]":
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "SIGAP_FAILPOINT": failpoint}
        words = [*DRIVER, str(self._profile), str(self._chance.randrange(2**31)), str(count), "0.1"]
        return subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def side_by_side(*works: Callable[[], None]) -> None:
    """Runs them in threads, and raises what one of them raised."""
    raised: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)
            raise

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not raised, raised


def at_every_point(client: ClientDriver, points: list[str]) -> None:
    for point in points:
        assert client.killed(point, 60), f"never came to {point}"


def at_random(client: ClientDriver, chance: random.Random, ended: threading.Event) -> None:
    while sum(client.kills.values()) < CLIENT_KILLS or not ended.is_set():
        point = f"{chance.choice(CLIENT_POINTS)}:{chance.randint(1, 6)}" if chance.random() < 0.5 else ""
        client.killed(point, chance.random())


def backend_at_points_and_at_random(backend: BackendProcess, chance: random.Random, ended: threading.Event) -> Counter[str]:
    """Each named point once, then at random; how often at which."""
    kills: Counter[str] = Counter()
    try:
        backend.kill()
        for point in [*BACKEND_POINTS, *[""] * BACKEND_KILLS]:
            listens = backend.start(f"{point}:{chance.randint(1, 3)}", must=not point)
            died = backend.died(60 if point and listens else chance.random())
            assert died or not point, f"the backend never came to {point}"
            if not died:
                backend.kill()
            kills[point or "at random"] += 1
    finally:
        ended.set()
    return kills


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    chances = [random.Random(seed + place) for place in range(5)]
    history = History(tmp_path / "history")
    kills: Counter[str] = Counter()
    with BackendProcess(tmp_path / "data") as backend:
        clients = [ClientDriver(tmp_path / name, history, chance) for name, chance in zip(("sari", "budi"), chances, strict=False)]
        for client, name in zip(clients, ("sari", "budi"), strict=True):
            client.enrol(backend, name)
        side_by_side(*(partial(at_every_point, client, CLIENT_POINTS[place::2]) for place, client in enumerate(clients)))
        ended = threading.Event()
        side_by_side(
            *(partial(at_random, client, chance, ended) for client, chance in zip(clients, chances[2:], strict=False)),
            lambda: kills.update(backend_at_points_and_at_random(backend, chances[4], ended)),
        )
        for client in clients:
            kills.update(client.kills)
        print(dict(kills), f"{len(history.kept)} kept, {len(history.begun)} begun")
        assert sum(kills.values()) >= 150
        backend.start()
        assert [client.drain() for client in clients] == ["DRAINED 0\n"] * 2
        assert backend.end() == 0
    assert len(history.kept) > 100
    hold_against(history, tmp_path / "data")
