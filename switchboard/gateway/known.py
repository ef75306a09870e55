"""Gateways that are known by name, so that nobody need look up an address. November 2026."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class KnownGateway:
    """A gateway and where it usually is."""

    name: str
    base_url: str


KNOWN = (
    KnownGateway("OpenAI", "https://api.openai.com/v1"),
    KnownGateway("OpenRouter", "https://openrouter.ai/api/v1"),
    KnownGateway("Ollama", "http://localhost:11434/v1"),
    KnownGateway("llama.cpp", "http://localhost:8080/v1"),
    KnownGateway("vLLM", "http://localhost:8000/v1"),
)


def name_of(base_url: str) -> str:
    """What a gateway is called on the screen: its known name, else its host."""
    names: Mapping[str, str] = {known.base_url: known.name for known in KNOWN}
    return names.get(base_url) or urlsplit(base_url).netloc or base_url
