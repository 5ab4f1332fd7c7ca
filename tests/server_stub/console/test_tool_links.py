"""Only a code of the tool's own form becomes a link."""

import re

import pytest

from desktop_client.assist import codes
from server_stub.console.tool_links import TOOL_LINKS

CLIENTS = {
    "anydesk": codes.ANYDESK,
    "rustdesk": codes.RUSTDESK,
    "teamviewer": codes.TEAMVIEWER,
    "chrome-remote-desktop": codes.CHROME_REMOTE_DESKTOP,
    "quick-assist": codes.QUICK_ASSIST,
}
"""What the employee's client lets through."""

FITTING = [
    ("anydesk", "123456789", "anydesk:123456789"),
    ("anydesk", "1234567890", "anydesk:1234567890"),
    ("anydesk", "gudang-07@ad", "anydesk:gudang-07@ad"),
    ("rustdesk", "1234567890", "rustdesk://1234567890"),
    ("rustdesk", "Gudang-PC_07", "rustdesk://Gudang-PC_07"),
    ("teamviewer", "123456789", "https://start.teamviewer.com/123456789"),
    ("teamviewer", "s12-345-678", "https://web.teamviewer.com/"),
    ("chrome-remote-desktop", "123456789012", "https://remotedesktop.google.com/support"),
]
HOSTILE = (
    "",
    "--install",
    "1234567",
    "12345678901",
    "123456789\n",
    " 123456789",
    "123456789 --with-password",
    "123456789;calc",
    "$(id)",
    "`id`",
    "123456789/../..",
    "https://evil.example/",
    "javascript:alert(1)",
    "//evil.example",
    "123456789?relay=evil.example",
    "123456789@evil.example",
    "1234567\u0668\u0669",
    "\u202e123456789",
    "<b>123456789</b>",
    "a" * 800,
)


def link_of(tool: str, code: str) -> str | None:
    """As the page does it (`static/tool_code.js`)."""
    forms = TOOL_LINKS[tool].forms if tool in TOOL_LINKS else ()
    return next((form.link.format(code=code) for form in forms if re.fullmatch(form.pattern, code)), None)


@pytest.mark.parametrize(("tool", "code", "link"), FITTING)
def test_a_code_of_the_tools_form_opens_the_technicians_side(tool: str, code: str, link: str) -> None:
    assert link_of(tool, code) == link


@pytest.mark.parametrize("tool", [*TOOL_LINKS, "generic", "unheard-of", ""])
@pytest.mark.parametrize("code", HOSTILE)
def test_anything_else_is_no_link(tool: str, code: str) -> None:
    assert link_of(tool, code) is None


def test_a_company_s_own_tool_has_text_only() -> None:
    assert link_of("generic", "123456789") is None


def test_page_and_client_know_the_same_forms() -> None:
    ours = {
        tool: link.made if link.technician_makes else "|".join(form.pattern for form in link.forms) for tool, link in TOOL_LINKS.items()
    }
    assert ours == {tool: "|".join(form.forms) for tool, form in CLIENTS.items()}
