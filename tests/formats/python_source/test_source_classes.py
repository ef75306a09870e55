"""Classes in a Python source: pydantic models, TypedDicts, dataclasses."""

import pytest

from switchboard.formats.python_source import read_python_source


def parameters(source):
    (entry,) = read_python_source(source).entries
    return entry["function"]["parameters"]


def test_a_model_without_functions_is_a_tool_itself():
    source = '''
class GetWeather(BaseModel):
    """Tells the weather."""
    city: str = Field(..., min_length=1, description="The city's name")
    days: int = Field(3, ge=1, le=10, alias="dayCount")
    units: Literal["c", "f"] | None = None
    tags: list[str] = Field(default_factory=list)
    kind: ClassVar[str] = "x"
    _secret: str
'''
    (entry,) = read_python_source(source).entries

    assert entry["function"] == {
        "name": "GetWeather",
        "description": "Tells the weather.",
        "parameters": {
            "type": "object",
            "properties": {
                "city": {"type": "string", "description": "The city's name", "minLength": 1},
                "dayCount": {"type": "integer", "minimum": 1, "maximum": 10, "default": 3},
                "units": {"type": ["string", "null"], "enum": ["c", "f", None]},
                "tags": {"type": "array", "items": {"type": "string"}, "default": []},
            },
            "required": ["city"],
        },
    }


@pytest.mark.parametrize(
    ("source", "required"),
    [
        ("class P(TypedDict):\n    a: int\n    b: str", ["a", "b"]),
        ("class P(TypedDict, total=False):\n    a: int\n    b: Required[str]", ["b"]),
        ("class P(TypedDict):\n    a: int\n    b: NotRequired[str]", ["a"]),
        ("@dataclass\nclass P:\n    a: int\n    b: str = 'x'", ["a"]),
        ("@dataclass\nclass P:\n    a: int\n    b: str = field(default='x')", ["a"]),
        ("class P(NamedTuple):\n    a: int\n    b: str = 'x'", ["a"]),
        ("class Q(BaseModel):\n    a: int\nclass P(Q):\n    b: str", ["a", "b"]),
    ],
)
def test_which_fields_must_be_given_is_what_the_class_says(source, required):
    schema = parameters(source)

    assert [*schema["properties"]] == ["a", "b"]
    assert schema["required"] == required


def test_fields_are_described_by_the_docstring_or_the_text_beneath():
    source = (
        "@dataclass\nclass P:\n    '''A place.\n\n    Attributes:\n        a: The first.\n    '''\n"
        "    a: int\n    b: int\n    '''The second.'''\n"
    )

    assert parameters(source)["properties"] == {
        "a": {"type": "integer", "description": "The first."},
        "b": {"type": "integer", "description": "The second."},
    }


def test_a_class_that_is_needed_once_stands_where_it_is_needed():
    source = "class P(BaseModel):\n    a: int\ndef f(p: P): ..."

    assert parameters(source)["properties"]["p"] == {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "required": ["a"],
    }


def test_a_class_that_refers_to_itself_is_a_definition():
    source = "class Node(BaseModel):\n    children: list['Node'] = []\ndef f(root: Node): ..."

    assert parameters(source) == {
        "type": "object",
        "properties": {"root": {"$ref": "#/$defs/Node"}},
        "required": ["root"],
        "$defs": {
            "Node": {
                "type": "object",
                "properties": {
                    "children": {
                        "type": "array",
                        "items": {"$ref": "#/$defs/Node"},
                        "default": [],
                    }
                },
            }
        },
    }


def test_a_model_that_forbids_more_says_so():
    source = "class P(BaseModel):\n    model_config = ConfigDict(extra='forbid')\n    a: int"

    assert parameters(source)["additionalProperties"] is False


def test_a_class_of_no_known_kind_takes_anything_and_is_told():
    reading = read_python_source("class Odd:\n    a: int\ndef f(x: Odd): ...")

    assert reading.entries[0]["function"]["parameters"]["properties"] == {"x": {}}
    assert reading.notes == ("Types of which nothing is known here take any value: `Odd`.",)


def test_classes_that_others_need_by_an_alias_are_no_tools_themselves():
    source = (
        "class A(BaseModel):\n    a: int\nclass B(BaseModel):\n    b: int\n"
        "Either = A | B\nclass Tool(BaseModel):\n    one: Either"
    )

    names = [each["function"]["name"] for each in read_python_source(source).entries]
    assert names == ["Tool"]


def test_a_list_of_tools_names_its_classes():
    source = "class A(BaseModel):\n    a: int\nTOOLS = {'get-a': A}"

    names = [each["function"]["name"] for each in read_python_source(source).entries]
    assert names == ["get-a"]
