"""Forty processes of a browser are one program; scripts of one interpreter, started by somebody else, are not."""

import os

from desktop_client.system.programs.whole_programs import Process, between, process_in, top_of, watch, whole_programs

BROWSER = {
    1: Process("systemd", 0, "/lib/systemd", 0, 10),
    20: Process("firefox", 1, "/usr/lib/firefox", 5.0, 1000),
    21: Process("Web Content", 20, "/usr/lib/firefox", 1.0, 400),
    22: Process("Isolated Web Co", 21, "/usr/lib/firefox", 1.0, 300),
    30: Process("bash", 1, "/bin/bash", 0, 5),
    31: Process("python3", 30, "/usr/bin/python3", 0, 50),
    40: Process("secret", 1, "", 0, 7),
    41: Process("secret-child", 40, "", 0, 8),
}


def test_a_browser_is_one_program() -> None:
    later = {**BROWSER, 21: Process("Web Content", 20, "/usr/lib/firefox", 2.0, 450)}
    programs = whole_programs(BROWSER, later, 1.0, 2)
    assert (programs[0].name, programs[0].memory_bytes, programs[0].processes, programs[0].busy_percent) == ("firefox", 1750, 3, 50.0)
    assert {program.name for program in programs} == {"systemd", "firefox", "bash", "python3", "secret", "secret-child"}


def test_circles_end() -> None:
    circle = {1: Process("a", 2, "/x", 0, 1), 2: Process("b", 1, "/x", 0, 1)}
    assert top_of(1, circle) in {1, 2}


def test_a_process_that_took_a_number_over_did_no_work_yet() -> None:
    programs = whole_programs({5: Process("old", 1, "", 50.0, 1)}, {5: Process("new", 1, "", 60.0, 1)}, 1.0, 1)
    assert programs[0].busy_percent == 0


def test_a_line_of_the_kernel() -> None:
    line = b"7 (a) b) (c) S 3 7 7 0 -1 4194560 1 2 3 4 150 50 0 0 20 0 1 0 100 1000000 25 18446744073709551615"
    assert process_in(line, "/x", 100, 4096) == Process("a) b) (c", 3, "/x", 2.0, 25 * 4096)
    for cut in range(60):
        assert process_in(line[:cut], "", 100, 4096) is None


def test_this_computer() -> None:
    first = watch()
    programs = between(first, watch())
    assert sum(program.processes for program in programs) > 1
    assert os.getpid() in first.processes
