"""A template -> its text, or its problems."""

import threading
from functools import lru_cache

from switchboard.errors import TemplateFailure
from switchboard.problems import Problem
from switchboard.templates.bounds import LONGEST_RESULT, LONGEST_TEMPLATE
from switchboard.templates.pool import shared_pool
from switchboard.templates.scope import TemplateScope
from switchboard.wire import Json, JsonObject

_TOO_LONG = f"A template has at most {LONGEST_TEMPLATE:,} characters."


def render(
    text: str,
    scope: TemplateScope,
    *,
    is_address: bool = False,
    stop: threading.Event | None = None,
) -> str:
    """The template's text. Safe to call from several threads.

    Of an address each printed value is percent-encoded, once: none can change where it leads.
    Raises ``TemplateFailure``, its sentence naming the line where that is known: for what is wrong
    in the template, for one that takes too much time, memory or room, and for ``stop``.
    """
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateFailure(_TOO_LONG)
    answer = shared_pool().ask(_request(text, scope, is_address=is_address), stop=stop)
    rendered = answer.get("text")
    if not isinstance(rendered, str) or len(rendered) > LONGEST_RESULT:
        raise TemplateFailure(str(answer.get("failure", "The template gave no text.")))
    return rendered


def template_problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with how it is written, as far as that shows before it is rendered.

    Jinja reads no further than the first mistake. A name that is not known is none: only a call
    brings the arguments.
    """
    if len(text) > LONGEST_TEMPLATE:
        return (Problem(_TOO_LONG),)
    try:
        return _remembered_problems(text)
    except TemplateFailure as failure:
        return (Problem(failure.message),)


@lru_cache(maxsize=256)
def _remembered_problems(text: str) -> tuple[Problem, ...]:
    answer = shared_pool().ask({"check": text})
    problems = answer.get("problems")
    return tuple(_problem(each) for each in problems) if isinstance(problems, list) else ()


def _problem(written: Json) -> Problem:
    found = written if isinstance(written, dict) else {}
    line = found.get("line")
    return Problem(str(found.get("message", "")), line=line if isinstance(line, int) else None)


def _request(text: str, scope: TemplateScope, *, is_address: bool) -> JsonObject:
    return {
        "render": text,
        "is_address": is_address,
        "arguments": scope.arguments,
        "count": scope.count,
        "tool": scope.tool,
        "seed": scope.seed,
        "now": scope.now.isoformat(),
    }
