"""Probabilities are read from every form of logprobs, and whatever else is there does no harm."""

import pytest

from components.token_odds import TokenOdds, token_odds

HALF = -0.6931471805599453
TENTH = -2.302585092994046


def rounded(tokens):
    return [
        (one.text, _round(one.probability), [(text, _round(odds)) for text, odds in others])
        for one in tokens
        for others in [one.alternatives]
    ]


def _round(odds):
    return None if odds is None else round(odds, 3)


def test_tokens_come_in_their_order_and_alternatives_with_the_likeliest_first():
    logprobs = {
        "content": [
            {
                "token": "Hel",
                "logprob": HALF,
                "bytes": [72, 101, 108],
                "top_logprobs": [
                    {"token": "No", "logprob": -9999.0},
                    {"token": "<b>", "logprob": TENTH},
                    {"token": "Hel", "logprob": HALF},
                ],
            },
            {"token": "lo", "logprob": 0},
        ],
        "refusal": None,
    }

    assert rounded(token_odds(logprobs)) == [
        ("Hel", 0.5, [("Hel", 0.5), ("<b>", 0.1), ("No", 0.0)]),
        ("lo", 1.0, []),
    ]


def test_a_refusal_has_probabilities_too():
    logprobs = {"content": None, "refusal": [{"token": "No", "logprob": HALF}]}

    assert rounded(token_odds(logprobs)) == [("No", 0.5, [])]


def test_two_lists_side_by_side_are_read():
    logprobs = {"tokens": ["Hel", "lo"], "token_logprobs": [HALF, None]}

    assert rounded(token_odds(logprobs)) == [("Hel", 0.5, []), ("lo", None, [])]


ODD = {
    "nothing": {},
    "no list": {"content": "Hello"},
    "a list of something else": {"content": [1, None, "a"]},
    "tokens alone": {"tokens": ["a"]},
}


@pytest.mark.parametrize("logprobs", ODD.values(), ids=ODD)
def test_what_cannot_be_read_is_left_out(logprobs):
    assert token_odds(logprobs) == ()


NO_ODDS = {"missing": {}, "text": {"logprob": "-1"}, "truth": {"logprob": True}}


@pytest.mark.parametrize("row", NO_ODDS.values(), ids=NO_ODDS)
def test_an_odd_probability_is_unknown_and_its_token_stays(row):
    assert token_odds({"content": [{"token": "a"} | row]}) == (TokenOdds("a", None),)


@pytest.mark.parametrize(
    ("logprob", "odds"), [(float("nan"), None), (float("-inf"), 0.0), (0.25, 1.0)]
)
def test_numbers_beyond_reason_do_no_harm(logprob, odds):
    (token,) = token_odds({"content": [{"token": "a", "logprob": logprob}]})

    assert token.probability == odds


def test_half_a_character_is_shown_all_the_same():
    assert token_odds({"content": [{"token": "\ud83d", "logprob": 0}]})[0].text == "?"
