"""Every word of `sigap-server` besides `serve`."""

from server_stub.commands import articles, computers, demo_data, make_code, reply, settings, show, tickets
from server_stub.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    settings.COMMAND,
    make_code.COMMAND,
    tickets.COMMAND,
    show.COMMAND,
    reply.REPLY,
    reply.RESOLVE,
    articles.COMMAND,
    computers.COMPUTERS,
    computers.REVOKE,
    demo_data.COMMAND,
)
