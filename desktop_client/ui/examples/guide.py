"""The guide player in its states: a printer that is gone, an address that has to be renewed, programs to end."""

import time

from PySide6.QtWidgets import QPushButton

from desktop_client.screens.guide_view import (
    AskScene,
    AskWorksScene,
    BrokenScene,
    CheckingScene,
    ChoiceRow,
    EvidenceRow,
    FixedScene,
    FixingScene,
    GuideView,
    NoHelpScene,
    NotOfferedScene,
    OfferScene,
    ReadScene,
    RestartScene,
    Said,
    SaidChoice,
    SaidPlan,
    SaidVerdict,
    Scene,
    SolvedScene,
    StillFoundScene,
    Tone,
    TriedRow,
    VerdictScene,
)
from desktop_client.ui.examples.article import nothing, said
from desktop_client.ui.examples.example import Example
from desktop_client.ui.guide.guide_actions import GuideActions
from desktop_client.ui.guide.guide_page import GuidePage
from desktop_client.ui.look.theme import Theme

WIDTH, HEIGHT = 840, 700


def page(theme: Theme, scene: Scene, step: int = 3, *, resumed: bool = False) -> GuidePage:
    """The player at a scene, outside of any window."""
    names = ("answer", "go_on", "back", "stop", "fix", "skip", "put_back", "works", "later", "report", "again", "act", "say_again")
    made = GuidePage(theme, GuideActions(**dict.fromkeys(names, nothing)))
    made.setMinimumSize(1, 1)
    title = said("Printer is not available: check and fix", "Printer tidak tersedia: periksa dan perbaiki")
    made.show_view(GuideView(guide=title, key="printer/step", step=step, steps=6, scene=scene, resumed=resumed))
    return made


def connected() -> SaidVerdict:
    """The network is well."""
    return SaidVerdict(
        name=said("Network", "Jaringan"),
        title=said("This computer is on the office network", "Komputer ini terhubung ke jaringan kantor"),
        tone=Tone.OK,
        rows=(EvidenceRow(label=said("Network", "Jaringan"), value=said("Kantor-5G, good signal", "Kantor-5G, sinyal bagus")),),
        details="connected  ok\n  network = Kantor-5G\n  signal = -52 dBm",
    )


def gone() -> SaidVerdict:
    """The default printer is gone."""
    return SaidVerdict(
        name=said("Printer", "Printer"),
        title=said("your default printer doesn't answer", "printer bawaan Anda tidak menjawab"),
        text=said(
            "HP-LT3-Old is switched off, asleep, or was taken away. Your documents wait for it.",
            "HP-LT3-Old mati, tidur, atau sudah dipindahkan. Dokumen Anda menunggunya.",
        ),
        tone=Tone.FOUND,
        rows=(
            EvidenceRow(label=said("Default printer", "Printer bawaan"), value="HP-LT3-Old", tone=Tone.FAILED),
            EvidenceRow(
                label=said("Waiting documents", "Dokumen menunggu"),
                value=said("3, the oldest since 08:52", "3, paling lama sejak 08.52"),
                tone=Tone.FOUND,
            ),
            EvidenceRow(label="HP-LT3-Ruang-Keuangan", value=said("answers in 4 ms", "menjawab dalam 4 ms"), tone=Tone.OK),
        ),
        details="printer  found:gone\n  printer = HP-LT3-Old\n  address = 10.4.12.31:631\n  connection = silent",
    )


def answers() -> SaidVerdict:
    """The printer answers, compared with before."""
    return SaidVerdict(
        name=said("Printer", "Printer"),
        title=said("your default printer answers", "printer bawaan Anda menjawab"),
        tone=Tone.OK,
        rows=(
            EvidenceRow(label=said("Default printer", "Printer bawaan"), value="HP-LT3-Ruang-Keuangan", before="HP-LT3-Old", tone=Tone.OK),
            EvidenceRow(label=said("It answers", "Menjawab"), value=said("yes", "ya"), before=said("no", "tidak"), tone=Tone.OK),
            EvidenceRow(label=said("Waiting documents", "Dokumen menunggu"), value="0", before="3", tone=Tone.OK),
        ),
        details="printer  ok\n  printer = HP-LT3-Ruang-Keuangan",
    )


