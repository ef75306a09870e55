"""Advice on how parameters are named and described."""

import re
from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.wording import words_of
from switchboard.lint.schemas import kinds
from switchboard.lint.view import Node, View
from switchboard.tools.quoting import code

_LONGEST = 1_000
_VAGUE = frozenset(
    (
        "arg",
        "args",
        "argument",
        "arguments",
        "data",
        "foo",
        "info",
        "input",
        "item",
        "kwargs",
        "misc",
        "obj",
        "object",
        "options",
        "other",
        "param",
        "parameters",
        "params",
        "payload",
        "stuff",
        "thing",
        "value",
        "x",
        "y",
    )
)
# Words that announce a choice, then at least two short values between commas, bars or "or".
_VALUE = r"[\"'`“‘]?[\w.+-]{1,40}[\"'`”’]?"
_BETWEEN = r"\s{0,3}(?:,\s{0,3}or\b|,|\||/|\bor\b)\s{0,3}"
_CHOICE = re.compile(
    r"\b(?:one of|(?:allowed|possible|valid|supported|accepted)(?: values?| options?)?(?: are|:)"
    r"|(?<!common )(?<!example )(?<!typical )(?:options|choices|values)(?: are|:))"
    rf"\s{{0,3}}:?\s{{0,3}}[(\[{{]?\s{{0,3}}({_VALUE}(?:{_BETWEEN}{_VALUE})+)",
    re.IGNORECASE,
)
# The same on lines of their own: "Options are:", then "- add: adds one", "- remove: …".
_LINE = rf"\n[ \t]{{0,8}}[-*•][ \t]{{0,3}}({_VALUE})[ \t]{{0,3}}[:–—-][^\n]*"
_LINES = re.compile(
    rf"\b(?:one of|options|choices|values)\b[^\n:]{{0,40}}:[ \t]{{0,8}}((?:{_LINE}){{2,}})",
    re.IGNORECASE,
)
_TELLING = ("enum", "const", "anyOf", "oneOf", "allOf", "$ref", "pattern", "format")


def _described(view: View) -> Iterator[tuple[Node, str, str]]:
    """Each property with its name and description."""
    for node in view.values:
        if node.is_property:
            said = node.schema.get("description")
            yield node, str(node.steps[-1]), said.strip() if isinstance(said, str) else ""


def _missing(view: View) -> Iterator[Finding]:
    for node, _, said in _described(view):
        if not said and "$ref" not in node.schema:
            message = f"{place(node.path)} has no description. Say what it means, its unit or form,"
            yield Finding(node.path, f"{message} and an example.")


def _repeats_name(view: View) -> Iterator[Finding]:
    for node, name, said in _described(view):
        words = words_of(said[:200])
        if words and set(words) <= set(words_of(name)):
            message = (
                f"The description of {place(node.path)} only repeats its name. Say its unit or"
            )
            yield Finding((*node.path, "description"), f"{message} form, and an example.")


def _long(view: View) -> Iterator[Finding]:
    for node, _, said in _described(view):
        if len(said) > _LONGEST:
            yield Finding(
                (*node.path, "description"),
                f"The description of {place(node.path)} has {len(said):,} characters, paid for in"
                f" every request. Shorten it below {_LONGEST:,}.",
            )


def _vague(view: View) -> Iterator[Finding]:
    for node, name, _ in _described(view):
        if name.lower() in _VAGUE:
            message = f"The name {place(node.path)} says little about what is meant. Name it"
            yield Finding(node.path, f"{message} after what it holds, such as `order_id`.")


def _choice_in_words(view: View) -> Iterator[Finding]:
    for node, _, said in _described(view):
        is_free = set(kinds(node.schema)) <= {"string", "null"} and not _is_told(node)
        choice = _choice(said[:_LONGEST]) if is_free else None
        if choice:
            yield Finding(
                node.path,
                f"The description of {place(node.path)} lists its values ({code(choice)}). Put"
                " them into `enum`, so that no other can be written.",
            )


def _choice(said: str) -> str | None:
    """The values that a text lists, as it lists them."""
    if inline := _CHOICE.search(said):
        return inline[1]
    lines = _LINES.search(said)
    return ", ".join(re.findall(_LINE, lines[1])) if lines else None


def _is_told(node: Node) -> bool:
    return any(word in node.schema for word in _TELLING)


_ADVICE = partial(Rule, targets=(), when="always", severity="advice")
_OPENAI = "OpenAI's guide to function calling"
_ANTHROPIC = "Anthropic's guide to tool use"

RULES = (
    _ADVICE(
        id="W-PARAM",
        what="a parameter's description",
        limit="there",
        source=f"{_OPENAI}; {_ANTHROPIC}",
        check=_missing,
    ),
    _ADVICE(
        id="W-PARAM-SAME",
        what="a parameter's description",
        limit="says more than its name",
        source=_ANTHROPIC,
        check=_repeats_name,
    ),
    _ADVICE(
        id="W-PARAM-LONG",
        what="a parameter's description",
        limit=f"{_LONGEST:,} characters",
        source="our own experience: it is sent, and paid for, every time",
        check=_long,
    ),
    _ADVICE(
        id="W-PARAM-NAME",
        what="vague names of parameters (`data`, `info`, `value` …)",
        limit="what it holds",
        source=_OPENAI,
        check=_vague,
    ),
    _ADVICE(
        id="W-PARAM-ENUM",
        what="values listed in a description (`one of: a, b, c`)",
        limit="`enum`",
        source=_OPENAI,
        check=_choice_in_words,
    ),
)
