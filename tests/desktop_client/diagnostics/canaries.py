"""Sixty planted secrets and twelve kinds of places in which they turn up, as programs really write them there."""

import base64
import json
import random
import shlex
from collections.abc import Callable
from urllib.parse import quote, quote_plus

_chosen = random.Random(20)
_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def _random(length: int) -> str:
    return "".join(_chosen.choice(_LETTERS) for _ in range(length))


def _jwt(name: str) -> str:
    parts = (json.dumps({"alg": "HS256", "typ": "JWT"}), json.dumps({"sub": name, "aud": "helpdesk"}), _random(32))
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts)


def _pem(kind: str) -> str:
    body = base64.b64encode(_random(120).encode()).decode()
    lines = "\n".join(body[at : at + 64] for at in range(0, len(body), 64))
    return f"-----BEGIN {kind}PRIVATE KEY-----\n{lines}\n-----END {kind}PRIVATE KEY-----"


PASSWORDS = (
    *(
        "Sunflower-1987",
        "hunter2hunter2",
        "Tr0ub4dor&3zz",
        "Jakarta2026!",
        "Qwerty!2345x",
        "letmein-please",
        "Bandung_Raya9",
        "P@ssw0rd-x",
        "mangga99manis",
    ),
    *(
        "correct horse stapler zebra",
        "kuda besar makan rumput",
        "Selamat pagi Jakarta 77",
        "two  blanks  inside",
        "open the pod bay doors",
        "nasi goreng pedas sekali",
        "it was a dark night",
        "lima ekor ayam putih",
    ),
    *(
        "semi;colon;inside",
        "amper&sand&more",
        "equals=sign=here",
        "quote'single'quote",
        'quote"double"quote',
        "back\\slash\\word",
        "percent%41%42sign",
        "hash#mark#word",
    ),
    *("пароль-тайный-99", "東京都パスワード千代田", "contraseña-ñandú-áéí", "Grüße-Öl-Straße-ß", "كلمةالسرالقوية١٢٣"),
)
TOKENS = (
    *(_jwt(name) for name in ("siti", "budi", "kasir")),
    *(f"AKIA{_random(16).upper()}", f"ASIA{_random(16).upper()}", f"{_random(20)}/{_random(19)}", f"{_random(22)}+{_random(17)}"),
    *(f"ghp_{_random(36)}", f"github_pat_{_random(40)}", f"glpat-{_random(20)}", f"xoxb-{_chosen.randrange(10**11)}-{_random(24)}"),
    *(
        f"AIza{_random(35)}",
        f"sk_live_{_random(24)}",
        f"npm_{_random(36)}",
        f"sgd_{_random(43)}",
        f"hf_{_random(34)}",
        f"SG.{_random(22)}.{_random(43)}",
    ),
)
PEOPLE = (
    "4111 1111 1111 1111",
    "5500000000000004",
    "3171234508900001",
    "3273 0167 0890 0003",
    "01.234.567.8-901.000",
    "siti.rahma@example.co.id",
    "budi+kas@example.com",
)
LONG = (
    _pem("RSA "),
    _pem(""),
    base64.b64encode(_random(48).encode()).decode(),
    base64.b64encode(b"budi:geheim-geheim").decode(),
    "K7QM2XPD",
    "R4TN8WYB",
)

SECRETS = (*PASSWORDS, *TOKENS, *PEOPLE, *LONG)


def _quoted(secret: str) -> str:
    return f'"{secret}"' if " " in secret or "\n" in secret else secret


PLACES: dict[str, Callable[[str], str]] = {
    "environment": lambda secret: f"env: SHELL=/bin/sh DB_PASSWORD={secret}",
    "argv": lambda secret: f"spawn failed: tool --verbose --password {shlex.quote(secret)}",
    "URL query": lambda secret: f"GET https://desk.example/cb?page=2&access_token={quote(secret, safe='')}&lang=id HTTP/1.1 502",
    "proxy URL": lambda secret: f"proxy http://kasir:{quote(secret, safe='')}@proxy.example:8080/ refused the tunnel",
    "Wi-Fi profile": lambda secret: f"wlan0: could not join, psk={secret}",
    "netrc": lambda secret: f"machine git.example login kasir password {_quoted(secret)}",
    "git remote": lambda secret: f"fatal: unable to access 'https://oauth2:{quote(secret, safe='')}@git.example/kas.git/': 403",
    "cookie": lambda secret: f"rejected request, Cookie: theme=dark; sid={secret}",
    "authorization": lambda secret: f"upstream said 401 to Authorization: Bearer {secret}",
    "cloud keys": lambda secret: f"aws_secret_access_key = {secret}",
    "connection string": lambda secret: f"cannot open Server=db.example;Database=kas;User Id=sa;Password={secret}",
    "clipboard": lambda secret: f"pasted text: kata sandi saya: {secret}",
}


def traces(secret: str) -> set[str]:
    """What must not be found anywhere: the secret, its encodings, and pieces of it that give it away."""
    compact = secret.replace("\n", " ⏎ ")
    forms = {
        secret,
        compact,
        quote(secret, safe=""),
        quote_plus(secret),
        base64.b64encode(secret.encode()).decode(),
        json.dumps(secret)[1:-1],
    }
    pieces = {secret[:8], secret[-8:], *(word for word in secret.split() if len(word) >= 5 and not word.startswith("-----"))}
    if secret.startswith("-----"):
        pieces = {line for line in secret.splitlines() if "-----" not in line}
    return {form for form in forms | pieces if len(form) >= 5}


def leaks(text: str) -> list[str]:
    """The secrets of which something is in the text."""
    lower = text.lower()
    return [secret for secret in SECRETS if any(trace.lower() in lower for trace in traces(secret))]
