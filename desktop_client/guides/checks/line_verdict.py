"""What the measurements of the line mean. Numbers in, verdict out: nothing is measured here."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from contract.guides import Evidence
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.system.network.ping import Pinged

LOST = 3
LOST_OF_BOTH = 5
"""3 of 40 is loss; at 3 or 4 it is measured once more, and 5 of 80 are needed: 1 % of true loss makes 3 of 40 once in 140 runs."""
NEAR_MS, FAR_MS, CROWDED_MS = 100.0, 400.0, 150.0
TIMES_ITS_PAST, SHARE_OF_PAST, EARLIER = 3.0, 0.2, 5
SLOW_MBIT = 1.0
OWN_SHARE, OWN_LEAST_BIT = 0.3, 100_000.0
BURST = 40


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`near` None: the gateway can't be timed; `far` None: no host out there can. `mbit` None: not measured.

    `own_bit` is what this computer itself sent and received a second meanwhile; the past is of this network, oldest first.
    """

    near: Pinged | None
    far: Pinged | None
    mbit: float | None = None
    own_bit: float = 0.0
    past_far_ms: Sequence[float] = ()
    past_mbit: Sequence[float] = ()


def is_lossy(pinged: Pinged | None) -> bool:
    """Whether what was lost is more than chance."""
    if pinged is None:
        return False
    return pinged.lost >= (LOST_OF_BOTH if pinged.sent > BURST else LOST)


def is_undecided(near: Pinged | None, far: Pinged | None) -> bool:
    """Whether a second look is needed: 3 or 4 lost where it decides."""
    return far is not None and is_lossy(far) and any(one is not None and LOST <= one.lost < LOST_OF_BOTH for one in (near, far))


def judge(told: Measured) -> Seen:
    """Loss before delay before speed: with loss, speed is only evidence. A gateway that alone loses pings only limits them."""
    evidence = _evidence(told)
    code = _loss(told) or _own_traffic(told) or _delay(told) or _slow(told)
    return found(code, *evidence) if code else ok(*evidence)


def _loss(told: Measured) -> str:
    if not is_lossy(told.far):
        return ""
    return "loss-near" if is_lossy(told.near) else "loss-far"


def _own_traffic(told: Measured) -> str:
    if told.mbit is None or told.own_bit < OWN_LEAST_BIT:
        return ""
    whole = max(told.mbit * 1e6, told.own_bit)
    troubled = _delay(told) or _slow(told)
    return "own-traffic" if troubled and told.own_bit / (whole + told.own_bit) > OWN_SHARE else ""


def _delay(told: Measured) -> str:
    near, far = _median(told.near), _median(told.far)
    if near is not None and near > NEAR_MS:
        return "delay-near"
    if far is None or told.far is None:
        return ""
    past = [value for value in told.past_far_ms if value > 0][-EARLIER:]
    if far > FAR_MS or (len(past) >= EARLIER and far > TIMES_ITS_PAST * median(past) and far > NEAR_MS):
        return "delay-far"
    return "crowded" if far - min(told.far.times_ms) >= CROWDED_MS else ""


def _slow(told: Measured) -> str:
    if told.mbit is None:
        return ""
    past = [value for value in told.past_mbit if value > 0][-EARLIER:]
    return "slow" if told.mbit < SLOW_MBIT or (len(past) >= EARLIER and told.mbit < SHARE_OF_PAST * median(past)) else ""


def _median(pinged: Pinged | None) -> float | None:
    return pinged.median_ms if pinged else None


def _evidence(told: Measured) -> tuple[Evidence, ...]:
    shown = []
    decides = told.far or told.near
    if decides is not None:
        shown += [Evidence(name="loss", value=decides.lost), Evidence(name="n", value=decides.sent)]
        if decides.median_ms is not None:
            shown.append(Evidence(name="delay", value=round(decides.median_ms), unit="ms"))
    if told.near is not None and told.far is not None:
        shown.append(Evidence(name="loss_near", value=told.near.lost))
        if told.near.median_ms is not None:
            shown.append(Evidence(name="delay_near", value=round(told.near.median_ms), unit="ms"))
    if told.far is not None and told.far.times_ms:
        shown.append(Evidence(name="best", value=round(min(told.far.times_ms)), unit="ms"))
    if told.mbit is not None:
        shown.append(Evidence(name="speed", value=round(told.mbit, 2), unit="Mbit/s"))
    if told.own_bit >= OWN_LEAST_BIT:
        shown.append(Evidence(name="own_traffic", value=round(told.own_bit / 1e6, 2), unit="Mbit/s"))
    return tuple(shown)
