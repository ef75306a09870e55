"""A template that writes an address: each value in it percent-encoded once, whatever it is.

What stands in the template as text is its author's and stays as it is. A value is a model's: it
must not become a step of the path, another field of the query or another host.
"""

from collections.abc import ItemsView, Iterable
from typing import Any
from urllib.parse import quote

from jinja2 import Template, TemplateSyntaxError, nodes

from switchboard.templates.worker.environment import Sandbox, printed, sandbox

# Jinja prints what they give without asking how a value is printed.
_UNSEEN = (nodes.FilterBlock, nodes.CallBlock)


class Encoded(str):
    """A text that may stand in an address as it is."""

    __slots__ = ()


class Given(dict[str, Any]):
    """An object within the arguments: its keys are a model's too."""


class _Addresses(Sandbox):
    @staticmethod
    def concat(pieces: Iterable[str]) -> Encoded:
        """What a macro or a block gives: its values were encoded as they were printed there."""
        return Encoded("".join(pieces))


def address_template(text: str) -> Template:
    """The template. Raises ``TemplateSyntaxError``."""
    tree = _ADDRESSES.parse(text)
    for block in tree.find_all(_UNSEEN):
        message = "In an address there can be no filter block and no call block"
        raise TemplateSyntaxError(message, block.lineno)
    return _ADDRESSES.from_string(tree)


def given(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments, the objects within them told from those that a template makes."""
    return {name: _given(value) for name, value in arguments.items()}


def _given(value: Any) -> Any:
    if isinstance(value, dict):
        return Given(given(value))
    return [_given(each) for each in value] if isinstance(value, list) else value


def _encoded(value: Any) -> Encoded:
    if isinstance(value, Encoded):
        return value
    return Encoded(quote(str(printed(value)), safe=""))


def _urlencode(value: Any) -> Encoded:
    """Of what the template itself put together, and of all arguments, the fields of a query."""
    pairs = _pairs(value)
    if pairs is None:
        return _encoded(value)
    return Encoded("&".join(f"{_encoded(name)}={_encoded(each)}" for name, each in pairs))


def _pairs(value: Any) -> Iterable[tuple[Any, Any]] | None:
    if isinstance(value, dict) and not isinstance(value, Given):
        return value.items()
    is_paired = isinstance(value, list) and all(_is_pair(each) for each in value)
    return value if isinstance(value, ItemsView) or (is_paired and value) else None


def _is_pair(value: Any) -> bool:
    # JSON has no tuples, so the template made it.
    return isinstance(value, tuple) and len(value) == 2


def _replaced(value: Any, old: Any, new: Any, count: int = -1) -> str:
    """``|urlencode|replace('%20', '+')`` is encoded still."""
    if not isinstance(value, Encoded):
        return str(value).replace(str(old), str(new), count)
    return Encoded(str(value).replace(str(old), quote(str(new), safe="%+"), count))


_ADDRESSES = sandbox(_Addresses, _encoded)
_ADDRESSES.filters |= {"urlencode": _urlencode, "replace": _replaced}
