"""The rules of redaction, as data. ⏎ stands for a line's end in texts that were made one line."""

import re

from contract.diagnostics import Hidden
from desktop_client.diagnostics.redaction.rule import Rule

_PW_WORDS = (
    r"passw(?:or)?d|passwort|passphrase|passcode|kata[ _-]?sandi|(?<![a-z])sandi(?![a-z])|(?<![a-z])pwd|(?<![a-z])pass(?![a-z])"
    r"|(?<![a-z])pw(?![a-z])|(?<![a-z])psk|pre-?shared-?key|wep[_-]?key|key ?material|key content"
    r"|(?<![a-z])pin(?![a-z])|(?<![a-z])otp(?![a-z])"
)
_KEY_WORDS = (
    r"secret|token|api[ _-]?key|(?:access|account|private|encryption|signing|client|license|shared)[ _-]?key|credential|cookie"
    r"|session[ _-]?id|sessid|signature|(?<![a-z])auth(?:[ _-]?(?:code|key|data))?(?![a-z])|kunci[ _-]?akses"
)
_NEAR_PASSWORD = ("pass", "sandi", "pwd", "pw", "psk", "pin", "otp", "key")
_NEAR_KEY = ("secret", "token", "key", "credential", "cookie", "sess", "signature", "auth", "kunci")

_LINE = r"[^\r\n⏎]"
_NAME = r"(?<![\w.-])(?<![?&#])[\w.-]{0,80}?"
_EQUALS = r"[\"'\])}\\]{0,4}[ \t]{0,40}(?::=|=>|=|:|%3D)[ \t]{0,8}"
_QUOTED = rf"(?P<quote>\\?[\"'])(?P<secret>(?:\\.|(?!(?P=quote)){_LINE})+)"
_BARE = rf"(?P<secret>(?!\\?[\"'])[^\s⏎]{_LINE}*+)"
_WORD_OR_QUOTED = r"(?P<secret>\"[^\"\r\n⏎]{1,500}\"?|'[^'\r\n⏎]{1,500}'?|(?![\"'])\S+)"
_FEW_WORDS = r"(?:[ \t][\"'(]?[\w.-]{1,30}[\"')]?)"
_COMMAND = r"[^\r\n⏎]{0,300}?[ \t]"


_UNITS = frozenset({"service", "socket", "timer", "target", "mount", "slice", "scope", "device", "path"})
"""What systemd's own names with an @ end with."""


def _not_a_word(secret: str) -> bool:
    return len(secret) >= 20 or re.fullmatch("[a-z]+|[A-Z]?[a-z]+", secret) is None


def _is_mail(found: str) -> bool:
    return not found.startswith("git@") and found.rpartition(".")[2] not in _UNITS


def _not_shared(secret: str) -> bool:
    return secret.strip().lower() not in {"public", "shared", "default", "default user", "all users", "guest", "linuxbrew", "lost+found"}


def _not_root(secret: str) -> bool:
    return not secret.isdecimal() and secret.lower() not in {"root", "unknown", "none", "null", "nobody", "system", "from"}


def _looks_random(secret: str) -> bool:
    """Whether capitals, small letters and digits are mixed as only a machine mixes them."""
    digits = len(re.findall(r"\d+", secret))
    return digits >= 3 and len(re.findall("[A-Z]+", secret)) >= 3 and len(re.findall("[a-z]+", secret)) >= 3 and len(set(secret)) >= 14


