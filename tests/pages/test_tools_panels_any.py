"""The panels draw whatever may stand in the editor, and stand on the Tools page itself."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from panels import open_panel, sent, workshop_of
from tools_screen import PAGE, show, write

from tests.forms.schemas import SCHEMAS, VALUES
from tests.tools.test_tools_fuzz import documents, objects

pytestmark = pytest.mark.app

PATIENT = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def kept(schema, value):
    """A tool with a value as its example, which is what its form begins with."""
    tool = {"type": "function", "function": {"name": "f", "parameters": schema}}
    return json.dumps([{**tool, "x-switchboard": {"examples": [value]}}])


@given(SCHEMAS | objects, VALUES)
@PATIENT
def test_any_value_of_any_schema_is_shown_as_it_is_sent(schema, value):
    page = open_panel("try", text=kept(schema, value))

    assert json.dumps(sent(page)) == json.dumps(value)


@given(SCHEMAS | objects)
@PATIENT
def test_samples_of_any_schema_are_drawn(schema):
    page = open_panel("try", {"name": "f", "parameters": schema})

    page.button(key="workshop-try-f-valid").click().run()

    assert page.exception == []


@given(documents)
@PATIENT
def test_any_json_is_drawn_by_both(value):
    for panel in ("try", "build"):
        open_panel(panel, text=json.dumps(value))


@given(SCHEMAS | objects)
@PATIENT
def test_any_parameters_can_be_opened_and_left_as_they_were(schema):
    page = open_panel("build", {"name": "f", "parameters": schema})
    before = workshop_of(page).text

    for button in [one for one in page.button if one.label == "Edit"]:
        page.button(key=button.key).click().run()
        assert page.exception == []

    assert workshop_of(page).text == before


def test_both_stand_beside_the_editor_of_the_tools_page(open_page):
    page = write(open_page(PAGE), '[{"name": "ping", "parameters": {"type": "object"}}]')

    assert sent(show(page, "Try")) == {}

    show(page, "Build").text_input(key="workshop-build-new-name").set_value("host")
    page.button(key="workshop-build-add").click()
    show(page, "Build")

    assert page.exception == []
    assert json.loads(workshop_of(page).text)[0]["parameters"]["properties"] == {
        "host": {"type": "string"}
    }
