"""What tests of generated code share: tools with nasty texts, and generated modules run."""

import ast
import json

from hypothesis import strategies as st

from switchboard.formats import write_tools
from switchboard.tools import check_toolset

NASTY_TEXTS = [
    '"""\nimport os\n"""',
    '"',
    'ends with three """',
    'ends with four """"',
    "ends with a backslash \\",
    "\\",
    '\\"""',
    "*/ alert(1) /*",
    "*\\/ **/",
    "line\r\nline\rline\x0bline\x0cline\u2028line\u2029line",
    "\x00 \x1b[2J",
    "\u202e gnihtyreve",
    "'''\n${1} `{0}` {x} %s",
    "Стадт 城市 🏙",
    "#} -->\n</script>",
    "\n\n  \n",
]
"""Texts that end a literal, docstring or comment where it is not guarded."""


def tool(parameters=None, *, name="get_weather", description=None):
    """One tool, as the toolset reads it."""
    function = {"name": name}
    function |= {} if description is None else {"description": description}
    function |= {} if parameters is None else {"parameters": parameters}
    return check_toolset(json.dumps([{"type": "function", "function": function}])).tools[0]


def written(parameters=None, *, form, **options):
    """The text of one tool in a format, and the messages of its losses."""
    writing = write_tools([tool(parameters, **options)], form)
    return writing.text, [loss.message for loss in writing.losses]


def run(source):
    """The names that a generated module defines. Tests alone run what was generated."""
    names = {"__name__": "generated"}
    exec(compile(source, "generated.py", "exec"), names)
    return names


_STATEMENTS = (ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.Assign, ast.AnnAssign, ast.Expr)
_CALLED = {"Field", "ConfigDict", "TypedDict", "model_rebuild"}


def assert_is_only_definitions(source):
    """Nothing in the module does more than define types and functions that do nothing."""
    module = ast.parse(source)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            assert called in _CALLED
        if isinstance(node, ast.ImportFrom):
            assert node.module in ("typing", "pydantic")
        assert not isinstance(node, ast.Import | ast.Lambda | ast.ListComp | ast.JoinedStr)
    assert all(isinstance(statement, _STATEMENTS) for statement in module.body)


SCALARS = st.sampled_from(
    [
        {"type": "string"},
        {"type": "string", "minLength": 2},
        {"type": "string", "maxLength": 2},
        {"type": "string", "pattern": "^(?=a)"},
        {"type": "integer"},
        {"type": "integer", "minimum": 1.5, "exclusiveMaximum": 3},
        {"type": "number", "exclusiveMinimum": 1, "maximum": 2.5},
        {"type": "integer", "multipleOf": 2},
        {"type": "boolean"},
        {"type": "null"},
        {"enum": ["a", 1, True, None]},
        {"type": "string", "enum": ["a", 1]},
        {"const": 2},
        {"type": ["string", "null"], "default": "a"},
        {"anyOf": [{"type": "integer", "minimum": 2}, {"type": "string"}]},
        {"$ref": "#/$defs/Code"},
        {"$ref": "#/$defs/Node"},
        {"allOf": [{"$ref": "#/$defs/Code"}], "description": "A code."},
        {},
        True,
    ]
)
SCHEMAS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.builds(lambda item: {"type": "array", "items": item, "maxItems": 2}, inner),
        st.builds(
            lambda item: {"type": "array", "prefixItems": [item], "items": False, "minItems": 1},
            inner,
        ),
        st.builds(lambda item: {"type": "object", "additionalProperties": item}, inner),
        st.builds(
            lambda named, rest: {"type": "object", "properties": named, **rest},
            st.dictionaries(st.sampled_from(["a", "class", "str", "_x", "json"]), inner),
            st.sampled_from(
                [{}, {"additionalProperties": False}, {"required": ["a"]}, {"required": ["zz"]}]
            ),
        ),
        st.builds(lambda members: {"anyOf": members}, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=5,
)
DEFINITIONS = {
    "Code": {"type": "string", "pattern": "^[a-z]+$"},
    "Node": {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "next": {"$ref": "#/$defs/Node"}},
        "required": ["a"],
        "additionalProperties": False,
    },
}
PARAMETERS = st.builds(
    lambda named, rest: {
        "type": "object",
        "properties": named,
        "$defs": DEFINITIONS,
        **rest,
    },
    st.dictionaries(st.sampled_from(["a", "class", "model_config", "Field"]), SCHEMAS, max_size=3),
    st.sampled_from([{}, {"additionalProperties": False}, {"required": ["a"]}]),
)
ARGUMENTS = st.dictionaries(
    st.sampled_from(["a", "class", "model_config", "Field", "other"]),
    st.recursive(
        st.sampled_from(["a", "ab", "1", 1, 2, 3, 2.5, True, False]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["a", "class", "str", "_x", "json", "next", "zz"]),
                inner,
                max_size=3,
            )
        ),
        max_leaves=4,
    ),
    max_size=4,
)
