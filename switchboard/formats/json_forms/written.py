"""One tool in another form, and what that form could not take."""

from dataclasses import dataclass, field

from switchboard.formats.values import Loss
from switchboard.formats.wording import code
from switchboard.wire import JsonObject


@dataclass(slots=True)
class Written:
    """Filled while one tool is written."""

    value: JsonObject = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    """Names of what has no place in the form."""

    said: list[str] = field(default_factory=list)
    """Sentences on what stands there in another way."""

    def losses(self, tool: str, form: str) -> tuple[Loss, ...]:
        """All of it in sentences; ``form`` is the form's name."""
        left_out = f"Left out, because {form} has no place for it: {code(*self.lost, most=99)}."
        messages = [*([left_out] if self.lost else []), *self.said]
        return tuple(Loss(tool, message) for message in messages)
