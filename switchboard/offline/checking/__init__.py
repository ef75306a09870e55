"""Whether a request is one that the reference would answer; raises its refusal if not."""

from switchboard.offline.checking.fields import check_fields
from switchboard.offline.checking.formats import check_format
from switchboard.offline.checking.kinds import expect_array, require
from switchboard.offline.checking.messages import check_messages
from switchboard.offline.checking.profiles import check_profile
from switchboard.offline.checking.tools import check_tools
from switchboard.offline.models import Model, find_model
from switchboard.offline.refusals import Refusal
from switchboard.wire import JsonObject


def check_request(body: JsonObject) -> Model:
    """The model that is to answer; raises ``Refusal`` with the first fault."""
    if not body.get("model"):
        raise Refusal("you must provide a model parameter")
    check_fields(body)
    model = find_model(str(body["model"]))
    check_profile(body, model)
    check_messages(expect_array(require(body, "messages", "messages"), "messages"), model)
    check_tools(body)
    check_format(body)
    _check_together(body)
    return model


def _check_together(body: JsonObject) -> None:
    """Fields that need, or exclude, each other."""
    if body.get("stream_options") is not None and not body.get("stream"):
        raise Refusal(
            "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
            param="stream_options",
        )
    if body.get("top_logprobs") is not None and not body.get("logprobs"):
        raise Refusal(
            "Invalid value for 'top_logprobs': 'top_logprobs' is only allowed when 'logprobs' is "
            "enabled.",
            param="top_logprobs",
        )
    if body.get("max_tokens") is not None and body.get("max_completion_tokens") is not None:
        raise Refusal(
            "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
            code="invalid_parameter_combination",
        )
