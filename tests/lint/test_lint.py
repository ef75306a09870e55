"""Which rules are held against which tool, and where a breach is said to be."""

import json
import pickle

import pytest

from switchboard.lint import RULES, TARGETS, lint
from switchboard.tools import check_toolset
from tests.lint.lint_cases import TEXT, closed, function, holding, tool

FINE = function({"type": "object", "properties": {"city": TEXT}})
OPEN = {"type": "object", "properties": {"city": TEXT}, "required": ["city"]}


def ids(tools, targets):
    return {each.rule.id for each in lint(tools, targets) if each.target}


def test_there_are_eight_targets():
    assert [each.id for each in TARGETS] == [
        "openai",
        "openai-strict",
        "anthropic",
        "anthropic-strict",
        "gemini",
        "mistral",
        "mcp",
        "llama.cpp",
    ]


@pytest.mark.parametrize(
    ("provider", "rule"), [("openai", "OA-S-ADDL"), ("anthropic", "AN-S-ADDL")]
)
def test_a_strict_rule_holds_for_tools_that_say_strict_and_for_all_at_a_strict_target(
    provider, rule
):
    lax, strict = tool(function(OPEN)), tool(function(OPEN, strict=True))

    assert rule not in ids([lax], [provider])
    assert rule in ids([strict], [provider])
    assert rule in ids([lax], [f"{provider}-strict"])


def test_only_tools_that_say_strict_count_towards_the_limit_of_strict_tools():
    lax, strict = tool(function(closed())), tool(function(closed(), strict=True))

    assert "AN-S-TOOLS" not in ids([lax] * 5 + [strict] * 20, ["anthropic"])
    assert "AN-S-TOOLS" in ids([lax] * 5 + [strict] * 21, ["anthropic"])
    assert "AN-S-TOOLS" in ids([lax] * 21, ["anthropic-strict"])


def test_only_the_targets_asked_for_are_judged_and_wording_always():
    vague = tool({"name": "do_it", "parameters": {"properties": {}}})

    assert {each.target for each in lint([vague])} >= {"", "openai", "anthropic", "gemini", "mcp"}
    assert {each.target for each in lint([vague], ["gemini"])} == {"", "gemini"}
    assert {each.rule.id for each in lint([vague], [])} == {"W-DESC", "W-NAME"}


def test_a_target_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="No target is called 'gemin'"):
        lint([], ["gemin"])


def test_a_path_leads_through_the_text_the_tool_was_read_from():
    written = json.dumps([{"type": "function", "function": holding({"type": "string"})}])
    bare = json.dumps(holding({"type": "string"}))

    (in_list,) = lint(check_toolset(written).tools, [])
    (alone,) = lint(check_toolset(bare).tools, [])

    assert in_list.path == (0, "function", "parameters", "properties", "city")
    assert alone.path == ("parameters", "properties", "city")


@pytest.mark.parametrize(
    ("schema", "steps", "says"),
    [
        ({"type": "strin"}, ("type",), "MCP takes no `output_schema` that is wrong. `type` must"),
        ("any", (), 'MCP wants a JSON Schema as `output_schema`; this is `"any"`.'),
    ],
)
def test_what_is_wrong_in_the_margin_is_found_there_for_mcp_alone(schema, steps, says):
    entry = {"type": "function", "function": FINE, "x-switchboard": {"output_schema": schema}}
    bare = {**FINE, "x-switchboard": {"output_schema": schema}}

    (enveloped,) = lint(check_toolset(json.dumps([entry])).tools, ["mcp", "openai"])
    (plain,) = lint(check_toolset(json.dumps(bare)).tools, ["mcp", "openai"])

    assert (enveloped.rule.id, enveloped.target) == ("MCP-OUTPUT", "mcp")
    assert enveloped.path == (0, "x-switchboard", "output_schema", *steps)
    assert plain.path == ("x-switchboard", "output_schema", *steps)
    assert enveloped.message.startswith(says)


def test_a_good_output_schema_is_no_breach():
    entry = {**FINE, "x-switchboard": {"output_schema": {"type": "string"}}}

    assert lint(check_toolset(json.dumps(entry)).tools, ["mcp"]) == ()


def test_equal_tools_are_judged_alike_each_at_its_own_place():
    breaches = lint([tool(function(OPEN), index=at) for at in (0, 1)], ["openai-strict"])

    assert [(each.rule.id, each.tool, each.path) for each in breaches] == [
        ("OA-S-ADDL", 0, (0, "function", "parameters")),
        ("OA-S-ADDL", 1, (1, "function", "parameters")),
    ]


def test_a_tool_that_fits_everywhere_but_is_open_to_gemini_has_no_breach():
    fine = tool(function({"type": "object", "properties": {"city": TEXT}, "required": ["city"]}))

    assert lint([fine], ["openai", "anthropic", "gemini", "mistral", "mcp", "llama.cpp"]) == ()


def test_no_tools_have_no_breach_but_that_there_are_none():
    assert {each.rule.id for each in lint([])} == {"OA-TOOLS-EMPTY"}


def test_rules_and_breaches_can_be_pickled_as_a_cache_does():
    breaches = lint([tool(holding({"type": "array"}))])

    assert pickle.loads(pickle.dumps(breaches)) == breaches
    assert pickle.loads(pickle.dumps(RULES)) == RULES
