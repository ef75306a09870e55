"""What keeps the parameters of a definition from being fitted at all."""

from switchboard.fitting.recursion import recursive_references
from switchboard.fitting.rules.references import is_steady
from switchboard.problems import Problem
from switchboard.tools import check_schema
from switchboard.tools.quoting import code
from switchboard.tools.subschemas import subschemas
from switchboard.tools.walks import is_deeper
from switchboard.wire import Json, JsonObject

_DEEPEST = 100
_MOST_SCHEMAS = 10_000
_ELSEWHERE = ("$id", "id", "$anchor", "$dynamicRef", "$recursiveRef", "$dynamicAnchor", "$schema")
_OLD = ("draft-03", "draft-04")


def obstacles(parameters: Json, goal: str) -> tuple[Problem, ...]:
    """Why no change is proposed for this schema, with paths from the function; empty: it can be
    fitted."""
    if parameters is None:
        return ()
    if not isinstance(parameters, dict):
        return (Problem("`parameters` must be an object schema. Mend it first.", ("parameters",)),)
    if is_deeper(parameters, _DEEPEST):
        return (
            Problem("The parameters are nested too deeply. Make them flatter.", ("parameters",)),
        )
    if faults := check_schema(parameters):
        return tuple(
            Problem(
                f"Mend this first: {each.message}", ("parameters", *each.path), keyword=each.keyword
            )
            for each in faults
        )
    return _out_of_reach(parameters) or (_circles(parameters) if goal == "strict" else ())


def _circles(parameters: JsonObject) -> tuple[Problem, ...]:
    """References that can neither be inlined nor stay: what they name may move."""
    return tuple(
        Problem(
            f"The schema at {code(reference, longest=100)} contains itself. Put it under `$defs`.",
            ("parameters",),
            keyword="$ref",
        )
        for reference in sorted(recursive_references(parameters))
        if not is_steady(reference)
    )


def too_much() -> Problem:
    """The schema cannot be fitted within bounds."""
    message = "The parameters grow too large when they are fitted. Make the schema simpler."
    return Problem(message, ("parameters",))


def _out_of_reach(parameters: JsonObject) -> tuple[Problem, ...]:
    draft = str(parameters.get("$schema", ""))
    if any(name in draft for name in _OLD):
        message = "The schema is of a draft before 6. Bring it to 2020-12 first."
        return (Problem(message, ("parameters", "$schema"), keyword="$schema"),)
    found = []
    for count, each in enumerate(subschemas(parameters)):
        if count > _MOST_SCHEMAS:
            return (too_much(),)
        # An address of a part's own changes where references lead.
        for key in _ELSEWHERE if each.path else _ELSEWHERE[2:-1]:
            if key in each.schema:
                message = f"References by `{key}` are not followed here. Use `#/$defs/…` instead."
                found.append(Problem(message, ("parameters", *each.path, key), keyword=key))
    return tuple(found)
