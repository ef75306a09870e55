import pytest

from components.message_words import first_words, message_words, speaker
from switchboard.conversations import Entry
from switchboard.messages import Call, ImagePart, Message, TextPart

CALL = Message("assistant", "Let me see.", calls=(Call("a", "get_weather", '{"city":"Rome"}'),))
PICTURE = Message("user", (TextPart("What is this?"), ImagePart("data:image/png;base64,AA==")))


@pytest.mark.parametrize(
    ("message", "words"),
    [
        pytest.param(Message("user", "Hi"), "Hi", id="text"),
        pytest.param(PICTURE, "What is this?\n\n(image or file)", id="an image"),
        pytest.param(
            CALL, 'Let me see.\n\nget_weather\n{\n  "city": "Rome"\n}', id="text and a call"
        ),
        pytest.param(
            Message("assistant", calls=(Call("a", "", "{"),)),
            "a call without a name\n{",
            id="a call without a name, its arguments cut",
        ),
        pytest.param(Message("assistant", refusal="No."), "No.", id="a refusal"),
        pytest.param(Message("tool", '{"t":1}', call_id="a"), '{\n  "t": 1\n}', id="a result"),
        pytest.param(Message("user", '{"t":1}'), '{"t":1}', id="JSON that a person wrote"),
        pytest.param(Message("user", "\ud800"), "?", id="half a character"),
    ],
)
def test_all_that_a_message_says_is_in_its_words(message: Message, words: str):
    assert message_words(message) == words


def test_a_very_long_text_is_cut_in_the_middle():
    assert "[… 960,000 characters left out …]" in message_words(Message("user", "x" * 1_000_000))


def test_a_beginning_stands_on_one_line():
    assert first_words(Entry(Message("user", "a\nb\n" * 40))) == "a b " * 14 + "a b…"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        pytest.param(Message("user", "Hi"), "You", id="user"),
        pytest.param(Message("assistant", "Hi"), "Answer", id="answer"),
        pytest.param(CALL, "Call", id="call"),
        pytest.param(
            Message("assistant", calls=(*CALL.calls, *CALL.calls)), "Calls", id="parallel calls"
        ),
        pytest.param(Message("tool", "", call_id="a"), "Result of get_weather", id="result"),
        pytest.param(
            Message("tool", "", call_id="b"), "Result of a call without a name", id="stray result"
        ),
        pytest.param(Message("developer", "Hi"), "Developer", id="developer"),
    ],
)
def test_who_speaks_is_told(message: Message, told: str):
    assert speaker(Entry(message), (Entry(CALL), Entry(message))) == told
