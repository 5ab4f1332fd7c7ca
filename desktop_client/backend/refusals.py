"""From what came back, or didn't, to the reason that a person reads: problem details, foreign answers and broken connections."""

import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from contract import problems
from contract.problems import STATUS, Code, Problem
from desktop_client.reasons import Cause, Cure, Reason

LONGEST_WAIT_S = 900.0
"""However long a backend asks to be left alone, it is tried again after a quarter of an hour."""

CLOCK_ODD_S = 300
"""A clock that is further off than this explains a certificate that is not valid now."""

EXPIRED, NOT_YET_VALID = 10, 9
"""OpenSSL's numbers: X509_V_ERR_CERT_HAS_EXPIRED and X509_V_ERR_CERT_NOT_YET_VALID."""

REF = re.compile(r"[A-Za-z0-9._-]{1,64}")

FOREIGN_TLS = {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG", "UNKNOWN_PROTOCOL"}

SIMPLE: dict[Code, Cause] = {
    Code.NOT_ENROLLED: Cause.NOT_ENROLLED,
    Code.REVOKED: Cause.REVOKED,
    Code.CODE_WRONG: Cause.CODE_WRONG,
    Code.CODE_USED: Cause.CODE_USED,
    Code.CODE_EXPIRED: Cause.CODE_EXPIRED,
    Code.ASSIST_OVER: Cause.ASSIST_OVER,
}


def in_time(cause: Cause, retry_after_s: float | None = None, **data: str | float) -> Reason:
    """A reason that trying again later cures."""
    return Reason(cause, dict(data), Cure.TIME, retry_after_s)


def retry_after_s(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """What `Retry-After` asks for (RFC 9110, section 10.2.3: seconds or a date), at most a quarter of an hour; None without one."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT_S)
    try:
        seconds = (parsedate_to_datetime(text) - (now or datetime.now(UTC))).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT_S)


def read_problem(status: int, headers: Mapping[str, str], body: bytes) -> Problem | None:
    """The problem details, if the answer is a refusal in the contract's form."""
    if headers.get("content-type", "").partition(";")[0].strip().lower() != problems.MEDIA_TYPE:
        return None
    try:
        problem = msgspec.json.decode(body, type=Problem)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    known = next((STATUS[code] for code in Code if code.value == problem.code), status)
    return problem if problem.status == status == known else None


def of_problem(problem: Problem, headers: Mapping[str, str], ref: str) -> Reason:  # noqa: PLR0911 - one line a case
    """The reason for a refusal by the backend itself."""
    code = next((code for code in Code if code.value == problem.code), None)
    wait = min(float(problem.retry_after_s), LONGEST_WAIT_S) if problem.retry_after_s is not None else retry_after_s(headers)
    if code in SIMPLE:
        return Reason(SIMPLE[code])
    if code is Code.TOO_MANY_TRIES:
        return Reason(Cause.TOO_MANY_TRIES, {"wait_s": wait or 60.0}, Cure.PERSON, wait)
    if code is Code.LIMIT_REACHED:
        return in_time(Cause.LIMIT_REACHED, wait, detail=problem.detail)
    if code is Code.STORAGE_FULL:
        return in_time(Cause.SERVER_FULL, wait, ref=ref)
    if code in {Code.UNAVAILABLE, Code.INTERNAL} or problem.status >= 500:
        return in_time(Cause.SERVER_PROBLEM, wait, ref=ref)
    if code is Code.CONFLICT:
        return Reason(Cause.CONFLICT, {"number": problem.number or ""})
    data: dict[str, str | int | float] = {"field": problem.field or "", "detail": problem.detail or problem.title, "ref": ref}
    if problem.limit is not None:
        data["limit"] = problem.limit
    return Reason(Cause.REFUSED, data)


def of_foreign(status: int, headers: Mapping[str, str], host: str, ref: str) -> Reason:
    """The reason for an answer that hasn't the contract's form: a captive portal, a proxy, a failing server, or another program."""
    page = headers.get("content-type", "").partition(";")[0].strip().lower() in {"text/html", "application/xhtml+xml"}
    wait = retry_after_s(headers)
    if status == 407:
        return in_time(Cause.PROXY_SIGN_IN)
    if 300 <= status < 400 or status == 511 or (page and 200 <= status < 300):
        return in_time(Cause.PORTAL)
    if status == 429:
        return in_time(Cause.SERVER_BUSY, wait)
    if status == 507:
        return in_time(Cause.SERVER_FULL, wait, ref=ref)
    if status >= 500:
        return in_time(Cause.SERVER_PROBLEM, wait, ref=ref)
    return in_time(Cause.NOT_OURS, host=host)


def of_error(error: BaseException, host: str, percent: int) -> Reason:  # noqa: PLR0911 - one line a case, the surest first
    """The reason for a connection that could not be made, broke, or was too slow."""
    from urllib3 import exceptions as lower  # noqa: PLC0415 - loaded with requests, in the thread that speaks to the network

    chain = list(_chain(error))
    # http.client's own words; the number alone stands in many a port and address.
    if any("Tunnel connection failed: 407" in str(part) for part in chain if isinstance(part, OSError | lower.ProxyError)):
        return in_time(Cause.PROXY_SIGN_IN)
    for part in chain:
        if isinstance(part, ssl.SSLCertVerificationError):
            return in_time(Cause.CERTIFICATE)
        if isinstance(part, ssl.SSLError) and not isinstance(part, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return in_time(Cause.NOT_OURS, host=host) if part.reason in FOREIGN_TLS else in_time(Cause.CERTIFICATE)
    if any(isinstance(part, lower.ConnectTimeoutError | lower.NewConnectionError | socket.gaierror) for part in chain):
        return in_time(Cause.UNREACHABLE, host=host)
    if any(isinstance(part, lower.ReadTimeoutError | TimeoutError) for part in chain):
        return in_time(Cause.SLOW, percent=percent)
    if any(_is_not_http(part) for part in chain):
        return in_time(Cause.NOT_OURS, host=host)
    if any(isinstance(part, lower.ProtocolError | ConnectionError | lower.SSLError | ssl.SSLError) for part in chain):
        return in_time(Cause.CONNECTION_BROKE, percent=percent)
    return in_time(Cause.UNREACHABLE, host=host)


def certificate_fault(error: BaseException) -> int | None:
    """OpenSSL's number of what is wrong with the certificate, if that was the trouble."""
    for part in _chain(error):
        if isinstance(part, ssl.SSLCertVerificationError):
            return int(getattr(part, "verify_code", 0) or 0)
    return None


def _is_not_http(error: BaseException) -> bool:
    from http import client  # noqa: PLC0415 - see of_error

    if isinstance(error, client.RemoteDisconnected | client.IncompleteRead):
        return False
    return isinstance(error, client.HTTPException | ValueError)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        part = waiting.pop(0)
        if not isinstance(part, BaseException) or id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        waiting += [part.__cause__, part.__context__, getattr(part, "reason", None), *part.args]
