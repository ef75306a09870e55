"""Tools as TypeScript types. No compiler is at hand, so a reader of the written subset judges."""

import json
import re

import pytest
from generated_code import NASTY_TEXTS, PARAMETERS, tool, written
from hypothesis import given, settings

from switchboard.formats import write_tools

TOKEN = re.compile(
    r"""(?P<comment>/\*\*(?:[^*]|\*(?!/))*\*/)
    |(?P<string>"(?:[^"\\\x00-\x1f\u2028\u2029]|\\["\\/bfnrtu])*")
    |(?P<number>-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)
    |(?P<word>[^\W\d][\w$]*|\$[\w$]*)
    |(?P<sign>[{}\[\]<>|;:,?=])
    |(?P<space>[ \n]+)""",
    re.VERBOSE,
)
KEYWORDS = {"string", "number", "boolean", "null", "unknown", "never", "true", "false"}


def tokens(source):
    """The tokens but spaces and comments; fails where anything else stands."""
    at, found = 0, []
    while at < len(source):
        match = TOKEN.match(source, at)
        assert match, f"no TypeScript at {source[at : at + 40]!r}"
        if match.lastgroup not in ("space", "comment"):
            found.append(match[0])
        at = match.end()
    return found


class Reader:
    """Reads a module of interfaces and types by the grammar, or fails."""

    def __init__(self, source):
        self.tokens = [*tokens(source), ""]
        self.defined = {}
        self.used = set()
        while self.tokens[0]:
            self.definition()

    def take(self, expected=None):
        token = self.tokens.pop(0)
        assert expected in (None, token), f"{expected} expected, {token} found"
        return token

    def definition(self):
        self.take("export")
        kind, name = self.take(), self.take()
        assert name.isidentifier()
        assert name not in self.defined, "a name is defined twice"
        if kind == "interface":
            self.defined[name] = self.members()
            return
        assert kind == "type"
        self.take("=")
        self.defined[name] = self.union()
        self.take(";")

    def members(self):
        self.take("{")
        found = {}
        while self.tokens[0] != "}":
            key = self.key()
            assert key not in found, "a property is named twice"
            optional = self.tokens[0] == "?" and self.take()
            self.take(":")
            found[key] = (bool(optional), self.union())
            self.take(";")
        self.take("}")
        return found

    def key(self):
        token = self.take()
        if token == "[":
            for each in ("key", ":", "string", "]"):
                self.take(each)
            return ...
        return json.loads(token) if token.startswith('"') else token

    def union(self):
        members = [self.single()]
        while self.tokens[0] == "|":
            self.take()
            members.append(self.single())
        return members[0] if len(members) == 1 else ("|", *members)

    def single(self):
        token = self.take()
        if token == "[":
            return self.listed("]")
        if token == "{":
            return self.object_literal()
        if token in ("Array", "Record"):
            self.take("<")
            return (token, *self.listed(">"))
        if token.startswith('"') or token in KEYWORDS or token[0] in "-0123456789":
            return token
        self.used.add(token)
        return token

    def listed(self, closing):
        found = []
        while self.tokens[0] != closing:
            found.append(self.union())
            if self.tokens[0] == ",":
                self.take()
        self.take(closing)
        return found

    def object_literal(self):
        found = {}
        while self.tokens[0] != "}":
            key = self.key()
            self.take(":")
            found[key] = self.union()
            if self.tokens[0] == ",":
                self.take()
        self.take("}")
        return found


def read(parameters=None, **options):
    return Reader(written(parameters, form="typescript", **options)[0])


def test_a_tool_is_written_as_a_person_would_write_it():
    parameters = {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "City and country.", "minLength": 1},
            "unit": {"type": "string", "enum": ["c", "f"], "default": "c"},
            "first-day": {"type": ["integer", "null"]},
            "place": {"type": "object", "properties": {"lat": {"type": "number"}}},
            "tags": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["city"],
    }

    source, losses = written(parameters, form="typescript", description="The weather.")

    assert (
        source
        == """\
export interface GetWeatherPlace {
  lat?: number;
}

/** The weather. */
export interface GetWeatherArguments {
  /**
   * City and country.
   * @minLength 1
   */
  city: string;
  /** @default "c" */
  unit?: "c" | "f";
  "first-day"?: number | null;
  place?: GetWeatherPlace;
  tags?: Array<string>;
}

/** The arguments of every tool, by its name. */
export interface Tools {
  get_weather: GetWeatherArguments;
}
"""
    )
    assert losses == [
        "A TypeScript type can't say, or not exactly: `minLength` (at `city`);"
        " `integer` (at `first-day`)."
    ]


@settings(deadline=None)
@given(parameters=PARAMETERS)
def test_any_schema_gives_types_that_are_all_defined(parameters):
    reader = read(parameters)

    assert reader.used <= reader.defined.keys()
    assert reader.defined["Tools"] == {"get_weather": (False, "GetWeatherArguments")}


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_no_text_leaves_its_comment_or_quotation_marks(text):
    parameters = {
        "type": "object",
        "properties": {
            text: {
                "type": "object",
                "description": text,
                "properties": {text: {"enum": [text, {text: [text]}], "default": text}},
            },
        },
    }

    reader = read(parameters, name=text, description=text)

    (root,) = (name for _, name in reader.defined["Tools"].values())
    assert list(reader.defined["Tools"]) == [text]
    assert list(reader.defined[root]) == [text]


def test_values_of_every_kind_are_types():
    values = ["a", 1, -1.5, True, None, [1], {"a": None}]

    reader = read({"type": "object", "properties": {"x": {"enum": values}}})

    kinds = ("|", '"a"', "1", "-1.5", "true", "null", ["1"], {"a": "null"})
    assert reader.defined["GetWeatherArguments"] == {"x": (True, kinds)}


def test_tuples_maps_and_closed_objects():
    parameters = {
        "type": "object",
        "properties": {
            "pair": {
                "type": "array",
                "prefixItems": [{"type": "string"}, {"type": "boolean"}],
                "items": False,
                "minItems": 2,
            },
            "counts": {"type": "object", "additionalProperties": {"type": "number"}},
            "never": {"not": {}, "type": "string"},
            "no": False,
        },
        "additionalProperties": {"type": "string"},
    }

    reader = read(parameters)

    assert reader.defined["GetWeatherArguments"] == {
        "pair": (True, ["string", "boolean"]),
        "counts": (True, ("Record", "string", "number")),
        "never": (True, "string"),
        "no": (True, "never"),
        ...: (False, "unknown"),
    }


def test_tools_with_definitions_of_one_name_do_not_share_it():
    parameters = {
        "type": "object",
        "properties": {"n": {"$ref": "#/$defs/Tools"}},
        "$defs": {"Tools": {"type": "string"}},
    }
    writing = write_tools([tool(parameters, name="a"), tool(parameters, name="b")], "typescript")

    reader = Reader(writing.text)

    assert [*reader.defined] == ["Tools2", "AArguments", "Tools3", "BArguments", "Tools"]
