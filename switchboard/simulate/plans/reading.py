"""A tool's plan, read from what stands beside it in the toolset's text."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from switchboard.payload.secret_fields import is_secret_field
from switchboard.problems import JsonPath, Problem
from switchboard.responders import (
    Action,
    ByModel,
    FaultKind,
    FaultPlan,
    Fixed,
    FromSchema,
    Hand,
    Http,
    Mcp,
    Responder,
    Template,
    ToolPlan,
)
from switchboard.simulate.plans.forms import FAULTS_FORM, RESPONDER_FORMS
from switchboard.tools import MARGIN, Tool, check_schema, value_problems
from switchboard.tools.remembering import remembered
from switchboard.wire import Json, JsonObject

RESPONDERS_KEY = "responders"
_MOST_RESPONDERS = 100
_SCHEMA_KEYS = ("output_schema", "outputSchema")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood, and what was not."""

    plan: ToolPlan = ToolPlan()
    problems: tuple[Problem, ...] = ()
    """Paths from the root of the toolset's text. A responder with a problem is not in the plan."""


def plan_of(tool: Tool) -> Reading:
    """The tool's responders, faults and output schema. Any margin gives a reading.

    Remembered: asking again for a tool of the same words in the same place costs nothing.
    """
    own = {key: tool.raw[key] for key in _SCHEMA_KEYS if key in tool.raw}
    return _remembered_reading(json.dumps([own, tool.margin, tool.path]))


@remembered
def _remembered_reading(canonical: str) -> Reading:
    own, margin, path = json.loads(canonical)
    return _reading(Tool("", None, None, None, raw=own, margin=margin, path=tuple(path)))


def _reading(tool: Tool) -> Reading:
    """Of all that it depends on: the margin, an output schema in the function, the place."""
    margin = margin_path(tool)
    responders, problems = _responders(tool, margin)
    faults, wrong = _faults(tool, margin)
    schema, misfits = _output_schema(tool, margin)
    plan = ToolPlan(responders, faults, schema)
    return Reading(plan, (*problems, *wrong, *misfits))


@dataclass(frozen=True, slots=True)
class WrittenSchema:
    """The schema of a tool's results as it stands in the text, with its problems if it has any."""

    schema: JsonObject
    key: str
    is_in_margin: bool
    """Else it stands in the function itself, and is sent."""


def written_output_schema(tool: Tool) -> WrittenSchema | None:
    """Where the tool says what its results are like; ``None`` where it does not.

    ``outputSchema`` is MCP's word, ``output_schema`` that of OpenAI's Responses interface and of
    what is kept beside a tool.
    """
    for holder in (tool.raw, tool.margin):
        for key in _SCHEMA_KEYS:
            schema = holder.get(key)
            if isinstance(schema, dict):
                return WrittenSchema(schema, key, is_in_margin=holder is tool.margin)
    return None


def margin_path(tool: Tool) -> JsonPath:
    """Where the tool's margin stands, or would stand, in the toolset's text."""
    envelope = tool.path[:-1] if tool.path[-1:] == ("function",) else tool.path
    return (*envelope, MARGIN)


def _responders(tool: Tool, margin: JsonPath) -> tuple[tuple[Responder, ...], tuple[Problem, ...]]:
    written = tool.margin.get(RESPONDERS_KEY, [])
    path = (*margin, RESPONDERS_KEY)
    if not isinstance(written, list):
        return (), (Problem("`responders` is a list, as in `[ … ]`.", path),)
    found: list[Responder] = []
    problems: list[Problem] = []
    for index, each in enumerate(written[:_MOST_RESPONDERS]):
        wrong = [*_wrong(each)]
        problems += [replace(one, path=(*path, index, *one.path)) for one in wrong]
        if not wrong:
            found.append(_responder(cast(JsonObject, each), (*path, index), found))
    if len(written) > _MOST_RESPONDERS:
        message = f"Only the first {_MOST_RESPONDERS} of {len(written)} responders count."
        problems.append(Problem(message, path))
    return tuple(found), tuple(problems)


