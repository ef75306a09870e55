"""What the Model Context Protocol, and VS Code, ask of names."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from switchboard.lint.census import Census
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.names import characters, length
from switchboard.lint.targets import MCP
from switchboard.lint.view import View
from switchboard.tools.quoting import shown

_WHO = "MCP"
_TOOLS = "MCP 2026-07-28 server/tools.mdx"
_ALWAYS = partial(Rule, targets=MCP, when="always")


def _same_name(tools: Sequence[Census]) -> Iterator[Finding]:
    seen: set[str] = set()
    for each in tools:
        if each.name in seen:
            message = f"An MCP server has one tool of a name, and {shown(each.name)} comes twice."
            yield Finding((*each.path, "name"), f"{message} Rename one of them.", each.index)
        seen.add(each.name)


def _vs_code_name(view: View) -> Iterator[Finding]:
    if not re.fullmatch(r"[a-z0-9_-]*", view.name):
        message = f"VS Code takes only `a` to `z`, digits, `_` and `-`; this is {shown(view.name)}."
        yield Finding(("name",), f"{message} Change it if the tool is to be used there.")


RULES = (
    _ALWAYS(
        id="MCP-NAME",
        what="characters of the name (SHOULD)",
        limit="`^[A-Za-z0-9_.-]+$`",
        source=_TOOLS,
        severity="change",
        check=partial(
            characters,
            who=_WHO,
            allowed=r"[A-Za-z0-9_.-]+",
            words="only letters (a to z), digits, `_`, `.` and `-`",
        ),
    ),
    _ALWAYS(
        id="MCP-NAME-LEN",
        what="length of the name (SHOULD)",
        limit="1 to 128",
        source=_TOOLS,
        severity="refused",
        check=partial(length, who=_WHO, most=128),
    ),
    _ALWAYS(
        id="MCP-NAME-UNIQUE",
        what="tools of the same name",
        limit="none, capitals and small letters told apart",
        source=_TOOLS,
        severity="refused",
        check_all=_same_name,
    ),
    Rule(
        id="VS-NAME",
        targets=MCP,
        when="native",
        what="the name, in VS Code",
        limit="`^[a-z0-9_-]+$`",
        source="jedisct1/openapi-mcp#9",
        severity="advice",
        check=_vs_code_name,
    ),
)
