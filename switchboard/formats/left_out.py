"""What of a tool has no place in code or documentation."""

from collections.abc import Collection

from switchboard.formats.values import Loss
from switchboard.formats.wording import code
from switchboard.tools import Tool


def losses_of(tool: Tool, form: str, *, held: Collection[str], said: list[str]) -> list[Loss]:
    """The tool's parts beside those ``held``, in a sentence, then the sentences ``said``."""
    parts = [*tool.raw, *tool.extra, *tool.margin]
    lost = [part for part in dict.fromkeys(parts) if part not in held]
    first = [f"Left out, because {form} has no place for it: {code(*lost, most=99)}."]
    return [Loss(tool.name, message) for message in (*(first if lost else ()), *filter(None, said))]
