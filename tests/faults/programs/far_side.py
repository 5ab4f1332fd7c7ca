"""What answers in a test's own network: name servers, web servers, a proxy, a portal. Told by one JSON argument; prints "ready".

{"ca": FOLDER, "dns": [{"address", "zone": {name: [addresses]}, "all": address, "forward": address, "silent": bool}],
 "http": [{"address", "port", "kind": "page" | "login" | "proxy" | "proxy-sign-in" | "drops" | "open", "secure": bool}]}
"""

import json
import random
import socket
import ssl
import sys
import threading
import time
from email.utils import formatdate

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

BIG = random.Random(1).randbytes(5_000_000)
LOGIN = "http://login.hotel.test/welcome"
HELD: list[socket.socket] = []


def family(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def listening(address: str, port: int, kind: socket.SocketKind) -> socket.socket:
    made = socket.socket(family(address), kind)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((address, port))
    if kind is socket.SOCK_STREAM:
        made.listen(50)
    return made


def answer_name(server: dict[str, object], packet: bytes) -> bytes:
    query = dns.message.from_wire(packet)
    if forward := server.get("forward"):
        with socket.socket(family(str(forward)), socket.SOCK_DGRAM) as asking:
            asking.settimeout(3)
            asking.sendto(packet, (str(forward), 53))
            return asking.recv(65535)
    answer = dns.message.make_response(query)
    answer.flags |= dns.flags.RA
    question = query.question[0]
    name = question.name.to_text(omit_final_dot=True)
    zone = server.get("zone", {})
    addresses = zone.get(name) if isinstance(zone, dict) else None
    if server.get("all"):
        addresses = [server["all"]]
    if name == "." or not name:
        answer.answer.append(dns.rrset.from_text(".", 60, "IN", "NS", "root.test."))
    elif addresses is None:
        answer.set_rcode(dns.rcode.NXDOMAIN)
    else:
        kind = dns.rdatatype.to_text(question.rdtype)
        fitting = [one for one in addresses if kind == ("AAAA" if ":" in one else "A")]
        if fitting:
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *fitting))
    return answer.to_wire()


def serve_udp(server: dict[str, object]) -> None:
    own = listening(str(server["address"]), 53, socket.SOCK_DGRAM)
    while True:
        packet, sender = own.recvfrom(65535)
        if not server.get("silent"):
            threading.Thread(
                target=lambda packet=packet, sender=sender: own.sendto(answer_name(server, packet), sender), daemon=True
            ).start()


def serve_dns_tcp(server: dict[str, object]) -> None:
    own = listening(str(server["address"]), 53, socket.SOCK_STREAM)
    while True:
        connection, _ = own.accept()
        if server.get("silent"):
            HELD.append(connection)
            continue
        threading.Thread(target=one_dns_tcp, args=(server, connection), daemon=True).start()


def one_dns_tcp(server: dict[str, object], connection: socket.socket) -> None:
    with connection:
        length = int.from_bytes(connection.recv(2), "big")
        wire = answer_name(server, connection.recv(length))
        connection.sendall(len(wire).to_bytes(2, "big") + wire)


def serve_http(server: dict[str, object], ca: str) -> None:
    address, port, kind = str(server["address"]), int(str(server["port"])), server["kind"]
    if kind == "drops":
        drop(address, port)
        return
    own = listening(address, port, socket.SOCK_STREAM)
    context = None
    if server.get("secure"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{ca}/server.pem")
    while True:
        connection, _ = own.accept()
        threading.Thread(target=one_http, args=(kind, connection, context), daemon=True).start()


def drop(address: str, port: int) -> None:
    """A port whose queue is full: the kernel drops whoever comes later, without a word."""
    own = socket.socket(family(address), socket.SOCK_STREAM)
    own.bind((address, port))
    own.listen(0)
    HELD.append(own)
    for _ in range(2):
        filling = socket.socket(family(address), socket.SOCK_STREAM)
        filling.setblocking(False)
        filling.connect_ex((address, port))
        HELD.append(filling)


def one_http(kind: object, connection: socket.socket, context: ssl.SSLContext | None) -> None:
    with connection:
        connection.settimeout(30)
        try:
            wrapped = context.wrap_socket(connection, server_side=True) if context else connection
            with wrapped:
                speak(kind, wrapped)
        except OSError:
            return


def speak(kind: object, connection: socket.socket) -> None:
    if kind == "open":
        connection.recv(1)
        return
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(4096)
        if not piece:
            return
        head += piece
    method, target = head.split(b" ", 2)[:2]
    if kind == "proxy" and method == b"CONNECT":
        tunnel(connection, target.decode())
    elif kind == "proxy-sign-in":
        send(connection, "407 Proxy Authentication Required", b"", "Proxy-Authenticate: Basic realm=x\r\n")
    elif kind == "login":
        send(connection, "302 Found", b"", f"Location: {LOGIN}\r\n")
    elif target.endswith(b"/health"):
        send(connection, "200 OK", b'{"status":"ok","version":"1"}')
    elif target.endswith(b"/big"):
        send(connection, "200 OK", BIG)
    else:
        send(connection, "200 OK", b"here\n")


def send(connection: socket.socket, status: str, body: bytes, more: str = "") -> None:
    head = f"HTTP/1.1 {status}\r\nDate: {formatdate(usegmt=True)}\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    connection.sendall(head.encode() + body)


def tunnel(connection: socket.socket, target: str) -> None:
    host, _, port = target.rpartition(":")
    with socket.create_connection((ZONE.get(host, [host])[0], int(port)), 5) as other:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        back = threading.Thread(target=pump, args=(other, connection), daemon=True)
        back.start()
        pump(connection, other)
        back.join(5)


def pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


ZONE: dict[str, list[str]] = {}


def main() -> None:
    told = json.loads(sys.argv[1])
    for server in told.get("dns", []):
        ZONE.update(server.get("zone", {}))
        for serve in (serve_udp, serve_dns_tcp):
            threading.Thread(target=serve, args=(server,), daemon=True).start()
    for server in told.get("http", []):
        threading.Thread(target=serve_http, args=(server, told.get("ca", "")), daemon=True).start()
    time.sleep(0.1)
    print("ready", flush=True)
    threading.Event().wait()


main()
