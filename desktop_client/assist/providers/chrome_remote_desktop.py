"""Chrome Remote Desktop: a page that makes a code of 12 digits, good once and for five minutes (Google's help, "Share your computer")."""

from contract.assist import Ability
from desktop_client.assist.address_tool import AddressTool
from desktop_client.assist.codes import CHROME_REMOTE_DESKTOP
from desktop_client.assist.computer import Computer
from desktop_client.assist.tool import CodeFrom

ADDRESS = "https://remotedesktop.google.com/support"


def chrome_remote_desktop(computer: Computer, *, download: str = "") -> AddressTool:
    """The provider."""
    return AddressTool(
        key="chrome-remote-desktop",
        name="Chrome Remote Desktop",
        can=(Ability.VIEW, Ability.CONTROL, Ability.FILES, Ability.CLIPBOARD),
        code_from=CodeFrom.EMPLOYEE,
        where="chrome-code",
        form=CHROME_REMOTE_DESKTOP,
        address=ADDRESS,
        limits=("own-consent", "administrator-prompts", "relay"),
        computer=computer,
        download=download,
    )
