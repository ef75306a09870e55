"""The Answers tab: how a tool answers, put together without writing JSON."""

import json

import pytest
from answers_screen import (
    FIXED,
    HAND,
    KEY,
    MODEL,
    SCHEMA,
    TEMPLATE,
    WEATHER,
    add,
    margin_of,
    open_answers,
    press,
    responders_of,
    rows_of,
    text_with,
)
from tools_screen import read, workshop_of

pytestmark = pytest.mark.app

PARIS = {"properties": {"city": {"const": "Paris"}}, "required": ["city"]}
RAIN = {"kind": "fixed", "result": "rain"}


def test_without_answers_it_says_what_happens_and_offers_all_kinds(open_page):
    page = open_answers(open_page, text_with())

    assert "No answers yet: results are written by hand in the Playground." in read(page)
    assert page.radio(key=f"{KEY}-kind").options == [
        "By hand",
        "Fixed",
        "Template",
        "From the schema",
        "A model",
        "HTTP",
        "MCP",
    ]


def test_a_fixed_answer_begins_with_a_plausible_result_and_is_changed(open_page):
    page = add(open_answers(open_page, text_with()), FIXED)
    assert responders_of(page)[0]["result"].keys() >= {"city", "temperature"}

    page.text_area(key=f"{KEY}-0-result").set_value('{"sky": "grey"}').run()

    assert responders_of(page) == [{"kind": "fixed", "result": {"sky": "grey"}}]
    assert page.text_area(key=f"{KEY}-0-result").value == '{\n  "sky": "grey"\n}'
    assert workshop_of(page).former[-1].said == "Answer 1: get_weather"


def test_what_is_no_json_is_a_text(open_page):
    page = add(open_answers(open_page, text_with()), FIXED)

    page.text_area(key=f"{KEY}-0-result").set_value("rain, {probably}").run()

    assert responders_of(page)[0]["result"] == "rain, {probably}"
    assert "This is not JSON. It is sent as text" in read(page)


def test_every_change_can_be_undone(open_page):
    page = open_answers(open_page, text_with())
    before = workshop_of(page).text

    add(page, HAND)
    page.button(key="workshop-undo").click().run()

    assert workshop_of(page).text == before
    assert rows_of(page) == []


def test_an_answer_is_for_some_arguments_alone(open_page):
    page = add(open_answers(open_page, text_with()), FIXED)

    press(page, "0-when-add")
    page.text_input(key=f"{KEY}-0-when-0-value").set_value("Paris").run()
    press(page, "0-when-add")
    page.selectbox(key=f"{KEY}-0-when-1-relation").set_value("at least").run()
    page.text_input(key=f"{KEY}-0-when-1-value").set_value("3").run()

    assert responders_of(page)[0]["when"] == {
        "properties": {"city": {"const": "Paris"}, "days": {"type": "number", "minimum": 3}},
        "required": ["city", "days"],
    }
    assert rows_of(page) == [r"1\. **Fixed** when city is \"Paris\" and days at least 3"]


def test_a_choice_and_a_switch_are_chosen(open_page):
    page = add(open_answers(open_page, text_with()), FIXED)
    press(page, "0-when-add")

    page.selectbox(key=f"{KEY}-0-when-0-argument").set_value("unit").run()
    page.selectbox(key=f"{KEY}-0-when-0-choice").set_value(1).run()
    assert responders_of(page)[0]["when"]["properties"] == {"unit": {"const": "fahrenheit"}}

    page.selectbox(key=f"{KEY}-0-when-0-argument").set_value("is_long").run()
    page.selectbox(key=f"{KEY}-0-when-0-choice").set_value(0).run()
    assert responders_of(page)[0]["when"]["properties"] == {"is_long": {"const": True}}


def test_one_of_several_is_typed_line_by_line_and_chosen_where_there_are_choices(open_page):
    page = add(open_answers(open_page, text_with()), FIXED)
    press(page, "0-when-add")

    page.selectbox(key=f"{KEY}-0-when-0-relation").set_value("is one of").run()
    page.text_area(key=f"{KEY}-0-when-0-lines").set_value("Paris\n1\nParis\n").run()
    assert responders_of(page)[0]["when"]["properties"] == {"city": {"enum": ["Paris", "1"]}}

    page.selectbox(key=f"{KEY}-0-when-0-argument").set_value("unit").run()
    page.selectbox(key=f"{KEY}-0-when-0-relation").set_value("is one of").run()
    page.multiselect(key=f"{KEY}-0-when-0-choices").set_value([0, 1]).run()
    assert responders_of(page)[0]["when"]["properties"] == {
        "unit": {"enum": ["celsius", "fahrenheit"]}
    }


