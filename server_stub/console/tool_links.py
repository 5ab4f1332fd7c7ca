"""How a technician's side of each remote tool is opened from a code: the one table of links, each only for a code of the tool's own form.

The backend never sees a code, so the page's script fills the link in (`static/tool_code.js`), after the same pattern. What no pattern fits
becomes no link. Sources: AnyDesk, "URI scheme"; RustDesk, `rustdesk --help` and its URI handler; TeamViewer, "Service cases";
Chrome Remote Desktop, "Share your computer"; Quick Assist, whose code the helper's side makes.
"""

import msgspec


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A form that a code may have. `pattern` means the same to Python and the browser and fits the whole code; `link` may hold {code}."""

    pattern: str
    link: str


class ToolLink(msgspec.Struct, frozen=True, kw_only=True):
    """What the page knows of a tool. `technician_makes`: the code comes from the technician's side and is sent to the employee, and has the
    form `made`; `page` is where the technician gets it.
    """

    forms: tuple[Form, ...] = ()
    technician_makes: bool = False
    made: str = ""
    page: str = ""


NUMBER = "[0-9]{9,10}"
NAME_AT = "[A-Za-z0-9][A-Za-z0-9._-]{1,24}@[A-Za-z0-9-]{1,24}"

TOOL_LINKS: dict[str, ToolLink] = {
    "anydesk": ToolLink(forms=(Form(pattern=f"{NUMBER}|{NAME_AT}", link="anydesk:{code}"),)),
    "rustdesk": ToolLink(
        # A company's own server may give names (RustDesk: a letter, then 5 to 15 letters, digits, _ or -).
        forms=(Form(pattern=f"{NUMBER}|[A-Za-z][A-Za-z0-9_-]{{5,15}}", link="rustdesk://{code}"),)
    ),
    "teamviewer": ToolLink(
        forms=(
            Form(pattern="[0-9]{8,10}", link="https://start.teamviewer.com/{code}"),
            Form(pattern="s[0-9]{2}-[0-9]{3}-[0-9]{3}", link="https://web.teamviewer.com/"),
        )
    ),
    "chrome-remote-desktop": ToolLink(forms=(Form(pattern="[0-9]{12}", link="https://remotedesktop.google.com/support"),)),
    "quick-assist": ToolLink(technician_makes=True, made="[A-Z0-9]{6}", page="ms-quick-assist:"),
}
"""By the tool's key on the wire. A tool that isn't here, such as one that a company set up itself, has text to copy and no link."""
