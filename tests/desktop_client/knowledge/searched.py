"""A small library in two languages, and an index of it."""

from collections.abc import Sequence
from pathlib import Path

from contract.articles import Article
from contract.guides import EndOutcome, EndStep, Guide, ReadStep
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.search import search


def article(id_: str, title: str, body: str = "", **more: object) -> Article:
    return Article(id=id_, title=title, body=body, **{"lang": "en", **more})  # type: ignore[arg-type]


def guide(*, part: bool = False, text: str = "Look at the sockets.") -> Guide:
    return Guide(
        first="look",
        part=part,
        steps=(
            ReadStep(id="look", title="Look at the cables", text=text, go="end"),
            EndStep(id="end", title="Done", outcome=EndOutcome.SOLVED),
        ),
    )


LIBRARY = (
    article(
        "printer-silent", "The printer doesn't print", "Check the cable.\n\nThen look at the print queue.", summary="Nothing comes out"
    ),
    article("paper-jam", "Paper jam", "Open the tray and pull the sheet out slowly.", product="printer"),
    article("wifi-slow", "Slow Wi-Fi", "Stay near the access point. The wireless signal is weak behind walls.", tags=("network",)),
    article("mailbox-full", "Mailbox is full", "Delete old messages in Outlook, then empty the folder Deleted Items."),
    article("update-fails", "Windows Update fails with 0x80070005", "Run it as administrator. See KB5034441."),
    article("stop-code", "Blue screen: IRQL_NOT_LESS_OR_EQUAL", "Write down the stop code 0x0000000A."),
    article("password", "Forgotten password", "Reset it on the sign-in page.", article="password"),
    article("password-id", "Lupa kata sandi", "Atur ulang di halaman masuk.", article="password", lang="id"),
    article("mencetak", "Tidak bisa mencetak dari Excel", "Periksa antrean cetak, lalu mulai ulang printer.", lang="id"),
    article("wifi-putus", "Koneksi Wi-Fi tidak stabil", "Dekati titik akses. Sambungan nirkabel lemah di balik tembok.", lang="id"),
    article("terkunci", "Akun terkunci", "Tunggu 30 menit, lalu coba lagi.", lang="id"),
    article("lambat", "Komputer lambat", "Tutup program yang tidak dipakai.", lang="id"),
    article("onedrive", "OneDrive doesn't sync", "Sign in again."),
    article("thai", "เครื่องพิมพ์ไม่พิมพ์", "ตรวจสอบสายเคเบิล", lang="th"),
    article("japanese", "プリンターで印刷できない", "ケーブルを確認してください。", lang="ja"),
    article("arabic", "الطابعة لا تطبع", "تحقق من الكابل.", lang="ar"),
)


def library(folder: Path, articles: Sequence[Article] = LIBRARY) -> Index:
    index = Index(folder / "search.db")
    index.put(articles)
    return index


def ids(index: Index, words: str, *, limit: int = 20, language: str = "") -> list[str]:
    return [result.id for result in search(index, words, limit=limit, language=language).results]
