"""Words of the fixes of the connection."""

from collections.abc import Mapping

from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.sentences.verdict_words import FixWords

RENEW = FixWords(
    name=QT_TRANSLATE_NOOP("Fixes", "Renew the network address"),
    doing={
        "renew": QT_TRANSLATE_NOOP("Fixes", "The connection by {adapter} is made anew, and asks the network for an address."),
        "cut": QT_TRANSLATE_NOOP("Fixes", "The network is away for about {seconds} seconds. Calls and the VPN end."),
    },
)

SWITCH_DNS = FixWords(
    name=QT_TRANSLATE_NOOP("Fixes", "Use a DNS server that answers"),
    doing={
        "company": QT_TRANSLATE_NOOP("Fixes", "Names are looked up at {servers}, which your company names for this network."),
        "network": QT_TRANSLATE_NOOP("Fixes", "Names are looked up at {servers} first, which this network names and which just answered."),
        "until-reconnect": QT_TRANSLATE_NOOP("Fixes", "It lasts until the next time this computer connects."),
        "by-itself": QT_TRANSLATE_NOOP("Fixes", "When names aren't found afterwards, it is put back by itself."),
    },
)

WORDS: Mapping[str, FixWords] = {"renew": RENEW, "switch-dns": SWITCH_DNS}
