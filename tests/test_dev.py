"""dev.py sets up on a system that has nothing: real runs of a copy, against package tools that are scripts of the test."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOBODY = 65534
PYTHON = str(Path(sys.executable).resolve())
"""Outside of .venv, as a person starts it, and readable by everybody."""
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="what root gets, root has to see")
NOTHING_INSTALLED = "#!/bin/sh\necho 'installed\tbase-files\t'\n"
ALL_INSTALLED_PYTHON = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(ROOT)!r})
import dev
for package in dev.PACKAGES:
    print("installed", "stand-in-" + package.debian, "something (= 1), " + package.debian + " (= 2)", sep="\\t")
"""


class Project:
    """A copy of the project that needs no library, and a PATH on which only the test's tools are."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.tools = folder / "tools"
        self.calls = folder / "calls"
        (self.root / "requirements").mkdir(parents=True)
        (self.root / "development").mkdir()
        self.tools.mkdir()
        shutil.copy(ROOT / "dev.py", self.root)
        for name in ("demo", "development"):
            (self.root / "requirements" / f"{name}.txt").write_text("# nothing\n", "utf-8")
        (self.root / "pyproject.toml").write_text(
            '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "copy"\nversion = "1"\n',
            "utf-8",
        )
        (self.root / "development" / "check.py").write_text(
            "import os, sys\nprint('checking', sys.argv[1:], os.getcwd(), sys.prefix != sys.base_prefix)\nsys.exit(7)\n", "utf-8"
        )
        self.tool("dpkg-query", ALL_INSTALLED_PYTHON)
        self.tool("apt-get", f'#!/bin/sh\necho "$DEBIAN_FRONTEND apt-get $*" >>{self.calls}\n')
        self.calls.touch()
        self.calls.chmod(0o666)

    def tool(self, name: str, text: str) -> None:
        """Puts a program on the PATH."""
        (self.tools / name).write_text(text, "utf-8")
        (self.tools / name).chmod(0o755)

    def without_libraries(self) -> None:
        """As if .venv were set up: a program that says so, and the stamp."""
        python = self.root / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.symlink_to(PYTHON)
        self.python("dev.STAMP.write_text(json.dumps({each: dev.fingerprint(each) for each in ('demo', 'development')}))")

    def python(self, code: str) -> str:
        """Runs code that knows the copy's dev.py."""
        words = [PYTHON, "-c", f"import json, sys; sys.path.insert(0, {str(self.root)!r}); import dev; {code}"]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout

    def run(self, *words: str, prefix: tuple[str, ...] = (), **environment: str) -> "subprocess.CompletedProcess[str]":
        """Runs dev.py from another folder."""
        return subprocess.run(
            [*prefix, PYTHON, str(self.root / "dev.py"), *words],
            cwd="/",
            env={"PATH": str(self.tools), "HOME": str(self.root), "LANG": "C.UTF-8", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.owner() == "root" and folder != Path("/tmp"):  # noqa: S108 - the parents of pytest's own folder
            folder.chmod(0o755)
    return Project(tmp_path)


def test_without_a_word_it_lists_the_commands(project: Project) -> None:
    done = project.run()
    assert done.returncode == 2
    for word in ("demo", "test", "check", "gallery", "package", "lock"):
        assert re.search(rf"^  {word} +\S", done.stdout, re.MULTILINE)
    assert project.run("--help").returncode == 0


def test_an_unknown_word_is_named(project: Project) -> None:
    done = project.run("tset")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no command tset" in done.stderr


def test_set_up_once_it_hands_over_at_once_with_words_and_exit_code(project: Project) -> None:
    project.without_libraries()
    done = project.run("check", "a", "b")
    assert done.returncode == 7
    assert done.stdout.startswith(f"checking ['a', 'b'] {project.root}")
    assert project.calls.read_text() == ""


@as_root
def test_root_installs_what_is_missing_after_listing_it(project: Project) -> None:
    project.without_libraries()
    project.tool("dpkg-query", NOTHING_INSTALLED)
    done = project.run("check")
    update, install = project.calls.read_text().splitlines()
    assert update == "noninteractive apt-get update"
    assert install.startswith("noninteractive apt-get install -y --no-install-recommends ca-certificates fonts-dejavu-core libdbus-1-3 ")
    assert "xvfb" not in install
    assert done.stdout.startswith("Missing system packages: ca-certificates fonts-dejavu-core ")
    assert done.returncode == 7


def test_a_package_under_another_name_counts(project: Project) -> None:
    project.without_libraries()
    assert "Missing" not in project.run("check").stdout


def test_others_go_through_sudo(project: Project) -> None:
    project.without_libraries()
    project.tool("dpkg-query", NOTHING_INSTALLED)
    project.tool("sudo", f'#!/bin/sh\necho "sudo $*" >>{project.calls}\n')
    project.run("check", prefix=setpriv())
    assert [line.split(" install")[0] for line in project.calls.read_text().splitlines()] == ["sudo apt-get update", "sudo apt-get"]


def test_without_root_and_sudo_the_command_is_printed(project: Project) -> None:
    project.without_libraries()
    project.tool("dpkg-query", NOTHING_INSTALLED)
    done = project.run("check", prefix=setpriv())
    assert done.returncode == 1
    assert "apt-get update && apt-get install -y --no-install-recommends ca-certificates" in done.stderr
    assert "Traceback" not in done.stderr
    assert project.calls.read_text() == ""


@as_root
def test_a_failed_step_is_named_with_its_last_lines(project: Project) -> None:
    project.without_libraries()
    project.tool("dpkg-query", NOTHING_INSTALLED)
    project.tool("apt-get", '#!/bin/sh\nfor n in 1 2 3; do echo "line $n"; done\necho "E: no network" >&2\nexit 100\n')
    done = project.run("check")
    assert done.returncode == 1
    assert "This step failed: Reading the lists of packages\n    line 1\n    line 2\n    line 3\n    E: no network\n" in done.stderr
    assert "try by hand:\n    apt-get update && apt-get install" in done.stderr


@as_root
def test_fedora_is_asked_by_its_own_names(project: Project) -> None:
    project.without_libraries()
    for name in ("dpkg-query", "apt-get"):
        (project.tools / name).unlink()
    project.tool("rpm", '#!/bin/sh\ntest "$3" != xcb-util-cursor\n')
    project.tool("dnf", f'#!/bin/sh\necho "dnf $*" >>{project.calls}\n')
    project.run("check")
    assert project.calls.read_text() == "dnf install -y --setopt=install_weak_deps=False xcb-util-cursor\n"


def test_another_system_is_told_what_is_needed_and_goes_on(project: Project) -> None:
    for name in ("dpkg-query", "apt-get"):
        (project.tools / name).unlink()
    done = project.run("check")
    assert "neither apt-get nor dnf" in done.stdout
    assert "libxcb-cursor0" in done.stdout
    assert "Making .venv" in done.stdout


def test_a_virtual_environment_is_made_and_a_broken_one_made_anew(project: Project) -> None:
    (project.root / ".venv" / "bin").mkdir(parents=True)
    (project.root / ".venv" / "bin" / "python").symlink_to("/nonexistent/python3.11")
    done = project.run("check")
    assert "Removing" in done.stdout
    # The copy can't install itself: its lock holds no setuptools.
    assert "This step failed: Installing this project" in done.stderr
    assert not (project.root / ".venv" / "sigap-set-up.json").exists()
    assert "Making .venv" not in project.run("check").stdout


def test_a_changed_lock_is_noticed(project: Project) -> None:
    project.without_libraries()
    assert project.python("print(dev.ready('demo'), dev.ready('development'))").split() == ["True", "True"]
    (project.root / "requirements" / "demo.txt").write_text("# changed\n", "utf-8")
    assert project.python("print(dev.ready('demo'), dev.ready('development'))").split() == ["False", "True"]
    (project.root / "pyproject.toml").write_text("# changed\n", "utf-8")
    assert project.python("print(dev.ready('development'))").split() == ["False"]
    (project.root / ".venv" / "sigap-set-up.json").write_text("[]", "utf-8")
    assert project.python("print(dev.ready('development'))").split() == ["False"]


@as_root
def test_a_display_decides_whether_the_demo_needs_a_virtual_screen(project: Project) -> None:
    project.without_libraries()
    project.tool("dpkg-query", NOTHING_INSTALLED)
    project.run("demo")
    assert " xvfb" in project.calls.read_text()
    project.calls.write_text("")
    project.run("demo", DISPLAY=":99")
    assert " xvfb" not in project.calls.read_text()


@as_root
def test_ctrl_c_ends_without_a_traceback(project: Project) -> None:
    project.without_libraries()
    project.tool("dpkg-query", NOTHING_INSTALLED)
    project.tool("apt-get", f"#!/bin/sh\necho here >>{project.calls}\nexec /bin/sleep 60\n")
    program = subprocess.Popen(
        [PYTHON, str(project.root / "dev.py"), "check"],
        env={"PATH": str(project.tools), "SIGAP_TEST_RUN": os.environ["SIGAP_TEST_RUN"]},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    while not project.calls.read_text():
        time.sleep(0.02)
    os.killpg(program.pid, signal.SIGINT)
    _, told = program.communicate(timeout=20)
    assert program.returncode == 130
    assert told == "\nStopped. The next run goes on from here.\n"


def test_the_table_has_every_column() -> None:
    text = (ROOT / "dev.py").read_text("utf-8")
    rows = re.findall(r'^    Package\(f?"(\S+)", "(\S+)", "([a-z ]+)"\),$', text, re.MULTILINE)
    assert len(rows) == text.count("\n    Package(") > 30
    assert len({debian for debian, _, _ in rows}) == len(rows)
    assert {word for _, _, needed in rows for word in needed.split()} == {"demo", "test", "package", "screen", "venv"}


def test_it_needs_the_standard_library_alone() -> None:
    code = (
        "import sys; before = set(sys.modules); import dev;"
        " print({name.split('.')[0] for name in set(sys.modules) - before} - {'dev'} - sys.stdlib_module_names)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def setpriv() -> tuple[str, ...]:
    """Runs as nobody where root runs the tests."""
    if os.geteuid() != 0:
        return ()
    return ("/usr/bin/setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
