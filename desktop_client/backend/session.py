"""The way to one backend: calls that end in time, send the token to no one else, and count only answers in the contract's form."""

import contextlib
import logging
import re
import secrets
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import urlencode

import msgspec

from contract.endpoints import ENDPOINTS, HEALTH, Endpoint
from contract.problems import MEDIA_TYPE as PROBLEM_TYPE
from contract.problems import Problem
from contract.uploads import TUS_VERSION
from contract.wire import MEDIA_TYPE
from desktop_client.backend import refusals
from desktop_client.backend.address import host_of
from desktop_client.backend.clock import clock_difference_s
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.version import client_version

if TYPE_CHECKING:
    import requests

    from desktop_client.backend.line import Line

log = logging.getLogger(__name__)

CONNECT_S = 10.0
READ_S = 30.0
TOTAL_S = 60.0
SLOWEST_BYTES_S = 4096
"""A line that carries less than this is given up for now."""

REPLY_BYTES = 8 * 1024 * 1024
PIECE_BYTES = 64 * 1024
TOKEN = re.compile(r"sgd_[A-Za-z0-9_-]{43}")

STATUSES: dict[str, frozenset[int]] = {
    "enrol": frozenset({200, 201}),
    "put_ticket": frozenset({200, 201}),
    "put_message": frozenset({200, 201}),
    "put_opinion": frozenset({200, 201}),
    "put_help_use": frozenset({200, 201}),
    "create_upload": frozenset({200, 201}),
    "head_upload": frozenset({200, 204}),
    "patch_upload": frozenset({200, 204}),
    "delete_upload": frozenset({200, 204}),
    "upload_options": frozenset({200, 204}),
}
"""The statuses of success; 200 where an endpoint isn't listed."""

TUS_ENDPOINTS = frozenset(endpoint.name for endpoint in ENDPOINTS if endpoint.path.startswith("/api/v1/uploads"))

Struct = TypeVar("Struct", bound=msgspec.Struct)


class StoppedError(Exception):
    """The program, not the network, ended the call: nothing is known about it, and nothing is wrong."""


class AnsweredError(RefusedError):
    """The backend, or something in its place, answered with a refusal."""

    def __init__(self, reason: Reason, status: int, problem: Problem | None) -> None:
        super().__init__(reason)
        self.status = status
        self.problem = problem


