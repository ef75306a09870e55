"""A responder that is still being written: what a form can show of it, and what it begins with."""

from collections.abc import Sequence

from switchboard.problems import Problem
from switchboard.responders import Responder
from switchboard.simulate.plans.forms import RESPONDER_FORMS
from switchboard.simulate.plans.reading import RESPONDERS_KEY, action_of, margin_path
from switchboard.tools import Tool, value_problems
from switchboard.wire import Json

_MENDED_IN_A_FORM = {"minLength", "required"}


def drafted(written: Json) -> Responder | None:
    """The responder, what it still lacks left empty; ``None`` where a form can't show all of it.

    It may have problems: an address that is empty, a condition that is no schema.
    """
    kind = written.get("kind") if isinstance(written, dict) else None
    form = RESPONDER_FORMS.get(kind) if isinstance(kind, str) else None
    if not isinstance(written, dict) or form is None:
        return None
    if any(one.keyword not in _MENDED_IN_A_FORM for one in value_problems(written, form)):
        return None
    when = written.get("when")
    return Responder(action_of(written), when if isinstance(when, dict) else None)


def problems_at(problems: Sequence[Problem], tool: Tool, at: int | None) -> list[Problem]:
    """Those of the tool's responder in that place; ``None``: of the list itself."""
    path = (*margin_path(tool), RESPONDERS_KEY, *(() if at is None else (at,)))
    if at is None:
        return [one for one in problems if one.path == path]
    return [one for one in problems if one.path[: len(path)] == path]
