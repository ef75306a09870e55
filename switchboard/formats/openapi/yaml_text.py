"""A YAML text as a JSON value, made straight from PyYAML's events.

From events, not by ``safe_load``: there are no objects of any tag to be made, dates stay texts, a
key written twice is seen, progress can be told, and what aliases would unfold to is counted.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from switchboard.formats.openapi.scalars import plain_value
from switchboard.formats.openapi.yaml_builder import Builder, YamlRefused
from switchboard.problems import Problem
from switchboard.wire import Json

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EVENTS_BETWEEN_TELLING = 5_000

OnProgress = Callable[[float], None]


def read_yaml(text: str, on_progress: OnProgress) -> tuple[Json, tuple[Problem, ...]]:
    """The first document's value and what is wrong in the text; ``None`` when it cannot be read."""
    builder = Builder()
    try:
        for event in _told(yaml.parse(text, Loader=_LOADER), on_progress, of=len(text)):
            _take(builder, event)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, _syntax_problem(error, text))
    except yaml.YAMLError:
        # What is left is a character that YAML does not allow (yaml.reader.ReaderError).
        return None, (Problem("This has a character that no YAML text may hold. Remove it."),)
    except YamlRefused as refused:
        return None, (refused.problem,)
    return builder.value, tuple(builder.problems)


def _take(builder: Builder, event: Any) -> None:
    match event:
        case yaml.ScalarEvent():
            builder.scalar(event, _scalar_value(event))
        case yaml.AliasEvent():
            builder.alias(event)
        case yaml.MappingStartEvent():
            builder.open(event, {})
        case yaml.SequenceStartEvent():
            builder.open(event, [])
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.close()
        case yaml.DocumentStartEvent():
            builder.begin(event)


def _scalar_value(event: yaml.ScalarEvent) -> Json:
    is_plain = event.tag is None and event.implicit[0]
    is_tagged = event.tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
    return plain_value(event.value) if is_plain or is_tagged else event.value


def _told(events: Iterator[Any], on_progress: OnProgress, *, of: int) -> Iterator[Any]:
    for number, event in enumerate(events, start=1):
        if number % _EVENTS_BETWEEN_TELLING == 0:
            on_progress(min(1.0, event.start_mark.index / max(of, 1)))
        yield event


def _syntax_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    reason = (error.problem or error.context or "it ends too early").strip()
    mark = error.problem_mark or error.context_mark
    message = f"This is not YAML: {reason}."
    if mark is None:
        return Problem(message)
    # What ends too early ends on a line after the last one.
    line = min(mark.line, text.rstrip().count("\n")) + 1
    return Problem(message, line=line, column=mark.column + 1)
