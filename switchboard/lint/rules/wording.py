"""Advice on how a tool is named and described: what a model has to go by."""

import re
from collections.abc import Iterator
from functools import partial

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.view import View
from switchboard.tools.quoting import code

_LONGEST = 2_000
_VAGUE = frozenset(
    (
        "action",
        "call",
        "command",
        "do_action",
        "do_it",
        "do_something",
        "do_stuff",
        "do_task",
        "execute",
        "exec",
        "func",
        "function",
        "get",
        "get_data",
        "get_info",
        "go",
        "handle",
        "handler",
        "helper",
        "main",
        "misc",
        "my_function",
        "my_tool",
        "perform",
        "process",
        "process_data",
        "query",
        "run",
        "run_it",
        "stuff",
        "task",
        "test",
        "thing",
        "tool",
        "util",
        "utils",
        "work",
    )
)
_WORD = re.compile(r"[a-z]+|[0-9]+|[^\x00-\x7f]")
_LITTLE = {"a", "an", "the", "this", "function", "tool", "to", "of", "for"}


def words_of(text: str) -> list[str]:
    """The words that say something, small: ``getWeather`` and ``Gets the weather`` are alike."""
    parts = _WORD.findall(re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text).lower())
    return [each.removesuffix("s") for each in parts if each not in _LITTLE]


def _missing(view: View) -> Iterator[Finding]:
    if not view.description.strip():
        message = "The tool has no description. Say in one to three sentences what it does, when to"
        path = ("description",) if "description" in view.function else ()
        yield Finding(path, f"{message} use it and what it gives back.")


def _repeats_name(view: View) -> Iterator[Finding]:
    said = words_of(view.description[:200])
    if said and set(said) <= set(words_of(view.name)):
        message = "The description only repeats the name. Say when to use the tool and what it"
        yield Finding(("description",), f"{message} gives back.")


def _long(view: View) -> Iterator[Finding]:
    size = len(view.description)
    if size > _LONGEST:
        yield Finding(
            ("description",),
            f"The description has {size:,} characters, paid for in every request. Keep what decides"
            f" when and how to call the tool, below {_LONGEST:,}.",
        )


def _vague(view: View) -> Iterator[Finding]:
    if re.sub(r"[^a-z0-9]+", "_", view.name.lower()).strip("_") in _VAGUE:
        message = f"{code(view.name)} says little about what the tool does. Name a verb and its"
        yield Finding(("name",), f"{message} object, such as `search_orders`.")


_ADVICE = partial(Rule, targets=(), when="always", severity="advice")
_OPENAI = "OpenAI's guide to function calling"
_ANTHROPIC = "Anthropic's guide to tool use"

RULES = (
    _ADVICE(
        id="W-DESC",
        what="the tool's description",
        limit="there",
        source=f"{_OPENAI}; {_ANTHROPIC}",
        check=_missing,
    ),
    _ADVICE(
        id="W-DESC-NAME",
        what="the tool's description",
        limit="says more than the name",
        source=_ANTHROPIC,
        check=_repeats_name,
    ),
    _ADVICE(
        id="W-DESC-LONG",
        what="the tool's description",
        limit=f"{_LONGEST:,} characters",
        source="our own experience: it is sent, and paid for, every time",
        check=_long,
    ),
    _ADVICE(
        id="W-NAME",
        what="vague names (`do_it`, `process`, `get_data` …)",
        limit="a verb and its object",
        source=_OPENAI,
        check=_vague,
    ),
)
