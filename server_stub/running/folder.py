"""The data folder: where it is, and whether this account may work on it."""

import os
from pathlib import Path

from server_stub.running.lock import RunningError


def default_folder() -> Path:
    """`$SIGAP_DATA`, or the account's own place for data."""
    if named := os.environ.get("SIGAP_DATA"):
        return Path(named)
    import platformdirs  # noqa: PLC0415 - not needed where the folder is named

    return platformdirs.user_data_path("sigap-server", appauthor=False)


def opened(data: Path, *, create: bool) -> Path:
    """The folder, absolute; made with mode 0700 if it may be and isn't there. Raises `RunningError`."""
    try:
        data = data.absolute()
        if create:
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not data.is_dir():
            what = "is not a folder" if data.exists() else "isn't there"
            hint = "" if data.exists() else " Name the backend's data folder with --data."
            raise RunningError(f"{data} {what}.{hint}")
        if not os.access(data, os.R_OK | os.X_OK):
            raise RunningError(f"{data} belongs to another account: run sigap-server as that one.")
    except FileExistsError:
        raise RunningError(f"{data} is not a folder.") from None
    except (OSError, ValueError) as error:
        raise RunningError(f"{data} can't be used as data folder: {getattr(error, 'strerror', None) or error}.") from None
    return data


def refuse_foreign(data: Path) -> None:
    """Refuses to work as root on another account's data: what root writes there, that account could not open any more."""
    if not hasattr(os, "geteuid"):
        return
    owner = data.stat().st_uid
    if os.geteuid() == 0 and owner != 0:
        raise RunningError(f"{data} belongs to another account (user id {owner}): run sigap-server as that account, such as by sudo -u.")
