"""A restart is due only when the system says so; a kernel without modules misses none."""

from pathlib import Path

from desktop_client.system.machine.pending_restart import kernel_replaced, pending


def modules(tmp_path: Path, *kernels: str, loaded: str = "ext4 1 0 - Live 0x0\n") -> tuple[tuple[Path, ...], Path]:
    for kernel in kernels:
        (tmp_path / "modules" / kernel).mkdir(parents=True)
    (tmp_path / "loaded").write_text(loaded)
    return (tmp_path / "modules",), tmp_path / "loaded"


def test_a_flag_of_the_package_manager(tmp_path: Path) -> None:
    flag = tmp_path / "reboot-required"
    assert pending((flag,), (), tmp_path / "none", "6.1") == ""
    flag.touch()
    assert pending((flag,), (), tmp_path / "none", "6.1") == "update"


def test_the_running_kernels_modules_are_gone(tmp_path: Path) -> None:
    folders, loaded = modules(tmp_path, "6.1.0-41-amd64")
    assert pending((), folders, loaded, "6.1.0-40-amd64") == "kernel"
    assert pending((), folders, loaded, "6.1.0-41-amd64") == ""


def test_a_kernel_that_needs_no_modules(tmp_path: Path) -> None:
    folders, loaded = modules(tmp_path, "6.1.0-41-amd64", loaded="")
    assert kernel_replaced(folders, loaded, "6.18-fc") is False
    assert kernel_replaced(folders, tmp_path / "none", "6.18-fc") is False
    assert kernel_replaced((tmp_path / "empty",), loaded, "6.18-fc") is False
