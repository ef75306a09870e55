"""Whether an answer kept to what the request said of calls. Gateways that do not know
``tool_choice`` ignore it without a word (docs/quirks.md 44)."""

from collections.abc import Mapping

from switchboard.gateway import notes as said
from switchboard.gateway.request_tools import listed_names, name_in
from switchboard.messages import Answer
from switchboard.wire import ChatRequest

# An answer that was cut short may have been about to call.
_CUT_SHORT = frozenset({"length", "content_filter"})
_DEMANDS = frozenset({"required", "any"})  # "any" is Mistral's word for it.


def note_on_tool_choice(request: ChatRequest, answer: Answer) -> str | None:
    """What to say when ``tool_choice`` was not honoured, ``None`` when it was or was not sent."""
    asked: object = request.get("tool_choice")
    if not asked or not answer.choices:
        return None
    if asked == "none":
        return said.CALLS_RULED_OUT if _called(answer) else None
    allowed = _allowed(asked)
    if _demands(asked) and _has_choice_without_calls(answer):
        return said.no_call_written(allowed)
    others = [name for name in _called(answer) if allowed and name not in allowed]
    return said.other_call_written(others, allowed) if others else None


def note_on_parallel_calls(request: ChatRequest, answer: Answer) -> str | None:
    """What to say of several calls although the request allowed one at a time."""
    if request.get("parallel_tool_calls") is not False:
        return None
    several = any(len(choice.message.calls) > 1 for choice in answer.choices)
    return said.PARALLEL_RULED_OUT if several else None


def _called(answer: Answer) -> list[str]:
    return [call.name for choice in answer.choices for call in choice.message.calls]


def _has_choice_without_calls(answer: Answer) -> bool:
    return answer.complete and any(
        not choice.message.calls and choice.finish_reason not in _CUT_SHORT
        for choice in answer.choices
    )


def _demands(asked: object) -> bool:
    if not isinstance(asked, Mapping):
        return isinstance(asked, str) and asked in _DEMANDS
    subset = asked.get("allowed_tools")
    return _demands(subset.get("mode")) if isinstance(subset, Mapping) else bool(name_in(asked))


def _allowed(asked: object) -> tuple[str, ...]:
    """The only functions the answer may call; empty: any."""
    if not isinstance(asked, Mapping):
        return ()
    subset = asked.get("allowed_tools")
    return listed_names(subset.get("tools") if isinstance(subset, Mapping) else [asked])
