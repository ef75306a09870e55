"""The official JSON Schema Test Suite through our check path, and through the library itself.

The schemas that the suite serves from ``localhost:1234`` are not fetched: the library is given them
in its registry, our path as JSON Schema says how a schema brings others along, each embedded with
its ``$id`` (2020-12 Core, section 9.3).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import _WrappedReferencingError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7, DRAFT202012, Specification

from conformance.material import schema_suite
from switchboard.tools import check_schema, value_problems

_SERVED = "http://localhost:1234"


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of JSON Schema, and how each side is told of it."""

    folder: str
    address: str
    validator: Any
    specification: Specification[Any]
    definitions: str


DRAFTS = (
    Draft(
        "draft2020-12",
        "https://json-schema.org/draft/2020-12/schema",
        Draft202012Validator,
        DRAFT202012,
        "$defs",
    ),
    Draft(
        "draft7",
        "http://json-schema.org/draft-07/schema#",
        Draft7Validator,
        DRAFT7,
        "definitions",
    ),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One of the suite's required tests."""

    name: str
    schema: Any
    value: Any
    is_valid: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How each side did; misses by name."""

    draft: str
    cases: int
    ours: list[str]
    library: list[str]


def is_there(draft: Draft) -> bool:
    """Whether this copy of the suite has the draft."""
    return (schema_suite() / "tests" / draft.folder).is_dir()


def score(draft: Draft) -> Score:
    """Every required test on both sides."""
    cases = [*cases_of(draft)]
    ours = [each.name for each in cases if not _passes_here(each, draft)]
    library = [each.name for each in cases if not _passes_in_the_library(each, draft)]
    return Score(draft.folder, len(cases), ours, library)


def cases_of(draft: Draft) -> Iterator[Case]:
    """The required tests: those in the folder itself, not in ``optional``."""
    for file in sorted((schema_suite() / "tests" / draft.folder).glob("*.json")):
        for group in json.loads(file.read_text(encoding="utf-8")):
            for test in group["tests"]:
                name = f"{file.stem}: {group['description']}: {test['description']}"
                yield Case(name, group["schema"], test["data"], test["valid"])


def _passes_here(case: Case, draft: Draft) -> bool:
    schema = _bundled(case.schema, draft)
    return not check_schema(schema) and (not value_problems(case.value, schema)) == case.is_valid


def _passes_in_the_library(case: Case, draft: Draft) -> bool:
    validator = draft.validator(case.schema, registry=_registry(draft))
    try:
        return bool(validator.is_valid(case.value) == case.is_valid)
    except (_WrappedReferencingError, re.error):
        return False


def _bundled(schema: Any, draft: Draft) -> Any:
    """With its draft named, and what it refers to at the suite's server."""
    if not isinstance(schema, dict):
        return schema
    named = {"$schema": draft.address, **schema}
    if _SERVED not in json.dumps(schema):
        return named
    return {**named, draft.definitions: {**schema.get(draft.definitions, {}), **_brought(draft)}}


@cache
def _brought(draft: Draft) -> dict[str, Any]:
    """Those served schemas that mean something in this draft: some are of another one."""
    every = {url: _embedded(url, contents) for url, contents in _served(draft).items()}
    problems = check_schema({"$schema": draft.address, draft.definitions: every})
    strangers = {each.path[1] for each in problems}
    return {url: contents for url, contents in every.items() if url not in strangers}


def _embedded(url: str, contents: Any) -> Any:
    if not isinstance(contents, dict) or "$ref" in contents or contents.get("$id", url) != url:
        return {"$id": url, "allOf": [contents]}
    return {**contents, "$id": url}


@cache
def _registry(draft: Draft) -> Registry[Any]:
    made = {
        url: Resource.from_contents(contents, default_specification=draft.specification)
        for url, contents in _served(draft).items()
    }
    return Registry().with_resources(made.items())


@cache
def _served(draft: Draft) -> dict[str, Any]:
    """Address -> schema: those of this draft, and those of none."""
    remotes = schema_suite() / "remotes"
    return {
        f"{_SERVED}/{file.relative_to(remotes).as_posix()}": json.loads(file.read_text("utf-8"))
        for file in sorted(remotes.rglob("*.json"))
        if _is_for(file.relative_to(remotes), draft)
    }


def _is_for(file: Path, draft: Draft) -> bool:
    return file.parts[0] == draft.folder or not file.parts[0].startswith("draft")
