"""Sample tickets of an invented company, in English and Indonesian: who reported what, and what was answered."""

import msgspec

from contract.diagnostics import Fact
from contract.tickets import Action, Impact, Urgency
from server_stub.commands.demo_picture import Colour

COMPANY = "Rimbun Logistik"
HELP_DESK = "Rimbun IT Service Desk"
TELEPHONE = "021 5550 134"

RED: Colour = (192, 57, 43)
AMBER: Colour = (230, 159, 0)
BLUE: Colour = (41, 128, 185)


class SamplePerson(msgspec.Struct, frozen=True):
    """Somebody of the invented company."""

    account: str
    name: str
    computer: str


class SampleTechnician(msgspec.Struct, frozen=True):
    """Somebody of its help desk; `role` as accounts have it."""

    login: str
    name: str
    title: str
    role: str


class SampleMessage(msgspec.Struct, frozen=True):
    """One entry of the conversation; without `technician`, which is a login, it is the employee's."""

    text: str
    technician: str = ""
    action: Action | None = None


class SampleTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A report with what became of it. `pictures` holds one colour for each picture; `notes` are what technicians wrote for each other."""

    person: int
    days_ago: float
    subject: str
    details: str
    category: str
    impact: Impact = Impact.ME
    urgency: Urgency = Urgency.HARD
    place: str = ""
    pictures: tuple[Colour, ...] = ()
    facts: tuple[Fact, ...] = ()
    said: tuple[SampleMessage, ...] = ()
    resolved_by: str = ""
    taken_by: str = ""
    notes: tuple[SampleMessage, ...] = ()


BUDI, DEWI = "budi", "dewi"

TECHNICIANS = (
    SampleTechnician(BUDI, "Budi Santoso", "Service Desk", "technician"),
    SampleTechnician(DEWI, "Dewi Lestari", "Service Desk Lead", "lead"),
)

PEOPLE = (
    SamplePerson("sari.wulandari", "Sari Wulandari", "RL-JKT-0142"),
    SamplePerson("budi.hartono", "Budi Hartono", "RL-SUB-0077"),
    SamplePerson("m.oconnor", "Maeve O'Connor", "RL-JKT-0203"),
    SamplePerson("dewi.anggraini", "Dewi Anggraini", "RL-GUDANG-3"),
    SamplePerson("t.nguyen", "Tuan Nguyen", "RL-JKT-0188"),
)

TICKETS = (
    SampleTicket(
        person=0,
        days_ago=6.2,
        subject="Printer lantai 3 tidak mau mencetak",
        details="Sejak pagi dokumen masuk antrean, tetapi tidak ada yang keluar. Sudah saya matikan dan nyalakan lagi.",
        category="printing",
        impact=Impact.TEAM,
        urgency=Urgency.WORKAROUND,
        place="Lantai 3, dekat pantry",
        pictures=(AMBER,),
        facts=(
            Fact(group="Printers", name="Lantai3", value="stopped: media-empty"),
            Fact(group="Printers", name="Lantai3 jobs", value=7),
            Fact(group="System", name="Uptime", value=3.4, unit="h"),
        ),
        said=(
            SampleMessage("Kertasnya habis di baki 2, dan baki 1 tersangkut. Sudah saya isi dan bersihkan, mohon dicoba lagi.", BUDI),
            SampleMessage("Sudah bisa, terima kasih.", action=Action.RESOLVE),
        ),
    ),
    SampleTicket(
        person=2,
        days_ago=4.8,
        subject="VPN disconnects every few minutes",
        details="Since yesterday evening the VPN drops while I am on calls. Wi-Fi itself stays up, at home and at work.",
        category="network",
        urgency=Urgency.HARD,
        pictures=(RED,),
        facts=(
            Fact(group="Network", name="Wi-Fi signal", value=-58, unit="dBm"),
            Fact(group="Network", name="vpn.rimbun.example:443", value=212, unit="ms"),
            Fact(group="Clock", name="Offset to the backend", value=0.4, unit="s"),
        ),
        said=(
            SampleMessage("Thank you for the details. I moved you to another gateway; could you reconnect and tell me by noon?", DEWI),
            SampleMessage("Much better, only one drop since this morning."),
            SampleMessage("Good. I keep this open until tomorrow to be sure.", DEWI),
        ),
    ),
    SampleTicket(
        person=1,
        days_ago=3.1,
        subject="Tidak bisa login ke aplikasi gudang",
        details="Muncul tulisan bahwa akun saya terkunci. Saya harus memasukkan data kiriman sebelum jam 12.",
        category="password",
        urgency=Urgency.STOPPED,
        pictures=(RED,),
        said=(SampleMessage("Akun sudah dibuka. Kata sandi lama masih berlaku, silakan login kembali.", BUDI),),
        resolved_by=BUDI,
    ),
    SampleTicket(
        person=3,
        days_ago=1.4,
        subject="Pemindai barcode gudang tidak terbaca",
        details="Dua pemindai tidak muncul lagi setelah komputer diperbarui tadi malam. Tim kami mencatat manual.",
        category="computer",
        impact=Impact.TEAM,
        urgency=Urgency.HARD,
        place="Gudang 3, Cakung",
        facts=(
            Fact(group="Disk", name="C: free", value=11.8, unit="GB"),
            Fact(group="System", name="Last update", value="yesterday 23:40"),
        ),
        said=(
            SampleMessage("Kami sedang memeriksa pembaruan itu. Sementara ini, coba colokkan ke port USB di belakang.", DEWI),
            SampleMessage("Di port belakang satu pemindai sudah terbaca, yang satu lagi belum."),
        ),
        notes=(
            SampleMessage("Driver pemindai hilang setelah pembaruan tadi malam. Dua komputer lain di Gudang 3 juga begitu.", DEWI),
            SampleMessage("Saya kembalikan driver lama di RL-GUDANG-1 untuk mencoba. Berhasil.", BUDI),
        ),
    ),
    SampleTicket(
        person=4,
        days_ago=0.9,
        subject="Laptop is very slow since the update",
        details="Opening a spreadsheet takes more than a minute. The fan runs all the time.",
        category="computer",
        urgency=Urgency.WORKAROUND,
        pictures=(BLUE, AMBER),
        facts=(
            Fact(group="Disk", name="C: free", value=2.1, unit="GB"),
            Fact(group="Memory", name="Used", value=93, unit="%"),
            Fact(group="Programs", name="indexer", value=61, unit="% processor"),
        ),
        taken_by=BUDI,
        notes=(SampleMessage("Only 2 GB free on C:. The indexer starts again and again because of that, I think.", BUDI),),
    ),
    SampleTicket(
        person=2,
        days_ago=0.3,
        subject="Suspicious message that asks for my password",
        details="It says that my mailbox is full and links to a page that looks like ours. I did not click.",
        category="security",
        impact=Impact.SOME,
        urgency=Urgency.WAIT,
        pictures=(RED,),
        said=(SampleMessage("Well spotted, and thank you for not clicking. We have blocked the sender for everybody.", DEWI),),
        resolved_by=DEWI,
    ),
    SampleTicket(
        person=0,
        days_ago=0.05,
        subject="Minta akses ke folder laporan keuangan",
        details="Untuk penutupan buku bulan ini. Atasan saya sudah setuju.",
        category="access",
        urgency=Urgency.WAIT,
    ),
)

OWN = (
    SampleTicket(
        person=0,
        days_ago=2.2,
        subject="Second monitor stays black after lunch",
        details="It was fine in the morning. The cable sits firmly, and the monitor says: no signal.",
        category="computer",
        urgency=Urgency.WORKAROUND,
        pictures=(AMBER,),
        said=(
            SampleMessage("Please choose the other input on the monitor with the button below the screen; tell me what you see.", DEWI),
            SampleMessage("It shows something now, but flickers."),
            SampleMessage("Then it is the cable. I will bring a new one to your desk this afternoon.", DEWI),
        ),
    ),
    SampleTicket(
        person=0,
        days_ago=9.5,
        subject="Akses ke folder proyek gudang baru",
        details="Saya perlu membaca dokumen proyek gudang baru mulai minggu depan.",
        category="access",
        urgency=Urgency.WAIT,
        said=(SampleMessage("Akses sudah diberikan, silakan keluar lalu login kembali.", BUDI),),
        resolved_by=BUDI,
    ),
)
"""What the person whose own computer is used for the demo has reported."""
