"""Functions in a Python source as tools: what their annotations, defaults and docstrings say."""

import pytest

from switchboard.formats.python_source import read_python_source
from switchboard.tools import check_toolset


def tool(source):
    (entry,) = read_python_source(source).entries
    return entry["function"]


def parameter(annotation, before=""):
    """The schema of one parameter with that annotation."""
    return tool(f"{before}\ndef f(x: {annotation}): ...")["parameters"]["properties"]["x"]


@pytest.mark.parametrize(
    ("annotation", "schema"),
    [
        ("str", {"type": "string"}),
        ("int", {"type": "integer"}),
        ("float", {"type": "number"}),
        ("bool", {"type": "boolean"}),
        ("None", {"type": "null"}),
        ("Any", {}),
        ("bytes", {"type": "string", "format": "binary"}),
        ("date", {"type": "string", "format": "date"}),
        ("datetime.date", {"type": "string", "format": "date"}),
        ("datetime.datetime", {"type": "string", "format": "date-time"}),
        ("UUID", {"type": "string", "format": "uuid"}),
        ("list", {"type": "array"}),
        ("list[int]", {"type": "array", "items": {"type": "integer"}}),
        ("t.Sequence[str]", {"type": "array", "items": {"type": "string"}}),
        ("set[str]", {"type": "array", "items": {"type": "string"}, "uniqueItems": True}),
        ("dict", {"type": "object"}),
        ("dict[str, int]", {"type": "object", "additionalProperties": {"type": "integer"}}),
        ("tuple[int, ...]", {"type": "array", "items": {"type": "integer"}}),
        (
            "tuple[int, str]",
            {
                "type": "array",
                "prefixItems": [{"type": "integer"}, {"type": "string"}],
                "minItems": 2,
                "maxItems": 2,
            },
        ),
        ("Optional[str]", {"type": ["string", "null"]}),
        ("str | None", {"type": ["string", "null"]}),
        ("None | str", {"type": ["string", "null"]}),
        ("Union[int, str, None]", {"type": ["integer", "string", "null"]}),
        ("int | float", {"type": "number"}),
        (
            "list[int] | str",
            {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "string"}]},
        ),
        ("list[int] | None", {"type": ["array", "null"], "items": {"type": "integer"}}),
        ("Literal['a', 'b']", {"type": "string", "enum": ["a", "b"]}),
        ("Literal['a', 1, None]", {"type": ["string", "integer", "null"], "enum": ["a", 1, None]}),
        ("Optional[Literal['a']]", {"type": ["string", "null"], "enum": ["a", None]}),
        ("'list[str]'", {"type": "array", "items": {"type": "string"}}),
        ("Annotated[str, 'A city.']", {"type": "string", "description": "A city."}),
        (
            "Annotated[int, Field(ge=1, lt=10, description='How many')]",
            {"type": "integer", "minimum": 1, "exclusiveMaximum": 10, "description": "How many"},
        ),
        (
            "Annotated[list[int], Field(max_length=3)]",
            {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
        ),
        ("Annotated[int, Gt(0)]", {"type": "integer", "exclusiveMinimum": 0}),
        ("conint(ge=1)", {"type": "integer", "minimum": 1}),
        ("Annotated[str, StringConstraints(pattern='^a')]", {"type": "string", "pattern": "^a"}),
    ],
)
def test_an_annotation_becomes_the_schema_pydantic_would_make(annotation, schema):
    assert parameter(annotation) == schema


@pytest.mark.parametrize(
    ("before", "annotation", "schema"),
    [
        ("UserId = NewType('UserId', int)", "UserId", {"type": "integer"}),
        ("Names = list[str]", "Names", {"type": "array", "items": {"type": "string"}}),
        ("Names: TypeAlias = 'list[str]'", "Names", {"type": "array", "items": {"type": "string"}}),
        ("from typing import Optional as Opt", "Opt[int]", {"type": ["integer", "null"]}),
        ("T = TypeVar('T', bound=str)", "T", {"type": "string"}),
        ("MOST = 9", "Annotated[int, Field(le=MOST)]", {"type": "integer", "maximum": 9}),
        (
            "class Unit(Enum):\n    C = 'celsius'\n    F = 'fahrenheit'",
            "Unit",
            {"type": "string", "enum": ["celsius", "fahrenheit"]},
        ),
        (
            "class Unit(StrEnum):\n    C = auto()\n    F = auto()",
            "Unit",
            {"type": "string", "enum": ["c", "f"]},
        ),
    ],
)
def test_what_a_source_defines_counts_in_its_annotations(before, annotation, schema):
    assert parameter(annotation, before) == schema


