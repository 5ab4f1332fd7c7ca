"""Actions of a window that only remember what was asked of them."""

from dataclasses import MISSING, fields
from typing import Any


class Asked:
    """Remembers each call as its name and arguments; `actions(Type)` makes a window's actions from it."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def actions(self, kind: type, **given: Any) -> Any:
        """The actions of a window; what is given is used as it is, and so is a default that is no function."""
        asked = (field for field in fields(kind) if field.default is MISSING or callable(field.default))
        names = [field.name for field in asked if field.name not in given]
        return kind(**{name: self.remember(name) for name in names}, **given)

    def remember(self, name: str) -> Any:
        """One function that remembers its calls."""
        return lambda *arguments: self.calls.append((name, arguments))

    def of(self, name: str) -> list[tuple[Any, ...]]:
        """The arguments of each call of that name."""
        return [arguments for called, arguments in self.calls if called == name]

    def names(self) -> list[str]:
        """What was asked, in order."""
        return [name for name, _arguments in self.calls]
