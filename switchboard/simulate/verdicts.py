"""What the schemas say: a result against its output schema, a call's problems as its result."""

import json
from collections.abc import Sequence

from switchboard.problems import Problem
from switchboard.tools import value_problems
from switchboard.tools.json_text import read_json
from switchboard.wire import Json, JsonObject

_MOST_TOLD = 20


def check_result(text: str, schema: JsonObject | None) -> tuple[Problem, ...]:
    """Where a result does not fit the tool's output schema; nothing where there is none."""
    if schema is None:
        return ()
    reading = read_json(text)
    if not reading.is_json:
        return (Problem("The result is no JSON, and the tool's output schema asks for some."),)
    return tuple(value_problems(reading.value, schema, whole="The result"))


def problems_as_result(problems: Sequence[Problem]) -> str:
    """What is wrong with a call, told to the model that wrote it, so that it can mend it."""
    listed: list[Json] = [
        {"path": problem.pointer, "problem": problem.message.replace("`", "")}
        for problem in problems[:_MOST_TOLD]
    ]
    told: JsonObject = {
        "error": "The call was not run: its arguments do not fit the tool's schema.",
        "problems": listed,
        "hint": "Mend the arguments and call the tool again.",
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
