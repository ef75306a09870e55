"""Which parameter chooses first of what a message offers."""

from collections.abc import Collection

from switchboard.offline.filling.nearness import by_nearness
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.wanting import wanted_kinds, wants_prose
from switchboard.offline.schema.checker import Checker
from switchboard.wire import JsonObject


def in_order(
    checker: Checker, properties: JsonObject, required: Collection[str], pool: Pool
) -> list[str]:
    """Required before optional, those that can use little before those that take anything.

    Among equals the one whose own words stand next to a number chooses first.
    """
    numbers = list(pool.free(("number",)))

    def rank(name: str) -> tuple[bool, int, float]:
        schema = checker.resolve(properties[name])
        nearest = by_nearness(numbers, pool.text, name, schema)
        near = nearest[0][0] if nearest else 0.0
        return name not in required, _breadth(name, schema), -near

    return sorted(properties, key=rank)


def _breadth(name: str, schema: JsonObject) -> int:
    """How much of what there is a parameter could use."""
    if "enum" in schema or "const" in schema or schema.get("type") == "boolean":
        return 0
    kinds = wanted_kinds(name, schema)
    if kinds and kinds[0] != "name":
        return 1
    if wants_prose(name):
        return 2
    return 3 if schema.get("type") in ("number", "integer") or kinds else 4
