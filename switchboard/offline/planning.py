"""What an answer will be: calls, or words."""

from collections import Counter
from dataclasses import dataclass

from switchboard.offline.asking import Ask, Tool, ToolResult
from switchboard.offline.choosing import Profile, best_fit
from switchboard.offline.filling import fill_arguments
from switchboard.offline.filling.forms import fill_form
from switchboard.offline.remembering import last_called, set_scenes
from switchboard.offline.telling.chat import chat
from switchboard.offline.telling.images import describe_images
from switchboard.offline.telling.results import tell_results
from switchboard.offline.thread import (
    fresh_results,
    image_urls,
    last_question,
    last_user,
)
from switchboard.offline.wishes import Wish, find_unmet, find_wishes
from switchboard.offline.words import is_chinese
from switchboard.wire import JsonObject

# The reference allows 128 calls in a message; nobody's sentence asks for that many.
_MOST_CALLS = 16


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One call to be written."""

    name: str
    arguments: JsonObject


@dataclass(frozen=True, slots=True)
class Plan:
    """Either calls or a text."""

    text: str = ""
    calls: tuple[PlannedCall, ...] = ()


def plan_answer(ask: Ask) -> Plan:
    """Calls where tools fit and have not been called yet; else words."""
    results = fresh_results(ask.messages)
    calls = _plan_calls(ask, results)
    return Plan(calls=tuple(calls)) if calls else Plan(text=_write(ask, results))


def _plan_calls(ask: Ask, results: list[ToolResult]) -> list[PlannedCall]:
    if not ask.tools:
        return []
    question = last_question(ask.messages)
    planned = [
        PlannedCall(wish.tool.name, arguments)
        for wish in _wishes(ask, question)
        for scene in set_scenes(ask, wish)
        for arguments in fill_arguments(wish.tool, wish.text, scene)
    ]
    fresh = list({str(call): call for call in planned}.values())[:_MOST_CALLS]
    left = fresh if ask.must_call else _not_yet_called(fresh, results)
    return left if ask.parallel else left[:1]


def _wishes(ask: Ask, question: str) -> list[Wish]:
    if ask.named:
        return [Wish(ask.tools[0], question)]
    wishes = find_wishes(ask.tools, question, last_called(ask), ask.today)
    if wishes or not ask.must_call:
        return wishes
    return [Wish(_likeliest(ask.tools, question), question)]


def _likeliest(tools: tuple[Tool, ...], question: str) -> Tool:
    best = best_fit([Profile(tool) for tool in tools], question)
    return best[0].tool if best else tools[0]


def _not_yet_called(planned: list[PlannedCall], results: list[ToolResult]) -> list[PlannedCall]:
    """Counted by name: a person may have edited the arguments of a call that was made."""
    made = Counter(result.name for result in results)
    left = []
    for call in planned:
        if made[call.name]:
            made[call.name] -= 1
        else:
            left.append(call)
    return left


def _write(ask: Ask, results: list[ToolResult]) -> str:
    question = last_question(ask.messages)
    if ask.wants_json:
        return fill_form(ask.json_schema, question, results, ask.today)
    chinese = is_chinese(question)
    if results:
        return tell_results(results, chinese=chinese)
    asked = last_user(ask.messages)
    urls = image_urls(asked) if asked else []
    if urls:
        return describe_images(urls, chinese=chinese)
    unmet = find_unmet(ask.tools, question, ask.today)
    return chat(question, ask.tools, chinese=chinese, unmet=unmet)
