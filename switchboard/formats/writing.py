"""Tools in any of the formats."""

from collections.abc import Callable, Sequence
from functools import partial

from switchboard.formats.catalogue import format_of
from switchboard.formats.json_forms import JSON_FORMS, write_json_tools
from switchboard.formats.markdown import write_markdown
from switchboard.formats.python_code import write_pydantic, write_python
from switchboard.formats.typescript import write_typescript
from switchboard.formats.values import Writing
from switchboard.tools import Tool

_WRITERS: dict[str, Callable[[Sequence[Tool]], Writing]] = {
    **{form: partial(write_json_tools, form=form) for form in JSON_FORMS},
    "pydantic": write_pydantic,
    "python": write_python,
    "typescript": write_typescript,
    "markdown": write_markdown,
}


def write_tools(tools: Sequence[Tool], format: str) -> Writing:
    """The tools in that format, with everything that it can't hold.

    Raises ``ValueError`` for a format that is not known or can't be written.
    """
    if not format_of(format).writes:
        raise ValueError(f"{format!r} can be read, not written")
    return _WRITERS[format](tools)
