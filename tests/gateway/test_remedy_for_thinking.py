"""Thinking parts that a gateway refuses are left out from then on."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import (
    CALLING,
    RESULT,
    USER,
    openai,
    profile_after,
    remedy,
    request,
)

THINKING = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
TEXT = {"type": "text", "text": "42"}
IMAGE = {"type": "image_url", "image_url": {"url": "data:x"}}
REFUSALS = [
    "messages[1]: unknown variant `thinking`, expected one of `text`, `image_url`",
    "Input tag 'thinking' found using 'type' does not match any of the expected tags: 'text'",
    "Content parts of type thinking are not supported.",
]


def said(*parts, **beside):
    return {"role": "assistant", "content": [*parts], **beside}


@pytest.mark.parametrize("says", REFUSALS)
def test_a_refused_thinking_part_is_left_out_and_never_sent_again(says):
    found = remedy(openai(says), request(USER, said(THINKING, TEXT), USER))

    assert found.label == "Send again without thinking parts"
    assert profile_after(found).reasoning_replay == "never"


@pytest.mark.parametrize(
    ("message", "becomes"),
    [
        (said(THINKING, TEXT), {"role": "assistant", "content": "42"}),
        (said(THINKING, TEXT, TEXT), said(TEXT, TEXT)),
        (said(THINKING, IMAGE), said(IMAGE)),
        (said(THINKING), {"role": "assistant", "content": ""}),
        (CALLING | {"content": [THINKING]}, {k: CALLING[k] for k in ("role", "tool_calls")}),
        (CALLING, CALLING),
    ],
)
def test_what_stood_beside_the_thinking_stays(message, becomes):
    asked = request(USER, said(THINKING, TEXT), message, RESULT)

    found = remedy(openai(REFUSALS[0]), asked)

    assert apply_remedy(asked, found)["messages"][2] == becomes


def test_a_thinking_model_is_no_refusal_of_parts_that_were_not_sent():
    asked = request(USER, said(TEXT), USER)

    assert remedy(openai(REFUSALS[0]), asked) is None
