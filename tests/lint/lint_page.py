"""The tables of ``docs/lint.md``. Run ``python -m tests.lint.lint_page`` to write them anew."""

import re
from pathlib import Path

from switchboard.lint import RULES, Rule

PAGE = Path(__file__).parents[2] / "docs" / "lint.md"
HEADINGS = {
    "Everybody": ("SCHEMA", "BOUND"),
    "OpenAI": ("OA-",),
    "Gateways that copy OpenAI": ("CO-", "XA-", "FW-"),
    "Anthropic": ("AN-",),
    "Gemini": ("GE-",),
    "Mistral": ("MI-",),
    "MCP": ("MCP-", "VS-"),
    "llama.cpp": ("LC-",),
    "Wording": ("W-",),
}
HEAD = "| rule | when | what | limit | severity | source |\n|---|---|---|---|---|---|"
_THREAD = re.compile(r"([\w.-]+/[\w.-]+)#(\d+)")


def row(rule: Rule) -> str:
    source = _THREAD.sub(r"[\1#\2](https://github.com/\1/issues/\2)", rule.source)
    cells = (f"`{rule.id}`", rule.when, rule.what, rule.limit, rule.severity, source)
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"


def tables() -> str:
    """Everything from the first heading of a table on."""
    return "\n".join(f"## {heading}\n\n{table(starts)}\n" for heading, starts in HEADINGS.items())


def table(starts: tuple[str, ...]) -> str:
    return "\n".join([HEAD, *(row(rule) for rule in RULES if rule.id.startswith(starts))])


def introduction() -> str:
    """What is written by hand."""
    return PAGE.read_text(encoding="utf-8").partition("## Everybody")[0]


if __name__ == "__main__":
    PAGE.write_text(introduction() + tables(), encoding="utf-8")
