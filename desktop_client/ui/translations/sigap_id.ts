<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
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
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n belum dibaca</numerusform>
            </translation>
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
            <source>Take screenshots when I report</source>
            <translation>Ambil tangkapan layar saat melapor</translation>
        </message>
        <message>
            <source>You see each one and can leave it out before you send.</source>
            <translation>Anda melihat setiap gambar dan bisa tidak mengirimnya.</translation>
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
            <source>When I report</source>
            <translation>Saat melapor</translation>
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
        <name>Tray</name>
        <message>
            <source>&amp;Report a problem</source>
            <translation>&amp;Laporkan masalah</translation>
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
            <source>&amp;Quit Sigap</source>
            <translation>K&amp;eluar dari Sigap</translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n belum dibaca</numerusform>
            </translation>
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
</TS>
