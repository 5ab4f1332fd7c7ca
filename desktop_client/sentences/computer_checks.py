"""Words of the checks of this computer."""

from collections.abc import Mapping

from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.sentences.verdict_words import CheckWords, VerdictWords

DISK = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Disk space"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the disk space…"),
    verdicts={
        "ok": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "There is room on the disk: {available}"),
            bare=QT_TRANSLATE_NOOP("Checks", "There is room on the disk"),
        ),
        "found:full": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The disk is full: {available} left on {drive}"),
            QT_TRANSLATE_NOOP("Checks", "Programs can't save and may close by themselves. The biggest of your folders: {biggest}."),
            QT_TRANSLATE_NOOP("Checks", "The disk is full"),
        ),
        "found:low": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The disk is nearly full: {available} left on {drive}"),
            QT_TRANSLATE_NOOP("Checks", "Updates need more than that. The biggest of your folders: {biggest}."),
            QT_TRANSLATE_NOOP("Checks", "The disk is nearly full"),
        ),
        "found:inodes": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{drive} can't hold more files"),
            QT_TRANSLATE_NOOP(
                "Checks", "There is room left, but not for one more file: there are very many small ones. A technician has to look at it."
            ),
            QT_TRANSLATE_NOOP("Checks", "The disk can't hold more files"),
        ),
        "found:quota": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Your share of {drive} is used up"),
            QT_TRANSLATE_NOOP(
                "Checks", "{quota-left} are left of {quota}. Your company sets this limit. The biggest of your folders: {biggest}."
            ),
            QT_TRANSLATE_NOOP("Checks", "Your share of the disk is used up"),
        ),
        "found:read-only": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Nothing can be saved on {drive}"),
            QT_TRANSLATE_NOOP("Checks", "It can only be read at the moment. Save your work elsewhere, and don't restart."),
            QT_TRANSLATE_NOOP("Checks", "Nothing can be saved on the disk"),
        ),
    },
    evidence={
        "drive": QT_TRANSLATE_NOOP("Checks", "Drive"),
        "available": QT_TRANSLATE_NOOP("Checks", "Available"),
        "free": QT_TRANSLATE_NOOP("Checks", "Share that is free"),
        "total": QT_TRANSLATE_NOOP("Checks", "In all"),
        "files-free": QT_TRANSLATE_NOOP("Checks", "Room for more files"),
        "quota": QT_TRANSLATE_NOOP("Checks", "Your limit"),
        "quota-left": QT_TRANSLATE_NOOP("Checks", "Left of your limit"),
        "biggest": QT_TRANSLATE_NOOP("Checks", "Biggest folders"),
    },
)

MEMORY = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Memory and processor"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking memory and processor…"),
    verdicts={
        "ok": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "There is enough memory: {available}"), bare=QT_TRANSLATE_NOOP("Checks", "There is enough memory")
        ),
        "found:full": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The memory is full"),
            QT_TRANSLATE_NOOP("Checks", "Programs wait for each other, so everything is slow. {program} takes the most."),
        ),
        "found:busy": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The processor is busy all the time"),
            QT_TRANSLATE_NOOP("Checks", "{program} works the most. An update or a scan ends by itself."),
        ),
    },
    evidence={
        "available": QT_TRANSLATE_NOOP("Checks", "Available"),
        "share": QT_TRANSLATE_NOOP("Checks", "Share that is available"),
        "total": QT_TRANSLATE_NOOP("Checks", "In all"),
        "processor": QT_TRANSLATE_NOOP("Checks", "Processor"),
        "waiting": QT_TRANSLATE_NOOP("Checks", "Time spent waiting for memory"),
        "swap-in": QT_TRANSLATE_NOOP("Checks", "Read back from the disk"),
        "limit-hit": QT_TRANSLATE_NOOP("Checks", "Times the limit was reached"),
        "commit": QT_TRANSLATE_NOOP("Checks", "Promised to programs"),
        "programs": QT_TRANSLATE_NOOP("Checks", "Biggest programs"),
    },
)

HUNG = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Programs"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking whether programs respond…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "Your programs respond")),
        "found:silent": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{program} isn't responding"),
            QT_TRANSLATE_NOOP("Checks", "It may still be working. Wait before you end it."),
            QT_TRANSLATE_NOOP("Checks", "A program isn't responding"),
        ),
        "found:paused": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{program} is paused"),
            QT_TRANSLATE_NOOP("Checks", "Something stopped it. It can go on, and nothing is lost."),
            QT_TRANSLATE_NOOP("Checks", "A program is paused"),
        ),
        "found:waits-disk": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{program} waits for a disk or a shared drive"),
            QT_TRANSLATE_NOOP("Checks", "It goes on once that answers. Don't end it: your work could be lost."),
            QT_TRANSLATE_NOOP("Checks", "A program waits for a disk or a shared drive"),
        ),
    },
    evidence={
        "program": QT_TRANSLATE_NOOP("Checks", "Program"),
        "busy": QT_TRANSLATE_NOOP("Checks", "Still working"),
        "others": QT_TRANSLATE_NOOP("Checks", "Others too"),
        "windows": QT_TRANSLATE_NOOP("Checks", "Windows looked at"),
    },
)

