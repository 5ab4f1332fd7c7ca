<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
    <context>
        <name>Acts</name>
        <message>
            <source>Open the sign-in page</source>
            <translation>Buka halaman login</translation>
        </message>
        <message>
            <source>Open the date and time settings</source>
            <translation>Buka pengaturan tanggal dan waktu</translation>
        </message>
        <message>
            <source>Open the network settings</source>
            <translation>Buka pengaturan jaringan</translation>
        </message>
        <message>
            <source>Open the sound settings</source>
            <translation>Buka pengaturan suara</translation>
        </message>
        <message>
            <source>Open the camera settings</source>
            <translation>Buka pengaturan kamera</translation>
        </message>
        <message>
            <source>Open the printer settings</source>
            <translation>Buka pengaturan printer</translation>
        </message>
        <message>
            <source>Open the storage settings</source>
            <translation>Buka pengaturan penyimpanan</translation>
        </message>
        <message>
            <source>Play a soft tone</source>
            <translation>Putar nada pelan</translation>
        </message>
    </context>
    <context>
        <name>AfterSendWindow</name>
        <message>
            <source>Urgent? Call {desk}: {telephone}</source>
            <translation>Mendesak? Telepon {desk}: {telephone}</translation>
        </message>
        <message>
            <source>{number} received</source>
            <translation>{number} diterima</translation>
        </message>
        <message>
            <source>Saved. Waiting to be sent</source>
            <translation>Tersimpan. Menunggu dikirim</translation>
        </message>
        <message>
            <source>Your report is saved on this computer and goes out by itself, also after a restart.</source>
            <translation>Laporan Anda tersimpan di komputer ini dan nanti terkirim sendiri, juga setelah mulai ulang.</translation>
        </message>
        <message>
            <source>Saved on this computer</source>
            <translation>Tersimpan di komputer ini</translation>
        </message>
        <message>
            <source>It is being sent now. You can close this window or switch off the computer: it goes on by itself.</source>
            <translation>Sedang dikirim. Jendela ini boleh ditutup dan komputer boleh dimatikan: pengiriman berlanjut sendiri.</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Tersimpan</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>Belum bisa diterima</translation>
        </message>
        <message>
            <source>Change it and send it again, or save it as a file.</source>
            <translation>Ubah lalu kirim lagi, atau simpan sebagai file.</translation>
        </message>
        <message>
            <source>Sending: {percent}%</source>
            <translation>Mengirim: {percent}%</translation>
        </message>
        <message>
            <source>{sent} of {total}</source>
            <translation>{sent} dari {total}</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Mengirim</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Diterima</translation>
        </message>
        <message>
            <source>Its number is known then.</source>
            <translation>Nomornya diketahui saat itu.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) still being sent</source>
            <translation>
                <numerusform>%n file masih dikirim</numerusform>
            </translation>
        </message>
        <message>
            <source>A technician reads it</source>
            <translation>Dibaca teknisi</translation>
        </message>
        <message>
            <source>You don't need to do anything. Sigap tells you of the answer.</source>
            <translation>Anda tidak perlu melakukan apa-apa. Sigap memberi tahu jika ada jawaban.</translation>
        </message>
        <message>
            <source>Save as file</source>
            <translation>Simpan sebagai file</translation>
        </message>
        <message>
            <source>Your report</source>
            <translation>Laporan Anda</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Coba sekarang</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Ubah</translation>
        </message>
        <message>
            <source>Save as file…</source>
            <translation>Simpan sebagai file…</translation>
        </message>
        <message>
            <source>Open the ticket</source>
            <translation>Buka tiket</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>Salin nomor</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>Announcing</name>
        <message>
            <source>{number} received.</source>
            <translation>{number} diterima.</translation>
        </message>
        <message>
            <source>{number} solved. Does it work now?</source>
            <translation>{number} selesai. Sudah berfungsi?</translation>
        </message>
        <message>
            <source>{name} replied</source>
            <translation>{name} membalas</translation>
        </message>
    </context>
    <context>
        <name>AnswerCard</name>
        <message>
            <source>It works again</source>
            <translation>Sudah beres</translation>
        </message>
        <message>
            <source>Still broken</source>
            <translation>Masih bermasalah</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Buka lagi</translation>
        </message>
        <message>
            <source>Does it work now?</source>
            <translation>Sudah berfungsi?</translation>
        </message>
        <message>
            <source>This ticket is solved. If the problem is back, open it again.</source>
            <translation>Tiket ini sudah selesai. Jika masalahnya muncul lagi, buka kembali.</translation>
        </message>
    </context>
    <context>
        <name>ArticleBar</name>
        <message>
            <source>Results</source>
            <translation>Hasil</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Kembali</translation>
        </message>
        <message>
            <source>Read in Indonesian</source>
            <translation>Baca dalam bahasa Indonesia</translation>
        </message>
        <message>
            <source>Read in English</source>
            <translation>Baca dalam bahasa Inggris</translation>
        </message>
        <message>
            <source>Find on this page (Ctrl+F)</source>
            <translation>Cari di halaman ini (Ctrl+F)</translation>
        </message>
        <message>
            <source>Text size: {percent}%</source>
            <translation>Ukuran teks: {percent}%</translation>
        </message>
        <message>
            <source>Copy the article</source>
            <translation>Salin artikel</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Cetak</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Tersalin</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Perbesar teks</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Perkecil teks</translation>
        </message>
        <message>
            <source>As it was</source>
            <translation>Seperti semula</translation>
        </message>
    </context>
    <context>
        <name>ArticlePage</name>
        <message>
            <source>This article is very long. Only its beginning is laid out here.</source>
            <translation>Artikel ini sangat panjang. Di sini hanya bagian awalnya yang ditata.</translation>
        </message>
        <message>
            <source>Show all as plain text</source>
            <translation>Tampilkan semua sebagai teks biasa</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Panduan</translation>
        </message>
        <message>
            <source>updated {day}</source>
            <translation>diperbarui {day}</translation>
        </message>
    </context>
    <context>
        <name>ArticleSide</name>
        <message>
            <source>Guide: {title}</source>
            <translation>Panduan: {title}</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>Di halaman ini</translation>
        </message>
        <message>
            <source>Related</source>
            <translation>Terkait</translation>
        </message>
    </context>
    <context>
        <name>ArticleText</name>
        <message>
            <source>Copy: {text}</source>
            <translation>Salin: {text}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Pilih semua</translation>
        </message>
    </context>
    <context>
        <name>ArticleWords</name>
        <message>
            <source>Article</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Guide, {n} min</source>
            <translation>Panduan, {n} mnt</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Panduan</translation>
        </message>
        <message>
            <source>Checks this computer · {n} min</source>
            <translation>Memeriksa komputer ini · {n} mnt</translation>
        </message>
        <message>
            <source>Checks this computer</source>
            <translation>Memeriksa komputer ini</translation>
        </message>
    </context>
    <context>
        <name>AskWindow</name>
        <message>
            <source>This is not {desk}</source>
            <translation>Ini bukan {desk}</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Tolak</translation>
        </message>
        <message>
            <source>Share screen</source>
            <translation>Bagikan layar</translation>
        </message>
        <message>
            <source>Not connected right now. Your answer goes out as soon as Sigap is connected again.</source>
            <translation>Sedang tidak terhubung. Jawaban Anda terkirim begitu Sigap terhubung lagi.</translation>
        </message>
        <message>
            <source>{name} would like to see your screen</source>
            <translation>{name} ingin melihat layar Anda</translation>
        </message>
        <message>
            <source>{time} left to answer</source>
            <translation>Sisa waktu menjawab {time}</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) left to answer</source>
            <translation>
                <numerusform>Sisa waktu menjawab %n menit</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Assist</name>
        <message>
            <source>{name} sees your whole screen</source>
            <translation>{name} melihat seluruh layar Anda</translation>
        </message>
        <message>
            <source>screen</source>
            <translation>layar</translation>
        </message>
        <message>
            <source>See your screen</source>
            <translation>Melihat layar Anda</translation>
        </message>
        <message>
            <source>{name} can use your mouse and keyboard</source>
            <translation>{name} bisa memakai mouse dan keyboard Anda</translation>
        </message>
        <message>
            <source>mouse and keyboard</source>
            <translation>mouse dan keyboard</translation>
        </message>
        <message>
            <source>Use your mouse and keyboard</source>
            <translation>Memakai mouse dan keyboard Anda</translation>
        </message>
        <message>
            <source>{name} can exchange files with this computer</source>
            <translation>{name} bisa bertukar file dengan komputer ini</translation>
        </message>
        <message>
            <source>files</source>
            <translation>file</translation>
        </message>
        <message>
            <source>Exchange files</source>
            <translation>Bertukar file</translation>
        </message>
        <message>
            <source>{name} can share copy and paste with you</source>
            <translation>{name} bisa berbagi salin-tempel dengan Anda</translation>
        </message>
        <message>
            <source>copy and paste</source>
            <translation>salin-tempel</translation>
        </message>
        <message>
            <source>Share copy and paste</source>
            <translation>Berbagi salin-tempel</translation>
        </message>
        <message>
            <source>{tool} shows {name} your whole screen. Sigap can't limit what is shown or used there.</source>
            <translation>{tool} memperlihatkan seluruh layar Anda kepada {name}. Sigap tidak bisa membatasi apa yang terlihat atau dipakai di sana.</translation>
        </message>
        <message>
            <source>Questions for an administrator stay hidden from {name}. Never say or type a password because of them.</source>
            <translation>Pertanyaan untuk administrator tidak terlihat oleh {name}. Jangan sebutkan atau ketik kata sandi karenanya.</translation>
        </message>
        <message>
            <source>{tool} may ask for an administrator. Then {name} could change this computer.</source>
            <translation>{tool} mungkin meminta administrator. Jika diberikan, {name} bisa mengubah komputer ini.</translation>
        </message>
        <message>
            <source>{tool} asks you once more in its own window before {name} gets in.</source>
            <translation>{tool} bertanya sekali lagi di jendelanya sendiri sebelum {name} masuk.</translation>
        </message>
        <message>
            <source>Sigap can't close {tool}: you close it yourself at the end. After {minutes} minutes the session ends in any case.</source>
            <translation>Sigap tidak bisa menutup {tool}: Anda menutupnya sendiri di akhir. Setelah {minutes} menit sesi tetap berakhir.</translation>
        </message>
        <message>
            <source>Sigap can't see when {tool} ends.</source>
            <translation>Sigap tidak bisa mengetahui kapan {tool} berakhir.</translation>
        </message>
        <message>
            <source>The picture goes through the servers of {tool}'s maker.</source>
            <translation>Gambarnya melewati server milik pembuat {tool}.</translation>
        </message>
        <message>
            <source>Never set a password for lasting access in {tool}: nobody at {desk} needs one.</source>
            <translation>Jangan pernah membuat kata sandi untuk akses tetap di {tool}: {desk} tidak memerlukannya.</translation>
        </message>
        <message>
            <source>{tool} was chosen by your company. Sigap doesn't know all that it can do.</source>
            <translation>{tool} dipilih perusahaan Anda. Sigap tidak mengetahui semua yang bisa dilakukannya.</translation>
        </message>
        <message>
            <source>at the top of the AnyDesk window, under “This Desk”</source>
            <translation>di bagian atas jendela AnyDesk, di bawah “Meja Ini”</translation>
        </message>
        <message>
            <source>in the TeamViewer window, under “Your ID”</source>
            <translation>di jendela TeamViewer, di bawah “ID Anda”</translation>
        </message>
        <message>
            <source>on the page that has opened, after you clicked “Generate code”</source>
            <translation>di halaman yang terbuka, setelah Anda mengeklik “Buat kode”</translation>
        </message>
        <message>
            <source>in the RustDesk window, under “ID”</source>
            <translation>di jendela RustDesk, di bawah “ID”</translation>
        </message>
        <message>
            <source>in the field “Security code from assistant” of Quick Assist</source>
            <translation>di kolom “Kode keamanan dari asisten” pada Quick Assist</translation>
        </message>
        <message>
            <source>in the window of {tool}</source>
            <translation>di jendela {tool}</translation>
        </message>
        <message>
            <source>You, with Stop</source>
            <translation>Anda, dengan Hentikan</translation>
        </message>
        <message>
            <source>{tool} was closed</source>
            <translation>{tool} ditutup</translation>
        </message>
        <message>
            <source>{tool} didn't start</source>
            <translation>{tool} tidak terbuka</translation>
        </message>
        <message>
            <source>Sigap was closed</source>
            <translation>Sigap ditutup</translation>
        </message>
        <message>
            <source>The computer was locked</source>
            <translation>Komputer dikunci</translation>
        </message>
        <message>
            <source>The time was up</source>
            <translation>Waktunya habis</translation>
        </message>
        <message>
            <source>You: this was not {desk}</source>
            <translation>Anda: ini bukan {desk}</translation>
        </message>
        <message>
            <source>{name} ended it</source>
            <translation>{name} mengakhirinya</translation>
        </message>
        <message>
            <source>{name}: the two words were not the same</source>
            <translation>{name}: kedua kata tidak sama</translation>
        </message>
        <message>
            <source>The ticket was closed</source>
            <translation>Tiket ditutup</translation>
        </message>
        <message>
            <source>The connection was lost</source>
            <translation>Koneksi terputus</translation>
        </message>
        <message>
            <source>You declined</source>
            <translation>Anda menolak</translation>
        </message>
        <message>
            <source>Nobody answered in time</source>
            <translation>Tidak ada jawaban sampai waktunya habis</translation>
        </message>
        <message>
            <source>It ended</source>
            <translation>Sudah berakhir</translation>
        </message>
        <message>
            <source>Nothing was shared.</source>
            <translation>Layar tidak dibagikan.</translation>
        </message>
        <message>
            <source>You declined.</source>
            <translation>Anda menolak.</translation>
        </message>
        <message>
            <source>This request has ended.</source>
            <translation>Permintaan ini sudah berakhir.</translation>
        </message>
        <message>
            <source>{name} withdrew the request.</source>
            <translation>{name} membatalkan permintaan.</translation>
        </message>
        <message>
            <source>The two words were not the same.</source>
            <translation>Kedua kata tidak sama.</translation>
        </message>
        <message>
            <source>{name} said so and ended the request. Nothing was shared.</source>
            <translation>{name} mengatakannya dan mengakhiri permintaan. Layar tidak dibagikan.</translation>
        </message>
        <message>
            <source>The ticket was closed, so the request has ended.</source>
            <translation>Tiket ditutup, jadi permintaan ini berakhir.</translation>
        </message>
        <message>
            <source>{tool} didn't start. Nothing was shared.</source>
            <translation>{tool} tidak terbuka. Layar tidak dibagikan.</translation>
        </message>
        <message>
            <source>{name} sees it on the ticket and can ask again.</source>
            <translation>{name} melihatnya di tiket dan bisa meminta lagi.</translation>
        </message>
        <message>
            <source>Nothing is shared any more.</source>
            <translation>Layar tidak lagi dibagikan.</translation>
        </message>
        <message>
            <source>The people in charge know.</source>
            <translation>Penanggung jawab sudah diberi tahu.</translation>
        </message>
        <message>
            <source>The people in charge hear of it as soon as Sigap is connected again.</source>
            <translation>Penanggung jawab akan diberi tahu begitu Sigap terhubung lagi.</translation>
        </message>
        <message>
            <source>{name} asked to see your screen</source>
            <translation>{name} meminta melihat layar Anda</translation>
        </message>
        <message>
            <source>You allowed it, with {tool}</source>
            <translation>Anda mengizinkannya, dengan {tool}</translation>
        </message>
        <message>
            <source>{name} withdrew the request</source>
            <translation>{name} membatalkan permintaan</translation>
        </message>
        <message>
            <source>The ticket was closed, so the request ended</source>
            <translation>Tiket ditutup, jadi permintaan berakhir</translation>
        </message>
        <message>
            <source>You said: this is not {desk}</source>
            <translation>Anda mengatakan: ini bukan {desk}</translation>
        </message>
        <message>
            <source>The request ended. Nothing was shared.</source>
            <translation>Permintaan berakhir. Layar tidak dibagikan.</translation>
        </message>
        <message>
            <source>Technician</source>
            <translation>Teknisi</translation>
        </message>
        <message>
            <source>Lead technician</source>
            <translation>Kepala teknisi</translation>
        </message>
        <message>
            <source>Something was wrong with the remote help for {number}</source>
            <translation>Ada yang tidak beres dengan bantuan jarak jauh untuk {number}</translation>
        </message>
        <message>
            <source>{tool} opened, and nobody from {desk} had asked for it</source>
            <translation>{tool} terbuka, padahal {desk} tidak memintanya</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>Stop ({keys})</source>
            <translation>Hentikan ({keys})</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Hentikan</translation>
        </message>
        <message>
            <source>It is closed</source>
            <translation>Sudah ditutup</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Sigap can't close {tool}. Close it yourself, then confirm.</source>
            <translation>Sigap tidak bisa menutup {tool}. Tutup sendiri, lalu konfirmasi.</translation>
        </message>
        <message>
            <source>{name} is about to see this screen</source>
            <translation>{name} akan melihat layar ini</translation>
        </message>
        <message>
            <source>{name} sees this screen</source>
            <translation>{name} melihat layar ini</translation>
        </message>
        <message>
            <source>{name} may still see this screen</source>
            <translation>{name} mungkin masih melihat layar ini</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Tidak terhubung</translation>
        </message>
        <message>
            <source>Sigap can't close it</source>
            <translation>Sigap tidak bisa menutupnya</translation>
        </message>
        <message>
            <source>until {time} at the latest</source>
            <translation>paling lambat sampai {time}</translation>
        </message>
    </context>
    <context>
        <name>Checks</name>
        <message>
            <source>Disk space</source>
            <translation>Ruang disk</translation>
        </message>
        <message>
            <source>Checking the disk space…</source>
            <translation>Memeriksa ruang disk…</translation>
        </message>
        <message>
            <source>There is room on the disk: {available}</source>
            <translation>Ruang disk masih cukup: {available}</translation>
        </message>
        <message>
            <source>There is room on the disk</source>
            <translation>Ruang disk masih cukup</translation>
        </message>
        <message>
            <source>The disk is full: {available} left on {drive}</source>
            <translation>Disk penuh: sisa {available} di {drive}</translation>
        </message>
        <message>
            <source>Programs can't save and may close by themselves. The biggest of your folders: {biggest}.</source>
            <translation>Aplikasi tidak bisa menyimpan dan bisa tertutup sendiri. Folder Anda yang terbesar: {biggest}.</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>Disk penuh</translation>
        </message>
        <message>
            <source>The disk is nearly full: {available} left on {drive}</source>
            <translation>Disk hampir penuh: sisa {available} di {drive}</translation>
        </message>
        <message>
            <source>Updates need more than that. The biggest of your folders: {biggest}.</source>
            <translation>Pembaruan butuh lebih dari itu. Folder Anda yang terbesar: {biggest}.</translation>
        </message>
        <message>
            <source>The disk is nearly full</source>
            <translation>Disk hampir penuh</translation>
        </message>
        <message>
            <source>{drive} can't hold more files</source>
            <translation>{drive} tidak bisa menampung file lagi</translation>
        </message>
        <message>
            <source>There is room left, but not for one more file: there are very many small ones. A technician has to look at it.</source>
            <translation>Ruangnya masih ada, tetapi jumlah file sudah mencapai batas karena banyak file kecil. Teknisi perlu melihatnya.</translation>
        </message>
        <message>
            <source>The disk can't hold more files</source>
            <translation>Disk tidak bisa menampung file lagi</translation>
        </message>
        <message>
            <source>Your share of {drive} is used up</source>
            <translation>Jatah Anda di {drive} sudah habis</translation>
        </message>
        <message>
            <source>{quota-left} are left of {quota}. Your company sets this limit. The biggest of your folders: {biggest}.</source>
            <translation>Tersisa {quota-left} dari {quota}. Batas ini diatur perusahaan Anda. Folder Anda yang terbesar: {biggest}.</translation>
        </message>
        <message>
            <source>Your share of the disk is used up</source>
            <translation>Jatah disk Anda sudah habis</translation>
        </message>
        <message>
            <source>Nothing can be saved on {drive}</source>
            <translation>Tidak ada yang bisa disimpan di {drive}</translation>
        </message>
        <message>
            <source>It can only be read at the moment. Save your work elsewhere, and don't restart.</source>
            <translation>Saat ini isinya hanya bisa dibaca. Simpan pekerjaan Anda di tempat lain, dan jangan mulai ulang komputer.</translation>
        </message>
        <message>
            <source>Nothing can be saved on the disk</source>
            <translation>Tidak ada yang bisa disimpan di disk</translation>
        </message>
        <message>
            <source>Drive</source>
            <translation>Drive</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>Tersedia</translation>
        </message>
        <message>
            <source>Share that is free</source>
            <translation>Bagian yang kosong</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>Seluruhnya</translation>
        </message>
        <message>
            <source>Room for more files</source>
            <translation>Ruang untuk file baru</translation>
        </message>
        <message>
            <source>Your limit</source>
            <translation>Batas Anda</translation>
        </message>
        <message>
            <source>Left of your limit</source>
            <translation>Sisa jatah Anda</translation>
        </message>
        <message>
            <source>Biggest folders</source>
            <translation>Folder terbesar</translation>
        </message>
        <message>
            <source>Memory and processor</source>
            <translation>Memori dan prosesor</translation>
        </message>
        <message>
            <source>Checking memory and processor…</source>
            <translation>Memeriksa memori dan prosesor…</translation>
        </message>
        <message>
            <source>There is enough memory: {available}</source>
            <translation>Memori masih cukup: {available}</translation>
        </message>
        <message>
            <source>There is enough memory</source>
            <translation>Memori masih cukup</translation>
        </message>
        <message>
            <source>The memory is full</source>
            <translation>Memori penuh</translation>
        </message>
        <message>
            <source>Programs wait for each other, so everything is slow. {program} takes the most.</source>
            <translation>Aplikasi saling menunggu, jadi semuanya lambat. {program} paling banyak memakai memori.</translation>
        </message>
        <message>
            <source>The processor is busy all the time</source>
            <translation>Prosesor terus-menerus sibuk</translation>
        </message>
        <message>
            <source>{program} works the most. An update or a scan ends by itself.</source>
            <translation>{program} paling sibuk. Pembaruan atau pemindaian akan selesai sendiri.</translation>
        </message>
        <message>
            <source>Share that is available</source>
            <translation>Bagian yang tersedia</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prosesor</translation>
        </message>
        <message>
            <source>Time spent waiting for memory</source>
            <translation>Waktu menunggu memori</translation>
        </message>
        <message>
            <source>Read back from the disk</source>
            <translation>Dibaca kembali dari disk</translation>
        </message>
        <message>
            <source>Times the limit was reached</source>
            <translation>Berapa kali batas tercapai</translation>
        </message>
        <message>
            <source>Promised to programs</source>
            <translation>Dijanjikan ke aplikasi</translation>
        </message>
        <message>
            <source>Biggest programs</source>
            <translation>Aplikasi terbesar</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>Aplikasi</translation>
        </message>
        <message>
            <source>Checking whether programs respond…</source>
            <translation>Memeriksa apakah aplikasi merespons…</translation>
        </message>
        <message>
            <source>Your programs respond</source>
            <translation>Aplikasi Anda merespons</translation>
        </message>
        <message>
            <source>{program} isn't responding</source>
            <translation>{program} tidak merespons</translation>
        </message>
        <message>
            <source>It may still be working. Wait before you end it.</source>
            <translation>Mungkin masih bekerja. Tunggu dulu sebelum menutupnya paksa.</translation>
        </message>
        <message>
            <source>A program isn't responding</source>
            <translation>Ada aplikasi yang tidak merespons</translation>
        </message>
        <message>
            <source>{program} is paused</source>
            <translation>{program} sedang terhenti</translation>
        </message>
        <message>
            <source>Something stopped it. It can go on, and nothing is lost.</source>
            <translation>Ada yang menghentikannya. Aplikasi bisa dilanjutkan, dan tidak ada yang hilang.</translation>
        </message>
        <message>
            <source>A program is paused</source>
            <translation>Ada aplikasi yang terhenti</translation>
        </message>
        <message>
            <source>{program} waits for a disk or a shared drive</source>
            <translation>{program} menunggu disk atau drive bersama</translation>
        </message>
        <message>
            <source>It goes on once that answers. Don't end it: your work could be lost.</source>
            <translation>Aplikasi akan berjalan lagi setelah ada jawaban. Jangan ditutup paksa: pekerjaan Anda bisa hilang.</translation>
        </message>
        <message>
            <source>A program waits for a disk or a shared drive</source>
            <translation>Ada aplikasi yang menunggu disk atau drive bersama</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Aplikasi</translation>
        </message>
        <message>
            <source>Still working</source>
            <translation>Masih bekerja</translation>
        </message>
        <message>
            <source>Others too</source>
            <translation>Yang lain juga</translation>
        </message>
        <message>
            <source>Windows looked at</source>
            <translation>Jendela yang diperiksa</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>Checking the printer…</source>
            <translation>Memeriksa printer…</translation>
        </message>
        <message>
            <source>{printer} answers</source>
            <translation>{printer} menjawab</translation>
        </message>
        <message>
            <source>The printer answers</source>
            <translation>Printer menjawab</translation>
        </message>
        <message>
            <source>You don't print from this computer</source>
            <translation>Anda tidak mencetak dari komputer ini</translation>
        </message>
        <message>
            <source>No printer is set up here</source>
            <translation>Belum ada printer di sini</translation>
        </message>
        <message>
            <source>Say in the report which printer you need, and in which room it is.</source>
            <translation>Tulis di laporan printer mana yang Anda perlukan, dan di ruang mana letaknya.</translation>
        </message>
        <message>
            <source>No printer is chosen as yours</source>
            <translation>Belum ada printer yang dipilih</translation>
        </message>
        <message>
            <source>Programs don't know where to print. These are there: {others}.</source>
            <translation>Aplikasi tidak tahu harus mencetak ke mana. Yang ada: {others}.</translation>
        </message>
        <message>
            <source>{printer} doesn't answer</source>
            <translation>{printer} tidak menjawab</translation>
        </message>
        <message>
            <source>It may be off, asleep or in another network. It is here: {location}.</source>
            <translation>Mungkin mati, tidur, atau ada di jaringan lain. Letaknya: {location}.</translation>
        </message>
        <message>
            <source>The printer doesn't answer</source>
            <translation>Printer tidak menjawab</translation>
        </message>
        <message>
            <source>{printer} is paused</source>
            <translation>{printer} sedang dijeda</translation>
        </message>
        <message>
            <source>Documents wait until an administrator lets it print again.</source>
            <translation>Dokumen menunggu sampai administrator mengaktifkannya lagi.</translation>
        </message>
        <message>
            <source>The printer is paused</source>
            <translation>Printer sedang dijeda</translation>
        </message>
        <message>
            <source>{printer} takes no documents at the moment</source>
            <translation>{printer} sedang tidak menerima dokumen</translation>
        </message>
        <message>
            <source>An administrator has to let it take documents again.</source>
            <translation>Administrator perlu membukanya lagi.</translation>
        </message>
        <message>
            <source>The printer takes no documents at the moment</source>
            <translation>Printer sedang tidak menerima dokumen</translation>
        </message>
        <message>
            <source>Somebody has to go to {printer}: {reason}</source>
            <translation>Seseorang perlu ke {printer}: {reason}</translation>
        </message>
        <message>
            <source>It is here: {location}. Don't reach into the machine.</source>
            <translation>Letaknya: {location}. Jangan merogoh ke dalam mesin.</translation>
        </message>
        <message>
            <source>Somebody has to go to the printer</source>
            <translation>Seseorang perlu ke printernya</translation>
        </message>
        <message>
            <source>{printer} is chosen, which prints no paper</source>
            <translation>Yang dipilih {printer}, yang tidak mencetak ke kertas</translation>
        </message>
        <message>
            <source>It makes files or faxes. These printers are there: {others}.</source>
            <translation>Hasilnya file atau faks. Printer yang ada: {others}.</translation>
        </message>
        <message>
            <source>What is chosen prints no paper</source>
            <translation>Yang dipilih tidak mencetak ke kertas</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Letak</translation>
        </message>
        <message>
            <source>It says</source>
            <translation>Keterangannya</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Alamat</translation>
        </message>
        <message>
            <source>Our connection</source>
            <translation>Sambungan dari sini</translation>
        </message>
        <message>
            <source>Other printers</source>
            <translation>Printer lain</translation>
        </message>
        <message>
            <source>the paper is used up</source>
            <translation>kertas habis</translation>
        </message>
        <message>
            <source>it wants other paper</source>
            <translation>kertasnya harus diganti</translation>
        </message>
        <message>
            <source>paper is jammed</source>
            <translation>kertas macet</translation>
        </message>
        <message>
            <source>a cover is open</source>
            <translation>penutup terbuka</translation>
        </message>
        <message>
            <source>a door is open</source>
            <translation>pintu terbuka</translation>
        </message>
        <message>
            <source>a part isn't closed</source>
            <translation>ada bagian yang belum tertutup</translation>
        </message>
        <message>
            <source>a paper tray is missing</source>
            <translation>baki kertas tidak ada</translation>
        </message>
        <message>
            <source>an output tray is missing</source>
            <translation>baki hasil tidak ada</translation>
        </message>
        <message>
            <source>the output tray is full</source>
            <translation>baki hasil penuh</translation>
        </message>
        <message>
            <source>the toner is used up</source>
            <translation>toner habis</translation>
        </message>
        <message>
            <source>ink or toner is used up</source>
            <translation>tinta atau toner habis</translation>
        </message>
        <message>
            <source>the waste container is full</source>
            <translation>wadah limbah penuh</translation>
        </message>
        <message>
            <source>the developer is used up</source>
            <translation>developer habis</translation>
        </message>
        <message>
            <source>it answers</source>
            <translation>menjawab</translation>
        </message>
        <message>
            <source>it refuses</source>
            <translation>menolak</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>tidak ada jawaban</translation>
        </message>
        <message>
            <source>its name isn't known</source>
            <translation>namanya tidak dikenal</translation>
        </message>
        <message>
            <source>not plugged in</source>
            <translation>tidak tercolok</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>tidak diketahui</translation>
        </message>
        <message>
            <source>Print queue</source>
            <translation>Antrean cetak</translation>
        </message>
        <message>
            <source>Checking the print queue…</source>
            <translation>Memeriksa antrean cetak…</translation>
        </message>
        <message>
            <source>No document of yours is stuck</source>
            <translation>Tidak ada dokumen Anda yang macet</translation>
        </message>
        <message>
            <source>Your documents are held</source>
            <translation>Dokumen Anda ditahan</translation>
        </message>
        <message>
            <source>They wait for your card at the printer, for an hour, or were set aside.</source>
            <translation>Menunggu kartu Anda di printer, menunggu jam tertentu, atau sudah disisihkan.</translation>
        </message>
        <message>
            <source>A document is stuck on {printer}</source>
            <translation>Ada dokumen yang macet di {printer}</translation>
        </message>
        <message>
            <source>It has been there for {since}. Behind it wait: {behind}.</source>
            <translation>Sudah {since} di sana. Dokumen yang menunggu di belakangnya: {behind}.</translation>
        </message>
        <message>
            <source>A document is stuck</source>
            <translation>Ada dokumen yang macet</translation>
        </message>
        <message>
            <source>Your document waits: {printer} is stopped</source>
            <translation>Dokumen Anda menunggu: {printer} berhenti</translation>
        </message>
        <message>
            <source>An administrator has to let it print again.</source>
            <translation>Administrator perlu mengaktifkannya lagi.</translation>
        </message>
        <message>
            <source>Your document waits: the printer is stopped</source>
            <translation>Dokumen Anda menunggu: printernya berhenti</translation>
        </message>
        <message>
            <source>The print service of this computer doesn't answer</source>
            <translation>Layanan cetak komputer ini tidak menjawab</translation>
        </message>
        <message>
            <source>Nothing can be printed from here until it runs again.</source>
            <translation>Tidak ada yang bisa dicetak dari sini sampai layanan itu berjalan lagi.</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>Nomor dokumen</translation>
        </message>
        <message>
            <source>Your own</source>
            <translation>Milik Anda</translation>
        </message>
        <message>
            <source>For how long</source>
            <translation>Sudah berapa lama</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Ukuran</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Halaman</translation>
        </message>
        <message>
            <source>Documents behind it</source>
            <translation>Dokumen di belakangnya</translation>
        </message>
        <message>
            <source>Documents waiting</source>
            <translation>Dokumen menunggu</translation>
        </message>
        <message>
            <source>Documents held</source>
            <translation>Dokumen ditahan</translation>
        </message>
        <message>
            <source>Sound and microphone</source>
            <translation>Suara dan mikrofon</translation>
        </message>
        <message>
            <source>Checking sound and microphone…</source>
            <translation>Memeriksa suara dan mikrofon…</translation>
        </message>
        <message>
            <source>Sound is on: {out}</source>
            <translation>Suara aktif: {out}</translation>
        </message>
        <message>
            <source>The microphone is {in}. A headset's own switch can't be seen from here.</source>
            <translation>Mikrofonnya {in}. Tombol di headset tidak terlihat dari sini.</translation>
        </message>
        <message>
            <source>Nothing is muted</source>
            <translation>Tidak ada yang dibisukan</translation>
        </message>
        <message>
            <source>The sound is muted</source>
            <translation>Suara dibisukan</translation>
        </message>
        <message>
            <source>Sound goes to {out}, which is switched to silent.</source>
            <translation>Suara keluar lewat {out}, yang sedang dibisukan.</translation>
        </message>
        <message>
            <source>The sound is nearly off: {volume}</source>
            <translation>Suara hampir tidak terdengar: {volume}</translation>
        </message>
        <message>
            <source>Sound goes to {out}.</source>
            <translation>Suara keluar lewat {out}.</translation>
        </message>
        <message>
            <source>The sound is nearly off</source>
            <translation>Suara hampir tidak terdengar</translation>
        </message>
        <message>
            <source>{program} is muted</source>
            <translation>{program} dibisukan</translation>
        </message>
        <message>
            <source>The computer's sound is on, only this program is silent.</source>
            <translation>Suara komputer aktif, hanya aplikasi ini yang bisu.</translation>
        </message>
        <message>
            <source>A program is muted</source>
            <translation>Ada aplikasi yang dibisukan</translation>
        </message>
        <message>
            <source>The microphone is muted</source>
            <translation>Mikrofon dibisukan</translation>
        </message>
        <message>
            <source>It is {in}. Others can't hear you.</source>
            <translation>Mikrofonnya {in}. Orang lain tidak bisa mendengar Anda.</translation>
        </message>
        <message>
            <source>Programs may not use the microphone</source>
            <translation>Aplikasi tidak diizinkan memakai mikrofon</translation>
        </message>
        <message>
            <source>That is switched off in the privacy settings of this computer.</source>
            <translation>Izinnya dimatikan di pengaturan privasi komputer ini.</translation>
        </message>
        <message>
            <source>No speaker or headset is there</source>
            <translation>Tidak ada speaker atau headset</translation>
        </message>
        <message>
            <source>Plug it in again, or switch Bluetooth off and on.</source>
            <translation>Colokkan lagi, atau matikan lalu nyalakan Bluetooth.</translation>
        </message>
        <message>
            <source>The sound goes to the screen</source>
            <translation>Suara keluar lewat layar</translation>
        </message>
        <message>
            <source>{out} may have no speakers. There is also: {others}.</source>
            <translation>{out} mungkin tidak punya speaker. Yang juga ada: {others}.</translation>
        </message>
        <message>
            <source>No microphone is there</source>
            <translation>Tidak ada mikrofon</translation>
        </message>
        <message>
            <source>Sound goes to</source>
            <translation>Suara keluar lewat</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>Microphone</source>
            <translation>Mikrofon</translation>
        </message>
        <message>
            <source>Microphone's volume</source>
            <translation>Volume mikrofon</translation>
        </message>
        <message>
            <source>Muted program</source>
            <translation>Aplikasi yang dibisukan</translation>
        </message>
        <message>
            <source>Also there</source>
            <translation>Juga ada</translation>
        </message>
        <message>
            <source>Also found</source>
            <translation>Juga ditemukan</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>dibisukan</translation>
        </message>
        <message>
            <source>microphone muted</source>
            <translation>mikrofon dibisukan</translation>
        </message>
        <message>
            <source>no microphone</source>
            <translation>tidak ada mikrofon</translation>
        </message>
        <message>
            <source>program muted</source>
            <translation>aplikasi dibisukan</translation>
        </message>
        <message>
            <source>Restart</source>
            <translation>Mulai ulang</translation>
        </message>
        <message>
            <source>Checking whether a restart is due…</source>
            <translation>Memeriksa apakah komputer perlu dimulai ulang…</translation>
        </message>
        <message>
            <source>No restart is due</source>
            <translation>Komputer belum perlu dimulai ulang</translation>
        </message>
        <message>
            <source>The computer has to be restarted</source>
            <translation>Komputer perlu dimulai ulang</translation>
        </message>
        <message>
            <source>An update waits for it. Save your work, then choose Restart, not Shut down.</source>
            <translation>Ada pembaruan yang menunggu. Simpan pekerjaan Anda, lalu pilih Mulai ulang, bukan Matikan.</translation>
        </message>
        <message>
            <source>Running for</source>
            <translation>Menyala selama</translation>
        </message>
        <message>
            <source>Because of</source>
            <translation>Karena</translation>
        </message>
        <message>
            <source>an update</source>
            <translation>pembaruan</translation>
        </message>
        <message>
            <source>a new version of the system</source>
            <translation>versi sistem yang baru</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>ditolak</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>tidak ada jawaban tepat waktu</translation>
        </message>
        <message>
            <source>no way there</source>
            <translation>tidak ada jalan ke sana</translation>
        </message>
        <message>
            <source>connection broke</source>
            <translation>koneksi terputus</translation>
        </message>
        <message>
            <source>name not found</source>
            <translation>nama tidak ditemukan</translation>
        </message>
        <message>
            <source>name server does not answer</source>
            <translation>server DNS tidak menjawab</translation>
        </message>
        <message>
            <source>answer not understood</source>
            <translation>jawaban tidak dikenali</translation>
        </message>
        <message>
            <source>Network connection</source>
            <translation>Koneksi jaringan</translation>
        </message>
        <message>
            <source>Checking the network connection…</source>
            <translation>Memeriksa koneksi jaringan…</translation>
        </message>
        <message>
            <source>This computer is on the network {network}.</source>
            <translation>Komputer ini tersambung ke jaringan {network}.</translation>
        </message>
        <message>
            <source>This computer is on a network.</source>
            <translation>Komputer ini tersambung ke jaringan.</translation>
        </message>
        <message>
            <source>The network is switched off on this computer.</source>
            <translation>Jaringan di komputer ini sedang dimatikan.</translation>
        </message>
        <message>
            <source>Switch off airplane mode, or switch on Wi-Fi: in the network menu, or with a key or switch on the computer.</source>
            <translation>Matikan mode pesawat, atau nyalakan Wi-Fi: lewat menu jaringan, atau dengan tombol di komputer.</translation>
        </message>
        <message>
            <source>The network cable has no connection.</source>
            <translation>Kabel jaringan tidak tersambung.</translation>
        </message>
        <message>
            <source>Push the cable in at both ends until it clicks.</source>
            <translation>Tekan kabel di kedua ujungnya sampai berbunyi klik.</translation>
        </message>
        <message>
            <source>This computer is on no Wi-Fi.</source>
            <translation>Komputer ini belum tersambung ke Wi-Fi.</translation>
        </message>
        <message>
            <source>Choose your network in the network menu, or plug in a cable.</source>
            <translation>Pilih jaringan Anda di menu jaringan, atau pasang kabel.</translation>
        </message>
        <message>
            <source>The network gives no address.</source>
            <translation>Jaringan tidak memberi alamat.</translation>
        </message>
        <message>
            <source>The connection is there, but the network did not let this computer in. Nothing works without an address.</source>
            <translation>Sambungannya ada, tetapi jaringan belum menerima komputer ini. Tanpa alamat, tidak ada yang berfungsi.</translation>
        </message>
        <message>
            <source>The network shows no way out.</source>
            <translation>Jaringan tidak menunjukkan jalan keluar.</translation>
        </message>
        <message>
            <source>This computer has the address {address}, but nothing leads from there to the internet.</source>
            <translation>Komputer ini punya alamat {address}, tetapi dari sana tidak ada jalan ke internet.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Jaringan</translation>
        </message>
        <message>
            <source>Connected by</source>
            <translation>Tersambung lewat</translation>
        </message>
        <message>
            <source>Wi-Fi signal</source>
            <translation>Sinyal Wi-Fi</translation>
        </message>
        <message>
            <source>cable</source>
            <translation>kabel</translation>
        </message>
        <message>
            <source>mobile network</source>
            <translation>jaringan seluler</translation>
        </message>
        <message>
            <source>Router</source>
            <translation>Router</translation>
        </message>
        <message>
            <source>Checking the router…</source>
            <translation>Memeriksa router…</translation>
        </message>
        <message>
            <source>The router answers.</source>
            <translation>Router menjawab.</translation>
        </message>
        <message>
            <source>The router doesn't answer.</source>
            <translation>Router tidak menjawab.</translation>
        </message>
        <message>
            <source>This computer is connected, but the device that leads out of this network ({gateway}) is silent.</source>
            <translation>Komputer ini tersambung, tetapi perangkat yang menghubungkan jaringan ini ke luar ({gateway}) diam.</translation>
        </message>
        <message>
            <source>Network sign-in</source>
            <translation>Login jaringan</translation>
        </message>
        <message>
            <source>Checking whether the network wants a sign-in…</source>
            <translation>Memeriksa apakah jaringan meminta login…</translation>
        </message>
        <message>
            <source>The network wants no sign-in.</source>
            <translation>Jaringan tidak meminta login.</translation>
        </message>
        <message>
            <source>This network wants you to sign in first.</source>
            <translation>Jaringan ini meminta Anda login dulu.</translation>
        </message>
        <message>
            <source>It shows a page of {portal} instead of what was asked for. Open it in the browser. Never type your work password there.</source>
            <translation>Yang muncul halaman {portal}, bukan yang diminta. Buka di browser. Jangan ketik kata sandi kantor di sana.</translation>
        </message>
        <message>
            <source>Page of</source>
            <translation>Halaman dari</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Yang terjadi</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Checking the proxy…</source>
            <translation>Memeriksa proxy…</translation>
        </message>
        <message>
            <source>The proxy works.</source>
            <translation>Proxy berfungsi.</translation>
        </message>
        <message>
            <source>No proxy is set.</source>
            <translation>Tidak ada proxy yang diatur.</translation>
        </message>
        <message>
            <source>The proxy doesn't answer.</source>
            <translation>Proxy tidak menjawab.</translation>
        </message>
        <message>
            <source>This computer is set to go out through {proxy}, and nothing answers there.</source>
            <translation>Komputer ini diatur agar keluar lewat {proxy}, tetapi di sana tidak ada yang menjawab.</translation>
        </message>
        <message>
            <source>The proxy wants a sign-in.</source>
            <translation>Proxy meminta login.</translation>
        </message>
        <message>
            <source>Open the browser: it asks for the sign-in that {proxy} wants.</source>
            <translation>Buka browser: di sana muncul permintaan login dari {proxy}.</translation>
        </message>
        <message>
            <source>The proxy's settings file is missing.</source>
            <translation>File pengaturan proxy tidak ada.</translation>
        </message>
        <message>
            <source>This computer is told to read {proxy}, and doesn't get it.</source>
            <translation>Komputer ini diminta membaca {proxy}, tetapi tidak mendapatkannya.</translation>
        </message>
        <message>
            <source>Set by</source>
            <translation>Diatur oleh</translation>
        </message>
        <message>
            <source>The proxy's answer</source>
            <translation>Jawaban proxy</translation>
        </message>
        <message>
            <source>this session's settings</source>
            <translation>pengaturan sesi ini</translation>
        </message>
        <message>
            <source>the desktop's settings</source>
            <translation>pengaturan desktop</translation>
        </message>
        <message>
            <source>the system's settings</source>
            <translation>pengaturan sistem</translation>
        </message>
        <message>
            <source>your company</source>
            <translation>perusahaan Anda</translation>
        </message>
        <message>
            <source>Name look-up (DNS)</source>
            <translation>Pencarian nama (DNS)</translation>
        </message>
        <message>
            <source>Checking whether names are found…</source>
            <translation>Memeriksa apakah nama ditemukan…</translation>
        </message>
        <message>
            <source>Names are found.</source>
            <translation>Nama ditemukan.</translation>
        </message>
        <message>
            <source>No DNS server answers.</source>
            <translation>Tidak ada server DNS yang menjawab.</translation>
        </message>
        <message>
            <source>DNS finds the address behind a name. Without it, nearly nothing opens. Silent: {dead}.</source>
            <translation>DNS mencari alamat di balik sebuah nama. Tanpa DNS, hampir tidak ada yang terbuka. Yang diam: {dead}.</translation>
        </message>
        <message>
            <source>The first DNS server doesn't answer.</source>
            <translation>Server DNS pertama tidak menjawab.</translation>
        </message>
        <message>
            <source>Every page waits for {dead} first, which feels slow. {alive} answers.</source>
            <translation>Setiap halaman menunggu {dead} dulu, jadi terasa lambat. {alive} menjawab.</translation>
        </message>
        <message>
            <source>This computer doesn't find names, although the DNS servers answer.</source>
            <translation>Komputer ini tidak menemukan nama, padahal server DNS menjawab.</translation>
        </message>
        <message>
            <source>A restart of the computer mostly helps.</source>
            <translation>Biasanya cukup dengan memulai ulang komputer.</translation>
        </message>
        <message>
            <source>A DNS server gives wrong addresses.</source>
            <translation>Server DNS memberi alamat yang salah.</translation>
        </message>
        <message>
            <source>A public name leads into a private network. Type no password until this is clear.</source>
            <translation>Nama publik mengarah ke jaringan pribadi. Jangan ketik kata sandi sampai ini jelas.</translation>
        </message>
        <message>
            <source>The VPN is on, but the company's inner names aren't found.</source>
            <translation>VPN aktif, tetapi nama internal perusahaan tidak ditemukan.</translation>
        </message>
        <message>
            <source>Disconnect the VPN and connect it again.</source>
            <translation>Putuskan VPN, lalu sambungkan lagi.</translation>
        </message>
        <message>
            <source>Don't answer</source>
            <translation>Tidak menjawab</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Menjawab</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Waktu</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Checking the clock…</source>
            <translation>Memeriksa jam…</translation>
        </message>
        <message>
            <source>The clock is right.</source>
            <translation>Jam sudah benar.</translation>
        </message>
        <message>
            <source>This computer's clock is wrong.</source>
            <translation>Jam komputer ini salah.</translation>
        </message>
        <message>
            <source>It is {behind} behind. It is {ahead} ahead. Signing in and safe connections fail with a wrong clock. It is off by whole hours ({hours}): perhaps the time zone is wrong, not the time.</source>
            <translation>Terlambat {behind}. Terlalu cepat {ahead}. Dengan jam yang salah, login dan koneksi aman gagal. Selisihnya pas dalam jam ({hours}): mungkin zona waktunya yang salah.</translation>
        </message>
        <message>
            <source>The clock is a little off, and one-time codes may be refused.</source>
            <translation>Jam sedikit meleset, dan kode sekali pakai bisa ditolak.</translation>
        </message>
        <message>
            <source>It is {behind} behind. It is {ahead} ahead.</source>
            <translation>Terlambat {behind}. Terlalu cepat {ahead}.</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>Terlambat</translation>
        </message>
        <message>
            <source>Ahead</source>
            <translation>Terlalu cepat</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Set automatically</source>
            <translation>Diatur otomatis</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Layanan</translation>
        </message>
        <message>
            <source>Checking whether the service answers…</source>
            <translation>Memeriksa apakah layanan menjawab…</translation>
        </message>
        <message>
            <source>{host} answers.</source>
            <translation>{host} menjawab.</translation>
        </message>
        <message>
            <source>The name {host} is not found.</source>
            <translation>Nama {host} tidak ditemukan.</translation>
        </message>
        <message>
            <source>Other names are. Perhaps this one is known in the company's network only.</source>
            <translation>Nama lain ditemukan. Mungkin yang ini hanya dikenal di jaringan perusahaan.</translation>
        </message>
        <message>
            <source>{host} refuses the connection.</source>
            <translation>{host} menolak koneksi.</translation>
        </message>
        <message>
            <source>The computer there is on, but the service is not. This is not about your computer.</source>
            <translation>Komputer di sana menyala, tetapi layanannya tidak. Ini bukan karena komputer Anda.</translation>
        </message>
        <message>
            <source>{host} doesn't answer.</source>
            <translation>{host} tidak menjawab.</translation>
        </message>
        <message>
            <source>The rest of the connection works.</source>
            <translation>Bagian lain dari koneksi berfungsi.</translation>
        </message>
        <message>
            <source>{host} can't prove who it is.</source>
            <translation>{host} tidak bisa membuktikan identitasnya.</translation>
        </message>
        <message>
            <source>Its certificate is not valid. Don't go on past a warning, and type no password there.</source>
            <translation>Sertifikatnya tidak berlaku. Jangan lanjutkan jika ada peringatan, dan jangan ketik kata sandi di sana.</translation>
        </message>
        <message>
            <source>{host} has a problem of its own.</source>
            <translation>{host} sedang bermasalah.</translation>
        </message>
        <message>
            <source>It answers with error {status}. This is not about your computer.</source>
            <translation>Jawabannya kesalahan {status}. Ini bukan karena komputer Anda.</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Answered in</source>
            <translation>Menjawab dalam</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Jawaban</translation>
        </message>
        <message>
            <source>Quality of the connection</source>
            <translation>Kualitas koneksi</translation>
        </message>
        <message>
            <source>Measuring the connection…</source>
            <translation>Mengukur koneksi…</translation>
        </message>
        <message>
            <source>The line is steady: {loss} of {n} lost, {delay}.</source>
            <translation>Koneksi stabil: {loss} dari {n} hilang, {delay}.</translation>
        </message>
        <message>
            <source>The line is steady.</source>
            <translation>Koneksi stabil.</translation>
        </message>
        <message>
            <source>Much gets lost between this computer and the router.</source>
            <translation>Banyak yang hilang antara komputer ini dan router.</translation>
        </message>
        <message>
            <source>{loss} of {n} were lost. Weak Wi-Fi or a bad cable mostly is the cause: go nearer, or use another cable or socket.</source>
            <translation>{loss} dari {n} hilang. Biasanya karena Wi-Fi lemah atau kabel rusak: mendekatlah, atau ganti kabel atau colokan.</translation>
        </message>
        <message>
            <source>Much gets lost behind the router.</source>
            <translation>Banyak yang hilang di luar router.</translation>
        </message>
        <message>
            <source>{loss} of {n} were lost on the way to the company. The way to the router is good: {loss_near} lost.</source>
            <translation>{loss} dari {n} hilang di jalan ke perusahaan. Jalan ke router baik: {loss_near} hilang.</translation>
        </message>
        <message>
            <source>The way to the router is slow.</source>
            <translation>Jalan ke router lambat.</translation>
        </message>
        <message>
            <source>An answer takes {delay_near}, which points to weak or crowded Wi-Fi. Go nearer, or use a cable.</source>
            <translation>Jawaban butuh {delay_near}, tanda Wi-Fi lemah atau padat. Mendekatlah, atau pakai kabel.</translation>
        </message>
        <message>
            <source>Answers from outside take long.</source>
            <translation>Jawaban dari luar lama.</translation>
        </message>
        <message>
            <source>An answer of the company's server takes {delay}.</source>
            <translation>Jawaban server perusahaan butuh {delay}.</translation>
        </message>
        <message>
            <source>The line is crowded by others.</source>
            <translation>Koneksi dipadati pemakai lain.</translation>
        </message>
        <message>
            <source>Answers take {delay}, {best} at their best, and this computer is not the cause.</source>
            <translation>Jawaban butuh {delay}, paling cepat {best}, dan penyebabnya bukan komputer ini.</translation>
        </message>
        <message>
            <source>This computer itself uses much of the line.</source>
            <translation>Komputer ini sendiri memakai sebagian besar koneksi.</translation>
        </message>
        <message>
            <source>It moves {own_traffic} right now: an update, a backup or a sync. Pause it, or wait until it is done.</source>
            <translation>Sekarang ada {own_traffic} yang lewat: pembaruan, cadangan, atau sinkronisasi. Jeda dulu, atau tunggu sampai selesai.</translation>
        </message>
        <message>
            <source>The line is slow: {speed}.</source>
            <translation>Koneksi lambat: {speed}.</translation>
        </message>
        <message>
            <source>Below 1 Mbit/s a call loses its picture.</source>
            <translation>Di bawah 1 Mbit/s gambar rapat online hilang.</translation>
        </message>
        <message>
            <source>The line is slow.</source>
            <translation>Koneksi lambat.</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Hilang</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>Dari</translation>
        </message>
        <message>
            <source>An answer takes</source>
            <translation>Waktu jawaban</translation>
        </message>
        <message>
            <source>Lost to the router</source>
            <translation>Hilang sampai router</translation>
        </message>
        <message>
            <source>The router's answer takes</source>
            <translation>Waktu jawaban router</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Kecepatan</translation>
        </message>
        <message>
            <source>Used by this computer</source>
            <translation>Dipakai komputer ini</translation>
        </message>
    </context>
    <context>
        <name>CodeWindow</name>
        <message>
            <source>Stop</source>
            <translation>Hentikan</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Tempel</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
        <message>
            <source>Send code</source>
            <translation>Kirim kode</translation>
        </message>
        <message>
            <source>Paste the {tool} code.</source>
            <translation>Tempel kode {tool}.</translation>
        </message>
        <message>
            <source>You find it {where}. Only {name} receives it.</source>
            <translation>Letaknya {where}. Hanya {name} yang menerimanya.</translation>
        </message>
        <message>
            <source>Type this code into {tool}.</source>
            <translation>Ketik kode ini di {tool}.</translation>
        </message>
        <message>
            <source>It is from {name}. Tell it to nobody else.</source>
            <translation>Kode ini dari {name}. Jangan beri tahu orang lain.</translation>
        </message>
    </context>
    <context>
        <name>ComputerPage</name>
        <message>
            <source>This computer</source>
            <translation>Komputer ini</translation>
        </message>
        <message>
            <source>Details of this computer</source>
            <translation>Data komputer ini</translation>
        </message>
        <message>
            <source>Checking this computer</source>
            <translation>Memeriksa komputer ini</translation>
        </message>
        <message>
            <source>Checking this computer: {done} of {total}</source>
            <translation>Memeriksa komputer ini: {done} dari {total}</translation>
        </message>
        <message>
            <source>checked at {time}</source>
            <translation>diperiksa pukul {time}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batalkan</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Periksa lagi</translation>
        </message>
        <message>
            <source>The details come when the check is done.</source>
            <translation>Data muncul setelah pemeriksaan selesai.</translation>
        </message>
        <message>
            <source>Not checked yet.</source>
            <translation>Belum diperiksa.</translation>
        </message>
        <message>
            <source>Nothing found for "{query}".</source>
            <translation>"{query}" tidak ditemukan.</translation>
        </message>
        <message numerus="yes">
            <source>Search %n detail(s)</source>
            <translation>
                <numerusform>Cari di %n data</numerusform>
            </translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Tidak diketahui</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>Salin semua</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Tersalin</translation>
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message>
            <source>It works again</source>
            <translation>Sudah beres</translation>
        </message>
        <message>
            <source>Still broken</source>
            <translation>Masih bermasalah</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Anda</translation>
        </message>
        <message>
            <source>Asks for remote help</source>
            <translation>Minta bantuan jarak jauh</translation>
        </message>
        <message>
            <source>Received {time}</source>
            <translation>Diterima {time}</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sedang dikirim</translation>
        </message>
        <message>
            <source>{name} solved this</source>
            <translation>{name} menyelesaikan tiket ini</translation>
        </message>
        <message>
            <source>You said: it works again</source>
            <translation>Anda menjawab: sudah beres</translation>
        </message>
        <message>
            <source>{name} opened it again</source>
            <translation>{name} membukanya lagi</translation>
        </message>
        <message>
            <source>You said: still broken</source>
            <translation>Anda menjawab: masih bermasalah</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n baru</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Kembali ke daftar</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>Salin nomor</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
        <message>
            <source>Sending this opens the ticket again.</source>
            <translation>Jika ini dikirim, tiket dibuka lagi.</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Pesan</translation>
        </message>
        <message>
            <source>Reported {when}</source>
            <translation>Dilaporkan {when}</translation>
        </message>
        <message>
            <source>Earlier messages</source>
            <translation>Pesan sebelumnya</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
    </context>
    <context>
        <name>DraftQuestion</name>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>&amp;Lanjutkan</translation>
        </message>
        <message>
            <source>&amp;New report</source>
            <translation>Laporan &amp;baru</translation>
        </message>
        <message>
            <source>A draft from {when} is kept.</source>
            <translation>Ada draf dari {when}.</translation>
        </message>
    </context>
    <context>
        <name>EnrolWindow</name>
        <message numerus="yes">
            <source>%n report(s) still waiting for the backend before</source>
            <translation>
                <numerusform>%n laporan masih menunggu server sebelumnya</numerusform>
            </translation>
        </message>
        <message>
            <source>They can go to this one instead, if it is the right place for them.</source>
            <translation>Laporan itu bisa dikirim ke server ini, jika memang ini tempatnya.</translation>
        </message>
        <message>
            <source>Register and send them</source>
            <translation>Daftarkan dan kirim</translation>
        </message>
        <message>
            <source>Register this computer</source>
            <translation>Daftarkan komputer ini</translation>
        </message>
        <message>
            <source>Then the help desk of your company is one click away.</source>
            <translation>Setelah itu, tim TI perusahaan Anda cukup satu klik.</translation>
        </message>
        <message>
            <source>&amp;Address</source>
            <translation>&amp;Alamat</translation>
        </message>
        <message>
            <source>Registration &amp;code, from the help desk</source>
            <translation>&amp;Kode pendaftaran, dari tim TI</translation>
        </message>
        <message>
            <source>Registering…</source>
            <translation>Mendaftarkan…</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Daftarkan</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Batal</translation>
        </message>
        <message>
            <source>Only when you report</source>
            <translation>Hanya saat Anda melapor</translation>
        </message>
        <message>
            <source>Screenshots and computer details, seen by you first.</source>
            <translation>Tangkapan layar dan data komputer, Anda lihat lebih dulu.</translation>
        </message>
        <message>
            <source>Only if you allow it, each time</source>
            <translation>Hanya jika Anda izinkan, setiap kali</translation>
        </message>
        <message>
            <source>A technician sees your screen. You can always stop.</source>
            <translation>Teknisi melihat layar Anda. Anda selalu bisa menghentikannya.</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Tidak pernah</translation>
        </message>
        <message>
            <source>Files you did not add, your messages, what you type.</source>
            <translation>File yang tidak Anda tambahkan, pesan Anda, apa yang Anda ketik.</translation>
        </message>
    </context>
    <context>
        <name>FactNames</name>
        <message>
            <source>Operating system</source>
            <translation>Sistem operasi</translation>
        </message>
        <message>
            <source>Disks</source>
            <translation>Disk</translation>
        </message>
        <message>
            <source>Displays</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Reachability</source>
            <translation>Keterjangkauan server</translation>
        </message>
        <message>
            <source>Heaviest programs</source>
            <translation>Aplikasi terberat</translation>
        </message>
        <message>
            <source>Printers</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistem</translation>
        </message>
        <message>
            <source>Build</source>
            <translation>Build</translation>
        </message>
        <message>
            <source>Kernel</source>
            <translation>Kernel</translation>
        </message>
        <message>
            <source>Architecture</source>
            <translation>Arsitektur</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Model</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Dinyalakan</translation>
        </message>
        <message>
            <source>Running for</source>
            <translation>Menyala selama</translation>
        </message>
        <message>
            <source>Restart pending</source>
            <translation>Perlu mulai ulang</translation>
        </message>
        <message>
            <source>Desktop</source>
            <translation>Desktop</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prosesor</translation>
        </message>
        <message>
            <source>Cores</source>
            <translation>Inti</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Thread</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Terpakai</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>Beban</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memori</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>Tersedia</translation>
        </message>
        <message>
            <source>Swap total</source>
            <translation>Total swap</translation>
        </message>
        <message>
            <source>Swap in use</source>
            <translation>Swap terpakai</translation>
        </message>
        <message>
            <source>Waiting for memory</source>
            <translation>Menunggu memori</translation>
        </message>
        <message>
            <source>Battery</source>
            <translation>Baterai</translation>
        </message>
        <message>
            <source>Charge</source>
            <translation>Isi</translation>
        </message>
        <message>
            <source>On mains</source>
            <translation>Memakai listrik</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Sisa waktu</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Kesehatan</translation>
        </message>
        <message>
            <source>Charge cycles</source>
            <translation>Siklus pengisian</translation>
        </message>
        <message>
            <source>Screens</source>
            <translation>Jumlah layar</translation>
        </message>
        <message>
            <source>Text scale</source>
            <translation>Skala teks</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Jaringan</translation>
        </message>
        <message>
            <source>Own address</source>
            <translation>Alamat sendiri</translation>
        </message>
        <message>
            <source>Router</source>
            <translation>Router</translation>
        </message>
        <message>
            <source>Name servers</source>
            <translation>Server DNS</translation>
        </message>
        <message>
            <source>Help desk server</source>
            <translation>Server tim TI</translation>
        </message>
        <message>
            <source>Help desk server name</source>
            <translation>Server tim TI, nama</translation>
        </message>
        <message>
            <source>Help desk server connection</source>
            <translation>Server tim TI, koneksi</translation>
        </message>
        <message>
            <source>Help desk server answer</source>
            <translation>Server tim TI, jawaban</translation>
        </message>
        <message>
            <source>Help desk server through proxy</source>
            <translation>Server tim TI lewat proxy</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Local time</source>
            <translation>Waktu setempat</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona waktu</translation>
        </message>
        <message>
            <source>Set automatically</source>
            <translation>Diatur otomatis</translation>
        </message>
        <message>
            <source>Ahead of the server</source>
            <translation>Lebih cepat dari server</translation>
        </message>
        <message>
            <source>Program in front</source>
            <translation>Aplikasi di depan</translation>
        </message>
        <message>
            <source>Program in front, process</source>
            <translation>Aplikasi di depan, proses</translation>
        </message>
        <message>
            <source>Processes</source>
            <translation>Jumlah proses</translation>
        </message>
        <message>
            <source>Print service</source>
            <translation>Layanan cetak</translation>
        </message>
        <message>
            <source>Default printer</source>
            <translation>Printer utama</translation>
        </message>
        <message>
            <source>Recent errors</source>
            <translation>Kesalahan terbaru</translation>
        </message>
        <message>
            <source>Kinds of errors</source>
            <translation>Jenis kesalahan</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Yang sudah dicoba</translation>
        </message>
        <message>
            <source>Screen {number} size</source>
            <translation>Layar {number}, ukuran</translation>
        </message>
        <message>
            <source>Screen {number} position</source>
            <translation>Layar {number}, posisi</translation>
        </message>
        <message>
            <source>Screen {number} connector</source>
            <translation>Layar {number}, sambungan</translation>
        </message>
        <message>
            <source>Error {number}</source>
            <translation>Kesalahan {number}</translation>
        </message>
        <message>
            <source>Error {number} times</source>
            <translation>Kesalahan {number}, jumlah</translation>
        </message>
        <message>
            <source>Error {number} last</source>
            <translation>Kesalahan {number}, terakhir</translation>
        </message>
        <message>
            <source>{name} total</source>
            <translation>{name}, total</translation>
        </message>
        <message>
            <source>{name} free</source>
            <translation>{name}, sisa</translation>
        </message>
        <message>
            <source>{name} in use</source>
            <translation>{name}, terpakai</translation>
        </message>
        <message>
            <source>{name} files in use</source>
            <translation>{name}, jumlah file terpakai</translation>
        </message>
        <message>
            <source>{name} kind</source>
            <translation>{name}, jenis</translation>
        </message>
        <message>
            <source>{name} state</source>
            <translation>{name}, keadaan</translation>
        </message>
        <message>
            <source>{name} addresses</source>
            <translation>{name}, alamat</translation>
        </message>
        <message>
            <source>{name} speed</source>
            <translation>{name}, kecepatan</translation>
        </message>
        <message>
            <source>{name} signal</source>
            <translation>{name}, sinyal</translation>
        </message>
        <message>
            <source>{name} errors</source>
            <translation>{name}, kesalahan</translation>
        </message>
        <message>
            <source>{name} name</source>
            <translation>{name}, nama</translation>
        </message>
        <message>
            <source>{name} connection</source>
            <translation>{name}, koneksi</translation>
        </message>
        <message>
            <source>{name} processor</source>
            <translation>{name}, prosesor</translation>
        </message>
        <message>
            <source>{name} memory</source>
            <translation>{name}, memori</translation>
        </message>
        <message>
            <source>{name} problem</source>
            <translation>{name}, masalah</translation>
        </message>
        <message>
            <source>{name} message</source>
            <translation>{name}, pesan</translation>
        </message>
        <message>
            <source>{name} accepts jobs</source>
            <translation>{name}, menerima tugas cetak</translation>
        </message>
        <message>
            <source>{name} waiting</source>
            <translation>{name}, menunggu</translation>
        </message>
        <message>
            <source>{name} job {number}</source>
            <translation>{name}, tugas cetak {number}</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>System</source>
            <translation>Sistem</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prosesor</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memori</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>Disk</translation>
        </message>
        <message>
            <source>Battery</source>
            <translation>Baterai</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>Layar</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Jaringan</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Koneksi</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Jam</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>Aplikasi</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>Pencetakan</translation>
        </message>
        <message>
            <source>Recent errors</source>
            <translation>Kesalahan terbaru</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>no</source>
            <translation>tidak</translation>
        </message>
        <message>
            <source>Hidden: possible password</source>
            <translation>Disembunyikan: sepertinya kata sandi</translation>
        </message>
        <message>
            <source>Hidden: possible card number</source>
            <translation>Disembunyikan: sepertinya nomor kartu</translation>
        </message>
        <message>
            <source>Hidden: possible ID number</source>
            <translation>Disembunyikan: sepertinya NIK atau NPWP</translation>
        </message>
        <message>
            <source>Hidden: possible access key</source>
            <translation>Disembunyikan: sepertinya kunci akses</translation>
        </message>
        <message>
            <source>Hidden: user name</source>
            <translation>Disembunyikan: nama pengguna komputer</translation>
        </message>
        <message>
            <source>Hidden: computer name</source>
            <translation>Disembunyikan: nama komputer</translation>
        </message>
        <message>
            <source>Hidden: name of a Wi-Fi network</source>
            <translation>Disembunyikan: nama jaringan Wi-Fi</translation>
        </message>
        <message>
            <source>Hidden: address</source>
            <translation>Disembunyikan: alamat</translation>
        </message>
        <message>
            <source>Hidden: text</source>
            <translation>Disembunyikan: teks</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>tidak menjawab tepat waktu</translation>
        </message>
        <message>
            <source>left out, because it could not be cleaned</source>
            <translation>tidak disertakan karena tidak bisa dibersihkan</translation>
        </message>
        <message>
            <source>not available</source>
            <translation>tidak tersedia</translation>
        </message>
    </context>
    <context>
        <name>FilesCard</name>
        <message>
            <source>Open {file}</source>
            <translation>Buka {file}</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>File</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Not on this page</source>
            <translation>Tidak ada di halaman ini</translation>
        </message>
        <message>
            <source>{current} of {total}</source>
            <translation>{current} dari {total}</translation>
        </message>
        <message>
            <source>Find on this page</source>
            <translation>Cari di halaman ini</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Sebelumnya</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Berikutnya</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>Fixes</name>
        <message>
            <source>Set the stuck document aside</source>
            <translation>Sisihkan dokumen yang macet</translation>
        </message>
        <message>
            <source>“{document}” on {printer} is set aside.</source>
            <translation>“{document}” di {printer} disisihkan.</translation>
        </message>
        <message>
            <source>Pages: {n}.</source>
            <translation>Halaman: {n}.</translation>
        </message>
        <message>
            <source>Minutes in the queue: {n}.</source>
            <translation>Menit di antrean: {n}.</translation>
        </message>
        <message>
            <source>The next document goes on.</source>
            <translation>Dokumen berikutnya berjalan lagi.</translation>
        </message>
        <message>
            <source>When it is put back, it prints again from its first page.</source>
            <translation>Jika dikembalikan, dokumen dicetak lagi dari halaman pertama.</translation>
        </message>
        <message>
            <source>Set it aside; it can be printed later</source>
            <translation>Sisihkan; bisa dicetak nanti</translation>
        </message>
        <message>
            <source>Delete it for good; this can't be put back</source>
            <translation>Hapus selamanya; tidak bisa dikembalikan</translation>
        </message>
        <message>
            <source>Restart the print service</source>
            <translation>Mulai ulang layanan cetak</translation>
        </message>
        <message>
            <source>The print service of this computer is restarted.</source>
            <translation>Layanan cetak komputer ini dimulai ulang.</translation>
        </message>
        <message>
            <source>Everybody's documents on this computer wait for about 10 seconds.</source>
            <translation>Dokumen semua orang di komputer ini menunggu sekitar 10 detik.</translation>
        </message>
        <message>
            <source>Set the stuck document aside first, or it gets stuck again.</source>
            <translation>Sisihkan dulu dokumen yang macet, kalau tidak akan macet lagi.</translation>
        </message>
        <message>
            <source>Choose another printer</source>
            <translation>Pilih printer lain</translation>
        </message>
        <message>
            <source>From now on your programs print on the printer that you choose.</source>
            <translation>Mulai sekarang aplikasi Anda mencetak ke printer yang Anda pilih.</translation>
        </message>
        <message>
            <source>Until now it was {printer}.</source>
            <translation>Sebelumnya {printer}.</translation>
        </message>
        <message>
            <source>It may stand in another room, where others can read what you print.</source>
            <translation>Letaknya mungkin di ruang lain, dan orang lain bisa membaca hasil cetakan Anda.</translation>
        </message>
        <message>
            <source>What is printed by then can't be put back.</source>
            <translation>Yang sudah tercetak tidak bisa dikembalikan.</translation>
        </message>
        <message>
            <source>{printer}, and my waiting documents go there too: {n}</source>
            <translation>{printer}, dan dokumen saya yang menunggu ikut pindah: {n}</translation>
        </message>
        <message>
            <source>Free disk space</source>
            <translation>Kosongkan ruang disk</translation>
        </message>
        <message>
            <source>What you tick is deleted.</source>
            <translation>Yang Anda centang akan dihapus.</translation>
        </message>
        <message>
            <source>This can't be put back.</source>
            <translation>Ini tidak bisa dikembalikan.</translation>
        </message>
        <message>
            <source>Mail, browsers and other people's files stay as they are.</source>
            <translation>Email, browser, dan file orang lain tidak disentuh.</translation>
        </message>
        <message>
            <source>Temporary files older than a week: {n}</source>
            <translation>File sementara yang lebih dari seminggu: {n}</translation>
        </message>
        <message>
            <source>Copies that programs make again when needed: {n}</source>
            <translation>Salinan yang bisa dibuat lagi oleh aplikasi: {n}</translation>
        </message>
        <message>
            <source>Your bin: {n}</source>
            <translation>Tempat sampah Anda: {n}</translation>
        </message>
        <message>
            <source>Help a program that isn't responding</source>
            <translation>Bantu aplikasi yang tidak merespons</translation>
        </message>
        <message>
            <source>{program} goes on where it was paused. Nothing is lost.</source>
            <translation>{program} berlanjut dari tempatnya berhenti. Tidak ada yang hilang.</translation>
        </message>
        <message>
            <source>Sigap waits for {program}, up to {n} minutes.</source>
            <translation>Sigap menunggu {program}, paling lama {n} menit.</translation>
        </message>
        <message>
            <source>It is still working on something: waiting may be enough.</source>
            <translation>Aplikasi masih mengerjakan sesuatu: mungkin cukup ditunggu.</translation>
        </message>
        <message>
            <source>If you end it, unsaved work is lost in {windows}.</source>
            <translation>Jika ditutup paksa, pekerjaan yang belum disimpan di {windows} hilang.</translation>
        </message>
        <message>
            <source>If you end it, unsaved work in it is lost. This can't be put back.</source>
            <translation>Jika ditutup paksa, pekerjaan yang belum disimpan di dalamnya hilang. Ini tidak bisa dikembalikan.</translation>
        </message>
        <message>
            <source>Wait {n} minutes</source>
            <translation>Tunggu {n} menit</translation>
        </message>
        <message>
            <source>End {program}; unsaved work is lost</source>
            <translation>Tutup paksa {program}; pekerjaan yang belum disimpan hilang</translation>
        </message>
        <message>
            <source>Turn the sound on</source>
            <translation>Aktifkan suara</translation>
        </message>
        <message>
            <source>{out} is turned on, at most {n} percent loud.</source>
            <translation>{out} diaktifkan, paling keras {n} persen.</translation>
        </message>
        <message>
            <source>{program} can be heard again.</source>
            <translation>{program} terdengar lagi.</translation>
        </message>
        <message>
            <source>The microphone {in} is turned on.</source>
            <translation>Mikrofon {in} diaktifkan.</translation>
        </message>
        <message>
            <source>Sound goes where you choose, instead of to {out}.</source>
            <translation>Suara keluar lewat pilihan Anda, bukan {out}.</translation>
        </message>
        <message>
            <source>It starts quietly, at most {n} percent. Make it louder yourself.</source>
            <translation>Mulainya pelan, paling keras {n} persen. Keraskan sendiri nanti.</translation>
        </message>
        <message>
            <source>Stay with {out}</source>
            <translation>Tetap pakai {out}</translation>
        </message>
        <message>
            <source>Renew the network address</source>
            <translation>Perbarui alamat jaringan</translation>
        </message>
        <message>
            <source>The connection by {adapter} is made anew, and asks the network for an address.</source>
            <translation>Sambungan lewat {adapter} dibuat ulang, dan meminta alamat ke jaringan.</translation>
        </message>
        <message>
            <source>The network is away for about {seconds} seconds. Calls and the VPN end.</source>
            <translation>Jaringan terputus sekitar {seconds} detik. Rapat online dan VPN ikut terputus.</translation>
        </message>
        <message>
            <source>Use a DNS server that answers</source>
            <translation>Pakai server DNS yang menjawab</translation>
        </message>
        <message>
            <source>Names are looked up at {servers}, which your company names for this network.</source>
            <translation>Nama dicari di {servers}, yang ditentukan perusahaan Anda untuk jaringan ini.</translation>
        </message>
        <message>
            <source>Names are looked up at {servers} first, which this network names and which just answered.</source>
            <translation>Nama dicari di {servers} dulu, yang ditentukan jaringan ini dan baru saja menjawab.</translation>
        </message>
        <message>
            <source>It lasts until the next time this computer connects.</source>
            <translation>Berlaku sampai komputer ini tersambung lagi.</translation>
        </message>
        <message>
            <source>When names aren't found afterwards, it is put back by itself.</source>
            <translation>Jika setelah itu nama tidak ditemukan, semuanya dikembalikan dengan sendirinya.</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Tried before this report:</source>
            <translation>Sudah dicoba sebelum laporan ini:</translation>
        </message>
        <message>
            <source>I don't know</source>
            <translation>Saya tidak tahu</translation>
        </message>
        <message>
            <source>OK: {verdict}</source>
            <translation>Normal: {verdict}</translation>
        </message>
        <message>
            <source>Found: {verdict}</source>
            <translation>Ditemukan: {verdict}</translation>
        </message>
        <message>
            <source>Technical details</source>
            <translation>Rincian teknis</translation>
        </message>
        <message>
            <source>Fewer details</source>
            <translation>Rincian lebih sedikit</translation>
        </message>
        <message>
            <source>before</source>
            <translation>sebelumnya</translation>
        </message>
        <message>
            <source>now</source>
            <translation>sekarang</translation>
        </message>
        <message>
            <source>What Sigap found</source>
            <translation>Temuan Sigap</translation>
        </message>
        <message>
            <source>Nothing was measured</source>
            <translation>Tidak ada yang diukur</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Lewati</translation>
        </message>
        <message>
            <source>Sigap finds out what would be done. Nothing is changed.</source>
            <translation>Sigap mencari tahu apa yang akan dilakukan. Tidak ada yang diubah.</translation>
        </message>
        <message>
            <source>Fix</source>
            <translation>Perbaiki</translation>
        </message>
        <message>
            <source>It is as before</source>
            <translation>Sudah seperti semula</translation>
        </message>
        <message>
            <source>Fixed. Checked again: {verdict}</source>
            <translation>Sudah diperbaiki. Diperiksa lagi: {verdict}</translation>
        </message>
        <message>
            <source>Checked again at {time}</source>
            <translation>Diperiksa lagi pukul {time}</translation>
        </message>
        <message>
            <source>That didn't help: {verdict}</source>
            <translation>Belum berhasil: {verdict}</translation>
        </message>
        <message>
            <source>That didn't help</source>
            <translation>Belum berhasil</translation>
        </message>
        <message>
            <source>It is as before.</source>
            <translation>Sudah seperti semula.</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Kembalikan</translation>
        </message>
        <message>
            <source>Save your work, then choose Restart, not Shut down. The guide goes on here.</source>
            <translation>Simpan pekerjaan Anda, lalu pilih Mulai Ulang, bukan Matikan. Panduan akan lanjut dari sini.</translation>
        </message>
        <message>
            <source>Restart the computer first</source>
            <translation>Mulai ulang komputer dulu</translation>
        </message>
        <message>
            <source>It has been restarted</source>
            <translation>Sudah dimulai ulang</translation>
        </message>
        <message>
            <source>Continue later</source>
            <translation>Lanjutkan nanti</translation>
        </message>
        <message>
            <source>Does it work now?</source>
            <translation>Sudah berfungsi?</translation>
        </message>
        <message>
            <source>Yes, it works</source>
            <translation>Ya, sudah berfungsi</translation>
        </message>
        <message>
            <source>No, still broken</source>
            <translation>Tidak, masih bermasalah</translation>
        </message>
        <message>
            <source>You said so: it works again</source>
            <translation>Menurut Anda: sudah berfungsi lagi</translation>
        </message>
        <message>
            <source>Checked: it works again</source>
            <translation>Sudah diperiksa: berfungsi lagi</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>Is all well for you too? Some things only you can see.</source>
            <translation>Menurut Anda sudah beres? Ada hal yang hanya bisa Anda lihat.</translation>
        </message>
        <message>
            <source>Still broken</source>
            <translation>Masih bermasalah</translation>
        </message>
        <message>
            <source>A check still finds: {verdict}</source>
            <translation>Masih ditemukan: {verdict}</translation>
        </message>
        <message>
            <source>Report with what was tried</source>
            <translation>Laporkan beserta yang sudah dicoba</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Others have it too: one report for all is enough, and nothing has to be changed on this computer.</source>
            <translation>Yang lain juga mengalaminya: satu laporan untuk semua sudah cukup, dan tidak ada yang perlu diubah di komputer ini.</translation>
        </message>
        <message>
            <source>All of this goes into your report, so nobody asks you to do it again.</source>
            <translation>Semua ini masuk ke laporan Anda, jadi Anda tidak diminta mengulanginya.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Mulai dari awal</translation>
        </message>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>What was tried</source>
            <translation>Yang sudah dicoba</translation>
        </message>
        <message>
            <source>Not checked: {list}</source>
            <translation>Tidak diperiksa: {list}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Kembali</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Lanjut</translation>
        </message>
    </context>
    <context>
        <name>GuideHead</name>
        <message>
            <source>Step {i} of about {n}</source>
            <translation>Langkah {i} dari sekitar {n}</translation>
        </message>
        <message>
            <source>Continue later</source>
            <translation>Lanjutkan nanti</translation>
        </message>
    </context>
    <context>
        <name>GuidePage</name>
        <message>
            <source>You are back where you were.</source>
            <translation>Anda kembali ke langkah terakhir.</translation>
        </message>
    </context>
    <context>
        <name>HeldBox</name>
        <message>
            <source>Saved on this computer. Sending: {percent}%</source>
            <translation>Tersimpan di komputer ini. Mengirim: {percent}%</translation>
        </message>
        <message>
            <source>Next try {when}.</source>
            <translation>Dicoba lagi {when}.</translation>
        </message>
        <message>
            <source>Waiting to send. It is saved on this computer.</source>
            <translation>Menunggu dikirim. Sudah tersimpan di komputer ini.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Coba sekarang</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Ubah</translation>
        </message>
        <message>
            <source>Save as file…</source>
            <translation>Simpan sebagai file…</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>A report adds pictures of your screens and details of this computer. You check everything before it is sent.</source>
            <translation>Laporan menyertakan gambar layar dan data komputer ini. Anda memeriksa semuanya sebelum dikirim.</translation>
        </message>
        <message>
            <source>My open tickets</source>
            <translation>Tiket aktif saya</translation>
        </message>
        <message>
            <source>See all</source>
            <translation>Lihat semua</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Lihat</translation>
        </message>
        <message>
            <source>Look at this computer</source>
            <translation>Lihat komputer ini</translation>
        </message>
        <message>
            <source>Hello, {name}. What can we help with?</source>
            <translation>Halo, {name}. Apa yang bisa dibantu?</translation>
        </message>
        <message>
            <source>Hello. What can we help with?</source>
            <translation>Halo. Apa yang bisa dibantu?</translation>
        </message>
        <message>
            <source>This computer: {name}</source>
            <translation>Komputer ini: {name}</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Komputer ini</translation>
        </message>
        <message>
            <source>Last checked {when}.</source>
            <translation>Terakhir diperiksa {when}.</translation>
        </message>
        <message>
            <source>Not checked yet.</source>
            <translation>Belum diperiksa.</translation>
        </message>
        <message>
            <source>No open tickets.</source>
            <translation>Tidak ada tiket aktif.</translation>
        </message>
        <message>
            <source>No reports yet. If something doesn't work, report it here.</source>
            <translation>Belum ada laporan. Jika ada yang bermasalah, laporkan di sini.</translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>From {name}, computer {computer}</source>
            <translation>Dari {name}, komputer {computer}</translation>
        </message>
        <message>
            <source>To {desk} of {company}</source>
            <translation>Untuk {desk} di {company}</translation>
        </message>
        <message>
            <source>To {desk}</source>
            <translation>Untuk {desk}</translation>
        </message>
    </context>
    <context>
        <name>ItemsCard</name>
        <message>
            <source>Stays here</source>
            <translation>Tetap di sini</translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} dari {total}</translation>
        </message>
    </context>
    <context>
        <name>LinkQuestion</name>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nanti saja</translation>
        </message>
        <message>
            <source>Write to {host} in the mail program?</source>
            <translation>Tulis ke {host} di aplikasi email?</translation>
        </message>
        <message>
            <source>Open {host} in the browser?</source>
            <translation>Buka {host} di browser?</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>My tickets</source>
            <translation>Tiket saya</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Komputer ini</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Beranda</translation>
        </message>
        <message>
            <source>Help articles</source>
            <translation>Artikel bantuan</translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n belum dibaca</numerusform>
            </translation>
        </message>
        <message>
            <source>Call {desk}</source>
            <translation>Telepon {desk}</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Terhubung</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Tidak terhubung</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>&amp;Close</source>
            <translation>Tut&amp;up</translation>
        </message>
        <message>
            <source>&amp;My tickets</source>
            <translation>&amp;Tiket saya</translation>
        </message>
    </context>
    <context>
        <name>Opinion</name>
        <message>
            <source>Yes</source>
            <translation>Ya</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Tidak</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Kirim</translation>
        </message>
        <message>
            <source>What was missing? (optional)</source>
            <translation>Apa yang kurang? (boleh kosong)</translation>
        </message>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>Thank you. This helps the next reader.</source>
            <translation>Terima kasih. Ini membantu pembaca berikutnya.</translation>
        </message>
        <message>
            <source>Did this help?</source>
            <translation>Apakah ini membantu?</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Hello, {name}</source>
            <translation>Halo, {name}</translation>
        </message>
        <message>
            <source>Computer {name}</source>
            <translation>Komputer {name}</translation>
        </message>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Komputer ini</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>Open Sigap</source>
            <translation>Buka Sigap</translation>
        </message>
        <message>
            <source>This computer isn't registered yet.</source>
            <translation>Komputer ini belum terdaftar.</translation>
        </message>
        <message>
            <source>You can report already. Reports are kept here and go out once it is.</source>
            <translation>Anda sudah bisa melapor. Laporan disimpan di sini dan terkirim setelah komputer terdaftar.</translation>
        </message>
        <message>
            <source>Register this computer</source>
            <translation>Daftarkan komputer ini</translation>
        </message>
        <message>
            <source>Waiting to send: {n}</source>
            <translation>Menunggu dikirim: {n}</translation>
        </message>
        <message>
            <source>Being sent now.</source>
            <translation>Sedang dikirim.</translation>
        </message>
        <message>
            <source>Next try {when}.</source>
            <translation>Dicoba lagi {when}.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Coba sekarang</translation>
        </message>
        <message>
            <source>Needs your attention: {n}</source>
            <translation>Perlu Anda periksa: {n}</translation>
        </message>
        <message>
            <source>See what to do</source>
            <translation>Lihat caranya</translation>
        </message>
        <message>
            <source>My tickets</source>
            <translation>Tiket saya</translation>
        </message>
        <message>
            <source>See all</source>
            <translation>Lihat semua</translation>
        </message>
        <message>
            <source>No open tickets.</source>
            <translation>Tidak ada tiket aktif.</translation>
        </message>
        <message>
            <source>No reports yet</source>
            <translation>Belum ada laporan</translation>
        </message>
        <message>
            <source>If something doesn't work, report it here.</source>
            <translation>Jika ada yang bermasalah, laporkan di sini.</translation>
        </message>
    </context>
    <context>
        <name>PhoneCard</name>
        <message>
            <source>zero</source>
            <translation>nol</translation>
        </message>
        <message>
            <source>one</source>
            <translation>satu</translation>
        </message>
        <message>
            <source>two</source>
            <translation>dua</translation>
        </message>
        <message>
            <source>three</source>
            <translation>tiga</translation>
        </message>
        <message>
            <source>four</source>
            <translation>empat</translation>
        </message>
        <message>
            <source>five</source>
            <translation>lima</translation>
        </message>
        <message>
            <source>six</source>
            <translation>enam</translation>
        </message>
        <message>
            <source>seven</source>
            <translation>tujuh</translation>
        </message>
        <message>
            <source>eight</source>
            <translation>delapan</translation>
        </message>
        <message>
            <source>nine</source>
            <translation>sembilan</translation>
        </message>
        <message>
            <source>On the phone? Read this to {desk}</source>
            <translation>Sedang menelepon? Bacakan ini ke {desk}</translation>
        </message>
        <message>
            <source>Spell it</source>
            <translation>Eja</translation>
        </message>
        <message>
            <source>All this stays here until you send a report.</source>
            <translation>Semua ini tetap di sini sampai Anda mengirim laporan.</translation>
        </message>
        <message>
            <source>Computer name</source>
            <translation>Nama komputer</translation>
        </message>
        <message>
            <source>IP address</source>
            <translation>Alamat IP</translation>
        </message>
    </context>
    <context>
        <name>PicturesCard</name>
        <message>
            <source>Screen {n}</source>
            <translation>Layar {n}</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Gambar</translation>
        </message>
    </context>
    <context>
        <name>PlanCard</name>
        <message>
            <source>Sigap can fix this: {action}</source>
            <translation>Sigap bisa memperbaikinya: {action}</translation>
        </message>
        <message>
            <source>Can be put back</source>
            <translation>Bisa dikembalikan</translation>
        </message>
        <message>
            <source>Can't be put back</source>
            <translation>Tidak bisa dikembalikan</translation>
        </message>
        <message numerus="yes">
            <source>Needs an administrator, takes about %n minute(s)</source>
            <translation>
                <numerusform>Perlu administrator, sekitar %n menit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Needs an administrator, takes about %n second(s)</source>
            <translation>
                <numerusform>Perlu administrator, sekitar %n detik</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Needs no administrator, takes about %n minute(s)</source>
            <translation>
                <numerusform>Tidak perlu administrator, sekitar %n menit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Needs no administrator, takes about %n second(s)</source>
            <translation>
                <numerusform>Tidak perlu administrator, sekitar %n detik</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuickFind</name>
        <message>
            <source>No articles on this computer yet</source>
            <translation>Belum ada artikel di komputer ini</translation>
        </message>
        <message>
            <source>Nothing found. Try other words, or report it.</source>
            <translation>Tidak ditemukan. Coba kata lain, atau laporkan.</translation>
        </message>
        <message numerus="yes">
            <source>See all %n answer(s)</source>
            <translation>
                <numerusform>Lihat semua %n jawaban</numerusform>
            </translation>
        </message>
        <message>
            <source>Open Help articles</source>
            <translation>Buka Artikel bantuan</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n jawaban</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuitQuestion</name>
        <message numerus="yes">
            <source>%n report(s) still waiting.</source>
            <translation>
                <numerusform>%n laporan masih menunggu.</numerusform>
            </translation>
        </message>
        <message>
            <source>They go out when Sigap next runs.</source>
            <translation>Akan terkirim saat Sigap dijalankan lagi.</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Jangan keluar</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Keluar</translation>
        </message>
    </context>
    <context>
        <name>ReadOut</name>
        <message>
            <source>Copy: {name}</source>
            <translation>Salin: {name}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Salin</translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message>
            <source>Remote help by {name}</source>
            <translation>Bantuan jarak jauh oleh {name}</translation>
        </message>
        <message>
            <source>Remote help by {name}, {elapsed}</source>
            <translation>Bantuan jarak jauh oleh {name}, {elapsed}</translation>
        </message>
        <message>
            <source>Agreed to: consent text {n}</source>
            <translation>Disetujui: teks persetujuan {n}</translation>
        </message>
        <message>
            <source>Agreed to: consent text {n}. Entry in the record: {entry}</source>
            <translation>Disetujui: teks persetujuan {n}. Entri catatan: {entry}</translation>
        </message>
        <message>
            <source>Allowed: {list}</source>
            <translation>Diizinkan: {list}</translation>
        </message>
        <message>
            <source>Ended by: {end}</source>
            <translation>Diakhiri oleh: {end}</translation>
        </message>
    </context>
    <context>
        <name>ReceiptWindow</name>
        <message>
            <source>Remote help</source>
            <translation>Bantuan jarak jauh</translation>
        </message>
        <message>
            <source>Something was wrong</source>
            <translation>Ada yang tidak beres</translation>
        </message>
        <message>
            <source>See receipt</source>
            <translation>Lihat bukti sesi</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>Nobody sees your screen now</source>
            <translation>Sekarang tidak ada yang melihat layar Anda</translation>
        </message>
        <message>
            <source>Remote help has ended</source>
            <translation>Bantuan jarak jauh sudah selesai</translation>
        </message>
        <message>
            <source>Remote help by {name} ended after {elapsed}.</source>
            <translation>Bantuan jarak jauh oleh {name} selesai setelah {elapsed}.</translation>
        </message>
        <message>
            <source>{tool} was not in use yet.</source>
            <translation>{tool} belum sempat dipakai.</translation>
        </message>
        <message>
            <source>{sentence} You said that {tool} is closed.</source>
            <translation>{sentence} Menurut Anda, {tool} sudah ditutup.</translation>
        </message>
        <message>
            <source>This receipt is on {number}. You and {name} both have it.</source>
            <translation>Bukti sesi ini ada di {number}. Anda dan {name} sama-sama memilikinya.</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Siapa</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
        <message>
            <source>Tool</source>
            <translation>Aplikasi</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>Diizinkan</translation>
        </message>
        <message>
            <source>Ended by</source>
            <translation>Diakhiri oleh</translation>
        </message>
        <message>
            <source>Agreed to</source>
            <translation>Disetujui</translation>
        </message>
        <message>
            <source>Consent text {n}</source>
            <translation>Teks persetujuan {n}</translation>
        </message>
    </context>
    <context>
        <name>ReplyBox</name>
        <message>
            <source>Write a reply</source>
            <translation>Tulis balasan</translation>
        </message>
        <message>
            <source>Add file…</source>
            <translation>Tambah file…</translation>
        </message>
        <message>
            <source>Paste picture</source>
            <translation>Tempel gambar</translation>
        </message>
        <message>
            <source>Send reply</source>
            <translation>Kirim balasan</translation>
        </message>
        <message>
            <source>Ask for remote help</source>
            <translation>Minta bantuan jarak jauh</translation>
        </message>
        <message>
            <source>You asked for remote help</source>
            <translation>Anda sudah meminta bantuan jarak jauh</translation>
        </message>
        <message>
            <source>Add files to the reply</source>
            <translation>Tambah file ke balasan</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy one first.</source>
            <translation>Belum ada gambar untuk ditempel. Salin dulu.</translation>
        </message>
        <message>
            <source>Picture {n}</source>
            <translation>Gambar {n}</translation>
        </message>
        <message>
            <source>Leave out {name}</source>
            <translation>Jangan kirim {name}</translation>
        </message>
    </context>
    <context>
        <name>ReportFiles</name>
        <message>
            <source>Stays here</source>
            <translation>Tetap di sini</translation>
        </message>
        <message>
            <source>Remove {file}</source>
            <translation>Buang {file}</translation>
        </message>
        <message>
            <source>Don't add {file}</source>
            <translation>Batal menambah {file}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Tutup pesan ini</translation>
        </message>
        <message>
            <source>Add file</source>
            <translation>Tambah file</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Add &amp;file…</source>
            <translation>Tambah &amp;file…</translation>
        </message>
        <message>
            <source>or paste, or drop files here</source>
            <translation>atau tempel, atau seret file ke sini</translation>
        </message>
    </context>
    <context>
        <name>ReportFooter</name>
        <message>
            <source>To be sent</source>
            <translation>Akan dikirim</translation>
        </message>
        <message>
            <source>To be sent: {sums}</source>
            <translation>Akan dikirim: {sums}</translation>
        </message>
        <message>
            <source>Checking this computer: {done} of {total}</source>
            <translation>Memeriksa komputer ini: {done} dari {total}</translation>
        </message>
        <message>
            <source>Saving: {percent}%</source>
            <translation>Menyimpan: {percent}%</translation>
        </message>
        <message>
            <source>Draft kept.</source>
            <translation>Draf disimpan.</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n gambar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n detail(s)</source>
            <translation>
                <numerusform>%n data komputer</numerusform>
            </translation>
        </message>
        <message>
            <source>only your text</source>
            <translation>hanya tulisan Anda</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>&amp;Lihat isi</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Kembali</translation>
        </message>
        <message>
            <source>&amp;Send</source>
            <translation>&amp;Kirim</translation>
        </message>
        <message>
            <source>Delete draft</source>
            <translation>Hapus draf</translation>
        </message>
        <message>
            <source>Delete this draft?</source>
            <translation>Hapus draf ini?</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>Keep draft</source>
            <translation>Simpan draf</translation>
        </message>
    </context>
    <context>
        <name>ReportPictures</name>
        <message>
            <source>Leave out</source>
            <translation>Jangan kirim</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Kembalikan</translation>
        </message>
        <message>
            <source>Stays here</source>
            <translation>Tetap di sini</translation>
        </message>
        <message>
            <source>&amp;Take again</source>
            <translation>Ambil &amp;ulang</translation>
        </message>
        <message>
            <source>No screenshot</source>
            <translation>Tanpa tangkapan layar</translation>
        </message>
        <message>
            <source>You can send without one, or take one now.</source>
            <translation>Laporan bisa dikirim tanpa gambar, atau ambil sekarang.</translation>
        </message>
        <message>
            <source>&amp;Take now</source>
            <translation>&amp;Ambil sekarang</translation>
        </message>
        <message>
            <source>Screen {n}</source>
            <translation>Layar {n}</translation>
        </message>
        <message>
            <source>Screenshots</source>
            <translation>Tangkapan layar</translation>
        </message>
        <message>
            <source>Taken when you clicked. Nothing leaves before you press Send.</source>
            <translation>Diambil saat Anda mengeklik. Tidak ada yang dikirim sebelum Anda menekan Kirim.</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message>
            <source>Save as file…</source>
            <translation>Simpan sebagai file…</translation>
        </message>
        <message>
            <source>Choose another topic</source>
            <translation>Pilih topik lain</translation>
        </message>
        <message>
            <source>First choose another topic</source>
            <translation>Pilih topik lain dulu</translation>
        </message>
        <message>
            <source>First shorten what's wrong</source>
            <translation>Singkatkan masalahnya dulu</translation>
        </message>
        <message>
            <source>First write what's wrong</source>
            <translation>Tulis masalahnya dulu</translation>
        </message>
        <message>
            <source>Save as file</source>
            <translation>Simpan sebagai file</translation>
        </message>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
    </context>
    <context>
        <name>ReportWordsColumn</name>
        <message>
            <source>&amp;What's wrong?</source>
            <translation>Apa &amp;masalahnya?</translation>
        </message>
        <message>
            <source>&amp;Details (optional)</source>
            <translation>&amp;Rincian (boleh kosong)</translation>
        </message>
        <message>
            <source>Who is &amp;affected?</source>
            <translation>&amp;Siapa yang terdampak?</translation>
        </message>
        <message>
            <source>&amp;Can you still work?</source>
            <translation>Masih bisa &amp;bekerja?</translation>
        </message>
        <message>
            <source>What is it a&amp;bout?</source>
            <translation>&amp;Tentang apa?</translation>
        </message>
        <message>
            <source>Where can you be reached? (optional)</source>
            <translation>Di mana Anda bisa dihubungi? (boleh kosong)</translation>
        </message>
        <message>
            <source>In a few words, such as: Can't print from Excel</source>
            <translation>Singkat saja, misalnya: Tidak bisa mencetak dari Excel</translation>
        </message>
        <message>
            <source>What did you do, and what did you see? Never write a password here.</source>
            <translation>Anda sedang melakukan apa, dan apa yang muncul? Jangan tulis kata sandi di sini.</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Telepon</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lokasi</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translation>Belum yakin</translation>
        </message>
        <message>
            <source>Only me</source>
            <translation>Hanya saya</translation>
        </message>
        <message>
            <source>Some colleagues</source>
            <translation>Beberapa rekan</translation>
        </message>
        <message>
            <source>My whole team</source>
            <translation>Seluruh tim saya</translation>
        </message>
        <message>
            <source>The whole company</source>
            <translation>Seluruh perusahaan</translation>
        </message>
        <message>
            <source>No, my work has stopped</source>
            <translation>Tidak, pekerjaan terhenti</translation>
        </message>
        <message>
            <source>Yes, but with difficulty</source>
            <translation>Bisa, tetapi terhambat</translation>
        </message>
        <message>
            <source>Yes, in another way for now</source>
            <translation>Bisa, pakai cara lain dulu</translation>
        </message>
        <message>
            <source>Yes, this can wait</source>
            <translation>Bisa, ini tidak mendesak</translation>
        </message>
    </context>
    <context>
        <name>ResultList</name>
        <message>
            <source>Guides</source>
            <translation>Panduan</translation>
        </message>
        <message>
            <source>Other articles</source>
            <translation>Artikel lain</translation>
        </message>
        <message>
            <source>Enter opens</source>
            <translation>Enter untuk membuka</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Not known</source>
            <translation>Tidak diketahui</translation>
        </message>
        <message>
            <source>Stays here</source>
            <translation>Tetap di sini</translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} dari {total}</translation>
        </message>
        <message numerus="yes">
            <source>%n of them hidden</source>
            <translation>
                <numerusform>%n di antaranya disembunyikan</numerusform>
            </translation>
        </message>
        <message>
            <source>All this will be sent</source>
            <translation>Semua ini akan dikirim</translation>
        </message>
        <message>
            <source>Untick what should stay here.</source>
            <translation>Hapus centang yang tidak ingin Anda kirim.</translation>
        </message>
        <message>
            <source>Computer details</source>
            <translation>Data komputer</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Type your problem or an error code</source>
            <translation>Ketik masalah atau kode kesalahan</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Hapus pencarian</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>All</source>
            <translation>Semua</translation>
        </message>
        <message>
            <source>Guides</source>
            <translation>Panduan</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Help articles</source>
            <translation>Artikel bantuan</translation>
        </message>
        <message>
            <source>Not what you need?</source>
            <translation>Bukan ini yang dicari?</translation>
        </message>
        <message>
            <source>Search works offline too</source>
            <translation>Pencarian juga bisa saat offline</translation>
        </message>
        <message>
            <source>Report a problem with these words</source>
            <translation>Laporkan masalah dengan kata-kata ini</translation>
        </message>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>The first {n}; search finds all</source>
            <translation>{n} yang pertama; pencarian menemukan semuanya</translation>
        </message>
        <message numerus="yes">
            <source>%n in all</source>
            <translation>
                <numerusform>Semuanya %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n jawaban</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetching articles: {done} of {total}</source>
            <translation>Mengambil artikel: {done} dari {total}</translation>
        </message>
        <message>
            <source>Nothing found for “{query}”</source>
            <translation>“{query}” tidak ditemukan</translation>
        </message>
        <message>
            <source>Report “{query}”</source>
            <translation>Laporkan “{query}”</translation>
        </message>
        <message>
            <source>Report with these words</source>
            <translation>Laporkan dengan kata-kata ini</translation>
        </message>
        <message>
            <source>Try fewer words, the name of the app, or the error code as it is shown. Or report it: your words go with it.</source>
            <translation>Coba lebih sedikit kata, nama aplikasinya, atau kode kesalahan persis seperti yang tampil. Atau laporkan: kata-kata Anda ikut terkirim.</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Hapus pencarian</translation>
        </message>
        <message>
            <source>They stay on this computer, and search works offline then.</source>
            <translation>Artikel tersimpan di komputer ini, lalu pencarian bisa dipakai saat offline.</translation>
        </message>
        <message>
            <source>No help articles yet</source>
            <translation>Belum ada artikel bantuan</translation>
        </message>
        <message>
            <source>Nobody has written one so far. Report your problem instead.</source>
            <translation>Belum ada yang menulisnya. Laporkan saja masalah Anda.</translation>
        </message>
        <message>
            <source>They come as soon as Sigap is connected. Until then report your problem, or call {desk}.</source>
            <translation>Artikel datang begitu Sigap terhubung. Sementara itu laporkan masalah Anda, atau telepon {desk}.</translation>
        </message>
        <message>
            <source>No articles on this computer yet</source>
            <translation>Belum ada artikel di komputer ini</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>Your report is saved on this computer.</source>
            <translation>Laporan Anda tersimpan di komputer ini.</translation>
        </message>
        <message>
            <source>Your reply is saved on this computer.</source>
            <translation>Balasan Anda tersimpan di komputer ini.</translation>
        </message>
        <message>
            <source>Next try {when}.</source>
            <translation>Dicoba lagi {when}.</translation>
        </message>
        <message>
            <source>Try again later.</source>
            <translation>Coba lagi nanti.</translation>
        </message>
        <message>
            <source>Then try again.</source>
            <translation>Lalu coba lagi.</translation>
        </message>
        <message>
            <source>Your text is still here.</source>
            <translation>Tulisan Anda tetap ada.</translation>
        </message>
        <message>
            <source>Everything else is kept.</source>
            <translation>Yang lain tetap ada.</translation>
        </message>
        <message>
            <source>Add it again.</source>
            <translation>Tambahkan lagi.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Tidak ada yang diubah.</translation>
        </message>
        <message>
            <source>Ask {desk} for a new code.</source>
            <translation>Minta kode baru ke {desk}.</translation>
        </message>
        <message>
            <source>You can send without one.</source>
            <translation>Laporan bisa dikirim tanpa gambar.</translation>
        </message>
        <message>
            <source>Tell {desk} if it goes on: {ref}.</source>
            <translation>Jika berlanjut, beri tahu {desk}: {ref}.</translation>
        </message>
        <message>
            <source>Sign in with your browser.</source>
            <translation>Masuk lewat browser.</translation>
        </message>
        <message>
            <source>Check the address.</source>
            <translation>Periksa alamatnya.</translation>
        </message>
        <message>
            <source>See sigap --help.</source>
            <translation>Lihat sigap --help.</translation>
        </message>
        <message>
            <source>Nothing was done.</source>
            <translation>Tidak ada yang dijalankan.</translation>
        </message>
        <message>
            <source>Change and resend it, or save it as a file.</source>
            <translation>Ubah lalu kirim lagi, atau simpan sebagai file.</translation>
        </message>
        <message>
            <source>the help desk</source>
            <translation>tim TI</translation>
        </message>
        <message>
            <source>Not connected to {company} yet.</source>
            <translation>Belum terhubung ke server {company}.</translation>
        </message>
        <message>
            <source>Not connected yet.</source>
            <translation>Belum terhubung.</translation>
        </message>
        <message>
            <source>The connection broke with {percent}% sent.</source>
            <translation>Koneksi terputus saat terkirim {percent}%.</translation>
        </message>
        <message>
            <source>The connection broke.</source>
            <translation>Koneksi terputus.</translation>
        </message>
        <message>
            <source>The server didn't answer in time.</source>
            <translation>Server belum menjawab.</translation>
        </message>
        <message>
            <source>This network asks for a sign-in.</source>
            <translation>Jaringan ini meminta login.</translation>
        </message>
        <message>
            <source>The company proxy asks for a sign-in.</source>
            <translation>Proxy perusahaan meminta login.</translation>
        </message>
        <message>
            <source>The server of {company} has a problem.</source>
            <translation>Server {company} sedang bermasalah.</translation>
        </message>
        <message>
            <source>The server has a problem.</source>
            <translation>Server sedang bermasalah.</translation>
        </message>
        <message>
            <source>The server is busy.</source>
            <translation>Server sedang sibuk.</translation>
        </message>
        <message>
            <source>Sigap can't be sure this is {company}.</source>
            <translation>Sigap tidak bisa memastikan ini server {company}.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Tidak ada yang terkirim.</translation>
        </message>
        <message>
            <source>Tell {desk}.</source>
            <translation>Beri tahu {desk}.</translation>
        </message>
        <message>
            <source>Sigap can't be sure this is the right server.</source>
            <translation>Sigap tidak bisa memastikan ini server yang benar.</translation>
        </message>
        <message>
            <source>This computer's clock is {difference} off.</source>
            <translation>Jam komputer ini meleset {difference}.</translation>
        </message>
        <message>
            <source>Set the time to automatic.</source>
            <translation>Atur waktu ke otomatis.</translation>
        </message>
        <message>
            <source>This computer's clock is wrong.</source>
            <translation>Jam komputer ini tidak tepat.</translation>
        </message>
        <message>
            <source>{host} is not a Sigap server.</source>
            <translation>{host} bukan server Sigap.</translation>
        </message>
        <message>
            <source>This is not a Sigap server.</source>
            <translation>Ini bukan server Sigap.</translation>
        </message>
        <message>
            <source>Sigap can't use the address {address}.</source>
            <translation>Sigap tidak bisa memakai alamat {address}.</translation>
        </message>
        <message>
            <source>Sigap can't use this address.</source>
            <translation>Sigap tidak bisa memakai alamat ini.</translation>
        </message>
        <message>
            <source>This computer isn't registered yet.</source>
            <translation>Komputer ini belum terdaftar.</translation>
        </message>
        <message>
            <source>Enter the code from {desk}.</source>
            <translation>Masukkan kode dari {desk}.</translation>
        </message>
        <message>
            <source>This computer is no longer registered.</source>
            <translation>Komputer ini tidak lagi terdaftar.</translation>
        </message>
        <message>
            <source>This code doesn't work.</source>
            <translation>Kode ini tidak berlaku.</translation>
        </message>
        <message>
            <source>Check each letter.</source>
            <translation>Periksa tiap huruf.</translation>
        </message>
        <message>
            <source>This code has been used.</source>
            <translation>Kode ini sudah terpakai.</translation>
        </message>
        <message>
            <source>This code has expired.</source>
            <translation>Kode ini sudah kedaluwarsa.</translation>
        </message>
        <message>
            <source>Too many tries. Wait {n} minutes.</source>
            <translation>Terlalu banyak percobaan. Tunggu {n} menit.</translation>
        </message>
        <message>
            <source>Too many tries. Wait a few minutes.</source>
            <translation>Terlalu banyak percobaan. Tunggu beberapa menit.</translation>
        </message>
        <message>
            <source>Too many tries. Wait 1 minute.</source>
            <translation>Terlalu banyak percobaan. Tunggu 1 menit.</translation>
        </message>
        <message>
            <source>{n} reports still wait for the server before this one.</source>
            <translation>{n} laporan masih menunggu dikirim ke server sebelumnya.</translation>
        </message>
        <message>
            <source>Let them go out first, or send them to the new server.</source>
            <translation>Tunggu sampai terkirim, atau kirim ke server baru.</translation>
        </message>
        <message>
            <source>Reports still wait for the server before this one.</source>
            <translation>Masih ada laporan yang menunggu dikirim ke server sebelumnya.</translation>
        </message>
        <message>
            <source>1 report still waits for the server before this one.</source>
            <translation>1 laporan masih menunggu dikirim ke server sebelumnya.</translation>
        </message>
        <message>
            <source>Not accepted: {detail}.</source>
            <translation>Belum bisa diterima: {detail}.</translation>
        </message>
        <message>
            <source>Not accepted by the server.</source>
            <translation>Belum bisa diterima oleh server.</translation>
        </message>
        <message>
            <source>{number} was already sent with other text.</source>
            <translation>{number} sudah terkirim dengan isi lain.</translation>
        </message>
        <message>
            <source>Send the new text as a reply.</source>
            <translation>Kirim isi barunya sebagai balasan.</translation>
        </message>
        <message>
            <source>This was already sent with other text.</source>
            <translation>Ini sudah terkirim dengan isi lain.</translation>
        </message>
        <message>
            <source>{company} takes no more for now: a limit is reached.</source>
            <translation>{company} belum bisa menerima lagi: batasnya sudah tercapai.</translation>
        </message>
        <message>
            <source>If it is urgent, call {desk}.</source>
            <translation>Jika mendesak, telepon {desk}.</translation>
        </message>
        <message>
            <source>The server takes no more for now: a limit is reached.</source>
            <translation>Server belum bisa menerima lagi: batasnya sudah tercapai.</translation>
        </message>
        <message>
            <source>Say what is wrong.</source>
            <translation>Tulis masalahnya dulu.</translation>
        </message>
        <message>
            <source>One line is enough.</source>
            <translation>Satu baris cukup.</translation>
        </message>
        <message>
            <source>The first box holds {n} letters.</source>
            <translation>Kotak pertama hanya muat {n} huruf.</translation>
        </message>
        <message>
            <source>Move the rest to Details.</source>
            <translation>Pindahkan sisanya ke Rincian.</translation>
        </message>
        <message>
            <source>The first box can't hold that much.</source>
            <translation>Kotak pertama tidak muat sebanyak itu.</translation>
        </message>
        <message>
            <source>The text may have {n} letters.</source>
            <translation>Tulisan hanya boleh {n} huruf.</translation>
        </message>
        <message>
            <source>Shorten it, or add the rest as a file.</source>
            <translation>Persingkat, atau tambahkan sisanya sebagai file.</translation>
        </message>
        <message>
            <source>The text is too long.</source>
            <translation>Tulisannya terlalu panjang.</translation>
        </message>
        <message>
            <source>Some characters can't be sent and were removed.</source>
            <translation>Ada karakter yang tidak bisa dikirim dan sudah dihapus.</translation>
        </message>
        <message>
            <source>Read it over, then send.</source>
            <translation>Baca lagi, lalu kirim.</translation>
        </message>
        <message>
            <source>A report holds {n} pictures and files.</source>
            <translation>Satu laporan muat {n} gambar dan file.</translation>
        </message>
        <message>
            <source>Leave some out, or put files into one zip.</source>
            <translation>Kurangi, atau jadikan satu zip.</translation>
        </message>
        <message>
            <source>These are too many pictures and files.</source>
            <translation>Gambar dan filenya terlalu banyak.</translation>
        </message>
        <message>
            <source>{file} is no longer there.</source>
            <translation>{file} sudah tidak ada di tempatnya.</translation>
        </message>
        <message>
            <source>Choose it again.</source>
            <translation>Pilih lagi.</translation>
        </message>
        <message>
            <source>{file} can't be opened.</source>
            <translation>{file} tidak bisa dibuka.</translation>
        </message>
        <message>
            <source>Close it in other apps, or choose another.</source>
            <translation>Tutup di aplikasi lain, atau pilih yang lain.</translation>
        </message>
        <message>
            <source>{file} is empty.</source>
            <translation>{file} kosong.</translation>
        </message>
        <message>
            <source>Save it first.</source>
            <translation>Simpan dulu.</translation>
        </message>
        <message>
            <source>{file} is a folder.</source>
            <translation>{file} adalah folder.</translation>
        </message>
        <message>
            <source>Add the files in it, or a zip.</source>
            <translation>Tambahkan isinya, atau jadikan zip dulu.</translation>
        </message>
        <message>
            <source>{file} isn't an ordinary file.</source>
            <translation>{file} bukan file biasa.</translation>
        </message>
        <message>
            <source>Choose another.</source>
            <translation>Pilih yang lain.</translation>
        </message>
        <message>
            <source>{file} is {size}, the limit {limit}.</source>
            <translation>{file} berukuran {size}, batasnya {limit}.</translation>
        </message>
        <message>
            <source>Add a smaller one, or write where it is.</source>
            <translation>Pilih yang lebih kecil, atau tulis lokasinya.</translation>
        </message>
        <message>
            <source>This file is too large.</source>
            <translation>File ini terlalu besar.</translation>
        </message>
        <message>
            <source>{file} is still being written.</source>
            <translation>{file} masih ditulis.</translation>
        </message>
        <message>
            <source>Wait a moment.</source>
            <translation>Tunggu sebentar.</translation>
        </message>
        <message>
            <source>The report is {size}, the limit {limit}.</source>
            <translation>Laporan ini {size}, batasnya {limit}.</translation>
        </message>
        <message>
            <source>Leave some pictures out.</source>
            <translation>Kurangi gambarnya.</translation>
        </message>
        <message>
            <source>The report is too large.</source>
            <translation>Laporan ini terlalu besar.</translation>
        </message>
        <message>
            <source>No article {article}.</source>
            <translation>Artikel {article} tidak ada.</translation>
        </message>
        <message>
            <source>This article isn't here.</source>
            <translation>Artikel ini tidak ada di sini.</translation>
        </message>
        <message>
            <source>{ticket} isn't one of your tickets.</source>
            <translation>{ticket} bukan salah satu tiket Anda.</translation>
        </message>
        <message>
            <source>This isn't one of your tickets.</source>
            <translation>Ini bukan salah satu tiket Anda.</translation>
        </message>
        <message>
            <source>Unknown option {option}.</source>
            <translation>Opsi {option} tidak dikenal.</translation>
        </message>
        <message>
            <source>Unknown option.</source>
            <translation>Opsi tidak dikenal.</translation>
        </message>
        <message>
            <source>{option} can't be {value}.</source>
            <translation>{option} tidak bisa diisi {value}.</translation>
        </message>
        <message>
            <source>This value is not possible.</source>
            <translation>Nilai ini tidak bisa dipakai.</translation>
        </message>
        <message>
            <source>This is set by your company.</source>
            <translation>Ini diatur perusahaan Anda.</translation>
        </message>
        <message>
            <source>Sigap can't save here.</source>
            <translation>Sigap tidak bisa menyimpan di sini.</translation>
        </message>
        <message>
            <source>Save the report as a file, and tell {desk}.</source>
            <translation>Simpan laporan sebagai file, dan beri tahu {desk}.</translation>
        </message>
        <message>
            <source>This folder was made by a newer Sigap.</source>
            <translation>Folder ini dibuat Sigap versi lebih baru.</translation>
        </message>
        <message>
            <source>Update Sigap.</source>
            <translation>Perbarui Sigap.</translation>
        </message>
        <message>
            <source>This folder belongs to {owner}.</source>
            <translation>Folder ini milik {owner}.</translation>
        </message>
        <message>
            <source>Start Sigap with your own.</source>
            <translation>Jalankan Sigap dengan folder Anda.</translation>
        </message>
        <message>
            <source>This folder belongs to somebody else.</source>
            <translation>Folder ini milik orang lain.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Disk penuh.</translation>
        </message>
        <message>
            <source>Free {size}, or save the report on another drive.</source>
            <translation>Kosongkan {size}, atau simpan laporan di drive lain.</translation>
        </message>
        <message>
            <source>Saved reports were damaged: {n} rescued, {m} not.</source>
            <translation>Data laporan rusak: {n} selamat, {m} tidak.</translation>
        </message>
        <message>
            <source>The old file is kept in {folder}.</source>
            <translation>File lama disimpan di {folder}.</translation>
        </message>
        <message>
            <source>Check My tickets.</source>
            <translation>Periksa Tiket saya.</translation>
        </message>
        <message>
            <source>Saved reports were damaged.</source>
            <translation>Data laporan rusak.</translation>
        </message>
        <message>
            <source>No screenshot: permission was not given.</source>
            <translation>Tanpa tangkapan layar: izin belum diberikan.</translation>
        </message>
        <message>
            <source>Or take it again.</source>
            <translation>Atau ambil ulang.</translation>
        </message>
        <message>
            <source>No screenshot is possible here.</source>
            <translation>Tangkapan layar tidak bisa diambil di sini.</translation>
        </message>
        <message>
            <source>Or add a photo.</source>
            <translation>Atau tambahkan foto.</translation>
        </message>
        <message>
            <source>Your password store is locked.</source>
            <translation>Penyimpanan kata sandi terkunci.</translation>
        </message>
        <message>
            <source>Unlock it.</source>
            <translation>Buka kuncinya.</translation>
        </message>
        <message>
            <source>No password store here.</source>
            <translation>Tidak ada penyimpanan kata sandi.</translation>
        </message>
        <message>
            <source>Sigap keeps its key in a file only you can read.</source>
            <translation>Kunci Sigap ada di file yang hanya bisa Anda baca.</translation>
        </message>
        <message>
            <source>Sigap is already running.</source>
            <translation>Sigap sudah berjalan.</translation>
        </message>
        <message>
            <source>Its panel is open now.</source>
            <translation>Panelnya sekarang terbuka.</translation>
        </message>
        <message>
            <source>Sigap finds no screen to show its windows on.</source>
            <translation>Sigap tidak menemukan layar untuk menampilkan jendelanya.</translation>
        </message>
        <message>
            <source>To report from here: sigap report --subject.</source>
            <translation>Untuk melapor dari sini: sigap report --subject.</translation>
        </message>
        <message>
            <source>This request has ended. Nothing was shared.</source>
            <translation>Permintaan ini sudah berakhir. Layar tidak dibagikan.</translation>
        </message>
        <message>
            <source>{tool} is not installed on this computer.</source>
            <translation>{tool} tidak terpasang di komputer ini.</translation>
        </message>
        <message>
            <source>Choose another way, or ask {desk} for it.</source>
            <translation>Pilih cara lain, atau minta ke {desk}.</translation>
        </message>
        <message>
            <source>The {tool} on this computer doesn't come from its maker, so it wasn't opened.</source>
            <translation>{tool} di komputer ini bukan dari pembuatnya, jadi tidak dibuka.</translation>
        </message>
        <message>
            <source>{tool} didn't start. Nothing was shared.</source>
            <translation>{tool} tidak terbuka. Layar tidak dibagikan.</translation>
        </message>
        <message>
            <source>{tool} doesn't tell its code.</source>
            <translation>{tool} tidak memberitahukan kodenya.</translation>
        </message>
        <message>
            <source>Copy it from the window of {tool} and paste it here.</source>
            <translation>Salin dari jendela {tool}, lalu tempel di sini.</translation>
        </message>
        <message>
            <source>This is not a code of {tool}.</source>
            <translation>Ini bukan kode {tool}.</translation>
        </message>
        <message>
            <source>Copy it again from the window of {tool}.</source>
            <translation>Salin lagi dari jendela {tool}.</translation>
        </message>
        <message>
            <source>Something went wrong inside Sigap.</source>
            <translation>Ada yang tidak beres di dalam Sigap.</translation>
        </message>
        <message>
            <source>{n} seconds</source>
            <translation>{n} detik</translation>
        </message>
        <message>
            <source>{n} minutes</source>
            <translation>{n} menit</translation>
        </message>
        <message>
            <source>{n} hours</source>
            <translation>{n} jam</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} hari</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Language</source>
            <translation>Bahasa</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Tampilan</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>Jalankan saat komputer menyala</translation>
        </message>
        <message>
            <source>So that replies reach you and reports go out.</source>
            <translation>Agar balasan sampai ke Anda dan laporan terkirim.</translation>
        </message>
        <message>
            <source>Notify me of replies</source>
            <translation>Beri tahu jika ada balasan</translation>
        </message>
        <message>
            <source>A message on the screen when somebody answers.</source>
            <translation>Pesan muncul di layar saat ada yang membalas.</translation>
        </message>
        <message>
            <source>Warn me of unknown remote tools</source>
            <translation>Peringatkan jika ada aplikasi remote tak dikenal</translation>
        </message>
        <message>
            <source>By the names of running programs, looked at on this computer only.</source>
            <translation>Dari nama program yang berjalan, hanya diperiksa di komputer ini.</translation>
        </message>
        <message>
            <source>Take screenshots when I report</source>
            <translation>Ambil tangkapan layar saat melapor</translation>
        </message>
        <message>
            <source>You see each one and can leave it out before you send.</source>
            <translation>Anda melihat setiap gambar dan bisa tidak mengirimnya.</translation>
        </message>
        <message>
            <source>Which articles helped</source>
            <translation>Artikel mana yang membantu</translation>
        </message>
        <message>
            <source>Counted without your name or what you typed.</source>
            <translation>Dihitung tanpa nama Anda atau apa yang Anda ketik.</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Telepon</translation>
        </message>
        <message>
            <source>Sent with every report, so that you can be called.</source>
            <translation>Ikut terkirim di setiap laporan, agar Anda bisa dihubungi.</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lokasi</translation>
        </message>
        <message>
            <source>Sent with every report, such as: building B, floor 3.</source>
            <translation>Ikut terkirim di setiap laporan, misalnya: gedung B, lantai 3.</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Ikuti sistem</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistem</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Terang</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Gelap</translation>
        </message>
        <message>
            <source>Set by your company</source>
            <translation>Diatur perusahaan Anda</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Pengaturan</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Umum</translation>
        </message>
        <message>
            <source>What Sigap may collect</source>
            <translation>Yang boleh dikumpulkan Sigap</translation>
        </message>
        <message>
            <source>Where can you be reached? (optional)</source>
            <translation>Di mana Anda bisa dihubungi? (boleh kosong)</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Pendaftaran</translation>
        </message>
        <message>
            <source>Registered to {company}</source>
            <translation>Terdaftar di {company}</translation>
        </message>
        <message>
            <source>This computer isn't registered yet.</source>
            <translation>Komputer ini belum terdaftar.</translation>
        </message>
        <message>
            <source>set by your company</source>
            <translation>diatur perusahaan Anda</translation>
        </message>
        <message>
            <source>Register again…</source>
            <translation>Daftarkan ulang…</translation>
        </message>
        <message>
            <source>Register this computer</source>
            <translation>Daftarkan komputer ini</translation>
        </message>
    </context>
    <context>
        <name>SolvedQuestion</name>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>It helped. Close the report?</source>
            <translation>Sudah terbantu. Tutup laporannya?</translation>
        </message>
        <message>
            <source>Nothing is sent, and its draft is deleted.</source>
            <translation>Tidak ada yang dikirim, dan drafnya dihapus.</translation>
        </message>
        <message>
            <source>&amp;Close the report</source>
            <translation>&amp;Tutup laporan</translation>
        </message>
        <message>
            <source>&amp;Keep writing</source>
            <translation>&amp;Lanjut menulis</translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message>
            <source>This may help right away</source>
            <translation>Ini mungkin langsung membantu</translation>
        </message>
        <message>
            <source>Hide suggestions</source>
            <translation>Sembunyikan saran</translation>
        </message>
        <message numerus="yes">
            <source>%n suggestion(s)</source>
            <translation>
                <numerusform>%n saran</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketWords</name>
        <message>
            <source>Needs your attention</source>
            <translation>Perlu Anda periksa</translation>
        </message>
        <message>
            <source>Waiting to send</source>
            <translation>Menunggu dikirim</translation>
        </message>
        <message>
            <source>next try {when}</source>
            <translation>dicoba lagi {when}</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>Being worked on by {name}</source>
            <translation>Sedang ditangani {name}</translation>
        </message>
        <message>
            <source>Received: being worked on</source>
            <translation>Diterima: sedang ditangani</translation>
        </message>
        <message>
            <source>Received: waiting for a technician</source>
            <translation>Diterima: menunggu teknisi</translation>
        </message>
        <message>
            <source>{name} replied</source>
            <translation>{name} membalas</translation>
        </message>
        <message>
            <source>New reply</source>
            <translation>Balasan baru</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sedang dikirim</translation>
        </message>
    </context>
    <context>
        <name>TicketsPage</name>
        <message>
            <source>My tickets</source>
            <translation>Tiket saya</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Aktif</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Selesai</translation>
        </message>
        <message>
            <source>No reports yet</source>
            <translation>Belum ada laporan</translation>
        </message>
        <message>
            <source>If something doesn't work, report it here. You then see who has it and what they answer.</source>
            <translation>Jika ada yang bermasalah, laporkan di sini. Anda lalu melihat siapa yang menangani dan apa jawabannya.</translation>
        </message>
        <message>
            <source>Report a problem</source>
            <translation>Laporkan masalah</translation>
        </message>
        <message>
            <source>No solved tickets.</source>
            <translation>Tidak ada tiket selesai.</translation>
        </message>
        <message>
            <source>No open tickets.</source>
            <translation>Tidak ada tiket aktif.</translation>
        </message>
    </context>
    <context>
        <name>ToolChoice</name>
        <message>
            <source>With which tool?</source>
            <translation>Dengan aplikasi apa?</translation>
        </message>
        <message>
            <source>Download {tool}</source>
            <translation>Unduh {tool}</translation>
        </message>
        <message>
            <source>Your company allows no tool for this on this computer. Ask {desk}.</source>
            <translation>Perusahaan Anda tidak mengizinkan aplikasi untuk ini di komputer ini. Tanyakan ke {desk}.</translation>
        </message>
        <message>
            <source>Looking which tools are on this computer…</source>
            <translation>Mencari aplikasi yang ada di komputer ini…</translation>
        </message>
        <message>
            <source>You can stop at any time.</source>
            <translation>Anda bisa menghentikannya kapan saja.</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>&amp;Report a problem</source>
            <translation>&amp;Laporkan masalah</translation>
        </message>
        <message>
            <source>&amp;Find help</source>
            <translation>&amp;Cari bantuan</translation>
        </message>
        <message>
            <source>&amp;Open Sigap</source>
            <translation>&amp;Buka Sigap</translation>
        </message>
        <message>
            <source>&amp;My tickets</source>
            <translation>&amp;Tiket saya</translation>
        </message>
        <message>
            <source>&amp;This computer</source>
            <translation>&amp;Komputer ini</translation>
        </message>
        <message>
            <source>S&amp;ettings</source>
            <translation>&amp;Pengaturan</translation>
        </message>
        <message>
            <source>&amp;Stop remote help</source>
            <translation>&amp;Hentikan bantuan jarak jauh</translation>
        </message>
        <message>
            <source>&amp;Quit Sigap</source>
            <translation>K&amp;eluar dari Sigap</translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n belum dibaca</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} sees your screen</source>
            <translation>{name} sedang melihat layar Anda</translation>
        </message>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%n pesan belum dibaca</numerusform>
            </translation>
        </message>
        <message>
            <source>Waiting to send: {n}</source>
            <translation>Menunggu dikirim: {n}</translation>
        </message>
        <message>
            <source>Waiting to send: {n}. Next try {when}.</source>
            <translation>Menunggu dikirim: {n}. Dicoba lagi {when}.</translation>
        </message>
        <message>
            <source>Needs your attention: {n}</source>
            <translation>Perlu Anda periksa: {n}</translation>
        </message>
        <message>
            <source>Sigap: nothing new</source>
            <translation>Sigap: tidak ada yang baru</translation>
        </message>
    </context>
    <context>
        <name>TwoWords</name>
        <message>
            <source>Ask {name} for the two words on their screen. Are they the same?</source>
            <translation>Minta {name} menyebutkan dua kata di layarnya. Apakah sama?</translation>
        </message>
        <message>
            <source>Making two words…</source>
            <translation>Menyiapkan dua kata…</translation>
        </message>
        <message>
            <source>If not, or if nobody is on the phone with you: decline.</source>
            <translation>Jika tidak, atau jika Anda tidak sedang berbicara lewat telepon: tolak.</translation>
        </message>
    </context>
    <context>
        <name>UnexpectedWindow</name>
        <message>
            <source>Sigap</source>
            <translation>Sigap</translation>
        </message>
        <message>
            <source>Sigap closed by itself.</source>
            <translation>Sigap tertutup sendiri.</translation>
        </message>
        <message>
            <source>Your draft is kept.</source>
            <translation>Draf Anda tersimpan.</translation>
        </message>
        <message>
            <source>Nothing that waits to be sent was lost.</source>
            <translation>Yang menunggu dikirim tidak ada yang hilang.</translation>
        </message>
        <message>
            <source>Attach the &amp;log</source>
            <translation>Lampirkan &amp;log</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Tutup</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Sigap may not look at it</source>
            <translation>Sigap tidak diizinkan memeriksanya</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>tidak ada jawaban tepat waktu</translation>
        </message>
        <message>
            <source>it was stopped</source>
            <translation>pemeriksaan dihentikan</translation>
        </message>
        <message>
            <source>that is not known here</source>
            <translation>datanya tidak ada di sini</translation>
        </message>
        <message>
            <source>the check itself failed</source>
            <translation>pemeriksaannya sendiri gagal</translation>
        </message>
        <message>
            <source>{check} has to work first</source>
            <translation>{check} harus beres dulu</translation>
        </message>
        <message>
            <source>the reason is not known</source>
            <translation>alasannya tidak diketahui</translation>
        </message>
        <message>
            <source>Can't check this: {reason}.</source>
            <translation>Tidak bisa diperiksa: {reason}.</translation>
        </message>
        <message>
            <source>You can go on.</source>
            <translation>Anda bisa lanjut.</translation>
        </message>
        <message>
            <source>No problem found.</source>
            <translation>Tidak ada masalah.</translation>
        </message>
        <message>
            <source>A problem was found.</source>
            <translation>Ada masalah.</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>no</source>
            <translation>tidak</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Tidak ada yang diubah.</translation>
        </message>
        <message>
            <source>Report it to {desk}.</source>
            <translation>Laporkan ke {desk}.</translation>
        </message>
        <message>
            <source>The guide goes on without it.</source>
            <translation>Panduan tetap lanjut tanpa perbaikan ini.</translation>
        </message>
        <message>
            <source>An administrator must do this.</source>
            <translation>Ini perlu izin administrator.</translation>
        </message>
        <message>
            <source>Check again.</source>
            <translation>Periksa lagi.</translation>
        </message>
        <message>
            <source>Something may have been changed.</source>
            <translation>Mungkin ada yang sudah diubah.</translation>
        </message>
        <message>
            <source>Sigap can't do this here.</source>
            <translation>Sigap tidak bisa melakukannya di sini.</translation>
        </message>
        <message>
            <source>Your company doesn't let Sigap do this.</source>
            <translation>Perusahaan Anda tidak mengizinkan Sigap melakukannya.</translation>
        </message>
        <message>
            <source>There is nothing to do here.</source>
            <translation>Tidak ada yang perlu dilakukan di sini.</translation>
        </message>
        <message>
            <source>A call or remote help is using the network. Try this afterwards.</source>
            <translation>Rapat online atau bantuan jarak jauh sedang memakai jaringan. Coba lagi sesudahnya.</translation>
        </message>
        <message>
            <source>Sigap can't do this on this system.</source>
            <translation>Sigap tidak bisa melakukannya di sistem ini.</translation>
        </message>
        <message>
            <source>It took too long.</source>
            <translation>Ini terlalu lama.</translation>
        </message>
        <message>
            <source>It could not be done.</source>
            <translation>Ini tidak bisa dilakukan.</translation>
        </message>
        <message>
            <source>It was stopped.</source>
            <translation>Ini dihentikan.</translation>
        </message>
        <message>
            <source>The fix stopped halfway.</source>
            <translation>Perbaikan terhenti di tengah.</translation>
        </message>
        <message>
            <source>It took too long and was put back.</source>
            <translation>Ini terlalu lama dan sudah dikembalikan seperti semula.</translation>
        </message>
        <message>
            <source>It could not be done and was put back.</source>
            <translation>Ini tidak bisa dilakukan dan sudah dikembalikan seperti semula.</translation>
        </message>
        <message>
            <source>It was stopped and put back.</source>
            <translation>Ini dihentikan dan sudah dikembalikan seperti semula.</translation>
        </message>
        <message>
            <source>The fix stopped halfway and was put back.</source>
            <translation>Perbaikan terhenti di tengah dan sudah dikembalikan seperti semula.</translation>
        </message>
        <message>
            <source>helped</source>
            <translation>berhasil</translation>
        </message>
        <message>
            <source>didn't help</source>
            <translation>tidak membantu</translation>
        </message>
        <message>
            <source>put back</source>
            <translation>dikembalikan</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>dilewati</translation>
        </message>
        <message>
            <source>not possible</source>
            <translation>tidak bisa</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>problem found</source>
            <translation>ada masalah</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Memeriksa…</translation>
        </message>
    </context>
    <context>
        <name>WarningWindow</name>
        <message>
            <source>Nobody from {desk} asked for this</source>
            <translation>Tidak ada dari {desk} yang memintanya</translation>
        </message>
        <message>
            <source>{tool} has opened. With it, somebody else can see and use this computer.</source>
            <translation>{tool} baru terbuka. Dengan aplikasi ini, orang lain bisa melihat dan memakai komputer ini.</translation>
        </message>
        <message>
            <source>Did a caller tell you to open it? Hang up.</source>
            <translation>Disuruh lewat telepon? Tutup teleponnya.</translation>
        </message>
        <message>
            <source>Give no code and type no password.</source>
            <translation>Jangan sebutkan kode dan jangan ketik kata sandi.</translation>
        </message>
        <message>
            <source>A technician always asks through Sigap, on your ticket.</source>
            <translation>Teknisi selalu meminta lewat Sigap, di tiket Anda.</translation>
        </message>
        <message>
            <source>I opened it myself</source>
            <translation>Saya sendiri yang membuka</translation>
        </message>
        <message>
            <source>Close {tool}</source>
            <translation>Tutup {tool}</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Laporkan</translation>
        </message>
    </context>
    <context>
        <name>WholeText</name>
        <message>
            <source>Back to the article</source>
            <translation>Kembali ke artikel</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>in a moment</source>
            <translation>sebentar lagi</translation>
        </message>
        <message numerus="yes">
            <source>in %n minute(s)</source>
            <translation>
                <numerusform>%n menit lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>today at {time}</source>
            <translation>hari ini pukul {time}</translation>
        </message>
        <message>
            <source>yesterday at {time}</source>
            <translation>kemarin pukul {time}</translation>
        </message>
        <message>
            <source>tomorrow at {time}</source>
            <translation>besok pukul {time}</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} pukul {time}</translation>
        </message>
        <message>
            <source>the help desk</source>
            <translation>tim TI</translation>
        </message>
    </context>
    <context>
        <name>WordsCard</name>
        <message>
            <source>{size}, always sent</source>
            <translation>{size}, selalu dikirim</translation>
        </message>
        <message>
            <source>Telephone: {telephone}</source>
            <translation>Telepon: {telephone}</translation>
        </message>
        <message>
            <source>Place: {place}</source>
            <translation>Lokasi: {place}</translation>
        </message>
        <message>
            <source>only me</source>
            <translation>hanya saya</translation>
        </message>
        <message>
            <source>some colleagues</source>
            <translation>beberapa rekan</translation>
        </message>
        <message>
            <source>my whole team</source>
            <translation>seluruh tim saya</translation>
        </message>
        <message>
            <source>the whole company</source>
            <translation>seluruh perusahaan</translation>
        </message>
        <message>
            <source>work has stopped</source>
            <translation>pekerjaan terhenti</translation>
        </message>
        <message>
            <source>with difficulty</source>
            <translation>terhambat</translation>
        </message>
        <message>
            <source>in another way for now</source>
            <translation>pakai cara lain dulu</translation>
        </message>
        <message>
            <source>can wait</source>
            <translation>tidak mendesak</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Tulisan</translation>
        </message>
    </context>
    <context>
        <name>Working</name>
        <message>
            <source>Nothing is changed. You don't have to do anything.</source>
            <translation>Tidak ada yang diubah. Anda tidak perlu melakukan apa pun.</translation>
        </message>
        <message>
            <source>Stop this check</source>
            <translation>Hentikan pemeriksaan</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Hentikan</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Menghentikan…</translation>
        </message>
        <message>
            <source>Your system asks for an administrator in a window of its own. Answer there.</source>
            <translation>Sistem meminta administrator di jendela tersendiri. Jawab di sana.</translation>
        </message>
        <message>
            <source>Checked so far</source>
            <translation>Sudah diperiksa</translation>
        </message>
        <message>
            <source>Putting it back…</source>
            <translation>Mengembalikan…</translation>
        </message>
        <message>
            <source>Done. Checking again…</source>
            <translation>Selesai. Memeriksa lagi…</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s) so far, at most {most}</source>
            <translation>
                <numerusform>sudah %n detik, paling lama {most}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s) so far</source>
            <translation>
                <numerusform>sudah %n detik</numerusform>
            </translation>
        </message>
    </context>
</TS>
