"""A request, as a line -> its answer."""

import json
from typing import Any

from switchboard.templates.worker.addresses import address_template, given
from switchboard.templates.worker.checking import problems
from switchboard.templates.worker.environment import ENVIRONMENT
from switchboard.templates.worker.failures import FAILURES, TooLong, sentence
from switchboard.templates.worker.names import names
from switchboard.templates.worker.output import limited
from switchboard.wire import JsonObject


def answer(line: str | bytes) -> JsonObject:
    """``text`` or a ``failure`` for one to ``render``, ``problems`` for one to ``check``."""
    try:
        request: dict[str, Any] = json.loads(line)
        if "check" in request:
            return {"problems": problems(request["check"])}
        return _rendered(request)
    except (*FAILURES, TooLong) as error:
        return {"failure": sentence(error)}


def _rendered(request: dict[str, Any]) -> JsonObject:
    if request.get("is_address"):
        template = address_template(request["render"])
        request["arguments"] = given(request.get("arguments", {}))
    else:
        template = ENVIRONMENT.from_string(request["render"])
    return {"text": limited(template.generate(names(request)))}
