"""What is known by value is found in every disguise, and ordinary words are left alone."""

import base64
import html
import json
import unicodedata
from urllib.parse import quote, quote_plus

import pytest

from contract.diagnostics import Hidden
from desktop_client.diagnostics.redaction.known_values import KnownValues, of_environment
from desktop_client.diagnostics.redaction.redact import Redactor

TOKEN = "Zq7!kettle/9-Morgen über 東京"
CODE = "K7QM2XPD"


def redactor() -> Redactor:
    names = (("budi.santoso", Hidden.USER_NAME), ("Siti Rahma", Hidden.USER_NAME), ("LT-FIN-0231-JAKARTA", Hidden.COMPUTER_NAME))
    return Redactor(KnownValues({TOKEN: Hidden.ACCESS_KEY, CODE: Hidden.ACCESS_KEY, "k3y!": Hidden.PASSWORD}, names))


def spellings(secret: str) -> dict[str, str]:
    encoded = secret.encode()
    return {
        "itself": secret,
        "upper": secret.upper(),
        "lower": secret.lower(),
        "percent": quote(secret, safe=""),
        "percent lower": quote(secret, safe="").lower(),
        "form": quote_plus(secret),
        "percent twice": quote(quote(secret, safe=""), safe=""),
        "base64": base64.b64encode(encoded).decode(),
        "base64 after one": base64.b64encode(b"x" + encoded).decode(),
        "base64 after two": base64.b64encode(b"u:" + encoded + b"\n").decode(),
        "base64 for addresses": base64.urlsafe_b64encode(encoded).decode(),
        "hexadecimal": encoded.hex(),
        "json": json.dumps(secret),
        "html": html.escape(secret),
        "decomposed": unicodedata.normalize("NFD", secret),
        "head": secret[:12],
        "tail": secret[-12:],
        "middle": secret[6:20],
    }


@pytest.mark.parametrize("how", spellings(TOKEN))
def test_a_secret_is_hidden_however_it_is_spelled(how: str) -> None:
    spelled = spellings(TOKEN)[how].strip('"')
    clean = redactor().text(f"before ({spelled}) after")
    assert clean.startswith("before (")
    assert clean.endswith(") after")
    left = clean.removeprefix("before (").removesuffix(") after").replace(Hidden.ACCESS_KEY.mark(), "\0")
    assert max(map(len, left.split("\0"))) < 8, clean


def test_a_code_is_hidden_as_people_read_it_out() -> None:
    for spelled in ("K7QM2XPD", "K7QM-2XPD", "k7qm 2xpd", "K 7 Q M 2 X P D"):
        assert redactor().text(f"code {spelled}!") == f"code {Hidden.ACCESS_KEY.mark()}!"


def test_a_short_secret_is_hidden_whole() -> None:
    assert redactor().text("a k3y! b") == f"a {Hidden.PASSWORD.mark()} b"


@pytest.mark.parametrize(
    "text",
    [
        "budi.santoso",
        "BUDI.SANTOSO",
        "budi_santoso",
        "budi santoso",
        "CORP\\budi.santoso",
        "budi.sa+",
        "budi.san",
        "SITI RAHMA",
        "siti.rahma",
        "Siti%20Rahma",
    ],
)
def test_a_name_is_hidden_as_systems_write_it(text: str) -> None:
    clean = redactor().text(f"for {text} here")
    assert Hidden.USER_NAME.mark() in clean
    assert "budi" not in clean.lower()
    assert "rahma" not in clean.lower()


def test_a_computers_name_is_hidden_cut_as_netbios_cuts_it_too() -> None:
    for text in ("lt-fin-0231-jakarta", "LT-FIN-0231-JAK"):
        assert redactor().text(f"\\\\{text}\\share") == f"\\\\{Hidden.COMPUTER_NAME.mark()}\\share"


def test_parts_of_words_are_left_alone() -> None:
    names = (("budi", Hidden.USER_NAME), ("root", Hidden.USER_NAME), ("localhost", Hidden.COMPUTER_NAME), ("vm", Hidden.COMPUTER_NAME))
    text = "budidaya of root at localhost on a vm, cubudi"
    assert Redactor(KnownValues({}, names)).text(text) == text


def test_letters_that_change_length_do_not_shift_what_is_hidden() -> None:
    assert redactor().text(f"İİİ {TOKEN} ẞ") == f"İİİ {Hidden.ACCESS_KEY.mark()} ẞ"


def test_the_environments_secrets_are_known() -> None:
    secrets = of_environment(
        {
            "HTTPS_PROXY": "http://kasir:ge%20heim@proxy.example:8080",
            "CI_JOB_TOKEN": "abcdef123456",
            "DATABASE_URL": "postgres://app:pgp4ss@db/x",
            "PWD": "/home/somebody",
            "SSH_AUTH_SOCK": "/run/x.sock",
            "GOOGLE_APPLICATION_CREDENTIALS": "/etc/key.json",
            "EDITOR": "vim",
            "TOKENIZERS": "x",
            "BROKEN": "http://[::1",
        }
    )
    assert secrets == {
        "ge%20heim": Hidden.PASSWORD,
        "ge heim": Hidden.PASSWORD,
        "abcdef123456": Hidden.ACCESS_KEY,
        "pgp4ss": Hidden.PASSWORD,
    }
