"""A number in the forms that a parameter may want."""

from switchboard.offline.reading import Finding
from switchboard.wire import Json, JsonObject


def fitted_number(finding: Finding, name: str, schema: JsonObject) -> list[Json]:
    """The number as said; a percentage as a share too, which 5 % of a rate usually is."""
    value = finding.value
    assert isinstance(value, int | float)
    if finding.unit != "%":
        return [value]
    share = round(value / 100, 10)
    words = f"{name} {schema.get('description', '')}".lower()
    spelled_out = "percent" in words or "%" in words or "0-100" in words
    return [value, share] if spelled_out else [share, value]
