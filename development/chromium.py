"""The system's Chromium, which shows the technicians' page to tests and takes its pictures."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """Its program's path. Ends with a sentence where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("The technicians' page needs Chromium to be shown. On Debian and Ubuntu the package chromium brings it.")
    return found
