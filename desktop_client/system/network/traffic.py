"""How many bytes went through an adapter. Counters only, nothing of what they were."""


def bytes_through(adapter: str) -> int | None:
    """Received and sent since the start; None where the adapter isn't counted."""
    import psutil  # noqa: PLC0415 - only when asked

    counter = psutil.net_io_counters(pernic=True).get(adapter)
    return counter.bytes_recv + counter.bytes_sent if counter else None
