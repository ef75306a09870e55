"""Each way in which a call can be answered."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from loops.turns import fixed, question, tool
from scripted_exchange import Reply
from scripted_gateway import ScriptedGateway
from scripted_replies import completion_json, error_json

from switchboard.conversations import Entry
from switchboard.endpoints import allowed_hosts
from switchboard.gateway import Gateway, StopSignal
from switchboard.mcp_servers import AllowedServer
from switchboard.messages import Call, Message
from switchboard.responders import FaultKind
from switchboard.responding import Outside, Rules, at_once, respond, situations
from switchboard.responses import Response, Unanswered
from switchboard.tools import check_toolset

SKY = {
    "type": "object",
    "properties": {"sky": {"enum": ["sun", "rain"]}, "temperature": {"type": "number"}},
    "required": ["sky", "temperature"],
    "additionalProperties": False,
}


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def outside(scripted):
    return Outside(
        gateway_at=lambda url: (
            Gateway("S", scripted.base_url, max_retries=0) if url != "x" else None
        ),
        hosts=allowed_hosts({"SWITCHBOARD_HTTP_HOSTS": f"127.0.0.1:{scripted.port}"}),
        servers=(AllowedServer("files", command="/nowhere/to/be/found"),),
    )


def situation(*responders, arguments='{"city": "Paris"}', earlier=0, **margin):
    """The call of a tool that answers so, after as many others."""
    entries = []
    for at in range(earlier):
        call = Call(f"e{at}", "get_weather", arguments)
        entries += [Message("assistant", calls=(call,)), Message("tool", "18", call_id=call.id)]
    entries.append(Message("assistant", calls=(Call("c1", "get_weather", arguments),)))
    conversation = question(tool(responders=responders, **margin)).added(*map(Entry, entries))
    (found,) = situations(conversation, check_toolset(conversation.toolset).tools)
    return found


def answer(found, outside, **rules):
    return respond(found, outside, rules=Rules(**rules), stop=StopSignal())


@pytest.mark.parametrize(
    ("result", "text"),
    [
        pytest.param("18 °C", "18 °C", id="a text as it is"),
        pytest.param({"t": 18}, '{\n  "t": 18\n}', id="JSON laid out"),
        pytest.param(None, "null", id="null"),
        pytest.param([], "[]", id="an empty list"),
    ],
)
def test_a_fixed_answer_is_what_was_written(outside, result, text):
    assert answer(situation(fixed(result)), outside).text == text


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        pytest.param('{"city": "Paris"}', "rain", id="the first that fits"),
        pytest.param('{"city": "Rome"}', "sun", id="the second"),
        pytest.param('{"city": "Oslo"}', "unknown city", id="the one for all others"),
        pytest.param('{"city": 7}', "unknown city", id="arguments that do not fit the tool"),
        pytest.param('{"city": "Par', "unknown city", id="arguments that are no JSON"),
        pytest.param("[]", "unknown city", id="arguments that are no object"),
    ],
)
def test_the_first_whose_condition_fits_answers(outside, arguments, text):
    found = situation(
        fixed("rain", when={"properties": {"city": {"const": "Paris"}}, "required": ["city"]}),
        fixed("sun", when={"properties": {"city": {"type": "string", "pattern": "^Ro"}}}),
        fixed("unknown city"),
        arguments=arguments,
    )

    assert answer(found, outside).text == text


def test_a_template_knows_the_arguments_and_how_often_the_tool_was_called(outside):
    written = {"kind": "template", "template": '{"city": {{ city | tojson }}, "call": {{ count }}}'}

    result = answer(situation(written, earlier=2), outside)

    assert json.loads(result.text) == {"city": "Paris", "call": 3}
    assert result.response.source == "template"


def test_a_template_that_can_not_be_rendered_says_why(outside):
    result = answer(situation({"kind": "template", "template": "{{ town }}"}), outside)

    assert isinstance(result, Unanswered)
    assert "town" in result.reason


def test_a_value_from_the_schema_fits_it_and_is_the_same_for_the_same_call(outside):
    found = situation({"kind": "schema", "seed": 4}, output_schema=SKY)

    first, second = answer(found, outside), answer(found, outside)

    assert first.text == second.text
    assert first.response.problems == ()
    assert set(json.loads(first.text)) == {"sky", "temperature"}


def test_without_an_output_schema_none_is_made_up(outside):
    result = answer(situation({"kind": "schema"}), outside)

    assert result.reason.startswith("The tool has no output schema")


def test_a_model_plays_the_tool_from_all_that_is_known_of_it(outside, scripted):
    scripted.reply(completion_json('```json\n{"sky": "sun", "temperature": 21}\n```'))
    model = {"kind": "model", "model": "actor-1", "instruction": "It is summer."}

    result = answer(situation(model, output_schema=SKY), outside)

    assert json.loads(result.text) == {"sky": "sun", "temperature": 21}
    assert result.response.usage.input_tokens == 12
    sent = scripted.requests[0].json
    assert sent["model"] == "actor-1"
    assert "It is summer." in sent["messages"][1]["content"]
    assert '"city": "Paris"' in sent["messages"][1]["content"]
    assert sent["response_format"]["json_schema"]["schema"] == SKY


def test_a_fenced_result_keeps_what_is_no_end_of_a_line(outside, scripted):
    scripted.reply(completion_json('```json\n{"said": "a\u2028b\x85c"}\n```'))

    result = answer(situation({"kind": "model", "model": "m"}), outside)

    assert result.text == '{"said": "a\u2028b\x85c"}'


def test_a_model_whose_result_does_not_fit_is_told_so_once(outside, scripted):
    scripted.reply(completion_json('{"sky": "fog"}'))
    scripted.reply(completion_json('{"sky": "rain", "temperature": 9}'))

    result = answer(situation({"kind": "model", "model": "m"}, output_schema=SKY), outside)

    assert json.loads(result.text) == {"sky": "rain", "temperature": 9}
    assert "temperature" in scripted.requests[1].json["messages"][-1]["content"]
    assert len(scripted.requests) == 2


def test_a_model_that_never_fits_does_not_answer(outside, scripted):
    for _ in range(2):
        scripted.reply(completion_json("It is sunny."))

    result = answer(situation({"kind": "model", "model": "m"}, output_schema=SKY), outside)

    assert result.reason.startswith("The model's result does not fit the tool's output schema")


def test_a_gateway_that_refuses_and_one_that_is_not_there_are_told(outside, scripted):
    scripted.reply(error_json("Too dear.", code="x"), status=402)

    refused = answer(situation({"kind": "model", "model": "m"}), outside)
    missing = answer(situation({"kind": "model", "model": "m", "base_url": "x"}), outside)

    assert "Too dear." in refused.reason
    assert missing.reason.startswith("The gateway of the model that plays this tool")


def test_an_endpoint_gets_what_its_templates_make_of_the_arguments(outside, scripted):
    scripted.answer_with(lambda request: Reply('{"ok": true}', content_type="application/json"))
    http = {
        "kind": "http",
        "method": "POST",
        "url": scripted.root + "/v2/{{ city }}?q={{ city }}",
        "headers": {"X-City": "{{ city }}"},
        "body": '{"in": {{ city | tojson }}}',
    }

    result = answer(situation(http, arguments='{"city": "../admin?x=1"}'), outside)

    (request,) = scripted.requests
    assert result.text == '{"ok": true}'
    assert (request.method, request.path) == (
        "POST",
        "/v2/..%2Fadmin%3Fx%3D1?q=..%2Fadmin%3Fx%3D1",
    )
    assert request.headers["x-city"] == "../admin?x=1"
    assert request.json == {"in": "../admin?x=1"}


def test_an_error_status_of_an_endpoint_is_a_result_that_says_so(outside, scripted):
    scripted.answer_with(lambda request: Reply("no such city", status=404))
    http = {"kind": "http", "url": scripted.root + "/x"}

    assert json.loads(answer(situation(http), outside).text) == {
        "error": "HTTP 404",
        "body": "no such city",
    }


@pytest.mark.parametrize(
    ("server", "told"),
    [
        pytest.param("mail", "No MCP server called 'mail' may be asked.", id="not named"),
        pytest.param("files", "files", id="does not start"),
    ],
)
def test_an_mcp_server_that_can_not_be_asked_is_told(outside, server, told):
    result = answer(situation({"kind": "mcp", "server": server}), outside)

    assert isinstance(result, Unanswered)
    assert told in result.reason


def test_a_person_is_asked_where_nobody_answers(outside):
    for found in (situation(), situation({"kind": "hand"}, fixed("18"))):
        assert isinstance(answer(found, outside), Unanswered)


def test_the_problems_of_a_call_are_its_result_where_calls_are_repaired(outside):
    result = answer(situation(fixed("18"), arguments='{"town": 1}'), outside, repairs=True)

    assert result.response.source == "problems"
    assert "required" in json.loads(result.text)["problems"][0]["problem"]


def test_a_fault_is_put_into_the_result_and_judged_by_the_schema(outside):
    found = situation(
        fixed({"sky": "sun", "temperature": 18}),
        output_schema=SKY,
        faults={"chances": {"missing_field": 1}},
    )

    result = answer(found, outside)

    assert result.response.fault is FaultKind.MISSING_FIELD
    assert [problem.keyword for problem in result.response.problems] == ["required"]


def test_what_stands_in_the_editor_at_first_asks_nobody_and_takes_no_time(scripted):
    http = {"kind": "http", "url": scripted.root + "/x"}

    instant = at_once(situation(fixed("18"), faults={"chances": {"time_out": 1}}))
    asked = at_once(situation(http))

    assert instant.result.response.source == "fixed"
    assert instant.result.response.fault is FaultKind.TIME_OUT
    assert instant.good.text == "18"
    assert asked.result.response.source == "plausible"
    assert scripted.requests == []


def test_a_broken_template_is_told_before_anything_is_sent():
    broken = at_once(situation({"kind": "template", "template": "{{"}))

    assert broken.result is None
    assert broken.failure


def test_the_same_call_begins_with_the_result_it_had_last():
    assert at_once(situation(earlier=2)).result.text == "18"


@pytest.mark.parametrize(
    ("before", "last"),
    [
        pytest.param('{ "city":"Paris" }', "18", id="the same, laid out otherwise"),
        pytest.param('{"city": "Rome"}', None, id="other arguments"),
        pytest.param('{"city": "Par', None, id="no JSON"),
    ],
)
def test_only_the_same_arguments_had_the_same_result(before, last):
    old, new = Call("c0", "get_weather", before), Call("c1", "get_weather", '{"city": "Paris"}')
    conversation = question(tool()).added(
        Entry(Message("assistant", calls=(old,))),
        Entry(Message("tool", "18", call_id="c0")),
        Entry(Message("assistant", calls=(new,))),
    )

    (found,) = situations(conversation, check_toolset(conversation.toolset).tools)

    assert (found.count, found.earlier, found.last) == (2, ("18",), last)


def test_a_spoilt_result_is_not_begun_with():
    old, new = (Call(at, "get_weather", '{"city": "Paris"}') for at in ("c0", "c1"))
    conversation = question(tool()).added(
        Entry(Message("assistant", calls=(old,))),
        Entry(Message("tool", "null", call_id="c0"), response=Response(fault=FaultKind.NULL)),
        Entry(Message("assistant", calls=(new,))),
    )

    (found,) = situations(conversation, check_toolset(conversation.toolset).tools)

    assert found.last is None


def test_the_real_tool_of_an_mcp_server_answers_with_the_calls_arguments(outside):
    pytest.importorskip("mcp", reason="requirements-mcp.txt is not installed")
    script = str(Path(__file__).parents[1] / "mcp_servers" / "serving_tools.py")
    server = AllowedServer("tests", sys.executable, (script,), {"WEATHER": "rain"})
    found = situation({"kind": "mcp", "server": "tests"}, arguments='{"city": "Rome"}')

    result = answer(found, replace(outside, servers=(server,)))

    assert json.loads(result.text) == {"result": "Rome, 1 days: rain"}
    assert result.response.source == "mcp"
