"""Both sides make the same of the key exchange: Python by `cryptography`, the page by WebCrypto in a real Chromium."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import Browser, Error, Page, Route

import server_stub.console
from contract.assist_words import LANGUAGES, TO_EMPLOYEE, TO_TECHNICIAN, two_words, word_list
from contract.ids import new_id
from desktop_client.assist.exchange import Exchange, ExchangeError
from tests.server_stub.console.employee import decoded, derived, encoded, public, sealed, unsealed

STATIC = Path(server_stub.console.__file__).parent / "static"
ORIGIN = "https://console.example"
SESSION = "01890000-0000-7000-8000-000000000001"
NUMBER = "INC-000431"
FIXED = (7, 11, "c94f21d2", "d5d42c3")
"""The two private keys, and the first bytes of what must come out; made once by `derived`, so that both sides can't drift together."""

PAGE = """
async ({technician, peer, session, number, lists, seal, open}) => {
  const exchange = await import("./exchange.js");
  const sealing = await import("./sealed.js");
  const bytes = exchange.fromBase64url(technician.public);
  const ecdh = { name: "ECDH", namedCurve: "P-256" };
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map(exchange.toBase64url);
  const jwk = { kty: "EC", crv: "P-256", d: technician.d, x, y };
  const pair = {
    privateKey: await crypto.subtle.importKey("jwk", jwk, ecdh, false, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("raw", bytes, ecdh, true, []),
  };
  const made = await exchange.derived(pair, peer, session, number);
  return {
    commitment: await exchange.commitmentOf(pair),
    derived: Array.from(made.words),
    words: lists.map((list) => exchange.twoWords(made.words, list)),
    sealed: await sealing.seal(made.secret, sealing.TO_EMPLOYEE, session, seal),
    opened: await sealing.unsealed(made.secret, sealing.TO_TECHNICIAN, session, open),
  };
}
"""


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Page]:
    """A page that can import the console's modules, and nothing else."""
    page = browser.new_page()

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name:
            route.fulfill(body=(STATIC / name).read_text("utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")

    page.route("**/*", answer)
    page.goto(f"{ORIGIN}/")
    yield page
    page.close()


def private(number: int) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(number, ec.SECP256R1())


def in_page(page: Page, technician: ec.EllipticCurvePrivateKey, peer: bytes, session: str, number: str, *, sealed_for_it: str) -> Any:
    scalar = technician.private_numbers().private_value.to_bytes(32, "big")
    return page.evaluate(
        PAGE,
        {
            "technician": {"public": encoded(public(technician)), "d": encoded(scalar)},
            "peer": encoded(peer),
            "session": session,
            "number": number,
            "lists": [list(word_list(language)) for language in LANGUAGES],
            "seal": "ABC123",
            "open": sealed_for_it,
        },
    )


def test_a_fixed_exchange_gives_what_it_always_gave() -> None:
    words, secret = derived(
        private(FIXED[0]), public(private(FIXED[1])), public(private(FIXED[0])), public(private(FIXED[1])), SESSION, NUMBER
    )
    assert (words.hex(), secret.hex()[:7]) == FIXED[2:]


@pytest.mark.parametrize("seed", [0, *range(1, 21)], ids=lambda seed: f"random-{seed}" if seed else "fixed")
def test_page_and_client_make_the_same_words_and_secret(modules: Page, seed: int) -> None:
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    draw = random.Random(seed)
    technician = private(draw.randrange(1, order) if seed else FIXED[0])
    client = private(draw.randrange(1, order) if seed else FIXED[1])
    session, number = (new_id(), f"INC-{draw.randrange(10**6):06d}") if seed else (SESSION, NUMBER)
    words, secret = derived(client, public(technician), public(technician), public(client), session, number)

    made = in_page(
        modules, technician, public(client), session, number, sealed_for_it=sealed(secret, TO_TECHNICIAN, session, "123 456 789 é")
    )

    assert made["commitment"] == hashlib.sha256(public(technician)).hexdigest()
    assert bytes(made["derived"]) == words
    assert [tuple(pair) for pair in made["words"]] == [two_words(words, language) for language in LANGUAGES]
    assert made["opened"] == "123 456 789 é"
    assert unsealed(secret, TO_EMPLOYEE, session, made["sealed"]) == "ABC123"
    kept = Exchange(encoded(client.private_numbers().private_value.to_bytes(32, "big")))
    for language in LANGUAGES:
        agreed = kept.agree(encoded(public(technician)), made["commitment"], session=session, number=number, language=language)
        assert (agreed.words, agreed.secret) == (two_words(words, language), secret)


def test_a_key_that_is_not_the_promised_one_is_refused_by_the_client() -> None:
    promised, shown = private(FIXED[0]), private(FIXED[1])
    promise = hashlib.sha256(public(promised)).hexdigest()
    with pytest.raises(ExchangeError):
        Exchange().agree(encoded(public(shown)), promise, session=SESSION, number=NUMBER, language="en")


@pytest.mark.parametrize(
    ("direction", "session", "spoilt"),
    [(TO_EMPLOYEE, SESSION, 0), (TO_TECHNICIAN, SESSION.replace("1", "2"), 0), (TO_TECHNICIAN, SESSION, 1)],
    ids=["sent back", "of another session", "changed"],
)
def test_a_code_that_was_not_sealed_for_this_page_does_not_open(modules: Page, direction: bytes, session: str, spoilt: int) -> None:
    technician, client = private(FIXED[0]), private(FIXED[1])
    _, secret = derived(client, public(technician), public(technician), public(client), SESSION, NUMBER)
    box = bytearray(decoded(sealed(secret, direction, session, "123456789")))
    box[-1] ^= spoilt
    with pytest.raises(Error, match="OperationError"):
        in_page(modules, technician, public(client), SESSION, NUMBER, sealed_for_it=encoded(bytes(box)))


@pytest.mark.parametrize(
    "peer",
    [b"\x04" + bytes(64), b"\x04" + b"\xff" * 64, b"\x02" + bytes(32), b"", bytes(65)],
    ids=["0,0", "too large", "compressed", "none", "infinity"],
)
def test_a_key_that_is_no_point_of_the_curve_is_refused(modules: Page, peer: bytes) -> None:
    with pytest.raises(Error, match=r"DataError|not an uncompressed P-256 key"):
        in_page(modules, private(FIXED[0]), peer, SESSION, NUMBER, sealed_for_it=encoded(bytes(40)))


def test_the_private_key_cannot_be_read_out_of_the_browser(modules: Page) -> None:
    refused = modules.evaluate(
        """async () => {
          const { newPair } = await import("./exchange.js");
          const pair = await newPair();
          const names = [];
          for (const form of ["jwk", "pkcs8", "raw"]) {
            await crypto.subtle.exportKey(form, pair.privateKey).then(() => names.push("given"), (error) => names.push(error.name));
          }
          return [names, pair.privateKey.extractable, pair.privateKey.usages];
        }"""
    )
    assert refused == [["InvalidAccessError"] * 3, False, ["deriveBits"]]


def test_a_pair_outlives_a_reload_and_never_serves_another_session_or_key(modules: Page) -> None:
    modules.evaluate(
        """async () => {
          const { commitmentOf, newPair } = await import("./exchange.js");
          const { keepPair, settle } = await import("./kept_keys.js");
          const pair = await newPair();
          localStorage.kept = await commitmentOf(pair);
          await keepPair(localStorage.kept, pair, "INC-1");
          await settle(localStorage.kept, { session: "s1", number: "INC-1", peer: "" });
          await settle(localStorage.kept, { session: "s1", number: "INC-1", peer: "k1" });
        }"""
    )
    modules.reload()
    told = modules.evaluate(
        """async () => {
          const { commitmentOf } = await import("./exchange.js");
          const { Changed, forgetPair, keptPair, settle } = await import("./kept_keys.js");
          const kept = await keptPair(localStorage.kept);
          const told = [(await commitmentOf(kept.pair)) === localStorage.kept, kept.session, kept.peer];
          for (const [session, number, peer] of [["s2", "INC-1", "k1"], ["s1", "INC-1", "k2"], ["s1", "INC-2", "k1"]]) {
            const settled = settle(localStorage.kept, { session, number, peer });
            await settled.then(() => told.push("taken"), (error) => told.push(error instanceof Changed));
          }
          await forgetPair(localStorage.kept);
          told.push((await keptPair(localStorage.kept)) === undefined);
          return told;
        }"""
    )
    assert told == [True, "s1", "k1", True, True, True, True]