PASSWORDS = (
    Rule(
        "user and password in an address",
        Hidden.PASSWORD,
        r"(?<=://)(?P<secret>[^\s/?#\"'<>⏎]+|[^\s/:@?#\"'<>⏎]{0,100}:(?!\d{1,5}/)[^\s\"'<>@⏎]{1,200})@(?=[^@\s])",
        ("://",),
        (
            ("http://budi:rahasia@proxy.example:8080/", "rahasia"),
            ("origin https://oauth2:glpat-Zz1@git.example/a.git (fetch)", "Zz1"),
            ("postgresql://app:p%40ss@db/x", "p%40ss"),
            ("http://u:p@ss@host/", "p@ss"),
            ("amqp://u:pa/ss@host/v", "pa/ss"),
            ("https://ghtoken@git.example/a", "ghtoken"),
        ),
        ("https://example.com/a@b", "http://host:8080/pkg@1.2", "ssh://git@git.example/x", "http://10.0.0.1/"),
        sure=lambda found: found != "git",
    ),
    Rule(
        "password in quotes",
        Hidden.PASSWORD,
        rf"{_NAME}(?:{_PW_WORDS})[\w.-]{{0,40}}{_EQUALS}{_QUOTED}",
        _NEAR_PASSWORD,
        (
            ('{"password": "my long secret"}', "long"),
            ('{\\"password\\":\\"geheim7\\"}', "geheim7"),
            (r'password="a\"b c"', "b c"),
            ("DB_PASS='x y z'", "y"),
            ("config['passwd'] = 'hunter2'", "hunter2"),
            ('password="cut in the mid', "mid"),
        ),
        ('{"compass": "north"}',),
    ),
    Rule(
        "password",
        Hidden.PASSWORD,
        rf"{_NAME}(?:{_PW_WORDS})[\w.-]{{0,40}}{_EQUALS}{_BARE}",
        _NEAR_PASSWORD,
        (
            ("password=correct horse battery staple", "staple"),
            ("Server=db;User Id=sa;Password=a;b;Database=x", "a;b"),
            ("admin_password_2: geheim", "geheim"),
            ("kata sandi: rahasia saya", "saya"),
            ("Key Content            : wlan-kunci", "wlan-kunci"),
            ("psk=20characterslongkey", "20characters"),
            ("wep-key0=abcde", "abcde"),
            ("PIN: 493817", "493817"),
            ("password%3Dhunter2", "hunter2"),
            ("PGPASSWORD=päßwörd 東京", "東京"),
        ),
        ("mapping: off", "spinning=1", "compass: north", "PWD changed"),
    ),
    Rule(
        "password after a few words",
        Hidden.PASSWORD,
        rf"(?:{_PW_WORDS})(?:{_FEW_WORDS}{{1,6}}[ \t]?[:=]|{_FEW_WORDS}{{0,6}}[ \t](?:is|was|adalah|ialah)[ \t:])"
        rf"[ \t]{{0,8}}(?P<secret>[^\s⏎]{_LINE}*)",
        _NEAR_PASSWORD,
        (
            ("The password for wifi kantor is hunter2", "hunter2"),
            ("Kata sandi wifi tamu adalah selamat datang", "datang"),
            ("Password for 'x' on user budi: geheim", "geheim"),
            ("password of the user budi: geheim", "geheim"),
        ),
        ("Failed password for root from 10.0.0.7 port 22", "the password has expired"),
    ),
    Rule(
        "password in an XML element",
        Hidden.PASSWORD,
        rf"<[\w:.-]{{0,40}}?(?:{_PW_WORDS}|{_KEY_WORDS})[\w:.-]{{0,40}}>(?P<secret>[^<]+)",
        ("</", ">"),
        (("<keyMaterial>wlan-kunci</keyMaterial>", "wlan-kunci"), ("<adminPassword>x y</adminPassword>", "x y")),
        ("<title>Passport</title>",),
    ),
    Rule(
        "password on a command line",
        Hidden.PASSWORD,
        rf"(?<![\w-])--?[\w-]{{0,30}}?(?:{_PW_WORDS}|{_KEY_WORDS})[\w-]{{0,20}}[ \t]+{_WORD_OR_QUOTED}",
        ("-",),
        (("tool --password hunter2 --verbose", "hunter2"), ('tool --db-pass "a b"', "a b"), ("x --api-key 12345 y", "12345")),
        ("tool --verbose on", "non-password protected"),
    ),
    Rule(
        "password in a known command",
        Hidden.PASSWORD,
        rf"(?<!\w)(?:curl{_COMMAND}(?:-u|--user)[ =]?|mysql\w{{0,10}}{_COMMAND}-p|sshpass[ \t]{{1,4}}-p[ \t]?"
        rf"|smbclient{_COMMAND}-U[ \t]?[^\s%]{{1,64}}%)"
        rf"{_WORD_OR_QUOTED}",
        ("curl", "mysql", "sshpass", "smbclient"),
        (
            ("curl -s -u budi:geheim https://x", "geheim"),
            ("mysqldump -h db -pgeheim x", "geheim"),
            ("sshpass -p 'a b' ssh x", "a b"),
            ("smbclient //s/x -U budi%geheim", "geheim"),
        ),
        ("curl https://example.com/", "mysqld started"),
    ),
    Rule(
        "password in .netrc",
        Hidden.PASSWORD,
        rf"(?<!\w)login[\s⏎]{{1,9}}\S{{1,200}}[\s⏎]{{1,9}}password[\s⏎]{{1,9}}{_WORD_OR_QUOTED}",
        ("login",),
        (("machine git.example login budi password geheim", "geheim"), ("login budi ⏎ password geheim", "geheim")),
        ("login failed: wrong password",),
    ),
    Rule(
        "password in .pgpass",
        Hidden.PASSWORD,
        r"^[\w.*-]{1,100}:(?:\d{1,5}|\*):[^:\s]{1,100}:[^:\s]{1,100}:(?P<secret>\S+)$",
        (":",),
        (("db.example:5432:kas:budi:geheim", "geheim"),),
        ("2026:11:24 10:20", "host:80"),
    ),
)

