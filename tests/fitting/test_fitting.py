"""Single changes, each with what it makes of a schema and what it says."""

import pytest

from switchboard.fitting import as_before, fit
from switchboard.tools import Tool

TEXT = {"type": "string"}
NUMBER = {"type": "number"}
OPEN_OBJECT = {"type": "object", "properties": {"a": TEXT}, "required": ["a"]}
CLOSED_OBJECT = {**OPEN_OBJECT, "additionalProperties": False}


def tool_with(parameters, name="look_up", **function):
    raw = {"name": name, "description": "Looks it up.", "parameters": parameters, **function}
    return Tool(name, "Looks it up.", parameters, None, raw)


def of_city(schema, **root):
    """Parameters of one required property."""
    return {
        "type": "object",
        "properties": {"city": schema},
        "required": ["city"],
        "additionalProperties": False,
        **root,
    }


def of_nodes(node):
    return of_city({"$ref": "#/$defs/Node"}, **{"$defs": {"Node": node}})


def fitted(schema, goal, **root):
    """What becomes of the property, and the titles that tell it, the flag and ``$defs`` aside."""
    fitting = fit(tool_with(of_city(schema, **root)), goal)
    told = [each for each in fitting.changes if each.path not in QUIET]
    return fitting.after()["parameters"]["properties"]["city"], [each.title for each in told]


QUIET = {
    ("strict",),
    ("parameters", "$defs"),
    ("parameters", "additionalProperties"),
}

STRICT = {
    "a length is told in words": (
        {"type": "string", "minLength": 2, "description": "Which city"},
        {"type": "string", "description": "Which city. At least 2 characters."},
        ["`minLength` of `city` is dropped"],
    ),
    "a default is told in words": (
        {"type": "integer", "default": 3},
        {"type": "integer", "description": "Default: 3."},
        ["`default` of `city` is dropped"],
    ),
    "a format that is known stays": ({"type": "string", "format": "date"},) * 2 + ([],),
    "a format that is not known goes": (
        {"type": "string", "format": "uri", "description": "Where?"},
        {"type": "string", "description": "Where? Format: uri."},
        ["`format` of `city` is dropped"],
    ),
    "an object is closed": (
        OPEN_OBJECT,
        CLOSED_OBJECT,
        ["Other properties of `city` are refused"],
    ),
    "what is optional becomes nullable": (
        {**CLOSED_OBJECT, "required": []},
        {**CLOSED_OBJECT, "properties": {"a": {"type": ["string", "null"]}}},
        ["`a` becomes nullable"],
    ),
    "an enum takes null too": (
        {**CLOSED_OBJECT, "properties": {"a": {**TEXT, "enum": ["x"]}}, "required": []},
        {
            **CLOSED_OBJECT,
            "properties": {"a": {"type": ["string", "null"], "enum": ["x", None]}},
        },
        ["`a` becomes nullable"],
    ),
    "alternatives take null too": (
        {**CLOSED_OBJECT, "properties": {"a": {"anyOf": [TEXT, NUMBER]}}, "required": []},
        {**CLOSED_OBJECT, "properties": {"a": {"anyOf": [TEXT, NUMBER, {"type": "null"}]}}},
        ["`a` becomes nullable"],
    ),
    "what takes null already is only required": (
        {**CLOSED_OBJECT, "properties": {"a": {"type": ["string", "null"]}}, "required": []},
        {**CLOSED_OBJECT, "properties": {"a": {"type": ["string", "null"]}}},
        ["`a` becomes required"],
    ),
    "one of several": (
        {"oneOf": [TEXT, NUMBER]},
        {"anyOf": [TEXT, NUMBER]},
        ["`oneOf` of `city` becomes `anyOf`"],
    ),
    "all of one": (
        {"allOf": [TEXT], "description": "Which"},
        {"description": "Which", "type": "string"},
        ["`allOf` of `city` is merged"],
    ),
    "all of several": (
        {"allOf": [CLOSED_OBJECT, {"properties": {"a": {"pattern": "^x"}}}]},
        {
            **CLOSED_OBJECT,
            "properties": {"a": {"type": "string", "pattern": "^x"}},
        },
        ["`allOf` of `city` is merged"],
    ),
    "a row of entries": (
        {"type": "array", "prefixItems": [TEXT, NUMBER], "items": False},
        {"type": "array", "items": {"anyOf": [TEXT, NUMBER]}, "maxItems": 2},
        ["The entries of `city` become all alike"],
    ),
    "alternatives of what is required": (
        {**CLOSED_OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**CLOSED_OBJECT, "description": "Required: `a` or `b`."},
        ["Which properties of `city` are required is told in its description"],
    ),
}


