"""The tables, as SQL for any engine that SQLAlchemy speaks. Changes come with a migration in `migrations/versions/`."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class UtcTime(TypeDecorator[datetime]):
    """A point in time as whole microseconds since 1970, alike in every engine; always read back in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """A time to its number."""
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """A number to its time."""
        return None if value is None else EPOCH + int(value) * MICROSECOND


Id = String(36)
metadata = MetaData()


def some(condition: str) -> dict[str, Any]:
    """Makes an index one of only some rows; every query that is to use it says the condition in the same words."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


NOT_RESOLVED = "state <> 'resolved'"
STILL_OPEN = "ended IS NULL"
WANTS_SOMETHING = "wants <> ''"

meta = Table("meta", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))
"""One value each; `epoch` is the feed's, `pepper` the salt of the enrolment codes."""

sequences = Table("sequences", metadata, Column("name", String(40), primary_key=True), Column("last", BigInteger, nullable=False))
"""Counters that skip nothing: they are raised in the transaction that uses the number."""

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created", UtcTime, nullable=False),
    Column("feed_last", BigInteger, nullable=False),
)

codes = Table(
    "codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("hash", LargeBinary(32), nullable=False, unique=True),
    Column("reusable", Boolean, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("expires", UtcTime),
    Column("used", UtcTime),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("account", String(255), nullable=False),
    Column("display_name", String(255), nullable=False),
    Column("computer", String(255), nullable=False),
    Column("code", Id, ForeignKey("codes.id")),
    Column("replaces", Id, ForeignKey("enrolments.id")),
    Column("created", UtcTime, nullable=False),
    Column("last_seen", UtcTime),
    Column("revoked", UtcTime),
    Index("enrolments_by_person", "person"),
)

tickets = Table(
    "tickets",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("id", Id, nullable=False),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("enrolment", Id, ForeignKey("enrolments.id"), nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("impact", String(20), nullable=False),
    Column("urgency", String(20), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("technician", Text, nullable=False),
    Column("person_name", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("computer", Text, nullable=False),
    Column("telephone", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("written", UtcTime, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("updated", UtcTime, nullable=False),
    Column("collected", UtcTime),
    Column("took_s", Double),
    Column("content", LargeBinary(32), nullable=False),
    Column("assignee", Id),
    Column("unread", Boolean, nullable=False),
    Column("said", UtcTime, nullable=False),
    UniqueConstraint("person", "id", name="tickets_of_person"),
    Index("tickets_open", "priority", "key", **some(NOT_RESOLVED)),
    Index("tickets_open_by_assignee", "assignee", "priority", "key", **some(NOT_RESOLVED)),
    Index("tickets_by_person", "person", "number"),
)
"""`person` and `id` together are the ticket's name on the wire; `content` is the digest by which the same report is recognised. `unread`:
the employee spoke last, and no technician has opened it since; `said` is when anybody last wrote; `assignee` is an account. Keys grow as
numbers do.
"""

ticket_words = Table(
    "ticket_words",
    metadata,
    Column("ticket", Integer, ForeignKey("tickets.key"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
)
"""The words by which technicians find a ticket, as `ticket_search` makes them: notes are among them, so no employee's query reads this."""

messages = Table(
    "messages",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.key"), nullable=False),
    Column("id", Id, nullable=False),
    Column("by", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("action", String(20)),
    Column("written", UtcTime, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("content", LargeBinary(32)),
    Column("wants", String(20), nullable=False),
    Column("account", Id),
    UniqueConstraint("ticket", "id", name="messages_of_ticket"),
    Index("messages_that_want", "ticket", **some(WANTS_SOMETHING)),
)
"""`account` is the technician who wrote at the page, None for the command line."""

attachments = Table(
    "attachments",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("ticket", Integer, ForeignKey("tickets.key"), nullable=False),
    Column("message", Integer, ForeignKey("messages.key")),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("blob", String(64), nullable=False),
    Index("attachments_by_ticket", "ticket"),
    Index("attachments_by_blob", "blob"),
)

facts = Table(
    "facts",
    metadata,
    Column("ticket", Integer, ForeignKey("tickets.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("group_name", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(5), nullable=False),
    Column("value_text", Text, nullable=False),
    Column("value_number", Double),
    Column("unit", Text, nullable=False),
    Index("facts_by_name", "group_name", "name"),
)
"""Diagnostics as data: `value_number` is there to compare with, for numbers and for yes (1) and no (0)."""

not_collected = Table(
    "not_collected",
    metadata,
    Column("ticket", Integer, ForeignKey("tickets.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("collector", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

tried = Table(
    "tried",
    metadata,
    Column("ticket", Integer, ForeignKey("tickets.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("guide", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)
"""What guides tried before a report; `evidence` is the contract's JSON."""

uploads = Table(
    "uploads",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("id", Id, nullable=False),
    Column("blob", String(64)),
    Column("length", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("owned", Boolean, nullable=False),
    Column("expires", UtcTime, nullable=False),
    UniqueConstraint("person", "id", name="uploads_of_person"),
    Index("uploads_by_expiry", "expires"),
    Index("uploads_by_blob", "blob"),
)
"""`received` = `length` means complete and verified; no `blob` means gone; `owned` means that a ticket or message has it."""

feed = Table(
    "feed",
    metadata,
    Column("person", Id, ForeignKey("people.id"), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("entry", Text, nullable=False),
)
"""Entries as they were when they happened, in the contract's JSON."""

used = Table(
    "used",
    metadata,
    Column("person", Id, ForeignKey("people.id"), primary_key=True),
    Column("hour", BigInteger, primary_key=True),
    Column("reports", BigInteger, nullable=False),
    Column("bytes", BigInteger, nullable=False),
)
"""What a person sent in each hour since 1970, for the daily limits; older hours are swept away."""

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("article", String(200), nullable=False),
    Column("lang", String(40), nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("audience", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("change", BigInteger, nullable=False, unique=True),
    Column("first_shown", BigInteger),
    Column("changed", UtcTime, nullable=False),
    Column("source", String(64), nullable=False),
    Column("extra", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index("articles_by_article", "article"),
    Index("articles_by_state", "state", "audience"),
)
"""One file of the knowledge base each. `change` is its last change in the one sequence, `first_shown` the change by which the clients of
employees got it first; `source` is the digest of the file with its pictures as imported, `content` the contract's JSON, `extra` the other
keys of its front matter. The long columns stand last: SQLite reads those before them without the long text.
"""

article_versions = Table(
    "article_versions",
    metadata,
    Column("article", Integer, ForeignKey("articles.key"), primary_key=True),
    Column("change", BigInteger, primary_key=True),
    Column("state", String(20), nullable=False),
    Column("audience", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed", UtcTime, nullable=False),
    Column("replaced", UtcTime, nullable=False),
    Column("extra", Text, nullable=False),
    Column("content", Text, nullable=False),
)
"""What an article was from `changed` to `replaced`."""

article_images = Table(
    "article_images",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.key"), nullable=False),
    Column("name", String(500), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("type", String(40), nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("blob", String(64), nullable=False),
    Column("current", Boolean, nullable=False),
    UniqueConstraint("article", "name", "sha256", name="images_of_article"),
)
"""Pictures of articles; those of older versions are kept, and are not `current`."""

opinions = Table(
    "opinions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("id", Id, nullable=False),
    Column("article", Integer, ForeignKey("articles.key"), nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("helped", Boolean, nullable=False),
    Column("missing", Text, nullable=False),
    Column("written", UtcTime, nullable=False),
    Column("created", UtcTime, nullable=False),
    UniqueConstraint("person", "id", name="opinions_of_person"),
    Index("opinions_by_article", "article"),
    Index("opinions_by_time", "person", "created"),
)

help_use = Table(
    "help_use",
    metadata,
    Column("enrolment", Id, ForeignKey("enrolments.id"), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("searches", BigInteger, nullable=False),
    Column("found_nothing", BigInteger, nullable=False),
    Column("told", UtcTime, nullable=False),
)
"""How a computer's search was used on a day (ISO 8601), as last told."""

help_use_articles = Table(
    "help_use_articles",
    metadata,
    Column("enrolment", Id, ForeignKey("enrolments.id"), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("article", String(200), primary_key=True),
    Column("opened", BigInteger, nullable=False),
    Column("solved", BigInteger, nullable=False),
    Column("ignored", BigInteger, nullable=False),
)
"""By the article's id, without a key into `articles`: a computer may tell of one that is no longer there."""

accounts = Table(
    "accounts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("login", String(60), nullable=False, unique=True),
    Column("name", String(100), nullable=False),
    Column("title", String(100), nullable=False),
    Column("role", String(20), nullable=False),
    Column("password", Text, nullable=False),
    Column("picture", String(64)),
    Column("picture_sha256", String(64)),
    Column("preferences", Text, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("disabled", UtcTime),
)
"""Technicians and leads. `login` is folded to lower case; `password` is argon2's text; `preferences` JSON: language, appearance, keys."""

web_sessions = Table(
    "web_sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("secret_hash", LargeBinary(32), nullable=False, unique=True),
    Column("account", Id, ForeignKey("accounts.id"), nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
    Column("ended", UtcTime),
    Column("agent", String(200), nullable=False),
    Column("address", String(60), nullable=False),
    Index("web_sessions_by_account", "account"),
    Index("web_sessions_open", "last_seen", **some(STILL_OPEN)),
)
"""Who is signed in at the technician's page. The cookie holds the secret, the table its hash; `id` is what a list shows."""

notes = Table(
    "notes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.key"), nullable=False),
    Column("id", Id, nullable=False, unique=True),
    Column("account", Id, ForeignKey("accounts.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("created", UtcTime, nullable=False),
    Index("notes_by_ticket", "ticket"),
)
"""What technicians write for each other. A table of its own: no query for an employee's conversation can forget to leave it out."""

note_files = Table(
    "note_files",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("note", Integer, ForeignKey("notes.key"), nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("blob", String(64), nullable=False),
    Index("note_files_by_note", "note"),
    Index("note_files_by_blob", "blob"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("account", Id, ForeignKey("accounts.id"), primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.key"), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("text", Text, nullable=False),
    Column("updated", UtcTime, nullable=False),
)
"""What a technician has begun to write, one for each kind ("public", "internal")."""

draft_files = Table(
    "draft_files",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("account", Id, ForeignKey("accounts.id"), nullable=False),
    Column("ticket", Integer, ForeignKey("tickets.key"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("blob", String(64), nullable=False),
    Index("draft_files_by_draft", "account", "ticket", "kind"),
    Index("draft_files_by_blob", "blob"),
)

timeline = Table(
    "timeline",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.key"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("side", String(20), nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("detail", Text, nullable=False),
    Index("timeline_by_ticket", "ticket", "key"),
)
"""Everything that happened to tickets, in one order: it is a ticket's timeline, and what the technicians' pages are woken by. `side` is
"employee", "technician" or "backend"; `detail` JSON.
"""

assist_sessions = Table(
    "assist_sessions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("ticket", Integer, ForeignKey("tickets.key"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("enrolment", Id, ForeignKey("enrolments.id")),
    Column("account", Id, ForeignKey("accounts.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("wanted", Text, nullable=False),
    Column("commitment", String(64), nullable=False),
    Column("client_key", String(87), nullable=False),
    Column("technician_key", String(87), nullable=False),
    Column("language", String(10), nullable=False),
    Column("tool", String(40), nullable=False),
    Column("tool_name", Text, nullable=False),
    Column("can", Text, nullable=False),
    Column("consent_version", Integer, nullable=False),
    Column("end", String(40)),
    Column("code_for_technician", Text, nullable=False),
    Column("code_for_employee", Text, nullable=False),
    Column("answer", LargeBinary(32)),
    Column("asked", UtcTime, nullable=False),
    Column("expires", UtcTime, nullable=False),
    Column("consented", UtcTime),
    Column("started", UtcTime),
    Column("ended", UtcTime),
    Column("audit", String(64), nullable=False),
    Column("live_ticket", Integer, unique=True),
    Column("live_person", Id, unique=True),
    Index("assist_by_ticket", "ticket", "key"),
    Index("assist_by_state", "state"),
)
"""Remote help. `enrolment` is the computer that sent its key; `answer` the digest by which the same answer is recognised; codes are sealed,
and emptied when it is over. `live_ticket` and `live_person` repeat `ticket` and `person` while it is live and are NULL after, so that the
engine itself allows one live session a ticket and one a person.
"""

alarms = Table(
    "alarms",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session", Integer, ForeignKey("assist_sessions.key"), nullable=False, unique=True),
    Column("reason", String(40), nullable=False),
    Column("raised", UtcTime, nullable=False),
    Column("confirmed", UtcTime),
    Column("confirmed_by", Id, ForeignKey("accounts.id")),
)
"""Somebody said that this was not the help desk, or that the words differ: shown to every lead until one confirms."""

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("what", String(60), nullable=False),
    Column("ticket", String(20), nullable=False),
    Column("detail", Text, nullable=False),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
"""Append-only: each row's hash covers the row and the hash before it. Triggers refuse to change or delete rows."""
