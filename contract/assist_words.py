"""What both sides make of the key exchange: two words to say, and a secret under which codes are sealed. The page does it in WebCrypto.

shared  = the x-coordinate of ECDH over P-256 (SEC 1, section 3.3.1; 32 bytes)
salt    = SHA-256(technician's public key, 65 bytes ‖ client's public key, 65 bytes)
words   = HKDF-SHA-256 (RFC 5869) of `shared` with `salt` and info "sigap assist words v1" ‖ 0 ‖ session id ‖ 0 ‖ ticket number; 4 bytes,
          read as a big-endian number: its highest 11 bits are the first word's place in the list, the next 11 bits the second's
secret  = the same with info "sigap assist code v1" ‖ …; 32 bytes, the key of AES-256-GCM
sealed  = nonce (12 fresh random bytes) ‖ AES-256-GCM(secret, nonce, text in UTF-8, additional data = direction ‖ 0 ‖ session id), base64url
          direction is "to-technician" or "to-employee", so that a code can't be sent back to where it came from
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources

LANGUAGES = ("en", "id")
WORDS = 2048
WORDS_INFO = b"sigap assist words v1"
SECRET_INFO = b"sigap assist code v1"
TO_TECHNICIAN = b"to-technician"
TO_EMPLOYEE = b"to-employee"


def info(purpose: bytes, session: str, number: str) -> bytes:
    """The context that goes into HKDF."""
    return b"\0".join((purpose, session.encode("ascii"), number.encode("ascii")))


@cache
def word_list(language: str) -> Sequence[str]:
    """The 2,048 words of a language, in their order; English for a language that has none."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    return tuple(resources.files("contract").joinpath(f"assist_words_{name}.txt").read_text("ascii").split())


def two_words(derived: bytes, language: str) -> tuple[str, str]:
    """The words for 4 derived bytes."""
    number = int.from_bytes(derived, "big")
    words = word_list(language)
    return words[number >> 21], words[(number >> 10) & 0x7FF]
