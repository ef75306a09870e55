"""Faults in which something else comes in place of the result: errors, a traceback, nothing."""

import re

from switchboard.responders import FaultKind
from switchboard.simulate.faults.rewriting import written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.simulate.subjects import Subject
from switchboard.wire import Json, JsonObject

_RETRY_AFTER_S = 30
_LONGEST_NAME = 64


def error(scene: Scene) -> Injected:
    """An error of the tool's own making."""
    text = _error(scene, "internal_error", f"{_name(scene)} failed with an internal error.")
    return Injected(text, "An internal error stands in place of the result.")


def exception(scene: Scene) -> Injected:
    """A traceback, as a tool sends it that catches nothing."""
    function = re.sub(r"\W", "_", _name(scene))
    text = (
        "Traceback (most recent call last):\n"
        f'  File "/app/tools/{function}.py", line 42, in {function}\n'
        "    reply = connection.read()\n"
        "ConnectionResetError: [Errno 104] Connection reset by peer\n"
    )
    return Injected(text, "The traceback of an exception stands in place of the result.")


def permission_denied(scene: Scene) -> Injected:
    """A refusal that no other arguments would mend."""
    text = _error(scene, "permission_denied", f"This account may not call {_name(scene)}.")
    return Injected(text, "The call was refused for want of permission.")


def not_found(scene: Scene) -> Injected:
    """Nothing there, by the name of what was asked for."""
    text = _error(scene, "not_found", f"Nothing was found for {_asked(scene)}.")
    return Injected(text, "The tool said that there is no such thing.")


def rate_limit(scene: Scene) -> Injected:
    """Too many requests, with the wait that mends it."""
    message = f"Too many requests. Try again in {_RETRY_AFTER_S} seconds."
    text = _error(scene, "rate_limited", message, retry_after_seconds=_RETRY_AFTER_S)
    told = f"The call was refused for {_RETRY_AFTER_S} seconds, as if there had been too many."
    return Injected(text, told)


def empty(_: Scene) -> Injected:
    """No character at all."""
    return Injected("", "An empty text stands in place of the result.")


def null(_: Scene) -> Injected:
    """JSON's word for nothing."""
    return Injected("null", "`null` stands in place of the result.")


def late_error(scene: Scene) -> str:
    """What a tool sends that gave up waiting."""
    return _error(scene, "timeout", f"{_name(scene)} took too long and was given up.")


def _error(scene: Scene, code: str, message: str, **more: Json) -> str:
    inner: JsonObject = {"code": code, "message": message, **more}
    return written(scene, {"error": inner})


def _name(scene: Scene) -> str:
    return scene.call.name[:_LONGEST_NAME] or "The tool"


def _asked(scene: Scene) -> str:
    telling = Subject.of(scene.call.name, None, scene.arguments or {}).telling
    texts = [(key, value) for key, value in telling.items() if isinstance(value, str)]
    key, value = next(iter(texts or telling.items()), ("this call of", _name(scene)))
    return f'{key} "{value}"'


REFUSALS = {
    FaultKind.ERROR: error,
    FaultKind.EXCEPTION: exception,
    FaultKind.PERMISSION_DENIED: permission_denied,
    FaultKind.NOT_FOUND: not_found,
    FaultKind.RATE_LIMIT: rate_limit,
    FaultKind.EMPTY: empty,
    FaultKind.NULL: null,
}
