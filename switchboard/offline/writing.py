"""One answer in full: planned, cut where it must be, counted."""

import json
from dataclasses import dataclass

from switchboard.offline.asking import Ask
from switchboard.offline.counting import count_prompt, count_tokens, split_tokens
from switchboard.offline.planning import PlannedCall, plan_answer
from switchboard.offline.thinking import reasoning_tokens


@dataclass(frozen=True, slots=True)
class Answer:
    """What one choice of a reply says."""

    tokens: tuple[str, ...] = ()
    """The text in tokens; with calls there is none."""

    calls: tuple[tuple[str, str], ...] = ()
    """Name and arguments as text of each call."""

    finish_reason: str = "stop"
    prompt_tokens: int = 0
    completion_tokens: int = 0
    reasoning_tokens: int = 0

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.tokens)


def write_answer(ask: Ask) -> Answer:
    """The answer to a request; the same request always gets the same."""
    prompt = count_prompt(ask.messages, list(ask.sent_tools))
    thought = reasoning_tokens(ask, prompt)
    room = None if ask.limit is None else ask.limit - thought
    if room is not None and room <= 0:
        assert ask.limit is not None
        return Answer((), (), "length", prompt, ask.limit, ask.limit)
    plan = plan_answer(ask)
    if plan.calls:
        return _write_calls(ask, plan.calls, prompt, thought, room)
    return _write_text(ask, plan.text, prompt, thought, room)


def _write_text(ask: Ask, text: str, prompt: int, thought: int, room: int | None) -> Answer:
    tokens = split_tokens(_cut_at_stop(text, ask.stop))
    kept = tokens[:room]
    reason = "length" if len(kept) < len(tokens) else "stop"
    return Answer(tuple(kept), (), reason, prompt, thought + len(kept), thought)


def _write_calls(
    ask: Ask, planned: tuple[PlannedCall, ...], prompt: int, thought: int, room: int | None
) -> Answer:
    # The service itself says "stop" where one function was named (vllm-project/vllm#25054).
    reason = "stop" if ask.named else "tool_calls"
    written: list[tuple[str, str]] = []
    spent = 0
    for call in planned:
        text = json.dumps(call.arguments, ensure_ascii=False, separators=(",", ":"))
        left = None if room is None else max(0, room - spent - count_tokens(call.name))
        kept = split_tokens(text)[:left]
        written.append((call.name, "".join(kept)))
        spent += count_tokens(call.name) + len(kept)
        if len("".join(kept)) < len(text):
            reason = "length"
            break
    return Answer((), tuple(written), reason, prompt, thought + spent, thought)


def _cut_at_stop(text: str, stops: tuple[str, ...]) -> str:
    places = [text.find(stop) for stop in stops if stop and stop in text]
    return text[: min(places)] if places else text
