"""The free JSON: a person's own fields, merged into a request last."""

from switchboard import wire
from switchboard.payload.json_object import json_object


def merged(body: wire.JsonObject, extra_body: str) -> wire.JsonObject:
    """The body with the text's fields in place of its own; ``null`` there removes a field.

    A field is replaced whole, as ``extra_body`` does in OpenAI's SDK, never merged into. This is
    the person's last word, so what the profile refuses is sent too. A text that is no JSON object
    changes nothing.
    """
    fields = body | (json_object(extra_body) or {})
    return {name: value for name, value in fields.items() if value is not None}
