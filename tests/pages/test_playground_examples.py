"""The Playground: a call's arguments kept as an example of its tool."""

import json

import pytest
from playground import conversation_of, say, type_toolset, words
from scripted_replies import call_stream
from streamlit.testing.v1 import AppTest

from switchboard.tools import check_toolset, examples_of

pytestmark = pytest.mark.app

TOOL = """[
  {"type": "function", "function": {"name": "add", "parameters": {"type": "object",
    "properties": {"a": {"type": "integer"}}, "additionalProperties": false}}}
]"""


def asked(open_page, scripted, *calls: object, toolset: str = TOOL) -> AppTest:
    scripted.reply(call_stream([("add", arguments) for arguments in calls]))
    return say(type_toolset(open_page(), toolset), "Add!")


def keepers(page: AppTest) -> list[str]:
    """The keys of the buttons that keep an example."""
    return [b.key for b in page.button if b.label == "Keep as an example"]


def keep(page: AppTest) -> AppTest:
    return page.button(key=keepers(page)[0]).click().run()


def test_a_calls_arguments_are_written_into_the_toolset_beside_its_tool(open_page, scripted):
    page = keep(asked(open_page, scripted, {"a": 1}))

    text = conversation_of(page).toolset
    (tool,) = check_toolset(text).tools
    assert examples_of(tool) == ({"a": 1},)
    assert text.startswith(TOOL[:-4])
    assert "Kept as an example" in words(page)
    assert keepers(page) == []
    assert page.exception == []


def test_an_example_is_kept_and_never_sent(open_page, scripted):
    page = keep(asked(open_page, scripted, {"a": 1}))
    page.button(key="talk-send-results").click().run()

    assert scripted.requests[-1].json["tools"] == json.loads(TOOL)


def test_of_two_calls_each_can_be_kept_and_the_same_once(open_page, scripted):
    page = asked(open_page, scripted, {"a": 1}, {"a": 2}, {"a": 1})
    assert len(keepers(page)) == 3

    page = keep(page)
    assert len(keepers(page)) == 1
    page = keep(page)

    (tool,) = check_toolset(conversation_of(page).toolset).tools
    assert examples_of(tool) == ({"a": 1}, {"a": 2})


@pytest.mark.parametrize(
    "arguments", [{"a": "x"}, {"b": 1}, {}], ids=["does not fit", "unknown", "none"]
)
def test_what_is_no_good_example_cannot_be_kept(open_page, scripted, arguments):
    assert keepers(asked(open_page, scripted, arguments)) == []


def test_a_call_that_has_its_result_can_be_kept_too(open_page, scripted):
    page = asked(open_page, scripted, {"a": 1})
    page.button(key="talk-send-results").click().run()

    page = keep(page)

    (tool,) = check_toolset(conversation_of(page).toolset).tools
    assert examples_of(tool) == ({"a": 1},)


def test_a_tool_with_twenty_examples_takes_no_more(open_page, scripted):
    full = json.loads(TOOL)
    full[0]["x-switchboard"] = {"examples": [{"a": number} for number in range(20)]}
    page = asked(open_page, scripted, {"a": 99}, toolset=json.dumps(full))

    button = page.button(key=keepers(page)[0])
    assert button.disabled
    assert button.help == "The tool has 20 examples already."


def test_a_tool_that_was_changed_meanwhile_is_told(open_page, scripted):
    page = asked(open_page, scripted, {"a": 1})
    version = page.session_state["toolset-version"]
    page.session_state[f"toolset-text-{version}"] = '{"name": "other"}'

    page = keep(page)

    assert "This has no place in the toolset as it is now\\." in [w.value for w in page.warning]
    assert conversation_of(page).toolset == '{"name": "other"}'
