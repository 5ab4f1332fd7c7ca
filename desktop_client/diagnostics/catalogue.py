"""Every collector, in the order in which its facts are shown. A new one gets a file in `collectors/` and a line here."""

from desktop_client.diagnostics.collectors.battery import BatteryCollector
from desktop_client.diagnostics.collectors.clock_offset import ClockOffsetCollector
from desktop_client.diagnostics.collectors.disks import DisksCollector
from desktop_client.diagnostics.collectors.displays import DisplaysCollector
from desktop_client.diagnostics.collectors.front_program import FrontProgramCollector
from desktop_client.diagnostics.collectors.memory import MemoryCollector
from desktop_client.diagnostics.collectors.network import NetworkCollector
from desktop_client.diagnostics.collectors.operating_system import OperatingSystemCollector
from desktop_client.diagnostics.collectors.printers import PrintersCollector
from desktop_client.diagnostics.collectors.processes import ProcessesCollector
from desktop_client.diagnostics.collectors.processor import ProcessorCollector
from desktop_client.diagnostics.collectors.reachability import ReachabilityCollector
from desktop_client.diagnostics.collectors.system_log import SystemLogCollector
from desktop_client.diagnostics.facts import Collector

COLLECTORS: tuple[Collector, ...] = (
    OperatingSystemCollector(),
    ProcessorCollector(),
    MemoryCollector(),
    DisksCollector(),
    BatteryCollector(),
    DisplaysCollector(),
    NetworkCollector(),
    ReachabilityCollector(),
    ClockOffsetCollector(),
    FrontProgramCollector(),
    ProcessesCollector(),
    PrintersCollector(),
    SystemLogCollector(),
)
