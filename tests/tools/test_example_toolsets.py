import pytest

from switchboard.messages import Call
from switchboard.simulate import plausible_result
from switchboard.tools import check_call, check_toolset, example_toolsets

EXAMPLES = example_toolsets()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_can_be_sent_as_it_is(example):
    toolset = check_toolset(example.text)

    assert toolset.problems == ()
    assert toolset.tools
    assert example.message
    assert "\n" not in example.description


def test_the_first_example_is_that_of_the_gateway_documentation():
    (tool,) = check_toolset(EXAMPLES[0].text).tools

    assert EXAMPLES[0].message == "What is the weather like in Paris today?"
    assert tool.definition() == {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Get current temperature for a given location.",
            "parameters": {
                "type": "object",
                "properties": {
                    "location": {
                        "type": "string",
                        "description": "City and country e.g. Bogotá, Colombia",
                    }
                },
                "required": ["location"],
                "additionalProperties": False,
            },
            "strict": True,
        },
    }


def test_the_examples_show_every_shape():
    texts = " ".join(example.text for example in EXAMPLES)

    assert len(EXAMPLES) == 7
    assert len({example.name for example in EXAMPLES}) == 7
    for shape in ('"$defs"', '"enum"', '"array"', '"null"', '"strict": true', '"items"'):
        assert shape in texts
    assert any(
        tool.parameters is None
        for example in EXAMPLES
        for tool in check_toolset(example.text).tools
    )


def test_the_documentation_s_own_answer_is_valid_for_its_example():
    call = Call("call_1", "get_weather", '{"location":"Paris, France"}')
    tools = check_toolset(EXAMPLES[0].text).tools

    assert check_call(call, tools).is_valid
    assert '"location": "Paris, France"' in plausible_result(tools[0], call)