@pytest.mark.parametrize(("schema", "becomes", "titles"), STRICT.values(), ids=STRICT)
def test_a_schema_is_made_strict(schema, becomes, titles):
    assert fitted(schema, "strict") == (becomes, titles)


GEMINI = {
    "null beside a type": (
        {"type": ["string", "null"]},
        {"type": "string", "nullable": True},
        ["Null for `city` becomes `nullable`"],
    ),
    "several types": (
        {"type": ["string", "number"]},
        {"anyOf": [TEXT, NUMBER]},
        ["The types of `city` become alternatives"],
    ),
    "null among alternatives": (
        {"anyOf": [NUMBER, {"type": "null"}], "description": "How many"},
        {"description": "How many", "nullable": True, "type": "number"},
        ["Null for `city` becomes `nullable`", "The only alternative of `city` takes its place"],
    ),
    "a constant": (
        {"const": "x"},
        {"enum": ["x"], "type": "string"},
        ["The constant `city` becomes an `enum` of one", "The values of `city` become text"],
    ),
    "numbers to choose from": (
        {"type": "integer", "enum": [1, 2], "default": 1},
        {"type": "string", "enum": ["1", "2"], "default": "1"},
        ["The values of `city` become text"],
    ),
    "an empty text to choose": (
        {"type": "string", "enum": ["x", ""]},
        {"type": "string", "enum": ["x"]},
        ["The empty text is no longer among the values of `city`"],
    ),
    "only an empty text to choose": (
        {"const": ""},
        TEXT,
        [
            "The constant `city` becomes an `enum` of one",
            "The empty text is no longer among the values of `city`",
            "The type of `city` becomes string",
        ],
    ),
    "an exclusive bound": (
        {"type": "integer", "exclusiveMinimum": 0},
        {"type": "integer", "minimum": 1},
        ["The exclusive bound of `city` becomes an inclusive one"],
    ),
    "an array of anything": (
        {"type": "array"},
        {"type": "array", "items": TEXT},
        ["The entries of `city` become text"],
    ),
    "anything": ({}, TEXT, ["The type of `city` becomes string"]),
    "a list of references": (
        {"type": "array", "items": {"$ref": "#/$defs/City"}},
        {"type": "array", "items": TEXT},
        ["The `$ref` of the entries of `city` is inlined"],
    ),
}


@pytest.mark.parametrize(("schema", "becomes", "titles"), GEMINI.values(), ids=GEMINI)
def test_a_schema_is_fitted_for_gemini(schema, becomes, titles):
    assert fitted(schema, "gemini", **{"$defs": {"City": TEXT}}) == (becomes, titles)


NULL = {"type": "null"}
NULL_FURTHER_IN = {
    "in alternatives of one": {"anyOf": [NULL]},
    "in one of one": {"oneOf": [NULL]},
    "in all of one": {"allOf": [NULL]},
    "in a list of one type": {"type": ["null"]},
    "behind a reference": {"$ref": "#/$defs/Null"},
}


@pytest.mark.parametrize("null", NULL_FURTHER_IN.values(), ids=NULL_FURTHER_IN)
def test_an_alternative_that_turns_out_to_be_null_becomes_nullable_too(null):
    parameters = of_city({"anyOf": [TEXT, null]}, **{"$defs": {"Null": NULL}})

    after = fit(tool_with(parameters), "gemini").after()["parameters"]

    assert after["properties"]["city"] == {"type": "string", "nullable": True}


def test_a_change_that_is_there_only_after_one_further_in_brings_that_along():
    schema = {"anyOf": [TEXT, {"anyOf": [NULL]}]}
    fitting = fit(tool_with(of_city(schema)), "gemini")

    after = fitting.after(["null #/parameters/properties/city/anyOf"])["parameters"]

    assert after["properties"]["city"] == {"anyOf": [TEXT], "nullable": True}


