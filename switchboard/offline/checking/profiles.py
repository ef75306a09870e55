"""What the two kinds of model accept that the other refuses.

Source: the service's own refusals by o1, o3-mini and gpt-4o, as reported in public threads.
"""

from switchboard.offline.checking.kinds import spoken_list
from switchboard.offline.models import Model
from switchboard.offline.refusals import Refusal
from switchboard.wire import JsonObject

EFFORTS = ("low", "medium", "high")

_SAMPLING = (
    "temperature",
    "top_p",
    "presence_penalty",
    "frequency_penalty",
    "logprobs",
    "top_logprobs",
    "logit_bias",
    "parallel_tool_calls",
)


def check_profile(body: JsonObject, model: Model) -> None:
    """Refuses what this kind of model does not take."""
    _refuse_old_functions(body)
    if model.reasons:
        _check_reasoner(body)
    elif body.get("reasoning_effort") is not None:
        raise Refusal("Unrecognized request argument supplied: reasoning_effort")


def _check_reasoner(body: JsonObject) -> None:
    if body.get("max_tokens") is not None:
        raise _unsupported("max_tokens", " Use 'max_completion_tokens' instead.")
    for name in _SAMPLING:
        if body.get(name) is not None:
            raise _unsupported(name)
    effort = body.get("reasoning_effort")
    if effort is not None and effort not in EFFORTS:
        raise Refusal(
            f"Unsupported value: 'reasoning_effort' does not support '{effort}' with this model. "
            f"Supported values are: {spoken_list(EFFORTS)}.",
            param="reasoning_effort",
            code="unsupported_value",
        )


def _refuse_old_functions(body: JsonObject) -> None:
    for name, successor in (("functions", "tools"), ("function_call", "tool_choice")):
        if body.get(name) is not None:
            raise _unsupported(name, f" Use '{successor}' instead.")


def _unsupported(name: str, advice: str = "") -> Refusal:
    return Refusal(
        f"Unsupported parameter: '{name}' is not supported with this model.{advice}",
        param=name,
        code="unsupported_parameter",
    )
