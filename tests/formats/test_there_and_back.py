"""A tool into another form and back is the same tool, but for what the losses name."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.formats import read_tools, write_tools
from switchboard.tools import MARGIN, check_toolset

FORMS = ("openai-chat", "openai-responses", "anthropic", "gemini", "mcp", "mistral")
WORDS = st.text(alphabet="abcÄ中\"'`\\*/\n", max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
SCHEMAS = st.recursive(
    st.sampled_from(
        [
            {},
            True,
            {"type": "string", "minLength": 1},
            {"type": ["integer", "null"], "description": "How many."},
            {"enum": ["a", None]},
            {"type": ["string", "null"], "enum": ["a", "b", None]},
            {"const": 3},
            {"$ref": "#"},
            {"type": "string", "nullable": True, "example": "STRING"},
        ]
    ),
    lambda inner: st.one_of(
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda items: {"anyOf": items}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(
            lambda named, extra: {"type": "object", "properties": named, **extra},
            st.dictionaries(st.sampled_from(["type", "a", "nullable"]), inner, max_size=2),
            st.sampled_from([{}, {"additionalProperties": False}, {"required": ["a"]}]),
        ),
    ),
    max_leaves=5,
)
OBJECTS = st.builds(
    lambda named: {"type": "object", "properties": named},
    st.dictionaries(st.sampled_from(["city", "unit"]), SCHEMAS, max_size=2),
)
FUNCTIONS = st.fixed_dictionaries(
    {"name": st.sampled_from(["a", "get_weather"])},
    optional={
        "description": WORDS,
        "parameters": OBJECTS,
        "strict": st.booleans(),
        "timeout": VALUES,
    },
)
MARGINS = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "output_schema": OBJECTS,
        "annotations": st.just({"readOnlyHint": True}),
        "examples": st.lists(st.dictionaries(WORDS, VALUES, max_size=2), max_size=2),
        "http": st.just({"method": "GET", "path": "/", "server": ""}),
        "source": WORDS,
        "mcp": st.dictionaries(st.sampled_from(["_meta", "icons"]), VALUES, min_size=1),
        "anthropic": st.dictionaries(st.sampled_from(["cache_control"]), VALUES, min_size=1),
        "gemini": st.dictionaries(st.sampled_from(["behavior"]), VALUES, min_size=1),
        "responses": st.just({"defer_loading": True}),
    },
)


def entry(function, extra, margin):
    kept = {MARGIN: margin} if margin else {}
    return {"type": "function", "function": function, **extra, **kept}


ENTRIES = st.builds(
    entry,
    FUNCTIONS,
    st.dictionaries(st.just("cache_control"), VALUES),
    MARGINS,
)


def tools_of(reading):
    return check_toolset(reading.text).tools


def parts(tool):
    """Every part that a loss can name."""
    return {**tool.extra, **tool.raw, **tool.margin}


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(entry=ENTRIES)
def test_only_what_a_loss_names_differs_after_a_form(form, entry):
    (tool,) = check_toolset(json.dumps([entry])).tools
    writing = write_tools([tool], form)
    (back,) = tools_of(read_tools(writing.text))

    before, after = parts(tool), parts(back)
    named = " ".join(loss.message for loss in writing.losses)
    changed = {key for key in {*before, *after} if before.get(key, ...) != after.get(key, ...)}
    assert {key for key in changed if f"`{key}`" not in named} == set()
    assert tool.parameters is None or back.parameters == tool.parameters


@pytest.mark.parametrize("first", FORMS)
@pytest.mark.parametrize("second", FORMS)
@settings(max_examples=25, deadline=None)
@given(entry=ENTRIES)
def test_a_second_form_and_back_gives_the_same_tool(first, second, entry):
    (tool,) = check_toolset(json.dumps([entry])).tools
    (once,) = tools_of(read_tools(write_tools([tool], first).text))
    writing = write_tools([once], second)
    (twice,) = tools_of(read_tools(writing.text))

    if first == second or not writing.losses:
        assert parts(twice) == parts(once)
    assert twice.name == tool.name
    assert twice.description == tool.description


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(entry=ENTRIES)
def test_what_is_written_is_known_for_what_it_is(form, entry):
    tools = check_toolset(json.dumps([entry])).tools
    text = write_tools(tools, form).text

    assert read_tools(text).format == form.replace("mistral", "openai-chat")
    assert read_tools(text, format=form).entries == read_tools(text).entries
