"""Any result can be given any fault."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.messages import Call
from switchboard.responders import FaultKind
from switchboard.simulate.faults import Scene, injected
from switchboard.tools import value_problems
from switchboard.tools.json_text import read_json

TEXT = st.text(max_size=12) | st.sampled_from(["2024-02-29", "light rain", "a@b.example", "1,5"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["city", "total", "is_open"]) | TEXT, inner, max_size=4)
    ),
    max_leaves=8,
)
FINITE = VALUES.map(lambda value: json.dumps(value).replace("Infinity", "1"))
RESULTS = st.one_of(FINITE, VALUES.map(lambda value: str(value)), st.text(max_size=40))
ARGUMENTS = st.none() | st.dictionaries(st.sampled_from(["city", "total", "is_open"]), SCALARS)
SCENES = st.builds(
    Scene,
    call=st.builds(Call, st.just("c"), TEXT, TEXT),
    arguments=ARGUMENTS,
    result=RESULTS,
    output_schema=st.none() | st.sampled_from([{}, {"type": "object"}, {"type": "nonsense"}]),
    earlier=st.lists(RESULTS, max_size=2).map(tuple),
    seed=TEXT,
)
QUICK = settings(max_examples=30, deadline=None)
STILL_JSON = [
    FaultKind.WRONG_TYPE,
    FaultKind.MISSING_FIELD,
    FaultKind.EXTRA_FIELD,
    FaultKind.OVERSIZED,
    FaultKind.WRONG_LANGUAGE,
    FaultKind.STALE,
    FaultKind.CONTRADICTION,
    FaultKind.INJECTION,
]


@pytest.mark.parametrize("kind", FaultKind)
@given(scene=SCENES)
@QUICK
def test_a_fault_changes_the_result_and_the_same_scene_gives_the_same(kind, scene):
    done = injected(kind, scene)

    assert (done.text == scene.result) == (kind is FaultKind.SLOW)
    assert done == injected(kind, replace(scene))
    assert done.told.endswith(".")
    assert done.text.encode().decode() == done.text


@pytest.mark.parametrize("kind", STILL_JSON)
@given(scene=SCENES, result=FINITE)
@QUICK
def test_json_stays_json(kind, scene, result):
    assert read_json(injected(kind, replace(scene, result=result)).text).is_json


@pytest.mark.parametrize("kind", [FaultKind.TRUNCATED_JSON, FaultKind.INVALID_JSON])
@given(scene=SCENES)
@QUICK
def test_broken_json_does_not_parse(kind, scene):
    assert not read_json(injected(kind, scene).text).is_json


@given(scene=SCENES)
@QUICK
def test_an_oversized_result_is_one_mebibyte_to_the_byte(scene):
    assert len(injected(FaultKind.OVERSIZED, scene).text.encode()) == 1_048_576


def schema_of(value):
    """The narrowest schema by types of a value."""
    if isinstance(value, dict):
        described = {key: schema_of(item) for key, item in value.items()}
        return {"type": "object", "properties": described, "required": [*value]}
    if isinstance(value, list):
        return {"type": "array", "prefixItems": [*map(schema_of, value), True]}
    kinds = {bool: "boolean", int: "number", float: "number", str: "string", type(None): "null"}
    return {"type": kinds[type(value)]}


@given(text=FINITE)
@QUICK
def test_another_type_breaks_the_output_schema(text):
    schema = schema_of(json.loads(text))
    done = injected(FaultKind.WRONG_TYPE, Scene(Call("c", "t", ""), {}, text, schema))

    assert value_problems(json.loads(text), schema) == []
    assert [problem.keyword for problem in value_problems(json.loads(done.text), schema)] == [
        "type"
    ]


@given(value=st.dictionaries(TEXT, VALUES, min_size=1, max_size=4))
@QUICK
def test_a_missing_field_is_one_that_the_output_schema_requires(value):
    schema = {"type": "object", "required": [[*value][-1]]}
    text = json.dumps(value).replace("Infinity", "1")
    done = injected(FaultKind.MISSING_FIELD, Scene(Call("c", "t", ""), {}, text, schema))

    assert [problem.keyword for problem in value_problems(json.loads(done.text), schema)] == [
        "required"
    ]
