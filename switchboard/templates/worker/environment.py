"""Jinja, as far as a template may have it."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own, its keys and its failures as a template's author expects them."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of an object before a method of Python's: ``arguments.items`` is the argument."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002
        """Raises it as it is: lines are told from the frames, nobody reads the traceback."""
        raise


S = TypeVar("S", bound=Sandbox)


def to_json(value: Any, indent: int | None = None) -> str:
    """As JSON, every letter as it is. Jinja's own filter escapes for HTML, which this is not."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    # What is undefined says so by its own error.
    return str(value)


def printed(value: Any) -> Any:
    """Results are JSON more often than not, so what has a form in it is printed in that."""
    if value is None or isinstance(value, bool | dict | list | tuple):
        return to_json(value)
    return value.isoformat() if isinstance(value, datetime) else value


def sandbox(kind: type[S], finalize: Callable[[Any], Any]) -> S:
    """One of a kind; ``finalize`` says how a value is printed."""
    made = kind(
        undefined=StrictUndefined,
        finalize=finalize,
        # Nothing to load: the names of other templates lead nowhere.
        loader=DictLoader({}),
        # What fails while it is worked out ahead has no line.
        optimized=False,
    )
    made.filters["tojson"] = to_json
    # Writes HTML.
    del made.globals["lipsum"]
    return made


ENVIRONMENT = sandbox(Sandbox, printed)
