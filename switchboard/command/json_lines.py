"""A value as one line of JSON."""

import json
import math

from switchboard.problems import JsonPath, Problem
from switchboard.wire import Json, JsonObject


def json_line(document: JsonObject) -> bytes:
    """The line in UTF-8, without its end."""
    text = json.dumps(_finite(document), ensure_ascii=False)
    # JSON can escape half a character, which UTF-8 can't hold.
    return text.encode("utf-8", "replace")


def json_pointer(path: JsonPath) -> str:
    """The path as RFC 6901 writes it: ``/0/function/name``; empty for the whole."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def problem_fields(problem: Problem, *, file: str) -> JsonObject:
    """A problem and where in the file it is."""
    place: JsonObject = {"file": file, "line": problem.line, "column": problem.column}
    return {**place, **problem_document(problem)}


def problem_document(problem: Problem) -> JsonObject:
    """A problem and where in the value it is."""
    return {
        "path": json_pointer(problem.path),
        "keyword": problem.keyword,
        "message": problem.message,
    }


def _finite(value: Json) -> Json:
    """1e999 is JSON, and Python reads an infinity that JSON has no word for."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [_finite(each) for each in value]
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    return value
