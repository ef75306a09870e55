"""A cURL command or a raw body, as a request the Playground can open."""

from collections.abc import Iterator
from dataclasses import replace

from switchboard.formats.requests.body_reading import read_body
from switchboard.formats.requests.curl_command import CurlCommand, read_curl
from switchboard.formats.requests.own_headers import own_headers
from switchboard.formats.requests.recognition import is_curl
from switchboard.formats.requests.secrets import kept_headers, secret_notes, without_secrets
from switchboard.formats.requests.values import RequestReading
from switchboard.formats.values import Reading
from switchboard.problems import Problem

FORMAT = "request"
LONGEST_TEXT = 4 * 2**20
"""Characters; quoted JSON is longer than JSON, of which one MiB is read."""

_TOO_LONG = Problem("This is longer than 4 MiB, so it was not read.")


def read_request(text: str) -> RequestReading:
    """What is asked of a model. Any text gives a reading; nothing is run, opened or sent.

    No key is kept, in whatever place it stood; a note says that there was one.
    """
    if len(text) > LONGEST_TEXT:
        return RequestReading(problems=(_TOO_LONG,))
    return _read_command(read_curl(text)) if is_curl(text) else read_body(text)


def read_request_tools(text: str) -> Reading:
    """The tools of a request alone."""
    read = read_request(text)
    return Reading(FORMAT, read.entries, read.problems, read.notes)


def _read_command(command: CurlCommand) -> RequestReading:
    headers, secret = kept_headers(command.headers)
    address = without_secrets(command.url)
    read = RequestReading() if command.body is None else _body(command)
    said = secret_notes(secret, address, has_key=command.has_key)
    return replace(
        read,
        url=address.url,
        headers=headers,
        settings=replace(read.settings, extra_headers=own_headers(headers)),
        problems=(*command.problems, *_missing(command), *read.problems),
        notes=(*said, *command.notes, *read.notes),
    )


def _body(command: CurlCommand) -> RequestReading:
    """The body, unless it stands in a file, which is told already."""
    if command.problems and not (command.body or "").lstrip().startswith("{"):
        return RequestReading()
    return read_body(command.body or "")


def _missing(command: CurlCommand) -> Iterator[Problem]:
    if command.body is None and not command.problems:
        yield Problem("This command sends no body: there is no `--data`, `-d` or `--json` in it.")
    if not command.url:
        yield Problem("This command names no address.")