@pytest.mark.parametrize("goal", ["strict", "strict-anthropic"])
def test_alternatives_that_say_only_what_is_required_once_fitted_are_told_in_words(goal):
    one_of_them = [{"required": ["a"], "not": {"minProperties": 2}}, {"required": ["b"]}]
    fitting = fit(tool_with(of_city({**CLOSED_OBJECT, "anyOf": one_of_them})), goal)

    assert fitting.after()["parameters"]["properties"]["city"] == {
        **CLOSED_OBJECT,
        "description": "Required: `a` or `b`.",
    }


def test_an_all_of_that_goes_together_only_once_its_definition_is_fitted_is_merged_then():
    member = {"type": "string", "not": {"const": "y"}}
    schema = {"allOf": [{"not": {"const": "x"}}, {"$ref": "#/$defs/Name"}]}
    fitting = fit(tool_with(of_city(schema, **{"$defs": {"Name": member}})), "strict")

    assert fitting.after()["parameters"]["properties"]["city"] == TEXT
    assert fitting.taken_with(["merge #/parameters/properties/city/allOf"]) >= {
        "drop #/parameters/$defs/Name/not"
    }


@pytest.mark.parametrize(
    "member",
    [{"$ref": "#/$defs/A"}, {"properties": {"a": {"type": ["string", "null"]}}}],
    ids=["a reference", "in its place"],
)
def test_what_is_both_text_and_number_where_it_is_given_is_null_once_it_is_always_given(member):
    schema = {"type": "object", "allOf": [member], "properties": {"a": NUMBER}}
    of_text = {"type": "object", "properties": {"a": TEXT}}
    fitting = fit(tool_with(of_city(schema, **{"$defs": {"A": of_text}})), "strict")

    city = fitting.after()["parameters"]["properties"]["city"]

    assert city == {**CLOSED_OBJECT, "properties": {"a": {"type": "null"}}}
    assert as_before({"city": {"a": None}}, fitting) == {"city": {}}


ALL = {
    "constants to choose from": (
        {"oneOf": [{"const": "x", "title": "X"}, {"const": "y"}]},
        {"enum": ["x", "y"], "type": "string"},
    ),
    "alternatives of several kinds": (
        {"anyOf": [TEXT, {"type": "array", "items": TEXT}], "description": "Which"},
        {"type": "string", "description": "Which"},
    ),
    "alternatives that are objects": (
        {"anyOf": [CLOSED_OBJECT, {**CLOSED_OBJECT, "properties": {"a": TEXT, "b": NUMBER}}]},
        {**OPEN_OBJECT, "properties": {"b": NUMBER, "a": TEXT}},
    ),
    "several types": ({"type": ["integer", "string", "null"]}, TEXT),
    "a default": (
        {"type": "boolean", "default": True},
        {"type": "boolean", "description": "Default: true."},
    ),
}


@pytest.mark.parametrize(("schema", "becomes"), ALL.values(), ids=ALL)
def test_a_schema_is_fitted_for_all(schema, becomes):
    assert fitted(schema, "all")[0] == becomes


def test_a_schema_that_contains_itself_keeps_its_reference_in_strict_mode():
    node = {**CLOSED_OBJECT, "properties": {"a": {"$ref": "#/$defs/Node"}}}
    fitting = fit(tool_with(of_nodes(node)), "strict")

    assert [each.id for each in fitting.changes] == ["strict #/strict"]
    assert fitting.left == ()


def test_a_schema_that_contains_itself_is_cut_off_for_gemini():
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}
    fitting = fit(tool_with(of_nodes(node)), "gemini")

    assert fitting.after()["parameters"]["properties"]["city"] == {
        "type": "object",
        "properties": {"next": {"type": "object"}},
    }
    (cut,) = [each for each in fitting.changes if each.id.startswith("cut ")]
    assert cut.meaning == "`#/$defs/Node` contains itself; what is deeper is no longer described."
    assert cut.loosens


def test_a_change_brings_along_what_it_needs():
    schema = {"allOf": [{"$ref": "#/$defs/A"}], "description": "Which"}
    root = of_city(schema, **{"$defs": {"A": OPEN_OBJECT}})
    fitting = fit(tool_with(root), "strict")

    after = fitting.after(["close #/parameters/properties/city/additionalProperties"])

    assert after["parameters"]["properties"]["city"] == {**CLOSED_OBJECT, "description": "Which"}
    assert after["parameters"]["$defs"] == {"A": OPEN_OBJECT}
    assert "strict" not in after


