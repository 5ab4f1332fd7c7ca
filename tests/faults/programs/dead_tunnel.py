"""A tunnel behind which nobody is: a tun device that swallows all. `dead_tunnel.py NAMESPACE DEVICE`; prints "ready"."""

import ctypes
import fcntl
import os
import struct
import sys

TUNSETIFF, TUN, NO_HEADER = 0x400454CA, 0x1, 0x1000
NEW_NETWORK = 0x40000000

with open(f"/run/netns/{sys.argv[1]}", "rb") as place:  # noqa: PTH123 - its number is wanted
    if ctypes.CDLL(None, use_errno=True).setns(place.fileno(), NEW_NETWORK):
        raise OSError(ctypes.get_errno(), "setns")
made = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(made, TUNSETIFF, struct.pack("16sH22x", sys.argv[2].encode(), TUN | NO_HEADER))
print("ready", flush=True)
while os.read(made, 65536):
    pass
