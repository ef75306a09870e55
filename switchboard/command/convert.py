"""``python -m switchboard convert``: tools in another format."""

import click

from switchboard.command.documents import tell_beside, tell_document
from switchboard.command.inputs import shown_name
from switchboard.command.json_lines import problem_fields
from switchboard.command.toolsets import open_toolset
from switchboard.formats import FORMATS, Loss, write_tools
from switchboard.wire import JsonObject

_PROBLEMS = 1
READ = tuple(each.id for each in FORMATS if each.reads)
_WRITTEN = tuple(each.id for each in FORMATS if each.writes)


@click.command(short_help="Write tools in another format.")
@click.argument("file")
@click.option("--to", required=True, type=click.Choice(_WRITTEN), help="The format to write.")
@click.option(
    "--from", "source", type=click.Choice(READ), help="The file's format, if not found out."
)
def convert(file: str, to: str, source: str | None) -> int:
    """Write the tools of a file in another format on standard output. - is standard input.

    What the format can't hold is told on standard error, one JSON line each: tool, message; and
    so is what is wrong with the file: file, line, column, path, keyword, message.

    Exit status: 0 written, with what is lost told; 1 the file has problems; 2 wrong use.
    """
    opened = open_toolset(file, source)
    writing = write_tools(opened.tools, to)
    tell_beside(problem_fields(each, file=shown_name(file)) for each in opened.problems)
    tell_beside(map(_loss, writing.losses))
    if opened.tools or not opened.problems:
        tell_document(writing.text)
    return _PROBLEMS if opened.problems else 0


def _loss(loss: Loss) -> JsonObject:
    return {"tool": loss.tool, "message": loss.message}
