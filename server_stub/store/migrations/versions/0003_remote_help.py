"""Technicians with their sessions, notes, drafts and timeline; remote help with its alarms; the audit."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from server_stub.store import ticket_search

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    create_accounts()
    create_desk()
    create_assist()
    extend_tickets()
    fill_timeline()
    make_search()
    keep_audit()


def create_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("login", sa.String(60), nullable=False, unique=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("title", sa.String(100), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("picture", sa.String(64)),
        sa.Column("picture_sha256", sa.String(64)),
        sa.Column("preferences", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("disabled", sa.BigInteger()),
    )
    op.create_table(
        "web_sessions",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("secret_hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("last_seen", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger()),
        sa.Column("agent", sa.String(200), nullable=False),
        sa.Column("address", sa.String(60), nullable=False),
    )
    op.create_index("web_sessions_by_account", "web_sessions", ["account"])
    op.create_index("web_sessions_open", "web_sessions", ["last_seen"], **some("ended IS NULL"))


def create_desk() -> None:
    op.create_table(
        "notes",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("ticket", sa.Integer(), sa.ForeignKey("tickets.key"), nullable=False),
        sa.Column("id", sa.String(36), nullable=False, unique=True),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
    )
    op.create_index("notes_by_ticket", "notes", ["ticket"])
    op.create_table(
        "note_files",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(36), nullable=False, unique=True),
        sa.Column("note", sa.Integer(), sa.ForeignKey("notes.key"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("blob", sa.String(64), nullable=False),
    )
    op.create_index("note_files_by_blob", "note_files", ["blob"])
    op.create_index("note_files_by_note", "note_files", ["note"])
    op.create_table(
        "drafts",
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("ticket", sa.Integer(), sa.ForeignKey("tickets.key"), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("updated", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "draft_files",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(36), nullable=False, unique=True),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("ticket", sa.Integer(), sa.ForeignKey("tickets.key"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("blob", sa.String(64), nullable=False),
    )
    op.create_index("draft_files_by_blob", "draft_files", ["blob"])
    op.create_index("draft_files_by_draft", "draft_files", ["account", "ticket", "kind"])
    op.create_table(
        "timeline",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("ticket", sa.Integer(), sa.ForeignKey("tickets.key"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.String(20), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
    )
    op.create_index("timeline_by_ticket", "timeline", ["ticket", "key"])


def create_assist() -> None:
    op.create_table(
        "assist_sessions",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(36), nullable=False, unique=True),
        sa.Column("ticket", sa.Integer(), sa.ForeignKey("tickets.key"), nullable=False),
        sa.Column("person", sa.String(36), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("enrolment", sa.String(36), sa.ForeignKey("enrolments.id")),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("commitment", sa.String(64), nullable=False),
        sa.Column("client_key", sa.String(87), nullable=False),
        sa.Column("technician_key", sa.String(87), nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        sa.Column("tool", sa.String(40), nullable=False),
        sa.Column("tool_name", sa.Text(), nullable=False),
        sa.Column("can", sa.Text(), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=False),
        sa.Column("end", sa.String(40)),
        sa.Column("code_for_technician", sa.Text(), nullable=False),
        sa.Column("code_for_employee", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary(32)),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("consented", sa.BigInteger()),
        sa.Column("started", sa.BigInteger()),
        sa.Column("ended", sa.BigInteger()),
        sa.Column("audit", sa.String(64), nullable=False),
        sa.Column("live_ticket", sa.Integer(), unique=True),
        sa.Column("live_person", sa.String(36), unique=True),
    )
    op.create_index("assist_by_state", "assist_sessions", ["state"])
    op.create_index("assist_by_ticket", "assist_sessions", ["ticket", "key"])
    op.create_table(
        "alarms",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("session", sa.Integer(), sa.ForeignKey("assist_sessions.key"), nullable=False, unique=True),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("raised", sa.BigInteger(), nullable=False),
        sa.Column("confirmed", sa.BigInteger()),
        sa.Column("confirmed_by", sa.String(36), sa.ForeignKey("accounts.id")),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("what", sa.String(60), nullable=False),
        sa.Column("ticket", sa.String(20), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("before", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
    )


def extend_tickets() -> None:
    op.add_column("tickets", sa.Column("assignee", sa.String(36)))
    op.add_column("tickets", sa.Column("unread", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("tickets", sa.Column("said", sa.BigInteger(), nullable=False, server_default="0"))
    op.execute("UPDATE tickets SET said = updated")
    op.create_index("tickets_open", "tickets", ["priority", "key"], **some("state <> 'resolved'"))
    op.create_index("tickets_open_by_assignee", "tickets", ["assignee", "priority", "key"], **some("state <> 'resolved'"))
    op.create_index("tickets_by_person", "tickets", ["person", "number"])
    op.add_column("messages", sa.Column("wants", sa.String(20), nullable=False, server_default=""))
    op.add_column("messages", sa.Column("account", sa.String(36)))
    op.create_index("messages_that_want", "messages", ["ticket"], **some("wants <> ''"))


def some(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def fill_timeline() -> None:
    op.execute(
        """
        INSERT INTO timeline (ticket, at, side, actor, kind, detail)
        SELECT ticket, at, side, actor, kind, detail FROM (
            SELECT key AS ticket, created AS at, 'employee' AS side, person_name AS actor, 'received' AS kind, '{}' AS detail, 0 AS place
            FROM tickets
            UNION ALL
            SELECT ticket, created, by, name, 'message',
                '{"message":"' || id || '"' || CASE WHEN action IS NULL THEN '' ELSE ',"action":"' || action || '"' END || '}', key
            FROM messages
        ) AS before ORDER BY at, place
        """
    )


def make_search() -> None:
    op.create_table(
        "ticket_words",
        sa.Column("ticket", sa.Integer(), sa.ForeignKey("tickets.key"), primary_key=True, autoincrement=False),
        sa.Column("words", sa.Text(), nullable=False),
    )
    ticket_search.fill(op.get_bind())
    ticket_search.create_index(op.get_bind())


def keep_audit() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for word in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{word.lower()} BEFORE {word} ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END"
            )
