"""What somebody else wrote, as it may stand in a terminal: without the characters by which a text could command it."""

from desktop_client.flows.report_contents import clean_text


def terminal_text(text: str) -> str:
    """Lines and tabs stay; other control characters, also those of ECMA-48's upper half (U+0080 to U+009F), are left out."""
    return "".join(letter for letter in clean_text(text) if not "\x7f" <= letter <= "\x9f")


def terminal_line(text: str) -> str:
    """The same on one line."""
    return " ".join(terminal_text(text).split())
