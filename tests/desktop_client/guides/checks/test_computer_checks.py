"""What each check of this computer concludes from values, and what it must not; real faults are in tests/faults."""

import threading
from typing import Any

import pytest

from contract.guides import CHECKS
from desktop_client.guides.check import Question
from desktop_client.guides.checks.computer import COMPUTER_CHECKS
from desktop_client.guides.checks.disk import DiskCheck, judge
from desktop_client.guides.checks.hung import HungCheck
from desktop_client.guides.checks.measures import available, biggest_three, busiest_three, gigabytes
from desktop_client.guides.checks.memory import MemoryCheck, Sample, busy_throughout, elsewhere, sample_of
from desktop_client.guides.checks.restart import RestartCheck
from desktop_client.guides.checks.sound import SoundCheck
from desktop_client.guides.checks.sound import judge as judge_sound
from desktop_client.guides.verdict import Seen
from desktop_client.system.audio.sound import Device, Sound, Stream
from desktop_client.system.commands import CommandResult
from desktop_client.system.commands import Outcome as Ran
from desktop_client.system.machine.cgroup import Group
from desktop_client.system.not_known import NotKnown, NotKnownError, Why
from desktop_client.system.programs.processes import Program
from desktop_client.system.storage.quota import Quota
from desktop_client.system.storage.volumes import Volume

GB = 1_000_000_000


def question(**more: Any) -> Question:
    return Question(run=lambda _argv, _limit: CommandResult(b"", b"", None, Ran.MISSING), limit_s=10, **more)


def text(seen: Seen) -> str:
    return f"{seen.outcome}:{seen.code}" if seen.code else str(seen.outcome)


def evidence(seen: Seen) -> dict[str, object]:
    return {one.name: one.value for one in seen.evidence}


def test_each_check_is_one_of_the_contracts() -> None:
    assert [check.name for check in COMPUTER_CHECKS] == ["disk", "memory", "hung", "printer", "queue", "sound", "restart"]
    assert all(check.name in CHECKS and check.after == () for check in COMPUTER_CHECKS)
    limits = {check.name: check.limit_s for check in COMPUTER_CHECKS}
    assert limits == {"disk": 33, "memory": 10, "hung": 15, "printer": 25, "queue": 25, "sound": 3, "restart": 1}


def test_measures() -> None:
    assert [one.value for one in available(3_456_000_000)] == [3.46, 3.46]
    assert gigabytes("x", 82_640_000_000).value == 82.6
    programs = [Program("a", 1.0, 3 * GB, 1), Program("b", 90.0, 2 * GB, 1), Program("c", 2.0, GB, 1), Program("d", 0.0, GB, 1)]
    assert biggest_three(programs) == "a 3.0 GB, b 2.0 GB, c 1.0 GB"
    assert busiest_three(programs) == "b 90 %, c 2 %, a 1 %"


# Disk


def volume(free: float, total: float, **more: Any) -> Volume:
    return Volume(place="/", total_bytes=round(total * GB), free_bytes=round(free * GB), **more)


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (volume(1.9, 100), "full"),
        (volume(1.9, 20), "low"),  # 9.5 percent of a small disk
        (volume(1.9, 10), ""),  # 19 percent
        (volume(4, 100), "low"),
        (volume(9.9, 100), "low"),
        (volume(10.1, 200), ""),
        (volume(120, 2000), ""),  # six percent of a big disk is plenty
        (volume(50, 100, files_free_percent=1.9), "inodes"),
        (volume(50, 100, files_free_percent=2.1), ""),
        (volume(1, 100, files_free_percent=0.0), "full"),
        (volume(0, 100, read_only=True), "read-only"),
        (volume(0, 1, read_only=True, work=False), ""),
    ],
)
def test_room_by_both_limits(one: Volume, code: str) -> None:
    assert judge(one, None) == code


def test_a_quota_that_is_used_up() -> None:
    assert judge(volume(50, 100), Quota(GB, GB, 0, 0)) == "quota"
    assert judge(volume(50, 100), Quota(GB, GB // 2, 0, 0)) == ""


def test_the_worst_volume_is_told() -> None:
    volumes = (volume(9, 100, device="a"), volume(50, 100, read_only=True), NotKnown(Why.TIMEOUT))
    seen = DiskCheck(read=lambda _limit: volumes, quota=lambda _device: None).look(question())
    assert text(seen) == "found:read-only"


def test_no_volume_answers() -> None:
    with pytest.raises(NotKnownError):
        DiskCheck(read=lambda _limit: (NotKnown(Why.TIMEOUT),)).look(question())


# Memory


def memory(*samples: Sample) -> Seen:
    given = iter(samples)
    return MemoryCheck(apart_s=0.01, sample=lambda: next(given)).look(question())


def sample(available_bytes: int, **more: Any) -> Sample:
    return Sample(total_bytes=100 * GB, available_bytes=available_bytes * GB, **more)


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        ([sample(5, waiting_percent=12.0)] * 4, "found:full"),
        ([sample(5, waiting_percent=9.0)] * 4, "ok"),  # little left, and nobody waits
        ([sample(11, waiting_percent=90.0)] * 4, "ok"),  # enough left
        ([sample(5, swapped_in_bytes=0)] + [sample(5, swapped_in_bytes=10**9)] * 3, "found:full"),
        ([sample(5, swapped_in_bytes=10**12)] * 4, "ok"),  # swap that exists
        ([sample(5, hits=1, limited=True)] + [sample(5, hits=2, limited=True)] * 3, "found:full"),
        ([sample(5, hits=7, limited=True)] * 4, "ok"),
        ([sample(5, waiting_percent=12.0)] * 3 + [sample(50, waiting_percent=12.0)], "ok"),  # it was a moment
        ([sample(50, cores=(0.0, 0.0))] + [sample(50, cores=(95.0, 91.0))] * 3, "found:busy"),
        ([sample(50)] + [sample(50, cores=(95.0, 20.0))] * 3, "ok"),  # one core rests
    ],
)
def test_memory_only_when_it_hurts(samples: list[Sample], said: str) -> None:
    assert text(memory(*samples)) == said


