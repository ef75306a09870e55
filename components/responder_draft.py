"""The responder whose editor is open, and how its fields change it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from components import state
from components.responder_scope import Scope
from switchboard.responders import Action, Responder
from switchboard.simulate.plans import replaced, responder_document
from switchboard.wire import Json, JsonObject

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draft:
    """One responder, in its place in the list."""

    scope: Scope
    responder: Responder
    at: int
    key: str
    """What the keys of its widgets begin with."""

    def put(self, action: Action) -> None:
        """Answers so from now on. For callbacks."""
        self.write(responder_document(replace(self.responder, action=action)))

    def put_condition(self, when: JsonObject | None) -> None:
        """Answers these arguments from now on. For callbacks."""
        self.write(responder_document(replace(self.responder, when=when)))

    def write(self, document: Json) -> None:
        """Puts the document in the responder's place. For callbacks."""
        said = f"Answer {self.at + 1}"
        self.scope.edit(lambda written: replaced(written, self.at, document), said)

    def take(self, key: str, action_with: Callable[[T], Action]) -> None:
        """Takes what a widget holds. For callbacks."""
        self.put(action_with(state.value(key, None)))  # type: ignore[arg-type]
