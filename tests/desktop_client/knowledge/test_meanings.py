from pathlib import Path

import pytest

from desktop_client.knowledge.colloquial import LETTERS, TYPED
from desktop_client.knowledge.meanings import only_indonesian, said_for, same_meaning
from desktop_client.knowledge.same_meaning import MEANINGS
from desktop_client.knowledge.stop_words import STOP_WORDS
from tests.desktop_client.knowledge.searched import library

PROMISED = {
    "lemot": "lambat",
    "lelet": "lambat",
    "nge-hang": "tidak merespons",
    "loading terus": "tidak selesai memuat",
    "force close": "tertutup sendiri",
    "ngeprint": "mencetak",
    "nyangkut": "macet",
    "tinta abis": "tinta habis",
    "putus-putus": "koneksi tidak stabil",
    "putus nyambung": "koneksi tidak stabil",
    "ga konek": "tidak tersambung",
    "sinyal jelek": "sinyal lemah",
    "lupa sandi": "lupa kata sandi",
    "login": "masuk",
    "kekunci": "terkunci",
    "dibajak": "diretas",
    "reboot": "mulai ulang",
    "mati total": "tidak menyala",
    "layar blank": "layar hitam",
    "bluescreen": "layar biru",
    "kedip-kedip": "berkedip",
    "ga bunyi": "suara tidak keluar",
    "mic": "mikrofon",
    "batre": "baterai",
    "ngecas": "mengisi daya",
    "kepanasan": "terlalu panas",
    "hardisk penuh": "ruang disk habis",
    "kehapus": "terhapus",
    "ilang": "hilang",
    "donlot": "unduh",
    "upload": "unggah",
    "apdet": "pembaruan",
    "nginstal": "memasang",
    "nge-scan": "memindai",
    "email mental": "email tidak terkirim",
    "diremote": "bantuan jarak jauh",
    "eror": "kesalahan",
    "gabisa": "tidak bisa",
    "gak": "tidak",
}


@pytest.mark.parametrize(("typed", "said"), PROMISED.items())
def test_what_people_type_is_known(tmp_path: Path, typed: str, said: str) -> None:
    index = library(tmp_path, [])
    assert said in said_for(index, typed)
    index.close()


def test_the_companys_own_word_comes_first(tmp_path: Path) -> None:
    index = library(tmp_path, [])
    index.use_synonyms({"lemot": "overload"})
    assert said_for(index, "lemot")[:2] == ("overload", "lambat")
    assert said_for(index, "nothing of the kind") == ()
    index.close()


def test_the_same_meaning_in_both_languages_and_in_any_form() -> None:
    assert {"sluggish", "lambat"} <= set(same_meaning("slow"))
    assert "printer" not in same_meaning("printer")
    assert set(same_meaning("menghapus")) & {"delete", "remove"}
    assert set(same_meaning("deleting")) & {"hapus"}
    assert same_meaning("zebra") == ()


def test_words_of_one_side() -> None:
    assert only_indonesian("kertas")
    assert not only_indonesian("paper")
    assert not only_indonesian("printer")


def test_the_tables_have_no_line_that_says_nothing() -> None:
    for line in TYPED.strip().splitlines():
        said, typed = line.split(":")
        assert said.strip()
        assert all(one.strip() for one in typed.split(","))
    for line in MEANINGS.strip().splitlines():
        english, indonesian = line.split("|")
        assert all(one.strip() for one in (*english.split(","), *indonesian.split(",")))
    assert not set(LETTERS) & set(LETTERS.values()) - STOP_WORDS
