"""Tools as Pydantic models: the models are run here, and judge as the schema does."""

import json

import pytest
from generated_code import (
    ARGUMENTS,
    NASTY_TEXTS,
    PARAMETERS,
    assert_is_only_definitions,
    run,
    tool,
    written,
)
from hypothesis import given, settings
from pydantic import BaseModel, ValidationError

from switchboard.formats import write_tools
from switchboard.formats.python_code.names import MODEL_NAMES, is_name
from switchboard.tools import value_problems


def model(parameters, **options):
    source, _ = written(parameters, form="pydantic", **options)
    return run(source)["TOOLS"][options.get("name", "get_weather")]


def accepts(model, arguments):
    try:
        model.model_validate_json(json.dumps(arguments), strict=True)
    except ValidationError:
        return False
    return True


def test_a_tool_is_written_as_a_person_would_write_it():
    parameters = {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "City and country."},
            "unit": {"type": "string", "enum": ["c", "f"], "default": "c"},
            "days": {"type": "integer", "minimum": 1, "maximum": 14},
            "place": {
                "type": "object",
                "properties": {"class": {"type": "string"}},
                "required": ["class"],
            },
        },
        "required": ["city"],
        "additionalProperties": False,
    }

    source, losses = written(parameters, form="pydantic", description="The weather.")

    assert (
        source
        == '''\
"""Arguments of tools, as Pydantic models (version 2).

`TOOLS[name].model_validate_json(text, strict=True)` checks the text of a call's arguments.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class GetWeatherPlace(BaseModel):
    class_: str = Field(alias="class")


class GetWeather(BaseModel):
    """The weather."""

    model_config = ConfigDict(extra="forbid")

    city: str = Field(description="City and country.")
    unit: Literal["c", "f"] = "c"
    days: Annotated[int, Field(ge=1, le=14)] | None = None
    place: GetWeatherPlace | None = None


TOOLS = {"get_weather": GetWeather}
'''
    )
    assert losses == ["What may be left out may be null too: `days`, `place`."]


@settings(deadline=None)
@given(parameters=PARAMETERS, arguments=ARGUMENTS)
def test_a_model_accepts_what_the_schema_accepts(parameters, arguments):
    source, losses = written(parameters, form="pydantic")
    if any("can't say" in loss for loss in losses):
        return

    is_valid = not value_problems(arguments, parameters)

    assert accepts(run(source)["TOOLS"]["get_weather"], arguments) == is_valid


def test_a_model_that_refers_to_itself_is_complete():
    node = {
        "type": "object",
        "properties": {"value": {"type": "integer"}, "next": {"$ref": "#/$defs/Node"}},
        "required": ["value"],
    }
    chain = model(
        {"type": "object", "properties": {"n": {"$ref": "#/$defs/Node"}}, "$defs": {"Node": node}}
    )

    assert accepts(chain, {"n": {"value": 1, "next": {"value": 2}}})
    assert not accepts(chain, {"n": {"value": 1, "next": {"value": "2"}}})


