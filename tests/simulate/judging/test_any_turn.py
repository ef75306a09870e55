"""Any turn is judged, and always the same."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from switchboard.messages import Call
from switchboard.responders import FaultKind
from switchboard.simulate.judging import Conducted, judged
from tests.simulate.judging.judged_turns import bad, turn

PIECES = st.sampled_from(
    [
        "18,5",
        "°C",
        "1.234",
        "1e999",
        "31.31.2026",
        "30",
        "Feb",
        "99:99",
        "pm",
        "a@b.c",
        "“x",
        "1”",
        "https://",
        "(e.g.",
        "?",
        "。",
        "```",
        "#",
        "1.",
        "-",
        "—",
        "TANGERINE",
        "sorry",
        "2.1",
        "million",
        "\ud800",
        "\x00",
    ]
)
TEXT = st.text(max_size=20) | st.text(string.printable, max_size=30)
PROSE = st.lists(PIECES | TEXT, max_size=8).map(" ".join)
CALLS = st.lists(st.tuples(st.builds(Call, TEXT, TEXT, PROSE), PROSE, st.booleans()), max_size=3)
TURNS = st.builds(
    Conducted,
    question=PROSE,
    calls=CALLS.map(tuple),
    answer=PROSE,
    fault=st.sampled_from(FaultKind),
    rounds=st.lists(st.integers(0, 3), max_size=3).map(tuple),
)


@given(TURNS)
@example(turn("error", "9" * 5_000, bad("9" * 5_000)))
@settings(max_examples=120, deadline=None)
def test_any_turn_is_judged_with_evidence_and_always_the_same(conducted):
    judgement = judged(conducted)

    assert judgement == judged(conducted)
    assert judgement.evidence != ()
    assert bool(judgement.made_up) == (judgement.conduct == "made_up")


@given(PROSE)
@settings(max_examples=80, deadline=None)
def test_who_only_repeats_the_result_makes_nothing_up(text):
    assert judged(turn("slow", text, bad(text))).made_up == ()


HOSTILE = {
    "blank lines": "\n" * 100_000,
    "one word": "a" * 100_000,
    "codes": "A12 " * 25_000,
    "numbers": "1 " * 50_000,
    "digits": "1" * 100_000,
    "list marks": "\n- " * 33_000,
    "quotation marks": '"' * 100_000,
    "parentheses": "(e.g. " * 16_000,
    "dots": "a." * 50_000,
    "negations": "konnte nicht " * 8_000,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("answer", HOSTILE.values(), ids=HOSTILE)
def test_no_answer_takes_long(answer):
    assert judged(turn("oversized", answer, bad("x " * 9_000))).evidence != ()
