"""Words of the checks of the connection."""

from collections.abc import Mapping

from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.sentences.verdict_words import CheckWords, VerdictWords

_TROUBLES = {
    "refused": QT_TRANSLATE_NOOP("Checks", "refused"),
    "no answer in time": QT_TRANSLATE_NOOP("Checks", "no answer in time"),
    "no way there": QT_TRANSLATE_NOOP("Checks", "no way there"),
    "connection broke": QT_TRANSLATE_NOOP("Checks", "connection broke"),
    "name not found": QT_TRANSLATE_NOOP("Checks", "name not found"),
    "name server does not answer": QT_TRANSLATE_NOOP("Checks", "name server does not answer"),
    "answer is not HTTP": QT_TRANSLATE_NOOP("Checks", "answer not understood"),
}

CONNECTED = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Network connection"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the network connection…"),
    verdicts={
        "ok": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "This computer is on the network {network}."),
            bare=QT_TRANSLATE_NOOP("Checks", "This computer is on a network."),
        ),
        "found:off": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The network is switched off on this computer."),
            QT_TRANSLATE_NOOP(
                "Checks", "Switch off airplane mode, or switch on Wi-Fi: in the network menu, or with a key or switch on the computer."
            ),
        ),
        "found:unplugged": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The network cable has no connection."),
            QT_TRANSLATE_NOOP("Checks", "Push the cable in at both ends until it clicks."),
        ),
        "found:no-wifi": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "This computer is on no Wi-Fi."),
            QT_TRANSLATE_NOOP("Checks", "Choose your network in the network menu, or plug in a cable."),
        ),
        "found:no-address": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The network gives no address."),
            QT_TRANSLATE_NOOP(
                "Checks", "The connection is there, but the network did not let this computer in. Nothing works without an address."
            ),
        ),
        "found:no-route": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The network shows no way out."),
            QT_TRANSLATE_NOOP("Checks", "This computer has the address {address}, but nothing leads from there to the internet."),
        ),
    },
    evidence={
        "network": QT_TRANSLATE_NOOP("Checks", "Network"),
        "kind": QT_TRANSLATE_NOOP("Checks", "Connected by"),
        "signal": QT_TRANSLATE_NOOP("Checks", "Wi-Fi signal"),
        "address": QT_TRANSLATE_NOOP("Checks", "Address"),
    },
    values={"wired": QT_TRANSLATE_NOOP("Checks", "cable"), "mobile": QT_TRANSLATE_NOOP("Checks", "mobile network")},
)

GATEWAY = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Router"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the router…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "The router answers.")),
        "found:silent": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The router doesn't answer."),
            QT_TRANSLATE_NOOP("Checks", "This computer is connected, but the device that leads out of this network ({gateway}) is silent."),
        ),
    },
    evidence={"gateway": QT_TRANSLATE_NOOP("Checks", "Router")},
)

PORTAL = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Network sign-in"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking whether the network wants a sign-in…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "The network wants no sign-in.")),
        "found:login-page": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "This network wants you to sign in first."),
            QT_TRANSLATE_NOOP(
                "Checks",
                "It shows a page of {portal} instead of what was asked for. Open it in the browser. Never type your work password there.",
            ),
        ),
    },
    evidence={"portal": QT_TRANSLATE_NOOP("Checks", "Page of"), "trouble": QT_TRANSLATE_NOOP("Checks", "What happened")},
    values=_TROUBLES,
)

PROXY = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Proxy"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the proxy…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "The proxy works.")),
        "ok:none": VerdictWords(QT_TRANSLATE_NOOP("Checks", "No proxy is set.")),
        "ok:works": VerdictWords(QT_TRANSLATE_NOOP("Checks", "The proxy works.")),
        "found:dead": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The proxy doesn't answer."),
            QT_TRANSLATE_NOOP("Checks", "This computer is set to go out through {proxy}, and nothing answers there."),
        ),
        "found:sign-in": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The proxy wants a sign-in."),
            QT_TRANSLATE_NOOP("Checks", "Open the browser: it asks for the sign-in that {proxy} wants."),
        ),
        "found:pac-missing": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The proxy's settings file is missing."),
            QT_TRANSLATE_NOOP("Checks", "This computer is told to read {proxy}, and doesn't get it."),
        ),
    },
    evidence={
        "proxy": QT_TRANSLATE_NOOP("Checks", "Proxy"),
        "origin": QT_TRANSLATE_NOOP("Checks", "Set by"),
        "trouble": QT_TRANSLATE_NOOP("Checks", "What happened"),
        "proxy_says": QT_TRANSLATE_NOOP("Checks", "The proxy's answer"),
    },
    values={
        **_TROUBLES,
        "environment": QT_TRANSLATE_NOOP("Checks", "this session's settings"),
        "desktop": QT_TRANSLATE_NOOP("Checks", "the desktop's settings"),
        "system": QT_TRANSLATE_NOOP("Checks", "the system's settings"),
        "policy": QT_TRANSLATE_NOOP("Checks", "your company"),
    },
)

DNS = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Name look-up (DNS)"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking whether names are found…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "Names are found.")),
        "found:none": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "No DNS server answers."),
            QT_TRANSLATE_NOOP("Checks", "DNS finds the address behind a name. Without it, nearly nothing opens. Silent: {dead}."),
        ),
        "found:first-dead": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The first DNS server doesn't answer."),
            QT_TRANSLATE_NOOP("Checks", "Every page waits for {dead} first, which feels slow. {alive} answers."),
        ),
        "found:system": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "This computer doesn't find names, although the DNS servers answer."),
            QT_TRANSLATE_NOOP("Checks", "A restart of the computer mostly helps."),
        ),
        "found:lies": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "A DNS server gives wrong addresses."),
            QT_TRANSLATE_NOOP("Checks", "A public name leads into a private network. Type no password until this is clear."),
        ),
        "found:inside": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The VPN is on, but the company's inner names aren't found."),
            QT_TRANSLATE_NOOP("Checks", "Disconnect the VPN and connect it again."),
        ),
    },
    evidence={
        "dead": QT_TRANSLATE_NOOP("Checks", "Don't answer"),
        "alive": QT_TRANSLATE_NOOP("Checks", "Answers"),
        "ms": QT_TRANSLATE_NOOP("Checks", "Took"),
    },
)

