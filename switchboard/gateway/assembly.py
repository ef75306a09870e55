"""Chunks, or one whole reply, to one answer. Does no I/O."""

from collections.abc import Callable
from typing import Any

from switchboard.gateway import notes as said
from switchboard.gateway.call_assembly import new_call_id
from switchboard.gateway.choice_assembly import ChoiceAssembly
from switchboard.gateway.notes import Notes
from switchboard.gateway.usage_reading import read_usage
from switchboard.messages import Answer, Usage

_KNOWN_OF_CHOICE = frozenset({"index", "delta", "message", "text", "finish_reason", "logprobs"})
_HEAD = ("id", "model", "created", "system_fingerprint", "service_tier")


class ReplyAssembly:
    """One mutable object per reply. The cost of a chunk does not depend on how many came before."""

    def __init__(self, make_id: Callable[[], str] = new_call_id) -> None:
        self.notes = Notes()
        self.is_ended = False
        """Whether the reply came to its own end."""

        self.may_hold_halves = False
        """Whether any JSON text escaped halves of characters, so that ``surrogates`` must look."""

        self.error_in_choice: Any = None
        """The error that OpenRouter puts into a choice."""

        self._make_id = make_id
        self._choices: dict[int, ChoiceAssembly] = {}
        self._usage: dict[str, Any] | None = None
        self._head: dict[str, Any] = {}
        self._unseen: tuple[str, ...] = _HEAD
        self._closing_notes: list[str] = []

    def take(self, chunk: dict[str, Any], *, whole: bool = False) -> None:
        """Reads a chunk, or with ``whole`` a reply that was not streamed."""
        choices = chunk.get("choices")
        if choices is None or len(chunk) > 1:
            self._take_around(chunk)
        if choices and isinstance(choices, list):
            for choice in choices:
                if choice and isinstance(choice, dict):
                    self._take_choice(choice, choices, whole)

    @property
    def has_visible(self) -> bool:
        """Whether a person can see anything of it yet."""
        return any(choice.has_visible for choice in tuple(self._choices.values()))

    @property
    def has_choices(self) -> bool:
        """Whether any choice has begun."""
        return bool(self._choices)

    @property
    def has_substance(self) -> bool:
        """Whether any of an answer has arrived."""
        return any(choice.has_substance for choice in self._choices.values())

    @property
    def has_begun(self) -> bool:
        """Whether it holds anything that asking again would lose; what is counted is also paid."""
        return self._usage is not None or any(
            choice.has_begun for choice in tuple(self._choices.values())
        )

    @property
    def has_finish(self) -> bool:
        """Whether a choice has said why it finished."""
        return any(choice.finish_reason is not None for choice in self._choices.values())

    def end(self) -> None:
        """Nothing more will come, and the reply is whole."""
        found = [note for choice in self._in_order() for note in choice.oddities()]
        if not self.has_finish:
            found.append(said.NO_FINISH)
        self._closing_notes = found
        self.is_ended = True

    def read(self) -> Answer:
        """The answer as far as it has arrived."""
        head = self._head
        return Answer(
            choices=tuple(choice.read() for choice in self._in_order()),
            usage=self._read_usage(),
            model=head.get("model"),
            response_id=head.get("id"),
            created=head.get("created"),
            system_fingerprint=head.get("system_fingerprint"),
            service_tier=head.get("service_tier"),
            notes=self.notes.read(self._closing_notes),
            complete=self.is_ended,
        )

    def _take_around(self, chunk: dict[str, Any]) -> None:
        for key in self._unseen:
            if value := chunk.get(key):
                self._take_head(key, value)
        if "usage" in chunk or "x_groq" in chunk:
            self._take_usage(chunk.get("usage"), chunk.get("x_groq"))

    def _take_choice(self, choice: dict[str, Any], among: list[Any], whole: bool) -> None:
        index = choice.get("index")
        if type(index) is not int:
            index = next(position for position, other in enumerate(among) if other is choice)
        assembly = self._choices.get(index)
        if assembly is None:
            assembly = ChoiceAssembly(index, self.notes, self._make_id)
            self._choices[index] = assembly
        assembly.take(choice, whole)
        if not _KNOWN_OF_CHOICE.issuperset(choice):
            for key, value in choice.items():
                if value is not None and key not in _KNOWN_OF_CHOICE:
                    self._take_other(assembly, key, value)

    def _take_other(self, assembly: ChoiceAssembly, key: str, value: Any) -> None:
        if key == "error":
            self.error_in_choice = self.error_in_choice or value
        elif key != "usage":
            assembly.keep(key, value)
        elif value and isinstance(value, dict):
            self.notes.add(said.USAGE_IN_CHOICE)
            self._usage = value

    def _take_usage(self, usage: Any, own: Any) -> None:
        if usage and isinstance(usage, dict):
            self._usage = usage
        elif isinstance(own, dict) and isinstance(own.get("usage"), dict):
            self._usage = own["usage"]  # Groq's older streams give it there only.

    def _take_head(self, key: str, value: Any) -> None:
        # The first Azure chunk has an empty id and model: the first that says something counts.
        if (value := _head_value(key, value)) is not None:
            self._head[key] = value
            self._unseen = tuple(unseen for unseen in self._unseen if unseen != key)

    def _in_order(self) -> list[ChoiceAssembly]:
        return [self._choices[index] for index in sorted(self._choices)]

    def _read_usage(self) -> Usage | None:
        return None if self._usage is None else read_usage(self._usage)


def _head_value(key: str, value: Any) -> Any:
    if key != "created":
        return value if isinstance(value, str) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 < value < 1e15 else None
