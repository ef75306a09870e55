"""The Playground: results that come by themselves, and turns that go on by themselves."""

import json

import pytest
from loops.turns import fixed, tool
from playground import conversation_of, say, type_toolset, words
from scripted_replies import call_stream, text_stream

from switchboard.automation import Automation

pytestmark = pytest.mark.app

PARIS = ("get_weather", {"city": "Paris"})
ROME = ("get_weather", {"city": "Rome"})


@pytest.fixture
def opened(open_page):
    """The page with these tools, and this far by itself."""

    def open_it(*tools, mode="step", **automation):
        page = type_toolset(open_page(), json.dumps(tools))
        if mode != "step":
            page.radio(key="talk-loop-mode").set_value(mode).run()
        for name, value in automation.items():
            widget = {"approves": page.toggle, "repairs": page.toggle}.get(name, page.number_input)
            widget(key=f"talk-loop-{name}").set_value(value).run()
        return page

    return open_it


def result_of(page, index=0):
    call = conversation_of(page).pending_calls[index]
    return page.text_area(key=f"talk-result-{call.id}")


def pressed(page, start):
    return next(b for b in page.button if b.key and b.key.startswith(start)).click().run()


def test_the_answer_of_the_toolset_stands_in_the_editor_and_is_sent_as_it_is(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = say(opened(tool(responders=[fixed({"t": 18})])), "Weather?")
    assert result_of(page).value == '{\n  "t": 18\n}'
    assert "Fixed answer" in words(page)

    page.button(key="talk-send-results").click().run()

    entry = conversation_of(page).entries[2]
    assert (entry.message.text, entry.response.source) == ('{\n  "t": 18\n}', "fixed")


def test_a_result_that_was_changed_is_by_hand_and_judged_by_the_output_schema(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    schema = {"type": "object", "required": ["t"]}
    page = say(opened(tool(responders=[fixed({"t": 18})], output_schema=schema)), "Weather?")

    result_of(page).set_value("{}").run()
    assert "Written by hand" in words(page)
    assert "`t`" in words(page)
    page.button(key="talk-send-results").click().run()

    response = conversation_of(page).entries[2].response
    assert response.source == "hand"
    assert [problem.keyword for problem in response.problems] == ["required"]


def test_an_endpoint_is_asked_only_on_demand(opened, scripted, monkeypatch):
    monkeypatch.setenv("SWITCHBOARD_HTTP_HOSTS", f"127.0.0.1:{scripted.port}")
    scripted.reply(call_stream([PARIS]))
    http = {"kind": "http", "url": scripted.root + "/{{ city }}"}
    page = say(opened(tool(responders=[http])), "Weather?")
    assert "/Paris" not in [request.path for request in scripted.requests]

    scripted.reply('{"t": 4}', path="/Paris", content_type="application/json")
    pressed(page, "talk-ask-")

    assert result_of(page).value == '{"t": 4}'
    assert "From the HTTP endpoint" in words(page)
    assert conversation_of(page).entries[-1].message.role == "assistant"


def test_why_an_endpoint_did_not_answer_is_told_at_the_call(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    http = {"kind": "http", "url": "https://elsewhere.example/"}
    page = say(opened(tool(responders=[http])), "Weather?")

    pressed(page, "talk-ask-")

    assert '`SWITCHBOARD_HTTP_HOSTS="api.example.com, localhost:9000"`' in words(page)
    assert len(conversation_of(page).pending_calls) == 1


def test_the_problems_of_a_call_are_sent_back_with_one_click(opened, scripted):
    scripted.reply(call_stream([("get_weather", {"town": 1})]))
    page = say(opened(tool()), "Weather?")

    pressed(page, "talk-problems-")

    entry = conversation_of(page).entries[2]
    assert entry.response.source == "problems"
    assert "What is wrong with the call" in words(page)
    assert json.loads(entry.message.text)["problems"]


def test_a_fault_is_put_in_and_taken_out_again(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = say(opened(tool(responders=[fixed("18")])), "Weather?")
    (call,) = conversation_of(page).pending_calls

    page.selectbox(key=f"talk-fault-{call.id}").set_value("null").run()
    assert result_of(page).value == "null"
    assert "Fault put in" in words(page)

    page.selectbox(key=f"talk-fault-{call.id}").set_value("").run()
    assert result_of(page).value == "18"
    assert "Fault put in" not in words(page)


def test_what_was_put_into_a_result_is_marked_in_the_transcript(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = say(opened(tool(responders=[fixed("18")], faults={"chances": {"null": 1}})), "Hi")

    page.button(key="talk-send-results").click().run()

    assert conversation_of(page).entries[2].message.text == "null"
    assert "Fault put in: **" in words(page)


def test_a_turn_goes_on_by_itself_and_is_kept(opened, open_page, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    scripted.reply(text_stream("Mild in both."))
    page = opened(tool(responders=[fixed("18")]), mode="responders")

    say(page, "Weather?")

    assert "Mild in both." in words(page)
    assert not page.text_area(key="talk-system").disabled
    reopened = open_page(conversation=page.query_params["conversation"])
    assert conversation_of(reopened) == conversation_of(page)
    assert conversation_of(reopened).automation == Automation("responders")


def test_where_a_person_is_needed_the_turn_says_so_and_goes_on_with_the_result(opened, scripted):
    scripted.reply(call_stream([PARIS, ("get_time", {"city": "Rome"})]))
    page = opened(tool(responders=[fixed("18")]), tool("get_time"), mode="responders")
    say(page, "Weather and time?")
    assert "A call waits for your result" in words(page)

    result_of(page, 1).set_value("12:00").run()
    page.button(key="talk-send-results").click().run()

    assert [m.text for m in conversation_of(page).messages if m.role == "tool"] == ["18", "12:00"]
    assert conversation_of(page).messages[-1].role == "assistant"


def test_the_cap_is_in_sight_and_one_click_goes_beyond_it(opened, scripted):
    for number in range(3):
        scripted.reply(call_stream([("get_weather", {"city": f"C{number}"})]))
    page = say(opened(tool(), mode="all", rounds=2), "Weather?")
    assert "2 rounds are over" in words(page)

    page.button(key="talk-go-on").click().run()

    assert conversation_of(page).messages[-1].text == "Hello from the scripted gateway."


def test_calls_are_approved_and_denied_before_they_are_answered(opened, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    page = say(opened(tool(responders=[fixed("18")]), mode="all", approves=True), "Weather?")
    first, second = conversation_of(page).pending_calls
    assert [area.key for area in page.text_area if "result" in area.key] == []

    page.button(key=f"talk-approved-{first.id}").click().run()
    page.button(key=f"talk-denied-{second.id}").click().run()

    sources = [e.response.source for e in conversation_of(page).entries if e.response]
    assert sources == ["fixed", "denial"]
    assert conversation_of(page).messages[-1].role == "assistant"


def test_all_calls_are_approved_with_one_click(opened, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    page = say(opened(tool(responders=[fixed("18")]), mode="all", approves=True), "Weather?")

    page.button(key="talk-approve-all").click().run()

    assert conversation_of(page).messages[-1].role == "assistant"


def test_a_call_of_an_unknown_tool_without_an_id_or_json_has_a_card_and_an_answer(opened, scripted):
    scripted.reply(call_stream([("get_wether", '{"city": "Par')]))
    page = say(opened(tool()), "Weather?")

    result_of(page).set_value("not found").run()
    page.button(key="talk-send-results").click().run()

    assert scripted.requests[-1].json["messages"][-1]["content"] == "not found"


def test_settings_of_the_loop_that_mean_nothing_step_by_step_are_greyed(open_page):
    page = open_page()

    assert page.toggle(key="talk-loop-approves").disabled
    assert page.number_input(key="talk-loop-rounds").disabled
    page.radio(key="talk-loop-mode").set_value("all").run()
    assert not page.number_input(key="talk-loop-rounds").disabled


def test_a_result_is_kept_as_the_tools_answer_to_these_arguments(opened, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    page = say(opened(tool(responders=[fixed("18")])), "Weather?")
    result_of(page).set_value('{"sky": "rain"}').run()

    pressed(page, "talk-always-")

    (kept,) = json.loads(conversation_of(page).toolset)
    assert kept["x-switchboard"]["responders"][0] == {
        "kind": "fixed",
        "when": {"properties": {"city": {"const": "Paris"}}, "required": ["city"]},
        "result": {"sky": "rain"},
    }
    assert result_of(page, 1).value == "18"


def test_the_answers_of_a_tool_are_edited_at_its_call(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = say(opened(tool(responders=[fixed("18")])), "Weather?")

    pressed(page, "talk-answers-")

    assert "always" in words(page).lower()
    assert any(b.key and b.key.startswith("talk-answers-of-") for b in page.button)


def test_a_denied_call_is_told_as_denied_and_can_be_taken_back(opened, scripted):
    scripted.reply(call_stream([PARIS, ("get_time", {"city": "Rome"})]))
    page = opened(tool(), tool("get_time"), mode="responders", approves=True)
    say(page, "Weather and time?")
    first, second = conversation_of(page).pending_calls
    page.button(key=f"talk-denied-{first.id}").click().run()
    page.button(key=f"talk-approved-{second.id}").click().run()
    assert "Denied by you" in words(page)
    assert [a.key for a in page.text_area if "result" in a.key] == [f"talk-result-{second.id}"]

    page.button(key="talk-send-results").click().run()

    sent = [m.text for m in conversation_of(page).messages if m.role == "tool"]
    assert "did not allow this call" in sent[0]
    assert json.loads(sent[1])["city"] == "Rome"


def test_a_result_made_ready_is_made_anew_when_the_toolset_says_otherwise(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = say(opened(tool(responders=[fixed("OLD")])), "Weather?")

    type_toolset(page, json.dumps([tool(responders=[fixed("NEW")])]))

    assert result_of(page).value == "NEW"


def test_a_call_whose_id_came_before_begins_with_a_result_of_its_own(opened, scripted):
    for city in ("Paris", "Rome"):
        scripted.reply(call_stream([("get_weather", {"city": city})]))
    page = say(opened(tool()), "Weather?")
    result_of(page).set_value("FIRST").run()
    page.button(key="talk-send-results").click().run()

    assert json.loads(result_of(page).value)["city"] == "Rome"


def test_what_was_typed_in_the_moment_before_counts(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = opened(tool(), mode="responders")
    say(page, "Weather?")

    result_of(page).set_value("typed just now")
    page.button(key="talk-go-on").click().run()

    assert [m.text for m in conversation_of(page).messages if m.role == "tool"] == [
        "typed just now"
    ]


def test_a_fault_that_the_plan_has_drawn_is_shown_and_can_be_taken_out(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    spoilt = tool(responders=[fixed("18")], faults={"chances": {"empty": 1}})
    page = say(opened(spoilt), "Weather?")
    (call,) = conversation_of(page).pending_calls
    assert page.selectbox(key=f"talk-fault-{call.id}").value == "empty"

    page.selectbox(key=f"talk-fault-{call.id}").set_value("").run()
    assert result_of(page).value == "18"
    page.selectbox(key=f"talk-fault-{call.id}").set_value("null").run()
    assert result_of(page).value == "null"


def test_a_spoilt_result_stays_marked_when_it_is_changed_by_hand(opened, scripted):
    scripted.reply(call_stream([PARIS]))
    page = say(opened(tool(responders=[fixed("18")], faults={"chances": {"null": 1}})), "Hi")
    result_of(page).set_value("null!").run()

    page.button(key="talk-send-results").click().run()

    response = conversation_of(page).entries[2].response
    assert (response.source, response.fault) == ("hand", "null")
