import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from switchboard.messages import Call
from switchboard.tools import check_call, check_toolset


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that answers every path with a good schema, and what was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"type": "string"}')

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("keyword", ["$ref", "$dynamicRef"])
def test_a_remote_reference_is_named_and_not_fetched(listener, keyword):
    address, asked = listener
    parameters = {
        "type": "object",
        "$id": f"{address}/base",
        "properties": {"a": {keyword: f"{address}/a"}, "b": {keyword: "relative"}},
    }
    toolset = check_toolset(json.dumps({"name": "f", "parameters": parameters}))

    found = check_call(Call("call_1", "f", '{"a": "text", "b": 1}'), toolset.tools)

    assert len(toolset.problems) == 2
    assert f"`{address}/a` is outside this schema" in toolset.problems[0].message
    assert not found.is_valid
    assert asked == []


# id: what a schema says, the server's address in place of the @
WAYS = {
    "in $defs that nothing uses": {"$defs": {"a": {"$ref": "@/a"}}},
    "from a base of its own": {"properties": {"a": {"$id": "@/b/", "items": {"$ref": "c"}}}},
    "from a base of draft 4": {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "id": "@/b/",
        "properties": {"a": {"$ref": "c"}},
    },
    "$recursiveRef": {
        "$schema": "https://json-schema.org/draft/2019-09/schema",
        "properties": {"a": {"$recursiveRef": "@/a"}},
    },
    "extends of draft 3": {
        "$schema": "http://json-schema.org/draft-03/schema#",
        "extends": {"$ref": "@/a"},
    },
    "a draft within": {"properties": {"a": {"$id": "urn:a", "$schema": "@/draft"}}},
    "a vocabulary": {"$vocabulary": {"@/vocabulary": True}},
    "a dynamic reference beneath allOf": {"allOf": [{"$dynamicRef": "@/a#node"}]},
    "an address with a name": {"properties": {"a": {"$ref": "@/a#/$defs/b"}}},
    "all of them unevaluated": {"unevaluatedProperties": {"$ref": "@/a"}},
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_no_way_of_naming_a_server_makes_anybody_ask_it(listener, way):
    address, asked = listener
    written = json.dumps({"name": "f", "parameters": {"type": "object", **way}})

    toolset = check_toolset(written.replace("@", address))
    for arguments in ("{}", '{"a": []}', '{"a": [1], "b": {}}'):
        check_call(Call("call_1", "f", arguments), toolset.tools)

    assert asked == []


def test_a_remote_draft_is_named_and_not_fetched(listener):
    address, asked = listener
    parameters = {"$schema": f"{address}/draft", "type": "object"}

    toolset = check_toolset(json.dumps({"name": "f", "parameters": parameters}))

    assert "names no draft" in toolset.problems[0].message
    assert asked == []


def test_a_file_is_named_and_not_read(tmp_path):
    there = tmp_path / "schema.json"
    there.write_text('{"type": "string"}')
    parameters = {"type": "object", "properties": {"a": {"$ref": there.as_uri()}}}

    toolset = check_toolset(json.dumps({"name": "f", "parameters": parameters}))

    (problem,) = toolset.problems
    assert "is outside this schema, and references are never fetched" in problem.message
