"""The Build panel: a tool made without writing JSON, and the text that comes of it."""

import json

import pytest
from panels import functions_of, open_panel, workshop_of

from components.workshop import Workshop

pytestmark = pytest.mark.app

KEY = "workshop-build"
SEARCH = {
    "name": "search",
    "description": "Finds pages",
    "parameters": {
        "type": "object",
        "properties": {
            "query": {"type": "string", "description": "Words", "x-own": 1},
            "limit": {"type": "integer", "minimum": 1},
            "filter": {
                "type": "object",
                "properties": {"language": {"type": "string"}},
                "required": ["language"],
            },
            "sort": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        },
        "required": ["query"],
    },
}


def parameters(page, at=0):
    return functions_of(page)[at]["parameters"]


def key(name, kind, *where):
    return f"{KEY}-{json.dumps([*where, name])}-{kind}"


def opened(page, name, *where):
    """Unfolds a parameter."""
    return page.button(key=key(name, "fold", *where)).click().run()


def told(page):
    """The line of each parameter."""
    return [one.value for one in page.markdown if one.value.startswith("**") and "·" in one.value]


def test_a_tool_is_made_from_nothing():
    page = open_panel("build", text="")

    page.button(key=f"{KEY}-add-tool").click().run()
    page.text_input(key=f"{KEY}-name").set_value("get_weather").run()
    page.text_area(key=f"{KEY}-description").set_value("The weather in a place.").run()
    page.text_input(key=f"{KEY}-new-name").set_value("city").run()
    page.button(key=f"{KEY}-add").click().run()
    opened(page, "city")
    page.checkbox(key=key("city", "required")).check().run()
    page.text_area(key=key("city", "about")).set_value("Its name").run()

    assert json.loads(workshop_of(page).text) == [
        {
            "type": "function",
            "function": {
                "name": "get_weather",
                "description": "The weather in a place.",
                "parameters": {
                    "type": "object",
                    "properties": {"city": {"type": "string", "description": "Its name"}},
                    "required": ["city"],
                },
            },
        }
    ]


def test_every_parameter_is_told_on_one_line():
    page = open_panel("build", SEARCH)

    assert told(page) == [
        "**query** · text · required · Words",
        "**limit** · whole number",
        "**filter** · object",
        "**sort** · edited in JSON",
    ]


def test_a_parameter_is_renamed_and_keeps_what_the_builder_does_not_know():
    page = opened(open_panel("build", SEARCH), "query")

    page.text_input(key=key("query", "name")).set_value("words").run()

    assert [*parameters(page)["properties"]] == ["words", "limit", "filter", "sort"]
    assert parameters(page)["properties"]["words"]["x-own"] == 1
    assert parameters(page)["required"] == ["words"]


def test_a_number_becomes_a_choice_of_values_of_mixed_types():
    page = opened(open_panel("build", SEARCH), "limit")

    page.selectbox(key=key("limit", "kind")).select("choice").run()
    page.text_area(key=key("limit", "options")).set_value('few\n10\n"10"\nnull\n').run()

    assert parameters(page)["properties"]["limit"] == {
        "type": ["string", "integer", "null"],
        "enum": ["few", 10, "10", None],
    }
    assert page.text_area(key=key("limit", "options")).value == 'few\n10\n"10"\nnull'


def test_an_object_is_opened_and_its_parameters_are_changed():
    page = opened(open_panel("build", SEARCH), "filter")
    page.button(key=key("filter", "open")).click().run()
    assert told(page) == ["**language** · text · required"]

    page.text_input(key=f"{KEY}-new-name").set_value("since").run()
    page.button(key=f"{KEY}-add").click().run()
    page.button(key=f"{KEY}-back").click().run()

    assert [*parameters(page)["properties"]["filter"]["properties"]] == ["language", "since"]
    assert len(told(page)) == 4


def test_what_is_edited_in_json_can_be_moved_but_not_changed():
    page = opened(open_panel("build", SEARCH), "sort")
    assert key("sort", "kind") not in [one.key for one in page.selectbox]

    page.button(key=key("sort", "Move up")).click().run()

    assert [*parameters(page)["properties"]] == ["query", "limit", "sort", "filter"]
    assert parameters(page)["properties"]["sort"] == SEARCH["parameters"]["properties"]["sort"]


def test_a_parameter_is_removed_and_no_longer_required():
    page = opened(open_panel("build", SEARCH), "query")

    page.button(key=key("query", "remove")).click().run()

    assert [*parameters(page)["properties"]] == ["limit", "filter", "sort"]
    assert parameters(page)["required"] == []


def test_the_other_tools_stay_as_they_were_written():
    other = '{"type":"function",  "function":{"name":"a","parameters":{ "type":"object"}}}'
    mine = '{"type":"function","function":{"name":"b","description":"old"}}'
    page = open_panel("build", text=f"[ {mine},\n\n {other} ]")

    page.text_area(key=f"{KEY}-description").set_value("new").run()

    assert workshop_of(page).text == f"[ {mine.replace('old', 'new')},\n\n {other} ]"
    assert workshop_of(page).former[-1].said == "Description of b"


def test_a_parameter_is_added_where_it_belongs_and_nothing_else_is_touched():
    text = '[{"name": "a", "parameters": {"type": "object", "properties": {}}, "strict": false}]'
    page = open_panel("build", text=text)

    page.text_input(key=f"{KEY}-new-name").set_value("city").run()
    page.button(key=f"{KEY}-add").click().run()

    assert workshop_of(page).text == text.replace("{}", '{"city": {"type": "string"}}')


def test_a_tool_is_added_and_removed_again():
    page = open_panel("build", SEARCH)
    before = workshop_of(page).text

    page.button(key=f"{KEY}-add-tool").click().run()
    assert [one["name"] for one in functions_of(page)] == ["search", "new_tool"]
    assert page.text_input(key=f"{KEY}-name").value == "new_tool"

    page.button(key=f"{KEY}-remove-tool").click().run()
    assert workshop_of(page).text == before


def test_strict_is_switched_on():
    page = open_panel("build", SEARCH)

    page.toggle(key=f"{KEY}-strict").set_value(True).run()

    assert functions_of(page)[0]["strict"] is True


def test_a_text_that_is_no_json_is_not_touched():
    page = open_panel("build", text="[{")

    assert page.button(key=f"{KEY}-add-tool").disabled
    assert page.caption[-1].value == "The text can't be read yet. Mend it in the editor first."
    assert isinstance(workshop_of(page), Workshop)


def test_a_name_that_another_parameter_has_is_not_taken_and_that_is_told():
    page = opened(open_panel("build", SEARCH), "query")

    page.text_input(key=key("query", "name")).set_value("limit").run()

    assert "There is a parameter `limit` already" in page.caption[0].value
    assert page.text_input(key=key("query", "name")).value == "query"
    assert [*parameters(page)["properties"]] == [*SEARCH["parameters"]["properties"]]

    page.text_input(key=key("query", "name")).set_value("words").run()

    assert next(iter(parameters(page)["properties"])) == "words"
    assert [one.value for one in page.caption if "already" in one.value] == []


def test_a_choice_without_choices_is_told():
    properties = {"unit": {"type": "string", "enum": []}}
    page = open_panel("build", {"name": "f", "parameters": {"properties": properties}})
    opened(page, "unit")
    assert "No choices yet" in page.caption[0].value

    page.text_area(key=key("unit", "options")).set_value("c").run()

    assert [one.value for one in page.caption if "No choices" in one.value] == []
