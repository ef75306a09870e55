"""Many calls of one message: answered at once, in order, one failing alone."""

import json
import threading

import pytest
from loops.turns import fixed, question, tool
from scripted_exchange import Reply
from scripted_gateway import ScriptedGateway

from switchboard.conversations import Entry
from switchboard.endpoints import allowed_hosts
from switchboard.gateway import StopSignal
from switchboard.messages import Call, Message
from switchboard.responding import Outside, Round, Rules, situations
from switchboard.responses import Result, Unanswered
from switchboard.tools import check_toolset

CITIES = [f"City {number}" for number in range(10)]


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


def calling(*calls, tools):
    """A conversation whose calls wait for their results."""
    message = Message("assistant", calls=calls)
    return question(*tools).added(Entry(message))


def outside(scripted):
    hosts = allowed_hosts({"SWITCHBOARD_HTTP_HOSTS": f"127.0.0.1:{scripted.port}"})
    return Outside(gateway_at=lambda _: None, hosts=hosts)


def answers(conversation, outside, *, rules=None):
    tools = check_toolset(conversation.toolset).tools
    round_ = Round(situations(conversation, tools), outside, rules=rules or Rules())
    return round_.run(stop=StopSignal(), tell=lambda: None)


def test_ten_slow_calls_are_under_way_together_and_their_results_stand_in_order(scripted):
    together = threading.Barrier(10, timeout=10)

    def answer(request):
        together.wait()  # Broken, and an error, unless all ten are here at once.
        return Reply(json.dumps({"path": request.path}), content_type="application/json")

    scripted.answer_with(answer)
    http = {"kind": "http", "url": scripted.root + "/weather/{{ city }}"}
    calls = [
        Call(f"c{at}", "get_weather", json.dumps({"city": city})) for at, city in enumerate(CITIES)
    ]

    found = answers(calling(*calls, tools=[tool(responders=[http])]), outside(scripted))

    assert list(found) == [f"c{at}" for at in range(10)]
    paths = [json.loads(result.text)["path"] for result in found.values()]
    assert paths == [f"/weather/City%20{at}" for at in range(10)]


def test_of_forty_calls_sixteen_are_under_way_at_once_and_their_results_stand_in_order(scripted):
    lock, full = threading.Lock(), threading.Barrier(16, timeout=10)
    at_once, most = 0, 0

    def answer(request):
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
            is_early = len(scripted.requests) <= 16
        if is_early:
            full.wait()
        threading.Event().wait(0.02)  # For a seventeenth to come, if it may.
        with lock:
            at_once -= 1
        return Reply(request.path)

    scripted.answer_with(answer)
    http = {"kind": "http", "url": scripted.root + "/{{ city }}"}
    calls = [Call(f"c{at}", "get_weather", json.dumps({"city": str(at)})) for at in range(40)]

    found = answers(calling(*calls, tools=[tool(responders=[http])]), outside(scripted))

    assert [result.text for result in found.values()] == [f"/{at}" for at in range(40)]
    assert most == 16


def test_after_stop_none_of_those_that_wait_is_asked(scripted):
    scripted.answer_with(lambda request: Reply(hang=True))
    http = {"kind": "http", "url": scripted.root + "/x"}
    calls = [Call(f"c{at}", "get_weather", '{"city": "Paris"}') for at in range(20)]
    conversation = calling(*calls, tools=[tool(responders=[http])])
    found = situations(conversation, check_toolset(conversation.toolset).tools)
    round_, stop, came = Round(found, outside(scripted), rules=Rules()), StopSignal(), {}
    work = threading.Thread(target=lambda: came.update(round_.run(stop=stop, tell=lambda: None)))

    work.start()
    scripted.wait_for_requests(16)
    stop.stop()
    work.join(timeout=2)

    assert list(came) == [f"c{at}" for at in range(20)]
    assert {came[f"c{at}"].reason for at in range(16)} == {"Stopped by you."}
    assert {came[f"c{at}"].reason for at in range(16, 20)} == {"Stopped before it was answered."}
    assert len(scripted.requests) == 16


def test_one_that_fails_fails_alone(scripted):
    http = {"kind": "http", "url": "https://elsewhere.example/{{ city }}"}
    conversation = calling(
        Call("c1", "get_weather", '{"city": "Paris"}'),
        Call("c2", "get_time", '{"city": "Paris"}'),
        tools=[tool(responders=[http]), tool("get_time", responders=[fixed("12:00")])],
    )

    found = answers(conversation, outside(scripted))

    assert isinstance(found["c1"], Unanswered)
    assert "elsewhere.example" in found["c1"].reason
    assert found["c2"].text == "12:00"


def test_when_all_goes_by_itself_a_failure_is_an_error_for_the_model(scripted):
    http = {"kind": "http", "url": "https://elsewhere.example/"}
    conversation = calling(
        Call("c1", "get_weather", '{"city": "Paris"}'), tools=[tool(responders=[http])]
    )

    (found,) = answers(conversation, outside(scripted), rules=Rules(makes_up=True)).values()

    assert isinstance(found, Result)
    assert list(json.loads(found.text)) == ["error"]
    assert "SWITCHBOARD_HTTP_HOSTS" in found.response.told