CLOCK = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Clock"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the clock…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "The clock is right.")),
        "found:off": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "This computer's clock is wrong."),
            QT_TRANSLATE_NOOP(
                "Checks",
                "It is {behind} behind. It is {ahead} ahead. Signing in and safe connections fail with a wrong clock. "
                "It is off by whole hours ({hours}): perhaps the time zone is wrong, not the time.",
            ),
        ),
        "found:codes": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The clock is a little off, and one-time codes may be refused."),
            QT_TRANSLATE_NOOP("Checks", "It is {behind} behind. It is {ahead} ahead."),
        ),
    },
    evidence={
        "behind": QT_TRANSLATE_NOOP("Checks", "Behind"),
        "ahead": QT_TRANSLATE_NOOP("Checks", "Ahead"),
        "zone": QT_TRANSLATE_NOOP("Checks", "Time zone"),
        "kept_right": QT_TRANSLATE_NOOP("Checks", "Set automatically"),
    },
)

ANSWERS = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Service"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking whether the service answers…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "{host} answers.")),
        "found:no-name": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The name {host} is not found."),
            QT_TRANSLATE_NOOP("Checks", "Other names are. Perhaps this one is known in the company's network only."),
        ),
        "found:refused": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{host} refuses the connection."),
            QT_TRANSLATE_NOOP("Checks", "The computer there is on, but the service is not. This is not about your computer."),
        ),
        "found:silent": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{host} doesn't answer."),
            QT_TRANSLATE_NOOP("Checks", "The rest of the connection works."),
        ),
        "found:certificate": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{host} can't prove who it is."),
            QT_TRANSLATE_NOOP("Checks", "Its certificate is not valid. Don't go on past a warning, and type no password there."),
        ),
        "found:5xx": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{host} has a problem of its own."),
            QT_TRANSLATE_NOOP("Checks", "It answers with error {status}. This is not about your computer."),
        ),
    },
    evidence={
        "host": QT_TRANSLATE_NOOP("Checks", "Server"),
        "ms": QT_TRANSLATE_NOOP("Checks", "Answered in"),
        "status": QT_TRANSLATE_NOOP("Checks", "Answer"),
    },
)

LINE = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Quality of the connection"),
    checking=QT_TRANSLATE_NOOP("Checks", "Measuring the connection…"),
    verdicts={
        "ok": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The line is steady: {loss} of {n} lost, {delay}."),
            bare=QT_TRANSLATE_NOOP("Checks", "The line is steady."),
        ),
        "found:loss-near": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Much gets lost between this computer and the router."),
            QT_TRANSLATE_NOOP(
                "Checks",
                "{loss} of {n} were lost. Weak Wi-Fi or a bad cable mostly is the cause: go nearer, or use another cable or socket.",
            ),
        ),
        "found:loss-far": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Much gets lost behind the router."),
            QT_TRANSLATE_NOOP(
                "Checks", "{loss} of {n} were lost on the way to the company. The way to the router is good: {loss_near} lost."
            ),
        ),
        "found:delay-near": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The way to the router is slow."),
            QT_TRANSLATE_NOOP("Checks", "An answer takes {delay_near}, which points to weak or crowded Wi-Fi. Go nearer, or use a cable."),
        ),
        "found:delay-far": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Answers from outside take long."),
            QT_TRANSLATE_NOOP("Checks", "An answer of the company's server takes {delay}."),
        ),
        "found:crowded": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The line is crowded by others."),
            QT_TRANSLATE_NOOP("Checks", "Answers take {delay}, {best} at their best, and this computer is not the cause."),
        ),
        "found:own-traffic": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "This computer itself uses much of the line."),
            QT_TRANSLATE_NOOP(
                "Checks", "It moves {own_traffic} right now: an update, a backup or a sync. Pause it, or wait until it is done."
            ),
        ),
        "found:slow": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The line is slow: {speed}."),
            QT_TRANSLATE_NOOP("Checks", "Below 1 Mbit/s a call loses its picture."),
            bare=QT_TRANSLATE_NOOP("Checks", "The line is slow."),
        ),
    },
    evidence={
        "loss": QT_TRANSLATE_NOOP("Checks", "Lost"),
        "n": QT_TRANSLATE_NOOP("Checks", "Of"),
        "delay": QT_TRANSLATE_NOOP("Checks", "An answer takes"),
        "loss_near": QT_TRANSLATE_NOOP("Checks", "Lost to the router"),
        "delay_near": QT_TRANSLATE_NOOP("Checks", "The router's answer takes"),
        "speed": QT_TRANSLATE_NOOP("Checks", "Speed"),
        "own_traffic": QT_TRANSLATE_NOOP("Checks", "Used by this computer"),
        "signal": QT_TRANSLATE_NOOP("Checks", "Wi-Fi signal"),
    },
)

WORDS: Mapping[str, CheckWords] = {
    "connected": CONNECTED,
    "gateway": GATEWAY,
    "portal": PORTAL,
    "proxy": PROXY,
    "dns": DNS,
    "line": LINE,
    "clock": CLOCK,
    "answers": ANSWERS,
}