KEYS = (
    Rule(
        "secret in an address",
        Hidden.ACCESS_KEY,
        r"[?&#;](?:amp;)?[\w.-]{0,40}?(?:token|sig|code|key|pass|pwd|auth|secret|sess|sid|otp|ticket|assertion|saml|jwt|credential|nonce|hmac)"
        r"[\w.-]{0,40}(?:=|%3D)(?P<secret>(?:(?!%26|;[\w.-]{1,40}=)[^&#\s\"'<>⏎])+)",
        ("?", "&", "#", ";"),
        (
            ("GET /a?token=abc123&x=1 HTTP/1.1", "abc123"),
            ("https://x/y?a=1&sig=Zm9v%2Fbar", "Zm9v"),
            ("https://x/cb?code=4%2F0AX", "0AX"),
            ("https://x/#access_token=ya29", "ya29"),
            ("u=https%3A%2F%2Fx%2F?api_key%3Dabc%26b", "abc"),
        ),
        ("https://x/?page=2&sort=name", "a; b"),
    ),
    Rule(
        "key in quotes",
        Hidden.ACCESS_KEY,
        rf"{_NAME}(?:{_KEY_WORDS})[\w.-]{{0,40}}{_EQUALS}{_QUOTED}",
        _NEAR_KEY,
        (('"client_secret":"ab cd"', "cd"), ("clientToken = 'abc'", "abc"), ("'X-Api-Key': 'k1'", "k1")),
        ('"author": "Budi"',),
    ),
    Rule(
        "key",
        Hidden.ACCESS_KEY,
        rf"{_NAME}(?:{_KEY_WORDS})[\w.-]{{0,40}}{_EQUALS}{_BARE}",
        _NEAR_KEY,
        (
            ("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG", "wJalr"),
            ("//registry.example/:_authToken=npm-geheim", "npm-geheim"),
            ("DefaultEndpointsProtocol=https;AccountName=x;AccountKey=Zm9vYmFy==;Suffix=y", "Zm9v"),
            ("client-key-data: LS0tLS1", "LS0tLS1"),
            ("api_token=abc def", "def"),
        ),
        ("author: Budi", "authority=x", "keyboard: us", "tokenizer started"),
    ),
    Rule(
        "header with credentials",
        Hidden.ACCESS_KEY,
        rf"(?<![\w-])(?:proxy-)?authorization[\"']?[ \t]{{0,4}}[:=][ \t]{{0,4}}(?P<secret>[^\s⏎]{_LINE}*)",
        ("authorization",),
        (("Authorization: Basic YnVkaTpnZWhlaW0=", "YnVk"), ("Proxy-Authorization: NTLM TlRMTVNT", "TlRM")),
        ("authorization failed",),
    ),
    Rule(
        "credentials after their scheme",
        Hidden.ACCESS_KEY,
        r"(?<!\w)(?:bearer|basic|negotiate|ntlm|digest)[ \t]{1,4}(?P<secret>[\w+/=.~-]{6,})",
        ("bearer", "basic", "negotiate", "ntlm", "digest"),
        (("got Bearer abc123def456", "abc123def456"), ("Basic YnVkaTpnZWhlaW0=", "YnVk")),
        ("Basic authentication failed", "digest mismatch"),
        sure=_not_a_word,
    ),
    Rule(
        "cookie",
        Hidden.ACCESS_KEY,
        rf"(?<![\w-])(?:set-)?cookie2?[\"']?[ \t]{{0,4}}[:=][ \t]{{0,4}}(?P<secret>[^\s⏎]{_LINE}*)",
        ("cookie",),
        (("Cookie: sid=abc; theme=dark", "abc"), ("Set-Cookie: JSESSIONID=0A1B; Path=/", "0A1B")),
        ("cookies are off",),
    ),
    Rule(
        "token of a known kind",
        Hidden.ACCESS_KEY,
        r"(?<![A-Za-z0-9])(?P<secret>eyJ[\w-]{8,}(?:\.[\w-]*){0,4}|(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}|gh[pousr]_\w{16,}|github_pat_\w{16,}"
        r"|gl(?:pat|ptt|dt|rt|cbt|soat)-[\w.-]{16,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|AIza[\w-]{20,}|ya29\.[\w-]{10,}|GOCSPX-[\w-]{10,}"
        r"|[sr]k[_-](?:live|test|proj|ant)?[_-]?[\w-]{16,}|whsec_\w{16,}|SG\.[\w-]{10,}(?:\.[\w-]*)?|npm_\w{16,}|pypi-[\w-]{16,}|hf_\w{16,}"
        r"|dop_v1_\w{16,}|shp(?:at|ss|ca|pa)_\w{16,}|sgd_[\w-]{10,}|AGE-SECRET-KEY-\w{10,}|\d{8,10}:AA[\w-]{30,}|sq0[a-z]{3}-[\w-]{16,}"
        r"|EAA[A-Za-z0-9]{30,}|hv[sb]\.[\w-]{16,}|AccountKey=[\w+/=]{16,})",
        (),
        (
            ("session eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln ended", "eyJhbGci"),
            ("cut eyJhbGciOiJIUzI1", "eyJhbGci"),
            ("key AKIAIOSFODNN7EXAMPLE", "IOSFODNN7"),
            ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "16C7e42F"),
            ("xoxb-2404-2404-abcdefgh", "2404"),
            ("token sgd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.", "AAAAAAA"),
            ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "4eC39Hq"),
        ),
        ("eyJ", "AKIA", "task_list_of_everything_here", "risk-assessment-of-everything"),
    ),
    Rule(
        "address that is a key",
        Hidden.ACCESS_KEY,
        r"(?:hooks\.slack\.com/(?:services|workflows)/|discord(?:app)?\.com/api/webhooks/|webhook\.office\.com/|api\.telegram\.org/bot)"
        r"(?P<secret>[^\s\"'<>⏎]+)",
        ("hooks.slack", "webhook", "telegram"),
        (("https://hooks.slack.com/services/T0/B0/XyZ", "XyZ"),),
        ("https://slack.com/help",),
    ),
    Rule(
        "private key",
        Hidden.ACCESS_KEY,
        r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?P<secret>[\s\S]*?)(?:-----END|\Z)",
        ("private key",),
        (
            ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----", "MIIE"),
            ("-----BEGIN OPENSSH PRIVATE KEY----- ⏎ b3BlbnNz", "b3Blbn"),
        ),
        ("-----BEGIN PUBLIC KEY-----",),
    ),
    Rule(
        "random letters",
        Hidden.ACCESS_KEY,
        r"(?<![\w+/=-])(?P<secret>[\w+/-]{32,}={0,2})(?![\w])",
        (),
        (("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY9z8", "K7MDENG"),),
        (
            "org.freedesktop.NetworkManager-dispatcher-service-number-12",
            "123e4567-e89b-12d3-a456-426614174000",
            "/usr/lib/x86_64-linux-gnu/libQt6Widgets",
        ),
        sure=_looks_random,
    ),
)

