"""A call's arguments, for somebody real."""

from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.situations import Situation
from switchboard.wire import JsonObject


def arguments_for(whom: str, situation: Situation) -> JsonObject:
    """The arguments; whoever is real is not asked with none in the place of broken ones.

    Raises ``CallNotAnswered``.
    """
    arguments = situation.checked.arguments
    if arguments is None:
        raise CallNotAnswered(
            f"The call's arguments are no JSON object, so the {whom} was not asked.",
            advice="Write the result, or send the problems back.",
        )
    return arguments
