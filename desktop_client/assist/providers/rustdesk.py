"""RustDesk. Its id is told by `rustdesk --get-id` (RustDesk's documentation, "Command-line Parameters"); empty until there is one."""

from contract.assist import Ability
from desktop_client.assist.codes import RUSTDESK
from desktop_client.assist.computer import Computer
from desktop_client.assist.program_tool import ProgramTool
from desktop_client.assist.tool import CodeFrom
from desktop_client.system.programs.signatures import Maker

PLACES = {
    "linux": ("/usr/bin/rustdesk", "/usr/share/rustdesk/rustdesk"),
    "win32": (r"%PROGRAMFILES%\RustDesk\rustdesk.exe",),
    "darwin": ("/Applications/RustDesk.app/Contents/MacOS/RustDesk",),
}
MAKER = Maker(publishers=("PURSLANE",), team="HZF9JMC8YN")


def rustdesk(computer: Computer, *, download: str = "", program: str = "") -> ProgramTool:
    """The provider; `program` is where the policy says that it is."""
    return ProgramTool(
        key="rustdesk",
        name="RustDesk",
        can=(Ability.VIEW, Ability.CONTROL, Ability.FILES, Ability.CLIPBOARD),
        code_from=CodeFrom.TOOL,
        where="rustdesk-id",
        form=RUSTDESK,
        places=PLACES,
        maker=MAKER,
        computer=computer,
        id_words=("--get-id",),
        limits=("own-consent", "administrator-rights", "unattended", "relay"),
        download=download,
        program=program,
    )
