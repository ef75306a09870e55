"""Arguments that a model wrote for the fitted tool, as the tool before expects them."""

from switchboard.fitting import as_before, fit
from tests.fitting.fitted_tools import TEXT, of_city, tool_with


def test_an_illegal_name_is_another_name_for_the_model():
    (rename, *_) = fit(tool_with(of_city(TEXT), name="weather.get/now"), "strict").changes

    assert rename.title == "The name becomes `weather_get_now`"
    assert rename.meaning == (
        "The model sees another name, and calls come with it instead of `weather.get/now`."
    )


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


def test_a_text_is_put_back_as_the_alternative_that_fits_what_stands_beside_it():
    choice = {"type": "string", "anyOf": [{"type": "integer", "enum": [1]}, {"const": "1"}]}
    fitting = fit(tool_with(of_city(choice)), "all")

    assert as_before({"city": "1"}, fitting) == {"city": "1"}
