"""Threads for functions that block, beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")
THREADS = 16
"""As many as the store has connections that read. Writes of all of them go to disk together."""


class Threads:
    """One pool for both web faces."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="web")

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """The result of a blocking function, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, function, *args)

    def close(self) -> None:
        """Takes no more; what runs ends by itself."""
        self._pool.shutdown(wait=False)
