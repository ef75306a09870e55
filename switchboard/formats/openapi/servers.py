"""Where an operation's requests go."""

from switchboard.formats.openapi.shapes import list_in, object_in, text_in, texts_in
from switchboard.wire import JsonObject


def server_of(document: JsonObject, item: JsonObject, operation: JsonObject) -> str:
    """The first server's URL, its variables filled in; may be relative to where the document was,
    and empty when nothing is said."""
    if "swagger" in document:
        return _of_swagger(document, operation)
    for said in (operation, item, document):
        if servers := list_in(said.get("servers")):
            return _filled(object_in(servers[0]))
    return ""


def _filled(server: JsonObject) -> str:
    url = text_in(server.get("url"))
    for name, variable in object_in(server.get("variables")).items():
        url = url.replace(f"{{{name}}}", str(object_in(variable).get("default", "")))
    return url.rstrip("/")


def _of_swagger(document: JsonObject, operation: JsonObject) -> str:
    host, base = text_in(document.get("host")), text_in(document.get("basePath")).rstrip("/")
    if not host:
        return base
    schemes = texts_in(operation.get("schemes")) or texts_in(document.get("schemes"))
    scheme = "https" if "https" in schemes or not schemes else schemes[0]
    return f"{scheme}://{host}{base}"
