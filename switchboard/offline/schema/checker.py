"""Whether a value fits a schema. Never fetches a reference, never raises."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jsonschema import (
    Draft4Validator,
    Draft6Validator,
    Draft7Validator,
    Draft201909Validator,
    Draft202012Validator,
    ValidationError,
)
from jsonschema.exceptions import UnknownType
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import specification_with

from switchboard.offline.schema.patterns import may_match
from switchboard.wire import Json, JsonObject

# What jsonschema raises, instead of a verdict, on a schema that is none.
_BROKEN = (
    re.error,
    RecursionError,
    UnknownType,
    Unresolvable,
    AttributeError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
)
_MOST_REFS = 32


def _check_pattern(
    _validator: Validator, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not may_match(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_DRAFTS: Mapping[str, Any] = {
    str(draft.META_SCHEMA.get("$id") or draft.META_SCHEMA.get("id")).rstrip("#"): extend(  # type: ignore[no-untyped-call]
        draft, {"pattern": _check_pattern}
    )
    for draft in (
        Draft4Validator,
        Draft6Validator,
        Draft7Validator,
        Draft201909Validator,
        Draft202012Validator,
    )
}
_NEWEST = _DRAFTS["https://json-schema.org/draft/2020-12/schema"]


class Checker:
    """The schema of one tool, ready to judge values and to follow its own references."""

    def __init__(self, root: JsonObject, today: date) -> None:
        draft = _DRAFTS.get(str(root.get("$schema", "")).rstrip("#"), _NEWEST)
        self.root = root
        self.today = today
        resource = specification_with(draft.META_SCHEMA["$schema"]).create_resource(root)
        self._resolver = Registry().resolver_with_root(resource)
        self._validator = draft(root, registry=Registry(), format_checker=draft.FORMAT_CHECKER)

    def accepts(self, value: Json, schema: Json) -> bool:
        """Whether the value fits this part of the schema; nothing fits a broken one."""
        try:
            return bool(self._validator.evolve(schema=schema).is_valid(value))
        except _BROKEN:
            return False

    def faulty_keys(self, value: JsonObject) -> set[str]:
        """The top-level properties at which a value does not fit the whole schema."""
        try:
            errors = list(self._validator.iter_errors(value))
        except _BROKEN:
            return set()
        return {str(error.absolute_path[0]) for error in errors if error.absolute_path}

    def resolve(self, schema: Json) -> JsonObject:
        """The schema with its reference followed; empty for a boolean or a lost reference."""
        found = schema
        for _ in range(_MOST_REFS):
            if not isinstance(found, dict):
                return {}
            reference = found.get("$ref")
            if not isinstance(reference, str):
                return found
            siblings = {key: value for key, value in found.items() if key != "$ref"}
            try:
                target = self._resolver.lookup(reference).contents
            except _BROKEN:
                return siblings
            found = {**target, **siblings} if isinstance(target, dict) else siblings
        return {}