def test_a_type_of_which_nothing_is_known_takes_anything_and_is_told():
    reading = read_python_source("def f(x: numpy.ndarray): ...")

    assert reading.entries[0]["function"]["parameters"]["properties"] == {"x": {}}
    assert reading.notes == ("Types of which nothing is known here take any value: `ndarray`.",)


@pytest.mark.parametrize(
    "docstring",
    [
        "Say it.\n\n    Loudly.\n\n    Args:\n        x: The words.",
        "Say it.\n\n    Loudly.\n\n    Args:\n        x (str): The words.\n\n    Yields:\n      y",
        "Say it.\n\n    Loudly.\n\n    :param x: The words.\n    :returns: No.",
        "Say it.\n\n    Loudly.\n\n    Parameters\n    ----------\n    x : str\n        The words.",
    ],
    ids=["google", "google with types", "reST", "NumPy"],
)
def test_a_docstring_describes_the_function_and_its_parameters(docstring):
    function = tool(f'def f(x: str):\n    """{docstring}\n    """')

    assert function["description"] == "Say it.\n\nLoudly."
    assert function["parameters"]["properties"]["x"] == {
        "type": "string",
        "description": "The words.",
    }


def test_parameters_with_a_default_need_not_be_given():
    function = tool("def f(a: int, b: int = 2, *, c: str, d: str | None = None, e=Unit.C): ...")

    assert function["parameters"]["required"] == ["a", "c"]
    assert function["parameters"]["properties"] == {
        "a": {"type": "integer"},
        "b": {"type": "integer", "default": 2},
        "c": {"type": "string"},
        "d": {"type": ["string", "null"]},
        "e": {},
    }


def test_a_member_of_an_enumeration_as_default_is_its_value():
    source = "class Unit(Enum):\n    C = 'celsius'\ndef f(u: Unit = Unit.C): ..."

    assert tool(source)["parameters"]["properties"]["u"]["default"] == "celsius"


def test_methods_lose_the_object_they_belong_to():
    source = (
        "class Desk:\n"
        "    def __init__(self, db): ...\n"
        "    async def find(self, city: str): ...\n"
        "    @classmethod\n"
        "    def make(cls, n: int): ...\n"
        "    @staticmethod\n"
        "    def add(a: int): ...\n"
        "    def _inner(self): ...\n"
    )

    names = [
        (each["function"]["name"], [*each["function"]["parameters"]["properties"]])
        for each in read_python_source(source).entries
    ]
    assert names == [("find", ["city"]), ("make", ["n"]), ("add", ["a"])]


@pytest.mark.parametrize(
    ("decorator", "name", "description"),
    [
        ("@tool", "f", "Say."),
        ("@tool('say_it')", "say_it", "Say."),
        ("@mcp.tool(name='say_it', description='Do say.')", "say_it", "Do say."),
        ("@function_tool(name_override='say_it')", "say_it", "Say."),
    ],
)
def test_a_decorator_names_and_describes_its_tool(decorator, name, description):
    function = tool(f"{decorator}\ndef f(x: int):\n    '''Say.'''")

    assert (function["name"], function["description"]) == (name, description)


def test_where_functions_are_marked_as_tools_the_others_are_left_out_and_told():
    reading = read_python_source("def helper(): ...\n@tool\ndef f(): ...")

    assert [each["function"]["name"] for each in reading.entries] == ["f"]
    assert reading.notes == ("Left out, since other functions are marked as tools: `helper`.",)


def test_tools_that_are_made_inside_of_a_function_are_found():
    source = "def register(mcp):\n    @mcp.tool()\n    def find(city: str): ..."

    assert [each["function"]["name"] for each in read_python_source(source).entries] == ["find"]


def test_what_a_framework_puts_in_itself_is_no_parameter():
    source = "@mcp.tool()\ndef f(ctx: Context[A, B], x: int, db: Annotated[str, Depends(get)]): ..."

    assert [*tool(source)["parameters"]["properties"]] == ["x"]


def test_stars_are_left_out_and_told():
    reading = read_python_source("def f(a: int, *rest: str, **more): ...")

    assert [*reading.entries[0]["function"]["parameters"]["properties"]] == ["a"]
    assert [note.partition(" takes")[0] for note in reading.notes] == [
        "`*rest` of `f`",
        "`**more` of `f`",
    ]


def test_every_entry_knows_the_line_it_came_from_and_can_be_sent():
    reading = read_python_source("\n\ndef f(a: int): ...")

    assert reading.entries[0]["x-switchboard"] == {"source": "Python, line 3: f"}
    assert check_toolset(reading.text).problems == ()


def test_two_functions_of_one_name_get_two_names():
    source = "class A:\n    def f(self): ...\nclass B:\n    def f(self): ..."

    names = [each["function"]["name"] for each in read_python_source(source).entries]
    assert names == ["f", "f_2"]
