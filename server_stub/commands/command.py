"""What one word of `sigap-server` is: its arguments, and what it says as a value and as text."""

import argparse
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


class CommandError(Exception):
    """The word was not done; the text is one sentence for the administrator. `code` is the exit code, 2 for wrong arguments."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


class Reach(Protocol):
    """The way to the data, through a running backend or without one."""

    data: Path

    def do(self, word: str, **args: object) -> Any:
        """Does one of `words.WORDS` and answers its value as JSON reads it. Raises an error whose text is a sentence."""
        ...


@dataclass(frozen=True)
class Said:
    """What a word answers: `value` for --json, `text` without. `code` is not 0 where nothing of what was asked could be done, though there
    is more to say about it than `sentence`, which goes to standard error.
    """

    value: object
    text: str
    code: int = 0
    sentence: str = ""


@dataclass(frozen=True)
class Command:
    """A word of the command line."""

    word: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Reach], Said]
    creates_data: Callable[[argparse.Namespace], bool] = lambda _options: False
    """Whether it makes the data folder where there is none."""


def always(_options: argparse.Namespace) -> bool:
    """For a word that makes the data folder whatever its options are."""
    return True


def common(parser: argparse.ArgumentParser) -> None:
    """The options of every word; absent ones leave what stood before the word."""
    where = "the data folder (without: $SIGAP_DATA, or this account's own place for data)"
    parser.add_argument("--data", metavar="DIR", type=Path, default=argparse.SUPPRESS, help=where)
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON object")


def no_arguments(_parser: argparse.ArgumentParser) -> None:
    """For a word that takes none."""


def clean(text: str) -> str:
    """Text of other people for a terminal: signs that would move its cursor, change its colours or turn its direction become �."""
    return "".join("�" if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign for sign in text)


def clean_lines(text: str) -> str:
    """The same for text of several lines."""
    return "\n".join(clean(line.expandtabs()) for line in text.splitlines())


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Columns side by side; the last may be long."""
    cleaned = [heads, *[tuple(clean(cell) for cell in row) for row in rows]]
    widths = [max(len(row[place]) for row in cleaned) for place in range(len(heads) - 1)]
    lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in cleaned]
    return "\n".join(line.rstrip() for line in lines)
