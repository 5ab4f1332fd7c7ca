"""A screenshot as bytes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """One monitor at its native resolution as PNG (ISO 15948). `screen` counts from 1, the pointer's first."""

    screen: int
    width: int
    height: int
    png: bytes
