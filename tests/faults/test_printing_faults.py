"""Faults 16, 17 and 23, and a computer without printers, with a real cupsd and printers that refuse, never read, or work."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.checked import command, look, somebody, start
from tests.faults.print_world import CUPSD, DEAF, PrintWorld, refused_uri

pytestmark = [
    pytest.mark.skipif(CUPSD is None or os.geteuid() != 0, reason="needs cupsd, and root to run it"),
    pytest.mark.skipif(somebody().uid == os.geteuid(), reason="needs a second account that can read the checkout"),
]

GUIDE = "printer-does-not-print"
QUICK = {"stuck_s": 1, "watch_s": 1.5}
"""Minutes and seconds of the check "queue" that a test waits for."""


@pytest.fixture(scope="module")
def service() -> Iterator[PrintWorld]:
    with PrintWorld() as world:
        yield world


@pytest.fixture
def world(service: PrintWorld) -> Iterator[PrintWorld]:
    yield service
    service.clean()


def asked(world: PrintWorld, check: str, **wanted: Any) -> dict[str, Any]:
    return look(check, world.environment, person=somebody(), **wanted)


def verdict(world: PrintWorld, check: str, **wanted: Any) -> tuple[str, dict[str, Any]]:
    told = asked(world, check, **wanted)["before"]
    return told["verdict"], told["evidence"]


def two_documents_at_a_deaf_printer(world: PrintWorld, *, deaf: int = DEAF) -> list[int]:
    world.queue("Lantai3", world.printer(deaf=deaf).uri, place="Ruang 302")
    world.run("lpadmin", "-d", "Lantai3")
    numbers = [world.print("Lantai3"), world.print("Lantai3")]
    world.wait_for(lambda: "now printing" in world.run("lpstat", "-p", "Lantai3"), "printing")
    # Until the settings' second is over.
    verdict_of = lambda: verdict(world, "queue", settings=QUICK)[0]  # noqa: E731 - looked at again and again
    world.wait_for(lambda: verdict_of() == "found:stuck", "found:stuck")
    return numbers


def test_16_a_printer_that_takes_and_never_reads(world: PrintWorld) -> None:
    numbers = two_documents_at_a_deaf_printer(world)
    code, evidence = verdict(world, "queue", settings=QUICK)
    assert (code, evidence["printer"], evidence["document"], evidence["behind"]) == ("found:stuck", "Lantai3", numbers[0], 1)
    assert "Laporan" not in str(evidence)
    assert verdict(world, "printer", settings={"apart_s": 0.2})[0] == "ok"
    # Three minutes aren't over yet: between the limits nothing is found.
    assert verdict(world, "queue")[0] == "ok"


def test_16_healed_by_setting_the_document_aside_and_put_back(world: PrintWorld) -> None:
    numbers = two_documents_at_a_deaf_printer(world, deaf=1)
    told = asked(world, "queue", settings=QUICK, fix="clear-queue", put_back=True)
    assert told["plan"]["actions"] == ["set-aside", "since", "next"]
    assert {key: ticked for key, (_, _, ticked) in told["plan"]["choices"].items()} == {"set-aside": True, "delete": False}
    assert (told["done"], told["kept"], told["after"]["verdict"]) == (True, [{"job": str(numbers[0]), "printer": "Lantai3"}], "ok:held")
    assert told["put_back"] == [True, True]
    world.wait_for(lambda: world.documents("Lantai3") == [], "the document that was put back is printed")


def test_16_kept_alive_is_never_called_fixed(world: PrintWorld) -> None:
    numbers = two_documents_at_a_deaf_printer(world)
    told = asked(world, "queue", settings=QUICK, fix="clear-queue", fix_settings={"next_s": 1.0})
    assert (told["done"], told["after"]["verdict"], told["after"]["evidence"]["document"]) == (True, "found:stuck", numbers[1])


def test_16_deleting_is_a_choice_of_its_own(world: PrintWorld) -> None:
    numbers = two_documents_at_a_deaf_printer(world, deaf=1)
    told = asked(world, "queue", settings=QUICK, fix="clear-queue", choose=["delete"])
    assert (told["done"], told["undo"], told["kept"], told["after"]["verdict"]) == (True, None, [], "ok")
    world.wait_for(lambda: numbers[0] not in world.documents("Lantai3"), "the document is gone")


def test_16_a_fix_that_was_killed_is_put_back_by_the_next_process(world: PrintWorld) -> None:
    numbers = two_documents_at_a_deaf_printer(world)
    kept = world.home / "kept"
    wanted = {"settings": QUICK, "fix": "clear-queue"}
    with start("queue", world.environment, person=somebody(), **wanted, fix_settings={"next_s": 60}, keep_in=str(kept)) as program:
        world.wait_for(
            lambda: kept.exists() and f"now printing Lantai3-{numbers[0]}." not in world.run("lpstat", "-p", "Lantai3"),
            "the document is held",
        )
        program.kill()
    told = asked(world, "queue", **wanted, undo=json.loads(kept.read_text()))
    assert told["put_back"] is True
    # Neither waits for somebody to release it.
    assert asked(world, "queue", settings={"stuck_s": 600})["before"]["evidence"] == {"waiting": 2, "held": 0}


def test_others_documents_are_not_touched(world: PrintWorld) -> None:
    world.queue("Lantai3", world.printer(deaf=DEAF).uri)
    theirs = world.print("Lantai3", person=False)
    own = world.print("Lantai3")
    world.wait_for(lambda: "now printing" in world.run("lpstat", "-p", "Lantai3"), "printing")
    world.wait_for(lambda: verdict(world, "queue", settings=QUICK)[0] == "found:stuck", "found:stuck")
    told = asked(world, "queue", settings=QUICK, fix="clear-queue")
    assert (told["before"]["evidence"]["document"], told["before"]["evidence"]["own"], told["not_here"]) == (theirs, False, "rights")
    assert sorted(world.documents("Lantai3")) == [theirs, own]


def test_17_a_paused_printer(world: PrintWorld, tmp_path: Path) -> None:
    world.queue("Lantai3", world.printer().uri)
    world.run("lpadmin", "-d", "Lantai3")
    world.run("cupsdisable", "-r", "Kertas habis", "Lantai3")
    code, evidence = verdict(world, "printer")
    assert (code, evidence["reason"], evidence["connection"]) == ("found:paused", "Kertas habis", "answers")
    told = command(world.environment, tmp_path / "profile", "printer", "queue")
    assert told == {"printer": "found:paused", "queue": "ok"}
    world.print("Lantai3", 1000)
    assert verdict(world, "queue", settings={"stuck_s": 0, "watch_s": 0.2})[0] == "found:stopped"


def test_23_the_default_is_gone_and_another_queue_sticks(world: PrintWorld) -> None:
    world.queue("Kasir", refused_uri(), place="Lantai 1")
    numbers = two_documents_at_a_deaf_printer(world)
    theirs = world.print("Lantai3", person=False)
    world.run("lpadmin", "-d", "Kasir")
    code, evidence = verdict(world, "printer", settings={"apart_s": 0.2})
    assert (code, evidence["printer"], evidence["connection"], evidence["others"]) == ("found:gone", "Kasir", "refused", "Lantai3")
    code, evidence = verdict(world, "queue", settings=QUICK)
    assert (code, evidence["printer"], evidence["document"]) == ("found:stuck", "Lantai3", numbers[0])
    assert sorted(world.documents("Lantai3")) == [*numbers, theirs]


def test_a_document_for_a_printer_that_is_gone_is_not_called_stuck(world: PrintWorld) -> None:
    world.queue("Kasir", refused_uri())
    world.print("Kasir", 1000)
    world.wait_for(lambda: "now printing" in world.run("lpstat", "-p", "Kasir"), "printing")
    settled = {"stuck_s": 0, "watch_s": 0.5}
    world.wait_for(lambda: verdict(world, "queue", settings=settled)[0] == "not_possible:after printer", "after printer")


def test_another_printer_is_chosen_and_put_back(world: PrintWorld) -> None:
    working = world.printer()
    world.queue("Kasir", refused_uri())
    world.queue("Lantai3", working.uri, place="Ruang 302")
    world.run("lpadmin", "-d", "Kasir")
    told = asked(world, "printer", settings={"apart_s": 0.2}, fix="set-default", put_back=True)
    assert told["plan"]["choices"] == {"use:Lantai3": ["Lantai3 (Ruang 302)", 0, True]}
    assert (told["before"]["verdict"], told["done"], told["after"]["verdict"]) == ("found:gone", True, "ok")
    assert (told["put_back"], told["last"]["verdict"]) == ([True, True], "found:gone")


def test_documents_move_only_where_that_was_chosen(world: PrintWorld) -> None:
    working = world.printer()
    world.queue("Kasir", refused_uri())
    world.queue("Lantai3", working.uri)
    world.run("lpadmin", "-d", "Kasir")
    world.print("Kasir", 5000)
    told = asked(world, "printer", settings={"apart_s": 0.2}, fix="set-default", choose=["move:Lantai3"])
    assert (told["done"], told["after"]["verdict"]) == (True, "ok")
    world.wait_for(lambda: working.taken == 5000, "the document is printed on the other printer")
    assert world.documents("Kasir") == []


def test_a_printer_that_is_gone_too_is_not_offered_and_never_called_fixed(world: PrintWorld) -> None:
    world.queue("Kasir", refused_uri())
    world.queue("Lantai3", refused_uri())
    world.run("lpadmin", "-d", "Kasir")
    assert asked(world, "printer", settings={"apart_s": 0.2}, fix="set-default")["not_here"] == "nothing to do"
    world.queue("Gudang", world.printer().uri)
    told = asked(world, "printer", settings={"apart_s": 0.2}, fix="set-default", choose=["use:Lantai3"])
    assert (told["done"], told["after"]["verdict"]) == (True, "found:gone")


def test_without_a_default_and_with_the_wrong_one(world: PrintWorld) -> None:
    world.queue("Lantai3", world.printer().uri)
    assert verdict(world, "printer", guide=GUIDE) == ("found:no-default", {"others": "Lantai3"})
    assert verdict(world, "printer")[0] == "ok:unused"
    world.queue("PDF", refused_uri())
    world.run("lpadmin", "-d", "PDF")
    assert verdict(world, "printer")[0] == "found:wrong"
    world.run("lpoptions", "-d", "Lantai3", person=True)
    assert verdict(world, "printer")[0] == "ok"
    world.run("cupsreject", "Lantai3")
    assert verdict(world, "printer")[0] == "found:rejecting"


def test_jammed_paper_needs_a_hand(world: PrintWorld) -> None:
    world.queue("Lantai3", "jam://there", place="Ruang 302")
    world.run("lpadmin", "-d", "Lantai3")
    assert verdict(world, "printer")[0] == "ok"
    world.print("Lantai3", 1000)
    world.wait_for(lambda: verdict(world, "printer")[0] == "found:needs-hand", "found:needs-hand")
    _, evidence = verdict(world, "printer")
    assert (evidence["reason"], evidence["location"]) == ("media-jam", "Ruang 302")


def test_somebody_who_printed_lately_misses_the_printer(world: PrintWorld) -> None:
    world.queue("Lantai3", world.printer().uri)
    world.print("Lantai3", 1000)
    world.wait_for(lambda: world.documents("Lantai3") == [], "the document is printed")
    assert verdict(world, "printer")[0] == "found:no-default"
    assert verdict(world, "queue") == ("ok", {"waiting": 0})


def test_a_print_service_that_hangs_and_its_restart(world: PrintWorld) -> None:
    world.queue("Lantai3", world.printer().uri)
    world.run("lpoptions", "-d", "Lantai3", person=True)
    assert world.server is not None
    world.server.send_signal(signal.SIGSTOP)
    try:
        assert verdict(world, "queue")[0] == "found:service"
        assert verdict(world, "printer")[0] == "not_possible:time"
        root = {"guide": GUIDE, "fix": "restart-print"}
        refused = look("queue", world.environment, **root, fix_settings={"command": ["sh", "-c", "exit 126"]})
        assert (refused["done"], refused["why"], refused["after"]["verdict"]) == (False, "rights", "found:service")
        kept_alive = look("queue", world.environment, **root, fix_settings={"command": ["true"], "answers_s": 0.0})
        assert (kept_alive["done"], kept_alive["after"]["verdict"]) == (True, "found:service")
        healed = look("queue", world.environment, **root, fix_settings={"command": ["kill", "-CONT", str(world.server.pid)]})
        assert (healed["done"], healed["after"]["verdict"]) == (True, "ok")
    finally:
        world.server.send_signal(signal.SIGCONT)


def test_healthy_no_printer(world: PrintWorld) -> None:
    assert verdict(world, "printer")[0] == "ok:unused"
    assert verdict(world, "queue")[0] == "ok"


def test_healthy_no_print_service(world: PrintWorld) -> None:
    nowhere = {**world.environment, "CUPS_SERVER": str(world.root / "none.sock")}
    assert look("printer", nowhere, person=somebody())["before"]["verdict"] == "ok:unused"
    assert look("queue", nowhere, person=somebody())["before"]["verdict"] == "ok"
    assert look("printer", nowhere, person=somebody(), guide=GUIDE)["before"]["verdict"] == "found:none"
