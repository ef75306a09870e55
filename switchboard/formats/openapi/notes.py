"""What a person should know of an import beside its problems."""

from collections.abc import Iterator, Sequence

from switchboard.formats.openapi.bodies import is_json
from switchboard.formats.openapi.shapes import object_in, text_in
from switchboard.formats.wording import code
from switchboard.tools import MARGIN
from switchboard.wire import JsonObject


def import_notes(
    document: JsonObject, entries: Sequence[JsonObject], *, ignored: Sequence[str]
) -> Iterator[str]:
    """One sentence for each kind of thing, whatever the number of tools. ``ignored``: headers that
    are declared and that OpenAPI leaves to the client."""
    https = {_name(each): object_in(object_in(each.get(MARGIN)).get("http")) for each in entries}
    if not https:
        return
    yield (
        "How each call becomes an HTTP request (method, path, server, and where each argument"
        f" goes) is kept under `{MARGIN}`."
    )
    yield from _servers(https)
    yield from _bodies(https)
    yield from _security(document)
    if ignored:
        yield f"No argument, because whoever sends the request writes it: {code(*ignored)}."


def _servers(https: dict[str, JsonObject]) -> Iterator[str]:
    relative = [name for name, http in https.items() if "://" not in text_in(http.get("server"))]
    if relative:
        yield f"No host is said for {code(*relative)}: give the server before calling them."


def _bodies(https: dict[str, JsonObject]) -> Iterator[str]:
    bodies = {name: object_in(http["body"]) for name, http in https.items() if "body" in http}
    if other := [name for name, body in bodies.items() if not is_json(text_in(body.get("type")))]:
        yield f"The body is not JSON but a form, a file or a text in {code(*other)}."
    if also := [name for name, body in bodies.items() if "also" in body]:
        yield f"Other media types than the one taken are possible for {code(*also)}."


def _security(document: JsonObject) -> Iterator[str]:
    components = object_in(object_in(document.get("components")).get("securitySchemes"))
    if schemes := components or object_in(document.get("securityDefinitions")):
        yield f"Requests need a key or a login, which is no argument: {code(*schemes)}."


def _name(entry: JsonObject) -> str:
    return text_in(object_in(entry.get("function")).get("name"))
