"""Which keys can stand where."""

import json

import pytest

from switchboard.tools import check_toolset, example_toolsets
from switchboard.tools.known_keys import KINDS, kind_at
from switchboard.tools.unknown_keys import unknown_keys

TOOL = (0, "function", "parameters")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ((), "toolset"),
        ((0,), "entry"),
        ((0, "function"), "function"),
        (TOOL, "schema"),
        ((*TOOL, "properties"), "schemas"),
        ((*TOOL, "properties", "type"), "schema"),
        ((*TOOL, "properties", "city", "type"), "types"),
        ((*TOOL, "required"), "names"),
        ((*TOOL, "anyOf", 0), "schema"),
        ((*TOOL, "enum", 0), ""),
        ((*TOOL, "default", "properties"), ""),
    ],
)
def test_the_path_says_what_can_stand_there(path, kind):
    assert kind_at(path) == kind


def test_every_kind_that_a_key_leads_to_is_described_and_every_value_is_json():
    for kind in KINDS.values():
        assert kind.each in {"", *KINDS}
        for known in kind.keys.values():
            assert known.leads in {"", *KINDS}
            for value in known.values:
                json.loads(value)  # raises where it is none


def advice(text):
    return [(one.line, one.message) for one in unknown_keys(check_toolset(text).tools, text)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"descripton": "x"', "`descripton`: did you mean `description`?"),
        ('"Strict": true', "`Strict`: did you mean `strict`?"),
        ('"parameter": {"type": "object"}', "`parameter`: did you mean `parameters`?"),
        ('"cache": true', "`cache` has no meaning here. It is sent as it stands."),
    ],
)
def test_a_slip_in_a_function_is_told_with_what_was_meant(written, meant):
    assert advice(f'{{\n"name": "f",\n{written}\n}}') == [(3, meant)]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("requird", "required"),
        ("minlength", "minLength"),
        ("additionalproperties", "additionalProperties"),
        ("$def", "$defs"),
        ("Items", "items"),
    ],
)
def test_a_slip_in_a_schema_is_told_however_deep(slip, meant):
    inner = {"anyOf": [{"properties": {"a": {slip: 1}}}]}
    text = json.dumps([{"type": "function", "function": {"name": "f", "parameters": inner}}])

    assert advice(text) == [(1, f"`{slip}`: did you mean `{meant}`?")]


def test_names_of_a_person_s_own_and_data_are_no_slips():
    schema = {"properties": {"requird": {"default": {"typ": 1}, "enum": [{"typ": 1}]}}}
    text = json.dumps({"name": "f", "parameters": schema | {"x-note": 1, "nullable": True}})

    assert advice(text) == []


def test_a_slip_in_the_envelope_and_in_what_is_never_sent_is_told_too():
    text = (
        '[{"type": "function", "function": {"name": "f"},\n"functions": 1,\n'
        '"x-switchboard": {"titel": ""}}]'
    )

    assert advice(text) == [
        (2, "`functions`: did you mean `function`?"),
        (3, "`titel`: did you mean `title`?"),
    ]


@pytest.mark.parametrize("example", example_toolsets(), ids=lambda one: one.name)
def test_no_example_has_an_unknown_key(example):
    assert advice(example.text) == []
