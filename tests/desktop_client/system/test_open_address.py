import sys
from pathlib import Path

import pytest

from desktop_client.system.open_address import open_address

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the opener is Linux'")


def opener(folder: Path, words: str) -> str:
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{words}\n")
    program.chmod(0o755)
    return str(folder)


def test_the_address_arrives_whole_and_no_shell_reads_it(tmp_path: Path) -> None:
    address = "https://remote.example/?a=$(touch planted)&b='c d'"
    assert open_address(address, opener(tmp_path, f'printf "%s|%s" "$#" "$1" > {tmp_path}/got'))
    assert (tmp_path / "got").read_text() == f"1|{address}"


def test_an_opener_that_refuses_or_is_not_there(tmp_path: Path) -> None:
    assert not open_address("sigap-nowhere:", str(tmp_path))
    assert not open_address("sigap-nowhere:", opener(tmp_path, "exit 3"))


def test_an_opener_that_became_the_browser_has_opened_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_client.system.open_address._REFUSAL_S", 0.1)
    assert open_address("https://remote.example/", opener(tmp_path, "sleep 0.4"))
