"""Two small guides with every kind of step: "printer" and, for it to lead to and come back from, "network"."""

from contract.guides import Answer, AskStep, CheckStep, EndOutcome, EndStep, FixStep, Guide, GuideStep, ReadStep, RestartStep

PRINTER = Guide(
    first="look",
    proof=("queue",),
    steps=(
        CheckStep(
            id="look",
            title="Does the printer answer?",
            checks=("connected", "queue"),
            ok="ask",
            found={"connected": "to-network", "queue:stuck": "clear", "queue": "restart"},
        ),
        GuideStep(id="to-network", title="The network", guide="network", go="again"),
        CheckStep(id="again", title="And now?", checks=("connected", "queue"), ok="ask", found={"connected": "report", "queue": "clear"}),
        FixStep(id="clear", title="Set it aside", fix="clear-queue", fixed="done", not_fixed="restart"),
        RestartStep(id="restart", title="Restart", go="last"),
        CheckStep(id="last", title="Once more", checks=("queue",), ok="done", found={"queue": "report"}, not_possible="report"),
        AskStep(
            id="ask",
            title="Is the paper there?",
            answers=(Answer(text="Yes", go="done"), Answer(text="No", go="paper")),
            unknown="report",
        ),
        ReadStep(id="paper", title="Put paper in", go="done"),
        EndStep(id="done", title="It prints", text="{printer} answers. Is the paper there?", outcome=EndOutcome.SOLVED),
        EndStep(id="report", title="A technician looks", outcome=EndOutcome.REPORT),
    ),
)

NETWORK = Guide(
    first="cable",
    part=True,
    steps=(
        ReadStep(id="cable", title="Push the cable in", go="look"),
        CheckStep(id="look", title="Connected?", checks=("connected",), ok="back", found={"connected": "report"}),
        EndStep(id="back", title="Connected", outcome=EndOutcome.SOLVED),
        EndStep(id="report", title="A technician looks", outcome=EndOutcome.REPORT_MANY),
    ),
)

GUIDES = {"printer": PRINTER, "network": NETWORK}