def unknown() -> SaidVerdict:
    """It could not be looked at."""
    return SaidVerdict(
        name=said("Line", "Kualitas jaringan"),
        title=said("Can't check this: no answer in time", "Tidak bisa diperiksa: tidak menjawab tepat waktu"),
        text=said("You can go on.", "Anda bisa lanjut."),
        details="line  not_possible:time",
    )


def plan(*, administrator: bool = False, can_put_back: bool = True) -> SaidPlan:
    """What would be done about the printer."""
    return SaidPlan(
        name=said("Use another default printer", "Memakai printer bawaan lain"),
        actions=(
            said("Make HP-LT3-Ruang-Keuangan your default printer", "Menjadikan HP-LT3-Ruang-Keuangan printer bawaan Anda"),
            said("Move the 3 waiting documents to it", "Memindahkan 3 dokumen yang menunggu ke sana"),
        ),
        warnings=(
            said(
                "It stands in the finance room, third floor. Others may see what comes out.",
                "Letaknya di ruang keuangan, lantai tiga. Orang lain bisa melihat hasil cetaknya.",
            ),
        ),
        can_put_back=can_put_back,
        needs_administrator=administrator,
        takes_s=10,
    )


def freeing() -> SaidPlan:
    """What would be deleted, to be ticked."""
    return SaidPlan(
        name=said("Free space on this disk", "Mengosongkan ruang di disk ini"),
        actions=(said("Delete what is ticked below", "Menghapus yang dicentang di bawah"),),
        warnings=(said("What is deleted can't be brought back.", "Yang dihapus tidak bisa dikembalikan."),),
        choices=(
            SaidChoice(
                key="temp", title=said("Temporary files older than 7 days", "File sementara lebih dari 7 hari"), size_bytes=2_400_000_000
            ),
            SaidChoice(key="cache", title=said("Kept copies of web pages", "Salinan halaman web"), size_bytes=810_000_000),
            SaidChoice(key="bin", title=said("Your recycle bin", "Keranjang sampah Anda"), size_bytes=5_100_000_000, ticked=False),
        ),
        takes_s=60,
    )


def ending() -> SaidPlan:
    """A program to be chosen among others."""
    return SaidPlan(
        name=said("End a program that hangs", "Mengakhiri aplikasi yang macet"),
        actions=(said("Ask it to close, and end it if it doesn't", "Meminta aplikasi menutup, lalu mengakhirinya jika tidak mau"),),
        warnings=(said("What is not saved in it is lost.", "Yang belum disimpan di dalamnya akan hilang."),),
        choices=(
            SaidChoice(key="wait", title=said("Wait 2 minutes", "Tunggu 2 menit")),
            SaidChoice(key="412", title=said("End Spreadsheet: Laporan Q3", "Akhiri Spreadsheet: Laporan Q3"), ticked=False),
        ),
        one_choice=True,
        takes_s=15,
    )


def tried() -> tuple[TriedRow, ...]:
    """What did not help."""
    return (
        TriedRow(
            title=said("Use another default printer", "Memakai printer bawaan lain"),
            result=said("helped", "berhasil"),
            text=said("HP-LT3-Ruang-Keuangan is your default printer now.", "HP-LT3-Ruang-Keuangan kini printer bawaan Anda."),
            tone=Tone.OK,
        ),
        TriedRow(
            title=said("Set the first document aside", "Menyisihkan dokumen pertama"),
            result=said("didn't help", "tidak membantu"),
            text=said("The first document is still stuck.", "Dokumen pertama masih macet."),
            tone=Tone.FAILED,
        ),
        TriedRow(
            title=said("Restart the print service", "Memulai ulang layanan cetak"),
            result=said("not possible", "tidak bisa"),
            text=said("An administrator must do this.", "Ini perlu izin administrator."),
        ),
    )


def _read(theme: Theme) -> GuidePage:
    scene = ReadScene(
        title=said("Sign in to this network", "Masuk ke jaringan ini"),
        text=said(
            "A page of this network asks for a sign-in. Open it, sign in as usual there, then come back.",
            "Halaman jaringan ini meminta login. Buka halamannya, masuk seperti biasa, lalu kembali ke sini.",
        ),
        act="open-portal",
    )
    return page(theme, scene, 2, resumed=True)