def _wrong(value: Json) -> Iterator[Problem]:
    kinds = ", ".join(f"`{kind}`" for kind in RESPONDER_FORMS)
    kind = value.get("kind") if isinstance(value, dict) else None
    form = RESPONDER_FORMS.get(kind) if isinstance(kind, str) else None
    if not isinstance(value, dict) or form is None:
        yield Problem(f"A responder is an object whose `kind` is one of {kinds}.")
        return
    yield from value_problems(value, form, whole="The responder")
    yield from _wrong_condition(value.get("when", {}))
    yield from _secrets(value.get("headers"))


def _wrong_condition(when: Json) -> Iterator[Problem]:
    for each in check_schema(when) if isinstance(when, dict) else ():
        yield replace(each, path=("when", *each.path))


def _secrets(headers: Json) -> Iterator[Problem]:
    # A toolset is saved, exported and shown: a key has no place in it.
    for name, value in headers.items() if isinstance(headers, dict) else ():
        if is_secret_field(name) and value:
            message = (
                f"`{name}` would be kept with the toolset, and a key must not be. The operator "
                "sets it for the host, in the file of allowed hosts."
            )
            yield Problem(message, ("headers", name))


def _responder(value: JsonObject, path: JsonPath, before: list[Responder]) -> Responder:
    when = value.get("when")
    own = hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]
    twins = sum(one.id.partition("-")[0] == own for one in before)
    return Responder(
        action=action_of(value),
        when=when if isinstance(when, dict) else None,
        id=f"{own}-{twins + 1}" if twins else own,
        path=path,
    )


def action_of(value: JsonObject) -> Action:
    """What a responder's document says is done; what it lacks is empty."""
    kind = value["kind"]
    if kind == "fixed":
        return Fixed(value.get("result", ""))
    if kind == "template":
        return Template(_text(value, "template"), seed=_seed(value))
    if kind == "schema":
        return FromSchema(seed=_seed(value))
    if kind == "model":
        base_url = _text(value, "base_url") if "base_url" in value else None
        return ByModel(_text(value, "model"), base_url, _text(value, "instruction"))
    if kind == "http":
        headers = cast(Mapping[str, str], value.get("headers", {}))
        return Http(
            url=_text(value, "url"),
            method=_text(value, "method") or "GET",
            headers=headers,
            body=_text(value, "body"),
        )
    if kind == "mcp":
        return Mcp(_text(value, "server"), _text(value, "tool"))
    return Hand()


def _text(value: JsonObject, key: str) -> str:
    text = value.get(key, "")
    return text if isinstance(text, str) else ""


def _seed(value: JsonObject) -> int:
    seed = value.get("seed", 0)
    return int(seed) if isinstance(seed, int | float) else 0


def _faults(tool: Tool, margin: JsonPath) -> tuple[FaultPlan, tuple[Problem, ...]]:
    written = tool.margin.get("faults", {})
    path = (*margin, "faults")
    wrong = value_problems(written, FAULTS_FORM, whole="`faults`")
    if wrong or not isinstance(written, dict):
        return FaultPlan(), tuple(replace(one, path=(*path, *one.path)) for one in wrong)
    chances = cast(Mapping[str, float], written.get("chances", {}))
    plan = FaultPlan({FaultKind(kind): chance for kind, chance in chances.items()}, _seed(written))
    if sum(plan.chances.values()) > 1 + 1e-9:
        message = "The chances add up to more than 1: make them smaller."
        return FaultPlan(), (Problem(message, (*path, "chances")),)
    return plan, ()


def _output_schema(tool: Tool, margin: JsonPath) -> tuple[JsonObject | None, tuple[Problem, ...]]:
    written = written_output_schema(tool)
    if written is None:
        return None, ()
    wrong = check_schema(written.schema)
    place = margin if written.is_in_margin else tool.path
    problems = tuple(replace(one, path=(*place, written.key, *one.path)) for one in wrong)
    return (None if wrong else written.schema), problems
