"""Who takes a tool, and what is changed for them, on the Tools page."""

import json

import pytest
from tools_screen import PAGE, read, show, unfold, workshop_of, write

from switchboard.tools import check_toolset

pytestmark = pytest.mark.app

WEATHER = {
    "name": "get_weather",
    "description": "Tells the weather of a city.",
    "parameters": {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "The city."},
            "days": {"type": "integer", "description": "How many.", "default": 1},
        },
        "required": ["city"],
    },
}
TEXT = json.dumps([{"type": "function", "function": WEATHER}, {"name": "now"}], indent=4)


@pytest.fixture
def page(open_page):
    return write(open_page(PAGE), TEXT)


def only(page):
    return check_toolset(workshop_of(page).text).tools[0]


def test_each_provider_is_told_to_take_the_tool_or_not_with_every_reason(page):
    show(page, "Portability")

    assert page.exception == []
    told = read(page)
    assert ":green-badge[✓ OpenAI] :orange-badge[~ OpenAI strict]" in told
    strict = next(fold for fold in page.expander if "OpenAI strict" in fold.label)
    assert "OA-S-REQ" in strict.markdown[0].value
    assert "Line 7" in strict.markdown[0].value


def test_all_tools_stand_in_one_matrix(page):
    unfold(page, "Who takes which tool")

    (matrix,) = page.dataframe
    assert list(matrix.value["Tool"]) == ["get_weather", "now"]
    assert list(matrix.value["OpenAI strict"]) == ["~", "✓"]


def test_without_tools_there_is_nothing_to_judge_or_to_change(open_page):
    page = write(open_page(PAGE), "[]")

    assert "No tools yet" in read(show(page, "Portability"))
    assert "No tools yet" in read(show(page, "Change"))


def test_a_tool_is_made_strict_and_the_others_stay_as_they_were_written(page):
    show(page, "Change")
    assert page.exception == []
    assert "`days` becomes nullable" in [box.label for box in page.checkbox]

    page.button(key="workshop-fit").click().run()

    assert only(page).strict is True
    assert only(page).parameters["required"] == ["city", "days"]
    assert check_toolset(workshop_of(page).text).problems == ()
    assert '{\n        "name": "now"\n    }' in workshop_of(page).text
    assert "needs no change for this" in read(page)
    assert workshop_of(page).former[-1].said == "Make strict: get_weather"


def test_a_change_that_is_not_taken_is_not_made(page):
    show(page, "Change")
    (box,) = [box for box in page.checkbox if "default" in box.label]

    box.uncheck().run()
    page.button(key="workshop-fit").click().run()

    assert only(page).parameters["properties"]["days"]["default"] == 1
    assert only(page).parameters["additionalProperties"] is False


def test_what_was_changed_can_be_undone(page):
    show(page, "Change")
    page.button(key="workshop-fit").click().run()

    page.button(key="workshop-undo").click().run()

    assert workshop_of(page).text == TEXT


def test_another_goal_has_changes_of_its_own(page):
    show(page, "Change")

    page.segmented_control(key="workshop-goal").set_value("gemini").run()

    assert page.exception == []
    assert "The part of JSON Schema that Gemini" in read(page)
    assert "`days` becomes nullable" not in [box.label for box in page.checkbox]


REFERRING = {
    "name": "book",
    "description": "Books a seat.",
    "parameters": {
        "type": "object",
        "properties": {"seat": {"$ref": "#/$defs/Seat", "description": "Which."}},
        "required": ["seat"],
        "additionalProperties": False,
        "$defs": {"Seat": {"type": "object", "properties": {"row": {"type": "integer"}}}},
    },
    "strict": True,
}


@pytest.fixture
def referring(open_page):
    text = json.dumps([{"type": "function", "function": REFERRING}], indent=2)
    return show(write(open_page(PAGE), text), "Change")


def box(page, title):
    return next(one for one in page.checkbox if title in one.label)


INLINES = "The `$ref` of `seat` is inlined"


def test_a_change_that_another_one_needs_is_taken_as_long_as_that_one_is(referring):
    inline = box(referring, INLINES)

    assert inline.value is True
    assert inline.disabled is True
    assert "comes with: Other properties of `seat` are refused" in read(referring)


def test_a_change_can_be_left_once_nothing_taken_needs_it(referring):
    for title in ("Other properties of `seat` are refused", "`row` becomes nullable"):
        box(referring, title).uncheck().run()

    assert box(referring, INLINES).disabled is False
    box(referring, INLINES).uncheck().run()

    assert referring.exception == []
    assert [one.label for one in referring.checkbox if INLINES in one.label and one.value] == []
    referring.button(key="workshop-fit").click().run()
    assert only(referring).parameters["properties"] == REFERRING["parameters"]["properties"]


CIRCLE = {
    "name": "book",
    "description": "Books a seat.",
    "parameters": {
        "type": "object",
        "properties": {
            "seat": {"type": "object", "properties": {"row": {"type": "integer"}}},
            "next": {"$ref": "#/properties/seat"},
            "last": {"$ref": "#/properties/next"},
        },
        "required": ["seat", "next", "last"],
        "additionalProperties": False,
    },
    "strict": True,
}


def test_changes_that_need_each_other_are_taken_or_left_by_the_first_of_them(open_page):
    text = json.dumps([{"type": "function", "function": CIRCLE}], indent=2)
    page = show(write(open_page(PAGE), text), "Change")
    for one in page.checkbox:
        if not one.disabled:
            one.uncheck()
    page.run()
    first, second = (box(page, f"The `$ref` of `{name}` is inlined") for name in ("next", "last"))
    assert (first.disabled, second.disabled, second.value) == (False, True, True)

    first.uncheck().run()

    assert box(page, "The `$ref` of `last` is inlined").value is False
    assert "goes with: The `$ref` of `next` is inlined" in read(page)
    assert page.button(key="workshop-fit").disabled is True


def test_what_changes_out_of_sight_need_cannot_be_left(open_page):
    names = [f"n{at}" for at in range(40)]
    seats = {"type": "object", "properties": {name: {"type": "integer"} for name in names}}
    parameters = {**REFERRING["parameters"], "$defs": {"Seat": seats}}
    tool = {"type": "function", "function": {**REFERRING, "parameters": parameters}}
    page = show(write(open_page(PAGE), json.dumps([tool])), "Change")
    for one in page.checkbox:
        if not one.disabled:
            one.uncheck()
    page.run()

    assert box(page, INLINES).disabled is True
    assert "comes with: changes that are not shown" in read(page)