def _ask(theme: Theme) -> GuidePage:
    scene = AskScene(
        title=said("Is the printer switched on and awake?", "Apakah printer menyala dan tidak tidur?"),
        text=said("Its display shows something, or a light is on.", "Layarnya menampilkan sesuatu, atau ada lampu yang menyala."),
        answers=(
            ChoiceRow(key="0", text=said("Yes, it is on", "Ya, menyala")),
            ChoiceRow(
                key="1",
                text=said(
                    "No, it is dark, and I can't find out how to switch it on or where its cable goes",
                    "Tidak, gelap, dan saya tidak tahu cara menyalakannya atau ke mana kabelnya",
                ),
            ),
        ),
        chosen="0",
    )
    return page(theme, scene, 2)


def _checking(theme: Theme) -> GuidePage:
    return page(
        theme,
        CheckingScene(
            title=said("Does the printer answer?", "Apakah printer menjawab?"),
            text=said(
                "Sigap asks the printer over the network. Nothing is printed.",
                "Sigap bertanya ke printer lewat jaringan. Tidak ada yang dicetak.",
            ),
            checking=said("Checking the printer…", "Memeriksa printer…"),
            started=time.monotonic() - 4.5,
            limit_s=15,
            checked=(connected(), unknown()),
        ),
    )


def _found(theme: Theme) -> GuidePage:
    scene = VerdictScene(
        title=said("Does the printer answer?", "Apakah printer menjawab?"), verdict=gone(), others=(connected(), unknown())
    )
    return page(theme, scene, 4)


def _details(theme: Theme) -> GuidePage:
    made = _found(theme)
    made.findChild(QPushButton, "technical_details").click()
    return made


def _ok(theme: Theme) -> GuidePage:
    return page(theme, VerdictScene(title=said("Is there a network?", "Apakah ada jaringan?"), verdict=connected()), 2)


def _unknown(theme: Theme) -> GuidePage:
    return page(theme, VerdictScene(title=said("Is the line good?", "Apakah jaringannya bagus?"), verdict=unknown()))


def _offer(theme: Theme) -> GuidePage:
    scene = OfferScene(title=said("Another printer is near", "Ada printer lain di dekat sini"), verdict=gone(), plan=plan())
    return page(theme, scene, 4)


def _offer_choices(theme: Theme) -> GuidePage:
    scene = OfferScene(title=said("What may go?", "Apa yang boleh dihapus?"), plan=freeing())
    return page(theme, scene, 4)


def _offer_one(theme: Theme) -> GuidePage:
    return page(theme, OfferScene(title=said("Wait, or end it?", "Tunggu, atau akhiri?"), plan=ending()), 4)


def _planning(theme: Theme) -> GuidePage:
    return page(theme, OfferScene(title=said("What may go?", "Apa yang boleh dihapus?"), planning=True), 4)


def _not_offered(theme: Theme) -> GuidePage:
    why = Said(
        said("An administrator must do this", "Ini perlu izin administrator"),
        said("Nothing was changed. Report it to the help desk.", "Tidak ada yang diubah. Laporkan ke tim TI."),
    )
    return page(theme, NotOfferedScene(title=said("Restart the print service", "Mulai ulang layanan cetak"), why=why), 4)


def _fixing(theme: Theme) -> GuidePage:
    scene = FixingScene(
        title=said("Another printer is near", "Ada printer lain di dekat sini"),
        plan=plan(administrator=True),
        started=time.monotonic() - 3.5,
        limit_s=20,
        can_stop=True,
        asks_administrator=True,
    )
    return page(theme, scene, 5)


def _fixed(theme: Theme) -> GuidePage:
    scene = FixedScene(
        title=said("Another printer", "Printer lain"), plan=plan(), verdict=answers(), at=said("10:46", "10.46"), can_put_back=True
    )
    return page(theme, scene, 5)


def _put_back(theme: Theme) -> GuidePage:
    scene = FixedScene(title=said("Another printer", "Printer lain"), plan=plan(), verdict=answers(), can_put_back=True, put_back=True)
    return page(theme, scene, 5)


def _no_help(theme: Theme) -> GuidePage:
    return page(theme, NoHelpScene(title=said("Another printer", "Printer lain"), plan=plan(), verdict=gone(), can_put_back=True), 5)


