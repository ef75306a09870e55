"""How a call came by its result, in words."""

from components.figures import duration
from components.plain import escaped, with_code
from switchboard.responses import Response, Source
from switchboard.simulate.faults import FAULT_WORDS

_SOURCES: dict[Source, str] = {
    "hand": "Written by hand",
    "fixed": "Fixed answer",
    "template": "From a template",
    "schema": "Made from the output schema",
    "model": "Played by a model",
    "http": "From the HTTP endpoint",
    "mcp": "From the MCP server",
    "repeated": "As the same call was answered before",
    "plausible": "A plausible example",
    "problems": "What is wrong with the call",
    "denial": "Denied by you",
}
_MOST = 6


def response_lines(response: Response) -> list[str]:
    """A line of markdown each: who wrote it, what was done to it, what is wrong with it."""
    lines = [f":material/reply: {_source(response)}"]
    if response.fault:
        label = escaped(FAULT_WORDS[response.fault].label)
        told = with_code(response.told)
        lines.append(f":red[:material/bug_report: Fault put in: **{label}**.] {told}")
    elif response.told:
        lines.append(f":material/error: {with_code(response.told)}")
    lines += [
        f":orange[:material/rule: Does not fit the output schema:] {escaped(problem.pointer)}: "
        f"{with_code(problem.message)}"
        for problem in response.problems[:_MOST]
    ]
    return lines


def _source(response: Response) -> str:
    parts = [_SOURCES[response.source]]
    if response.duration_ms is not None and response.source in ("model", "http", "mcp"):
        parts.append(duration(response.duration_ms))
    if usage := response.usage:
        sides = (("in", usage.input_tokens), ("out", usage.output_tokens))
        parts += [f"{tokens:,} tokens {side}" for side, tokens in sides if tokens is not None]
    return " · ".join(parts)
