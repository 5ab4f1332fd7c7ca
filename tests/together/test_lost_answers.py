"""500 reports through a network that loses 30 % of the answers, and some of everything else: each arrives exactly once."""

import random
import sys
from pathlib import Path

import pytest

from desktop_client.backend.enrolment import Who, enrol
from desktop_client.reasons import Cause, RefusedError
from desktop_client.system.folders import Profile, open_profile
from desktop_client.system.secrets import TokenStore
from tests.together.backend_process import BackendProcess, run
from tests.together.chaos_proxy import ChaosProxy, Fault
from tests.together.history import History, hold_against

DRIVER = Path(__file__).parent / "programs" / "client_driver.py"
REPORTS = 500


@pytest.mark.slow
@pytest.mark.parametrize(
    ("faults", "reports"),
    [
        ({Fault.LOSE_ANSWER: 0.3}, REPORTS),
        ({Fault.LOSE_ANSWER: 0.1, Fault.LOSE_REQUEST: 0.1, Fault.HALF_REQUEST: 0.1, Fault.HALF_ANSWER: 0.1}, 100),
    ],
)
def test_every_report_arrives_once(tmp_path: Path, faults: dict[Fault, float], reports: int) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    history = History(tmp_path / "history")
    with BackendProcess(tmp_path / "data") as backend, ChaosProxy(backend.port, faults, seed) as network:
        profile = open_profile(tmp_path / "profile")
        enrolled(profile, backend, network)
        words = [sys.executable, str(DRIVER), str(tmp_path / "profile"), str(seed), str(reports)]
        done = run(words, environment={"PYTHONPATH": str(Path(__file__).parents[2])}, timeout_s=280)
        assert done.code == 0, done.err[-2000:]
        for line in done.out.splitlines(keepends=True):
            history.note(line)
        assert backend.end() == 0
    print(dict(network.happened))
    assert network.happened[Fault.LOSE_ANSWER] > reports * faults[Fault.LOSE_ANSWER] / 2
    assert sum(1 for one in history.begun.values() if one["kind"] == "report") == reports
    assert history.kept == set(history.begun)
    hold_against(history, tmp_path / "data")


def enrolled(profile: Profile, backend: BackendProcess, network: ChaosProxy) -> None:
    """Through the same network: registering is idempotent too, so that it only has to be tried again with the same code."""
    code = backend.code()
    for _ in range(50):
        try:
            enrol(profile, TokenStore(profile), network.address, code, Who(account="sari", display_name="Sari", computer="pc"))
        except RefusedError as error:
            if error.reason.cause not in {Cause.CONNECTION_BROKE, Cause.UNREACHABLE}:
                raise
        else:
            return
    pytest.fail("never registered")
