"""Words that mean about the same at a help desk, in English and Indonesian: an article that uses another word is found too, a little lower.

A line is one meaning: English words, a bar, Indonesian ones.
"""

MEANINGS = """
slow, sluggish, slowness, performance, lag, laggy, speed up | lambat, lemot, kinerja
fast, quick, speed | cepat, kecepatan
freeze, hang, hangs, not responding, unresponsive, stops responding, frozen | tidak merespons, macet, hang
stuck, jam, jammed | macet, tersangkut, tersendat
crash, crashes, closes unexpectedly, stops working, quits | tertutup sendiri, berhenti bekerja, mogok
error, failure, problem, issue, fault, trouble | kesalahan, masalah, gangguan
fail, fails, failed, unsuccessful, unable | gagal, tidak dapat, tidak bisa
missing, disappeared, lost, vanished, gone | hilang
deleted, removed, erased | terhapus, dihapus
delete, remove, erase | hapus, menghapus
uninstall, remove program | copot pemasangan, hapus instalan
install, installation, setup | pasang, instal, pemasangan, penginstalan
update, upgrade, patch | pembaruan, pemutakhiran, memperbarui
restart, reboot | mulai ulang, restart
start, boot, startup, turn on, power on | mulai, menyala, hidupkan, nyalakan
shut down, turn off, power off, switch off | matikan, mematikan
disable, turn off, switch off, deactivate | nonaktifkan, menonaktifkan, matikan
enable, turn on, switch on, activate | aktifkan, mengaktifkan, hidupkan
sleep, suspend, standby, hibernate | tidur, suspensi, siaga
wake, resume | bangun, melanjutkan
screen, monitor, display | layar, monitor, tampilan
external monitor, second screen, dual monitor | layar eksternal, monitor kedua
brightness | kecerahan
black screen, blank screen | layar hitam, layar kosong
blue screen, bsod, stop error, bugcheck, stop code | layar biru
flicker, flickering, blink | berkedip
laptop, notebook, portable computer | laptop
phone, mobile, smartphone, cell phone | ponsel, telepon
device, hardware | perangkat
folder, directory | folder, direktori
file, document | file, berkas, dokumen
spreadsheet, workbook, excel | lembar kerja, buku kerja, excel
presentation, slides, powerpoint | presentasi, salindia
mail, email, e-mail, message | email, surat, pesan
mailbox, inbox | kotak masuk, kotak surat
attachment, attached file | lampiran
calendar, appointment, schedule | kalender, jadwal, janji temu
meeting, conference, call | rapat, pertemuan
reminder, notification, alert, pop up | pengingat, pemberitahuan, notifikasi
out of office, automatic reply, auto reply, vacation reply, absence | di luar kantor, balasan otomatis
signature | tanda tangan
contact, address book | kontak, buku alamat
junk, spam | sampah, spam
phishing, scam, suspicious message, fraud | pengelabuan, phishing, penipuan
password, passcode, passphrase, credentials | kata sandi, sandi, kredensial
sign in, log in, login, log on, logon, signin | masuk, login
sign out, log out, logout, log off | keluar
account | akun
user, username | pengguna, nama pengguna
locked, locked out, lockout | terkunci
blocked, disabled | diblokir
unlock | buka kunci, membuka kunci
forgot, forgotten | lupa
reset | atur ulang, mengatur ulang, reset
change, modify, edit, alter | ubah, mengubah, mengganti, ganti
verification code, security code, one time code, otp | kode verifikasi
two factor, multi factor authentication, mfa, two step verification | autentikasi multifaktor, verifikasi dua langkah
hacked, compromised, stolen | diretas, disusupi, dibajak
virus, malware, antivirus, infected | virus, malware, antivirus
encrypt, encryption, protect | enkripsi, mengenkripsi, lindungi
permission, access rights, privilege | izin, hak akses
access denied, denied, refused, rejected | akses ditolak, ditolak
administrator, admin | administrator, admin
wifi, wireless, wlan | nirkabel, wifi
network, lan | jaringan
internet, online, web | internet
connect, join, connection | sambungkan, hubungkan, tersambung, koneksi, terhubung
disconnect, disconnected, drops, connection lost, disconnects | terputus, putus
vpn, remote access | vpn
ethernet, network cable, wired | kabel jaringan
signal | sinyal
browser, edge, chrome, firefox | browser, peramban
website, web page, site | situs, halaman web
link, url, hyperlink | tautan, link
bookmark, favorite | penanda, markah, favorit
download | unduh, mengunduh
upload | unggah, mengunggah
sync, synchronize, synchronization, syncing | sinkron, sinkronisasi, menyinkronkan
share, shared, sharing | bagikan, berbagi, bersama
shared folder, network share, file share, mapped drive, network drive | folder bersama, drive jaringan
copy, duplicate | salin, menyalin
paste | tempel, menempel
move | pindah, memindahkan
rename | ganti nama, mengganti nama
save | simpan, menyimpan
open, launch | buka, membuka
close, quit, exit | tutup, menutup
search, find, locate | cari, mencari, temukan
restore, recover, retrieve, undelete | pulihkan, memulihkan, kembalikan
backup, back up | cadangan, cadangkan, mencadangkan
print, printing, printout | cetak, mencetak
printer | printer, pencetak
paper jam, stuck paper | kertas macet
paper | kertas
ink, toner, cartridge | tinta, toner
print queue, print job, spooler | antrean cetak, tugas cetak
duplex, two sided, double sided, both sides | bolak balik, dua sisi
scan, scanner | pindai, memindai, pemindai
sound, audio, volume | suara, audio
noise, crackle, buzz, static | derau, berisik, bising
no sound, mute, muted, silent | tidak ada suara, senyap, bisu
microphone, mic | mikrofon
headset, headphone, earphone | headset, headphone
speaker, loudspeaker | pengeras suara, speaker
camera, webcam | kamera
video | video
bluetooth | bluetooth
keyboard | keyboard, papan ketik
mouse, pointer, cursor | mouse, tetikus, penunjuk
touchpad, trackpad | bidang sentuh, touchpad
battery | baterai
charge, charging, charger, power adapter | mengisi daya, pengisi daya
fan, cooling | kipas
overheat, hot, heat | panas
disk, hard drive, hard disk, storage, drive | disk, hard disk, penyimpanan
disk full, disk space, low storage, free space | ruang disk, disk penuh, ruang kosong
memory, ram | memori
usb drive, flash drive, usb stick, removable media | flash disk, usb, media lepasan
format | format
driver | driver, pengandar
dock, docking station | dok
cable | kabel
date, clock, time zone, time | tanggal, jam, waktu, zona waktu
language, keyboard layout | bahasa, tata letak papan ketik
font, text size | huruf, fon, ukuran teks
zoom, magnify, larger text, bigger | perbesar, zum, memperbesar
screenshot, screen capture, snip | tangkapan layar, cuplikan layar
record, recording | rekam, rekaman, merekam
application, app, program, software | aplikasi, program
icon | ikon
taskbar, panel | bilah tugas, taskbar
start menu, start button | menu mulai
shortcut, hotkey | pintasan
window | jendela
add-in, addin, plugin, extension | tambahan, ekstensi
template | templat
settings, preferences, options, configuration | pengaturan, setelan, konfigurasi
default | bawaan, default, asali
license, subscription, activation | lisensi, langganan, aktivasi
buy, purchase, order, request | beli, pesan, minta
expired, expire | kedaluwarsa
certificate | sertifikat
limit, quota, threshold, maximum, exceeds | batas, kuota
size, large, big | ukuran, besar
full | penuh
black, dark | hitam, gelap
broken, damaged, corrupt, corrupted | rusak, cacat
repair, fix, resolve, troubleshoot, solve | perbaiki, memperbaiki, atasi, pecahkan masalah
help, support, service desk, help desk | bantuan, dukungan
new, create, add | baru, buat, tambah, menambahkan
greyed out, grayed out, unavailable, inactive | berwarna abu, tidak tersedia
show, appear, visible | tampil, muncul, tampilkan
hide, hidden | sembunyikan, tersembunyi
wrong, incorrect, invalid | salah, tidak benar, tidak valid
status, presence | status, kehadiran
chat, conversation | obrolan, percakapan
channel, team | saluran, tim
group, distribution list | grup, kelompok, daftar distribusi
sender, from | pengirim
recipient | penerima
undeliverable, bounce, not delivered, non delivery | tidak terkirim
receive, arrive | terima, menerima
send, deliver | kirim, mengirim
guest, external user | tamu, pengguna eksternal
picture, image, photo, graphic | gambar, foto
color, colour | warna
remote desktop, rdp | desktop jarak jauh
kiosk | kios
enroll, enrolment, enrollment, register | daftar, mendaftarkan, pendaftaran
work, business, company, corporate, office | kerja, kantor, perusahaan
home | rumah
colleague, coworker | rekan, kolega
constantly, always, keeps | terus, selalu
computer, pc, machine, workstation, desktop, laptop, notebook | komputer, laptop, pc
secure, strong, safe, good, complex | aman, kuat
rule, policy, requirement, guideline | aturan, kebijakan, syarat
choose, pick, select | pilih, memilih
holiday, vacation, leave, out of office, absence, away | cuti, liburan, di luar kantor
reply, answer, respond, response | balas, balasan, menjawab
boss, manager, supervisor | atasan, manajer
evening, night, dark mode | malam, mode gelap
shut, close, closed | tutup, menutup, tertutup
lid, cover | tutup, penutup
empty, drained, flat, low battery, runs out | habis, kosong
die, dead, failure, defective, faulty | mati, rusak
smaller, reduce, shrink, compress, decrease | perkecil, mengecilkan, kompres, kurangi
bigger, larger, enlarge, increase, grow | perbesar, membesarkan, menambah
garbled, unreadable, strange characters, encoding, gibberish | aneh, karakter aneh, tidak terbaca
faded, pale, streaks, lines, smudged, blank page | pudar, bergaris, coretan, kosong
blurry, fuzzy, unclear, resolution | buram, kabur, resolusi
echo, feedback, hum, hiss, squeal | gema, dengung, desis
crackle, crackling, distorted, choppy, robotic, stutter | kresek, pecah, putus-putus
loud, quiet, volume | keras, pelan, volume
type, typing, enter | ketik, mengetik
invite, invitation | undang, undangan
recall, unsend, undo, revert | tarik kembali, batalkan, urungkan
forward, redirect, reroute | teruskan, meneruskan, alihkan
archive, archiving | arsip, mengarsipkan
delegate, shared mailbox, on behalf | delegasi, kotak surat bersama
room, booking, reserve, resource | ruang, ruangan, pesan
comment, review, track changes | komentar, tinjau, lacak perubahan
merge, combine | gabung, menggabungkan
split, separate, divide | pisah, memisahkan
convert, export, transform | ubah, konversi, ekspor
import | impor, mengimpor
compress, zip, unzip, extract | kompres, ekstrak
clipboard, copy and paste | papan klip, salin tempel
background, wallpaper | latar belakang, wallpaper
theme, appearance, look | tema, tampilan
character, symbol, accent | karakter, simbol, aksen
upside down, rotate, rotated, sideways, orientation | terbalik, putar, memutar, orientasi
mirror, extend, project, projector | cerminkan, proyektor
blank, empty | kosong
fingerprint, face recognition, biometric | sidik jari, biometrik
pin, code, key | pin, kode, kunci
recovery key, encryption key, unlock code | kunci pemulihan
firewall | firewall, tembok api
spyware, adware, pop up ads | perangkat mata-mata, iklan
stolen, theft, lost | dicuri, kehilangan, hilang
jailbreak, jailbroken, root, rooted, compromised | jailbreak, root
mac, macos, macbook, apple | mac, macos
iphone, ipad, ios | iphone, ipad, ios
android, samsung | android
stop, prevent, block, avoid | hentikan, cegah, blokir, mencegah
allow, permit, grant | izinkan, beri izin
ignore, skip, bypass | abaikan, lewati
pause, hold | jeda, tahan
cancel, abort | batal, batalkan, membatalkan
continue, resume | lanjut, lanjutkan, melanjutkan
join, attend, enter | gabung, bergabung
leave, exit | keluar, tinggalkan
host, organizer, presenter | penyelenggara, penyaji
mute, unmute | bisukan, suara
lost connection, dropped, drops out | terputus
reconnect | sambungkan kembali, hubungkan lagi
roaming, hotspot, tethering | hotspot, tethering
router, modem, access point | router, modem, titik akses
range, distance | jangkauan, jarak
address, ip | alamat
server, host | server
domain | domain
database | basis data
table, grid | tabel
row, line | baris
column | kolom
cell | sel
formula, calculation | rumus, perhitungan
chart, graph | bagan, grafik
page, sheet | halaman, lembar
margin, layout | margin, tata letak
header, footer | kepala, kaki
spelling, grammar, autocorrect, proofing | ejaan, tata bahasa
dictionary, thesaurus | kamus
translate, translation | terjemahkan, terjemahan
read aloud, screen reader, narrator | pembaca layar, baca nyaring
accessibility, disability | aksesibilitas
blind, low vision | tunanetra
deaf, caption, subtitle | teks, takarir
log, history, record | log, riwayat, catatan
delete history, clear cache, cookies | hapus riwayat, bersihkan cache, kuki
cache, temporary files | tembolok, file sementara
clean, cleanup, free up | bersihkan, kosongkan
old, previous, earlier, older | lama, sebelumnya
version, release, build | versi, rilis
compatible, compatibility, supported | kompatibel, didukung
requirement, minimum, prerequisite | persyaratan
download folder, location, path | lokasi, folder
where, find, locate, location | di mana, lokasi
lost file, cannot find file | file hilang
overwrite, replace | timpa, ganti
unsaved, not saved, autosave, autorecover | belum tersimpan, simpan otomatis
read only, locked for editing | hanya baca, terkunci
owner, ownership, author | pemilik
member, membership | anggota, keanggotaan
add user, new employee, onboarding | pengguna baru, karyawan baru
employee, staff, worker | karyawan, pegawai, staf
training, course, tutorial | pelatihan, kursus
payment, invoice, billing, charge | pembayaran, faktur, tagihan
price, cost, fee | harga, biaya
refund | pengembalian dana
phone call, call, dial, ring | panggilan, menelepon
voicemail | pesan suara
text message, sms | pesan singkat
contact support, open a ticket, report | hubungi dukungan, laporkan
urgent, important, priority | mendesak, penting
automatic, automatically, by itself, every time | otomatis, sendiri, setiap kali
manual, manually | manual
sometimes, intermittent, random, occasionally | kadang, kadang-kadang
suddenly, unexpected, unexpectedly | tiba-tiba, mendadak
again, repeatedly, loop | lagi, berulang
long time, minutes, takes long, wait | lama, menunggu
first time, initial, getting started | pertama kali, memulai
"""
