"""One choice of an answer, put together from deltas or read from a whole message."""

from collections.abc import Callable
from typing import Any

from switchboard.gateway import notes as said
from switchboard.gateway.call_assembly import CallAssembly
from switchboard.gateway.extras import keep_extra, kept_extras
from switchboard.gateway.notes import Notes
from switchboard.gateway.reasoning_names import REASONING, first_reasoning, joined_text
from switchboard.gateway.text import GrowingText
from switchboard.messages import Choice, Message

# Cut short by a limit or a filter: that calls were begun before is nothing odd.
_CUT_SHORT = frozenset({"length", "content_filter"})
_TO_CALL = frozenset({"tool_calls", "function_call"})


class ChoiceAssembly:
    """Feed it the entries of ``choices`` that belong to one index."""

    def __init__(self, index: int, notes: Notes, make_id: Callable[[], str]) -> None:
        self.index = index
        self.finish_reason: str | None = None
        self.text = GrowingText()
        self.reasoning = GrowingText()
        self.calls = CallAssembly(notes, make_id)
        self._refusal = GrowingText()
        self._notes = notes
        self._has_content = False
        self._has_reasoning = False
        self._extra: dict[str, Any] = {}
        self._choice_extra: dict[str, Any] = {}
        self._logprobs: dict[str, Any] | None = None
        self._reasoning_name = ""

    @property
    def has_visible(self) -> bool:
        """Whether there is something to look at: text, reasoning, a refusal or a call's name."""
        return bool(self.text or self.reasoning or self._refusal) or self.calls.is_named

    @property
    def has_substance(self) -> bool:
        """Whether anything of an answer has arrived; a finish reason alone is an empty answer."""
        return self.has_visible or bool(self.calls) or self.finish_reason is not None

    @property
    def has_begun(self) -> bool:
        """Whether it holds anything that asking again would lose: sound, pictures and other keys
        that the interface does not know count as well."""
        return self.has_substance or bool(self._extra or self._choice_extra or self._logprobs)

    def take(self, choice: dict[str, Any], whole: bool) -> None:
        """Reads one entry. ``whole`` prefers its ``message``, else its ``delta`` counts."""
        delta = choice.get("delta")
        if whole or not isinstance(delta, dict):
            self._take_whole(choice, delta, whole=whole)
        elif delta:
            self._take_delta(delta, False)
        reason = choice.get("finish_reason")
        if reason and isinstance(reason, str):
            self.finish_reason = reason
        if logprobs := choice.get("logprobs"):
            self._take_logprobs(logprobs)

    def keep(self, key: str, value: Any) -> None:
        """Keeps a key of the choice that the interface does not know."""
        keep_extra(self._choice_extra, key, value)

    def read(self) -> Choice:
        """The choice so far."""
        message = Message(
            role="assistant",
            content=self.text.read() if self._has_content else None,
            calls=self.calls.read(),
            refusal=self._refusal.read() or None,
            reasoning=self.reasoning.read() if self._has_reasoning else None,
            extra=kept_extras(self._extra) | self._named_reasoning(),
        )
        logprobs = {
            key: list(v) if isinstance(v, list) else v for key, v in (self._logprobs or {}).items()
        }
        extra = kept_extras(self._choice_extra)
        return Choice(message, self.index, self.finish_reason, logprobs or None, extra)

    def oddities(self) -> list[str]:
        """What can only be said when nothing more comes."""
        found = self.calls.oddities()
        reason = self.finish_reason
        if self.calls and reason and reason not in _TO_CALL | _CUT_SHORT:
            found.append(said.finish_with_calls(reason))
        if not self.calls and self.finish_reason == "tool_calls":
            found.append(said.FINISH_WITHOUT_CALLS)
        return found

    def _take_whole(self, choice: dict[str, Any], delta: Any, *, whole: bool) -> None:
        message = choice.get("message")
        if isinstance(message, dict):
            self._take_message(message, whole=whole)
        elif isinstance(delta, dict):
            self._take_delta(delta, whole)
        elif isinstance(choice.get("text"), str):  # The older interface, /v1/completions.
            self._take_content(choice["text"])

    def _take_message(self, message: dict[str, Any], *, whole: bool) -> None:
        if whole:
            self._take_delta(message, True)
            return
        # A whole message inside a stream: take what it has more than what has arrived.
        self._notes.add(said.WHOLE_MESSAGE)
        content, arrived = message.get("content"), self.text.read()
        more = dict(message)
        if arrived and isinstance(content, str):
            more["content"] = content.removeprefix(arrived) if content.startswith(arrived) else None
        if self.calls:
            more.pop("tool_calls", None)
        if self.reasoning:
            more = {key: value for key, value in more.items() if key not in REASONING}
        self._take_delta(more, True)

    def _take_delta(self, delta: dict[str, Any], whole: bool) -> None:
        for key, value in delta.items():
            if value is None:
                continue
            if key == "content":
                if value and isinstance(value, str):
                    self._has_content = True
                    self.text.add(value)
                else:
                    self._take_content(value)
            elif key == "tool_calls":
                self.calls.take(value, whole)
            elif key in REASONING:
                self._take_reasoning(key, value, delta)
            elif key != "role":
                self._take_other(key, value)
            elif value != "assistant":
                self._take_odd_role(value)

    def _take_odd_role(self, role: Any) -> None:
        """An answer is the assistant's whatever it calls itself: under any other role it would be
        neither shown nor accepted when it is sent back."""
        if role and isinstance(role, str):
            self._notes.add(said.odd_role(role))

    def _take_content(self, content: Any) -> None:
        if isinstance(content, str):
            self._has_content = True
            if content:
                self.text.add(content)
        elif isinstance(content, list):
            self._notes.add(said.CONTENT_PARTS)
            for part in content:
                self._take_part(part)

    def _take_part(self, part: Any) -> None:
        """Mistral's reasoning models give ``content`` as text parts and thinking parts."""
        if not isinstance(part, dict):
            return
        if part.get("type") == "thinking":
            self._has_reasoning = True
            self.reasoning.add(joined_text(part.get("thinking")))
            beside = {key: part[key] for key in part if key not in ("type", "thinking")}
            keep_extra(self._extra, "thinking_part", beside)
        elif isinstance(part.get("text"), str):
            self._take_content(part["text"])
        else:
            keep_extra(self._extra, "content_parts", [part])

    def _take_reasoning(self, key: str, value: Any, delta: dict[str, Any]) -> None:
        if not isinstance(value, str):
            keep_extra(self._extra, key, value)
        if key == "reasoning_details":
            if any(isinstance(delta.get(name), str) for name in REASONING):
                return  # The same text again, with signatures (OpenRouter).
        elif first_reasoning(delta) != key:
            return  # Both names carry the same text while a gateway changes from one to the other.
        elif isinstance(value, str):
            self._reasoning_name = key
        text = joined_text(value)
        self._has_reasoning = self._has_reasoning or isinstance(value, str) or bool(text)
        if text:
            self.reasoning.add(text)

    def _named_reasoning(self) -> dict[str, Any]:
        """The reasoning under the gateway's own name for it: whoever wants it back (DeepSeek, with
        calls) wants it under that."""
        name = self._reasoning_name
        return {name: self.reasoning.read()} if name and self.reasoning else {}

    def _take_other(self, key: str, value: Any) -> None:
        if key == "refusal" and isinstance(value, str):
            if value:
                self._refusal.add(value)
        elif key == "function_call" and isinstance(value, dict):
            self.calls.take_legacy(value)
        else:
            keep_extra(self._extra, key, value)

    def _take_logprobs(self, logprobs: Any) -> None:
        if not isinstance(logprobs, dict):
            return
        held = self._logprobs = self._logprobs or {}
        for key, value in logprobs.items():
            if isinstance(value, list) and isinstance(held.get(key), list):
                held[key] += value
            elif value is not None:
                held[key] = list(value) if isinstance(value, list) else value
