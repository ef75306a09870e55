"""Tools as Python functions with type hints."""

import ast
import inspect
import typing

import pytest
from generated_code import NASTY_TEXTS, PARAMETERS, assert_is_only_definitions, run, written
from hypothesis import given, settings

NODE = {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}


def test_a_tool_is_written_as_a_person_would_write_it():
    parameters = {
        "type": "object",
        "properties": {
            "unit": {"type": "string", "enum": ["c", "f"], "default": "c"},
            "city": {"type": "string", "description": "City and country,\nin any language."},
            "days": {"type": "integer", "minimum": 1},
            "place": {
                "type": "object",
                "description": "Where.",
                "properties": {"lat": {"type": "number", "description": "Degrees."}},
                "required": ["lat"],
            },
        },
        "required": ["city"],
        "additionalProperties": False,
    }

    source, losses = written(parameters, form="python", description="The weather.")

    assert (
        source
        == '''\
"""Tools as Python functions: what each takes. What each does is to be written."""

from typing import Any, Literal, TypedDict


class GetWeatherPlace(TypedDict):
    """Where.

    Attributes:
        lat: Degrees.
    """

    lat: float


def get_weather(
    city: str,
    unit: Literal["c", "f"] = "c",
    days: int | None = None,
    place: GetWeatherPlace | None = None,
) -> Any:
    """The weather.

    Args:
        city: City and country,
            in any language.
        unit: (default: "c")
        days: (minimum: 1)
        place: Where.
    """
    raise NotImplementedError
'''
    )
    assert losses == ["A Python signature can't say, or not exactly: `minimum` (at `days`)."]


@settings(deadline=None)
@given(parameters=PARAMETERS)
def test_any_schema_gives_a_function_whose_hints_are_complete(parameters):
    source, _ = written(parameters, form="python")

    assert_is_only_definitions(source)
    function = run(source)["get_weather"]
    hints = typing.get_type_hints(function)
    assert {*inspect.signature(function).parameters} == {*hints} - {"return"}


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_no_text_leaves_its_literal(text):
    inner = {"type": "object", "description": text, "properties": {text: {"enum": [text]}}}
    parameters = {
        "type": "object",
        "properties": {
            "a": inner,
            "b": {"type": "string", "default": text, "description": text, "pattern": text},
            text: {"type": "string"},
        },
    }

    source, _ = written(parameters, form="python", name=text, description=text)

    assert_is_only_definitions(source)
    run(source)


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_a_description_comes_back_whole_from_the_docstring(text):
    source, _ = written(form="python", description=f"a\n{text}\nb")

    said = ast.get_docstring(ast.parse(source).body[-1], clean=False)
    assert [line.strip() for line in said.strip().split("\n")] == [
        line.strip() for line in f"a\n{text}\nb".split("\n")
    ]


def test_names_that_python_does_not_allow_are_changed_and_named():
    parameters = {"type": "object", "properties": {"class": {"type": "string"}}}

    source, losses = written(parameters, form="python", name="get-weather")

    assert "def get_weather(class_: str | None = None) -> Any:" in source
    assert losses == [
        "Called otherwise here, because Python allows no such name: `get-weather`, `class`."
    ]


def test_a_function_hides_no_type_that_the_next_one_needs():
    source, _ = written({"type": "object"}, form="python", name="list")

    assert "def list_() -> Any:" in source


def test_an_object_that_refers_to_itself_is_complete():
    parameters = {
        "type": "object",
        "properties": {"n": {"$ref": "#/$defs/Node"}},
        "$defs": {"Node": NODE},
    }

    source, _ = written(parameters, form="python")

    names = run(source)
    assert typing.get_type_hints(names["Node"], names) == {"next": names["Node"]}


def test_keys_that_are_no_names_stand_in_a_call():
    inner = {"type": "object", "properties": {"from": {"type": "string"}}, "required": ["from"]}

    source, _ = written({"type": "object", "properties": {"p": inner}}, form="python")

    assert 'GetWeatherP = TypedDict("GetWeatherP", {"from": str})' in source
