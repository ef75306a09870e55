"""A text as a JSON object."""

import json
import math
from collections.abc import Iterable
from typing import Any, NoReturn

from switchboard import wire

_DEEPEST = 200  # As in what gateways send: beyond that, keeping and showing it would fail.


def json_object(text: str) -> wire.JsonObject | None:
    """The object, or ``None`` where the text is anything else: ``NaN``, ``1e999`` and what is
    nested too deeply included."""
    try:
        value: Any = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and not _is_too_deep(value) else None


def is_too_deep(text: str) -> bool:
    """Whether the text is an object that would be read, were it nested less deeply."""
    try:
        value: Any = json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return isinstance(value, dict) and _is_too_deep(value)


def _is_too_deep(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        level = [item for one in level for item in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Iterable[Any]:
    """The objects and lists in it."""
    inner = value.values() if isinstance(value, dict) else value
    return [item for item in inner if isinstance(item, dict | list)]


def _refuse(token: str) -> NoReturn:
    raise ValueError(f"{token} is not JSON")


def _finite(token: str) -> float:
    value = float(token)
    return value if math.isfinite(value) else _refuse(token)