def test_the_groups_limit_counts_where_it_is_smaller() -> None:
    assert sample_of(100 * GB, 50 * GB, Group(8 * GB, GB, 3, None), ()).available_percent == 12.5
    assert sample_of(100 * GB, 50 * GB, Group(200 * GB, GB, 3, None), ()).available_percent == 50
    assert sample_of(100 * GB, 50 * GB, None, ()).limited is False
    assert elsewhere(question().run) == ()
    assert not busy_throughout([sample(50, cores=(99.0,))] * 2)


def test_a_stopped_look_at_memory_ends_at_once() -> None:
    stopped = threading.Event()
    stopped.set()
    assert MemoryCheck(apart_s=60, sample=lambda: sample(1, waiting_percent=99.0)).look(question(stopped=stopped)).code == "stopped"


# Hung


def test_without_windows_nothing_hangs() -> None:
    assert text(HungCheck(windows=lambda: (), apart_s=0).look(question())) == "ok"


# Sound


def sound(*, out: Device | None = None, others: tuple[Device, ...] = (), mic: Device | None = None, muted: bool = False) -> Sound:
    outputs = (*((out,) if out else ()), *others)
    streams = (Stream(number=1, program="Rapat", device="o", muted=muted),)
    return Sound(
        output=out.name if out else "",
        input=mic.name if mic else "x.monitor",
        outputs=outputs,
        inputs=(mic,) if mic else (),
        playing=streams,
    )


SPEAKER = Device(name="o", title="Speaker", volumes=(32768,))
MIC = Device(name="m", title="Mic")
SCREEN = Device(name="s", title="Screen", screen=True)


@pytest.mark.parametrize(
    ("one", "wrong"),
    [
        (sound(out=SPEAKER, mic=MIC), []),
        (sound(out=Device(name="o", title="", muted=True), mic=MIC), ["muted"]),
        (sound(out=Device(name="o", title="", volumes=(1310, 1310)), mic=MIC), ["low"]),
        (sound(out=SPEAKER, mic=MIC, muted=True), ["program-muted"]),
        (sound(out=SPEAKER, mic=Device(name="m", title="", muted=True)), ["mic-muted"]),
        (sound(out=SPEAKER), ["no-mic"]),
        (sound(mic=MIC), ["no-output"]),
        (sound(out=Device(name="o", title="", plugged=False), mic=MIC), ["no-output"]),
        (sound(out=Device(name="auto_null", title="", real=False), mic=MIC), ["no-output"]),
        (sound(out=SCREEN, mic=MIC), []),  # a screen is all that there is
        (sound(out=SCREEN, others=(SPEAKER,), mic=MIC), ["to-monitor"]),
        (sound(out=SCREEN, others=(Device(name="o", title="", muted=True),), mic=MIC), ["to-monitor", "muted"]),
    ],
)
def test_everything_that_is_wrong_with_sound(one: Sound, wrong: list[str]) -> None:
    assert judge_sound(one, missed=True) == wrong


def test_what_counts_in_its_guide_only() -> None:
    silent = sound(out=SCREEN, others=(Device(name="o", title="", muted=True),))
    check = SoundCheck(read=lambda _run: silent, allowed=lambda: None)
    assert text(check.look(question())) == "ok"
    assert text(check.look(question(guide="no-sound-in-call"))) == "found:to-monitor"
    assert evidence(check.look(question(guide="no-sound-in-call")))["also"] == "muted"


def test_a_microphone_that_is_not_allowed() -> None:
    assert judge_sound(sound(out=SPEAKER, mic=MIC), missed=False, allowed=False) == ["no-permission"]


def test_no_sound_service_is_not_known() -> None:
    with pytest.raises(NotKnownError):
        SoundCheck(read=lambda _run: NotKnown(Why.OFF)).look(question())


# Restart


def test_a_restart_is_due_when_the_system_says_so() -> None:
    assert text(RestartCheck(read=lambda: "kernel").look(question())) == "found:pending"
    seen = RestartCheck(read=lambda: "").look(question())
    assert text(seen) == "ok"
    assert evidence(seen).keys() == {"running"}
