"""TeamViewer, as the QuickSupport module or installed whole. It tells its id in its window only; the employee pastes it.

The company's own QuickSupport module lies where the company puts it: the policy names the place (`remote_tool_programs`).
"""

from contract.assist import Ability
from desktop_client.assist.codes import TEAMVIEWER
from desktop_client.assist.computer import Computer
from desktop_client.assist.program_tool import ProgramTool
from desktop_client.assist.tool import CodeFrom
from desktop_client.system.programs.signatures import Maker

PLACES = {
    "linux": ("/usr/bin/teamviewer", "/opt/teamviewer/tv_bin/script/teamviewer"),
    "win32": (r"%PROGRAMFILES%\TeamViewer\TeamViewer.exe", r"%PROGRAMFILES(X86)%\TeamViewer\TeamViewer.exe"),
    "darwin": (
        "/Applications/TeamViewerQS.app/Contents/MacOS/TeamViewerQS",
        "/Applications/TeamViewer.app/Contents/MacOS/TeamViewer",
    ),
}
MAKER = Maker(publishers=("TeamViewer Germany GmbH", "TeamViewer GmbH"), team="H7UGFBUGV6")


def teamviewer(computer: Computer, *, download: str = "", program: str = "") -> ProgramTool:
    """The provider; `program` is where the policy says that it is."""
    return ProgramTool(
        key="teamviewer",
        name="TeamViewer",
        can=(Ability.VIEW, Ability.CONTROL, Ability.FILES, Ability.CLIPBOARD),
        code_from=CodeFrom.EMPLOYEE,
        where="teamviewer-id",
        form=TEAMVIEWER,
        places=PLACES,
        maker=MAKER,
        computer=computer,
        limits=("own-consent", "administrator-rights", "unattended", "relay"),
        download=download,
        program=program,
    )
