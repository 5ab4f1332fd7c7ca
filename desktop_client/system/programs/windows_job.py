"""The same by a job object, which ends with the last handle to it: Microsoft Learn, "Job Objects". Written from that form, not run.

This process puts itself into the job before it starts the program, so that there is no moment in which a child is outside.
"""

import ctypes
import subprocess
import sys

_BASIC_ACCOUNTING, _EXTENDED_LIMIT = 1, 9
_KILL_ON_JOB_CLOSE = 0x2000


class _Accounting(ctypes.Structure):
    """JOBOBJECT_BASIC_ACCOUNTING_INFORMATION."""

    _fields_ = (
        ("times", ctypes.c_int64 * 4),
        ("page_faults", ctypes.c_uint32),
        ("total_processes", ctypes.c_uint32),
        ("active_processes", ctypes.c_uint32),
        ("terminated_processes", ctypes.c_uint32),
    )


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; only the flags are set."""

    _fields_ = (
        ("user_times", ctypes.c_int64 * 2),
        ("flags", ctypes.c_uint32),
        ("working_sets", ctypes.c_size_t * 2),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_and_scheduling", ctypes.c_uint32 * 2),
        ("io", ctypes.c_uint64 * 6),
        ("memory", ctypes.c_size_t * 4),
    )


class WindowsJob:
    """One program; for one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._job = 0
        if sys.platform == "win32":
            from ctypes import wintypes  # noqa: PLC0415 - only here

            kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
            kernel32.CreateJobObjectW.restype = wintypes.HANDLE
            kernel32.GetCurrentProcess.restype = wintypes.HANDLE
            self._job = kernel32.CreateJobObjectW(None, None)
            limits = _Limits(flags=_KILL_ON_JOB_CLOSE)
            kernel32.SetInformationJobObject(
                wintypes.HANDLE(self._job), _EXTENDED_LIMIT, ctypes.byref(limits), wintypes.DWORD(ctypes.sizeof(limits))
            )
            own = wintypes.HANDLE(kernel32.GetCurrentProcess())
            if not kernel32.AssignProcessToJobObject(wintypes.HANDLE(self._job), own):
                raise ctypes.WinError(ctypes.get_last_error())

    def start(self, argv: list[str], cwd: str) -> int:
        """Starts it and gives its process id. Raises OSError."""
        self._process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd)
        return self._process.pid

    def alive(self) -> bool:
        """Whether anything of it still runs, beside this process."""
        told = _Accounting()
        if sys.platform == "win32":
            from ctypes import wintypes  # noqa: PLC0415 - only here

            ctypes.WinDLL("kernel32").QueryInformationJobObject(
                wintypes.HANDLE(self._job), _BASIC_ACCOUNTING, ctypes.byref(told), wintypes.DWORD(ctypes.sizeof(told)), None
            )
        return bool(told.active_processes > 1)

    def code(self) -> int:
        """What the program itself ended with."""
        return (self._process.poll() if self._process else None) or 0

    def end(self) -> bool:
        """Ends all of it, and this process with it: exit code 0 says that nothing is left."""
        if sys.platform == "win32":
            from ctypes import wintypes  # noqa: PLC0415 - only here

            ctypes.WinDLL("kernel32").TerminateJobObject(wintypes.HANDLE(self._job), wintypes.UINT(0))
        return False
