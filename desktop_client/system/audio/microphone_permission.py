"""Whether programs may use the microphone at all, where a system asks the person for that."""

import sys

_STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"


def microphone_allowed() -> bool | None:
    """False when the person or the company switched it off for all programs; None where it isn't told (Linux, macOS).

    Windows: written from the documented form, not run.
    """
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        values = []
        for root, path in (
            (winreg.HKEY_LOCAL_MACHINE, _STORE),
            (winreg.HKEY_CURRENT_USER, _STORE),
            (winreg.HKEY_CURRENT_USER, rf"{_STORE}\NonPackaged"),
        ):
            try:
                with winreg.OpenKey(root, path) as key:
                    values.append(str(winreg.QueryValueEx(key, "Value")[0]))
            except OSError:
                continue
        return "Deny" not in values if values else None
    return None
