"""The report window in its states: fresh, written, mended, without a picture, and Review."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
from PySide6.QtWidgets import QWidget

from contract.about import About
from contract.diagnostics import Diagnostics, Fact, Hidden, NotCollected
from contract.tickets import Impact
from contract.uploads import Kind
from desktop_client.help_desk.draft import Draft, DraftItem
from desktop_client.reasons import Cause, Reason
from desktop_client.screens.report import Adding, Checking, ReportView, report_view
from desktop_client.ui import words
from desktop_client.ui.examples.example import Example
from desktop_client.ui.examples.pictures import folder
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import load_at_once
from desktop_client.ui.report.report_actions import ReportActions
from desktop_client.ui.report.report_window import ReportWindow

MOMENT = datetime(2026, 3, 12, 10, 44, tzinfo=UTC)
ABOUT = About(version="0.1.0", company="PT Maju Bersama", help_desk="", telephone="1500")
SAID = {
    "en": (
        "Printer on floor 3 not available, error 0x00000709",
        "It worked yesterday. Since this morning every document stays in the queue.",
    ),
    "id": ("Printer lantai 3 tidak tersedia, kode 0x00000709", "Kemarin masih bisa. Sejak pagi ini semua dokumen tertahan di antrean."),
}
FACTS = (
    ("Printing", "Default printer", "HP-LT3-Ruang-Keuangan", ""),
    ("Printing", "Print service", "stopped", ""),
    ("Printing", "Print queue", 4, "documents"),
    ("Network", "Connection", "Wi-Fi, signal 61 %", ""),
    ("Network", "Wi-Fi name", Hidden.NETWORK_NAME.mark(), ""),
    ("Network", "Name server", 6, "ms"),
    ("Connection", "help.majubersama.co.id", 38, "ms"),
    ("Programs", "In front", "Spreadsheet", ""),
    (
        "Recent errors",
        "spooler",
        f"could not open C:\\Users\\{Hidden.USER_NAME.mark()}\\spool.log, because the driver did not answer in 30 s",
        "",
    ),
    ("System", "Name", "Windows 11 Pro 24H2", ""),
    ("System", "User name", Hidden.USER_NAME.mark(), ""),
    ("Disk", "C: free", 3.4, "GB"),
    ("Disk", "C: size", 238, "GB"),
    ("Memory", "Used", 6.1, "GB"),
    ("Processor", "Name", "Intel Core i5-1135G7", ""),
)


def example_draft(*, said: bool = True, pictures: int = 2, files: bool = True, facts: bool = True) -> Draft:
    """A draft about a printer."""
    subject, details = SAID[words.language()] if said else ("", "")
    items = [_picture(number) for number in range(1, pictures + 1)]
    if files:
        items.append(
            DraftItem(id="file-1", kind=Kind.FILE, name="print-log.txt", type="text/plain", size_bytes=38_200, sha256="0" * 64, file="f1")
        )
    diagnostics = Diagnostics(
        facts=tuple(Fact(group=g, name=n, value=v, unit=u) for g, n, v, u in FACTS),
        not_collected=(NotCollected(collector="battery", reason="slow"),),
        collected=MOMENT,
        took_s=2.1,
    )
    return Draft(
        id="0195-example",
        created=MOMENT,
        changed=MOMENT,
        subject=subject,
        details=details,
        category="printing" if said else "",
        impact=Impact.TEAM if said else Impact.ME,
        items=tuple(items),
        diagnostics=diagnostics if facts else None,
    )


def _picture(number: int) -> DraftItem:
    return DraftItem(
        id=f"picture-{number}",
        kind=Kind.SCREENSHOT,
        name=f"screen-{number}.png",
        type="image/png",
        size_bytes=800_000 - number * 90_000,
        sha256="0" * 64,
        file=f"screen-{number}.png",
        screen=number,
        width=1920,
        height=1080,
    )


def silent_actions() -> ReportActions:
    """Actions that do nothing."""

    def nothing(*_arguments: object) -> None:
        """An example has no program behind it."""

    names = [name for name in ReportActions.__dataclass_fields__ if name not in {"load_picture", "suggestions"}]
    return ReportActions(**dict.fromkeys(names, nothing), load_picture=load_at_once)


def example_view(draft: Draft, **more: object) -> ReportView:
    """The view of an example draft."""
    return report_view(draft, about=ABOUT, language=words.language(), folder=folder(), person="Ayu Lestari", computer="LT-FIN-0231", **more)


def window(theme: Theme, view: ReportView) -> ReportWindow:
    """The window with a view."""
    made = ReportWindow(theme, silent_actions())
    made.show_view(view)
    return made


def _written(theme: Theme) -> QWidget:
    made = window(theme, example_view(example_draft()))
    made.footer.show_kept(kept=True)
    return made


def _fresh(theme: Theme) -> QWidget:
    draft = example_draft(said=False, files=False, facts=False)
    return window(theme, example_view(draft, checking=Checking(done=9, total=13)))


def _left_out(theme: Theme) -> QWidget:
    draft = example_draft()
    items = (msgspec.structs.replace(draft.items[0], included=False), *draft.items[1:])
    view = example_view(msgspec.structs.replace(draft, items=items), adding=(Adding(key="a", name="recording.mp4", percent=40),))
    return window(theme, view)


def _no_picture(theme: Theme) -> QWidget:
    draft = msgspec.structs.replace(example_draft(pictures=0), no_picture=Reason(Cause.CAPTURE_REFUSED))
    return window(theme, example_view(draft))


def _refused(theme: Theme) -> QWidget:
    old = "Printer (old)"
    detail = {"en": f"the topic “{old}” no longer exists", "id": f"topik “{old}” sudah tidak ada"}[words.language()]
    problem = Reason(Cause.REFUSED, {"field": "category", "detail": detail})
    draft = msgspec.structs.replace(example_draft(files=False), category=old, refusal=problem)
    too_large = Reason(Cause.FILE_TOO_LARGE, {"file": "recording.mp4", "size_bytes": 214_000_000, "limit_bytes": 100_000_000})
    return window(theme, example_view(draft, file_problems=(too_large,)))


def _deleting(theme: Theme) -> QWidget:
    made = window(theme, example_view(example_draft()))
    made.footer.delete_button.click()
    return made


def _saving(theme: Theme) -> QWidget:
    return window(theme, replace(example_view(example_draft()), saving=43))


def _review(theme: Theme) -> QWidget:
    made = window(theme, example_view(example_draft()))
    made.open_review()
    return made


def _review_part(theme: Theme) -> QWidget:
    draft = example_draft()
    items = (draft.items[0], msgspec.structs.replace(draft.items[1], included=False), *draft.items[2:])
    left = frozenset({"Network", "Disk/C: free"})
    made = window(theme, example_view(msgspec.structs.replace(draft, items=items, left_out=left)))
    made.open_review()
    return made


_STATES: tuple[tuple[str, Callable[[Theme], QWidget]], ...] = (
    ("report", _written),
    ("report-fresh", _fresh),
    ("report-left-out", _left_out),
    ("report-no-picture", _no_picture),
    ("report-refused", _refused),
    ("report-deleting", _deleting),
    ("report-saving", _saving),
    ("review", _review),
    ("review-part", _review_part),
)
EXAMPLES: tuple[Example, ...] = tuple(Example(name=name, build=build, width=1000, height=680) for name, build in _STATES)
