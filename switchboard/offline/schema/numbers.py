"""Numbers that fit a schema's bounds."""

import math
from collections.abc import Iterator

from switchboard.wire import Json, JsonObject


def suggest_numbers(schema: JsonObject, kind: str) -> Iterator[Json]:
    """Small round numbers first, then those at the bounds and at the multiples between."""
    low, high = _bound(schema, "inimum"), _bound(schema, "aximum")
    step = _number(schema.get("multipleOf")) or 1.0
    for value in (1.0, 0.0, 10.0, 5.0, 2.0, 3.0):
        if (low is None or value >= low) and (high is None or value <= high):
            yield _shown(value, kind)
    for start in _starts(low, high, step):
        yield from (_shown(start + step * offset, kind) for offset in range(6))
        yield from (_shown(start - step * offset, kind) for offset in range(1, 6))
    if low is not None and high is not None and kind == "number":
        yield from (low, high, *(low + (high - low) * part / 16 for part in range(1, 16)))


def _starts(low: float | None, high: float | None, step: float) -> list[float]:
    """The first multiple above the lower bound, the last below the upper one."""
    starts = [] if low is None else [math.ceil(low / step) * step]
    return starts + ([math.floor(high / step) * step] if high is not None else []) or [step]


def _bound(schema: JsonObject, ending: str) -> float | None:
    names = (f"m{ending}", f"exclusiveM{ending}")
    given = [value for name in names if (value := _number(schema.get(name))) is not None]
    if not given:
        return None
    return max(given) if ending == "inimum" else min(given)


def _number(value: Json) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e300 else None


def _shown(value: float, kind: str) -> Json:
    return int(value) if value.is_integer() else (value if kind == "number" else math.ceil(value))
