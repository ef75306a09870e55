"""Every format, a row each."""

from switchboard.formats.values import Format

FORMATS = (
    Format("openai-chat", "OpenAI Chat", ".json", reads=True, writes=True),
    Format("openai-responses", "OpenAI Responses", ".json", reads=True, writes=True),
    Format("anthropic", "Anthropic", ".json", reads=True, writes=True),
    Format("gemini", "Gemini", ".json", reads=True, writes=True),
    Format("mcp", "MCP", ".json", reads=True, writes=True),
    Format("mistral", "Mistral", ".json", reads=True, writes=True),
    Format("pydantic", "Pydantic models", ".py", writes=True),
    Format("python", "Python functions", ".py", writes=True),
    Format("typescript", "TypeScript types", ".ts", writes=True),
    Format("markdown", "Markdown", ".md", writes=True),
    Format("openapi", "OpenAPI", ".yaml", reads=True),
    Format("python-source", "Python source", ".py", reads=True),
    Format("request", "cURL or request body", ".txt", reads=True),
)

_BY_ID = {each.id: each for each in FORMATS}


def format_of(id: str) -> Format:
    """The row with that id. Raises ``ValueError`` where there is none."""
    if id not in _BY_ID:
        raise ValueError(f"no format is called {id!r}; known are {', '.join(_BY_ID)}")
    return _BY_ID[id]