def test_what_is_no_number_is_not_taken_and_that_is_told(open_page):
    page = add(open_answers(open_page, text_with()), FIXED)
    press(page, "0-when-add")
    page.selectbox(key=f"{KEY}-0-when-0-argument").set_value("days").run()

    page.text_input(key=f"{KEY}-0-when-0-value").set_value("many").run()

    assert "`days` is a whole number" in read(page)
    assert responders_of(page)[0]["when"]["properties"] == {"days": {"const": 0}}


def test_without_its_last_condition_it_always_answers(open_page):
    page = open_answers(open_page, text_with(responders=[{**RAIN, "when": PARIS}]))
    press(page, "0-edit")

    press(page, "0-when-0-only-icon-off")

    assert responders_of(page) == [RAIN]
    assert rows_of(page) == [r"1\. **Fixed** always"]


def test_a_condition_that_says_more_than_a_form_can_is_json(open_page):
    when = {"anyOf": [{"required": ["days"]}, {"required": ["unit"]}]}
    page = open_answers(open_page, text_with(responders=[{**RAIN, "when": when}]))

    press(page, "0-edit")

    assert rows_of(page) == [r"1\. **Fixed** when the arguments fit a schema of its own"]
    assert f"{KEY}-0-when-add" not in [one.key for one in page.button]
    use = next(one for one in page.button if one.label == "Use this schema")
    assert use.disabled
    editor = use.key.removesuffix("-use")
    page.session_state[f"{editor}-text-0"] = json.dumps(PARIS)
    page.run()
    page.button(key=use.key).click().run()

    assert responders_of(page) == [{"kind": "fixed", "when": PARIS, "result": "rain"}]


def test_answers_are_moved_and_removed_and_the_opened_one_stays_open(open_page):
    responders = [{**RAIN, "when": PARIS}, {"kind": "hand"}, {"kind": "schema"}]
    page = open_answers(open_page, text_with(responders=responders))
    press(page, "0-edit")

    press(page, "0-only-icon-down")
    assert [one["kind"] for one in responders_of(page)] == ["hand", "fixed", "schema"]
    assert page.text_area(key=f"{KEY}-0-result").value == "rain"
    assert page.button(key=f"{KEY}-1-only-icon-up").disabled

    press(page, "1-only-icon-remove")
    assert [one["kind"] for one in responders_of(page)] == ["fixed", "schema"]
    press(page, "2-only-icon-remove")
    press(page, "0-only-icon-remove")
    assert margin_of(page) == {}
    assert workshop_of(page).text == text_with()


def test_an_answer_that_is_never_reached_is_told(open_page):
    page = open_answers(open_page, text_with(responders=[{"kind": "hand"}, RAIN]))

    never = [one.value for one in page.caption if "Never answers" in one.value]
    assert len(never) == 1


def test_what_can_not_be_read_is_told_where_it_stands_and_mended_as_json(open_page):
    page = open_answers(open_page, text_with(responders=[RAIN, {"kind": "magic"}]))
    assert rows_of(page)[1].endswith("**Can't be read**")
    assert [one.value for one in page.error if "whose `kind` is one of" in one.value] != []

    press(page, "1-edit")
    use = next(one for one in page.button if one.label == "Use this")
    page.session_state[f"{use.key.removesuffix('-use')}-text-0"] = '{"kind": "hand"}'
    page.run()
    page.button(key=use.key).click().run()

    assert responders_of(page) == [RAIN, {"kind": "hand"}]
    assert page.error == []


