import pytest

from switchboard.tools import value_problems

# id: schema of x, value of x, sentence
SENTENCES = {
    "type": ({"type": "integer"}, "3", '`x` must be an integer; it is the string `"3"`.'),
    "type of a list": ({"type": "array"}, "a", '`x` must be a list; it is the string `"a"`.'),
    "types": (
        {"type": ["string", "null"]},
        5,
        "`x` must be a string or `null`; it is the number `5`.",
    ),
    "three types": (
        {"type": ["string", "boolean", "null"]},
        {},
        "`x` must be a string, `true` or `false` or `null`; it is an object `{}`.",
    ),
    "a boolean is no number": ({"type": "number"}, True, "`x` must be a number; it is `true`."),
    "null": ({"type": "string"}, None, "`x` must be a string; it is `null`."),
    "enum": (
        {"enum": ["celsius", "fahrenheit"]},
        "kelvin",
        '`x` must be one of `"celsius"`, `"fahrenheit"`; it is `"kelvin"`.',
    ),
    "enum in Chinese": ({"enum": ["北京"]}, "上海", '`x` must be one of `"北京"`; it is `"上海"`.'),
    "empty enum": ({"enum": []}, 1, "`x` must be one of a list that is empty, so nothing fits."),
    "long enum": (
        {"enum": list(range(15))},
        99,
        "`x` must be one of `0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11` and 3"
        " more; it is `99`.",
    ),
    "const": ({"const": 1}, True, "`x` must be `1`; it is `true`."),
    "minimum": ({"minimum": 1}, 0, "`x` must be at least `1`; it is `0`."),
    "exclusive minimum": ({"exclusiveMinimum": 0}, 0, "`x` must be more than `0`; it is `0`."),
    "maximum": ({"maximum": 1}, 1.5, "`x` must be at most `1`; it is `1.5`."),
    "exclusive maximum": ({"exclusiveMaximum": 1}, 1, "`x` must be less than `1`; it is `1`."),
    "multipleOf": ({"multipleOf": 5}, 7, "`x` must be a multiple of `5`; it is `7`."),
    "minLength": ({"minLength": 1}, "", "`x` must have at least 1 character; it has 0."),
    "maxLength": ({"maxLength": 2}, "abc", "`x` must have at most 2 characters; it has 3."),
    "minItems": ({"minItems": 2}, [1], "`x` must have at least 2 entries; it has 1."),
    "maxItems": ({"maxItems": 1}, [1, 2], "`x` must have at most 1 entry; it has 2."),
    "minProperties": ({"minProperties": 1}, {}, "`x` must have at least 1 property; it has 0."),
    "uniqueItems": (
        {"uniqueItems": True},
        [1, 1.0],
        "`x` has entries that are equal; each must be different.",
    ),
    "pattern": (
        {"pattern": "^[a-z]+$"},
        "A",
        '`x` must match the pattern `^[a-z]+$`; it is `"A"`.',
    ),
    "required within": ({"required": ["y"]}, {}, "`y` is required but missing in `x`."),
    "forbidden": (False, 1, "`x` is not allowed here. Remove it."),
    "dependentRequired": (
        {"dependentRequired": {"a": ["b"]}},
        {"a": 1},
        "`b` is required when `a` is given.",
    ),
    "propertyNames": (
        {"propertyNames": {"maxLength": 1}},
        {"ab": 1},
        'The property name `"ab"` must have at most 1 character; it has 2.',
    ),
    "additional": (
        {"properties": {"city": {}, "unit": {}}, "additionalProperties": False},
        {"citty": 1},
        "In `x`: `citty` is not a known property. Did you mean `city`?",
    ),
    "additional, unlike any": (
        {"properties": {"city": {}, "unit": {}}, "additionalProperties": False},
        {"zzz": 1, "qqq": 2},
        "In `x`: `zzz`, `qqq` are not known properties. Known are: `city`, `unit`.",
    ),
    "additional to nothing": (
        {"additionalProperties": False},
        {"a": 1},
        "In `x`: `a` is not a known property. Remove it.",
    ),
    "unevaluated": (
        {"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": False},
        {"a": 1, "b": 2},
        "In `x`: `b` is not a known property. Remove it.",
    ),
    "one of several types": (
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        5,
        "`x` must be a string or `null`; it is the number `5`.",
    ),
    "one of several forms": (
        {"anyOf": [{"type": "string"}, {"type": "object", "required": ["id"]}]},
        {},
        "`x` fits none of the 2 forms allowed. The nearest: `id` is required but missing in `x`.",
    ),
    "forms that are all forbidden": (
        {"anyOf": [False, False]},
        1,
        "`x` fits none of the 2 forms allowed. The nearest: `x` is not allowed here. Remove it.",
    ),
    "more than one form": (
        {"oneOf": [{"type": "number"}, {"minimum": 1}]},
        5,
        "`x` fits more than one of the forms allowed; it must fit exactly one.",
    ),
    "not": ({"not": {"type": "null"}}, None, '`x` must not fit `{"type": "null"}`; it is `null`.'),
    "a place in a list": (
        {"items": {"items": {"type": "string"}}},
        [["a"], ["b", 3]],
        "`x[1][1]` must be a string; it is the number `3`.",
    ),
    "a long text is cut": (
        {"type": "number"},
        "a" * 500,
        '`x` must be a number; it is the string `"' + "a" * 59 + "…`.",
    ),
    "a long list is counted": (
        {"type": "string"},
        list(range(50)),
        "`x` must be a string; it is a list of 50 entries.",
    ),
}


@pytest.mark.parametrize(("schema", "value", "sentence"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_value_that_does_not_fit_is_told_in_words(schema, value, sentence):
    problems = value_problems({"x": value}, {"properties": {"x": schema}})

    assert [problem.message for problem in problems] == [sentence]


def test_a_missing_property_of_the_whole_is_named_alone():
    (problem,) = value_problems({}, {"required": ["location"]})

    assert problem.message == "`location` is required but missing."
    assert problem.keyword == "required"
    assert problem.path == ()


def test_each_missing_property_is_a_problem_of_its_own():
    problems = value_problems({}, {"required": ["a", "it's", "a b"]})

    assert [problem.message for problem in problems] == [
        "`a` is required but missing.",
        "`it's` is required but missing.",
        "`a b` is required but missing.",
    ]


def test_the_whole_is_called_what_the_reader_knows_it_as():
    (problem,) = value_problems([], {"type": "object"}, whole="The result")

    assert problem.message == "The result must be an object; it is a list `[]`."


def test_at_most_a_hundred_problems_are_told():
    assert len(value_problems([1] * 5_000, {"items": {"type": "string"}})) == 100
