"""A result to begin with in the result editor: plausible, never true."""

import json

from switchboard.messages import Call
from switchboard.simulate.families import family_of
from switchboard.simulate.plans import plan_of
from switchboard.simulate.samples import sample
from switchboard.simulate.subjects import Subject
from switchboard.tools import Tool, check_call
from switchboard.wire import Json, JsonObject

_LONGEST_ECHO = 200


def plausible_result(tool: Tool | None, call: Call) -> str:
    """Pretty JSON such as the tool might answer. The same call always gives the same text.

    A tool that declares an output schema gets a value of it; otherwise the words of its name and
    description decide. Arguments that are no JSON object get an error that says so.
    """
    checked = check_call(call, [tool] if tool else [])
    if checked.arguments is None:
        return _pretty({"error": "The arguments are not a JSON object.", "received": _cut(call)})
    schema = plan_of(tool).plan.output_schema if tool else None
    if schema is not None:
        return _pretty(sample(schema))
    subject = Subject.of(call.name, tool.description if tool else None, checked.arguments)
    return _pretty(_joined(subject.telling, family_of(subject)(subject)))


def _joined(echo: JsonObject, fields: JsonObject) -> JsonObject:
    """The arguments first, as a tool repeats what it was asked; they are never overwritten."""
    return {**echo, **{key: value for key, value in fields.items() if key not in echo}}


def _cut(call: Call) -> str:
    text = call.arguments
    return text if len(text) <= _LONGEST_ECHO else text[:_LONGEST_ECHO] + "…"


def _pretty(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode(errors="replace").decode()
