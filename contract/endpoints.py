"""Every endpoint once: method, path, what it takes and answers, and how it may refuse.

Each may also refuse with `COMMON`. Who may call it: an enrolled client with its device token as bearer (RFC 6750), unless `open_to_all`.
"""

from dataclasses import dataclass

import msgspec

from contract.about import About
from contract.articles import ArticlesPage, HelpUseStored, OpinionStored, PutHelpUse, PutOpinion
from contract.assist import AssistReply, PutAssistAlive, PutAssistAnswer, PutAssistCode, PutAssistKey, PutAssistStep
from contract.enrolment import Enrolled, PutEnrolment
from contract.feed import FeedPage
from contract.problems import Code
from contract.tickets import MessageStored, PutMessage, PutTicket, Ticket, TicketStored
from contract.wire import Reply

COMMON = (Code.BAD_REQUEST, Code.METHOD_NOT_ALLOWED, Code.NOT_FOUND, Code.UNAVAILABLE, Code.INTERNAL)
WHO = (Code.NOT_ENROLLED, Code.REVOKED)
TUS = (Code.TUS_VERSION, Code.NOT_FOUND)


class Health(Reply, frozen=True, kw_only=True):
    """The backend answers, and its store can be read."""

    status: str
    version: str


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """One way in."""

    name: str
    method: str
    path: str
    summary: str
    request: type[msgspec.Struct] | None = None
    reply: type[msgspec.Struct] | None = None
    problems: tuple[Code, ...] = ()
    open_to_all: bool = False


