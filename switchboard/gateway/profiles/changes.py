"""A person's own changes to a profile: JSON values by field name."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeAlias, get_args, get_type_hints

from switchboard.settings import Profile
from switchboard.wire import Json

JsonChanges: TypeAlias = Mapping[str, Json]

_KINDS = get_type_hints(Profile)
BY_HAND: Final = "Left out by your own choice."


def with_changes(profile: Profile, changes: JsonChanges) -> Profile:
    """With every change that fits; unknown names and values of another kind are passed over.

    ``refused`` may be an object of reasons or a list of names; either takes the place of the
    table's whole list, so that a person can also allow what the table refuses.
    """
    fitting: dict[str, Any] = {}
    for each in fields(Profile):
        if each.name in changes and (value := _fitting(each.name, changes[each.name])) is not None:
            fitting[each.name] = value
    return replace(profile, **fitting)


def choices_of(field: str) -> tuple[str, ...]:
    """The values a field of the profile may take, where they are few and known."""
    return tuple(str(value) for value in get_args(_KINDS[field]) if isinstance(value, str))


def _fitting(field: str, value: Json) -> Any:
    if field == "name":
        return value if isinstance(value, str) and value.strip() else None
    if field == "refused":
        return _refused(value)
    if field in ("reasoning_efforts", "parts"):
        return _texts(value, tuple if field == "reasoning_efforts" else frozenset)
    return value if value in choices_of(field) else None


def _refused(value: Json) -> dict[str, str] | None:
    if isinstance(value, list):
        value = dict.fromkeys((each for each in value if isinstance(each, str)), BY_HAND)
    if not isinstance(value, dict):
        return None
    return {name: why if isinstance(why, str) else BY_HAND for name, why in value.items()}


def _texts(value: Json, collect: type[tuple[Any, ...]] | type[frozenset[Any]]) -> Any:
    if not isinstance(value, list):
        return None
    return collect(each for each in value if isinstance(each, str))