@dataclass(frozen=True)
class Answer:
    """An answer in the contract's form; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    ref: str = ""

    def read(self, kind: type[Struct]) -> Struct:
        """The body as the value that the endpoint answers."""
        return msgspec.json.decode(self.body, type=kind)


class Body:
    """Bytes that go out in pieces, so that a slow line times out by piece, and progress is seen."""

    def __init__(self, data: bytes, progress: Callable[[int], None] | None = None) -> None:
        self._data = memoryview(data)
        self._progress = progress
        self.sent = 0

    def __len__(self) -> int:
        return len(self._data)

    def read(self, size: int = PIECE_BYTES) -> bytes:
        """The next piece; asking for it says that the one before has left."""
        if self._progress and self.sent:
            self._progress(self.sent)
        piece = bytes(self._data[self.sent : self.sent + size])
        self.sent += len(piece)
        return piece

    @property
    def percent(self) -> int:
        """How much has left."""
        return self.sent * 100 // len(self._data) if self._data else 0


class Session:
    """One thread's way to one backend; only `stop` may be called by another thread."""

    def __init__(
        self,
        address: str,
        token: Callable[[], str | None] = lambda: None,
        *,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
        total_s: float = TOTAL_S,
    ) -> None:
        self.address = address
        self.host = host_of(address)
        self.clock_offset_s: float | None = None
        self._token = token
        self._connect_s, self._read_s, self._total_s = connect_s, read_s, total_s
        self._line: Line | None = None
        self._requests: requests.Session | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def call(
        self,
        endpoint: Endpoint,
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, str | int] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        total_s: float | None = None,
        most_bytes: int = REPLY_BYTES,
        progress: Callable[[int], None] | None = None,
    ) -> Answer:
        """Asks once and gives the answer in the contract's form; anything else is RefusedError with its reason.

        `total_s` bounds the whole call (by default a minute and what a slow line needs for the body), `most_bytes` the answer, also when
        it comes compressed; `progress` hears the bytes sent.
        """
        outgoing = None if body is None else Body(body, progress)
        limit = total_s or self._total_s + (len(body) / SLOWEST_BYTES_S if body else 0)
        ref = secrets.token_hex(8)
        sent_headers = self._headers(endpoint, ref, headers, has_body=body is not None)
        url = self.address + endpoint.path.format(**(path or {})) + (f"?{urlencode(query)}" if query else "")
        with self._guarded(outgoing):
            started = time.time()
            with self._open_line().deadline(limit):
                response = self._send(endpoint.method, url, outgoing, sent_headers)
                try:
                    status, got = response.status_code, {name.lower(): value for name, value in response.headers.items()}
                    answer_ref = got.get("x-request-id", "")
                    ref = answer_ref if refusals.REF.fullmatch(answer_ref) else ref
                    data = b"" if endpoint.method == "HEAD" else self._read(response.raw, got, status, most_bytes)
                finally:
                    response.close()
            self._check_uncut(outgoing)
        answer = Answer(status, got, data, ref)
        self._check_form(endpoint, answer)
        self._note_clock(got, started)
        return answer

    @contextlib.contextmanager
    def stream(
        self, endpoint: Endpoint, *, query: Mapping[str, str | int], headers: Mapping[str, str], read_s: float
    ) -> Iterator[tuple[Answer, Iterator[bytes]]]:
        """A successful answer's head and its pieces as they come; silence for `read_s` is RefusedError(SLOW).

        A refusal, or an answer that is neither a stream nor of the endpoint's form, is RefusedError as in `call`.
        """
        ref = secrets.token_hex(8)
        url = self.address + endpoint.path + f"?{urlencode(query)}"
        sent_headers = self._headers(endpoint, ref, headers, has_body=False)
        with self._guarded(None):
            with self._open_line().deadline(self._total_s):
                response = self._send(endpoint.method, url, None, sent_headers, read_s)
                got = {name.lower(): value for name, value in response.headers.items()}
                streaming = response.status_code == 200 and got.get("content-type", "").startswith("text/event-stream")
                data = b"" if streaming else self._read(response.raw, got, response.status_code)
            self._check_uncut(None)
        try:
            answer = Answer(response.status_code, got, data, ref)
            if not streaming:
                self._check_form(endpoint, answer)
            yield answer, self._pieces(response.raw)
        finally:
            response.close()
            if self._line:
                self._line.tidy()

    def check_health(self) -> None:
        """Asks whether the backend works; RefusedError says why not."""
        self.call(HEALTH, total_s=20)

    def stop(self) -> None:
        """Ends the running call, and every later one, with StoppedError. For any thread."""
        self._stopped = True
        line = self._line
        if line:
            line.cut("stop")

    def close(self) -> None:
        """Lets go of the connections."""
        line, session, self._line, self._requests = self._line, self._requests, None, None
        if session:
            session.close()
        if line:
            line.tidy(everything=True)

    def _headers(self, endpoint: Endpoint, ref: str, more: Mapping[str, str] | None, *, has_body: bool) -> dict[str, str]:
        headers = {
            "Accept": f"{MEDIA_TYPE}, {PROBLEM_TYPE}",
            "Accept-Encoding": "identity",
            "User-Agent": f"Sigap/{client_version()}",
            "X-Request-Id": ref,
        }
        if has_body:
            headers["Content-Type"] = MEDIA_TYPE
        if not endpoint.open_to_all:
            token = self._token()
            if not token or not TOKEN.fullmatch(token):
                raise RefusedError(Reason(Cause.NOT_ENROLLED))
            headers["Authorization"] = f"Bearer {token}"
        if endpoint.name in TUS_ENDPOINTS:
            headers["Tus-Resumable"] = TUS_VERSION
        return headers | dict(more or {})

    def _open_line(self) -> "Line":
        if self._stopped:
            raise StoppedError
        if self._line is None:
            from desktop_client.backend.line import Line, open_requests  # noqa: PLC0415 - see that module's first line

            self._line = Line()
            self._requests = open_requests(self.address, self._line)
        if self._stopped:
            raise StoppedError
        return self._line

    def _send(
        self, method: str, url: str, body: Body | None, headers: Mapping[str, str], read_s: float | None = None
    ) -> "requests.Response":
        assert self._requests is not None  # noqa: S101 - _open_line came before
        # What was handed to the operating system may still be leaving for a while, before the backend can answer.
        leaving_s = len(body) / SLOWEST_BYTES_S if body else 0
        timeouts = (self._connect_s, (read_s or self._read_s) + leaving_s)
        return self._requests.request(method, url, data=body, headers=dict(headers), timeout=timeouts, allow_redirects=False, stream=True)

    @contextlib.contextmanager
    def _guarded(self, body: Body | None) -> Iterator[None]:
        """Turns every failure of the line into a reason, without the failure's own text: it may hold a proxy's password."""
        try:
            yield
        except (RefusedError, StoppedError):
            if self._line:
                self._line.tidy()  # else the other side would wait for the end of a connection that we closed
            raise
        except (OSError, ValueError) as error:
            reason = self._reason(error, body)
        except Exception as error:
            # urllib3's and http.client's own errors have no common ancestor below Exception.
            if type(error).__module__.partition(".")[0] not in {"urllib3", "http", "requests"}:
                raise
            reason = self._reason(error, body)
        else:
            return
        raise RefusedError(reason) from None

    def _reason(self, error: BaseException, body: Body | None) -> Reason:
        self._check_uncut(body)
        self.close()
        log.debug("no answer from %s: %s", self.host, type(error).__name__)
        reason = refusals.of_error(error, self.host, body.percent if body else 0)
        if refusals.certificate_fault(error) in {refusals.EXPIRED, refusals.NOT_YET_VALID}:
            difference = clock_difference_s(self.address)
            if difference is not None and abs(difference) > refusals.CLOCK_ODD_S:
                return refusals.in_time(Cause.CLOCK, difference_s=round(difference))
        return reason

    def _check_uncut(self, body: Body | None) -> None:
        line = self._line
        if self._stopped:
            self.close()
            raise StoppedError
        if line and line.cut_by:
            self.close()
            raise RefusedError(refusals.in_time(Cause.SLOW, percent=body.percent if body else 0))
        if line:
            line.tidy()

    def _read(self, raw: Any, headers: Mapping[str, str], status: int, most_bytes: int = REPLY_BYTES) -> bytes:
        """The body, bounded before and after decompression: a proxy compresses also what nobody asked to be."""
        coding = headers.get("content-encoding", "identity").strip().lower()
        unpack = None
        if coding in {"gzip", "x-gzip", "deflate"}:
            unpack = zlib.decompressobj(wbits=47 if "gzip" in coding else 15)
        elif coding not in {"identity", ""}:
            raise RefusedError(refusals.of_foreign(status, headers, self.host, ""))
        whole = bytearray()
        while piece := raw.read(PIECE_BYTES, decode_content=False):
            try:
                whole += unpack.decompress(piece, most_bytes + 1 - len(whole)) if unpack else piece
            except zlib.error:
                raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=self.host)) from None
            if len(whole) > most_bytes:
                self.close()
                raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=self.host))
        return bytes(whole)

    def _pieces(self, raw: Any) -> Iterator[bytes]:
        while True:
            with self._guarded(None):
                piece = raw.read1(PIECE_BYTES)
                self._check_uncut(None)
            if not piece:
                return
            yield piece

    def _check_form(self, endpoint: Endpoint, answer: Answer) -> None:
        if answer.status in STATUSES.get(endpoint.name, frozenset({200})):
            if self._fits(endpoint, answer):
                return
        elif not 200 <= answer.status < 400:
            problem = refusals.read_problem(answer.status, answer.headers, answer.body)
            if problem:
                raise AnsweredError(refusals.of_problem(problem, answer.headers, answer.ref), answer.status, problem)
        raise AnsweredError(refusals.of_foreign(answer.status, answer.headers, self.host, answer.ref), answer.status, None)

    @staticmethod
    def _fits(endpoint: Endpoint, answer: Answer) -> bool:
        if endpoint.name in TUS_ENDPOINTS:
            return answer.headers.get("tus-resumable") == TUS_VERSION
        if endpoint.reply is None:
            return True
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == MEDIA_TYPE:
            try:
                msgspec.json.decode(answer.body, type=endpoint.reply)
            except (msgspec.DecodeError, UnicodeDecodeError):
                pass
            else:
                return True
        if kind in {MEDIA_TYPE, ""} and not {"content-length", "transfer-encoding"} & set(answer.headers):
            # Such an answer ends where the connection does: a piece of one is a broken connection.
            raise RefusedError(refusals.in_time(Cause.CONNECTION_BROKE, percent=100))
        return False

    def _note_clock(self, headers: Mapping[str, str], started: float) -> None:
        try:
            theirs = parsedate_to_datetime(headers.get("date", ""))
        except (ValueError, TypeError):
            return
        if theirs.tzinfo is None:
            theirs = theirs.replace(tzinfo=UTC)
        ours = datetime.fromtimestamp((started + time.time()) / 2, UTC)
        self.clock_offset_s = (theirs - ours).total_seconds()
