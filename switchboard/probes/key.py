"""Whether the key is accepted: a list of models may be open to anyone, an answer seldom is."""

from switchboard.probes.probe import Judgement, no, odd, shortened, yes
from switchboard.probes.seen import Seen
from switchboard.runs import Fault

_KEY_REFUSED = frozenset({401, 403})


def _is_refused_key(failure: Fault | None) -> bool:
    """Whether the gateway does not let this key in."""
    return failure is not None and failure.status in _KEY_REFUSED


def key_accepted(seen: Seen, *, has_key: bool) -> Judgement:
    """By the first answer that was asked for."""
    if seen.fault and _is_refused_key(seen.fault):
        told = "" if has_key else "No key was sent. "
        return no(f"{told}{shortened(seen.fault.message)}")
    if seen.fault and (seen.fault.status is None or seen.fault.status >= 500):
        return odd(f"Not known. {shortened(seen.fault.message)}")
    return yes("The key was taken." if has_key else "None was sent, and none was asked for.")
