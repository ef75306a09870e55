"""One condition on the screen, before it is put into the text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from components.condition_values import field_for
from switchboard.forms import Field, form_of
from switchboard.simulate.plans import SimpleCondition
from switchboard.tools import Tool


@dataclass(frozen=True, slots=True)
class Line:
    """A condition on the screen."""

    tool: Tool
    condition: SimpleCondition
    key: str
    put: Callable[[SimpleCondition | None], None]
    """Puts another in its place, or none. For callbacks."""

    is_first: bool

    @property
    def field(self) -> Field:
        """The argument as the tool's schema describes it."""
        return form_of(self.tool.parameters or {}).member(self.condition.argument)

    @property
    def typed(self) -> Field:
        """What a typed value must be: a number for a limit, whatever the argument is."""
        if self.condition.relation in ("at least", "at most"):
            return replace(self.field, schema={"type": "number"})
        value = self.condition.value
        return field_for(self.field, value if isinstance(value, list) else [value])
