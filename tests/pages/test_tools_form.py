"""The Try panel: the form of a tool, used by hand, and the arguments that it sends."""

import json

import pytest
from panels import open_panel, sent, workshop_of

pytestmark = pytest.mark.app

WEATHER = {
    "name": "get_weather",
    "description": "Weather of a place",
    "parameters": {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "A city", "minLength": 1},
            "days": {"type": "integer", "minimum": 1, "maximum": 7},
            "unit": {"enum": ["c", 1, "1", None, True]},
            "at": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "step": {"type": "number"},
            "alerts": {"type": "boolean"},
            "tags": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["city"],
        "additionalProperties": False,
    },
}
TREE = {
    "name": "grow",
    "parameters": {
        "$ref": "#/$defs/node",
        "$defs": {
            "node": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
                },
                "required": ["name"],
            }
        },
    },
}


def key(kind, *path, tool="get_weather"):
    return f"workshop-try-{tool}-{kind}-{json.dumps(list(path))}"


def badges(page):
    return next(one.value for one in page.markdown if "badge" in one.value)


def set_optional(page, name, *path, tool="get_weather"):
    return page.button_group(key=key("left-out", *path, tool=tool)).set_value(name).run()


def test_a_form_begins_with_what_is_required_and_nothing_else():
    page = open_panel("try", WEATHER)

    assert sent(page) == {"city": ""}
    assert "at least 1 character" in page.error[0].value


def test_what_is_typed_is_sent_and_checked():
    page = open_panel("try", WEATHER)

    page.text_input(key=key("text", "city")).set_value("Oslo").run()

    assert sent(page) == {"city": "Oslo"}
    assert page.error == []
    assert "arguments fit the schema" in badges(page)


def test_an_optional_field_is_sent_once_it_is_set_and_no_more_when_left_out():
    page = open_panel("try", WEATHER)

    set_optional(page, "days")
    assert sent(page) == {"city": "", "days": 1}

    page.number_input(key=key("integer", "days")).set_value(9).run()
    assert sent(page) == {"city": "", "days": 9}
    assert "at most `7`" in page.error[0].value
    assert "at most `7`" in page.caption[1].value

    page.button(key=key("out", "days")).click().run()
    assert sent(page) == {"city": ""}


def test_a_choice_keeps_the_type_of_each_of_its_values():
    page = open_panel("try", WEATHER)
    set_optional(page, "unit")

    for at, value in enumerate(["c", 1, "1", None, True]):
        page.selectbox(key=key("choice", "unit")).select_index(at).run()
        assert json.dumps(sent(page)["unit"]) == json.dumps(value)


def test_null_is_one_of_the_ways_to_answer():
    page = open_panel("try", WEATHER)
    set_optional(page, "at")
    assert sent(page)["at"] == ""

    page.selectbox(key=key("branch", "at")).select_index(1).run()

    assert sent(page)["at"] is None


def test_a_number_is_sent_to_its_last_digit_and_what_is_none_is_shown_as_typed():
    page = open_panel("try", WEATHER)
    set_optional(page, "step")

    page.text_input(key=key("number", "step")).set_value("0.123456789012").run()
    assert sent(page)["step"] == 0.123456789012

    page.text_input(key=key("number", "step")).set_value("a lot").run()
    assert '"step": a lot' in page.code[-1].value
    assert page.error


def test_entries_are_added_to_a_list_and_removed():
    page = open_panel("try", WEATHER)
    set_optional(page, "tags")
    for _ in range(3):
        page.button(key=key("add", "tags")).click().run()
    for at, text in enumerate("abc"):
        page.text_input(key=key("text", "tags", at)).set_value(text).run()

    page.button(key=key("out", "tags", 1)).click().run()

    assert sent(page)["tags"] == ["a", "c"]


def test_a_schema_that_contains_itself_opens_as_deep_as_a_person_wants():
    page = open_panel("try", TREE)
    path = []
    for _ in range(3):
        set_optional(page, "children", *path, tool="grow")
        page.button(key=key("add", *path, "children", tool="grow")).click().run()
        path += ["children", 0]

    assert sent(page) == {
        "name": "",
        "children": [
            {"name": "", "children": [{"name": "", "children": [{"name": ""}]}]},
        ],
    }


