"""One tool's arguments as Pydantic models."""

from collections.abc import Iterator, Mapping

from switchboard.formats.python_code.annotations import Annotations
from switchboard.formats.python_code.defaults import default_of
from switchboard.formats.python_code.literals import docstring, literal, text_literal, wrapped
from switchboard.formats.python_code.model_limits import limit_arguments
from switchboard.formats.python_code.names import MODEL_NAMES, TYPE_NAMES, python_names
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
from switchboard.tools.walks import walk
from switchboard.wire import JsonObject

_NO_ARGUMENTS: JsonObject = {"type": "object"}


class Models:
    """The models of one tool: ``lines`` first, then what they need and don't say."""

    def __init__(self, tool: Tool, names: Names) -> None:
        self.tool = tool
        # Pydantic knows no type without values: it refuses Never.
        self.annotations = Annotations(self._limited, nothing="Any")
        schema = tool.parameters or _NO_ARGUMENTS
        self._shaping = Shaping(schema, names)
        self.root = self._shaping.record(pascal(tool.name), tool.description or "").name
        classes = {each.name for each in self._shaping.definitions}
        self._reserved = TYPE_NAMES | MODEL_NAMES | classes
        self._has_patterns = any(isinstance(it, dict) and "pattern" in it for _, it in walk(schema))
        self._nullable: list[str] = []
        self._place = ""

    def lines(self) -> Iterator[str]:
        """The source of all models, what others need first."""
        for index, definition in enumerate(self._shaping.definitions):
            yield from ["", ""] if index else []
            yield from self._definition(definition)
            self.annotations.defined.add(definition.name)
        if self.annotations.ahead:
            yield from ["", "", f"{self.root}.model_rebuild()"]

    def inexact(self, form: str) -> list[str]:
        """Sentences on what the models don't say as the schema does."""
        beyond = self._shaping.beyond
        for keyword in sorted(self.annotations.unsaid):
            beyond.note(keyword, "")
        null = f"What may be left out may be null too: {code(*self._nullable, most=99)}."
        return [beyond.sentence(form), null if self._nullable else ""]

    def _definition(self, definition: Definition) -> Iterator[str]:
        if isinstance(definition, Alias):
            yield f"{definition.name} = {self.annotations.of(definition.shape)}"
            return
        said = definition.description.strip()
        names = self._names(definition)
        body = [*self._config(definition, names), *self._fields(definition, names)]
        yield f"class {definition.name}(BaseModel):"
        yield from docstring(said, "    ") if said else []
        yield from [""] if said and body else []
        yield from body if body or said else ["    pass"]

    def _names(self, record: Record) -> dict[str, str]:
        return python_names([each.key for each in record.fields], self._reserved)

    def _config(self, record: Record, names: Mapping[str, str]) -> Iterator[str]:
        settings = ['regex_engine="python-re"'] if self._has_patterns else []
        if record.others != ANYTHING:
            settings.insert(0, f'extra="{"allow" if record.others else "forbid"}"')
        # Pydantic warns of names like its own, whether or not they hide one of them.
        if any(name.startswith("model_") for name in names.values()):
            settings.append("protected_namespaces=()")
        if settings:
            self.annotations.use("ConfigDict")
            yield f"    model_config = ConfigDict({', '.join(settings)})"
            yield ""
        if record.others and record.others != ANYTHING:
            yield f"    __pydantic_extra__: dict[str, {self.annotations.of(record.others)}]"

    def _fields(self, record: Record, names: Mapping[str, str]) -> Iterator[str]:
        for each in record.fields:
            yield from self._field(each, names[each.key])

    def _field(self, field: Field, name: str) -> Iterator[str]:
        default, shape = self._default(field), field.shape
        self._place = field.key
        if default == "None":
            shape = either([shape, Scalar("null")])
            if shape != field.shape:
                self._nullable.append(field.key)
        opening = f"{name}: {self.annotations.of(shape)}"
        said = [*_said(field, name)]
        if said:
            self.annotations.use("Field")
            parts = [f"default={default}", *said] if default else said
            yield from wrapped(f"{opening} = Field(", parts, ")", "    ")
        else:
            yield f"    {opening} = {default}" if default else f"    {opening}"

    def _default(self, field: Field) -> str:
        """Its source; empty for a required field, ``None`` where the schema names none."""
        default = default_of(field.schema)
        if "default" in field.schema and (default is None or field.is_required):
            self._shaping.beyond.note("default", field.key)
        if field.is_required:
            return ""
        return default or "None"

    def _limited(self, kind: str, limits: JsonObject) -> list[str]:
        said, lost = limit_arguments(kind, limits)
        for keyword in lost:
            self._shaping.beyond.note(keyword, self._place)
        return said


def _said(field: Field, name: str) -> Iterator[str]:
    """What the schema tells people of the field, and its own name where Python has another."""
    schema = field.schema
    if name != field.key:
        yield f"alias={text_literal(field.key)}"
    if isinstance(title := schema.get("title"), str):
        yield f"title={text_literal(title)}"
    if field.description:
        yield f"description={text_literal(field.description)}"
    if isinstance(examples := schema.get("examples"), list):
        yield f"examples={literal(examples)}"
    if schema.get("deprecated") is True:
        yield "deprecated=True"