def test_a_change_that_is_left_leaves_the_others_as_they_are():
    schema = {"type": "string", "minLength": 2, "format": "uri"}
    fitting = fit(tool_with(of_city(schema)), "strict")

    after = fitting.after(["drop #/parameters/properties/city/format"])

    assert after["parameters"]["properties"]["city"] == {
        "type": "string",
        "minLength": 2,
        "description": "Format: uri.",
    }


def test_what_is_required_without_being_described_goes_only_with_its_own_changes():
    fitting = fit(tool_with({"type": "object", "properties": {}, "required": ["a"]}), "gemini")

    needed = fitting.taken_with(["drop #/parameters/required"])

    assert "unrequire #/parameters/required/a" in needed


def test_definitions_stay_where_references_find_them_when_alternatives_take_in_what_stands_beside():
    choice = {"properties": {}, "anyOf": [{"enum": ["x"]}, {"$ref": "#/$defs/A"}]}
    parameters = {"type": "object", **choice, "$defs": {"A": OPEN_OBJECT}}
    fitting = fit(tool_with(parameters), "gemini")

    after = fitting.after(["spread #/parameters/anyOf"])["parameters"]

    assert after == {
        "anyOf": [
            {"type": "object", "properties": {}, "enum": ["x"]},
            {"type": "object", "properties": {}, "$ref": "#/$defs/A"},
        ],
        "$defs": {"A": OPEN_OBJECT},
    }


def test_an_illegal_name_is_another_name_for_the_model():
    (rename, *_) = fit(tool_with(of_city(TEXT), name="weather.get/now"), "strict").changes

    assert rename.title == "The name becomes `weather_get_now`"
    assert rename.meaning == (
        "The model sees another name, and calls come with it instead of `weather.get/now`."
    )


LEFT = {
    "a free-form object": ({"type": "object"}, "strict", ("city",), "Properties of any name"),
    "a map": (
        {"type": "object", "additionalProperties": TEXT},
        "strict",
        ("city",),
        "Properties of any name",
    ),
    "anything": ({}, "strict", ("city",), "Anything is taken by `city`."),
    "any value": (True, "strict", ("city",), "Anything is taken by `city`."),
    "what cannot be merged": (
        {"allOf": [{"pattern": "a"}, {"pattern": "b"}], "type": "string"},
        "strict",
        ("city", "allOf"),
        "`allOf` of `city` cannot be put into one schema.",
    ),
    "a property with a dash": (
        {"type": "object", "properties": {"a-b": TEXT}},
        "gemini",
        ("city", "properties", "a-b"),
        "The property name `a-b` is refused",
    ),
}


@pytest.mark.parametrize(("schema", "goal", "path", "says"), LEFT.values(), ids=LEFT)
def test_what_cannot_be_mended_is_said(schema, goal, path, says):
    (problem,) = fit(tool_with(of_city(schema)), goal).left

    assert problem.path == ("parameters", "properties", *path)
    assert problem.message.startswith(says)


def test_a_schema_with_faults_of_its_own_is_left_as_it_is():
    fitting = fit(tool_with(of_city({"type": "text"})), "strict")

    assert fitting.after() == {**fitting.before, "strict": True}
    assert fitting.left[0].message.startswith("Mend this first: ")
    assert fitting.left[0].path == ("parameters", "properties", "city", "type")


def test_null_for_what_was_optional_is_left_out_and_text_becomes_the_value():
    level = {"type": "integer", "enum": [1, 2]}
    parameters = {
        "type": "object",
        "properties": {"unit": TEXT, "note": {"type": ["string", "null"]}, "level": level},
        "required": ["level"],
    }
    fitting = fit(tool_with(parameters), "gemini")

    assert as_before({"unit": None, "note": None, "level": "2"}, fitting) == {
        "note": None,
        "level": 2,
    }


def test_nulls_are_left_out_under_references_lists_and_alternatives():
    part = {"type": "object", "properties": {"a": TEXT, "kind": {"const": "part"}}}
    parameters = of_city(
        {"type": "array", "items": {"anyOf": [TEXT, {"$ref": "#/$defs/Part"}]}},
        **{"$defs": {"Part": part}},
    )
    fitting = fit(tool_with(parameters), "strict")

    assert as_before({"city": ["x", {"a": None, "kind": "part"}]}, fitting) == {
        "city": ["x", {"kind": "part"}]
    }


