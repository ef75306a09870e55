"""How each tool of a toolset answers: read from what stands beside it, and written there.

``plan_of``: a tool -> its responders, faults and output schema, and every problem in them.
``chosen``: responders + arguments -> the one that answers.
``with_responders``: a list of responders, edited, -> the toolset's text; ``with_kept``: a result
that is to be the answer to one call's arguments -> the same.
``condition_of``, ``simple_conditions``: conditions without JSON <-> the schema they are kept as.
"""

from switchboard.simulate.plans.choosing import chosen, fits
from switchboard.simulate.plans.condition_words import condition_words
from switchboard.simulate.plans.conditions import (
    Relation,
    SimpleCondition,
    condition_of,
    simple_conditions,
)
from switchboard.simulate.plans.drafts import drafted, problems_at
from switchboard.simulate.plans.endpoints import endpoint_of, from_mcp_server, mcp_tool_of
from switchboard.simulate.plans.keeping import exact_condition, with_kept
from switchboard.simulate.plans.lists import (
    added,
    moved,
    removed,
    replaced,
    with_responders,
    written_responders,
)
from switchboard.simulate.plans.reading import (
    Reading,
    WrittenSchema,
    margin_path,
    plan_of,
    written_output_schema,
)
from switchboard.simulate.plans.shadowing import shadowed
from switchboard.simulate.plans.writing import (
    FAULTS,
    OUTPUT_SCHEMA,
    RESPONDERS,
    faults_document,
    responder_document,
    with_margin,
    without_margin,
)

__all__ = [
    "FAULTS",
    "OUTPUT_SCHEMA",
    "RESPONDERS",
    "Reading",
    "Relation",
    "SimpleCondition",
    "WrittenSchema",
    "added",
    "chosen",
    "condition_of",
    "condition_words",
    "drafted",
    "endpoint_of",
    "exact_condition",
    "faults_document",
    "fits",
    "from_mcp_server",
    "margin_path",
    "mcp_tool_of",
    "moved",
    "plan_of",
    "problems_at",
    "removed",
    "replaced",
    "responder_document",
    "shadowed",
    "simple_conditions",
    "with_kept",
    "with_margin",
    "with_responders",
    "without_margin",
    "written_output_schema",
    "written_responders",
]
