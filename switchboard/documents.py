"""Values as JSON documents and back, for whoever keeps or exports them.

``cattrs`` does the work; this page only says how the unions of ``messages`` are told apart.
"""

import operator
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, TypeVar, cast

from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from switchboard.messages import Content, Part
from switchboard.settings import AllowedTools, ToolChoice
from switchboard.wire import Json, JsonObject

T = TypeVar("T")


def to_document(value: object) -> JsonObject:
    """The JSON object that ``from_document`` turns back into an equal value."""
    return cast(JsonObject, _CONVERTER.unstructure(value))


def from_document(kind: type[T], document: JsonObject) -> T:
    """The value a document was made of. Unknown keys are ignored, missing ones take defaults.

    Raises ``cattrs.BaseValidationError`` when the document is of another kind.
    """
    return _CONVERTER.structure(document, kind)


def _content_from(value: Any, _: object) -> Content:
    if value is None or isinstance(value, str):
        return value
    return tuple(_CONVERTER.structure(part, cast(type[Part], Part)) for part in value)


def _content_document(value: Content) -> Any:
    if value is None or isinstance(value, str):
        return value
    return [_CONVERTER.unstructure(part, unstructure_as=Part) for part in value]


def _tool_choice_from(value: Any, _: object) -> ToolChoice | None:
    if isinstance(value, dict):
        return _CONVERTER.structure(value, AllowedTools)
    return cast(ToolChoice, tuple(value)) if isinstance(value, list) else value


def _tool_choice_document(value: ToolChoice | None) -> Any:
    return _CONVERTER.unstructure(value) if isinstance(value, AllowedTools) else value


def _as_it_is(value: Any, *_: object) -> Any:
    return value


def _converter() -> Converter:
    converter = Converter()
    for raw in (Json, JsonObject, Mapping[str, Json], str | int):
        converter.register_structure_hook_func(partial(operator.eq, raw), _as_it_is)
        converter.register_unstructure_hook_func(partial(operator.eq, raw), _as_it_is)
    configure_tagged_union(Part, converter, tag_name="part")
    converter.register_structure_hook(Content, _content_from)
    converter.register_unstructure_hook(Content, _content_document)
    converter.register_structure_hook(ToolChoice | None, _tool_choice_from)
    converter.register_unstructure_hook(ToolChoice | None, _tool_choice_document)
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    return converter


_CONVERTER = _converter()
