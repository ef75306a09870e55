"""What ``strict: true`` asks of a schema.

Source: OpenAI's guide to structured outputs: every object has ``additionalProperties: false`` and
names all of its properties in ``required``.
"""

from collections.abc import Iterator

from switchboard.problems import JsonPath, Problem
from switchboard.tools.quoting import code
from switchboard.tools.subschemas import Subschema, subschemas
from switchboard.wire import Json


def strict_problems(schema: Json) -> list[Problem]:
    """Each object of the schema that strict mode would refuse, and why."""
    objects = [each for each in subschemas(schema) if _is_object(each)]
    return [problem for each in objects for problem in (*_open(each), *_optional(each))]


def _is_object(subschema: Subschema) -> bool:
    kind = subschema.schema.get("type")
    named = kind == "object" or (isinstance(kind, list) and "object" in kind)
    return named or isinstance(subschema.schema.get("properties"), dict)


def _open(subschema: Subschema) -> Iterator[Problem]:
    if subschema.schema.get("additionalProperties") is not False:
        yield Problem(
            'A strict tool closes every object: add `"additionalProperties": false` to'
            f" {_place(subschema.path)}, or set `strict` to `false`.",
            _key(subschema, "additionalProperties"),
            keyword="additionalProperties",
        )


def _optional(subschema: Subschema) -> Iterator[Problem]:
    properties = subschema.schema.get("properties")
    required = subschema.schema.get("required")
    listed = required if isinstance(required, list) else []
    named = properties if isinstance(properties, dict) else {}
    left_out = [name for name in named if name not in listed]
    if left_out:
        missing = ", ".join(map(code, left_out[:8]))
        yield Problem(
            f"A strict tool requires every property: add {missing}"
            f"{' and the others' if len(left_out) > 8 else ''} to `required` of"
            f' {_place(subschema.path)} (and `"null"` to the types of those that may be left out),'
            " or set `strict` to `false`.",
            _key(subschema, "required"),
            keyword="required",
        )


def _key(subschema: Subschema, keyword: str) -> JsonPath:
    """The keyword's own place, where it is there."""
    return (*subschema.path, keyword) if keyword in subschema.schema else subschema.path


def _place(path: JsonPath) -> str:
    return code(".".join(map(str, path[-2:]))) if path else "the parameters"
