import json

from switchboard.tools import check_toolset


def problems_of(parameters, *, strict=True):
    function = {"name": "f", "strict": strict, "parameters": parameters}
    return check_toolset(json.dumps(function)).problems


OPEN = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
    "required": ["a"],
}


def test_a_strict_tool_closes_every_object_and_requires_every_property():
    closed, complete = problems_of(OPEN)

    assert closed.message == (
        'A strict tool closes every object: add `"additionalProperties": false` to the parameters,'
        " or set `strict` to `false`."
    )
    assert closed.pointer == "$.parameters"
    assert complete.message == (
        "A strict tool requires every property: add `b` to `required` of the parameters"
        ' (and `"null"` to the types of those that may be left out), or set `strict` to `false`.'
    )
    assert complete.keyword == "required"


def test_a_tool_that_is_not_strict_may_be_open():
    assert problems_of(OPEN, strict=False) == ()
    assert problems_of(OPEN, strict=None) == ()


def test_additional_properties_by_a_schema_are_not_closed():
    (problem,) = problems_of({"type": "object", "additionalProperties": {"type": "string"}})

    assert problem.keyword == "additionalProperties"


def test_objects_are_found_wherever_they_are():
    inner = {"type": "object", "properties": {}}
    parameters = {
        "type": "object",
        "properties": {
            "list": {"type": "array", "items": inner},
            "either": {"anyOf": [{"type": "null"}, {"type": ["object", "null"]}]},
            "there": {"$ref": "#/$defs/there"},
        },
        "required": ["list", "either", "there"],
        "additionalProperties": False,
        "$defs": {"there": inner},
    }

    assert [problem.pointer for problem in problems_of(parameters)] == [
        "$.parameters.properties.list.items",
        "$.parameters.properties.either.anyOf[1]",
        "$.parameters[$defs].there",
    ]
