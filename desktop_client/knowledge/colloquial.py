"""Indonesian as it is typed, and as articles say it. A company's own list comes on top (`Index.use_synonyms`)."""

TYPED = """
lambat: lemot, lelet, ngelag, lag, lola, lama banget, lambat banget
tidak merespons: nge-hang, ngehang, hang, ngefreeze, freeze, beku, diem aja, ga gerak, not responding
tidak selesai memuat: loading terus, muter terus, muter-muter, loading mulu, buffering
tertutup sendiri: nutup sendiri, force close, keluar sendiri, crash, mental, suka nutup
mencetak: ngeprint, nge-print, nyetak, print, ngprint
cetak: print, ngeprint
macet: nyangkut, nyantol, stuck, mandek, mentok
tinta habis: tinta abis, tinta kosong
koneksi tidak stabil: putus-putus, putus nyambung, naik turun, suka putus, sering putus, disconnect terus
tidak tersambung: nggak bisa connect, ga konek, gak konek, nggak nyambung, ga nyambung, gak nyambung, ga connect
tidak tersambung: gagal konek, tidak nyambung
terhubung: konek, connect, nyambung, tersambung
tersambung: konek, connect, nyambung, terhubung
sinyal lemah: sinyal jelek, sinyal ilang, susah sinyal
lupa kata sandi: lupa sandi, lupa password, lupa pass, lupa pw
kata sandi: password, sandi, pass, pw
masuk: login, log in, sign in, signin, loginnya
keluar: logout, log out, sign out
terkunci: kekunci, keblokir, ke-lock, kelock, diblokir, terblokir, keblok
diretas: dihack, dibajak, kena hack, dibobol, kehack
mulai ulang: restart, reboot, nyalain ulang, hidupkan ulang
tidak menyala: nggak nyala, gak nyala, ga nyala, mati total, ga idup, gak hidup, ga mau nyala
layar hitam: layar blank, layar gelap, blank hitam, blackscreen, black screen, layar item
layar biru: bluescreen, blue screen, bsod
berkedip: kedip-kedip, kelap-kelip, flicker
suara tidak keluar: gak ada suara, ga bunyi, ga ada suara, gak bunyi, suara ilang, nggak ada suara
suara: bunyi, audio, sound
mikrofon: mic, mik, mikropon
baterai: batre, batere, bateray, batrai, batt
mengisi daya: ngecas, ngecharge, cas, charging, dicas
terlalu panas: kepanasan, panas banget, overheat
ruang disk habis: hardisk penuh, memori penuh, harddisk penuh, storage penuh, penyimpanan penuh, disk penuh, penuh memorinya
terhapus: kehapus, ke-delete, kedelete, hapus gak sengaja
hilang: ilang, raib, lenyap
unduh: donlot, download, donload, unduhan
unggah: upload, aplod, uplod
pembaruan: apdet, update, updet
memperbarui: apdet, update, updet
memasang: nginstal, install, instal, nginstall, masang
pemasangan: instalasi, install, instal
menghapus instalan: uninstall, uninstal, copot
memindai: nge-scan, ngescan, scan, sken
email tidak terkirim: email mental, email balik, email bouncing, bounce, gagal kirim email
email: imel, e-mail, surel, surat elektronik
bantuan jarak jauh: diremote, remote, remot
kesalahan: eror, error, err
tidak bisa: gabisa, gbs, ga bisa, gak bisa, nggak bisa, ngga bisa, gk bisa, gabsa, g bisa, tdk bisa, ngga bs, gak bs
tidak: nggak, gak, ga, gk, ngga, enggak, engga, tdk, kagak, tak
komputer: kompi, kompie, pc
laptop: leptop, notebook
ponsel: hp, hape, handphone, gadget, smartphone
berkas: file, dokumen, fail
folder: direktori, map
lampiran: attachment, attach, file lampiran
rapat: meeting, zoom, miting
undangan: invite, invitation
kalender: calendar, kalendar
salah: keliru, ngaco, ngawur
rusak: error, bermasalah, ngadat, jebol
terbuka: kebuka
tertutup: ketutup
membuka: ngebuka, bukain, open
menutup: nutup, close
menghapus: ngapus, hapusin, delete, remove, apus
menyimpan: nyimpen, nyimpan, save, simpen
mengirim: ngirim, kirimin, send
mengganti: gantiin, ngeganti, ganti
mengubah: ubahin, ngubah, rubah, merubah, ganti, change
mematikan: matiin, nonaktifkan, turn off, disable
menonaktifkan: matiin, disable, nonaktifin
mengaktifkan: nyalain, aktifin, hidupin, enable, aktifkan
menyalakan: nyalain, hidupin, idupin
mengecilkan: kecilin, ngecilin
membesarkan: gedein, besarin, perbesar
mengatur: ngatur, setting, seting, settingan, setelin, setel, set up
pengaturan: setting, seting, settingan, setelan
menambahkan: nambah, nambahin, tambahin, add
memindahkan: mindahin, pindahin, mindah
mencari: nyari, cariin, nyariin
mencoba: nyoba, cobain
melihat: ngeliat, liat, lihat, ngelihat
membagikan: share, sharing, ngeshare, bagiin
berbagi: share, sharing
mengembalikan: balikin, ngebalikin, restore, kembaliin
memulihkan: restore, recovery, balikin, pulihin
mencadangkan: backup, back up, bekap, cadangin
cadangan: backup, bekap
menyalin: copy, kopi, nyalin, copas, ngopi
menempel: paste, tempel, nempel
menghubungkan: nyambungin, konekin, sambungin
membatalkan: batalin, cancel
mengunci: ngunci, kunciin, lock
membuka kunci: unlock, buka lock
kecerahan: brightness, terang layar
layar: screen, monitor, display, layarnya
tampilan: display, view
berisik: bising, ribut, bunyi
kipas: fan, kipasnya
papan ketik: keyboard, kibor, kibod, keybord
tetikus: mouse, mos
bidang sentuh: touchpad, trackpad
kartu memori: memory card, sd card, mmc
diska lepas: flashdisk, flash disk, fd, usb, flashdis
peramban: browser, brosur internet
tautan: link, url
jaringan: network, net, jaringannya
nirkabel: wifi, wireless, wi-fi
internet: inet, internetan, net
akun: account, acc, akunnya
pengguna: user, username
izin: permission, akses, hak akses
ditolak: denied, ditolak terus, reject
gagal: failed, fail, gagal terus
kedaluwarsa: expired, kadaluarsa, kadaluwarsa, exp
kode verifikasi: otp, kode otp, verifikasi
autentikasi multifaktor: mfa, 2fa, authenticator, otentikasi
penipuan: phising, phishing, penipu, ketipu, scam
virus: malware, kena virus, virusan
surat sampah: spam, junk
langganan: subscription, lisensi, license
bahasa: language
huruf: font, tulisan
jam: waktu, jamnya
tanggal: tgl
perangkat: device, alat
antrean: antrian, queue
aplikasi: app, apps, program, software, apk
sambungan: koneksi, connection
"""

_SPELLED = """
benar: bener, bner
dengan: dgn
saya: sy
karena: krn
belum: blm, blum
terus: trs
kemarin: kmrn
sebelum: sblm
dapat: dpt
lewat: lwt
pakai: pake, pakek
buat: bikin
besar: gede
kecil: kcl
datang: dateng
sampai: sampe
cepat: cepet
hitam: item
hijau: ijo
habis: abis
hidup: idup
hati: ati
nomor: nomer
aktif: aktip
sekarang: skrg
bisa: bs
juga: jg
orang: org
tidak: tdk, gak, nggak, ngga, gk, enggak, engga
pekerjaan: kerjaan
"""

LETTERS = {typed.strip(): line.split(":")[0] for line in _SPELLED.strip().splitlines() for typed in line.split(":")[1].split(",")}
"""Single words as they are typed, and as they are spelled."""
