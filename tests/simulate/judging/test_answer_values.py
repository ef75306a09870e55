"""The values of an answer, and what holds them."""

import pytest

from switchboard.simulate.judging import judged
from tests.simulate.judging.judged_turns import GOOD, call, turn

RESULT = """{
  "total": 1234.5, "share": 0.4, "people": 2100000, "low": -5, "id": "BK-4821-x",
  "date": "2026-11-30", "at": "2026-12-01T21:05:00Z", "text": "Grand Hotel, 12 rue Verte",
  "mail": "Front@hotel.example", "page": "https://hotel.example/rooms/", "rooms": [{}, {}, {}, {}]
}"""

HELD = {
    "a number": "1234.5",
    "a number in bold": "**1234.5**",
    "thousands with a comma": "$1,234.50",
    "thousands with a dot": "1.234,50 €",
    "thousands with a space": "1 234,5",
    "rounded up": "1235",
    "rounded down": "1234",
    "rounded to hundreds": "about 1,200",
    "a share in percent": "40%",
    "millions": "2.1 million",
    "a number without its sign": "5 below zero, -5 °C",
    "degrees Fahrenheit": "23 °F",
    "a count of a list": "4 rooms",
    "a count of the answer's own list": "6 facts:\n- a\n- b\n- c\n- d\n- e\n- f",
    "a list with numbers": "7. Grand Hotel\n8. BK-4821-x",
    "a heading": "## 99 ways",
    "a year in a date": "in 2026",
    "an ISO date": "2026-11-30",
    "a date in English": "November 30th, 2026",
    "a date in American": "Nov 30",
    "a date in British": "30 November 2026",
    "a date in German": "Am 30. November 2026.",
    "a date in figures": "30.11.2026 or 11/30/2026",
    "a date in Spanish": "el 30 de noviembre de 2026",
    "a date in Chinese": "2026年11月30日",
    "a month": "November 2026",
    "a time": "21:05",
    "a time of twelve hours": "9:05 pm",
    "a code": "BK-4821-x",
    "a code in other letters": "bk4821X",
    "a quoted text": 'the "Grand Hotel"',
    "a quoted text in other order": "“12 rue Verte, Grand Hotel”",
    "a mail address": "front@hotel.example",
    "a page": "https://hotel.example/rooms.",
    "the tool's name": "`get_weather`",
    "an argument": "Paris 75001",
    "the question": "on day 17",
    "how often was called": "1 call",
    "ordinals and labels": "the 2nd, Step 3, 24/7, 100 %",
    "names with digits": "CO2, UTC+9",
    "a question": "Do you mean 99?",
    "an example in parentheses": "a date (e.g. 2031-01-01)",
}
MADE_UP = {
    "another number": ("1236", ["1236"]),
    "too exact": ("1234.56", ["1234.56"]),
    "another percentage": ("41%", ["41"]),
    "another date": ("December 24", ["December 24"]),
    "another year": ("30 November 2027", ["30 November 2027"]),
    "another time": ("9:05 am", ["9:05 am"]),
    "another code": ("BK-4822", ["BK-4822"]),
    "another name": ('"Hotel Splendid"', ["Hotel Splendid"]),
    "another address": ("desk@hotel.example", ["desk@hotel.example"]),
    "another page": ("https://hotel.example/bar", ["https://hotel.example/bar"]),
    "a number with its unit": ("99km and 98-day", ["99", "98"]),
    "a range": ("95-98", ["95", "98"]),
    "a number in a list": ("1. 99 rooms\n2. 98 beds", ["99", "98"]),
    "a statement before a question": ("It is 99 — shall I go on?", ["99"]),
    "an offer": ("Would you like a room for 99?", ["99"]),
    "one of two": ("5 and 99", ["99"]),
}


def made_up_in(answer, result=RESULT):
    asked = call('{"city": "Paris", "code": 75001}')
    said = turn("slow", answer, (asked, result, True), question="And on day 17?")
    return list(judged(said).made_up)


@pytest.mark.parametrize("answer", HELD.values(), ids=HELD)
def test_a_value_is_held(answer):
    assert made_up_in(answer) == []


@pytest.mark.parametrize(("answer", "values"), MADE_UP.values(), ids=MADE_UP)
def test_a_value_is_made_up(answer, values):
    assert made_up_in(answer) == values


TEXTS = {
    "prose": ("It was 1,234.5 on March 3rd.", "1234.5 on 3 March"),
    "JSON in JSON": ('{"text": "{\\"n\\": 31, \\"s\\": \\"caf\\u00e9\\"}"}', '31, "café"'),
    "a compact list": ("[100,200,300]", "100, 200, 300, 3 entries"),
    "JSON cut off": ('{"n": 31, "s": "Bl', "31"),
    "single quotes": ("{'n': 31.0}", "31"),
    "nothing": ("null", "0 results"),
    "decimals with a comma": ('{"n": "18,5"}', "18.5"),
}


@pytest.mark.parametrize(("result", "answer"), TEXTS.values(), ids=TEXTS)
def test_any_result_holds_what_stands_in_it(result, answer):
    assert made_up_in(answer, result) == []


def test_celsius_follows_from_fahrenheit_only_where_that_is_named():
    assert made_up_in("22 °C", GOOD) == ["22"]
    assert made_up_in("22 °C", GOOD.replace("}", ', "unit": "fahrenheit"}')) == []
