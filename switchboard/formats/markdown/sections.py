"""Tools as sections of a document."""

from collections.abc import Iterator, Sequence

from switchboard.formats.left_out import losses_of
from switchboard.formats.markdown.details import details
from switchboard.formats.markdown.examples import example_of
from switchboard.formats.markdown.rows import Row, Rows, plain
from switchboard.formats.markdown.texts import block, cell, in_row, inline_code, json_block
from switchboard.formats.values import Writing
from switchboard.tools import Tool
from switchboard.wire import Json, JsonObject

_HELD = (
    *("name", "description", "parameters", "strict"),
    *("title", "output_schema", "annotations", "http", "examples", "source"),
)


def write_markdown(tools: Sequence[Tool]) -> Writing:
    """A document with a section for each tool."""
    sections = ["\n\n".join(_section(tool)) for tool in tools]
    losses = (loss for tool in tools for loss in losses_of(tool, "Markdown", held=_HELD, said=[]))
    return Writing("\n\n".join(["# Tools", *sections]) + "\n", tuple(losses), ".md")


def _section(tool: Tool) -> Iterator[str]:
    yield f"## {inline_code(tool.name)}"
    if isinstance(title := tool.margin.get("title"), str) and title.strip():
        yield f"**{cell(title)}**"
    if tool.description and tool.description.strip():
        yield block(tool.description)
    yield from _facts(tool)
    yield from _schema("Parameters", tool.parameters, "None.")
    yield from _examples(tool)
    if isinstance(result := tool.margin.get("output_schema"), dict):
        yield from _schema("Result", result, "Of any kind.")


def _facts(tool: Tool) -> Iterator[str]:
    facts = [
        (name, tool.margin[key])
        for name, key in (("Request", "http"), ("Source", "source"), ("Hints", "annotations"))
        if key in tool.margin
    ]
    if tool.strict is not None:
        facts.append(("Strict", tool.strict))
    if facts:
        yield "\n".join(f"- {name}: {inline_code(_plain(value))}" for name, value in facts)


def _plain(value: Json) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _schema(title: str, schema: JsonObject | None, nothing: str) -> Iterator[str]:
    yield f"### {title}"
    root = schema or {}
    rows = Rows(root).rows()
    yield "\n".join(_table(rows)) if rows else nothing
    if limits := details(plain(root, root)):
        yield f"Of the whole: {', '.join(map(inline_code, limits))}"


def _table(rows: list[Row]) -> Iterator[str]:
    yield "| Name | Type | Required | Description | Constraints |"
    yield "| --- | --- | --- | --- | --- |"
    for row in rows:
        limits = in_row(", ".join(map(inline_code, row.limits)))
        name = in_row(inline_code(row.path))
        required = "yes" if row.is_required else "no"
        kind = f"{cell(row.kind)}{_like(row)}"
        yield f"| {name} | {kind} | {required} | {cell(row.description)} | {limits} |"


def _like(row: Row) -> str:
    return in_row(f", like {inline_code(row.like)}") if row.like else ""


def _examples(tool: Tool) -> Iterator[str]:
    kept = tool.margin.get("examples")
    examples = kept if isinstance(kept, list) and kept else example_of(tool.parameters)
    if examples:
        yield "### Example" if len(examples) == 1 else "### Examples"
        yield from map(json_block, examples)
