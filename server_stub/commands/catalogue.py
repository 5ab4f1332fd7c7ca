"""Every word of `sigap-server` besides `serve`."""

from server_stub.commands import articles, audit, computers, demo_data, make_code, reply, settings, show, tickets, user
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
    user.COMMAND,
    audit.COMMAND,
    demo_data.COMMAND,
)
