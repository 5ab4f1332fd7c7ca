"""The remote tools that Sigap knows by the names of their processes, as their makers' documentation and public inventories tell them.

Names are held against in small letters; one that ends in `*` stands for all that begin so, since downloads are named by version and
customer ("anydesk-3f2a.exe", "rustdesk-1.4.2-x86_64.exe"). The kernel of Linux keeps 15 letters of a name.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

LINUX_LETTERS = 15


@dataclass(frozen=True, kw_only=True)
class KnownTool:
    """One tool: what people call it, and its processes' names on each system."""

    key: str
    name: str
    linux: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    macos: tuple[str, ...] = ()

    def names(self, platform: str = sys.platform) -> tuple[str, ...]:
        """The names on one system."""
        return {"win32": self.windows, "darwin": self.macos}.get(platform, self.linux)


KNOWN_TOOLS: tuple[KnownTool, ...] = (
    KnownTool(
        key="teamviewer",
        name="TeamViewer",
        linux=("teamviewer", "teamviewerd", "teamviewer_desk*", "teamviewerqs*"),
        windows=("teamviewer*", "tv_w32.exe", "tv_x64.exe"),
        macos=("teamviewer*",),
    ),
    KnownTool(key="anydesk", name="AnyDesk", linux=("anydesk*",), windows=("anydesk*",), macos=("anydesk*",)),
    KnownTool(key="rustdesk", name="RustDesk", linux=("rustdesk*",), windows=("rustdesk*",), macos=("rustdesk*",)),
    KnownTool(key="quick-assist", name="Quick Assist", windows=("quickassist.exe",)),
    KnownTool(
        key="chrome-remote-desktop",
        name="Chrome Remote Desktop",
        linux=("chrome-remote-desktop-host", "remote_assistance_host"),
        windows=("remoting_host.exe", "remoting_desktop.exe", "remote_assistance_host*"),
        macos=("remoting_me2me_host*", "remote_assistance_host*", "chromeremotedesktophost*"),
    ),
    KnownTool(key="ultraviewer", name="UltraViewer", windows=("ultraviewer*",)),
    KnownTool(key="supremo", name="Supremo", linux=("supremo*",), windows=("supremo*",), macos=("supremo*",)),
    KnownTool(
        key="awesun",
        name="AweSun",
        linux=("awesun*", "sunloginclient*"),
        windows=("awesun*", "aweray*", "sunloginclient*"),
        macos=("awesun*", "sunloginclient*"),
    ),
    KnownTool(key="todesk", name="ToDesk", linux=("todesk*",), windows=("todesk*",), macos=("todesk*",)),
    KnownTool(
        key="screenconnect",
        name="ScreenConnect",
        linux=("screenconnect*",),
        windows=("screenconnect.*", "connectwisecontrol.*"),
        macos=("connectwisecontrol*", "screenconnect*"),
    ),
    KnownTool(
        key="goto",
        name="GoTo",
        windows=(
            *("logmein.exe", "lmiguardiansvc.exe", "lmi_rescue*", "support-logmeinrescue*", "gotoassist*", "gotoresolve*"),
            *("g2ax_comm_customer.exe", "g2ax_user_customer.exe"),
        ),
        macos=("logmein*", "gotoassist*", "gotoresolve*", "lmirescue*"),
    ),
    KnownTool(
        key="zoho-assist",
        name="Zoho Assist",
        linux=("zohoassist*", "za_connect*"),
        windows=("za_connect*", "zaservice.exe", "zohours.exe", "zohoursservice.exe", "zohoassist*"),
        macos=("zohoassist*", "za_connect*"),
    ),
    KnownTool(
        key="splashtop",
        name="Splashtop",
        linux=("srstreamer*", "splashtop-strea*"),
        windows=("splashtop*", "srserver.exe", "srmanager.exe", "srservice.exe", "strwinclt.exe"),
        macos=("splashtop*", "srstreamer*"),
    ),
    KnownTool(
        key="dwservice",
        name="DWService",
        linux=("dwagent*", "dwagsvc*", "dwaglnc*"),
        windows=("dwagent*", "dwagsvc.exe", "dwaglnc.exe"),
        macos=("dwagent*", "dwagsvc*", "dwaglnc*"),
    ),
    KnownTool(
        key="vnc",
        name="VNC",
        linux=("x11vnc", "x0vncserver", "x0tigervncserver", "vino-server", "krfb", "wayvnc", "vncserver-x11*"),
        windows=("winvnc*", "vncserver.exe", "tvnserver.exe", "uvnc_service.exe", "vncagent.exe"),
        macos=("vncserver*", "vine server*"),
    ),
    KnownTool(key="anyviewer", name="AnyViewer", windows=("anyviewer*", "rcclient.exe", "rcservice.exe")),
    KnownTool(key="aeroadmin", name="AeroAdmin", windows=("aeroadmin*",)),
    KnownTool(key="ammyy-admin", name="Ammyy Admin", windows=("aa_v3*", "ammyy*")),
    KnownTool(key="hoptodesk", name="HopToDesk", linux=("hoptodesk*",), windows=("hoptodesk*",), macos=("hoptodesk*",)),
    KnownTool(key="remote-utilities", name="Remote Utilities", windows=("rutserv.exe", "rfusclient.exe")),
    KnownTool(key="netsupport", name="NetSupport", windows=("client32.exe",)),
)
"""One table. Viewers, with which a person looks at another computer, aren't in it, nor what a desktop runs by itself."""


class NameTable:
    """Which tool a process belongs to, by its name. Safe from any thread."""

    def __init__(self, known: Iterable[KnownTool] = KNOWN_TOOLS, platform: str = sys.platform) -> None:
        letters = LINUX_LETTERS if platform.startswith("linux") else None
        self._exact: dict[str, KnownTool] = {}
        begins: list[tuple[str, KnownTool]] = []
        for tool in known:
            for name in tool.names(platform):
                if name.endswith("*"):
                    begins.append((name[:-1][:letters], tool))
                else:
                    self._exact[name[:letters]] = tool
        self._begins = tuple(begins)
        self._starts = tuple(start for start, _ in begins)

    def tool(self, process_name: str) -> KnownTool | None:
        """The tool, None for every other program."""
        name = process_name.lower()
        exact = self._exact.get(name)
        if exact is not None or not name.startswith(self._starts):
            return exact
        return next(tool for start, tool in self._begins if name.startswith(start))
