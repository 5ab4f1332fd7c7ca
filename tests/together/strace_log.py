"""Reads the log of `strace -f -y -xx`: which system calls a program made, in the order in which they returned.

With `-xx` every string is hexadecimal and with `-y` every descriptor names its path, so nothing has to be guessed:
`1234 pwrite64(5<\\x2f\\x74…>, "\\x00…", 4096, 8192) = 4096`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TRACED = (
    "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,rename,renameat,renameat2,unlink,unlinkat,link,linkat,"
    "mkdir,mkdirat,rmdir,fsync,fdatasync,lseek,read,close"
)

LINE = re.compile(r"^(\d+) +(?:<\.\.\. (\w+) resumed>(.*)|(\w+)\((.*))$", re.DOTALL)
ENDED = re.compile(r"^(.*)\) += (-?\d+)(?:<.*)?(?: .*)?$", re.DOTALL)
TOKEN = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|(-?\w+)<((?:\\x[0-9a-f]{2})*)>(?:\(deleted\))?|([^,\[\]{}\s"]+)')


@dataclass(frozen=True)
class Descriptor:
    """An open file: its number (-100 for the working folder) and its path."""

    number: int
    path: str


@dataclass(frozen=True)
class Call:
    """A system call that succeeded. Arguments are texts for numbers and flags, bytes for strings, and descriptors."""

    name: str
    arguments: tuple["bytes | str | Descriptor", ...]
    result: int
    opened: str = ""
    """The path behind the descriptor that the call answered."""

    def descriptor(self) -> Descriptor:
        first = self.arguments[0]
        assert isinstance(first, Descriptor), self
        return first

    def descriptors(self) -> list[str]:
        """The paths of the open files that the call names."""
        return [each.path for each in self.arguments if isinstance(each, Descriptor)]

    def strings(self) -> list[bytes]:
        return [each for each in self.arguments if isinstance(each, bytes)]

    def number(self, place: int) -> int:
        argument = self.arguments[place]
        assert isinstance(argument, str), self
        return int(argument, 0)

    def flags(self) -> str:
        return " ".join(each for each in self.arguments if isinstance(each, str))

    def paths(self) -> list[str]:
        """The paths that the call names, made whole by the folder descriptor before each."""
        found, folder = [], ""
        for each in self.arguments:
            if isinstance(each, Descriptor):
                folder = each.path
            elif isinstance(each, bytes):
                name = each.decode("utf-8", "surrogateescape")
                found.append(name if name.startswith("/") or not folder else f"{folder}/{name}")
        return found


def calls(log: Path) -> Iterator[Call]:
    """Every call that succeeded, in the order of their returns: one that the log breaks in two counts when it resumes."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            found = LINE.match(line.rstrip("\n"))
            if not found:
                continue
            process, resumed, rest, name, arguments = found.groups()
            if resumed:
                name, arguments = resumed, begun.pop(process, "") + rest
            elif arguments.endswith("<unfinished ...>"):
                begun[process] = arguments.removesuffix("<unfinished ...>")
                continue
            ended = ENDED.match(arguments)
            if ended and int(ended[2]) >= 0:
                opened = re.search(r"= \d+<((?:\\x[0-9a-f]{2})*)>", arguments[ended.end(1) :])
                yield Call(name, tuple(_tokens(ended[1])), int(ended[2]), _text(opened[1]) if opened else "")


def _tokens(arguments: str) -> Iterator["bytes | str | Descriptor"]:
    for found in TOKEN.finditer(arguments):
        string, cut, number, path, word = found.groups()
        assert not cut, "strace cut a string: raise -s"
        if string is not None:
            yield _bytes(string)
        elif path is not None:
            yield Descriptor(-100 if number == "AT_FDCWD" else int(number), _text(path))
        else:
            yield word


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _text(escaped: str) -> str:
    return _bytes(escaped).decode("utf-8", "surrogateescape")
