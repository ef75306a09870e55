"""The body of an operation's request, as arguments. OpenAPI 3.1, "Request Body Object"; Swagger
2.0, ``body`` and ``formData`` parameters."""

from dataclasses import dataclass, field

from switchboard.formats.openapi.arguments import Argument
from switchboard.formats.openapi.objects import FlatObject, flat_object
from switchboard.formats.openapi.parameters import parameter_schema
from switchboard.formats.openapi.pointers import followed
from switchboard.formats.openapi.shapes import object_in, text_in, texts_in
from switchboard.problems import Problem
from switchboard.wire import Json, JsonObject

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Body:
    """A request's body as it will be written."""

    media: str
    schema: Json
    is_required: bool | None = None
    """``None``: the document does not say."""

    description: str = ""
    also: tuple[str, ...] = ()
    """Other media types the operation takes."""

    examples: tuple[Json, ...] = field(default=())


def body_of(
    document: JsonObject, operation: JsonObject, parameters: list[JsonObject]
) -> tuple[Body | None, tuple[Problem, ...]]:
    """The body, JSON where the operation takes it; ``None`` without one."""
    if "requestBody" in operation:
        given, problems = followed(document, operation["requestBody"])
        return _described(given), problems
    return _of_swagger(document, operation, parameters), ()


def body_arguments(document: JsonObject, body: Body) -> tuple[list[Argument], bool]:
    """The body's properties as arguments, or the whole as one; and whether nothing else may be
    given."""
    flat = flat_object(document, body.schema) if _has_fields(body.media) else None
    if flat is None or (body.is_required is False and flat.required):
        # All of it or nothing: properties of their own could not say that.
        return [_whole(body)], False
    return [_part(flat, name) for name in flat.properties], flat.is_closed


def _part(flat: FlatObject, name: str) -> Argument:
    return Argument(
        wanted=name,
        schema=flat.properties[name],
        place={"in": "body", "name": name},
        is_required=name in flat.required,
    )


def _whole(body: Body) -> Argument:
    is_text = not _has_fields(body.media)
    says = f"The body, as {body.media}." if is_text else ""
    schema = body.schema
    if is_text and object_in(schema).get("type") != "string":
        schema = {"type": "string"}
    description = body.description or says
    return Argument("body", schema, {"in": "body"}, body.is_required is True, description)


def _has_fields(media: str) -> bool:
    return is_json(media) or media in (_FORM, _MULTIPART)


def is_json(media: str) -> bool:
    """Whether what is sent as this media type is JSON."""
    return media.partition(";")[0].strip().endswith(("/json", "+json")) or media == "*/*"


def _described(given: JsonObject) -> Body | None:
    content = object_in(given.get("content"))
    if not content:
        return None
    media = min(content, key=_rank)
    required = given.get("required")
    return Body(
        media=_JSON if media == "*/*" else media,
        schema=object_in(content[media]).get("schema", {}),
        is_required=required if isinstance(required, bool) else None,
        description=text_in(given.get("description")),
        also=tuple(each for each in content if each != media),
        examples=_examples(object_in(content[media])),
    )


def _examples(media: JsonObject) -> tuple[Json, ...]:
    if "example" in media:
        return (media["example"],)
    named = object_in(media.get("examples")).values()
    return tuple(each["value"] for each in named if isinstance(each, dict) and "value" in each)


def _rank(media: str) -> int:
    if media.partition(";")[0].strip() == _JSON:
        return 0
    if is_json(media):
        return 1
    return {_FORM: 2, _MULTIPART: 3}.get(media, 4)


def _of_swagger(
    document: JsonObject, operation: JsonObject, parameters: list[JsonObject]
) -> Body | None:
    consumes = texts_in(operation.get("consumes", document.get("consumes"))) or [_JSON]
    form = [each for each in parameters if each.get("in") == "formData"]
    whole = next((each for each in parameters if each.get("in") == "body"), None)
    if form:
        has_file = any(each.get("type") == "file" for each in form)
        is_multipart = has_file or (_MULTIPART in consumes and _FORM not in consumes)
        return Body(_MULTIPART if is_multipart else _FORM, _form_schema(form), True)
    if whole is None:
        return None
    media = min(consumes, key=_rank)
    required = whole.get("required")
    return Body(
        media=media,
        schema=whole.get("schema", {}),
        is_required=required if isinstance(required, bool) else None,
        description=text_in(whole.get("description")),
        also=tuple(each for each in consumes if each != media),
    )


def _form_schema(form: list[JsonObject]) -> Json:
    properties: JsonObject = {}
    required: list[Json] = []
    for each in form:
        name = str(each.get("name"))
        said = text_in(each.get("description"))
        schema = object_in(parameter_schema(each))
        properties[name] = schema | ({"description": said} if said else {})
        if each.get("required") is True:
            required.append(name)
    return {"type": "object", "properties": properties, "required": required}