PEOPLE = (
    Rule(
        "e-mail address",
        Hidden.ADDRESS,
        r"(?<![\w.+-])(?P<secret>[\w.+-]++(?:@|%40)(?:[\w-]++\.)+[^\W\d_][\w-]*+)",
        ("@", "%40"),
        (
            ("from siti.rahma@example.co.id: rejected", "siti.rahma"),
            ("to=budi%40example.com", "budi"),
            ("日本@例え.jp", "日本"),
        ),
        ("user@1000.service: failed", "getty@tty1.service", "a @ b", "git@git.example"),
        sure=_is_mail,
    ),
    Rule(
        "user name in a path",
        Hidden.USER_NAME,
        r"(?:/(?:home|Users)/|/(?:run/)?media/(?=[^\s/]{1,64}/)|/var/(?:mail|spool/mail|spool/cron/crontabs)/)(?P<secret>[^/\s:\"'<>|,;)⏎]+)",
        ("/home", "/users", "media/", "/mail/", "/crontabs/"),
        (
            ("open /home/budi/x: denied", "budi"),
            ("/Users/siti/Library", "siti"),
            ("/run/media/budi/STICK full", "budi"),
            ("file:///C:/Users/budi/a", "budi"),
        ),
        ("/Users/Shared/x", "/media/cdrom", "/home"),
        sure=_not_shared,
    ),
    Rule(
        "user name in a Windows path",
        Hidden.USER_NAME,
        r"\\{1,4}(?:Users|Documents and Settings|homes?)\\{1,4}(?P<secret>[^\\/:*?\"<>|\r\n⏎]{1,64})",
        ("users\\", "settings\\", "home"),
        (("C:\\Users\\Budi Santoso\\spool.log", "Budi"), ("C:\\\\Users\\\\budi\\\\x", "budi"), ("\\\\server\\home\\budi", "budi")),
        ("C:\\Users\\Public\\x",),
        sure=_not_shared,
    ),
    Rule(
        "user name in an encoded path",
        Hidden.USER_NAME,
        r"%(?:2F|5C)(?:home|Users)%(?:2F|5C)(?P<secret>[^%\s\"'&⏎]+)",
        ("%2f", "%5c"),
        (("u=%2Fhome%2Fbudi%2Fx", "budi"),),
        ("a%2Fb",),
        sure=_not_shared,
    ),
    Rule(
        "user name",
        Hidden.USER_NAME,
        r"(?<![\w.-])(?:user(?:[ _-]?(?:name|id))?|login|logname|ruser|account(?:[ _-]?name)?)=[\"']?(?P<secret>[^\s;,&\"'⏎]+)",
        ("user", "login", "logname", "account"),
        (("authentication failure; user=budi", "budi"), ("User Id=kasir;x", "kasir"), ("logname=siti uid=0", "siti")),
        ("user=root", "uid=1000", "user="),
        sure=_not_root,
    ),
    Rule(
        "user name in a sentence",
        Hidden.USER_NAME,
        r"(?<!\w)(?:for|by|invalid|of)[ \t](?:invalid[ \t])?user[ \t]+[\"'(]?(?P<secret>[\w.\\@-]{2,64})",
        ("user",),
        (("session opened for user budi(uid=1000)", "budi"), ("Failed password for invalid user siti from 10.0.0.7", "siti")),
        ("for user root", "for users"),
        sure=_not_root,
    ),
    Rule(
        "name of a Wi-Fi network",
        Hidden.NETWORK_NAME,
        r"(?:(?<![A-Za-z])B?SSID[\"']?[ \t]{0,20}[:=][ \t]{0,20}|(?:wireless|wi-?fi) network[ \t]+(?=[\"']))[\"']?"
        r"(?P<secret>[^\"'\r\n⏎,]+)",
        ("ssid", "network"),
        (("SSID: Kantor Lantai 3", "Lantai"), ("Connected to wireless network 'LabNet'", "LabNet"), ("ssid=LabNet", "LabNet")),
        ("wireless network is down", "no SSID"),
    ),
    Rule(
        "labelled identity number",
        Hidden.ID_NUMBER,
        r"(?<!\w)(?:nik|npwp|ktp|no\.? ?kk|passport|paspor)(?!\w)[^\w\r\n⏎]{0,6}(?:(?:no|nomor|number)(?!\w)[^\w\r\n⏎]{0,4})?"
        r"(?P<secret>\w[\w.-]{5,30})",
        ("nik", "npwp", "ktp", "kk", "passport", "paspor"),
        (("NIK: 1234567890123456", "3456"), ("NPWP 01.234.567.8-901.000", "901"), ("Paspor no. A1234567", "A1234567")),
        ("Nikon", "nik"),
        sure=lambda secret: any(letter.isdigit() for letter in secret),
    ),
    Rule(
        "tax number (NPWP)",
        Hidden.ID_NUMBER,
        r"(?<![\d.])(?P<secret>\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3})(?!\d)",
        ("-",),
        (("pajak 01.234.567.8-901.000 lunas", "901"),),
        ("version 01.234.567", "10.20.30.40"),
    ),
)

RULES = (*PASSWORDS, *KEYS, *PEOPLE)
