"""Calls that were written as text are made into calls; what was said around them stays."""

import pytest

from components.promotion import with_calls
from switchboard.gateway import calls_in_text
from switchboard.messages import ImagePart, Message, TextPart

JSON = '{"name": "f", "arguments": {"a": 1}}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "I will use `get_weather` for [Paris] now. <tool_call>"
            + JSON
            + "</tool_call> Then I tell you.",
            "I will use `get_weather` for [Paris] now.\n\nThen I tell you.",
            id="between tags",
        ),
        pytest.param(
            f"One.<tool_call>{JSON}</tool_call>\n<tool_call>{JSON}</tool_call>Two.",
            "One.\n\nTwo.",
            id="two calls",
        ),
        pytest.param(f"If a < b: <tool_call>{JSON}", "If a < b:", id="without its end"),
        pytest.param(
            "Now: <tool_call><function=f><parameter=a>1</parameter></function></tool_call> Done.",
            "Now:\n\nDone.",
            id="a function in a call",
        ),
        pytest.param(
            "Now: <function=f><parameter=a>1</parameter></function> Done.",
            "Now:\n\nDone.",
            id="function",
        ),
        pytest.param(
            'Now: <function_calls><invoke name="f"><parameter name="a">1</parameter></invoke>'
            "</function_calls> Done.",
            "Now:\n\nDone.",
            id="invoke",
        ),
        pytest.param(
            "Now: <|tool_calls_section_begin|><|tool_call_begin|>functions.f:0"
            '<|tool_call_argument_begin|>{"a": 1}<|tool_call_end|><|tool_calls_section_end|> Done.',
            "Now:\n\nDone.",
            id="kimi",
        ),
        pytest.param(
            "Now: <｜tool▁calls▁begin｜><｜tool▁call▁begin｜>f<｜tool▁sep｜>{}"
            "<｜tool▁call▁end｜><｜tool▁calls▁end｜> Done.",
            "Now:\n\nDone.",
            id="deepseek",
        ),
        pytest.param("See [1]: [TOOL_CALLS]f[ARGS]{}", "See [1]:", id="mistral"),
        pytest.param(JSON, "", id="JSON and nothing else"),
        pytest.param(f"```json\n{JSON}\n```", "", id="JSON in a fence"),
        pytest.param(
            f"Never write <tool_call>so</tool_call>. <tool_call>{JSON}</tool_call>",
            "Never write <tool_call>so</tool_call>.",
            id="tags without a call",
        ),
    ],
)
def test_the_words_around_a_written_call_stay(text, words):
    calls = calls_in_text(text)

    promoted = with_calls(Message("assistant", text), calls)

    assert {call.name for call in calls} == {"f"}
    assert promoted.calls == calls
    assert promoted.content == (words or None)


def test_an_image_beside_a_written_call_stays():
    image = ImagePart("data:image/png;base64,AAAA")
    text = TextPart(f"Look. <tool_call>{JSON}</tool_call>")

    promoted = with_calls(Message("assistant", (image, text)), calls_in_text(text.text))

    assert image in promoted.parts
    assert promoted.text == "Look."