def test_an_all_of_in_an_all_of_that_says_otherwise_is_not_merged_as_if_it_said_the_same():
    schema = {"allOf": [TEXT, {"allOf": [{"type": "integer"}]}]}
    (merge,) = [
        each
        for each in fit(tool_with(of_city(schema)), "gemini").changes
        if each.id == "merge #/parameters/properties/city/allOf"
    ]

    assert merge.loosens
    assert merge.meaning == "Where two say different things, the first holds."


@pytest.mark.parametrize(
    ("values", "loosens", "meaning"),
    [
        (["x", ""], False, "It cannot be chosen any more."),
        ([""], True, "It was the only one; any text is taken."),
    ],
)
@pytest.mark.parametrize("goal", ["gemini", "all"])
def test_an_empty_text_alone_among_the_values_loosens_when_it_goes(goal, values, loosens, meaning):
    fitting = fit(tool_with(of_city({"type": "string", "enum": values})), goal)
    (filled,) = [each for each in fitting.changes if each.id.startswith("fill ")]

    assert (filled.loosens, filled.meaning) == (loosens, meaning)


CHOICES_WITH_LIMITS = {
    "a constant beyond its bound": (
        {"type": "integer", "exclusiveMinimum": 0, "const": 0},
        {"type": "string", "enum": ["0"]},
        True,
    ),
    "values on both sides of a bound": (
        {"type": "integer", "minimum": 2, "enum": [1, 2]},
        {"type": "string", "enum": ["2"]},
        False,
    ),
    "a number beside the length of a text": (
        {"maxLength": 1, "enum": [100, "a", "ab"]},
        {"type": "string", "enum": ["100", "a"]},
        False,
    ),
}


@pytest.mark.parametrize("goal", ["gemini", "all"])
@pytest.mark.parametrize(
    ("schema", "becomes", "loosens"), CHOICES_WITH_LIMITS.values(), ids=CHOICES_WITH_LIMITS
)
def test_only_values_within_their_limits_become_text(goal, schema, becomes, loosens):
    fitting = fit(tool_with(of_city(schema)), goal)
    (texts,) = [each for each in fitting.changes if each.id.startswith("texts ")]

    assert fitting.after()["parameters"]["properties"]["city"] == becomes
    assert texts.loosens == loosens


@pytest.mark.parametrize("goal", ["gemini", "all"])
@pytest.mark.parametrize(
    "choice",
    [{"const": {"city": "x"}}, {"enum": ["x"]}, {"anyOf": [{"const": "x"}]}],
    ids=["const", "enum", "anyOf"],
)
def test_the_arguments_as_a_whole_stay_an_object_whatever_they_are_chosen_from(choice, goal):
    fitting = fit(tool_with(of_city(TEXT, **choice)), goal)

    assert fitting.after()["parameters"] == {
        "type": "object",
        "properties": {"city": TEXT},
        "required": ["city"],
    }


@pytest.mark.parametrize(("constant", "loosens"), [("x", False), ("z", True)])
def test_a_constant_that_is_not_among_the_values_loosens_when_it_becomes_one(constant, loosens):
    fitting = fit(tool_with(of_city({"enum": ["x", "y"], "const": constant})), "gemini")
    (becomes,) = [each for each in fitting.changes if each.id.startswith("enum ")]

    assert fitting.after()["parameters"]["properties"]["city"]["enum"] == [constant]
    assert becomes.loosens == loosens


def test_a_text_is_put_back_as_the_alternative_that_fits_what_stands_beside_it():
    choice = {"type": "string", "anyOf": [{"type": "integer", "enum": [1]}, {"const": "1"}]}
    fitting = fit(tool_with(of_city(choice)), "all")

    assert as_before({"city": "1"}, fitting) == {"city": "1"}


@pytest.mark.parametrize(("only", "loosens"), [(False, True), (True, False)])
def test_an_alternative_that_nothing_fits_loosens_when_it_goes(only, loosens):
    fitting = fit(tool_with(of_city({"type": "string", "anyOf": [only]})), "gemini")
    (spread,) = [each for each in fitting.changes if each.id.startswith("spread ")]

    assert fitting.after()["parameters"]["properties"]["city"] == TEXT
    assert spread.loosens == loosens
