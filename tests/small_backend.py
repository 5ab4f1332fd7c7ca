"""As much of a backend as the client can notice: idempotent tickets, messages and uploads on a raw server, or any fault."""

import gzip
import hashlib
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from contract.about import About
from contract.articles import Article, ArticlesPage, HelpUseStored, OpinionStored
from contract.feed import FeedEntry, FeedPage
from contract.tickets import By, Message, MessageStored, State, TicketStored, TicketSummary
from tests.raw_server import Asked, answer, problem

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
Fault = Callable[[Asked], bytes | None]


class SmallBackend:
    """Give it to a `RawServer`. `fault` may answer in its place; with `lose_answers` it does what is asked and hangs up."""

    def __init__(self, fault: Fault = lambda _asked: None) -> None:
        self.fault = fault
        self.lose_answers: Callable[[Asked], bool] = lambda _asked: False
        self.tickets: dict[str, bytes] = {}
        self.numbers: dict[str, str] = {}
        self.messages: dict[str, tuple[str, bytes]] = {}
        self.uploads: dict[str, bytearray] = {}
        self.lengths: dict[str, int] = {}
        self.order: list[str] = []
        self.received_bytes = 0
        self.entries: list[FeedEntry] = []
        self.epoch = "one"
        self.articles: dict[str, tuple[int, Article | None]] = {}
        self.articles_of_a_page = 3
        self.images: dict[tuple[str, str], bytes] = {}
        self.opinions: dict[str, tuple[str, bytes]] = {}
        self.help_use: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def __call__(self, asked: Asked, line: socket.socket) -> None:
        with self._lock:
            data = self.fault(asked)
            if data is None:
                data = self._usual(asked)
                if self.lose_answers(asked):
                    return
        line.sendall(data)

    def say(self, ticket: TicketSummary, text: str, by: By = By.TECHNICIAN) -> Message:
        """Puts a message into the feed."""
        number = len(self.entries) + 1
        message = Message(id=f"00000000-0000-7000-8000-{number:012d}", by=by, name="Rina", text=text, created=at(number))
        self.entries.append(FeedEntry(number=number, at=at(number), kind="message", ticket=ticket, message=message))
        return message

    def publish(self, *articles: Article) -> None:
        """Puts articles, or new versions of them, after everything else."""
        for article in articles:
            self.articles[article.id] = (self._next_number(), article)

    def withdraw(self, *ids: str) -> None:
        """Takes articles back."""
        for id_ in ids:
            self.articles[id_] = (self._next_number(), None)

    def _next_number(self) -> int:
        return max((number for number, _ in self.articles.values()), default=0) + 1

    def _usual(self, asked: Asked) -> bytes:  # noqa: PLR0911 - one line an endpoint
        path, _, query = asked.path.partition("?")
        parts = path.strip("/").split("/")
        match asked.method, parts:
            case "GET", ["health"]:
                return answer(200, b'{"status": "ok", "version": "1"}')
            case "GET", ["api", "v1", "about"]:
                return answer(200, msgspec.json.encode(About(version="1", company="Contoh", help_desk="tim IT")))
            case "GET", ["api", "v1", "feed"]:
                return self._feed(int(query.partition("after=")[2] or 0))
            case _, ["api", "v1", "articles" | "help-use", *rest]:
                return self._knowledge(asked, rest, int(query.partition("after=")[2] or 0))
            case "PUT", ["api", "v1", "tickets", ticket]:
                return self._put_ticket(ticket, asked.body)
            case "PUT", ["api", "v1", "tickets", ticket, "messages", message]:
                return self._put_message(ticket, message, asked.body)
            case _, ["api", "v1", "uploads", *_]:
                return self._upload(asked, parts[-1])
            case _:
                return problem(404, "not-found")

    def _feed(self, after: int) -> bytes:
        entries = tuple(entry for entry in self.entries if entry.number > after)[:3]
        last = entries[-1].number if entries else after
        more = bool(self.entries) and last < self.entries[-1].number
        return answer(200, msgspec.json.encode(FeedPage(epoch=self.epoch, entries=entries, last=last, more=more)))

    def _knowledge(self, asked: Asked, parts: list[str], after: int) -> bytes:
        match asked.method, parts:
            case "GET", []:
                return self._articles(after, packed="gzip" in asked.headers.get("accept-encoding", ""))
            case "GET", [article, "images", name] if (article, name) in self.images:
                return answer(200, self.images[article, name], "image/png")
            case "PUT", [article, "opinions", opinion] if article in self.articles:
                self.opinions[opinion] = (article, asked.body)
                return answer(201, msgspec.json.encode(OpinionStored(id=opinion, article=article)))
            case "PUT", [day]:
                self.help_use[day] = asked.body
                return answer(200, msgspec.json.encode(HelpUseStored(day=day)))
            case _:
                return problem(404, "not-found")

    def _articles(self, after: int, *, packed: bool) -> bytes:
        changed = sorted((number, id_) for id_, (number, _) in self.articles.items() if number > after)
        now = changed[: self.articles_of_a_page]
        told = [self.articles[id_][1] for _, id_ in now]
        page = ArticlesPage(
            epoch=self.epoch,
            articles=tuple(article for article in told if article),
            gone=tuple(id_ for _, id_ in now if self.articles[id_][1] is None),
            last=now[-1][0] if now else after,
            more=len(changed) > len(now),
            total=sum(article is not None for _, article in self.articles.values()),
        )
        body = msgspec.json.encode(page)
        return answer(200, gzip.compress(body, 1), Content_Encoding="gzip") if packed else answer(200, body)

    def _put_ticket(self, ticket: str, body: bytes) -> bytes:
        if ticket in self.tickets:
            if self.tickets[ticket] != body:
                return problem(409, "conflict", number=self.numbers[ticket])
            return self._ticket_stored(ticket, 200)
        if missing := self._missing(body):
            return problem(409, "upload-incomplete", uploads=missing)
        self.tickets[ticket] = body
        self.numbers[ticket] = f"INC-{len(self.tickets):06d}"
        self.order.append(ticket)
        return self._ticket_stored(ticket, 201)

    def _ticket_stored(self, ticket: str, status: int) -> bytes:
        stored = TicketStored(id=ticket, number=self.numbers[ticket], state=State.NEW, priority=3, created=NOW)
        return answer(status, msgspec.json.encode(stored))

    def _put_message(self, ticket: str, message: str, body: bytes) -> bytes:
        if ticket not in self.tickets:
            return problem(404, "not-found")
        if self.messages.get(message, (ticket, body)) != (ticket, body):
            return problem(409, "conflict", number=self.numbers[ticket])
        if message not in self.messages and (missing := self._missing(body)):
            return problem(409, "upload-incomplete", uploads=missing)
        status = 200 if message in self.messages else 201
        if status == 201:
            self.order.append(message)
        self.messages[message] = (ticket, body)
        stored = MessageStored(id=message, ticket=ticket, number=self.numbers[ticket], state=State.OPEN, created=NOW)
        return answer(status, msgspec.json.encode(stored))

    def _missing(self, body: bytes) -> list[str]:
        refs = msgspec.json.decode(body).get("attachments", [])
        return [ref["upload"] for ref in refs if hashlib.sha256(self.uploads.get(ref["upload"], b"")).hexdigest() != ref["sha256"]]

    def _upload(self, asked: Asked, upload: str) -> bytes:
        if asked.method == "POST":
            import base64  # noqa: PLC0415 - only here

            pairs = dict(pair.split(" ") for pair in asked.headers["upload-metadata"].split(","))
            upload = base64.b64decode(pairs["id"]).decode()
            self.uploads.setdefault(upload, bytearray())
        elif upload not in self.uploads:
            return answer(404) if asked.method == "HEAD" else problem(404, "not-found")
        elif asked.method == "PATCH":
            if int(asked.headers["upload-offset"]) != len(self.uploads[upload]):
                return problem(409, "offset-conflict")
            self.uploads[upload] += asked.body
            self.received_bytes += len(asked.body)
        status = 201 if asked.method == "POST" else 204
        return answer(status, b"", "", Tus_Resumable="1.0.0", Upload_Offset=str(len(self.uploads[upload])))


def at(number: int) -> datetime:
    """A time that grows with the number."""
    return NOW.replace(microsecond=number)


def summary(ticket: str, number: str = "INC-000001", state: State = State.OPEN) -> TicketSummary:
    """A ticket as the feed tells of it."""
    return TicketSummary(id=ticket, number=number, subject="Printer", state=state, priority=3, created=NOW, updated=NOW)
