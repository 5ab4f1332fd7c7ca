"""What tests of the network's checks ask with: a company, and small servers on loopback that say what they are told."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from contract.about import Service, ServiceKind
from desktop_client.guides.check import Question
from desktop_client.guides.company import Company
from desktop_client.guides.verdict import Seen, Verdict
from desktop_client.system.commands import Commands

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhere\n"


def service(key: str, host: str, port: int, kind: ServiceKind = ServiceKind.WEB, path: str = "") -> Service:
    return Service(key=key, name={"en": key}, host=host, port=port, path=path, kind=kind)


def question(company: Company | None = None, *, earlier: Mapping[str, Seen] | None = None, parameter: str = "") -> Question:
    verdicts = {name: Verdict(check=name, seen=seen, at=datetime.now(UTC)) for name, seen in (earlier or {}).items()}
    return Question(run=Commands().run, limit_s=5, company=company or Company(), earlier=verdicts, parameter=parameter)


@contextmanager
def web(says: Callable[[bytes], bytes], address: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """Answers each request by its head; b"" closes without a word."""
    with socket.create_server((address, port)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        def one(connection: socket.socket) -> None:
            with connection:
                connection.settimeout(20)
                head = b""
                try:
                    while b"\r\n\r\n" not in head and (piece := connection.recv(4096)):
                        head += piece
                    if head:
                        connection.sendall(says(head))
                except OSError:
                    return

        accepting = threading.Thread(target=serve, daemon=True)
        accepting.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        accepting.join(5)
