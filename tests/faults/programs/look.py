"""The checked program of a world: looks with one check, and on request applies a fix and looks again. One JSON object in, one out.

    python look.py '{"check": "queue", "guide": "…", "settings": {"stuck_s": 2}, "fix": "clear-queue", "choose": ["delete"]}'

`settings` replace ages and limits of the check, `fix_settings` those of the fix; `put_back` puts the fix back at the end and looks again.
With `keep_in`, what putting back needs goes into that file as soon as the fix keeps it; `undo` puts back what another process had kept.
"""

import dataclasses
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from desktop_client.guides.catalogue import CHECKS, FIXES  # noqa: E402 - the checkout is found first
from desktop_client.guides.fix import FixQuestion, NotHere  # noqa: E402 - the same
from desktop_client.guides.runner import Asked, run_checks  # noqa: E402 - the same
from desktop_client.guides.verdict import Verdict  # noqa: E402 - the same
from desktop_client.system.commands import Commands  # noqa: E402 - the same


def told(verdict: Verdict) -> dict[str, object]:
    return {"verdict": verdict.text(), "evidence": {one.name: one.value for one in verdict.evidence}}


def main(wanted: dict[str, Any]) -> dict[str, object]:
    measured: dict[tuple[str, str], tuple[float, ...]] = {}
    checks = [
        dataclasses.replace(check, **wanted.get("settings", {})) if check.name == wanted["check"] else check  # type: ignore[type-var]
        for check in CHECKS
    ]
    asked = Asked(
        guide=str(wanted.get("guide", "")),
        past=lambda check, name: measured.get((check, name), ()),
        keep=lambda check, name, value: measured.update({(check, name): (*measured.get((check, name), ()), value)}),
    )

    def look() -> Verdict:
        return run_checks(checks, [str(wanted["check"])], asked)[0]

    first = look()
    answer: dict[str, object] = {"before": told(first)}
    fix = next((fix for fix in FIXES if fix.name == wanted.get("fix")), None)
    if fix is None:
        return answer
    changes = dict(wanted.get("fix_settings", {}))
    if "command" in changes:
        # What stands for the service manager and its dialog, which a test has none of.
        changes |= {"command": tuple(changes["command"]), "here": lambda: True}
    fix = dataclasses.replace(fix, **changes)  # type: ignore[type-var]
    kept: list[dict[str, str]] = []

    def keep(undo: Mapping[str, str]) -> None:
        kept.append(dict(undo))
        if "keep_in" in wanted:
            Path(wanted["keep_in"]).write_text(json.dumps(kept[-1]))

    commands = Commands()
    question = FixQuestion(run=commands.run, limit_s=fix.limit_s, verdicts={first.check: first}, keep=keep)
    if "undo" in wanted:
        return {**answer, "put_back": fix.put_back(question, wanted["undo"]), "last": told(look())}
    plan = fix.plan(question)
    if isinstance(plan, NotHere):
        return {**answer, "not_here": plan.why}
    answer["plan"] = {
        "actions": [doing.key for doing in plan.actions],
        "choices": {choice.key: [choice.title, choice.size_bytes, choice.ticked] for choice in plan.choices},
        "can_put_back": plan.can_put_back,
    }
    chosen = wanted.get("choose")
    ticked = tuple(choice.key for choice in plan.choices if choice.ticked)
    question = dataclasses.replace(question, chosen=tuple(chosen) if isinstance(chosen, list) else ticked)
    applied = fix.apply(question, plan)
    answer |= {"done": applied.done, "why": applied.why, "undo": applied.undo, "kept": kept[:1], "after": told(look())}
    if wanted.get("put_back"):
        answer["put_back"] = [fix.put_back(question, applied.undo or {}), fix.put_back(question, applied.undo or {})]
        answer["last"] = told(look())
    return answer


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
