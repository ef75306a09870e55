"""One tool as a Python function, and the objects it takes as typed dictionaries."""

from collections.abc import Iterator, Sequence

from switchboard.formats.limits_text import limit_texts
from switchboard.formats.python_code.annotations import Annotations
from switchboard.formats.python_code.defaults import default_of
from switchboard.formats.python_code.literals import docstring, text_literal, wrapped
from switchboard.formats.python_code.names import is_name, python_names
from switchboard.formats.shapes import (
    ANYTHING,
    Alias,
    Definition,
    Field,
    Names,
    Record,
    Scalar,
    Shaping,
    either,
    pascal,
)
from switchboard.formats.wording import code
from switchboard.tools import Tool
from switchboard.wire import JsonObject

_NO_ARGUMENTS: JsonObject = {"type": "object"}


class Function:
    """One tool: ``lines`` first, then what they need and don't say."""

    def __init__(self, tool: Tool, names: Names) -> None:
        self.tool = tool
        self.annotations = Annotations(self._limited)
        self._shaping = Shaping(tool.parameters or _NO_ARGUMENTS, names)
        self._root = self._shaping.record(pascal(tool.name))
        self._place = ""
        self._parameters = python_names([each.key for each in self._root.fields], ())

    @property
    def classes(self) -> list[str]:
        """The names of the types that stand before the function."""
        return [each.name for each in self._shaping.definitions]

    def lines(self, name: str) -> Iterator[str]:
        """The source: its types, then the function, which has that name."""
        for definition in self._shaping.definitions:
            if definition is not self._root:
                yield from self._definition(definition)
                yield from ["", ""]
                self.annotations.defined.add(definition.name)
        ordered = sorted(self._root.fields, key=lambda field: not field.is_required)
        parameters = [self._parameter(each) for each in ordered]
        result = self.annotations.use("Any")
        yield from wrapped(f"def {name}(", parameters, f") -> {result}:")
        said = self._docstring(ordered)
        yield from docstring(said, "    ") if said else []
        yield "    raise NotImplementedError"

    def inexact(self, form: str, name: str) -> list[str]:
        """Sentences on what the function does not say as the schema does."""
        beyond = self._shaping.beyond
        for keyword in sorted(self.annotations.unsaid):
            beyond.note(keyword, "")
        if self._root.others not in (None, ANYTHING):
            beyond.note("additionalProperties", "")
        renamed = [key for key, its in self._parameters.items() if key != its]
        if name != self.tool.name:
            renamed.insert(0, self.tool.name)
        called = (
            f"Called otherwise here, because Python allows no such name: {code(*renamed, most=99)}."
        )
        return [beyond.sentence(form), called if renamed else ""]

    def _parameter(self, field: Field) -> str:
        default = _default(field)
        self._place = field.key
        shape = either([field.shape, Scalar("null")]) if default == "None" else field.shape
        if _says_less(field, default):
            self._shaping.beyond.note("default", field.key)
        annotation = f"{self._parameters[field.key]}: {self.annotations.of(shape)}"
        return f"{annotation} = {default}" if default else annotation

    def _docstring(self, fields: Sequence[Field]) -> str:
        said = (self.tool.description or "").strip()
        arguments = [*_explained(fields, self._parameters)]
        return "\n".join([said, *(["", "Args:", *arguments] if arguments else [])]).strip()

    def _definition(self, definition: Definition) -> Iterator[str]:
        if isinstance(definition, Alias):
            yield f"{definition.name} = {self.annotations.of(definition.shape)}"
            return
        self.annotations.use("TypedDict")
        if definition.others != ANYTHING:
            self._shaping.beyond.note("additionalProperties", "")
        if all(is_name(each.key) for each in definition.fields):
            yield from self._class(definition)
        else:
            yield from self._call(definition)

    def _class(self, record: Record) -> Iterator[str]:
        keys = {each.key: each.key for each in record.fields}
        explained = [*_explained(record.fields, keys)]
        said = [record.description.strip(), *(["", "Attributes:", *explained] if explained else [])]
        text = "\n".join(said).strip()
        yield f"class {record.name}(TypedDict):"
        yield from docstring(text, "    ") if text else []
        yield from [""] if text and record.fields else []
        for each in record.fields:
            yield f"    {each.key}: {self._member(each)}"
        if not text and not record.fields:
            yield "    pass"

    def _call(self, record: Record) -> Iterator[str]:
        """The form for keys that are no names."""
        pairs = [f"{text_literal(each.key)}: {self._member(each)}" for each in record.fields]
        opening = f"{record.name} = TypedDict({text_literal(record.name)}, {{"
        yield from wrapped(opening, pairs, "})")

    def _member(self, field: Field) -> str:
        self._place = field.key
        annotation = self.annotations.of(field.shape)
        if field.is_required:
            return annotation
        return f"{self.annotations.use('NotRequired')}[{annotation}]"

    def _limited(self, _: str, limits: JsonObject) -> list[str]:
        for keyword in limits:
            self._shaping.beyond.note(keyword, self._place)
        return []


def _default(field: Field) -> str:
    """A list as a default would be shared by all calls."""
    if field.is_required:
        return ""
    is_list = isinstance(field.schema.get("default"), list)
    return "None" if is_list else default_of(field.schema) or "None"


def _says_less(field: Field, default: str) -> bool:
    """Whether the schema has a default that the parameter has not."""
    if default == "None":
        return field.schema.get("default") is not None
    return field.is_required and "default" in field.schema


def _explained(fields: Sequence[Field], names: dict[str, str]) -> Iterator[str]:
    """A line for each field of which there is something to say, as Google's style has it."""
    for field in fields:
        lines = [line.strip() for line in field.description.splitlines() if line.strip()]
        limits = [each for each in limit_texts(field.schema) if not each.startswith("enum: ")]
        if limits:
            lines = [*lines[:-1], f"{' '.join(lines[-1:])} ({', '.join(limits)})".strip()]
        if lines:
            yield f"    {names[field.key]}: {lines[0]}"
            yield from (f"        {line}" for line in lines[1:])
