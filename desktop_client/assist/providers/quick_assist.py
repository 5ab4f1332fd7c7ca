"""Microsoft Quick Assist, an app of Windows: the technician's side makes a code of six characters, which the employee types into it."""

from contract.assist import Ability
from desktop_client.assist.address_tool import AddressTool
from desktop_client.assist.codes import QUICK_ASSIST
from desktop_client.assist.computer import Computer
from desktop_client.assist.tool import CodeFrom

ADDRESS = "ms-quick-assist:"


def quick_assist(computer: Computer, *, download: str = "") -> AddressTool:
    """The provider."""
    return AddressTool(
        key="quick-assist",
        name="Quick Assist",
        can=(Ability.VIEW, Ability.CONTROL),
        code_from=CodeFrom.TECHNICIAN,
        where="quick-assist-code",
        form=QUICK_ASSIST,
        address=ADDRESS,
        systems=("win32",),
        limits=("own-consent", "administrator-prompts", "relay"),
        computer=computer,
        download=download,
    )
