"""Faults 13, 14 and 15 with their variants, and healthy but odd computers: real disks, a real group with little memory, real windows."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from development.virtual_screen import VirtualScreen
from tests.faults.checked import command, look, somebody
from tests.faults.disk_world import MKFS, Disk
from tests.faults.memory_world import Group, why_not

ROOT = pytest.mark.skipif(
    os.geteuid() != 0 or MKFS is None or somebody().uid == 0,
    reason="needs root and mkfs.ext4 for disks of its own, and a second account that can read the checkout",
)
MB = 1_000_000
PROGRAM = Path(__file__).parent / "programs" / "window.py"


def on(disk: Disk, **wanted: Any) -> dict[str, Any]:
    return look("disk", disk.environment, person=disk.person, **wanted)


# Disks


@ROOT
def test_13_a_full_home_and_room_made_in_it() -> None:
    with Disk(100 * MB) as disk:
        disk.as_person("mkdir -p .local/share/Trash/files Downloads .cache/toko .cache/mozilla; echo rapat > Downloads/rapat.txt")
        disk.as_person("dd if=/dev/zero of=.cache/toko/gambar bs=1M count=7 2>/dev/null; cp .cache/toko/gambar .cache/mozilla/profil")
        disk.fill(".local/share/Trash/files/lama")
        told = on(disk)["before"]
        assert told["verdict"] == "found:full"
        assert told["evidence"]["drive"] == str(disk.place)
        assert ".local" in told["evidence"]["biggest"]
        told = on(disk, fix="free", choose=["caches"], put_back=True)
        assert told["plan"]["can_put_back"] is False
        assert {"caches", "bin"} <= told["plan"]["choices"].keys()
        # 7 MB of 100 are above 5 percent, and below 10: better, and not fixed.
        assert (told["done"], told["after"]["verdict"], told["put_back"]) == (True, "found:low", [False, False])
        told = on(disk, fix="free", choose=["bin"])
        assert told["done"]
        assert (disk.place / ".cache/mozilla/profil").exists()
        assert (disk.place / "Downloads/rapat.txt").exists()
        # A disk of 100 MB never has 10 GB, so only the share counts.
        assert told["after"]["verdict"] == "ok"


@ROOT
def test_13_kept_alive_is_never_called_fixed() -> None:
    with Disk(100 * MB) as disk:
        disk.as_person("mkdir -p .cache/toko .local/share/Trash/files; dd if=/dev/zero of=.cache/toko/gambar bs=1M count=2 2>/dev/null")
        disk.fill()
        told = on(disk, fix="free", choose=["caches"])
        assert (told["done"], told["after"]["verdict"]) == (True, "found:full")


@ROOT
def test_nothing_ticked_removes_nothing() -> None:
    with Disk(100 * MB) as disk:
        disk.as_person(
            "mkdir -p Downloads .cache/toko; echo x > .cache/toko/x; dd if=/dev/zero of=Downloads/film bs=1M count=60 2>/dev/null"
        )
        disk.fill()
        told = on(disk, fix="free", choose=[])
        choices = told["plan"]["choices"]
        assert choices[f"file:{disk.place}/Downloads/film"] == ["film", pytest.approx(60 * 1024 * 1024, rel=0.01), False]
        assert (told["done"], (disk.place / ".cache/toko/x").exists()) == (False, True)


@ROOT
def test_a_disk_that_became_read_only() -> None:
    with Disk(100 * MB) as disk:
        disk.remount_read_only()
        assert on(disk)["before"]["verdict"] == "found:read-only"


@ROOT
def test_room_but_no_more_files() -> None:
    with Disk(3_000 * MB, kind="tmpfs", options="nr_inodes=200,mode=755") as disk:
        disk.as_person("i=0; while touch f$i 2>/dev/null; do i=$((i+1)); done; true")
        assert on(disk)["before"]["verdict"] == "found:inodes"


@ROOT
def test_healthy_a_big_disk_with_six_percent_free() -> None:
    with Disk(2_000_000 * MB) as disk:
        disk.take_all_but(0.06)
        told = on(disk)["before"]
        assert told["verdict"] == "ok"
        assert told["evidence"]["free"] == pytest.approx(6, abs=0.2)


# Memory

GROUPS = pytest.mark.skipif(os.geteuid() != 0 or bool(why_not()), reason=why_not() or "needs root for control groups")


@GROUPS
def test_14_a_program_holds_nearly_all_memory() -> None:
    with Group(800 * MB) as group:
        group.hog(share=0.92, file_bytes=200 * MB)
        told = group.look("memory", {})["before"]
        assert group.alive()
        assert told["verdict"] == "found:full"
        evidence = told["evidence"]
        assert evidence["total"] == 0.8
        assert evidence["share"] < 10
        assert {"limit-hit", "waiting", "swap-in"} & evidence.keys()
        assert evidence["program"]


@GROUPS
def test_healthy_cache_fills_the_memory() -> None:
    with Group(300 * MB) as group:
        group.hog(share=0.1, file_bytes=600 * MB, pause_s=0.001)
        told = group.look("memory", {})["before"]
        assert group.alive()
        # Whether all processors are busy is up to who else runs here.
        assert told["verdict"] in {"ok", "found:busy"}
        assert told["evidence"]["share"] > 10


# Programs that don't respond


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as shown:
        yield shown


def hung(screen: VirtualScreen, **wanted: Any) -> dict[str, Any]:
    return look("hung", screen.environment(), settings={"apart_s": 1.0, "answer_s": 0.8}, **wanted)


def window(screen: VirtualScreen, title: str, *words: str) -> "psutil.Popen":
    program = psutil.Process(screen.start(sys.executable, str(PROGRAM), title, *words).pid)
    screen.wait_for_window(title)
    return program


def ended(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


@pytest.mark.screen
def test_15_a_stopped_window_goes_on_and_is_not_ended(screen: VirtualScreen) -> None:
    program = window(screen, "Tabel")
    try:
        assert hung(screen)["before"]["verdict"] == "ok"
        program.send_signal(signal.SIGSTOP)
        told = hung(screen, fix="end-program")
        assert told["before"]["verdict"] == "found:paused"
        assert told["before"]["evidence"]["process"] == program.pid
        assert told["plan"] == {"actions": ["continue"], "choices": {}, "can_put_back": False}
        assert (told["done"], told["after"]["verdict"]) == (True, "ok")
        assert not ended(program)
    finally:
        program.kill()


@pytest.mark.screen
@pytest.mark.skipif(shutil.which("xterm") is None, reason="needs xterm")
def test_a_stopped_terminal_that_never_answers_pings(screen: VirtualScreen) -> None:
    program = psutil.Process(screen.start("xterm", "-title", "Terminal", "-e", "sleep", "300").pid)
    try:
        screen.wait_for_window("Terminal")
        assert hung(screen)["before"]["verdict"] == "ok"
        program.send_signal(signal.SIGSTOP)
        assert hung(screen)["before"]["verdict"] == "found:paused"
    finally:
        program.kill()


@pytest.mark.screen
def test_a_sleeping_program_is_waited_for_then_ended(screen: VirtualScreen) -> None:
    program = window(screen, "Surat", "300")
    try:
        time.sleep(1.2)
        told = hung(screen, fix="end-program", fix_settings={"wait_s": 1.0, "ask_every_s": 0.5})
        assert told["before"]["verdict"] == "found:silent"
        assert told["before"]["evidence"]["busy"] is False
        assert [key for key, (_, _, ticked) in told["plan"]["choices"].items() if ticked] == ["wait"]
        # It still sleeps after the wait: done as asked, and never called fixed.
        assert (told["done"], told["after"]["verdict"]) == (True, "found:silent")
        assert not ended(program)
        told = hung(screen, fix="end-program", choose=["end"], fix_settings={"step_s": 0.5})
        assert (told["done"], told["undo"], told["after"]["verdict"]) == (True, None, "ok")
        assert ended(program)
    finally:
        program.kill()


@pytest.mark.screen
def test_a_program_that_wakes_up_is_fixed_by_waiting(screen: VirtualScreen) -> None:
    program = window(screen, "Peta", "6")
    try:
        time.sleep(1.2)
        told = hung(screen, fix="end-program", fix_settings={"wait_s": 20.0, "ask_every_s": 0.5})
        assert (told["before"]["verdict"], told["done"], told["after"]["verdict"]) == ("found:silent", True, "ok")
        assert not ended(program)
    finally:
        program.kill()


def test_healthy_this_very_computer(tmp_path: Path) -> None:
    if Path("/run/reboot-required").exists():
        pytest.skip("this computer really has to be restarted")
    told = command({}, tmp_path / "profile", "hung", "printer", "queue", "restart")
    assert told == {"hung": "ok", "printer": "ok:unused", "queue": "ok", "restart": "ok"}
