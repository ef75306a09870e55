"""One probe: what is sent, and how the reply is judged."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

from switchboard.messages import Answer
from switchboard.probes.seen import Seen
from switchboard.runs import Fault
from switchboard.wire import JsonObject

Verdict: TypeAlias = Literal["yes", "no", "odd"]

# What a gateway says when it does not take what was sent. 404 is among them: OpenRouter answers so
# when no endpoint supports a field, and 501 is llama.cpp's.
_REFUSALS = frozenset({400, 404, 405, 413, 415, 422, 501})
_LONGEST_SENTENCE = 300

LIMIT = 1_000
"""The most tokens one answer may take. A model that reasons spends some hundreds before a word."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reply shows."""

    verdict: Verdict
    says: str
    """One sentence."""


def yes(says: str) -> Judgement:
    """It does what was asked."""
    return Judgement("yes", says)


def odd(says: str) -> Judgement:
    """It took the request but did something else, or nothing can be said."""
    return Judgement("odd", says)


def no(says: str) -> Judgement:
    """It refuses the request for what was asked."""
    return Judgement("no", says)


@dataclass(frozen=True, slots=True)
class Probe:
    """A request that shows one thing."""

    name: str
    """As in ``Finding.probe``."""

    title: str
    """On the screen."""

    sends: JsonObject
    """The body beside ``model`` and the token limit."""

    judge: Callable[[Answer, str], Judgement]
    """Of an answer that came without a fault, and the reply's content type."""

    field: str = ""
    """The request's field that a "no" is about, as in ``Profile.refused``."""

    optional: frozenset[str] = frozenset()
    """Fields that are left out where the profile refuses them."""


def body_of(
    probe: Probe, *, model: str, limit_field: str, refused: Collection[str] = ()
) -> JsonObject:
    """The request this probe sends; ``refused`` as in the profile."""
    left_out = probe.optional & set(refused)
    sends = {name: value for name, value in probe.sends.items() if name not in left_out}
    return {"model": model, **sends, limit_field: LIMIT}


def judged(probe: Probe, seen: Seen) -> Judgement:
    """What the reply shows; an oddity that had to be repaired makes a "yes" odd, while another try
    is only told."""
    if seen.fault:
        return _of_fault(seen.fault)
    judgement = probe.judge(seen.answer, seen.content_type)
    if judgement.verdict == "yes" and seen.answer.notes:
        return odd(f"{judgement.says} But: {seen.answer.notes[0]}")
    if judgement.verdict == "yes" and seen.tries:
        return yes(f"{judgement.says} {seen.tries}")
    if judgement.verdict == "odd" and seen.answer.finish_reason == "length":
        return odd(f"The answer was cut at {LIMIT:,} tokens, so nothing can be said.")
    return judgement


def is_refusal(fault: Fault | None) -> bool:
    """Whether the gateway understood the request and does not take it."""
    return fault is not None and fault.status in _REFUSALS


def _of_fault(fault: Fault) -> Judgement:
    if is_refusal(fault):
        return no(shortened(fault.message))
    return odd(f"Not known. {shortened(fault.message)}")


def shortened(sentence: str) -> str:
    """The sentence, the end of a long one left out."""
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    return f"{sentence[:_LONGEST_SENTENCE]}…"
