"""An OpenAPI document that was read: what can be chosen, and the tools of what was."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from switchboard.formats.openapi.listing import Operation, operations_in
from switchboard.formats.openapi.notes import import_notes
from switchboard.formats.openapi.schemas import Schemas
from switchboard.formats.openapi.shapes import object_in, text_in
from switchboard.formats.openapi.texts import read_value
from switchboard.formats.openapi.tools import Importer
from switchboard.formats.unfolding import CUT_NOTE
from switchboard.formats.values import Reading
from switchboard.problems import Problem
from switchboard.tools.quoting import code, shown
from switchboard.wire import Json, JsonObject

FORMAT = "openapi"
OnProgress = Callable[[float], None]


def _nobody(_: float) -> None:
    """Nobody asked to be told."""


@dataclass(frozen=True, slots=True)
class OpenApi:
    """A description of an HTTP interface."""

    title: str = ""
    version: str = ""
    """Of OpenAPI: ``3.1.0``; ``2.0`` of Swagger; empty when the text is neither."""

    operations: tuple[Operation, ...] = ()
    problems: tuple[Problem, ...] = ()
    value: JsonObject = field(default_factory=dict, repr=False, compare=False)
    """The document as written."""

    def reading(
        self, chosen: Collection[str] | None = None, on_progress: OnProgress | None = None
    ) -> Reading:
        """The operations of these ids as tools, in the order of the document; all by default.

        ``on_progress`` is told a part of 1; what it raises ends the reading.
        """
        schemas = Schemas(self.value, with_siblings=not self.version.startswith(("2", "3.0")))
        schemas.told([*self.problems, *_unknown(self.operations, chosen)])
        taken = [each for each in self.operations if chosen is None or each.id in chosen]
        importer, entries = Importer(self.value, schemas), []
        for number, operation in enumerate(taken, start=1):
            entries.append(importer.tool(operation))
            (on_progress or _nobody)(number / len(taken))
        notes = [
            *import_notes(self.value, entries, ignored=[*importer.ignored]),
            *([CUT_NOTE] if importer.unfolder.is_cut else []),
        ]
        return Reading(FORMAT, tuple(entries), tuple(schemas.problems), tuple(notes))


def read_openapi(text: str, on_progress: OnProgress | None = None) -> OpenApi:
    """What a text describes, JSON or YAML, OpenAPI 3 or Swagger 2. Any text gives a value.

    ``on_progress`` is told a part of 1 as the text is read; what it raises ends the reading.
    """
    value, problems = read_value(text, on_progress or _nobody)
    if value is None:
        return OpenApi(problems=problems or (_NOTHING,))
    document = object_in(value)
    version = version_of(document)
    if not version:
        return OpenApi(problems=(*problems, _stranger(value)))
    operations, faults = operations_in(document)
    title = text_in(object_in(document.get("info")).get("title"))
    return OpenApi(title, version, operations, (*problems, *faults), document)


def version_of(document: JsonObject) -> str:
    """The version the document says it has; empty when it is none of those that can be read."""
    said = document.get("openapi", document.get("swagger"))
    # YAML without quotes makes a number of `swagger: 2.0`.
    version = str(said) if isinstance(said, str | float | int) else ""
    is_known = version.startswith("3.") if "openapi" in document else version.startswith("2")
    return version if is_known else ""


_NOTHING = Problem("There is nothing in this text.")


def _stranger(value: Json) -> Problem:
    document = object_in(value)
    for key in ("openapi", "swagger"):
        if key in document:
            says = f"This says {code(key)} {shown(document[key])}"
            return Problem(f"{says}; OpenAPI 3.0 and 3.1 and Swagger 2.0 can be read.", (key,))
    return Problem(
        "This is no OpenAPI document: it has neither `openapi` nor `swagger` at its top level."
    )


def _unknown(
    operations: tuple[Operation, ...], chosen: Collection[str] | None
) -> Iterator[Problem]:
    known = {each.id for each in operations}
    for each in chosen or ():
        if each not in known:
            yield Problem(f"There is no operation {code(each)} in this document.")