HEALTH = Endpoint(name="health", method="GET", path="/health", summary="Whether the backend works", reply=Health, open_to_all=True)
ABOUT = Endpoint(
    name="about", method="GET", path="/api/v1/about", summary="What this backend is and understands", reply=About, open_to_all=True
)
ENROL = Endpoint(
    name="enrol",
    method="PUT",
    path="/api/v1/enrolments/{enrolment_id}",
    summary="Register one person on one computer with a code; the same again is answered alike, though the code is used up",
    request=PutEnrolment,
    reply=Enrolled,
    problems=(
        Code.INVALID,
        Code.CODE_WRONG,
        Code.CODE_USED,
        Code.CODE_EXPIRED,
        Code.TOO_MANY_TRIES,
        Code.CONFLICT,
        Code.REVOKED,
        Code.TOO_LARGE,
        Code.STORAGE_FULL,
    ),
    open_to_all=True,
)
PUT_TICKET = Endpoint(
    name="put_ticket",
    method="PUT",
    path="/api/v1/tickets/{ticket_id}",
    summary="Report a problem; 201 the first time, 200 with the same number again, 409 for other content under the same id",
    request=PutTicket,
    reply=TicketStored,
    problems=(
        *WHO,
        Code.INVALID,
        Code.CONFLICT,
        Code.UPLOAD_INCOMPLETE,
        Code.UPLOAD_GONE,
        Code.TOO_LARGE,
        Code.LIMIT_REACHED,
        Code.STORAGE_FULL,
    ),
)
GET_TICKET = Endpoint(
    name="get_ticket",
    method="GET",
    path="/api/v1/tickets/{ticket_id}",
    summary="One of one's own tickets, whole",
    reply=Ticket,
    problems=WHO,
)
PUT_MESSAGE = Endpoint(
    name="put_message",
    method="PUT",
    path="/api/v1/tickets/{ticket_id}/messages/{message_id}",
    summary="Reply, or say that it works again or is still broken",
    request=PutMessage,
    reply=MessageStored,
    problems=(
        *WHO,
        Code.INVALID,
        Code.CONFLICT,
        Code.UPLOAD_INCOMPLETE,
        Code.UPLOAD_GONE,
        Code.TOO_LARGE,
        Code.LIMIT_REACHED,
        Code.STORAGE_FULL,
    ),
)
GET_ATTACHMENT = Endpoint(
    name="get_attachment",
    method="GET",
    path="/api/v1/tickets/{ticket_id}/attachments/{attachment_id}",
    summary="The bytes of an attachment of one's own ticket",
    problems=WHO,
)
FEED = Endpoint(
    name="feed",
    method="GET",
    path="/api/v1/feed",
    summary="What is new, as a page or as server-sent events",
    reply=FeedPage,
    problems=(*WHO, Code.INVALID),
)
ARTICLES = Endpoint(
    name="articles",
    method="GET",
    path="/api/v1/articles",
    summary="Help articles that changed, in pages",
    reply=ArticlesPage,
    problems=(*WHO, Code.INVALID),
)
ARTICLE_IMAGE = Endpoint(
    name="article_image",
    method="GET",
    path="/api/v1/articles/{article_id}/images/{image_name}",
    summary="The bytes of a picture in an article",
    problems=WHO,
)
PUT_OPINION = Endpoint(
    name="put_opinion",
    method="PUT",
    path="/api/v1/articles/{article_id}/opinions/{opinion_id}",
    summary="Whether an article helped; the same again is answered alike",
    request=PutOpinion,
    reply=OpinionStored,
    problems=(*WHO, Code.INVALID, Code.CONFLICT, Code.TOO_LARGE, Code.LIMIT_REACHED, Code.STORAGE_FULL),
)
PUT_HELP_USE = Endpoint(
    name="put_help_use",
    method="PUT",
    path="/api/v1/help-use/{day}",
    summary="Counts of one day: searches, and articles opened, solved and passed over; the same day again replaces them",
    request=PutHelpUse,
    reply=HelpUseStored,
    problems=(*WHO, Code.INVALID, Code.TOO_LARGE, Code.STORAGE_FULL),
)
ASSIST = (*WHO, Code.INVALID, Code.ASSIST_OVER, Code.CONFLICT, Code.TOO_LARGE, Code.STORAGE_FULL)
GET_ASSIST = Endpoint(
    name="get_assist",
    method="GET",
    path="/api/v1/assist/{session_id}",
    summary="A session of remote help on one of one's own tickets, as it is now",
    reply=AssistReply,
    problems=WHO,
)
ASSIST_PICTURE = Endpoint(
    name="assist_picture",
    method="GET",
    path="/api/v1/assist/{session_id}/picture",
    summary="The picture of the technician who asks",
    problems=WHO,
)
PUT_ASSIST_KEY = Endpoint(
    name="put_assist_key",
    method="PUT",
    path="/api/v1/assist/{session_id}/key",
    summary="The client's public key for the two words, once",
    request=PutAssistKey,
    reply=AssistReply,
    problems=ASSIST,
)
PUT_ASSIST_ANSWER = Endpoint(
    name="put_assist_answer",
    method="PUT",
    path="/api/v1/assist/{session_id}/answer",
    summary="Consent, decline, or say that this is not the help desk",
    request=PutAssistAnswer,
    reply=AssistReply,
    problems=ASSIST,
)
PUT_ASSIST_STEP = Endpoint(
    name="put_assist_step",
    method="PUT",
    path="/api/v1/assist/{session_id}/step",
    summary="The tool starts, runs, or has ended",
    request=PutAssistStep,
    reply=AssistReply,
    problems=ASSIST,
)
PUT_ASSIST_CODE = Endpoint(
    name="put_assist_code",
    method="PUT",
    path="/api/v1/assist/{session_id}/code",
    summary="The tool's code or id, sealed for the technician",
    request=PutAssistCode,
    reply=AssistReply,
    problems=(*ASSIST, Code.LIMIT_REACHED),
)
PUT_ASSIST_ALIVE = Endpoint(
    name="put_assist_alive",
    method="PUT",
    path="/api/v1/assist/{session_id}/alive",
    summary="A sign of life; answers how the session stands",
    request=PutAssistAlive,
    reply=AssistReply,
    problems=(*WHO, Code.INVALID, Code.CONFLICT, Code.TOO_LARGE),
)
UPLOAD_OPTIONS = Endpoint(
    name="upload_options", method="OPTIONS", path="/api/v1/uploads", summary="Which parts of tus are spoken", open_to_all=True
)
CREATE_UPLOAD = Endpoint(
    name="create_upload",
    method="POST",
    path="/api/v1/uploads",
    summary="Announce an upload under an id of one's own",
    problems=(*WHO, *TUS, Code.INVALID, Code.CONFLICT, Code.TOO_LARGE, Code.LIMIT_REACHED, Code.STORAGE_FULL),
)
HEAD_UPLOAD = Endpoint(
    name="head_upload",
    method="HEAD",
    path="/api/v1/uploads/{upload_id}",
    summary="How much has arrived",
    problems=(*WHO, *TUS, Code.UPLOAD_GONE),
)
PATCH_UPLOAD = Endpoint(
    name="patch_upload",
    method="PATCH",
    path="/api/v1/uploads/{upload_id}",
    summary="The next piece",
    problems=(
        *WHO,
        *TUS,
        Code.UPLOAD_GONE,
        Code.OFFSET_CONFLICT,
        Code.CHECKSUM_MISMATCH,
        Code.UNSUPPORTED_MEDIA_TYPE,
        Code.TOO_LARGE,
        Code.LIMIT_REACHED,
        Code.STORAGE_FULL,
    ),
)
DELETE_UPLOAD = Endpoint(
    name="delete_upload",
    method="DELETE",
    path="/api/v1/uploads/{upload_id}",
    summary="Give an upload up",
    problems=(*WHO, *TUS, Code.UPLOAD_GONE),
)

ENDPOINTS = (
    HEALTH,
    ABOUT,
    ENROL,
    PUT_TICKET,
    GET_TICKET,
    PUT_MESSAGE,
    GET_ATTACHMENT,
    FEED,
    ARTICLES,
    ARTICLE_IMAGE,
    PUT_OPINION,
    PUT_HELP_USE,
    GET_ASSIST,
    ASSIST_PICTURE,
    PUT_ASSIST_KEY,
    PUT_ASSIST_ANSWER,
    PUT_ASSIST_STEP,
    PUT_ASSIST_CODE,
    PUT_ASSIST_ALIVE,
    UPLOAD_OPTIONS,
    CREATE_UPLOAD,
    HEAD_UPLOAD,
    PATCH_UPLOAD,
    DELETE_UPLOAD,
)
