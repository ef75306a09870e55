"""Tools of any format as a toolset, on the command line."""

import json

import pytest
from command_line import invoke, lines, run_program

PETS = b"""openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      operationId: listPets
      summary: All pets
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
    post: {summary: A new pet, deprecated: true}
  /pets/{id}:
    get:
      operationId: showPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
"""


@pytest.fixture
def pets(kept):
    return kept("pets.yaml", PETS)


def names(output):
    return [tool["function"]["name"] for tool in json.loads(output)]


def test_without_a_choice_the_operations_of_an_openapi_document_are_listed(pets):
    result = run_program("import", pets)

    assert result.returncode == 0
    assert lines(result.stdout) == [
        {
            "id": "listPets",
            "method": "GET",
            "path": "/pets",
            "summary": "All pets",
            "deprecated": False,
        },
        {
            "id": "POST /pets",
            "method": "POST",
            "path": "/pets",
            "summary": "A new pet",
            "deprecated": True,
        },
        {
            "id": "showPet",
            "method": "GET",
            "path": "/pets/{id}",
            "summary": "",
            "deprecated": False,
        },
    ]


def test_the_operations_that_were_named_become_a_toolset(pets):
    result = run_program("import", pets, "--operations", "showPet, POST /pets")

    assert result.returncode == 0
    assert len(names(result.stdout)) == 2
    [tool] = [each for each in json.loads(result.stdout) if each["function"]["name"] == "showPet"]
    assert tool["function"]["parameters"]["required"] == ["id"]
    assert tool["x-switchboard"]["http"]["method"] == "GET"
    assert run_program("check", "-", stdin=result.stdout).returncode == 0


def test_all_operations_are_taken_with_one_word(pets):
    assert len(names(invoke("import", pets, "--all").stdout)) == 3


def test_an_operation_can_be_named_as_its_tool_is(pets):
    (name,) = {*names(invoke("import", pets, "--all").stdout)} - {"listPets", "showPet"}

    assert names(invoke("import", pets, "--operations", name).stdout) == [name]


@pytest.mark.parametrize(
    ("body", "option"), [(PETS, "nothing"), (b'[{"name": "f"}]', "listPets"), (b"[]", "listPets")]
)
def test_an_operation_that_is_not_there_is_wrong_use(body, option):
    result = run_program("import", "-", "--operations", option, stdin=body)

    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Error: " in result.stderr


def test_tools_of_another_form_become_a_toolset_and_what_is_kept_is_told(kept):
    schema = {"type": "object"}
    tool = {"name": "now", "inputSchema": schema, "outputSchema": {"type": "string"}}
    path = kept("mcp.json", json.dumps({"tools": [tool]}).encode())

    result = run_program("import", path)

    assert result.returncode == 0
    [entry] = json.loads(result.stdout)
    assert entry["function"] == {"name": "now", "parameters": schema}
    assert entry["x-switchboard"]["output_schema"] == {"type": "string"}
    assert [[*line] for line in lines(result.stderr)] == [["message"]]


def test_a_text_without_tools_is_a_problem_and_no_document(kept):
    result = invoke("import", kept("note.txt", b"Buy milk."))

    assert (result.return_value, result.stdout_bytes) == (1, b"")
    assert lines(result.stderr_bytes)[0]["file"].endswith("note.txt")
