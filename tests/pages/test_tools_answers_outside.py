"""Answers that somebody else gives: an endpoint, an MCP server; and what the operator must set."""

import json

import pytest
from answers_screen import (
    HTTP,
    KEY,
    MCP,
    WEATHER,
    add,
    open_answers,
    press,
    responders_of,
    text_with,
)
from tools_screen import read, workshop_of

pytestmark = pytest.mark.app

ENDPOINT = {
    "method": "get",
    "path": "/v1/{city}",
    "server": "https://api.example.com",
    "arguments": {"city": {"in": "path", "name": "city"}, "days": {"in": "query", "name": "n"}},
}


@pytest.fixture
def servers(monkeypatch, tmp_path):
    """Two that the operator allows."""
    path = tmp_path / "servers.json"
    path.write_text(json.dumps({"mcpServers": {"sky": {"command": "x"}, "sea": {"command": "x"}}}))
    monkeypatch.setenv("SWITCHBOARD_MCP_SERVERS", str(path))


def warnings_of(page):
    return "\n".join(one.value for one in page.warning)


def test_an_endpoint_is_asked_with_templates(open_page, monkeypatch):
    monkeypatch.setenv("SWITCHBOARD_HTTP_HOSTS", "a.example")
    page = add(open_answers(open_page, text_with()), HTTP)

    page.selectbox(key=f"{KEY}-0-method").set_value("POST").run()
    page.text_area(key=f"{KEY}-0-URL").set_value(" https://a.example/{{ city }}\n").run()
    page.text_area(key=f"{KEY}-0-headers").set_value("Accept: text/plain\n").run()
    page.text_area(key=f"{KEY}-0-Body").set_value("{{ arguments|tojson }}").run()

    assert responders_of(page) == [
        {
            "kind": "http",
            "url": "https://a.example/{{ city }}",
            "method": "POST",
            "headers": {"Accept": "text/plain"},
            "body": "{{ arguments|tojson }}",
        }
    ]
    assert warnings_of(page) == ""


def test_a_key_among_the_headers_is_not_taken(open_page):
    page = add(open_answers(open_page, text_with()), HTTP)

    lines = "Authorization: Bearer sk-secret\nAccept: text/plain"
    page.text_area(key=f"{KEY}-0-headers").set_value(lines).run()

    assert "`Authorization` is not taken" in read(page)
    assert responders_of(page)[0]["headers"] == {"Accept": "text/plain"}
    assert "sk-secret" not in workshop_of(page).text


@pytest.mark.parametrize("setting", ["", " , ", "nowhere/hosts.json", "127.1"])
def test_without_allowed_hosts_it_says_what_the_operator_must_set(open_page, monkeypatch, setting):
    monkeypatch.setenv("SWITCHBOARD_HTTP_HOSTS", setting)
    page = add(open_answers(open_page, text_with()), HTTP)

    assert "`SWITCHBOARD_HTTP_HOSTS`" in warnings_of(page)


def test_an_imported_operation_offers_its_endpoint(open_page):
    page = open_answers(open_page, text_with(http=ENDPOINT))

    press(page, "real-HTTP")

    assert responders_of(page) == [
        {
            "kind": "http",
            "method": "GET",
            "url": "https://api.example.com/v1/"
            '{{ arguments["city"] }}?{% if "days" in arguments %}&n='
            '{{ arguments["days"]|tojson }}{% endif %}',
        }
    ]
    assert f"{KEY}-real-HTTP" not in [one.key for one in page.button]


def test_a_server_is_chosen_among_the_allowed_ones(open_page, servers):
    page = add(open_answers(open_page, text_with()), MCP)
    assert page.selectbox(key=f"{KEY}-0-server").options == ["sky", "sea"]

    page.selectbox(key=f"{KEY}-0-server").set_value("sea").run()
    page.text_input(key=f"{KEY}-0-Its tool").set_value("tide").run()

    assert responders_of(page) == [{"kind": "mcp", "server": "sea", "tool": "tide"}]
    assert warnings_of(page) == ""


def test_a_tool_of_a_live_server_offers_the_real_one(open_page, servers):
    page = open_answers(open_page, text_with(source="MCP server sea"))

    press(page, "real-MCP")

    assert responders_of(page) == [{"kind": "mcp", "server": "sea"}]


def test_a_server_that_is_not_allowed_is_told_and_kept(open_page, monkeypatch):
    monkeypatch.delenv("SWITCHBOARD_MCP_SERVERS", raising=False)
    page = open_answers(open_page, text_with(responders=[{"kind": "mcp", "server": "gone"}]))

    press(page, "0-edit")

    assert "`SWITCHBOARD_MCP_SERVERS`" in warnings_of(page)
    assert page.selectbox(key=f"{KEY}-0-server").options == ["gone"]
    assert WEATHER["name"] in workshop_of(page).text
