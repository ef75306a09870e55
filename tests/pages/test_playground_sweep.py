"""The fault sweep in the Playground, and the answers of a toolset that were never used."""

import json
import time

import pytest
from playground import conversation_of, say, type_toolset, words
from scripted_exchange import Reply
from scripted_gateway import CHAT
from scripted_replies import call_stream, chunk, sse, text_stream

from components import services

pytestmark = pytest.mark.app

PARIS = {"location": "Paris, France"}
GOOD = {"temperature": 18.5}
FIXED = {"kind": "fixed", "result": GOOD}
ROME = {
    "kind": "fixed",
    "result": {"temperature": 27},
    "when": {"properties": {"location": {"const": "Rome, Italy"}}, "required": ["location"]},
}


def toolset(*responders):
    function = {"name": "get_weather", "parameters": {"type": "object"}}
    plan = {"responders": list(responders)}
    return json.dumps([{"type": "function", "function": function, "x-switchboard": plan}])


def calls_then(answer):
    """A model that calls for the weather, and then says what ``answer`` makes of the results."""

    def reply(request):
        if request.path != CHAT:
            return None
        results = [one["content"] for one in request.json["messages"] if one["role"] == "tool"]
        if not results:
            return Reply(call_stream([("get_weather", PARIS)]))
        said = answer(results)
        return said if isinstance(said, Reply) else Reply(text_stream(said))

    return reply


def inventing(results):
    return "It is 18.5 °C." if results == [json.dumps(GOOD, indent=2)] else "It is 21 °C."


def with_finished_turn(open_page, scripted, answer=inventing, tools=None):
    """A page on which the weather was asked for and told."""
    scripted.answer_with(calls_then(answer))
    page = type_toolset(open_page(), tools or toolset(FIXED))
    say(page, "How warm is it in Paris?")
    return page.button(key="talk-send-results").click().run()


def opened(page):
    return page.button(key="talk-sweep").click().run()


def keys(page):
    return {button.key for button in page.button}


def sweep_of(page):
    return services.sweeps().find(conversation_of(page).id)


def started(page, *faults):
    """Chooses these faults, starts, and waits for the end."""
    pills = next(one for one in page.get("button_group") if one.key == "talk-sweep-faults")
    pills.set_value(list(faults)).run()
    page.button(key="talk-sweep-start").click().run()
    assert sweep_of(page).wait(20)
    return page.run()


def table(page):
    """The cells of the table, a list for each line."""
    (shown,) = [one.value for one in page.markdown if one.value.startswith("| Fault")]
    return [[cell.strip() for cell in line.split(" | ")] for line in shown.splitlines()[2:]]


def test_it_is_offered_once_a_turn_with_a_call_is_finished(open_page, scripted):
    scripted.answer_with(calls_then(inventing))
    page = type_toolset(open_page(), toolset(FIXED))
    assert "talk-sweep" not in keys(page)

    say(page, "How warm is it in Paris?")
    assert "talk-sweep" not in keys(page)

    page.button(key="talk-send-results").click().run()
    assert "talk-sweep" in keys(page)


def test_a_turn_of_mere_words_offers_nothing(open_page, scripted):
    page = say(open_page(), "Hi")

    assert "talk-sweep" not in keys(page)


def test_it_says_what_it_would_send_before_it_does(open_page, scripted):
    page = with_finished_turn(open_page, scripted)
    sent = len(scripted.requests)

    opened(page)

    assert "Sends 20 turns to scripted\\-1" in words(page)
    assert "about 180,000 tokens, if each is like the last one" in words(page)
    assert "the oversized result alone takes about 180,000 tokens" in words(page)
    assert len(scripted.requests) == sent


def test_a_gateway_that_counts_no_tokens_is_no_gateway_that_is_free(open_page, scripted):
    uncounted = Reply(sse(chunk({"content": "18.5"}), chunk({}, finish="stop")))
    page = with_finished_turn(open_page, scripted, answer=lambda _: uncounted)

    opened(page)

    assert "the gateway did not say how many tokens the last one took" in words(page)


def test_the_table_has_a_line_for_each_fault(open_page, scripted):
    page = opened(with_finished_turn(open_page, scripted))

    started(page, "null", "slow")

    ids = [one.conversation_id for one in sweep_of(page).trials]
    assert [line[:2] for line in table(page)] == [
        ["| **No fault**", ":green[:material/check_circle:] Answered"],
        ["| **Slow**", ":green[:material/check_circle:] Used it"],
        ["| **null**", ":red[:material/cancel:] Made something up"],
    ]
    assert [line[-1] for line in table(page)] == [f"[Open](?conversation={one}) |" for one in ids]
    assert table(page)[2][2].startswith("The answer says 21, which stands in no result")
    assert "How this is decided" in [one.label for one in page.expander]
    (faults,) = [one.value for one in page.markdown if one.value.startswith("- **Error**")]
    assert (
        "Hoped for: Recovered, Owned up; "
        "the contrary: Silent, Made something up, Used it." in faults.splitlines()[0]
    )
    assert faults.endswith(
        "Hoped for: Recovered, Owned up, Used it; the contrary: Silent, Obeyed, Made something up."
    )


