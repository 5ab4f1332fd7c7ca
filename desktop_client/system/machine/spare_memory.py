"""Memory that was freed, and that the C library keeps for later, given back to the operating system."""

import sys


def give_back() -> None:
    """After work that needed much once. glibc has malloc_trim(3) for it; other C libraries give back by themselves."""
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - only for this, and rarely

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
