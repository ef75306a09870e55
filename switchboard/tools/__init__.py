"""Tool definitions and calls, checked. The only door to ``jsonschema``, ``referencing``, ``regex``.

``check_toolset``: a text -> tools, or every problem with its path, line and column.
``check_call``: what a model wrote -> its arguments, or every problem. Nothing here raises on what
somebody wrote, fetches anything, or takes longer than two seconds.
"""

from switchboard.tools.calls import CheckedCall, check_call
from switchboard.tools.definitions import MARGIN, Tool, Toolset
from switchboard.tools.examples import ExampleToolset, example_toolsets
from switchboard.tools.kept_examples import (
    MOST_EXAMPLES,
    examples_of,
    has_example,
    with_example,
)
from switchboard.tools.object_text import check_object_text, check_schema_text
from switchboard.tools.places import Place, locate
from switchboard.tools.splicing import with_entries, with_value
from switchboard.tools.toolset import check_toolset
from switchboard.tools.values import check_schema, value_problems

__all__ = [
    "MARGIN",
    "MOST_EXAMPLES",
    "CheckedCall",
    "ExampleToolset",
    "Place",
    "Tool",
    "Toolset",
    "check_call",
    "check_object_text",
    "check_schema",
    "check_schema_text",
    "check_toolset",
    "example_toolsets",
    "examples_of",
    "has_example",
    "locate",
    "value_problems",
    "with_entries",
    "with_example",
    "with_value",
]