PRINTER = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Printer"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the printer…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "{printer} answers"), bare=QT_TRANSLATE_NOOP("Checks", "The printer answers")),
        "ok:unused": VerdictWords(QT_TRANSLATE_NOOP("Checks", "You don't print from this computer")),
        "found:none": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "No printer is set up here"),
            QT_TRANSLATE_NOOP("Checks", "Say in the report which printer you need, and in which room it is."),
        ),
        "found:no-default": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "No printer is chosen as yours"),
            QT_TRANSLATE_NOOP("Checks", "Programs don't know where to print. These are there: {others}."),
        ),
        "found:gone": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{printer} doesn't answer"),
            QT_TRANSLATE_NOOP("Checks", "It may be off, asleep or in another network. It is here: {location}."),
            QT_TRANSLATE_NOOP("Checks", "The printer doesn't answer"),
        ),
        "found:paused": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{printer} is paused"),
            QT_TRANSLATE_NOOP("Checks", "Documents wait until an administrator lets it print again."),
            QT_TRANSLATE_NOOP("Checks", "The printer is paused"),
        ),
        "found:rejecting": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{printer} takes no documents at the moment"),
            QT_TRANSLATE_NOOP("Checks", "An administrator has to let it take documents again."),
            QT_TRANSLATE_NOOP("Checks", "The printer takes no documents at the moment"),
        ),
        "found:needs-hand": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Somebody has to go to {printer}: {reason}"),
            QT_TRANSLATE_NOOP("Checks", "It is here: {location}. Don't reach into the machine."),
            QT_TRANSLATE_NOOP("Checks", "Somebody has to go to the printer"),
        ),
        "found:wrong": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{printer} is chosen, which prints no paper"),
            QT_TRANSLATE_NOOP("Checks", "It makes files or faxes. These printers are there: {others}."),
            QT_TRANSLATE_NOOP("Checks", "What is chosen prints no paper"),
        ),
    },
    evidence={
        "printer": QT_TRANSLATE_NOOP("Checks", "Printer"),
        "location": QT_TRANSLATE_NOOP("Checks", "Place"),
        "reason": QT_TRANSLATE_NOOP("Checks", "It says"),
        "address": QT_TRANSLATE_NOOP("Checks", "Address"),
        "connection": QT_TRANSLATE_NOOP("Checks", "Our connection"),
        "others": QT_TRANSLATE_NOOP("Checks", "Other printers"),
    },
    values={
        "media-empty": QT_TRANSLATE_NOOP("Checks", "the paper is used up"),
        "media-needed": QT_TRANSLATE_NOOP("Checks", "it wants other paper"),
        "media-jam": QT_TRANSLATE_NOOP("Checks", "paper is jammed"),
        "cover-open": QT_TRANSLATE_NOOP("Checks", "a cover is open"),
        "door-open": QT_TRANSLATE_NOOP("Checks", "a door is open"),
        "interlock-open": QT_TRANSLATE_NOOP("Checks", "a part isn't closed"),
        "input-tray-missing": QT_TRANSLATE_NOOP("Checks", "a paper tray is missing"),
        "output-tray-missing": QT_TRANSLATE_NOOP("Checks", "an output tray is missing"),
        "output-area-full": QT_TRANSLATE_NOOP("Checks", "the output tray is full"),
        "toner-empty": QT_TRANSLATE_NOOP("Checks", "the toner is used up"),
        "marker-supply-empty": QT_TRANSLATE_NOOP("Checks", "ink or toner is used up"),
        "marker-waste-full": QT_TRANSLATE_NOOP("Checks", "the waste container is full"),
        "developer-empty": QT_TRANSLATE_NOOP("Checks", "the developer is used up"),
        "answers": QT_TRANSLATE_NOOP("Checks", "it answers"),
        "refused": QT_TRANSLATE_NOOP("Checks", "it refuses"),
        "no answer": QT_TRANSLATE_NOOP("Checks", "no answer"),
        "name not found": QT_TRANSLATE_NOOP("Checks", "its name isn't known"),
        "not plugged in": QT_TRANSLATE_NOOP("Checks", "not plugged in"),
        "not known": QT_TRANSLATE_NOOP("Checks", "not known"),
    },
)

