"""Which responders of a toolset never answered."""

import json

from threads import calls, result, says, thread, user

from switchboard.conversations import Conversation, Entry
from switchboard.responses import Response
from switchboard.simulate.plans import plan_of
from switchboard.sweeps import UnusedResponder, unused_responders
from switchboard.tools import check_toolset

RAIN = {"kind": "fixed", "result": {"sky": "rain"}}
PARIS = {**RAIN, "when": {"properties": {"city": {"const": "Paris"}}, "required": ["city"]}}
UNKNOWN = {"kind": "fixed", "result": "unknown city"}


def tools_with(**responders):
    listed = [
        {
            "type": "function",
            "function": {"name": name, "parameters": {"type": "object"}},
            "x-switchboard": {"responders": each},
        }
        for name, each in responders.items()
    ]
    return check_toolset(json.dumps(listed)).tools


def answered(tool, number):
    """A conversation in which this responder of the tool answered a call."""
    responder = plan_of(tool).plan.responders[number]
    conversation = thread(user(), calls("a", name=tool.name), result("a"), says())
    entry = Entry(result("a"), "e2", response=Response("fixed", responder.id))
    return Conversation(entries=(*conversation.entries[:2], entry, conversation.entries[3]))


def test_those_that_answered_are_not_listed():
    (weather,) = tools_with(get_weather=[PARIS, UNKNOWN])

    assert unused_responders([answered(weather, 1)], [weather]) == [
        UnusedResponder("get_weather", 1, 'fixed: {"sky": "rain"}, when city is "Paris"')
    ]
    assert unused_responders([answered(weather, 0)], [weather]) == [
        UnusedResponder("get_weather", 2, "fixed: unknown city")
    ]
    assert unused_responders([answered(weather, 0), answered(weather, 1)], [weather]) == []


def test_the_same_words_of_another_tool_count_for_themselves():
    weather, sea = tools_with(get_weather=[UNKNOWN], get_sea=[UNKNOWN])

    assert unused_responders([answered(weather, 0)], [weather, sea]) == [
        UnusedResponder("get_sea", 1, "fixed: unknown city")
    ]


def test_an_answer_by_hand_is_never_called_unused():
    (weather,) = tools_with(get_weather=[{"kind": "hand"}, UNKNOWN])

    assert [one.position for one in unused_responders([], [weather])] == [2]


def test_each_kind_is_told_in_a_few_words():
    (tool,) = tools_with(
        f=[
            {"kind": "template", "template": "{{ city }}\n" + "x" * 99},
            {"kind": "schema", "seed": 3},
            {"kind": "model", "model": "offline-chat"},
            {"kind": "http", "url": "https://example.com/w"},
            {"kind": "mcp", "server": "weather"},
        ]
    )

    assert [one.wording for one in unused_responders([], [tool])] == [
        "template: {{ city }} " + "x" * 59 + "…",
        "from the schema, seed 3",
        "played by offline-chat",
        "GET https://example.com/w",
        "the MCP server weather",
    ]
