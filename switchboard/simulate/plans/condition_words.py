"""A condition on one line, for people."""

import json

from switchboard.simulate.plans.conditions import SimpleCondition, simple_conditions
from switchboard.wire import Json, JsonObject

_LONGEST = 60


def condition_words(when: JsonObject | None) -> str:
    """When a responder answers: ``city is "Paris" and days at least 3``; ``always``."""
    simple = [] if when is None else simple_conditions(when)
    if simple is None:
        return "the arguments fit a schema of its own"
    return " and ".join(map(_words, simple)) or "always"


def _words(condition: SimpleCondition) -> str:
    said = f"{condition.argument} {condition.relation}"
    if condition.relation in ("is given", "is not given"):
        return said
    if condition.relation == "is one of" and isinstance(condition.value, list):
        return f"{said} {_cut(', '.join(map(_shown, condition.value)))}"
    return f"{said} {_cut(_shown(condition.value))}"


def _shown(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
