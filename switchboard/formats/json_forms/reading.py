"""Tools in one of the six JSON forms, found out by themselves."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from switchboard.formats.json_forms.chat_reading import read_chat
from switchboard.formats.json_forms.containers import tools_in
from switchboard.formats.json_forms.flat import ANTHROPIC, FLAT_FORMS, MCP, RESPONSES
from switchboard.formats.json_forms.flat_reading import read_flat
from switchboard.formats.json_forms.found import Found
from switchboard.formats.json_forms.gemini import doubled, read_gemini
from switchboard.formats.json_forms.margin_notes import margin_notes
from switchboard.formats.values import Reading
from switchboard.formats.wording import code, shown
from switchboard.problems import Problem
from switchboard.tools.json_text import MOST_PROBLEMS, read_json
from switchboard.tools.places import Places
from switchboard.wire import JsonObject

_READERS: dict[str, Callable[[JsonObject], JsonObject]] = {
    "openai-chat": read_chat,
    "mistral": read_chat,
    "gemini": read_gemini,
    **{form.id: partial(read_flat, form=form) for form in (RESPONSES, ANTHROPIC, MCP)},
}
JSON_FORMS = tuple(_READERS)


def read_json_tools(text: str, form: str | None = None) -> Reading:
    """The tools of a JSON text; ``form`` where it is known which it must have."""
    read = read_json(text)
    if not read.is_json:
        return Reading(form or "", problems=read.problems)
    seen = [*tools_in(read.value)]
    found = [_as_form(each, form) for each in seen if isinstance(each, Found)]
    tools = [each for each in found if isinstance(each, Found)]
    problems = [*read.problems, *(each for each in (*seen, *found) if isinstance(each, Problem))]
    problems += [problem for tool in tools for problem in _tool_problems(tool)]
    entries = [_READERS[tool.form](tool.value) for tool in tools]
    notes = [*dict.fromkeys(each for each in seen if isinstance(each, str)), *margin_notes(entries)]
    return Reading(
        form or _most_frequent(tools),
        tuple(entries),
        _placed(problems[:MOST_PROBLEMS], text),
        tuple(notes),
    )


def _most_frequent(tools: list[Found]) -> str:
    counted = Counter(tool.form for tool in tools).most_common(1)
    return counted[0][0] if counted else ""


def _as_form(found: Found, form: str | None) -> Found | Problem:
    """The tool read as the form that was asked for, unless it plainly has another."""
    if form is None or form == found.form or {form, found.form} == {"mistral", "openai-chat"}:
        return replace(found, form=form or found.form)
    flat = FLAT_FORMS.get(form)
    takes_parameters = flat in (None, RESPONSES) or form == "gemini"
    if found.is_certain or ("parameters" in found.value and not takes_parameters):
        message = f"This is no tool in the form {code(form)}; it looks like {code(found.form)}."
        return Problem(message, found.path)
    return replace(found, form=form)


def _tool_problems(tool: Found) -> Iterator[Problem]:
    function = tool.value.get("function") if tool.form in ("openai-chat", "mistral") else None
    value, path = tool.value, tool.path
    if isinstance(function, dict):
        value, path = function, (*path, "function")
    if not isinstance(value.get("name"), str):
        there = f"; it is {shown(value['name'])}" if "name" in value else ""
        yield Problem(f"A tool needs a `name`, a string{there}.", path)
    for theirs in doubled(value) if tool.form == "gemini" else ():
        message = f"{code(theirs)} stands here in two ways; the one with `JsonSchema` was read."
        yield Problem(message, (*path, theirs))


def _placed(problems: list[Problem], text: str) -> tuple[Problem, ...]:
    places = Places(text)
    placed = []
    for each in problems:
        place = places.at(each.path)
        placed.append(each if each.line else replace(each, line=place.line, column=place.column))
    return tuple(placed)
