"""A result written by a template over the call's arguments."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event

from switchboard.errors import TemplateFailure
from switchboard.gateway import StopSignal
from switchboard.responders import Template
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.situations import Situation
from switchboard.templates import TemplateScope, render
from switchboard.wire import JsonObject


def template_answer(action: Template, situation: Situation, *, stop: StopSignal) -> str:
    """The template's text. Raises ``CallNotAnswered``."""
    arguments = situation.checked.arguments or {}
    return rendered(action.text, situation, arguments, seed=action.seed, stop=stop)


def rendered(
    text: str,
    situation: Situation,
    arguments: JsonObject,
    *,
    stop: StopSignal,
    seed: int = 0,
    is_address: bool = False,
) -> str:
    """A template's text over these arguments. Raises ``CallNotAnswered``."""
    scope = TemplateScope(
        arguments=arguments,
        count=situation.count,
        tool=situation.call.name,
        seed=situation.seed(seed),
        now=datetime.now(UTC),
    )
    try:
        with listening(stop) as event:
            return render(text, scope, is_address=is_address, stop=event)
    except TemplateFailure as failure:
        raise CallNotAnswered(failure.message, advice=failure.advice) from failure


@contextmanager
def listening(stop: StopSignal) -> Iterator[Event]:
    """An event that is set when ``stop`` is called."""
    event = Event()
    with stop.telling(event.set):
        yield event
