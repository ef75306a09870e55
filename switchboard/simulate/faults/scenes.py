"""What a fault is put into, and what comes of it."""

from dataclasses import dataclass

from switchboard.messages import Call
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class Scene:
    """A call that has a good result, and what went before."""

    call: Call
    arguments: JsonObject | None
    """``None`` where they are no JSON object."""

    result: str
    """The good one; any text."""

    output_schema: JsonObject | None = None
    earlier: tuple[str, ...] = ()
    """Results of the same tool before, good or bad, in the order of the conversation."""

    seed: str = ""
    """Decides where a fault can be done in several ways."""


@dataclass(frozen=True, slots=True)
class Injected:
    """What the model gets in place of the good result."""

    text: str
    told: str
    """What exactly was done, as a sentence for the person: "`temperature` was left out."."""

    delay_s: float = 0
