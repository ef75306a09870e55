"""The text of an OpenAPI document, JSON or YAML, as a value."""

import json
import re
from collections.abc import Callable
from typing import NoReturn

from switchboard.formats.openapi.yaml_builder import DEEPEST
from switchboard.formats.openapi.yaml_text import read_yaml
from switchboard.problems import Problem
from switchboard.tools.repeated import Repeated
from switchboard.tools.syntax import syntax_problem
from switchboard.tools.walks import is_deeper
from switchboard.wire import Json

LONGEST_TEXT = 16 * 2**20
"""Characters. GitHub's description, among the largest, has about 12 million."""

_MOST_PROBLEMS = 100
_SURROGATE = re.compile("[\ud800-\udfff]")

OnProgress = Callable[[float], None]
Value = tuple[Json, tuple[Problem, ...]]


def read_value(text: str, on_progress: OnProgress) -> Value:
    """The text's value, and why it should not be used as it is; ``None`` when it has none.

    What begins with a brace is read as JSON, all else as YAML. ``on_progress`` is told a part of 1;
    what it raises ends the reading.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > LONGEST_TEXT:
        return None, (Problem("This is longer than 16 MiB, so it was not read."),)
    if _SURROGATE.search(text):
        return None, (Problem("This text holds half of a surrogate pair. Save it as UTF-8."),)
    if text.lstrip().startswith("{"):
        return _read_json(text)
    return read_yaml(text, on_progress)


def _read_json(text: str) -> Value:
    repeated = Repeated()
    try:
        value = json.loads(
            text, object_pairs_hook=repeated.collect, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        return None, (syntax_problem(text, error),)
    except ValueError as error:  # A constant below, or a number of more digits than Python reads.
        return None, (Problem(f"This is not JSON: {str(error).split(';')[0]}."),)
    except RecursionError:
        return None, (_TOO_DEEP,)
    if is_deeper(value, DEEPEST):
        return None, (_TOO_DEEP,)
    return value, tuple(repeated.problems(value))[:_MOST_PROBLEMS]


_TOO_DEEP = Problem(f"This is nested more than {DEEPEST} levels deep, so it was not read.")


def _refuse_constant(token: str) -> NoReturn:
    raise ValueError(f"{token} is no number there")
