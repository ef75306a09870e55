"""Any text is read without an exception, and large documents within their bounds."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.formats.openapi import is_openapi, read_openapi
from switchboard.tools import check_toolset

KEYS = """openapi paths /x/{id} get post parameters requestBody content application/json schema
components schemas A B $ref type properties required items allOf oneOf nullable name in schema
enum example examples default discriminator propertyName mapping servers url readOnly"""
TEXTS = """3.0.0 #/components/schemas/A #/components/schemas/B #/paths http://x/y path query body
string object array A B"""
VALUES = st.recursive(
    st.sampled_from([None, True, False, 0, 3, *TEXTS.split()]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=5)
    ),
    max_leaves=25,
)


@given(VALUES, VALUES, VALUES)
def test_any_document_gives_tools_that_can_be_looked_at(item, operation, schemas):
    paths = {"/x/{id}": {"get": operation, "parameters": item}, "/y": item}
    document = {"openapi": "3.0.0", "paths": paths, "components": {"schemas": schemas}}
    reading = read_openapi(json.dumps(document)).reading()

    assert len(check_toolset(reading.text).tools) == len(reading.entries)


PIECES = [*KEYS.split(), ": ", "\n", "  ", "- ", "&a ", "*a ", "<<", "{", "]", "'", "!!x ", "? "]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_a_document(text):
    found = read_openapi(text)

    assert found.operations or found.problems or found.version
    assert is_openapi(text) in (True, False)


def large(schemas, operations):
    """Everything leads to everything, by a few steps."""
    components = {
        f"S{n}": {
            "type": "object",
            "description": "Some words about what this is for. " * 3,
            "properties": {
                "next": {"$ref": f"#/components/schemas/S{(n * 7 + 1) % schemas}"},
                "more": {"items": {"$ref": f"#/components/schemas/S{(n * 13 + 5) % schemas}"}},
                "kind": {"type": "string", "enum": ["a", "b"], "nullable": True},
            },
        }
        for n in range(schemas)
    }  # fmt: skip
    content = [
        {"application/json": {"schema": {"$ref": f"#/components/schemas/S{n}"}}}
        for n in range(operations)
    ]
    paths = {
        f"/x{n}": {"post": {"requestBody": {"content": each}}} for n, each in enumerate(content)
    }
    return {"openapi": "3.0.0", "paths": paths, "components": {"schemas": components}}


@pytest.mark.timeout(60)
def test_a_document_of_five_mebibytes_takes_no_more_memory_than_some_times_its_size():
    text = json.dumps(large(16_000, 200))
    assert len(text) > 5 * 2**20

    tracemalloc.start()
    found = read_openapi(text)
    reading = found.reading()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (len(found.operations), len(reading.entries)) == (200, 200)
    assert peak < 150 * 2**20
    assert len(found.reading([found.operations[0].id]).text) < 2**20
    assert reading.notes[-1] == (
        "Where a tool would need more than 200 schemas, those farthest from it take any value."
    )


def test_progress_is_told_and_can_end_the_reading():
    class Stopped(Exception):
        pass

    def stop(_):
        raise Stopped

    text = "openapi: 3.0.0\npaths:\n" + "".join(f"  /x{n}: {{get: {{}}}}\n" for n in range(3_000))
    told = []
    found = read_openapi(text, told.append)
    found.reading(None, told.append)

    assert len(told) > 3_000
    assert all(0 <= part <= 1 for part in told)
    with pytest.raises(Stopped):
        read_openapi(text, stop)
    with pytest.raises(Stopped):
        found.reading(None, stop)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":' * 100_000,
        "- " * 100_000,
        '{"a": ' + "1" * 5_000 + "}",
        '{"a": "\ud800"}',
        "a" * (16 * 2**20 + 1),
    ],
    ids=["deep JSON", "deep YAML", "digits", "half a pair", "long"],
)
def test_what_is_too_much_is_a_problem(text):
    assert len(read_openapi(text).problems) == 1


@pytest.mark.timeout(20)
def test_twenty_thousand_operations_of_one_name_get_names_of_their_own():
    paths = {f"/a{at}": {"get": {"operationId": "same"}} for at in range(20_000)}

    document = read_openapi(json.dumps({"openapi": "3.0.0", "paths": paths}))

    assert [each.name for each in document.operations[:3]] == ["same", "same_2", "same_3"]
    assert len({each.name for each in document.operations}) == 20_000
