"""Which responder answers a call."""

from collections.abc import Sequence

from switchboard.responders import Responder
from switchboard.tools import value_problems
from switchboard.wire import JsonObject


def chosen(responders: Sequence[Responder], arguments: JsonObject | None) -> Responder | None:
    """The first whose condition the arguments fit; ``None`` where none does.

    Arguments that are no JSON object fit no condition, and only what has none can answer them.
    """
    return next((one for one in responders if fits(one, arguments)), None)


def fits(responder: Responder, arguments: JsonObject | None) -> bool:
    """Whether it is for these arguments."""
    if responder.when is None:
        return True
    return arguments is not None and not value_problems(arguments, responder.when)