def test_a_template_begins_with_the_arguments_in_it(open_page):
    page = add(open_answers(open_page, text_with()), TEMPLATE)

    template = responders_of(page)[0]["template"]
    assert '"city": {{ arguments["city"]|tojson }}' in template
    assert '"days": {{ arguments.get("days")|tojson }}' in template

    page.number_input(key=f"{KEY}-0-seed").set_value(7).run()
    page.text_area(key=f"{KEY}-0-template").set_value("{{ city }}").run()

    assert responders_of(page) == [{"kind": "template", "template": "{{ city }}", "seed": 7}]
    assert "`{{ arguments }}`" in read(page)


def test_an_answer_from_the_schema_says_when_there_is_none(open_page):
    page = add(open_answers(open_page, text_with()), SCHEMA)

    assert [one.value for one in page.warning if "no output schema yet" in one.value] != []


def test_a_model_is_chosen_among_the_gateways(open_page):
    page = add(open_answers(open_page, text_with()), MODEL)
    assert page.selectbox(key=f"{KEY}-0-gateway").options == ["The conversation's own", "Offline"]

    page.selectbox(key=f"{KEY}-0-gateway").set_value(0).run()
    page.text_input(key=f"{KEY}-0-Model").set_value(" small ").run()
    page.text_area(key=f"{KEY}-0-Instruction").set_value("It always snows.").run()

    assert responders_of(page) == [
        {"kind": "model", "model": "small", "instruction": "It always snows."}
    ]


def test_a_model_without_a_name_is_still_edited_in_its_form(open_page):
    page = add(open_answers(open_page, text_with()), MODEL)

    page.text_input(key=f"{KEY}-0-Model").set_value("").run()

    assert page.text_input(key=f"{KEY}-0-Model").value == ""
    assert [one.value for one in page.error if "model" in one.value] != []


def test_without_a_tool_it_says_so(open_page):
    page = open_answers(open_page, "[]")

    assert "No tool yet: write one" in read(page)


def test_it_is_the_tool_s_own_wherever_it_stands(open_page):
    text = f'[{{"name": "first"}}, {json.dumps(WEATHER)}]'
    page = open_answers(open_page, text)
    page.selectbox(key="workshop-chosen").set_value(1).run()

    add(page, HAND)

    first, second = json.loads(workshop_of(page).text)
    assert first == {"name": "first"}
    assert second["x-switchboard"] == {"responders": [{"kind": "hand"}]}


def test_an_answer_is_tried_with_arguments_of_ones_own(open_page):
    margin = {"responders": [{"kind": "template", "template": "{{ city }}!", "when": PARIS}]}
    page = press(open_answers(open_page, text_with(**margin)), "0-edit")
    assert not [one for one in page.text_area if one.key == f"{KEY}-0-try-arguments"]

    page.session_state[f"{KEY}-0-try"] = True
    page.run()
    page.text_area(key=f"{KEY}-0-try-arguments").set_value('{"city": "Oslo"}').run()

    assert page.exception == []
    assert "Oslo!" in [one.value for one in page.code]
    assert "From a template" in read(page)
    assert "These arguments do not fit its condition." in read(page)
    page.text_area(key=f"{KEY}-0-try-arguments").set_value('{"city": "Paris"}').run()
    assert "Paris!" in [one.value for one in page.code]
    assert "These arguments do not fit its condition." not in read(page)


def test_what_can_not_be_tried_is_told(open_page):
    margin = {"responders": [{"kind": "template", "template": "{{ 1 // 0 }}"}]}
    page = press(open_answers(open_page, text_with(**margin)), "0-edit")
    page.session_state[f"{KEY}-0-try"] = True
    page.run()
    assert "zero" in page.warning[-1].value

    page.text_area(key=f"{KEY}-0-try-arguments").set_value("{").run()

    assert page.exception == []
    assert page.error[-1].value.startswith("Line 1: ")
    assert [one.value for one in page.code] == []


def test_what_was_tried_is_not_worked_out_again_until_something_of_it_changes(open_page):
    margin = {"responders": [{"kind": "template", "template": "{{ now.timestamp() }}"}]}
    page = press(open_answers(open_page, text_with(**margin)), "0-edit")
    page.session_state[f"{KEY}-0-try"] = True
    first = page.run().code[-1].value

    assert page.run().code[-1].value == first
    page.text_area(key=f"{KEY}-0-try-arguments").set_value('{"city": "Paris"}').run()
    assert page.code[-1].value != first
