import json

import pytest

from switchboard.messages import Call
from switchboard.simulate import plausible_result
from switchboard.tools import Tool, check_toolset, example_toolsets, value_problems


def result_of(name, arguments, *, description=None, **raw):
    tool = Tool(name, description, None, strict=None, raw={"name": name, **raw})
    text = json.dumps(arguments, ensure_ascii=False)
    return json.loads(plausible_result(tool, Call("call_1", name, text)))


@pytest.mark.parametrize(
    ("name", "arguments", "fields"),
    [
        ("get_weather", {"location": "Paris"}, {"temperature", "unit", "conditions"}),
        ("getForecast", {"city": "Oslo"}, {"temperature", "humidity_percent"}),
        ("search_flights", {"to": "Rome"}, {"results", "total"}),
        ("list_alarms", {}, {"results", "total"}),
        ("create_event", {"title": "Lunch"}, {"id", "status"}),
        ("add_to_shopping_list", {"items": ["tea"]}, {"id", "status"}),
        ("set_light", {"room": "hall"}, {"status"}),
        ("convert_currency", {"amount": 3}, {"result"}),
        ("get_current_time", {}, {"datetime", "weekday"}),
        ("get_stock_price", {"symbol": "ACME"}, {"price", "currency"}),
        ("get_user", {"user": "Ana"}, {"id", "name", "status"}),
        ("frobnicate", {"x": 1}, {"status"}),
        ("查询天气", {"城市": "北京"}, {"temperature", "conditions"}),
        ("搜索新闻", {"关键词": "茶"}, {"results"}),
    ],
)
def test_a_result_repeats_the_arguments_and_fits_the_name(name, arguments, fields):
    result = result_of(name, arguments)

    assert result.items() >= arguments.items()
    assert result.keys() >= fields


def test_the_verb_of_the_name_says_what_was_done():
    assert result_of("send_email", {})["status"] == "sent"
    assert result_of("book_table", {})["status"] == "booked"
    assert result_of("create_event", {})["status"] == "created"
    assert result_of("delete_file", {})["result"] == "deleted"


def test_the_description_decides_where_the_name_says_nothing():
    assert "temperature" in result_of("lookup_7", {}, description="The weather of a city.")


def test_a_result_is_asked_in_fahrenheit_where_the_arguments_are():
    result = result_of("get_weather", {"location": "Boston", "degrees": "fahrenheit"})

    assert result["unit"] == "fahrenheit"
    assert result["temperature"] >= 39


@pytest.mark.parametrize(
    ("name", "arguments", "value"),
    [
        ("calculate", {"expression": "2 * (3 + 4)"}, 14),
        ("calculate", {"expression": "-1 / 4"}, -0.25),
        ("add_numbers", {"a": 1, "b": 2}, None),
        ("sum", {"a": 0.1, "b": 0.2}, 0.3),
        ("calculate", {"operation": "multiply", "a": 6, "b": 7}, 42),
        ("divide", {"a": 1, "b": 8}, 0.125),
        ("calculate", {"expression": "0.17 * 240"}, 40.8),
        ("calculate", {"expression": "sqrt(144)"}, 12),
        ("calculate", {"expression": "2 ** 10"}, 1024),
    ],
)
def test_an_easy_calculation_is_right(name, arguments, value):
    assert result_of(name, arguments).get("result") == value


@pytest.mark.parametrize(
    "expression",
    [
        "1/0",
        "2**9999999",
        "9" * 500,
        "__import__('os')",
        "(" * 190,
        "1e308*1e308",
        "",
        "sqrt(-1)",
        "sqrt()",
    ],
)
def test_any_other_expression_has_some_number(expression):
    result = result_of("calculate", {"expression": expression})["result"]

    assert isinstance(result, int | float)
    assert abs(result) < 1e6


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({"amount": 100, "from_currency": "USD", "to_currency": "EUR"}, 86),
        ({"amount": 100, "to_currency": "USD", "from_currency": "EUR"}, 116.28),
        ({"amount": 100, "from": "GBP", "to": "JPY"}, 20800),
        ({"value": 1000, "source": "yen", "target": "yuan"}, 44.87),
        ({"amount": 5, "from": "EUR", "to": "EUR"}, 5),
        ({"数量": 100, "原币种": "美元", "目标币种": "人民币"}, 700),
    ],
)
def test_money_is_converted_at_a_rate_that_looks_right(arguments, value):
    assert result_of("convert_currency", arguments)["result"] == value


def test_the_same_call_always_has_the_same_result_and_another_one_another():
    tool = Tool("get_weather", None, None, strict=None, raw={})

    def once(place):
        return plausible_result(tool, Call("call_1", "get_weather", f'{{"location": "{place}"}}'))

    assert once("Paris") == once("Paris")
    assert len({once(place).replace(place, "") for place in ("Paris", "Rome", "Oslo", "Bern")}) > 1


def test_chinese_stays_readable():
    text = plausible_result(None, Call("call_1", "get_weather", '{"location": "北京"}'))

    assert '"location": "北京"' in text
    assert text.startswith("{\n  ")


def test_a_tool_nobody_offered_has_a_result_too():
    assert json.loads(plausible_result(None, Call("call_1", "send_email", '{"to": "Ana"}'))) == {
        "to": "Ana",
        "id": "email_b93776",
        "status": "sent",
    }


@pytest.mark.parametrize("arguments", ["", '{"location": "Par', "[1]", "null", "nonsense"])
def test_arguments_that_are_no_object_are_answered_with_an_error(arguments):
    assert json.loads(plausible_result(None, Call("call_1", "f", arguments))) == {
        "error": "The arguments are not a JSON object.",
        "received": arguments,
    }


def test_long_arguments_are_not_repeated():
    result = result_of("do", {"text": "x" * 5_000, "list": [*range(100)], "deep": {"a": 1}, "n": 1})

    assert result == {"n": 1, "status": "ok"}


OUTPUT = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "celsius": {"type": "number"}},
    "required": ["city", "celsius"],
}


@pytest.mark.parametrize("key", ["outputSchema", "output_schema"])
def test_a_declared_output_schema_is_kept_to(key):
    assert result_of("get_weather", {}, **{key: OUTPUT}) == {"city": "city", "celsius": 1}


def test_an_output_schema_that_is_kept_beside_the_tool_is_kept_to():
    tool = Tool("f", None, None, strict=None, raw={"name": "f"}, margin={"output_schema": OUTPUT})

    result = json.loads(plausible_result(tool, Call("call_1", "f", "{}")))

    assert result == {"city": "city", "celsius": 1}


@pytest.mark.parametrize("schema", [{"type": "objekt"}, [], "object", {"$ref": "file:///x"}])
def test_an_output_schema_that_is_wrong_is_passed_over(schema):
    assert "temperature" in result_of("get_weather", {}, outputSchema=schema)


@pytest.mark.parametrize("example", example_toolsets(), ids=lambda example: example.name)
def test_every_example_tool_has_an_object_as_result(example):
    for tool in check_toolset(example.text).tools:
        result = json.loads(plausible_result(tool, Call("call_1", tool.name, "{}")))
        assert value_problems(result, {"type": "object", "minProperties": 1}) == []
