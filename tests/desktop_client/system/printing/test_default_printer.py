"""The person's default printer as lpoptions keeps it: read, changed, and everything else left as it was."""

from pathlib import Path

import pytest

from desktop_client.system.printing.default_printer import OWN, choose_default, chosen_default, default_in, own_default, with_default

TEXT = b"Default Lantai3 media=A4 sides=two-sided-long-edge\nDest Kasir media=A5\nDest Kasir/foto quality=5\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "name"),
    [(TEXT, "Lantai3"), (b"default Kasir/foto x=1\n", "Kasir"), (b"", ""), (b"Dest Kasir\n", ""), (b"Default\n", ""), (b"\xff\xfe\n", "")],
)
def test_the_default_in_the_file(text: bytes, name: str) -> None:
    assert default_in(text) == name


def test_options_of_all_printers_stay() -> None:
    changed = with_default(TEXT, "Kasir")
    assert default_in(changed) == "Kasir"
    assert b"Default Kasir media=A5" in changed
    assert b"Dest Lantai3 media=A4 sides=two-sided-long-edge" in changed
    assert b"Dest Kasir/foto quality=5" in changed
    assert sorted(with_default(changed, "Lantai3").splitlines()) == sorted(TEXT.splitlines())


def test_a_name_in_any_bytes_comes_through() -> None:
    assert with_default(b"Dest \xe9tage x=1\n", "Kasir") == b"Default Kasir\nDest \xe9tage x=1\n"


def test_chosen_and_taken_back(home: Path) -> None:
    assert chosen_default({}, home / "none") == ""
    choose_default("Lantai3")
    assert (own_default(), chosen_default({}, home / "none")) == ("Lantai3", "Lantai3")
    choose_default("")
    assert (own_default(), (home / OWN).read_bytes()) == ("", b"")
    choose_default("Kasir/foto")
    assert (own_default(), chosen_default({}, home / "none")) == ("Kasir/foto", "Kasir")


def test_options_that_cannot_be_read_are_not_written_over_and_a_link_stays(home: Path) -> None:
    (home / OWN).mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        choose_default("Lantai3")
    (home / OWN).rmdir()
    many = b"".join(b"Dest P%d media=A4\n" % number for number in range(8000))
    (home / "dotfile").write_bytes(many)
    (home / OWN).symlink_to(home / "dotfile")
    choose_default("Lantai3")
    assert (home / OWN).is_symlink()
    assert (home / "dotfile").read_bytes() == b"Default Lantai3\n" + many


def test_the_environment_comes_first_and_the_computer_last(home: Path) -> None:
    computers = home / "lpoptions"
    computers.write_text("Default Gudang\n")
    assert chosen_default({}, computers) == "Gudang"
    choose_default("Lantai3")
    assert chosen_default({}, computers) == "Lantai3"
    assert chosen_default({"PRINTER": "lp"}, computers) == "Lantai3"
    assert chosen_default({"PRINTER": "Kasir"}, computers) == "Kasir"
    assert chosen_default({"PRINTER": "Kasir", "LPDEST": "Depan/a"}, computers) == "Depan"
