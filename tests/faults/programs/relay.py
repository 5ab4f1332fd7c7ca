"""A bad line: two tap devices in two network namespaces, and between them every frame waits, and some get lost by seeded dice.

    relay.py NAMESPACE DEVICE NAMESPACE DEVICE DELAY_MS LOSS SEED

ARP is never lost: on a radio it would be sent again. Prints "ready".
"""

import ctypes
import fcntl
import heapq
import os
import random
import selectors
import struct
import sys
import time

TUNSETIFF, TAP, NO_HEADER = 0x400454CA, 0x2, 0x1000
NEW_NETWORK = 0x40000000
ARP = b"\x08\x06"


def tap(namespace: str, device: str) -> int:
    with open(f"/run/netns/{namespace}", "rb") as place:  # noqa: PTH123 - its number is wanted
        if ctypes.CDLL(None, use_errno=True).setns(place.fileno(), NEW_NETWORK):
            raise OSError(ctypes.get_errno(), "setns")
    made = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(made, TUNSETIFF, struct.pack("16sH22x", device.encode(), TAP | NO_HEADER))
    return made


def main() -> None:
    near, far = tap(sys.argv[1], sys.argv[2]), tap(sys.argv[3], sys.argv[4])
    delay, loss, dice = float(sys.argv[5]) / 1000, float(sys.argv[6]), random.Random(int(sys.argv[7]))
    print("ready", flush=True)
    waiting: list[tuple[float, int, int, bytes]] = []
    count = 0
    with selectors.DefaultSelector() as ready:
        ready.register(near, selectors.EVENT_READ, far)
        ready.register(far, selectors.EVENT_READ, near)
        while True:
            due = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
            for key, _ in ready.select(due):
                frame = os.read(key.fd, 65536)
                if frame[12:14] == ARP or dice.random() >= loss:
                    count += 1
                    heapq.heappush(waiting, (time.monotonic() + delay, count, key.data, frame))
            while waiting and waiting[0][0] <= time.monotonic():
                _, _, target, frame = heapq.heappop(waiting)
                try:
                    os.write(target, frame)
                except OSError:
                    continue  # the other side is not up yet, or its queue is full: lost


main()
