"""What is found in a text without understanding it."""

import pytest
from toolbox import SUNDAY

from switchboard.offline.reading import read_text
from switchboard.offline.schema.patterns import may_match, samples_of


def found(text):
    """Kind and value of everything that was found."""
    return [(finding.kind, finding.value) for finding in read_text(text, SUNDAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 2027-01-05", "2027-01-05"),
        ("on March 3", "2027-03-03"),
        ("on 22 November", "2026-11-22"),
        ("on 24 December", "2026-12-24"),
        ("on 29 February", "2028-02-29"),
        ("3月5日", "2027-03-05"),
        ("on march 3rd, 2027", "2027-03-03"),
        ("on the 3rd of March 2027", "2027-03-03"),
        ("on 12/24/2026", "2026-12-24"),
        ("today", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        ("next Monday", "2026-11-23"),
        ("on Sunday", "2026-11-29"),
        ("2027年3月5日", "2027-03-05"),
        ("明天", "2026-11-23"),
        ("后天", "2026-11-24"),
    ],
)
def test_a_date_is_found_however_it_is_written(text, value):
    assert ("date", value) in found(text)


def test_what_only_looks_like_a_date_is_none():
    assert not [kind for kind, _ in found("2026-13-45") if kind == "date"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 3pm", "15:00"),
        ("at 12 a.m.", "00:00"),
        ("at 09:05", "09:05"),
        ("at 9:05 pm", "21:05"),
        ("下午3点", "15:00"),
        ("上午9点半", "09:30"),
    ],
)
def test_a_time_of_day_is_found_however_it_is_written(text, value):
    assert ("time", value) in found(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250.50 of them", 1250.5),
        ("minus -4 degrees", -4),
        ("$20", 20),
        ("3 million people", 3_000_000),
        ("20k", 20_000),
        ("twenty-five cats", 25),
        ("a dozen eggs", 12),
        ("5%", 5),
        ("三个苹果", 3),
        ("二十五天", 25),
        ("3万人", 30_000),
    ],
)
def test_a_number_is_found_in_digits_and_in_words(text, value):
    assert ("number", value) in found(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("mail ana.b+c@mail.example.com.", "email", "ana.b+c@mail.example.com"),
        ("see https://example.com/a?b=c#d.", "url", "https://example.com/a?b=c#d"),
        ("看https://example.com/路\uff0c好", "url", "https://example.com/"),
        ("say 'don't stop' now", "quoted", "don't stop"),
        ("say “hello”", "quoted", "hello"),
        ("说「你好」", "quoted", "你好"),
        ("order #4711", "code", "4711"),
        ("order A-4711-B", "code", "A-4711-B"),
        ("what is (2 + 3) * 4", "formula", "(2 + 3) * 4"),
        ("weather in san francisco", "place", "san francisco"),
        ("weather in Paris, France please", "place", "Paris, France"),
        ("weather in Paris, please", "place", "Paris"),
        ("flights from Springfield", "place", "Springfield"),
        ("北京的天气", "place", "北京"),
        ("call Ada Lovelace", "name", "Ada Lovelace"),
    ],
)
def test_other_things_are_found_by_their_marks(text, kind, value):
    assert (kind, value) in found(text)


@pytest.mark.parametrize("text", ["", "Hello", "Please help me", "it's Ana's dog", "?!"])
def test_where_there_is_nothing_to_find_nothing_of_value_is_found(text):
    assert {kind for kind, _ in found(text)} <= {"opener", "name"}


@pytest.mark.parametrize(
    "pattern",
    [
        "^[A-Z]{3}-[0-9]{4}$",
        r"^\+?\d{7,15}$",
        "^(north|south)(-(east|west))?$",
        r"^[\w.-]+@[\w.-]+\.[a-z]{2,}$",
        "^#[0-9a-fA-F]{6}$",
        "[^abc]{2}",
        r"^v\d+\.\d+\.\d+$",
        "^$",
        "中文",
    ],
)
def test_a_sample_is_written_for_a_pattern(pattern):
    samples = samples_of(pattern)

    assert samples
    assert all(may_match(pattern, sample) for sample in samples)


@pytest.mark.parametrize("pattern", ["(", "[a-", "(?<=a)b", "^a$b"])
def test_a_pattern_that_can_not_be_read_or_met_has_no_sample(pattern):
    assert samples_of(pattern) == ()


def test_a_dangerous_pattern_matches_no_long_text():
    assert may_match("^(a+)+$", "aaa")
    assert not may_match("^(a+)+$", "a" * 40)
    assert may_match("^a+$", "a" * 40)
