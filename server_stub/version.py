"""The version of this backend, as the distribution says it."""

from importlib.metadata import PackageNotFoundError, version


def server_version() -> str:
    """The installed version, "0" in a source tree that was never installed."""
    try:
        return version("sigap")
    except PackageNotFoundError:
        return "0"
