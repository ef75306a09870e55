"""The six forms in which tools are JSON: those of OpenAI, Anthropic, Google, MCP and Mistral.

``tools_in`` finds the objects that define tools, whatever they stand in; one table says what a flat
form calls each part; what a form alone knows is kept in the margin under its name.
"""

from switchboard.formats.json_forms.reading import JSON_FORMS, read_json_tools
from switchboard.formats.json_forms.writing import write_json_tools

__all__ = ["JSON_FORMS", "read_json_tools", "write_json_tools"]
