"""Rules that hold for everybody who is offered a tool."""

from collections.abc import Iterator

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.objects import required_no_list
from switchboard.lint.targets import OPENAI, TARGET_IDS
from switchboard.lint.view import View
from switchboard.problems import JsonPath
from switchboard.tools import check_schema

_NOT_OPENAI = tuple(each for each in TARGET_IDS if each not in OPENAI)


def _unsound(view: View) -> Iterator[Finding]:
    if view.parameters is None:
        return
    for each in check_schema(view.parameters):
        path = ("parameters", *each.path)
        if not _is_required_no_list(path, view):
            message = f"No provider takes a schema that is wrong (in {place(path)}). {each.message}"
            yield Finding(path, message)


def _nothing_to_choose(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if node.schema.get("enum") == []:
            yield Finding(
                (*node.path, "enum"),
                f"Nothing can be chosen from an empty `enum`, so no value fits {place(node.path)}."
                " List the values, or leave it out.",
            )


def _is_required_no_list(path: JsonPath, view: View) -> bool:
    """Which is mended without a person, and has a rule of its own."""
    holder = next((node for node in view.nodes if node.path == path[:-1]), None)
    return (
        path[-1] == "required"
        and holder is not None
        and not isinstance(holder.schema["required"], list)
    )


BOUND = Rule(
    id="BOUND",
    targets=TARGET_IDS,
    when="always",
    what="the tool can be judged at all",
    limit="two seconds, about 1,000 levels",
    source="our own limit; MCP basic/index.mdx asks for one",
    severity="refused",
)
"""Its breach is found by the one who runs the checks out of time."""

RULES = (
    Rule(
        id="SCHEMA",
        targets=TARGET_IDS,
        when="always",
        what="`parameters` is a sound JSON Schema",
        limit="the draft that `$schema` names, 2020-12 without one",
        source="JSON Schema Core and Validation",
        severity="refused",
        check=_unsound,
    ),
    Rule(
        id="SCHEMA-REQUIRED",
        targets=_NOT_OPENAI,
        when="always",
        what="`required` is a list",
        limit="never null",
        source="JSON Schema Validation, section 6.5.3",
        severity="change",
        check=required_no_list,
    ),
    Rule(
        id="SCHEMA-ENUM",
        targets=TARGET_IDS,
        when="always",
        what="`enum` lists values (SHOULD)",
        limit="at least one",
        source="JSON Schema Validation, section 6.1.2; huggingface/huggingface_hub#2415",
        severity="advice",
        check=_nothing_to_choose,
    ),
    BOUND,
)
