"""AnyDesk. Its address is told by `anydesk --get-id` (AnyDesk's help, "Command-Line Interface"); 0 until it is connected."""

from contract.assist import Ability
from desktop_client.assist.codes import ANYDESK
from desktop_client.assist.computer import Computer
from desktop_client.assist.program_tool import ProgramTool
from desktop_client.assist.tool import CodeFrom
from desktop_client.system.programs.signatures import Maker

PLACES = {
    "linux": ("/usr/bin/anydesk",),
    "win32": (r"%PROGRAMFILES(X86)%\AnyDesk\AnyDesk.exe", r"%PROGRAMFILES%\AnyDesk\AnyDesk.exe"),
    "darwin": ("/Applications/AnyDesk.app/Contents/MacOS/AnyDesk",),
}
# The certificates of its earlier name were revoked in February 2024: what they signed isn't trusted.
MAKER = Maker(publishers=("AnyDesk Software GmbH",), team="KU6W3B6JMZ")


def anydesk(computer: Computer, *, download: str = "", program: str = "") -> ProgramTool:
    """The provider; `program` is where the policy says that it is."""
    return ProgramTool(
        key="anydesk",
        name="AnyDesk",
        can=(Ability.VIEW, Ability.CONTROL, Ability.FILES, Ability.CLIPBOARD),
        code_from=CodeFrom.TOOL,
        where="anydesk-address",
        form=ANYDESK,
        places=PLACES,
        maker=MAKER,
        computer=computer,
        id_words=("--get-id",),
        limits=("own-consent", "administrator-rights", "unattended", "relay"),
        download=download,
        program=program,
    )
