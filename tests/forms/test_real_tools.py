"""Forms and samples of other people's tools; needs SWITCHBOARD_CONFORMANCE_DATA."""

import gzip
import json
import os
from pathlib import Path

import pytest

from switchboard.forms import Raw, answers_of, form_of, value_of
from switchboard.simulate import invalid_samples, sample
from switchboard.tools import value_problems

FOLDER = os.environ.get("SWITCHBOARD_CONFORMANCE_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data"
)
WITHOUT = {"type": "object"}


def schemas():
    path = Path(str(FOLDER)) / "tools" / "tools.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["n"]: schema_of(row["raw"]) for row in rows}


def schema_of(raw):
    function = raw.get("function", raw)
    return function.get("parameters") or function.get("inputSchema") or WITHOUT


def vectors():
    path = Path(str(FOLDER)) / "tools" / "arg_vectors.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_every_vector_put_into_its_form_comes_back_the_same():
    forms = {number: form_of(schema) for number, schema in schemas().items()}
    changed = [
        vector
        for vector in vectors()
        if json.dumps(value_of(answers_of(forms[vector["tool_n"]], vector["args"])))
        != json.dumps(vector["args"])
    ]

    assert changed == []


def test_every_real_tool_has_a_sample_that_fits_and_stands_in_its_form():
    assert len(schemas()) == 355
    for schema in schemas().values():
        value = sample(schema)

        assert value_problems(value, schema) == []
        assert not isinstance(answers_of(form_of(schema), value), Raw)
        assert value_of(answers_of(form_of(schema), value)) == value


def test_every_real_tool_with_parameters_has_invalid_samples_that_are_invalid():
    for schema in schemas().values():
        offered = invalid_samples(schema)

        assert offered or not schema.get("properties")
        for each in offered:
            problems = value_problems(each.value, schema)
            assert (each.path, each.keyword) in [(one.path, one.keyword) for one in problems]
