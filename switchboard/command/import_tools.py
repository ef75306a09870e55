"""``python -m switchboard import``: tools of any format as a toolset."""

from collections.abc import Collection

import click

from switchboard.command.convert import READ
from switchboard.command.documents import tell_beside, tell_document
from switchboard.command.inputs import shown_name, text_of
from switchboard.command.json_lines import json_line, problem_fields
from switchboard.formats import Reading, read_tools
from switchboard.formats.openapi import OpenApi, Operation, is_openapi, read_openapi
from switchboard.wire import JsonObject

_PROBLEMS = 1
_OPENAPI = "openapi"


@click.command("import", short_help="Read tools of any format, OpenAPI too, as a toolset.")
@click.argument("file")
@click.option(
    "--operations",
    multiple=True,
    metavar="IDS",
    help="Which operations of an OpenAPI document, commas between; without it they are listed.",
)
@click.option("--all", "every", is_flag=True, help="All operations of an OpenAPI document.")
@click.option(
    "--from", "source", type=click.Choice(READ), help="The file's format, if not found out."
)
def import_tools(file: str, operations: tuple[str, ...], every: bool, source: str | None) -> int:
    """Write the tools of a file as a toolset, in OpenAI's chat form, on standard output. - is
    standard input.

    Of an OpenAPI document without --operations: its operations, one JSON line each: id, method,
    path, summary, deprecated. Problems are told on standard error, one JSON line each: file, line,
    column, path, keyword, message; so is what is kept only beside the tools: message.

    Exit status: 0 read, 1 with problems, 2 wrong use.
    """
    text, name = text_of(file), shown_name(file)
    if source == _OPENAPI or (source is None and is_openapi(text, name)):
        document = read_openapi(text)
        if document.operations and not operations and not every:
            return _listed(document, name)
        chosen = None if every else _chosen(document, operations)
        return _told(document.reading(chosen), name)
    if operations or every:
        raise click.UsageError(f"{name} is no OpenAPI document: it has no operations.")
    return _told(read_tools(text, format=source, name=name), name)


def _listed(document: OpenApi, name: str) -> int:
    for each in document.operations:
        click.echo(json_line(_operation(each)))
    tell_beside(problem_fields(each, file=name) for each in document.problems)
    return _PROBLEMS if document.problems else 0


def _operation(operation: Operation) -> JsonObject:
    return {
        "id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "summary": operation.summary,
        "deprecated": operation.is_deprecated,
    }


def _chosen(document: OpenApi, wanted: tuple[str, ...]) -> Collection[str]:
    """By their ids or the names their tools get; an id may hold a comma itself."""
    known = {each.name: each.id for each in document.operations}
    known |= {each.id: each.id for each in document.operations}
    whole = [each for each in wanted if each in known]
    parts = [part.strip() for each in wanted if each not in known for part in each.split(",")]
    for part in filter(None, parts):
        if part not in known:
            raise click.UsageError(f"No operation is called {part!r}. List them without options.")
    return {known[each] for each in (*whole, *parts) if each}


def _told(reading: Reading, name: str) -> int:
    tell_beside(problem_fields(each, file=name) for each in reading.problems)
    tell_beside({"message": each} for each in reading.notes)
    if reading.entries or not reading.problems:
        tell_document(reading.text)
    return _PROBLEMS if reading.problems else 0
