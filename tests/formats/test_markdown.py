"""Tools as documentation."""

import json
import re

import pytest
from generated_code import NASTY_TEXTS, PARAMETERS, tool, written
from hypothesis import given, settings

from switchboard.formats import write_tools
from switchboard.tools import check_toolset


def test_a_tool_is_a_section_with_its_parameters_and_an_example():
    entry = {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "The weather.",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {"type": "string", "description": "City | country."},
                    "days": {"type": "array", "items": {"$ref": "#/$defs/Day"}, "minItems": 1},
                },
                "required": ["city"],
                "$defs": {
                    "Day": {
                        "type": "object",
                        "properties": {"hour": {"type": ["integer", "null"]}},
                    }
                },
            },
        },
        "x-switchboard": {
            "title": "Weather",
            "annotations": {"readOnlyHint": True},
            "http": {"method": "GET", "path": "/weather"},
            "output_schema": {"type": "object", "properties": {"c": {"type": "number"}}},
        },
    }

    writing = write_tools(check_toolset(json.dumps([entry])).tools, "markdown")

    assert (
        writing.text
        == """\
# Tools

## `get_weather`

**Weather**

The weather.

- Request: `method: GET, path: /weather`
- Hints: `readOnlyHint: true`

### Parameters

| Name | Type | Required | Description | Constraints |
| --- | --- | --- | --- | --- |
| `city` | string | yes | City \\| country. |  |
| `days` | array of object | no |  | `minItems: 1` |
| `days[].hour` | integer or null | no |  |  |

### Example

```json
{
  "city": "text",
  "days": [
    {
      "hour": 1
    }
  ]
}
```

### Result

| Name | Type | Required | Description | Constraints |
| --- | --- | --- | --- | --- |
| `c` | number | no |  |  |
"""
    )
    assert writing.losses == ()


def test_examples_that_were_kept_are_shown():
    entry = {
        "type": "function",
        "function": {"name": "a"},
        "x-switchboard": {"examples": [{"x": 1}, {"x": 2}], "mcp": {"icons": []}},
    }

    writing = write_tools(check_toolset(json.dumps([entry])).tools, "markdown")

    assert writing.text.count("```json") == 2
    assert [loss.message for loss in writing.losses] == [
        "Left out, because Markdown has no place for it: `mcp`."
    ]


def test_what_refers_to_itself_is_told_once():
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}
    parameters = {
        "type": "object",
        "properties": {"n": {"$ref": "#/$defs/Node"}},
        "$defs": {"Node": node},
    }

    text, _ = written(parameters, form="markdown")

    assert "| `n` | object | no |  |  |\n| `n.next` | object, like `n` | no |  |  |\n\n" in text


def test_every_keyword_of_a_property_can_be_read():
    schema = {"not": {"const": 1}, "anyOf": [{"type": "string", "minLength": 2}], "title": "X"}

    text, _ = written({"type": "object", "properties": {"x": schema}}, form="markdown")

    for said in ('`not: {"const": 1}`', '`anyOf: [{"type": "string", "minLength": 2}]`'):
        assert said in text


@pytest.mark.parametrize(
    "text",
    [
        *NASTY_TEXTS,
        "<script>alert(1)</script>",
        "`<b>`` <i> `x`",
        "# Heading",
        "Heading\n===",
        "```\nnever closed",
        "~~~python\n# in a fence",
        "a | b",
        "``` `` `",
        r"\`<b>`",
        "a ` b\n`<b>`",
        r"\| \\| \\\|",
    ],
)
def test_no_text_takes_the_document_apart(text):
    parameters = {
        "type": "object",
        "properties": {
            text: {"type": "string", "description": text, "enum": [text]},
            "last": {"type": "string"},
        },
    }

    source, _ = written(parameters, form="markdown", name=text, description=text)

    # Outside of code no tag, and of headings only our own.
    bare = re.sub(r"^(```+|~~~+).*?^\1$", "", source, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ \w+", bare, flags=re.MULTILINE)
    assert headings == ["# Tools", "### Parameters", "### Example"]
    assert not re.search(r"^(=+|-+)\s*$", bare, flags=re.MULTILINE)
    rows = [line for line in bare.split("\n") if line.startswith("| ")]
    assert [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows] == [6, 6, 6, 6]
    without_code = re.sub(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", bare)
    assert not re.search(r"<(?!br>)[A-Za-z/!?]", without_code)


@settings(deadline=None)
@given(parameters=PARAMETERS)
def test_an_example_fits_the_schema_or_is_not_given(parameters):
    source, _ = written(parameters, form="markdown")

    examples = re.findall(r"```json\n(.*?)\n```", source, flags=re.DOTALL)
    assert len(examples) <= 1
    assert all(isinstance(json.loads(each), dict) for each in examples)


def test_a_tool_without_arguments_says_so():
    assert "### Parameters\n\nNone.\n" in write_tools([tool()], "markdown").text


def test_an_image_in_a_description_becomes_a_link_that_nobody_fetches():
    text, _ = written(
        {
            "type": "object",
            "properties": {"a": {"description": "![in](http://h/a.png) `![code]`"}},
        },
        form="markdown",
    )

    assert r"\![in](http://h/a.png) `![code]`" in text
    assert not re.search(r"(?<![\\`])!\[", text)
