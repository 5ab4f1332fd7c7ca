"""Written from the documentation: here only that the structures are as large as Windows takes them."""

import ctypes

import pytest

from desktop_client.system.programs import windows_job


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="sizes of 64 bit")
def test_structures_have_the_documented_sizes() -> None:
    assert ctypes.sizeof(windows_job._Accounting) == 48
    assert ctypes.sizeof(windows_job._Limits) == 144
    assert windows_job._Limits.flags.offset == 16
    assert windows_job._Accounting.active_processes.offset == 40
