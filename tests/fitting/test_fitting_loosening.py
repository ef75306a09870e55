"""Changes after which more fits than before, which are told as such."""

import pytest

from switchboard.fitting import fit
from tests.fitting.fitted_tools import TEXT, of_city, tool_with


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


@pytest.mark.parametrize(("only", "loosens"), [(False, True), (True, False)])
def test_an_alternative_that_nothing_fits_loosens_when_it_goes(only, loosens):
    fitting = fit(tool_with(of_city({"type": "string", "anyOf": [only]})), "gemini")
    (spread,) = [each for each in fitting.changes if each.id.startswith("spread ")]

    assert fitting.after()["parameters"]["properties"]["city"] == TEXT
    assert spread.loosens == loosens
