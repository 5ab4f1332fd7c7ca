"""Codes and ids as tools write them. What isn't wholly of a tool's form never comes near a command line, an address or the wire."""

import re
from dataclasses import dataclass

LONGEST = 64
_GROUPED = re.compile(r"[0-9]+(?: [0-9]+)+")
_TICKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._-]*")
"""Letters that mean nothing to a shell, in an option or in an address: what a company's own pattern allows is held against it too."""


@dataclass(frozen=True)
class CodeForm:
    """The forms that a code may have, as regular expressions for the whole of it. Digits are 0 to 9 of ASCII.

    Digits may be typed in groups with one blank between them, as tools show them. `upper`: small letters mean the same as capitals.
    """

    forms: tuple[str, ...]
    upper: bool = False

    def clean(self, typed: str) -> str | None:
        """The code as the tool writes it, None for anything else."""
        code = typed.strip(" \t")
        if len(code) > LONGEST or not code.isascii():
            return None
        if _GROUPED.fullmatch(code):
            code = code.replace(" ", "")
        if self.upper:
            code = code.upper()
        allowed = any(re.fullmatch(form, code, re.ASCII) for form in self.forms)
        return code if allowed and _PLAIN.fullmatch(code) else None


def is_ticket_number(number: str) -> bool:
    """Whether a ticket's number may be handed to a tool, such as "INC-000123"."""
    return _TICKET.fullmatch(number) is not None


TEAMVIEWER = CodeForm(("[0-9]{8,10}", "s[0-9]{2}-[0-9]{3}-[0-9]{3}"))
"""An id, or the code of a service case."""
ANYDESK = CodeForm(("[0-9]{9,10}", "[A-Za-z0-9][A-Za-z0-9._-]{1,24}@[A-Za-z0-9-]{1,24}"))
"""An address, or an alias such as "name@ad"."""
RUSTDESK = CodeForm(("[0-9]{9,10}", "[A-Za-z][A-Za-z0-9_-]{5,15}"))
"""An id, or one that was chosen."""
CHROME_REMOTE_DESKTOP = CodeForm(("[0-9]{12}",))
QUICK_ASSIST = CodeForm(("[A-Z0-9]{6}",), upper=True)