QUEUE = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Print queue"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking the print queue…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "No document of yours is stuck")),
        "ok:held": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Your documents are held"),
            QT_TRANSLATE_NOOP("Checks", "They wait for your card at the printer, for an hour, or were set aside."),
        ),
        "found:stuck": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "A document is stuck on {printer}"),
            QT_TRANSLATE_NOOP("Checks", "It has been there for {since}. Behind it wait: {behind}."),
            QT_TRANSLATE_NOOP("Checks", "A document is stuck"),
        ),
        "found:stopped": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Your document waits: {printer} is stopped"),
            QT_TRANSLATE_NOOP("Checks", "An administrator has to let it print again."),
            QT_TRANSLATE_NOOP("Checks", "Your document waits: the printer is stopped"),
        ),
        "found:service": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The print service of this computer doesn't answer"),
            QT_TRANSLATE_NOOP("Checks", "Nothing can be printed from here until it runs again."),
        ),
    },
    evidence={
        "printer": QT_TRANSLATE_NOOP("Checks", "Printer"),
        "location": QT_TRANSLATE_NOOP("Checks", "Place"),
        "document": QT_TRANSLATE_NOOP("Checks", "Document number"),
        "own": QT_TRANSLATE_NOOP("Checks", "Your own"),
        "since": QT_TRANSLATE_NOOP("Checks", "For how long"),
        "size": QT_TRANSLATE_NOOP("Checks", "Size"),
        "pages": QT_TRANSLATE_NOOP("Checks", "Pages"),
        "behind": QT_TRANSLATE_NOOP("Checks", "Documents behind it"),
        "waiting": QT_TRANSLATE_NOOP("Checks", "Documents waiting"),
        "held": QT_TRANSLATE_NOOP("Checks", "Documents held"),
        "reason": QT_TRANSLATE_NOOP("Checks", "It says"),
        "connection": QT_TRANSLATE_NOOP("Checks", "Our connection"),
    },
    values=PRINTER.values,
)

SOUND = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Sound and microphone"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking sound and microphone…"),
    verdicts={
        "ok": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Sound is on: {out}"),
            QT_TRANSLATE_NOOP("Checks", "The microphone is {in}. A headset's own switch can't be seen from here."),
            QT_TRANSLATE_NOOP("Checks", "Nothing is muted"),
        ),
        "found:muted": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The sound is muted"),
            QT_TRANSLATE_NOOP("Checks", "Sound goes to {out}, which is switched to silent."),
        ),
        "found:low": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The sound is nearly off: {volume}"),
            QT_TRANSLATE_NOOP("Checks", "Sound goes to {out}."),
            QT_TRANSLATE_NOOP("Checks", "The sound is nearly off"),
        ),
        "found:program-muted": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "{program} is muted"),
            QT_TRANSLATE_NOOP("Checks", "The computer's sound is on, only this program is silent."),
            QT_TRANSLATE_NOOP("Checks", "A program is muted"),
        ),
        "found:mic-muted": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The microphone is muted"), QT_TRANSLATE_NOOP("Checks", "It is {in}. Others can't hear you.")
        ),
        "found:no-permission": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "Programs may not use the microphone"),
            QT_TRANSLATE_NOOP("Checks", "That is switched off in the privacy settings of this computer."),
        ),
        "found:no-output": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "No speaker or headset is there"),
            QT_TRANSLATE_NOOP("Checks", "Plug it in again, or switch Bluetooth off and on."),
        ),
        "found:to-monitor": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The sound goes to the screen"),
            QT_TRANSLATE_NOOP("Checks", "{out} may have no speakers. There is also: {others}."),
        ),
        "found:no-mic": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "No microphone is there"),
            QT_TRANSLATE_NOOP("Checks", "Plug it in again, or switch Bluetooth off and on."),
        ),
    },
    evidence={
        "out": QT_TRANSLATE_NOOP("Checks", "Sound goes to"),
        "volume": QT_TRANSLATE_NOOP("Checks", "Volume"),
        "in": QT_TRANSLATE_NOOP("Checks", "Microphone"),
        "mic-volume": QT_TRANSLATE_NOOP("Checks", "Microphone's volume"),
        "program": QT_TRANSLATE_NOOP("Checks", "Muted program"),
        "others": QT_TRANSLATE_NOOP("Checks", "Also there"),
        "also": QT_TRANSLATE_NOOP("Checks", "Also found"),
    },
    values={
        "muted": QT_TRANSLATE_NOOP("Checks", "muted"),
        "mic-muted": QT_TRANSLATE_NOOP("Checks", "microphone muted"),
        "no-mic": QT_TRANSLATE_NOOP("Checks", "no microphone"),
        "program-muted": QT_TRANSLATE_NOOP("Checks", "program muted"),
    },
)

RESTART = CheckWords(
    name=QT_TRANSLATE_NOOP("Checks", "Restart"),
    checking=QT_TRANSLATE_NOOP("Checks", "Checking whether a restart is due…"),
    verdicts={
        "ok": VerdictWords(QT_TRANSLATE_NOOP("Checks", "No restart is due")),
        "found:pending": VerdictWords(
            QT_TRANSLATE_NOOP("Checks", "The computer has to be restarted"),
            QT_TRANSLATE_NOOP("Checks", "An update waits for it. Save your work, then choose Restart, not Shut down."),
        ),
    },
    evidence={
        "running": QT_TRANSLATE_NOOP("Checks", "Running for"),
        "asks": QT_TRANSLATE_NOOP("Checks", "Because of"),
    },
    values={
        "update": QT_TRANSLATE_NOOP("Checks", "an update"),
        "kernel": QT_TRANSLATE_NOOP("Checks", "a new version of the system"),
    },
)

WORDS: Mapping[str, CheckWords] = {
    "disk": DISK,
    "memory": MEMORY,
    "hung": HUNG,
    "printer": PRINTER,
    "queue": QUEUE,
    "sound": SOUND,
    "restart": RESTART,
}
