"""A tool's plan, written beside it into the toolset's text."""

from contextlib import suppress
from dataclasses import asdict
from typing import cast

from switchboard.responders import (
    Action,
    ByModel,
    FaultPlan,
    Fixed,
    FromSchema,
    Http,
    Mcp,
    Responder,
    Template,
)
from switchboard.simulate.plans.reading import RESPONDERS_KEY, margin_path
from switchboard.tools import MARGIN, Tool, with_value
from switchboard.tools.appending import with_key
from switchboard.tools.removing import without_member
from switchboard.wire import Json, JsonObject

RESPONDERS, FAULTS, OUTPUT_SCHEMA = RESPONDERS_KEY, "faults", "output_schema"
"""The keys of the margin."""


def responder_document(responder: Responder) -> JsonObject:
    """The responder as it stands in a toolset's text; what is as it would be unsaid is left out."""
    condition: JsonObject = {} if responder.when is None else {"when": responder.when}
    kind, said = _said(responder.action)
    return {"kind": kind, **condition, **said}


def faults_document(plan: FaultPlan) -> JsonObject:
    """The faults as they stand in a toolset's text."""
    chances: JsonObject = {kind.value: chance for kind, chance in plan.chances.items() if chance}
    return {"chances": chances, **({"seed": plan.seed} if plan.seed else {})}


def with_margin(text: str, tool: Tool, key: str, value: Json) -> str:
    """The toolset's text with this value under a key of the tool's margin, the rest as it was
    written. Raises ``KeyError`` where the tool is no longer there."""
    margin = margin_path(tool)
    with suppress(KeyError):
        return with_value(text, (*margin, key), value)
    with suppress(KeyError):
        return with_key(text, margin, key, value)
    return with_key(text, margin[:-1], MARGIN, {key: value})


def without_margin(text: str, tool: Tool, key: str) -> str:
    """The toolset's text without this key of the tool's margin, and without a margin that held
    nothing else. The same text where there is no such key."""
    margin = margin_path(tool)
    with suppress(KeyError):
        text = without_member(text, (*margin, key))
        return without_member(text, margin) if not tool.margin.keys() - {key} else text
    return text


def _said(action: Action) -> tuple[str, JsonObject]:
    if isinstance(action, Fixed):
        return "fixed", {"result": action.result}
    if isinstance(action, Template):
        return "template", {"template": action.text, **_seed(action.seed)}
    if isinstance(action, FromSchema):
        return "schema", _seed(action.seed)
    if isinstance(action, ByModel):
        place: JsonObject = {} if action.base_url is None else {"base_url": action.base_url}
        told: JsonObject = {"instruction": action.instruction} if action.instruction else {}
        return "model", {"model": action.model, **place, **told}
    if isinstance(action, Http):
        said = cast(JsonObject, {key: each for key, each in asdict(action).items() if each})
        return "http", said
    if isinstance(action, Mcp):
        return "mcp", {"server": action.server, **({"tool": action.tool} if action.tool else {})}
    return "hand", {}


def _seed(seed: int) -> JsonObject:
    return {"seed": seed} if seed else {}