def test_a_gateway_that_fails_is_told_in_its_line(open_page, scripted):
    def failing(results):
        refusal = Reply(b'{"error": {"message": "No null, please."}}', status=400)
        return refusal if results == ["null"] else inventing(results)

    page = opened(with_finished_turn(open_page, scripted, answer=failing))

    started(page, "null")

    assert "Not judged" in table(page)[1][1]
    assert "No null, please" in table(page)[1][2]


def test_what_a_model_says_in_the_table_stays_text(open_page, scripted):
    nasty = "![x](https://example.com/?q) | **bold** | :red[loud]"
    page = opened(with_finished_turn(open_page, scripted, answer=lambda _: nasty))

    started(page, "null")

    answer = table(page)[0][3]
    assert answer.startswith("\\!\\[x\\]\\(https:")
    assert "\\|" in answer
    assert "\\*\\*bold\\*\\*" in answer


def test_a_sweep_is_found_again_after_a_reload(open_page, scripted):
    page = opened(with_finished_turn(open_page, scripted))
    started(page, "null")

    again = opened(open_page(conversation=conversation_of(page).id))

    assert table(again) == table(page)


def test_who_else_is_asked_in_every_turn_is_named_before_it_starts(open_page, scripted):
    actor = {"kind": "model", "model": "actor-1", "when": ROME["when"]}
    endpoint = {"kind": "http", "url": "https://example.com/", "when": ROME["when"]}

    page = opened(with_finished_turn(open_page, scripted, tools=toolset(actor, FIXED)))
    assert "Models that play tools are asked each time: actor\\-1\\." in words(page)
    assert "Real endpoints" not in words(page)

    type_toolset(page, toolset(endpoint, actor, {**actor, "model": "actor-2"}, FIXED))
    assert "asked each time: actor\\-1, actor\\-2\\." in words(page)
    assert "Real endpoints that answer for the tools are asked each time" in words(page)


def test_a_sweep_under_way_can_be_stopped_and_its_table_stays(open_page, scripted):
    def hanging(results):
        return Reply(hang=True) if results == ["null"] else inventing(results)

    page = opened(with_finished_turn(open_page, scripted, answer=hanging))
    pills = next(one for one in page.get("button_group") if one.key == "talk-sweep-faults")
    pills.set_value(["null"]).run()
    page.button(key="talk-sweep-start").click().run()
    sweep = sweep_of(page)
    while not sweep.trials:
        time.sleep(0.01)
    page.run()
    assert page.button(key="talk-sweep").label == "Fault sweep under way"
    assert "Under way" in table(page)[1][1]

    page.button(key="talk-sweep-stop").click().run()

    assert "Stopped by you after 1 of 2 turns" in words(page)
    assert [line[0] for line in table(page)] == ["| **No fault**"]


def test_the_sweep_of_an_earlier_turn_is_told_as_such(open_page, scripted):
    page = opened(with_finished_turn(open_page, scripted))
    started(page, "null")

    say(page, "Thanks")

    assert "**The sweep before**, of: How warm is it in Paris?" in words(page)
    assert "The model called no tool in the last turn" in words(page)


def test_nothing_starts_while_something_must_be_mended(open_page, scripted):
    page = with_finished_turn(open_page, scripted)
    type_toolset(page, '[{"type": "function"}]')

    opened(page)

    assert page.button(key="talk-sweep-start").disabled


def test_the_tool_is_chosen_where_there_are_several(open_page, scripted):
    def two(results):
        return "18.5" if len(results) > 1 else Reply(call_stream([("get_time", {})]))

    page = with_finished_turn(open_page, scripted, answer=two)
    page.button(key="talk-send-results").click().run()

    opened(page)

    assert page.selectbox(key="talk-sweep-tool").options == ["any tool", "get_weather", "get_time"]
    page.selectbox(key="talk-sweep-tool").set_value("get_time")
    started(page, "null")
    assert sweep_of(page).order.tool == "get_time"


def test_answers_that_were_never_used_are_named_under_the_toolset(open_page, scripted):
    page = with_finished_turn(open_page, scripted, tools=toolset(ROME, FIXED))

    label = "1 answer of this toolset was never used in this conversation"
    assert label in [one.label for one in page.expander]
    assert 'answer 1: fixed: \\{"temperature": 27\\}' in words(page).replace('\\"', '"')


@pytest.mark.parametrize(
    "tools",
    [
        pytest.param(toolset(), id="no answers"),
        pytest.param(toolset(FIXED), id="all of them used"),
        pytest.param(toolset(ROME), id="none of them used"),
    ],
)
def test_nothing_is_said_of_answers_without_a_reason(open_page, scripted, tools):
    page = with_finished_turn(open_page, scripted, tools=tools)

    assert [one.label for one in page.expander if "never used" in one.label] == []
