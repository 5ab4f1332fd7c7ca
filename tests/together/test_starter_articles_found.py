"""The articles that come with Sigap are found as people type: in both languages, in a hurry, in the words of the corridor."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import server_stub
from contract.articles import Article
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.search import search
from server_stub.knowledge.article_file import read_article

ARTICLES = [
    read_article(path.name, path.read_bytes()).article for path in (Path(server_stub.__file__).parent / "starter_articles").glob("*.md")
]

TYPED = {
    "forgotten-password": (["I forgot my password", "account locked", "cant log in"], ["lupa password", "akun keblokir", "gabisa masuk"]),
    "internet-is-slow": (["wifi slow", "slow internet"], ["wifi lemot", "internet lelet", "rapat putus-putus"]),
    "no-internet": (["no internet", "wifi connected no internet"], ["ga ada internet", "wifi ga konek", "inet mati"]),
    "printer-does-not-print": (
        ["cant print", "printer not working", "document stuck in queue"],
        ["ga bisa ngeprint", "printer macet", "antrean cetak"],
    ),
    "program-not-responding": (["excel crashes", "app not responding", "program freezes"], ["aplikasi ngehang", "excel nutup sendiri"]),
    "computer-is-slow": (["slow laptop", "computer slow"], ["laptop lemot", "komputer ngelag"]),
    "disk-full": (["disk full", "no space left"], ["hardisk penuh", "memori penuh"]),
    "no-sound-in-call": (["no sound", "microphone not working teams", "headset"], ["mic ga bunyi", "ga ada suara zoom"]),
    "camera-not-working": (["webcam black", "camera"], ["kamera hitam", "webcam ga nyala"]),
    "email-asks-for-password": (["outlook asks password", "outlook keeps prompting"], ["outlook minta password terus"]),
    "shared-drive-missing": (["network drive missing", "S drive gone"], ["drive jaringan hilang", "folder bersama"]),
    "vpn-does-not-connect": (["vpn", "vpn drops"], ["vpn putus nyambung", "vpn ga konek"]),
    "strong-passwords": (["password manager"], ["cara bikin password kuat"]),
    "suspicious-message": (["phishing", "strange email link"], ["email penipuan"]),
    "lost-device": (["laptop stolen"], ["laptop hilang", "hp ilang"]),
    "working-from-home": (["home office"], ["wfh"]),
    "joining-a-meeting": (["join meeting", "share screen"], ["share screen", "ikut rapat"]),
    "printing-basics": (["add printer", "scan to email"], ["nambah printer", "nge-scan"]),
    "sharing-files": (["send big file"], ["kirim file besar"]),
    "second-screen": (["monitor not detected", "projector"], ["proyektor", "layar kedua"]),
    "battery-lasts-short": (["battery drains"], ["batre cepet abis"]),
    "updates-and-restarts": (["windows update"], ["apdet windows"]),
    "asking-for-access": (["access denied folder"], ["minta akses"]),
    "good-report": (["how to report"], ["cara lapor"]),
}
"""By article: as typed in English, and in Indonesian."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    made = Index(tmp_path_factory.mktemp("found") / "index.db")
    made.put(ARTICLES)
    yield made
    made.close()


@pytest.mark.parametrize("key", TYPED)
def test_found_among_the_first_two_in_the_persons_language(index: Index, key: str) -> None:
    for lang, typed in zip(("en", "id"), TYPED[key], strict=True):
        for words in typed:
            first = [result.id for result in search(index, words, language=lang).results[:2]]
            assert f"{key}.{lang}" in first, words


@pytest.mark.parametrize("article", [one for one in ARTICLES if one.also], ids=lambda one: one.id)
def test_found_among_the_first_three_by_each_of_its_own_phrasings(index: Index, article: Article) -> None:
    for words in article.also:
        assert article.id in [result.id for result in search(index, words, language=article.lang).results[:3]], words
