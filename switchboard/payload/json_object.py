"""A text as a JSON object."""

import json
import math
from typing import Any, NoReturn

from switchboard import wire


def json_object(text: str) -> wire.JsonObject | None:
    """The object, or ``None`` where the text is anything else, ``NaN`` and ``1e999`` included."""
    try:
        value: Any = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _refuse(token: str) -> NoReturn:
    raise ValueError(f"{token} is not JSON")


def _finite(token: str) -> float:
    value = float(token)
    return value if math.isfinite(value) else _refuse(token)
