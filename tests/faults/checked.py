"""Runs the checked program in the world of a fault: a process of its own, with that world's environment and as that world's person."""

import functools
import json
import os
import pwd
import site
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOOK = Path(__file__).parent / "programs" / "look.py"
LIMIT_S = 120


@dataclass(frozen=True)
class Person:
    """Whose computer it is: `arguments` for a process of theirs, and the Python that they can run."""

    name: str
    uid: int
    gid: int
    python: tuple[str, ...]
    environment: Mapping[str, str]

    @property
    def arguments(self) -> dict[str, Any]:
        return {} if self.uid == os.geteuid() else {"user": self.uid, "group": self.gid, "extra_groups": []}


@functools.cache
def somebody() -> Person:
    """An ordinary account where this is root's run and it can read the checkout, else whoever runs the tests."""
    own = pwd.getpwuid(os.geteuid())
    ourselves = Person(own.pw_name, own.pw_uid, own.pw_gid, (sys.executable,), {})
    if os.geteuid() != 0:
        return ourselves
    nobody = pwd.getpwnam("nobody")
    packages = os.pathsep.join([*site.getsitepackages(), str(LOOK.parents[3])])
    for python, environment in ((sys.executable, {}), (f"/usr/bin/python3.{sys.version_info.minor}", {"PYTHONPATH": packages})):
        person = Person("nobody", nobody.pw_uid, nobody.pw_gid, (python,), environment)
        probe = "import msgspec, psutil, sys; sys.path.insert(0, sys.argv[1]); import desktop_client.guides.catalogue"
        try:
            words = [python, "-B", "-c", probe, str(LOOK.parents[3])]
            done = subprocess.run(words, capture_output=True, check=False, cwd="/", env={**os.environ, **environment}, **person.arguments)
        except OSError:
            continue
        if done.returncode == 0:
            return person
    return ourselves


def start(
    check: str, environment: Mapping[str, str], *, person: Person | None = None, before: tuple[str, ...] = (), **wanted: Any
) -> "subprocess.Popen[bytes]":
    """The program, as it runs; see `programs/look.py`. Without a person, it is whoever runs the tests. `before` are words before it."""
    whose = person or Person("", os.geteuid(), os.getegid(), (sys.executable,), {})
    return subprocess.Popen(
        [*before, *whose.python, "-B", str(LOOK), json.dumps({"check": check, **wanted})],
        cwd="/",
        env={**os.environ, **whose.environment, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **whose.arguments,
    )


def look(check: str, environment: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """What the program says; the rest as for `start`."""
    with start(check, environment, **more) as program:
        try:
            said, complained = program.communicate(timeout=LIMIT_S)
        except subprocess.TimeoutExpired:
            program.kill()
            raise
    assert program.returncode == 0, complained.decode("utf-8", "replace")[-3000:]
    answer = json.loads(said)
    assert isinstance(answer, dict)
    return answer


def command(environment: Mapping[str, str], profile: Path, *names: str, person: Person | None = None) -> dict[str, str]:
    """What `sigap check NAME… --json` says, as a technician would type it: verdicts by name, with all ages and limits as they are."""
    whose = person or Person("", os.geteuid(), os.getegid(), (sys.executable,), {})
    done = subprocess.run(
        [*whose.python, "-B", "-m", "desktop_client", "--profile", str(profile), "--json", "check", *names],
        capture_output=True,
        check=False,
        cwd=LOOK.parents[3],
        env={**os.environ, **whose.environment, **environment},
        stdin=subprocess.DEVNULL,
        timeout=LIMIT_S,
        **whose.arguments,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-3000:]
    return {one["name"]: one["verdict"] for one in json.loads(done.stdout)["checks"]}
