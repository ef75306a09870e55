"""``python -m switchboard read``: recorded replies as JSON lines."""

import click

from switchboard.command.inputs import Unreadable, body_of, shown_name
from switchboard.command.lines import line_of
from switchboard.command.recordings import read_recording

_ERROR_AMONG_THEM = 1


@click.command(short_help="Read recorded replies of a gateway; one JSON line each.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--content-type",
    help="The reply's content type, for all files. Without it the name tells (.sse, .json), "
    "else the first bytes do.",
)
@click.option(
    "--status",
    type=click.IntRange(100, 599),
    help="The reply's HTTP status, for all files. Without it a name such as error_429.json "
    "tells, else it counts as 200.",
)
def read(files: tuple[str, ...], content_type: str | None, status: int | None) -> int:
    """Read recorded replies of a gateway, as Switchboard reads them, and print one JSON line each.

    A FILE holds a reply's body: an event stream, a JSON reply, or the body of any error. - is
    standard input.

    Exit status: 0 all were read, 1 an error reply is among them, 2 wrong use: a file that can't
    be read, an unknown option.
    """
    return max(_read_one(file, content_type, status) for file in files)


def _read_one(file: str, content_type: str | None, status: int | None) -> int:
    try:
        body = body_of(file)
    except Unreadable as error:
        error.show()
        return error.exit_code
    name = shown_name(file)
    recording = read_recording(body, name=name, content_type=content_type, status=status)
    click.echo(line_of(recording, file=name))
    return _ERROR_AMONG_THEM if recording.error else 0
