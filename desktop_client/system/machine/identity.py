"""Who is signed in to this computer, and what it is called: claims of the operating system, proven by nobody."""

import getpass
import os
import socket
import sys

LONGEST = 255


def account() -> str:
    """The account's name, such as "siti"."""
    if sys.platform == "win32":
        return _clean(getpass.getuser())
    import pwd  # noqa: PLC0415 - POSIX only

    try:
        # Not getpass: it believes the environment first.
        return _clean(pwd.getpwuid(os.geteuid()).pw_name)
    except KeyError:
        return str(os.geteuid())


def display_name() -> str:
    """The person's name as the account has it, such as "Siti Rahma"; "" where it has none."""
    if sys.platform == "win32":
        return _clean(_windows_display_name())
    import pwd  # noqa: PLC0415 - POSIX only

    try:
        entry = pwd.getpwuid(os.geteuid())
    except KeyError:
        return ""
    # The first field of GECOS; "&" in it stands for the account's name with a capital.
    return _clean(entry.pw_gecos.split(",", 1)[0].replace("&", entry.pw_name.capitalize()))


def computer_name() -> str:
    """The computer's name without its domain."""
    return _clean(socket.gethostname().split(".", 1)[0]) or "unknown"


if sys.platform == "win32":
    import ctypes

    def _windows_display_name() -> str:
        """From the documented GetUserNameExW with NameDisplay (3); not tried on a real machine yet."""
        size = ctypes.c_ulong(0)
        ask = ctypes.windll.secur32.GetUserNameExW
        ask(3, None, ctypes.byref(size))
        if not size.value:
            return ""
        text = ctypes.create_unicode_buffer(size.value)
        return text.value if ask(3, text, ctypes.byref(size)) else ""


def _clean(text: str) -> str:
    """As the wire takes it: no control characters, nothing that UTF-8 can't hold, not too long."""
    encodable = text.encode("utf-8", "replace").decode()
    return "".join(letter for letter in encodable if letter.isprintable()).strip()[:LONGEST]
