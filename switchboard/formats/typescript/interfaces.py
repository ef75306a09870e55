"""Tools as TypeScript interfaces."""

import json
from collections.abc import Iterator, Sequence

from switchboard.formats.left_out import losses_of
from switchboard.formats.limits_text import limit_texts
from switchboard.formats.shapes import (
    ANYTHING,
    Alias,
    Definition,
    Field,
    Names,
    Record,
    Shaping,
    pascal,
)
from switchboard.formats.typescript.texts import comment, property_name
from switchboard.formats.typescript.types import type_of, unsaid
from switchboard.formats.values import Loss, Writing
from switchboard.tools import Tool
from switchboard.wire import Json, JsonObject

_FORM = "a TypeScript type"
_HELD = ("name", "description", "parameters")
_RESERVED = ("Array", "Record", "Tools")
_NO_ARGUMENTS: JsonObject = {"type": "object"}


def write_typescript(tools: Sequence[Tool]) -> Writing:
    """A module of types, and ``Tools`` with every tool's arguments by the tool's name."""
    names = Names(_RESERVED)
    written = [_Interfaces(tool, names) for tool in tools]
    blocks = ["\n".join(block) for each in written for block in each.blocks()]
    index = {each.tool.name: each.root for each in written}
    members = [f"  {property_name(name)}: {root};" for name, root in index.items()]
    said = comment(["The arguments of every tool, by its name."], "")
    blocks.append("\n".join([*said, "export interface Tools {", *members, "}"]))
    losses = (loss for each in written for loss in each.losses())
    return Writing("\n\n".join(blocks) + "\n", tuple(losses), ".ts")


class _Interfaces:
    """The types of one tool."""

    def __init__(self, tool: Tool, names: Names) -> None:
        self.tool = tool
        self._shaping = Shaping(tool.parameters or _NO_ARGUMENTS, names)
        name, said = pascal(tool.name), tool.description or ""
        self.root = self._shaping.record(f"{name}Arguments", said, inner=name).name

    def blocks(self) -> Iterator[list[str]]:
        """The source of each definition."""
        for definition in self._shaping.definitions:
            lines = definition.description.strip().split("\n")
            yield [*comment(lines, ""), *self._definition(definition)]

    def losses(self) -> list[Loss]:
        """After ``blocks``: what the types don't say."""
        beyond = self._shaping.beyond
        return losses_of(self.tool, _FORM, held=_HELD, said=[beyond.sentence(_FORM)])

    def _definition(self, definition: Definition) -> Iterator[str]:
        if isinstance(definition, Alias):
            self._note_unsaid(unsaid(definition.shape), definition.name)
            yield f"export type {definition.name} = {type_of(definition.shape)};"
            return
        body = [line for field in definition.fields for line in self._field(field)]
        body += self._others(definition)
        opening = f"export interface {definition.name} {{"
        yield from [opening, *body, "}"] if body else [f"{opening}}}"]

    def _field(self, field: Field) -> Iterator[str]:
        self._note_unsaid(unsaid(field.shape), field.key)
        yield from comment(_explained(field), "  ")
        mark = "" if field.is_required else "?"
        yield f"  {property_name(field.key)}{mark}: {type_of(field.shape)};"

    def _others(self, record: Record) -> Iterator[str]:
        if record.others == ANYTHING:
            return
        self._shaping.beyond.note("additionalProperties", "")
        # An index signature must fit the named properties too.
        if record.others is not None:
            yield "  [key: string]: unknown;"

    def _note_unsaid(self, keywords: set[str], where: str) -> None:
        for keyword in sorted(keywords):
            self._shaping.beyond.note(keyword, where)


def _explained(field: Field) -> list[str]:
    """The description, then a tag for each limit, its default and its examples."""
    lines = field.description.strip().split("\n") if field.description.strip() else []
    limits = [text for text in limit_texts(field.schema) if not text.startswith("enum: ")]
    kept = field.schema.get("examples")
    examples = [json.dumps(each, ensure_ascii=False) for each in _listed(kept)]
    tags = (
        text.replace(": ", " ", 1) for text in (*limits, *(f"example: {it}" for it in examples))
    )
    return [*lines, *(f"@{tag}" for tag in tags)]


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
