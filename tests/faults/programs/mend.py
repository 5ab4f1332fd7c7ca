"""Walks a guide of two steps, as the player does: a check, and the fix for what it finds. One JSON object in, one out.

    mend.py '{"profile": FOLDER, "checks": ["dns"], "fix": "switch-dns", "settings": {"connected": {"coming_s": 2}}}'

Between the plan and the fix it prints "planned" and waits for a line, in which a test may break more.
"""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from contract.guides import CheckStep, EndOutcome, EndStep, FixStep, Guide  # noqa: E402 - the checkout is found first
from desktop_client.backend.enrolment import read_enrolment  # noqa: E402 - the same
from desktop_client.flows.run_checks import company_of  # noqa: E402 - the same
from desktop_client.guides.catalogue import CHECKS, FIXES  # noqa: E402 - the same
from desktop_client.guides.kept_walks import KeptWalks  # noqa: E402 - the same
from desktop_client.guides.runner import Asked  # noqa: E402 - the same
from desktop_client.guides.walk import begin  # noqa: E402 - the same
from desktop_client.guides.walking import Tools, Walking  # noqa: E402 - the same
from desktop_client.help_desk.about_kept import AboutKept  # noqa: E402 - the same
from desktop_client.system.folders import Profile  # noqa: E402 - the same


def main(wanted: dict[str, Any]) -> dict[str, object]:
    profile = Profile(Path(wanted["profile"]), own=True)
    enrolment = read_enrolment(profile)
    address = enrolment.address if enrolment else ""
    company = company_of(AboutKept(profile.about_file).about(address), address)
    settings = wanted.get("settings", {})
    checks = [dataclasses.replace(check, **settings.get(check.name, {})) for check in CHECKS]  # type: ignore[type-var]
    names = tuple(wanted["checks"])
    steps = (
        CheckStep(id="look", title="Look", checks=names, ok="end", found=dict.fromkeys(names, "mend")),
        FixStep(id="mend", title="Mend", fix=wanted["fix"], fixed="end", not_fixed="end"),
        EndStep(id="end", title="End", outcome=EndOutcome.REPORT),
    )
    guides = {"toy": Guide(first="look", steps=steps)}
    kept = KeptWalks(profile.root / "walks")
    walking = Walking(
        begin("toy", guides["toy"]), Tools(guides=guides, checks=checks, fixes=FIXES, asked=Asked(company=company), kept=kept)
    )
    walking.work()
    before = {check: verdict.text() for check, verdict in walking.walk.verdicts.items()}
    walking.go_on()
    planned = walking.work()
    answer: dict[str, object] = {"before": before, "planned": str(planned.phase)}
    if planned.fix and planned.fix.plan:
        plan = planned.fix.plan
        answer["plan"] = {"actions": [doing.key for doing in plan.actions], "target": dict(plan.target), "rights": plan.needs_administrator}
        print("planned", flush=True)
        sys.stdin.readline()
        walk = walking.fix(())
        answer |= {"phase": str(walk.phase), "after": {check: verdict.text() for check, verdict in walk.verdicts.items()}}
        answer["tried"] = [one.result for one in walk.tried if one.kind == "fix"]
        answer["file"] = Path("/etc/resolv.conf").read_text("utf-8")
        if wanted.get("put_back"):
            answer |= {"put_back": str(walking.put_back().phase), "last": Path("/etc/resolv.conf").read_text("utf-8")}
    return answer


print(json.dumps(main(json.loads(sys.argv[1]))))
