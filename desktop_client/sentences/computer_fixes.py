"""Words of the fixes of this computer."""

from collections.abc import Mapping

from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.sentences.verdict_words import FixWords

WORDS: Mapping[str, FixWords] = {
    "clear-queue": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Set the stuck document aside"),
        {
            "set-aside": QT_TRANSLATE_NOOP("Fixes", "“{document}” on {printer} is set aside."),
            "pages": QT_TRANSLATE_NOOP("Fixes", "Pages: {n}."),
            "since": QT_TRANSLATE_NOOP("Fixes", "Minutes in the queue: {n}."),
            "next": QT_TRANSLATE_NOOP("Fixes", "The next document goes on."),
            "from-page-1": QT_TRANSLATE_NOOP("Fixes", "When it is put back, it prints again from its first page."),
            "choice-set-aside": QT_TRANSLATE_NOOP("Fixes", "Set it aside; it can be printed later"),
            "choice-delete": QT_TRANSLATE_NOOP("Fixes", "Delete it for good; this can't be put back"),
        },
    ),
    "restart-print": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Restart the print service"),
        {
            "restart": QT_TRANSLATE_NOOP("Fixes", "The print service of this computer is restarted."),
            "everybody-waits": QT_TRANSLATE_NOOP("Fixes", "Everybody's documents on this computer wait for about 10 seconds."),
            "set-aside-first": QT_TRANSLATE_NOOP("Fixes", "Set the stuck document aside first, or it gets stuck again."),
        },
    ),
    "set-default": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Choose another printer"),
        {
            "choose": QT_TRANSLATE_NOOP("Fixes", "From now on your programs print on the printer that you choose."),
            "before": QT_TRANSLATE_NOOP("Fixes", "Until now it was {printer}."),
            "other-room": QT_TRANSLATE_NOOP("Fixes", "It may stand in another room, where others can read what you print."),
            "printed-stays": QT_TRANSLATE_NOOP("Fixes", "What is printed by then can't be put back."),
            "choice-move": QT_TRANSLATE_NOOP("Fixes", "{printer}, and my waiting documents go there too: {n}"),
        },
    ),
    "free": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Free disk space"),
        {
            "remove": QT_TRANSLATE_NOOP("Fixes", "What you tick is deleted."),
            "final": QT_TRANSLATE_NOOP("Fixes", "This can't be put back."),
            "kept": QT_TRANSLATE_NOOP("Fixes", "Mail, browsers and other people's files stay as they are."),
            "choice-temporary": QT_TRANSLATE_NOOP("Fixes", "Temporary files older than a week: {n}"),
            "choice-caches": QT_TRANSLATE_NOOP("Fixes", "Copies that programs make again when needed: {n}"),
            "choice-bin": QT_TRANSLATE_NOOP("Fixes", "Your bin: {n}"),
        },
    ),
    "end-program": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Help a program that isn't responding"),
        {
            "continue": QT_TRANSLATE_NOOP("Fixes", "{program} goes on where it was paused. Nothing is lost."),
            "wait": QT_TRANSLATE_NOOP("Fixes", "Sigap waits for {program}, up to {n} minutes."),
            "works": QT_TRANSLATE_NOOP("Fixes", "It is still working on something: waiting may be enough."),
            "lost": QT_TRANSLATE_NOOP("Fixes", "If you end it, unsaved work is lost in {windows}."),
            "lost-all": QT_TRANSLATE_NOOP("Fixes", "If you end it, unsaved work in it is lost. This can't be put back."),
            "choice-wait": QT_TRANSLATE_NOOP("Fixes", "Wait {n} minutes"),
            "choice-end": QT_TRANSLATE_NOOP("Fixes", "End {program}; unsaved work is lost"),
        },
    ),
    "unmute": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Turn the sound on"),
        {
            "speakers": QT_TRANSLATE_NOOP("Fixes", "{out} is turned on, at most {n} percent loud."),
            "program": QT_TRANSLATE_NOOP("Fixes", "{program} can be heard again."),
            "microphone": QT_TRANSLATE_NOOP("Fixes", "The microphone {in} is turned on."),
            "route": QT_TRANSLATE_NOOP("Fixes", "Sound goes where you choose, instead of to {out}."),
            "not-loud": QT_TRANSLATE_NOOP("Fixes", "It starts quietly, at most {n} percent. Make it louder yourself."),
            "choice-stay": QT_TRANSLATE_NOOP("Fixes", "Stay with {out}"),
        },
    ),
}
