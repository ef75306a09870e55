"""A Python source as canonical tools."""

import ast
from collections.abc import Iterator

from switchboard.formats.canonical import entry
from switchboard.formats.legal_names import legal_name
from switchboard.formats.python_source.annotations import Annotations
from switchboard.formats.python_source.classes import Classes, object_schema
from switchboard.formats.python_source.docstrings import docstring_of
from switchboard.formats.python_source.functions import Marked, mark_of, parameters_of
from switchboard.formats.python_source.names import scope_of
from switchboard.formats.python_source.parsing import parsed
from switchboard.formats.python_source.tools import Candidate, candidates
from switchboard.formats.unfolding import CUT_NOTE, Translated, Unfolder
from switchboard.formats.values import Reading
from switchboard.formats.wording import code
from switchboard.problems import Problem
from switchboard.wire import JsonObject

FORMAT = "python-source"


def read_python_source(text: str) -> Reading:
    """The functions, or else the models, of a source that is only read. Any text gives one
    reading."""
    module, problems = parsed(text)
    if module is None:
        return Reading(FORMAT, problems=problems)
    return _Reader(module).reading()


class _Reader:
    """Reads one module, and collects what a person should know of it."""

    def __init__(self, module: ast.Module) -> None:
        self._scope = scope_of(module)
        self._found, self._passed_over = candidates(module, self._scope)
        self._annotations = Annotations(self._scope)
        self._classes = Classes(self._annotations)
        self._unfolder = Unfolder(self._classes)
        self._notes: list[str] = []

    def reading(self) -> Reading:
        entries: dict[str, JsonObject] = {}
        for each in self._found:
            mark = mark_of(each.node, self._scope) or Marked()
            name = legal_name(mark.name or each.name or each.node.name, entries)
            entries[name] = self._entry(name, each, mark)
        problems = () if entries else (_NOTHING,)
        return Reading(FORMAT, tuple(entries.values()), problems, tuple(self._told()))

    def _entry(self, name: str, candidate: Candidate, mark: Marked) -> JsonObject:
        node = candidate.node
        self._annotations.uses = []
        schema = self._parameters(candidate, mark)
        schema = self._unfolder.unfolded(Translated(schema, tuple(self._annotations.uses)))
        said = schema.pop("description", "") if isinstance(node, ast.ClassDef) else ""
        description = mark.description or docstring_of(node).description or said
        function: JsonObject = {"name": name}
        if description:
            function["description"] = description
        function["parameters"] = schema
        whole = f"{candidate.owner}.{node.name}" if candidate.owner else node.name
        return entry(function, {"source": f"Python, line {node.lineno}: {whole}"})

    def _parameters(self, candidate: Candidate, mark: Marked) -> JsonObject:
        node = candidate.node
        if mark.schema_class in self._scope.classes:
            return self._class(mark.schema_class)
        if isinstance(node, ast.ClassDef):
            return self._class(node.name)
        self._note_stars(node)
        properties = [*parameters_of(node, self._classes, self._scope)]
        arguments = [*node.args.posonlyargs, *node.args.args]
        if candidate.is_bound and arguments and properties:
            properties = [each for each in properties if each.name != arguments[0].arg]
        return object_schema(properties)

    def _class(self, name: str) -> JsonObject:
        made = self._classes.definition(name)
        self._annotations.uses += made.uses
        schema = made.schema
        is_object = isinstance(schema, dict) and schema.get("type") == "object"
        if isinstance(schema, dict) and is_object:
            return dict(schema)
        self._notes.append(f"{code(name)} is no object; its value is the argument `value`.")
        return {"type": "object", "properties": {"value": schema}, "required": ["value"]}

    def _note_stars(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for star, mark in ((node.args.vararg, "*"), (node.args.kwarg, "**")):
            if star is not None:
                self._notes.append(
                    f"{code(mark + star.arg)} of {code(node.name)} takes any number of arguments,"
                    " which a tool can't; it was left out."
                )

    def _told(self) -> Iterator[str]:
        yield from self._notes
        if self._unfolder.is_cut:
            yield CUT_NOTE
        if self._annotations.unknown:
            unknown = code(*self._annotations.unknown)
            yield f"Types of which nothing is known here take any value: {unknown}."
        if self._passed_over:
            left_out = code(*self._passed_over)
            yield f"Left out, since other functions are marked as tools: {left_out}."


_NOTHING = Problem(
    "There is no tool in this source: no public function, and no model, TypedDict or dataclass."
)