def _cut_short(theme: Theme) -> GuidePage:
    why = Said(
        said("The fix stopped halfway and was put back", "Perbaikan terhenti di tengah dan sudah dikembalikan seperti semula"),
        said("Check again.", "Periksa lagi."),
    )
    return page(theme, NoHelpScene(title=said("Another printer", "Printer lain"), plan=plan(), why=why, put_back=True), 5, resumed=True)


def _restart(theme: Theme) -> GuidePage:
    return page(theme, RestartScene(title=said("Restart", "Mulai ulang")), 5)


def _asks(theme: Theme) -> GuidePage:
    scene = AskWorksScene(
        title=said("The end", "Selesai"),
        text=said("Try to sign in once more.", "Coba masuk sekali lagi."),
        checked=(connected(),),
    )
    return page(theme, scene, 6)


def _solved(theme: Theme) -> GuidePage:
    scene = SolvedScene(
        title=said("The printer", "Printer"),
        text=said("HP-LT3-Ruang-Keuangan answers and nothing waits.", "HP-LT3-Ruang-Keuangan menjawab dan antrean kosong."),
        proof=(answers(),),
        at=said("10:46", "10.46"),
        not_checked=(said("Line", "Kualitas jaringan"),),
        can_put_back=True,
    )
    return page(theme, scene, 6)


def _said_so(theme: Theme) -> GuidePage:
    return page(theme, SolvedScene(title=said("The camera", "Kamera"), by_person=True), 6)


def _still(theme: Theme) -> GuidePage:
    return page(theme, StillFoundScene(title=said("The printer", "Printer"), verdict=gone(), tried=tried()[:2]), 6)


def _broken(theme: Theme) -> GuidePage:
    scene = BrokenScene(
        title=said("It still doesn't print", "Masih belum bisa mencetak"),
        text=said("A technician has to look at this one.", "Teknisi perlu memeriksanya."),
        tried=tried(),
        not_checked=(said("Line", "Kualitas jaringan"),),
    )
    return page(theme, scene, 6)


def _many(theme: Theme) -> GuidePage:
    scene = BrokenScene(title=said("Your colleagues have it too", "Rekan Anda mengalaminya juga"), many=True)
    return page(theme, scene, 4)


EXAMPLES = (
    Example("guide-read", _read, WIDTH, HEIGHT),
    Example("guide-ask", _ask, WIDTH, HEIGHT),
    Example("guide-ask-narrow", _ask, 480, HEIGHT),
    Example("guide-checking", _checking, WIDTH, HEIGHT),
    Example("guide-found", _found, WIDTH, HEIGHT),
    Example("guide-details", _details, WIDTH, HEIGHT),
    Example("guide-ok", _ok, WIDTH, HEIGHT),
    Example("guide-not-possible", _unknown, WIDTH, HEIGHT),
    Example("guide-offer", _offer, WIDTH, HEIGHT),
    Example("guide-offer-choices", _offer_choices, WIDTH, HEIGHT),
    Example("guide-offer-one", _offer_one, WIDTH, HEIGHT),
    Example("guide-planning", _planning, WIDTH, HEIGHT),
    Example("guide-not-offered", _not_offered, WIDTH, HEIGHT),
    Example("guide-fixing", _fixing, WIDTH, HEIGHT),
    Example("guide-fixed", _fixed, WIDTH, HEIGHT),
    Example("guide-fixed-narrow", _fixed, 480, HEIGHT),
    Example("guide-put-back", _put_back, WIDTH, HEIGHT),
    Example("guide-no-help", _no_help, WIDTH, HEIGHT),
    Example("guide-cut-short", _cut_short, WIDTH, HEIGHT),
    Example("guide-restart", _restart, WIDTH, HEIGHT),
    Example("guide-asks", _asks, WIDTH, HEIGHT),
    Example("guide-solved", _solved, WIDTH, HEIGHT),
    Example("guide-said-so", _said_so, WIDTH, HEIGHT),
    Example("guide-still-found", _still, WIDTH, HEIGHT),
    Example("guide-broken", _broken, WIDTH, HEIGHT),
    Example("guide-many", _many, WIDTH, HEIGHT),
)