def test_models_that_refer_to_each_other_are_complete():
    definitions = {
        "A": {"type": "object", "properties": {"b": {"$ref": "#/$defs/B"}}, "required": ["b"]},
        "B": {"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}},
    }
    pair = model(
        {"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": definitions}
    )

    assert accepts(pair, {"a": {"b": {"a": {"b": {}}}}})
    assert not accepts(pair, {"a": {"b": {"a": {}}}})


def test_other_properties_have_the_type_that_the_schema_gives_them():
    open_model = model(
        {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "additionalProperties": {"type": "integer"},
        }
    )

    assert accepts(open_model, {"a": "x", "b": 1})
    assert not accepts(open_model, {"a": "x", "b": "y"})


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_no_text_leaves_its_literal(text):
    parameters = {
        "type": "object",
        "description": text,
        "properties": {
            "city": {
                "type": "object",
                "description": text,
                "title": text,
                "examples": [text],
                "properties": {text: {"enum": [text], "default": text}},
            },
            "code": {"type": "string", "pattern": text, "format": text},
        },
    }

    source, _ = written(parameters, form="pydantic", description=text)

    assert_is_only_definitions(source)
    made = run(source)["GetWeather"]
    city = made.model_fields["city"]
    assert (city.description, city.title, city.examples) == (text, text, [text])
    assert accepts(made, {"city": {text: text}})
    assert not accepts(made, {"city": {text: f"{text}!"}})


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_no_name_of_a_tool_leaves_its_literal(text):
    source, _ = written({"type": "object"}, form="pydantic", name=text)

    assert_is_only_definitions(source)
    assert list(run(source)["TOOLS"]) == [text]


@pytest.mark.parametrize(
    "key",
    [
        *("class", "None", "_private", "__dunder__", "with space", "1st", "ﬁ", "", "-", "schema"),
        *(
            "str",
            "int",
            "Field",
            "Literal",
            "BaseModel",
            "model_config",
            "model_fields",
            "GetWeather",
        ),
        *("model_dump", "model_id", "copy", "self", "名前", "a.b", "$ref", "list", "TOOLS"),
    ],
)
def test_a_property_of_any_name_is_read_under_that_name(key):
    other = {"type": "array", "items": {"type": "integer"}}
    properties = {key: {"type": "string", "description": "d"}, "other": other}

    made = model({"type": "object", "properties": properties, "required": [key, "other"]})

    assert accepts(made, {key: "x", "other": [1]})
    assert not accepts(made, {key: 1, "other": [1]})
    assert not accepts(made, {key: "x", "other": ["1"]})


def test_no_two_properties_share_a_name():
    keys = ["a-b", "a_b", "a b", "a.b", "a_b_"]
    properties = {key: {"const": key} for key in keys}

    made = model({"type": "object", "properties": properties, "required": keys})

    assert accepts(made, {key: key for key in keys})


def test_every_name_that_a_model_has_of_its_own_is_avoided():
    own = {name for name in dir(BaseModel) if is_name(name)}

    assert own - MODEL_NAMES == set()


def test_two_tools_whose_names_differ_in_signs_alone_get_two_models():
    writing = write_tools([tool(name="get-it"), tool(name="get_it")], "pydantic")

    names = {name: made.__name__ for name, made in run(writing.text)["TOOLS"].items()}

    assert names == {"get-it": "GetIt", "get_it": "GetIt2"}


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        pytest.param({"type": "array", "uniqueItems": True}, "`uniqueItems` (at `x`)", id="unique"),
        pytest.param({"type": "string", "pattern": "\\p{L}"}, "`pattern` (at `x`)", id="pattern"),
        pytest.param({"not": {"type": "string"}}, "`not` (at `x`)", id="not"),
        pytest.param({"oneOf": [{"type": "string"}, {"const": "a"}]}, "`oneOf` (at `x`)", id="one"),
        pytest.param({"enum": [1.5, {}]}, "`enum`", id="values beyond Literal"),
        pytest.param({"type": "number", "multipleOf": 0.1}, "`multipleOf` (at `x`)", id="tenths"),
        pytest.param({"$ref": "https://example.com/a"}, "`$ref` (at `x`)", id="elsewhere"),
        pytest.param({"$ref": "#/properties/x"}, "`$ref` (at `X`)", id="a loop"),
        pytest.param({"type": "object", "default": {"a": 1}}, "`default` (at `x`)", id="default"),
        pytest.param(
            {"type": "object", "patternProperties": {}}, "`patternProperties` (at `x`)", id="names"
        ),
        pytest.param({"properties": {"a": {}}}, "`type` (at `x`)", id="no type"),
        pytest.param(
            {"type": "object", "properties": {"a": {"minLength": 1}}},
            "`minLength` (at `x.a`)",
            id="a limit without a type, inside",
        ),
    ],
)
def test_what_a_model_cannot_say_is_named_with_its_place(schema, said):
    source, losses = written({"type": "object", "properties": {"x": schema}}, form="pydantic")

    run(source)
    assert losses[0] == f"A Pydantic model can't say, or not exactly: {said}."
