"""Faults on purpose and the output schema, on the Answers tab."""

import json

import pytest
from answers_screen import KEY, margin_of, open_answers, press, text_with
from tools_screen import read, workshop_of

pytestmark = pytest.mark.app


def unfolded(page, label):
    page.session_state[f"{KEY}-{label}"] = True
    page.run()
    assert page.exception == []
    return page


def faults(open_page, text=None):
    return unfolded(open_answers(open_page, text or text_with()), "Faults on purpose")


def put(page, kind, percent):
    return page.number_input(key=f"{KEY}-fault-{kind}").set_value(percent).run()


def schema_of(open_page, text):
    page = unfolded(open_answers(open_page, text), "Output schema")
    return page, next(one.key for one in page.button if one.label == "Keep it")


def type_schema(page, button, text):
    page.session_state[f"{button.removesuffix('-use')}-text-0"] = text
    return page.run()


def test_every_kind_has_a_row(open_page):
    page = faults(open_page)

    rows = [one for one in page.number_input if "fault" in one.key]
    assert len(rows) == 19 + 1
    assert "**0 %** of the results get a fault, 100 % none." in read(page)


def test_a_chance_and_a_seed_are_kept_beside_the_tool(open_page):
    page = put(put(faults(open_page), "time_out", 10.0), "error", 12.5)

    page.number_input(key=f"{KEY}-fault-seed").set_value(3).run()

    assert margin_of(page) == {"faults": {"chances": {"error": 0.125, "time_out": 0.1}, "seed": 3}}
    assert "**22.5 %** of the results get a fault, 77.5 % none." in read(page)
    assert workshop_of(page).former[-1].said == "Faults: get_weather"


def test_more_than_all_results_can_not_get_a_fault(open_page):
    page = put(put(faults(open_page), "slow", 70.0), "null", 30.1)

    assert r"Together they would be 100\.1 %: lower another one first\." in read(page)
    assert margin_of(page)["faults"]["chances"] == {"slow": 0.7}

    put(page, "null", 30.0)

    assert margin_of(page)["faults"]["chances"] == {"slow": 0.7, "null": 0.3}
    assert "lower another" not in read(page)


def test_without_any_chance_nothing_is_kept(open_page):
    page = put(put(faults(open_page), "slow", 5.0), "slow", 0.0)

    assert workshop_of(page).text == text_with()


def test_faults_that_can_not_be_read_are_told(open_page):
    page = faults(open_page, text_with(faults={"chances": {"slow": 2}}))

    assert len(page.error) == 1


def test_an_output_schema_is_kept_and_removed(open_page):
    page, button = schema_of(open_page, text_with())

    type_schema(page, button, '{"type": "string"}').button(key=button).click().run()
    assert margin_of(page) == {"output_schema": {"type": "string"}}

    press(page, "output-remove")
    assert workshop_of(page).text == text_with()


def test_what_is_no_schema_is_told_and_can_not_be_kept(open_page):
    page, button = schema_of(open_page, text_with(outputSchema={"type": "string"}))

    type_schema(page, button, '{"type": "text"}')

    assert page.button(key=button).disabled
    assert len(page.error) == 1

    type_schema(page, button, '{"type": "integer"}').button(key=button).click().run()
    assert margin_of(page) == {"outputSchema": {"type": "integer"}}


def test_a_schema_within_the_function_is_edited_there(open_page):
    function = {"name": "get_weather", "output_schema": {"type": "string"}}

    page = unfolded(open_answers(open_page, text_with(function)), "Output schema")

    assert "It stands in the function, as `output_schema`" in read(page)
    assert json.loads(workshop_of(page).text)[0]["function"] == function
