"""Whom a tool can be written for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A provider, or one of its modes."""

    id: str
    name: str


TARGETS = (
    Target("openai", "OpenAI"),
    Target("openai-strict", "OpenAI strict"),
    Target("anthropic", "Anthropic"),
    Target("anthropic-strict", "Anthropic strict"),
    Target("gemini", "Gemini"),
    Target("mistral", "Mistral"),
    Target("mcp", "MCP"),
    Target("llama.cpp", "llama.cpp"),
)
"""In the order of the matrix. The strict ones judge a tool as if it said ``strict: true``."""

TARGET_IDS = tuple(each.id for each in TARGETS)

OPENAI = ("openai", "openai-strict")
ANTHROPIC = ("anthropic", "anthropic-strict")
GEMINI = ("gemini",)
MISTRAL = ("mistral",)
MCP = ("mcp",)
LLAMA_CPP = ("llama.cpp",)


def takes_all_for_strict(target: str) -> bool:
    """Whether the target takes every tool for a strict one."""
    return target.endswith("-strict")
