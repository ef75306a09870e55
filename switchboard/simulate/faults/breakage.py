"""Whether a change is what breaks a result's output schema."""

from collections.abc import Callable

from switchboard.problems import JsonPath
from switchboard.simulate.faults.scenes import Scene
from switchboard.tools import check_schema, value_problems
from switchboard.wire import Json, JsonObject


def usable_schema(scene: Scene) -> JsonObject | None:
    """The output schema, if there is one that is no problem itself."""
    schema = scene.output_schema
    return None if schema is None or check_schema(schema) else schema


def breaker(value: Json, schema: JsonObject) -> Callable[[Json], bool]:
    """Tells of the value changed whether it breaks the schema where the value did not."""
    known = _faults(value, schema)
    return lambda changed: bool(_faults(changed, schema) - known)


def _faults(value: Json, schema: JsonObject) -> set[tuple[JsonPath, str]]:
    # Without a keyword it is the check that failed, not the value.
    found = value_problems(value, schema)
    return {(each.path, each.keyword) for each in found if each.keyword}
