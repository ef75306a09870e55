"""What really reaches an endpoint, whatever a model has written into the arguments."""

import json
import sys
from pathlib import Path

import pytest
from loops.turns import question, tool
from scripted_exchange import Reply
from scripted_gateway import ScriptedGateway

from switchboard.conversations import Entry
from switchboard.endpoints import allowed_hosts
from switchboard.gateway import StopSignal
from switchboard.mcp_servers import AllowedServer
from switchboard.messages import Call, Message
from switchboard.responding import Outside, Rules, respond, situations
from switchboard.responses import Unanswered
from switchboard.tools import check_toolset

SERVES_TOOLS = str(Path(__file__).parents[1] / "mcp_servers" / "serving_tools.py")


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        gateway.answer_with(lambda request: Reply("{}", content_type="application/json"))
        yield gateway


def answer(scripted, responder, arguments):
    outside = Outside(
        gateway_at=lambda _: None,
        hosts=allowed_hosts({"SWITCHBOARD_HTTP_HOSTS": f"127.0.0.1:{scripted.port}"}),
        servers=(AllowedServer("tests", sys.executable, (SERVES_TOOLS,)),),
    )
    message = Message("assistant", calls=(Call("c1", "get_weather", arguments),))
    conversation = question(tool(responders=[responder])).added(Entry(message))
    (found,) = situations(conversation, check_toolset(conversation.toolset).tools)
    return respond(found, outside, rules=Rules(), stop=StopSignal())


@pytest.mark.parametrize(
    ("template", "path"),
    [
        pytest.param("/v1/{{ city }}", "/v1/..%2Fx%3Fa%3D1%26b%23c%20%25", id="as it is"),
        pytest.param("/v1/{{ city|urlencode }}", "/v1/..%2Fx%3Fa%3D1%26b%23c%20%25", id="encoded"),
        pytest.param(
            "/v1/{{ city|urlencode|replace('/', '%2F') }}?q=a%20b",
            "/v1/..%2Fx%3Fa%3D1%26b%23c%20%25?q=a%20b",
            id="as an import once wrote it",
        ),
        pytest.param(
            "/?f={{ where|tojson }}", "/?f=%7B%22a%26b%22%3A%20%22c%3Dd%22%7D", id="object"
        ),
        pytest.param(
            "/?f={{ where|urlencode }}", "/?f=%7B%22a%26b%22%3A%20%22c%3Dd%22%7D", id="no fields"
        ),
        pytest.param("/?t={{ tags|tojson }}", "/?t=%5B%22x%26y%22%2C%20%22%22%5D", id="list"),
        pytest.param("/?t={{ tags|join(',') }}", "/?t=x%26y%2C", id="list in one"),
    ],
)
def test_a_value_is_sent_percent_encoded_once(scripted, template, path):
    arguments = {"city": "../x?a=1&b#c %", "where": {"a&b": "c=d"}, "tags": ["x&y", ""]}

    answer(scripted, {"kind": "http", "url": scripted.root + template}, json.dumps(arguments))

    assert [request.path for request in scripted.requests] == [path]


@pytest.mark.parametrize(
    "city",
    [
        "/../admin",
        "//evil.example/",
        "@evil.example",
        "\\evil.example",
        "?x=1",
        "#x",
        "&x=1",
        "%2e",
    ],
)
@pytest.mark.parametrize("filters", ["", "|urlencode"])
def test_no_argument_leads_elsewhere(scripted, city, filters):
    url = f"{scripted.root}/v1/{{{{ city{filters} }}}}/now?day=1"

    answer(scripted, {"kind": "http", "url": url}, json.dumps({"city": city}))

    (request,) = scripted.requests
    path, _, query = request.path.partition("?")
    assert (path.split("/")[:2], path.split("/")[3:], query) == (["", "v1"], ["now"], "day=1")


@pytest.mark.parametrize("city", ["..", "."])
def test_a_step_of_the_path_that_would_be_dots_is_not_sent(scripted, city):
    http = {"kind": "http", "method": "DELETE", "url": scripted.root + "/v1/{{ city }}?a=.."}

    found = answer(scripted, http, json.dumps({"city": city}))

    assert isinstance(found, Unanswered)
    assert found.reason.startswith(
        "The call's arguments would change the path of the address, so the endpoint was not asked."
    )
    assert scripted.requests == []


def test_dots_within_a_step_and_in_the_query_are_sent(scripted):
    http = {"kind": "http", "url": scripted.root + "/v1/{{ city }}.?a={{ '..' }}"}

    answer(scripted, http, '{"city": "..a"}')

    assert [request.path for request in scripted.requests] == ["/v1/..a.?a=.."]


@pytest.mark.parametrize("arguments", ['{"city": "Par', "[]", '"Paris"', "null", ""])
def test_an_endpoint_is_not_asked_for_a_call_without_an_object(scripted, arguments):
    found = answer(scripted, {"kind": "http", "url": scripted.root + "/all"}, arguments)

    assert found.reason == (
        "The call's arguments are no JSON object, so the endpoint was not asked. "
        "Write the result, or send the problems back."
    )
    assert scripted.requests == []


def test_an_mcp_server_is_not_asked_for_a_call_without_an_object(scripted):
    found = answer(scripted, {"kind": "mcp", "server": "tests"}, '{"city": "Par')

    assert found.reason == (
        "The call's arguments are no JSON object, so the server was not asked. "
        "Write the result, or send the problems back."
    )


def test_an_empty_object_is_one(scripted):
    answer(scripted, {"kind": "http", "url": scripted.root + "/all"}, "{}")

    assert [request.path for request in scripted.requests] == ["/all"]
