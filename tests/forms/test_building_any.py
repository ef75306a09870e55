"""Whatever is changed in the builder, the text says that and nothing else."""

import json
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.forms.building import (
    with_about,
    with_kind,
    with_name,
    with_options,
    with_parameter,
    with_place,
    with_required,
    without_parameter,
)
from switchboard.forms.parameters import IN_JSON, KINDS, parameters_of
from switchboard.forms.rewriting import rewritten
from switchboard.tools import check_schema
from tests.forms.schemas import SCHEMAS, TEXTS, VALUES

KIND = st.sampled_from([*KINDS])
CHANGES = st.one_of(
    st.builds(partial, st.just(with_kind), kind=KIND),
    st.builds(partial, st.just(with_about), about=TEXTS),
    st.builds(partial, st.just(with_name), new=TEXTS),
    st.builds(partial, st.just(with_place), by=st.integers(-4, 4)),
    st.builds(partial, st.just(with_required), is_required=st.booleans()),
    st.builds(partial, st.just(without_parameter)),
    st.builds(partial, st.just(with_options), options=st.lists(VALUES, min_size=1, max_size=3)),
)
BEFORE, AFTER = '[ {"a" : 1 },', '\n  {"b":2}]'


@given(SCHEMAS, CHANGES, st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_change_is_written_and_everything_around_it_stays(schema, change, chance, is_laid_out):
    function = {"name": "f", "parameters": schema}
    parameters = parameters_of(function)
    name = chance.choice(parameters).name if parameters else "a"
    parameter = next((one for one in parameters if one.name == name), None)
    if (
        parameter
        and parameter.kind == IN_JSON
        and change.func
        not in (
            with_place,
            with_required,
            without_parameter,
        )
    ):
        return

    new = change(function, where=(), name=name) if parameter else function
    text = json.dumps(function, indent=2 if is_laid_out else None)
    result = rewritten(BEFORE + text + "," + AFTER, (1,), new)

    assert result.startswith(BEFORE)
    assert result.endswith(AFTER)
    assert json.dumps(json.loads(result)[1]) == json.dumps(new)


@given(SCHEMAS, KIND, TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_parameter_that_is_added_and_removed_leaves_no_trace(schema, kind, name):
    function = {"name": "f", "parameters": schema, "strict": False}
    if name in {one.name for one in parameters_of(function)}:
        return

    added = with_parameter(function, (), name, kind=kind)
    removed = without_parameter(added, (), name)

    assert [one.name for one in parameters_of(added)][-1:] == [name]
    assert [*added] == [*function]
    assert [*added["parameters"]] == [*function["parameters"]]
    if name not in schema.get("required", []):
        assert removed == function


@given(SCHEMAS, KIND)
@settings(max_examples=200, deadline=None)
def test_a_schema_without_problems_has_none_after_a_change_of_kind(schema, kind):
    function = {"name": "f", "parameters": {**schema, "$defs": {"x": {}, "y": {}}}}
    shown = [one for one in parameters_of(function) if one.kind != IN_JSON]
    if check_schema(function["parameters"]) or not shown:
        return

    changed = with_kind(function, (), shown[0].name, kind=kind)

    assert [
        one.message for one in check_schema(changed["parameters"]) if "points at" not in one.message
    ] == []
