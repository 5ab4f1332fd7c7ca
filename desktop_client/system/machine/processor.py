"""The processor: its name, its cores, and how busy it is."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.machine.operating_system import PLACEHOLDERS


@dataclass(frozen=True)
class Processor:
    """`name` is "" and `cores` None where they are not told; `busy_percent` over all cores; `load` is the mean of one minute."""

    name: str
    cores: int | None
    threads: int | None
    busy_percent: float
    load: float | None


def read_processor(sample_s: float = 0.3) -> Processor:
    """The processor, watched for `sample_s` seconds."""
    import psutil  # noqa: PLC0415 - only when asked

    load = None if sys.platform == "win32" else round(os.getloadavg()[0], 2)
    return Processor(
        processor_name(), psutil.cpu_count(logical=False), psutil.cpu_count(), round(float(psutil.cpu_percent(sample_s)), 1), load
    )


def processor_name(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    """The processor as its maker calls it, "" if it doesn't say. Windows and macOS: written from the documented form, not run."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"HARDWARE\DESCRIPTION\System\CentralProcessor\0") as key:
                return " ".join(str(winreg.QueryValueEx(key, "ProcessorNameString")[0]).split())
        except OSError:
            return ""
    if sys.platform == "darwin":
        from desktop_client.system.commands import run  # noqa: PLC0415 - only here

        return run(("sysctl", "-n", "machdep.cpu.brand_string")).stdout.decode("utf-8", "replace").strip()
    try:
        return name_in_cpuinfo(cpuinfo.read_bytes()[:100_000])
    except OSError:
        return ""


def name_in_cpuinfo(text: bytes) -> str:
    """The first model name of /proc/cpuinfo; ARM has none there."""
    for line in text.decode("utf-8", "replace").splitlines():
        key, colon, value = line.partition(":")
        if colon and key.strip() in {"model name", "Model", "Hardware", "cpu model"}:
            name = " ".join(value.split())
            return "" if name.lower() in PLACEHOLDERS else name
    return ""
