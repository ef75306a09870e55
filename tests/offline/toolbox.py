"""Tools for the tests: shapes that people really write."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from openai.types.chat import ChatCompletion

Ask = Callable[..., ChatCompletion]

Refused = tuple[str, dict[str, Any], str, str | None, str | None]
"""What is wrong, the fields that make it so, and the message, ``param`` and ``code`` it gets."""

RefusalOf = Callable[[dict[str, Any]], dict[str, Any]]

HELLO = [{"role": "user", "content": "hello"}]

SUNDAY = date(2026, 11, 22)
"""Today, for the gateway of the tests."""


def calls_of(reply: ChatCompletion) -> list[tuple[str, Any]]:
    """Name and arguments of every call of a reply."""
    calls = reply.choices[0].message.tool_calls or []
    return [(call.function.name, json.loads(call.function.arguments)) for call in calls]


def tool(name: str, description: str, required: tuple[str, ...], **properties: Any) -> Any:
    """A function tool; every keyword is a property's schema."""
    parameters = {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
    function = {"name": name, "description": description, "parameters": parameters}
    return {"type": "function", "function": function}


def text(description: str = "", **more: Any) -> Any:
    """The schema of a string."""
    return {"type": "string", **({"description": description} if description else {}), **more}


def number(description: str = "", **more: Any) -> Any:
    """The schema of a number."""
    return {"type": "number", "description": description, **more}


def choice(*values: Any, **more: Any) -> Any:
    """The schema of one of several values."""
    return {"type": "string", "enum": list(values), **more}


def whole(description: str = "", **more: Any) -> Any:
    """The schema of an integer."""
    return {"type": "integer", "description": description, **more}


WEATHER = tool(
    "get_weather",
    "Get current temperature for a given location.",
    ("location",),
    location=text("City and country e.g. Bogotá, Colombia"),
)
WEATHER["function"]["strict"] = True

EMAIL = tool(
    "send_email",
    "Send an email to a recipient.",
    ("to", "body"),
    to=text("Address of the recipient", format="email"),
    subject=text(),
    body=text("Text of the mail"),
)
TIME = tool("get_time", "Get the current time in a city.", ("city",), city=text("Name of the city"))
STOCK = tool("get_stock_price", "Latest price of a share.", ("symbol",), symbol=text("Ticker"))
CONVERT = tool(
    "convert_currency",
    "Convert an amount of money from one currency to another.",
    ("amount", "from_currency", "to_currency"),
    amount=number("Amount to convert"),
    from_currency=choice("USD", "EUR", "GBP", "JPY", "CNY"),
    to_currency=choice("USD", "EUR", "GBP", "JPY", "CNY"),
)
CALCULATE = tool("calculate", "Evaluate an expression.", ("expression",), expression=text())
EVENT = tool(
    "create_event",
    "Create an event in the calendar.",
    ("title", "date"),
    title=text("Title of the event"),
    date=text("Day of the event", format="date"),
    start_time=text("HH:MM"),
    attendees={"type": "array", "items": {"type": "string", "format": "email"}},
)
SEARCH = tool("web_search", "Search the web.", ("query",), query=text("What to search for"))
LIGHTS = tool(
    "set_lights",
    "Turn the lights of a room on or off.",
    ("room", "state"),
    room=choice("kitchen", "bedroom", "living_room"),
    state=choice("on", "off"),
    brightness=whole("Brightness in percent", minimum=0, maximum=100),
)
BOOKING = tool(
    "book_table",
    "Reserve a table in a restaurant.",
    ("restaurant", "people", "when"),
    restaurant=text("Name of the restaurant"),
    people=whole("Number of people"),
    when={
        "type": "object",
        "properties": {"date": text(format="date"), "time": text("HH:MM")},
        "required": ["date"],
        "additionalProperties": False,
    },
)
SERVERS = tool("list_servers", "List all servers.", ())
FETCH = tool("fetch_page", "Fetch a web page.", ("url",), url=text(format="uri"))
CHINESE_WEATHER = tool(
    "get_weather",
    "获取指定城市的天气",
    ("city",),
    city=text("城市名称"),
    unit=choice("celsius", "fahrenheit"),
)
CHINESE_EMAIL = tool(
    "send_mail", "发送电子邮件", ("to", "content"), to=text("收件人邮箱"), content=text("邮件内容")
)
SHOPPING = tool(
    "add_to_shopping_list",
    "Add items to the shopping list.",
    ("items",),
    items={
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "name": text("The thing"),
                "quantity": number("How many", exclusiveMinimum=0),
                "unit": choice("piece", "g", "kg", "ml", "l", "pack"),
            },
            "required": ["name", "quantity"],
        },
        "minItems": 1,
    },
)
PARCEL = tool(
    "send_parcel",
    "Have a parcel sent to another address.",
    ("sender", "recipient", "weight_kg"),
    sender={"$ref": "#/$defs/address"},
    recipient={"$ref": "#/$defs/address"},
    weight_kg=number("The weight in kilograms", maximum=31.5),
)
PARCEL["function"]["parameters"]["$defs"] = {
    "address": {
        "type": "object",
        "properties": {"name": text(), "city": text(), "country": text()},
        "required": ["name", "city", "country"],
        "additionalProperties": False,
    }
}
TODO = tool(
    "add_todos",
    "Add tasks to the to-do list.",
    ("tasks",),
    tasks={"type": "array", "items": {"type": "string"}},
)
