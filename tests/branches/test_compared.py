"""Two conversations beside each other: what is the same, what differs, what stands alone."""

import pytest

from switchboard.branches import compared
from switchboard.conversations import Conversation, Entry, Outcome
from switchboard.messages import Call, ImagePart, Message, TextPart
from switchboard.runs import StepStatus, Timing

ASK = Entry(Message("user", "Weather?"))
CALL = Entry(Message("assistant", calls=(Call("a", "get_weather", '{"x": 1, "y": 2}'),)))
RAIN = Entry(Message("tool", "rain", call_id="a"))
SNOW = Entry(Message("tool", "snow", call_id="a"))
WET = Entry(Message("assistant", "Take an umbrella."))
COLD = Entry(Message("assistant", "Take a scarf."))
AGAIN = Entry(Message("assistant", calls=(Call("b", "get_wind", "{}"),)))
WIND = Entry(Message("tool", "10 km/h", call_id="b"))
THANKS = Entry(Message("user", "Thanks"))


def rows(left: list[Entry], right: list[Entry]) -> tuple[int, list[tuple[str, str, str]]]:
    comparison = compared(Conversation(entries=tuple(left)), Conversation(entries=tuple(right)))
    told = [(row.mark, words(row.left), words(row.right)) for row in comparison.rows]
    return comparison.shared, told


def words(entry: Entry | None) -> str:
    if entry is None:
        return "-"
    return entry.message.text or entry.message.calls[0].name


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param([], [], (0, []), id="two empty ones"),
        pytest.param([ASK, CALL], [ASK, CALL], (2, []), id="the same"),
        pytest.param(
            [ASK, CALL, RAIN, WET],
            [ASK, CALL, SNOW, COLD],
            (2, [("changed", "rain", "snow"), ("changed", WET.message.text, COLD.message.text)]),
            id="another result, another answer",
        ),
        pytest.param(
            [ASK, CALL, RAIN, WET],
            [ASK, CALL, SNOW, WET],
            (2, [("changed", "rain", "snow"), ("same", "Take an umbrella.", "Take an umbrella.")]),
            id="another result, the same answer",
        ),
        pytest.param(
            [ASK, CALL, RAIN, WET],
            [ASK, CALL, SNOW, AGAIN, WIND, COLD],
            (
                2,
                [
                    ("changed", "rain", "snow"),
                    ("changed", "Take an umbrella.", "get_wind"),
                    ("right", "-", "10 km/h"),
                    ("right", "-", "Take a scarf."),
                ],
            ),
            id="one more round on the right",
        ),
        pytest.param(
            [ASK, CALL, RAIN, WET, THANKS],
            [ASK, CALL, RAIN],
            (3, [("left", "Take an umbrella.", "-"), ("left", "Thanks", "-")]),
            id="the left went on",
        ),
        pytest.param(
            [ASK, AGAIN, WIND, CALL, RAIN, WET],
            [ASK, CALL, RAIN, COLD],
            (
                1,
                [
                    ("left", "get_wind", "-"),
                    ("left", "10 km/h", "-"),
                    ("same", "get_weather", "get_weather"),
                    ("same", "rain", "rain"),
                    ("changed", "Take an umbrella.", "Take a scarf."),
                ],
            ),
            id="a round less on the right",
        ),
    ],
)
def test_messages_stand_beside_each_other(left, right, expected):
    assert rows(left, right) == expected


def an_answer(*calls: Call, **fields: object) -> Entry:
    return Entry(Message("assistant", calls=calls, **fields))


OUTCOME = Outcome("step", StepStatus.FINISHED, "m", Timing())


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param(
            an_answer(Call("a", "f", '{"x": 1, "y": 2}')),
            an_answer(Call("b", "f", '{"y":2,"x":1}')),
            True,
            id="arguments by value, whatever the call's id",
        ),
        pytest.param(
            an_answer(Call("a", "f", "1")), an_answer(Call("a", "f", "true")), False, id="1, true"
        ),
        pytest.param(
            an_answer(Call("a", "f", '{"x": ')),
            an_answer(Call("a", "f", '{"x":')),
            False,
            id="what is no JSON as it stands",
        ),
        pytest.param(
            an_answer(Call("a", "f", "{}")), an_answer(Call("a", "g", "{}")), False, id="the name"
        ),
        pytest.param(
            an_answer(Call("a", "f", "{}"), Call("b", "g", "{}")),
            an_answer(Call("b", "g", "{}"), Call("a", "f", "{}")),
            False,
            id="the order of calls",
        ),
        pytest.param(
            an_answer(content=None, refusal="No."), an_answer(content=""), False, id="a refusal"
        ),
        pytest.param(an_answer(content=None), an_answer(content=""), True, id="no text"),
        pytest.param(
            Entry(Message("tool", '{"x": 1}', call_id="a")),
            Entry(Message("tool", '{"x":1}', call_id="a")),
            False,
            id="results by their text",
        ),
        pytest.param(
            Entry(Message("tool", "rain", call_id="a")),
            Entry(Message("tool", "rain", call_id="b")),
            True,
            id="a result of a call with another id",
        ),
        pytest.param(
            Entry(Message("assistant", "Hi"), outcome=OUTCOME),
            Entry(Message("assistant", "Hi")),
            True,
            id="whichever step brought it",
        ),
        pytest.param(
            Entry(Message("user", (TextPart("Hi"), ImagePart("data:image/png;base64,AA==")))),
            Entry(Message("user", (TextPart("Hi"), ImagePart("data:image/png;base64,BB==")))),
            False,
            id="another image",
        ),
        pytest.param(
            Entry(Message("user", "Hi")), Entry(Message("system", "Hi")), False, id="role"
        ),
    ],
)
def test_a_message_says_the_same_by_what_the_model_reads_of_it(one, other, is_same):
    comparison = compared(Conversation(entries=(one,)), Conversation(entries=(other,)))

    assert (comparison.shared == 1) is is_same
    assert (comparison.rows == ()) is is_same
