"""Gemini's rules about names."""

import re
from collections.abc import Iterator
from functools import partial

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.names import characters, length, parameter_names
from switchboard.lint.targets import GEMINI
from switchboard.lint.view import View
from switchboard.tools.quoting import shown

_WHO = "Gemini"
_TYPES = "google-genai types.py"
_ALWAYS = partial(Rule, targets=GEMINI, when="always")


def _older_name(view: View) -> Iterator[Finding]:
    if view.name and not re.fullmatch(r"[^:]{1,64}", view.name):
        yield Finding(
            ("name",),
            "Gemini's servers of 2025 took names of at most 64 characters without a colon; this is"
            f" {shown(view.name)} ({len(view.name)} characters). Change it to be safe.",
        )


RULES = (
    _ALWAYS(
        id="GE-NAME",
        what="characters of the name",
        limit="`^[a-zA-Z_][a-zA-Z0-9_.:-]*$`",
        source=f"{_TYPES} FunctionDeclaration.name",
        severity="change",
        check=partial(
            characters,
            who=_WHO,
            allowed=r"[a-zA-Z_][a-zA-Z0-9_.:-]*",
            words="a letter or `_` first, then letters (a to z), digits, `_`, `.`, `:` and `-`",
        ),
    ),
    _ALWAYS(
        id="GE-NAME-LEN",
        what="length of the name",
        limit="1 to 128",
        source=f"{_TYPES} FunctionDeclaration.name",
        severity="refused",
        check=partial(length, who=_WHO, most=128),
    ),
    _ALWAYS(
        id="GE-NAME-OLD",
        what="the name, for servers of 2025",
        limit="1 to 64, no colon",
        source="google-gemini/gemini-cli#6704",
        severity="advice",
        check=_older_name,
    ),
    _ALWAYS(
        id="GE-PARAMNAME",
        what="names of the parameters",
        limit="`^[a-zA-Z_][a-zA-Z0-9_]{0,63}$`",
        source=f"{_TYPES} FunctionDeclaration.parameters",
        severity="refused",
        check=partial(
            parameter_names,
            who=_WHO,
            allowed=r"[a-zA-Z_][a-zA-Z0-9_]{0,63}",
            words="a letter or `_` first, then letters (a to z), digits and `_`, at most 64",
        ),
    ),
)
