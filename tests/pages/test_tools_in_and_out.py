"""Tools brought in and taken out on the Tools page."""

import json
import sys
from pathlib import Path

import pytest
from tools_screen import PAGE, read, unfold, workshop_of, write

from switchboard.tools import check_toolset

pytestmark = pytest.mark.app

IN, OUT = "Bring tools in", "Take tools out"
MCP = json.dumps(
    {
        "tools": [
            {"name": "a", "title": "The letter", "inputSchema": {"type": "object"}},
            {"name": "b", "inputSchema": {"type": "object"}},
        ]
    }
)
OPENAPI = """
openapi: 3.0.0
info: {title: Pets, version: "1"}
paths:
  /pets/{id}:
    get:
      operationId: readPet
      summary: One pet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: fine}}
    delete:
      operationId: deletePet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: gone}}
"""


CURL = """curl https://gateway.example/v1/chat/completions \\
  -H "Authorization: Bearer sk-1234567890" \\
  -d '{"model": "some-model", "temperature": 0.5, "messages": [
        {"role": "system", "content": "Be short."}, {"role": "user", "content": "Weather?"}],
      "tools": [{"type": "function", "function": {"name": "get_weather"}}]}'"""


def paste(page, text):
    unfold(page, IN)
    page.text_area(key="workshop-in-text").input(text)
    return page.button(key="workshop-in-read").click().run()


def names(page):
    return [tool.name for tool in check_toolset(workshop_of(page).text).tools]


def test_pasted_tools_are_found_and_added_to_the_others(open_page):
    page = paste(write(open_page(PAGE), '[{"name": "mine"}]'), MCP)

    assert page.exception == []
    assert "**2 tools found**, written for MCP" in read(page)
    page.button(key="workshop-in-add").click().run()

    assert names(page) == ["mine", "a", "b"]
    assert workshop_of(page).former[-1].said == "Add 2 tools"
    assert "tools found" not in read(page)


def test_a_tool_that_would_take_the_place_of_another_is_named_before(open_page):
    page = paste(write(open_page(PAGE), '[{"name": "b", "description": "Mine"}]'), MCP)
    assert "Here already: **b**. **Add** puts what was brought in into its place." in read(page)

    page.multiselect(key="workshop-in-choice").set_value([0]).run()

    assert "Here already" not in read(page)


def test_of_many_some_can_be_chosen_and_put_in_the_toolsets_place(open_page):
    page = paste(write(open_page(PAGE), '[{"name": "mine"}]'), MCP)

    page.multiselect(key="workshop-in-choice").set_value([1]).run()
    page.button(key="workshop-in-replace").click().run()

    assert names(page) == ["b"]


def test_nothing_is_added_to_a_text_that_is_no_json(open_page):
    page = paste(write(open_page(PAGE), "[{"), MCP)

    assert page.button(key="workshop-in-add").disabled
    assert not page.button(key="workshop-in-replace").disabled


def test_what_was_brought_in_can_be_put_away(open_page):
    page = paste(write(open_page(PAGE), '[{"name": "mine"}]'), MCP)

    page.button(key="workshop-in-away").click().run()

    assert names(page) == ["mine"]
    assert page.text_area(key="workshop-in-text")


def test_what_cannot_be_understood_is_told(open_page):
    page = paste(open_page(PAGE), "just words")

    assert page.exception == []
    assert "**0 tools found**" in read(page)
    assert len(page.error) == 1


def test_operations_of_a_document_are_offered_for_choice(open_page):
    page = paste(write(open_page(PAGE), ""), OPENAPI)

    assert page.exception == []
    assert "**Pets**: 2 operations" in read(page)
    assert page.button(key="workshop-in-add").disabled


def test_a_request_opens_in_the_playground_with_its_messages_tools_and_settings(open_page):
    page = paste(open_page(PAGE), CURL)
    assert page.exception == []
    assert ": 2 messages, 1 tool, 1 setting\n" in read(page)
    assert "sk-1234567890" not in read(page)

    page.button(key="workshop-in-open").click().run()

    conversation = page.session_state["workspace"].conversation
    assert conversation.base_url == "https://gateway.example/v1"
    assert (conversation.model, conversation.settings.temperature) == ("some-model", 0.5)
    assert conversation.system == "Be short."
    assert [message.text for message in conversation.messages] == ["Weather?"]
    assert [tool.name for tool in check_toolset(conversation.toolset).tools] == ["get_weather"]


def test_of_a_request_the_tools_alone_can_be_taken(open_page):
    page = paste(write(open_page(PAGE), '[{"name": "mine"}]'), CURL)

    page.button(key="workshop-in-add").click().run()

    assert names(page) == ["mine", "get_weather"]


@pytest.fixture
def mcp_server(tmp_path, monkeypatch):
    pytest.importorskip("mcp", reason="requirements-mcp.txt is not installed")
    script = Path(__file__).parent.parent / "mcp_servers" / "serving_tools.py"
    server = {"command": sys.executable, "args": [str(script)]}
    path = tmp_path / "servers.json"
    path.write_text(json.dumps({"mcpServers": {"tests": server}}))
    monkeypatch.setenv("SWITCHBOARD_MCP_SERVERS", str(path))


def test_a_server_that_the_operator_names_is_asked_for_its_tools(open_page, mcp_server):
    page = unfold(write(open_page(PAGE), ""), IN)

    page.button(key="workshop-in-ask").click().run()
    assert workshop_of(page).errands.tool_listing.wait(30)
    page.run()
    page.button(key="workshop-in-add").click().run()

    assert names(page) == ["get_weather"]
    assert json.loads(workshop_of(page).text)[0]["x-switchboard"]["source"] == "MCP server tests"


def test_no_server_is_offered_where_the_operator_names_none(open_page):
    page = unfold(open_page(PAGE), IN)

    assert "List its tools" not in [button.label for button in page.button]


def test_the_tools_are_shown_in_another_format_and_what_it_cannot_hold(open_page):
    page = unfold(
        write(open_page(PAGE), '[{"name": "a", "strict": true, "parameters": {"type": "object"}}]'),
        OUT,
    )

    page.selectbox(key="workshop-out").set_value("anthropic").run()

    assert page.exception == []
    assert '"input_schema"' in page.code[-1].value


def test_one_tool_alone_can_be_taken_out(open_page):
    page = unfold(write(open_page(PAGE), '[{"name": "a"}, {"name": "b"}]'), OUT)

    page.segmented_control(key="workshop-out-scope").set_value("This tool").run()

    assert '"name": "a"' in page.code[-1].value
    assert '"name": "b"' not in page.code[-1].value
