"""A computer whose network NetworkManager looks after, inside a test's namespace: `managed_computer.py FOLDER`; prints "ready".

A system bus, an /etc and a /run of its own; the real NetworkManager gets an address for eth0 by DHCP. Enter it by `nsenter -m -n`.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(sys.argv[1])
BUS = f"unix:path={FOLDER / 'bus'}"
CONFIGURATION = """[main]
plugins=keyfile
dhcp=internal
auth-polkit=false
rc-manager=file
systemd-resolved=false
[connectivity]
enabled=false
[device-managed]
match-device=interface-name:eth0
managed=1
"""
CONNECTION = """[connection]
id=Office
uuid=11111111-2222-3333-4444-555555555555
type=ethernet
interface-name=eth0
[ipv4]
method=auto
dhcp-timeout=6
[ipv6]
method=disabled
"""
BUS_CONFIGURATION = (
    '<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" '
    '"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">'
    f"<busconfig><type>session</type><listen>{BUS}</listen><auth>EXTERNAL</auth>"
    '<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>'
)


def run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def own_folders() -> None:
    etc = FOLDER / "etc"
    shutil.copytree("/etc", etc, symlinks=True, ignore=lambda _folder, names: {"netns", "resolv.conf"} & set(names))
    (etc / "resolv.conf").write_text("", "utf-8")
    shutil.rmtree(etc / "NetworkManager", ignore_errors=True)
    connections = etc / "NetworkManager/system-connections"
    connections.mkdir(parents=True)
    (etc / "NetworkManager/NetworkManager.conf").write_text(CONFIGURATION, "utf-8")
    (connections / "office.nmconnection").write_text(CONNECTION, "utf-8")
    (connections / "office.nmconnection").chmod(0o600)
    run("mount", "--bind", str(etc), "/etc")
    for place in ("/run/NetworkManager", "/var/lib/NetworkManager"):
        Path(place).mkdir(parents=True, exist_ok=True)
        run("mount", "-t", "tmpfs", "sigap-test", place)
    # NetworkManager waits for udev unless /sys can't be written, as in a container.
    run("mount", "-o", "remount,ro", "/sys")


def main() -> None:
    own_folders()
    (FOLDER / "bus.conf").write_text(BUS_CONFIGURATION, "utf-8")
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": BUS}
    with (FOLDER / "network-manager.log").open("w", encoding="utf-8") as log:
        subprocess.Popen(["dbus-daemon", f"--config-file={FOLDER / 'bus.conf'}", "--nofork"], stderr=log)
        while not (FOLDER / "bus").exists():
            time.sleep(0.05)
        subprocess.Popen(["NetworkManager", "--debug"], env=environment, stdout=log, stderr=log)
    until = time.monotonic() + 30
    while time.monotonic() < until and b"nameserver" not in Path("/etc/resolv.conf").read_bytes():
        time.sleep(0.1)
    print("ready" if b"nameserver" in Path("/etc/resolv.conf").read_bytes() else "no address came", flush=True)
    while True:
        time.sleep(60)


main()
