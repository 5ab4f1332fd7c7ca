"""Where programs come from: on Linux with the real package manager, elsewhere what is asked and how answers are read."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.programs.signatures import ANYBODY, Maker, comes_from, in_package

MAKER = Maker(publishers=("AnyDesk Software GmbH",), team="KU6W3B6JMZ")
GONE = CommandResult(b"", b"", None, Outcome.MISSING)


class Asked:
    """Answers commands by their first word, and remembers them."""

    def __init__(self, **answers: tuple[int, bytes]) -> None:
        self._answers = answers
        self.commands: list[tuple[str, ...]] = []

    def __call__(self, argv: tuple[str, ...], _limit_s: float) -> CommandResult:
        self.commands.append(argv)
        answer = self._answers.get(argv[0].partition(".")[0])
        return CommandResult(answer[1], b"", answer[0], Outcome.OK) if answer else GONE


linux = pytest.mark.skipif(sys.platform != "linux", reason="owners and packages are Linux' way")


@linux
@pytest.mark.skipif(shutil.which("dpkg") is None, reason="needs dpkg")
def test_a_program_of_an_installed_package() -> None:
    assert comes_from(Path("/usr/bin/env"), MAKER, named=False)
    assert comes_from(Path("/bin/env"), MAKER, named=False)


@linux
@pytest.mark.parametrize("named", [True, False])
def test_one_that_no_package_brought_must_be_named(tmp_path: Path, named: bool) -> None:  # noqa: FBT001 - a row of the table
    program = tmp_path / "tool"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert comes_from(program, MAKER, named=named, administrator=os.getuid()) is named


@linux
def test_a_name_with_a_pattern_in_it_is_no_package_s(tmp_path: Path) -> None:
    program = tmp_path / "*"
    program.write_text("")
    assert not in_package(program, program)


@linux
def test_what_is_not_there_comes_from_nobody(tmp_path: Path) -> None:
    assert not comes_from(tmp_path / "tool", MAKER, named=True, administrator=os.getuid())
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert not comes_from(tmp_path / "loop", MAKER, named=True, administrator=os.getuid())
    (tmp_path / "folder").mkdir()
    assert not comes_from(tmp_path / "folder", MAKER, named=True, administrator=os.getuid())


def test_rpm_is_asked_where_there_is_no_dpkg() -> None:
    asked = Asked(rpm=(0, b"anydesk-6.4.0-1.x86_64\n"))
    assert in_package(Path("/usr/bin/anydesk"), Path("/usr/libexec/anydesk"), asked)
    assert asked.commands[-1] == ("rpm", "-qf", "--", "/usr/libexec/anydesk")
    assert not in_package(Path("/usr/bin/anydesk"), Path("/usr/libexec/anydesk"), Asked(rpm=(1, b"not owned by any package\n")))


def test_a_diversion_or_another_file_is_no_package_s() -> None:
    told = b"diversion by evil from: /usr/bin/anydesk\nanydesk: /usr/bin/anydesk-more\n"
    assert not in_package(Path("/usr/bin/anydesk"), Path("/usr/bin/anydesk"), Asked(dpkg=(0, told)))
    assert in_package(Path("/usr/bin/anydesk"), Path("/usr/bin/anydesk"), Asked(dpkg=(0, b"anydesk, other: /bin/anydesk\n")))


def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: bytes, maker: Maker = MAKER) -> tuple[bool, Asked]:
    program = tmp_path / "Any'Desk.exe"
    program.write_text("")
    asked = Asked(powershell=(0, answer))
    monkeypatch.setattr("desktop_client.system.programs.signatures.sys.platform", "win32")
    return comes_from(program, maker, named=False, run=asked), asked


def signed(status: str, publisher: str) -> bytes:
    return f'{{"n":"signature","e":null,"v":[{{"status":"{status}","publisher":"{publisher}"}}]}}\n'.encode()


@pytest.mark.parametrize(
    ("answer", "trusted"),
    [
        (signed("Valid", "AnyDesk Software GmbH"), True),
        (signed("Valid", "philandro Software GmbH"), False),
        (signed("Valid", "AnyDesk Software GmbH "[:8]), False),
        (signed("HashMismatch", "AnyDesk Software GmbH"), False),
        (signed("NotSigned", ""), False),
        (b'{"n":"signature","e":"PathNotFound","v":[]}\n', False),
        (b"", False),
    ],
)
def test_windows_says_who_signed(answer: bytes, trusted: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: FBT001 - a row
    assert windows(monkeypatch, tmp_path, answer)[0] is trusted


def test_a_path_is_quoted_for_powershell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    trusted, asked = windows(monkeypatch, tmp_path, signed("Valid", "Anybody"), ANYBODY)
    assert trusted
    assert f"-LiteralPath '{tmp_path}/Any''Desk.exe'" in asked.commands[0][-1]


@pytest.mark.parametrize("code", [0, 1])
def test_macos_holds_the_whole_bundle_against_the_team(code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "AnyDesk.app" / "Contents" / "MacOS" / "AnyDesk"
    program.parent.mkdir(parents=True)
    program.write_text("")
    asked = Asked(codesign=(code, b""))
    monkeypatch.setattr("desktop_client.system.programs.signatures.sys.platform", "darwin")
    assert comes_from(program, MAKER, named=False, run=asked) is (code == 0)
    requirement = '-R=anchor apple generic and certificate leaf[subject.OU] = "KU6W3B6JMZ"'
    assert asked.commands == [("codesign", "--verify", "--strict", requirement, str(tmp_path / "AnyDesk.app"))]