def test_a_valid_example_fits_and_stands_in_the_form():
    page = open_panel("try", WEATHER)

    page.button(key="workshop-try-get_weather-valid").click().run()

    assert page.error == []
    assert sent(page).keys() == WEATHER["parameters"]["properties"].keys()
    assert page.text_input(key=key("text", "city")).value == "city"


def test_every_invalid_example_is_refused_and_stands_in_the_form():
    page = open_panel("try", WEATHER)
    menu = page.menu_button(key="workshop-try-get_weather-invalid")
    assert "`city` is missing" in menu.options
    for says in menu.options:
        page.menu_button(key="workshop-try-get_weather-invalid").set_value(says).run()
        assert page.exception == []
        assert page.error, says


def test_the_arguments_are_the_same_as_json_and_back():
    page = open_panel("try", WEATHER)
    page.text_input(key=key("text", "city")).set_value("Oslo").run()

    page.toggle(key="workshop-try-get_weather-switch").set_value(True).run()
    trial = page.session_state["workshop-trial-get_weather"]
    assert json.loads(trial.as_json) == {"city": "Oslo"}

    editor = f"{trial.editor}-text-{page.session_state[f'{trial.editor}-version']}"
    page.session_state[editor] = '{"city": "Rome", "days": "two", "more": [1]}'
    page.run()
    assert "2 problems" in badges(page)

    page.toggle(key="workshop-try-get_weather-switch").set_value(False).run()
    assert sent(page) == {"city": "Rome", "days": "two", "more": [1]}
    assert page.text_area(key=key("json", "days")).value == '"two"'


def test_a_text_that_is_no_json_stays_as_it_is_in_the_form():
    page = open_panel("try", WEATHER)
    page.toggle(key="workshop-try-get_weather-switch").set_value(True).run()
    trial = page.session_state["workshop-trial-get_weather"]
    page.session_state[f"{trial.editor}-text-{page.session_state[f'{trial.editor}-version']}"] = "{"
    page.run()

    page.toggle(key="workshop-try-get_weather-switch").set_value(False).run()

    assert page.code[-1].value == "{"
    assert page.text_area(key=key("json")).value == "{"


def test_arguments_are_kept_with_the_tool_as_an_example():
    page = open_panel("try", WEATHER)
    page.text_input(key=key("text", "city")).set_value("Oslo").run()

    page.button(key="workshop-try-get_weather-keep").click().run()

    (tool,) = json.loads(workshop_of(page).text)
    assert tool["x-switchboard"] == {"examples": [{"city": "Oslo"}]}
    assert workshop_of(page).former[-1].said == "Use as example"


def test_a_kept_example_is_what_a_form_begins_with():
    tool = {
        "type": "function",
        "function": WEATHER,
        "x-switchboard": {"examples": [{"city": "Oslo", "days": 3}]},
    }

    page = open_panel("try", text=json.dumps([tool]))

    assert sent(page) == {"city": "Oslo", "days": 3}


def test_arguments_stay_when_the_schema_is_changed_beneath_them():
    page = open_panel("try", WEATHER)
    page.text_input(key=key("text", "city")).set_value("7").run()

    workshop_of(page).text = workshop_of(page).text.replace(
        '"type": "string",', '"type": "integer",'
    )
    page.run()

    assert sent(page) == {"city": "7"}
    assert page.text_area(key=key("json", "city")).value == '"7"'
    page.text_area(key=key("json", "city")).set_value("7").run()
    assert page.number_input(key=key("integer", "city")).value == 7


def test_a_tool_without_parameters_sends_an_empty_object():
    page = open_panel("try", {"name": "ping"})

    assert sent(page) == {}
    assert page.error == []


@pytest.mark.parametrize("parameters", [{}, {"type": "nothing"}, {"anyOf": None}], ids=str)
def test_a_schema_that_nothing_breaks_or_that_is_broken_has_no_invalid_example(parameters):
    page = open_panel("try", {"name": "f", "parameters": parameters})

    assert page.button(key="workshop-try-f-invalid-none").disabled
    page.button(key="workshop-try-f-valid").click().run()
    assert page.exception == []


def test_without_a_tool_it_says_so():
    page = open_panel("try", text="")

    assert page.caption[0].value == "No tool yet: write one, and its form stands here."
