"""Refusals: problem details (RFC 9457) with a stable code. The client has its own sentence for each code that it knows.

The header `Problem-Code` says the code too, for the answer to a HEAD, which has no body.
"""

from enum import StrEnum

from contract.wire import Reply

MEDIA_TYPE = "application/problem+json"


class Code(StrEnum):
    """Why the backend refused; each with its one HTTP status in `STATUS`."""

    BAD_REQUEST = "bad-request"
    INVALID = "invalid"
    NOT_ENROLLED = "not-enrolled"
    REVOKED = "revoked"
    CODE_WRONG = "code-wrong"
    CODE_USED = "code-used"
    CODE_EXPIRED = "code-expired"
    TOO_MANY_TRIES = "too-many-tries"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    CONFLICT = "conflict"
    ASSIST_OVER = "assist-over"
    OFFSET_CONFLICT = "offset-conflict"
    UPLOAD_INCOMPLETE = "upload-incomplete"
    UPLOAD_GONE = "upload-gone"
    CHECKSUM_MISMATCH = "checksum-mismatch"
    TUS_VERSION = "tus-version"
    UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type"
    TOO_LARGE = "too-large"
    LIMIT_REACHED = "limit-reached"
    STORAGE_FULL = "storage-full"
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"


STATUS: dict[Code, int] = {
    Code.BAD_REQUEST: 400,
    Code.INVALID: 422,
    Code.NOT_ENROLLED: 401,
    Code.REVOKED: 401,
    Code.CODE_WRONG: 403,
    Code.CODE_USED: 403,
    Code.CODE_EXPIRED: 403,
    Code.TOO_MANY_TRIES: 429,
    Code.NOT_FOUND: 404,
    Code.METHOD_NOT_ALLOWED: 405,
    Code.CONFLICT: 409,
    Code.ASSIST_OVER: 409,
    Code.OFFSET_CONFLICT: 409,
    Code.UPLOAD_INCOMPLETE: 409,
    Code.UPLOAD_GONE: 410,
    Code.CHECKSUM_MISMATCH: 460,
    Code.TUS_VERSION: 412,
    Code.UNSUPPORTED_MEDIA_TYPE: 415,
    Code.TOO_LARGE: 413,
    Code.LIMIT_REACHED: 429,
    Code.STORAGE_FULL: 507,
    Code.UNAVAILABLE: 503,
    Code.INTERNAL: 500,
}
"""460 is tus' own "Checksum Mismatch"."""


class Problem(Reply, frozen=True, kw_only=True):
    """The body of a refusal. `number` is the ticket that exists (conflict), `field` the part of the request that was refused, `limit` its
    bound, `uploads` the ids that are gone or incomplete, `retry_after_s` what the header Retry-After says too.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    code: str
    request_id: str = ""
    number: str | None = None
    field: str | None = None
    limit: int | None = None
    uploads: tuple[str, ...] = ()
    retry_after_s: int | None = None
