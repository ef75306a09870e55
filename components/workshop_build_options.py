"""The values of a choice as lines of text, each keeping its JSON type."""

import json

from switchboard.tools.json_text import read_json
from switchboard.wire import Json


def lines_of(options: tuple[Json, ...]) -> str:
    """One value a line: a text as it is, unless it would be read as something else."""
    return "\n".join(map(_line, options))


def options_in(lines: str) -> list[Json]:
    """The values of the lines; empty lines are passed over, and so is a value said again."""
    found = [_option(line.strip()) for line in lines.splitlines() if line.strip()]
    seen: dict[str, Json] = {}
    for option in found:
        seen.setdefault(json.dumps(option), option)
    return list(seen.values())


def _line(option: Json) -> str:
    if isinstance(option, str) and options_in(option) == [option]:
        return option
    return json.dumps(option, ensure_ascii=False)


def _option(line: str) -> Json:
    reading = read_json(line)
    return reading.value if reading.is_json else line
