import pytest

from desktop_client.knowledge.stems import english_stem, indonesian_stem

FAMILIES = (
    "kunci mengunci ngunci terkunci dikunci kekunci penguncian",
    "cetak mencetak nyetak dicetak tercetak pencetakan",
    "print ngeprint",
    "cek ngecek mengecek dicek",
    "sambung menyambung nyambung tersambung sambungan menyambungkan",
    "kecil kecilin kecilkan mengecilkan ngecilin",
    "ketik mengetik ngetik diketik",
    "pasang memasang masang dipasang terpasang pemasangan",
    "masuk memasukkan dimasukkan",
    "hapus menghapus dihapus terhapus kehapus penghapusan",
    "atur mengatur pengaturan diatur aturnya",
    "baru perbarui pembaruan memperbarui",
    "hilang kehilangan menghilang",
    "cari mencari nyari dicari cariin pencarian",
    "unduh mengunduh diunduh unduhan",
    "kirim mengirim ngirim dikirim terkirim pengiriman",
    "simpan menyimpan nyimpan disimpan penyimpanan",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_indonesian_word_have_one_stem(family: str) -> None:
    assert len({indonesian_stem(word) for word in family.split()}) == 1


def test_other_words_have_other_stems() -> None:
    roots = [family.split()[0] for family in FAMILIES]
    assert len({indonesian_stem(root) for root in roots}) == len(roots)


def test_english_words_lose_their_endings() -> None:
    assert len({english_stem(word) for word in ("connect", "connected", "connecting", "connection", "connections")}) == 1
    assert indonesian_stem("printers") == english_stem("printers") == "printer"


@pytest.mark.parametrize("word", ["", "a", "ng", "nge", "me", "di", "ke", "kan", "mémo", "5g", "ไทย", "n" * 1000])
def test_odd_words_are_no_error(word: str) -> None:
    assert isinstance(indonesian_stem(word), str)
    assert isinstance(english_stem(word), str)
