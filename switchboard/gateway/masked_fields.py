"""Keys taken out of JSON that a person is still writing, before it is kept."""

import json
import re

from switchboard.gateway.masking import mask
from switchboard.payload.secret_fields import is_secret_field

# A text without its closing quote is one that is still being written.
_TEXT = r'"(?:[^"\\\n]|\\.)+(?:"|$|(?=\n))'
_FIELD = re.compile(
    rf'(?P<name>"(?:[^"\\\n]|\\.)*")(?P<colon>\s*:\s*)(?:{_TEXT}|\[\s*{_TEXT}[^\[\]{{}}]*\]?)'
)


def mask_fields(text: str) -> str:
    """The text with what looks like a key masked, and every text in a field that is named like
    one. Broken JSON is masked as well."""
    return mask(_FIELD.sub(_masked_field, text))


def _masked_field(field: re.Match[str]) -> str:
    return f'{field["name"]}{field["colon"]}"***"' if _is_secret(field["name"]) else field[0]


def _is_secret(quoted: str) -> bool:
    try:
        return is_secret_field(json.loads(quoted))
    except ValueError:
        return is_secret_field(quoted)
